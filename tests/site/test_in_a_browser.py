"""The page as people use it: in Chromium, from disk."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.batch import compiled
from glossary.lookup import Match, look_up
from glossary.model import Short, Status, Term
from glossary.site import page, render

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1280,900",
)
INJECTION = "<img src=x onerror=\"document.title='broken'\"></script><script>document.title='broken'</script>"
TERMS = (
    Term("国务院", "State Council", "institution", forbid=("State Department",), status=Status.OFFICIAL),
    Term("国务院总理", "Premier of the State Council", "title", note="Head of → 國務院."),
    Term("公务员", "civil servant", "title", status=Status.STANDARD, source="Law of 2018"),
    Term("中国科学院", "Chinese Academy of Sciences", "institution.academy", short=Short("中科院", "CAS")),
    Term(
        "四个着力", "four focuses", "slogan", members=("国务院", "稳增长 (growth)"), since=2016, path="b.tsv"
    ),
    Term("旅顺", "Lüshun", "place.city", path="b.tsv"),
    Term("{city}市委", "{city} Committee", "institution", path="b.tsv"),
    Term(
        "“甲”<b>",
        INJECTION,
        "term",
        (INJECTION,),
        (INJECTION,),
        (INJECTION,),
        note=INJECTION,
        source=INJECTION,
    ),
)


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Chrome"]:
    """Chromium, without a window and without a profile."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("chromium and chromium-driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    running = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield running
    running.quit()


class Reader:
    """A person at the page."""

    def __init__(self, chrome: "Chrome", file: Path) -> None:
        self.chrome = chrome
        self.address = file.as_uri()

    def visit(self, fragment: str = "") -> None:
        self.chrome.get("about:blank")
        self.chrome.get(self.address + fragment)

    def press(self, *keys: str) -> None:
        """Keys to whatever has the focus, as a keyboard has them."""
        from selenium.webdriver import ActionChains

        ActionChains(self.chrome).send_keys(*keys).perform()

    def search(self, query: str) -> list[str]:
        """What is listed once the query has been typed in place of the last one."""
        field = self.chrome.find_element("id", "query")
        field.clear()
        field.send_keys(query)
        return self.listed()

    def choose(self, name: str, value: str) -> list[str]:
        from selenium.webdriver.support.select import Select

        Select(self.chrome.find_element("id", name)).select_by_value(value)
        return self.listed()

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.chrome.execute_script(
            "return Array.from(document.querySelectorAll(arguments[0]), (element) => element.textContent)",
            selector,
        )
        return found

    def listed(self) -> list[str]:
        return self.texts("#list .zh")

    def heading(self) -> str:
        return "".join(self.texts("#shown h2"))

    def fields(self) -> dict[str, str]:
        return dict(zip(self.texts("#shown dt"), self.texts("#shown dd"), strict=True))

    def comes_to(self, *, fragment: str | None = None, heading: str | None = None) -> bool:
        """Waits until the address has this fragment, or the entry this heading; fails where that never happens."""
        from selenium.webdriver.support.wait import WebDriverWait

        def has_come(_: object) -> bool:
            address = self.chrome.execute_script("return decodeURIComponent(location.hash)")
            return fragment in (None, address) and heading in (None, self.heading())

        return WebDriverWait(self.chrome, 10, poll_frequency=0.1).until(has_come)

    def _log(self, name: str) -> list[dict[str, str]]:
        """What a log of the browser has had since it was last read."""
        entries: list[dict[str, str]] = self.chrome.get_log(name)  # type: ignore[no-untyped-call]
        return entries

    def complaints(self) -> list[str]:
        """What the console has: errors, and requests that the content security policy stopped."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        events = (json.loads(entry["message"])["message"] for entry in self._log("performance"))
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]


@pytest.fixture
def reader(chrome: "Chrome", tmp_path: Path) -> Iterator[Reader]:
    """A person at a small glossary; whatever they do, the console stays empty."""
    file = tmp_path / "index.html"
    terms = [term if term.path else _at(term, "a.toml") for term in TERMS]
    file.write_text(render(page(terms, folders={})), encoding="utf-8")
    person = Reader(chrome, file)
    person.visit()
    yield person
    assert person.complaints() == []


def _at(term: Term, path: str) -> Term:
    from msgspec.structs import replace

    return replace(term, path=path, line=7)


@pytest.mark.parametrize(
    "query",
    [
        "國務院",
        "国务院",
        "guowuyuan",
        "guówùyuàn",
        "guo2wu4yuan4",
        "guo wu yuan",
        "gwy",
        "state council",
        "State Coun",
    ],
)
def test_the_entry_is_first_and_is_shown(reader: Reader, query: str) -> None:
    assert reader.search(query)[0] == "国务院"
    assert reader.heading() == "国务院"


@pytest.mark.parametrize(
    ("query", "zh"),
    [
        ("guowuy", "国务院"),
        ("中科院", "中国科学院"),
        ("cas", "中国科学院"),
        ("sciences academy", "中国科学院"),
        ("academy scien", "中国科学院"),
        ("四個著力", "四个着力"),
        ("lvshun", "旅顺"),
        ("lushun", "旅顺"),
        ("市委", "city市委"),
        ("state department", "国务院"),
        ("guowuyaun", "国务院"),
        ("stae council", "国务院"),
    ],
)
def test_an_entry_is_found_as_lookup_finds_it_and_while_one_types(
    reader: Reader, query: str, zh: str
) -> None:
    assert reader.search(query)[0] == zh


@pytest.mark.parametrize("query", ["xyzzy", "国务卿府", "gw", "！", "ouncil"])
def test_what_is_in_no_entry_is_not_found(reader: Reader, query: str) -> None:
    assert reader.search(query) == []
    assert reader.texts("#count") == [f"Nothing found for {query}"]


def test_the_row_says_what_answered_where_it_is_not_the_entry_itself(reader: Reader) -> None:
    reader.search("state department")
    assert reader.texts("#list .why") == ["to avoid: State Department"]
    reader.search("cas")
    assert reader.texts("#list .why") == ["also: CAS"]
    reader.search("国务院")
    assert reader.texts("#list .why") == []


def test_an_entry_shows_all_its_fields(reader: Reader) -> None:
    reader.search("四个着力")
    assert reader.texts("#shown .rendering") == ["four focuses"]
    assert reader.fields() == {
        "Members": "国务院稳增长 (growth)",
        "Years": "since 2016",
        "Kind": "slogan",
        "Status": "house, this glossary’s own choice",
        "File": "b.tsv:0",
    }


def test_members_and_notes_lead_to_their_entries_and_back_again(reader: Reader) -> None:
    reader.search("四个着力")
    assert reader.texts("#shown a") == ["国务院"]
    reader.chrome.find_element("css selector", "#shown a").click()
    assert reader.comes_to(heading="国务院")
    reader.chrome.back()
    assert reader.comes_to(heading="四个着力")
    reader.search("国务院总理")
    reader.chrome.find_element("css selector", "#shown a").click()
    assert reader.comes_to(heading="国务院")


def test_filters_narrow_what_is_listed(reader: Reader) -> None:
    assert reader.choose("kind", "institution") == ["国务院", "city市委", "中国科学院"]
    assert reader.choose("status", "official") == ["国务院"]
    assert reader.choose("file", "b.tsv") == []
    reader.chrome.find_element("id", "clear").click()
    assert len(reader.listed()) == len(TERMS)
    assert reader.choose("kind", "institution.academy") == ["中国科学院"]


def test_everything_can_be_done_with_the_keyboard(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.visit("#kind=title")
    reader.chrome.execute_script("document.activeElement.blur()")
    reader.press("/", "guowuq")
    assert reader.listed() == []
    reader.press(Keys.BACKSPACE, Keys.ARROW_DOWN)
    assert (reader.heading(), reader.texts("[aria-selected=true] .zh")) == ("国务院总理", ["国务院总理"])
    reader.press(Keys.ENTER)
    assert reader.comes_to(fragment="#q=guowu&kind=title&entry=国务院总理")
    assert reader.chrome.switch_to.active_element.text == "国务院总理"
    reader.press(Keys.ESCAPE)
    assert reader.comes_to(fragment="#q=guowu&kind=title")
    reader.press(Keys.ESCAPE)
    assert reader.comes_to(fragment="")
    assert reader.chrome.switch_to.active_element.get_attribute("id") == "query"


def test_a_screen_reader_is_told_which_row_is_reached(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.search("guowu")
    field = reader.chrome.find_element("id", "query")
    assert (field.aria_role, field.accessible_name) == ("combobox", "Search in Chinese, pinyin or English")
    field.send_keys(Keys.ARROW_DOWN)
    reached = reader.chrome.find_element("id", field.get_attribute("aria-activedescendant") or "")
    assert reached.aria_role == "option"
    assert reached.accessible_name.startswith("国务院总理 house Premier of the State Council")
    assert reader.chrome.find_element("id", "count").get_attribute("role") == "status"


def test_an_address_leads_to_an_entry_and_to_a_search(reader: Reader) -> None:
    reader.visit("#entry=中国科学院")
    assert reader.heading() == "中国科学院"
    reader.visit("#entry=國務院")
    assert reader.heading() == "国务院"
    reader.visit("#q=guowu&kind=title")
    assert (reader.listed(), reader.heading()) == (["国务院总理"], "国务院总理")
    reader.visit("#entry=没有")
    assert reader.texts("#shown .notice") == ["This copy of the glossary has no entry 没有."]


def test_back_returns_to_the_search_that_led_to_an_entry(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.search("gwy")
    reader.press(Keys.ENTER)
    reader.chrome.back()
    assert reader.comes_to(fragment="#q=gwy")


def test_markup_in_an_entry_is_shown_as_text(reader: Reader) -> None:
    reader.search("甲")
    assert reader.heading() == "“甲”<b>"
    assert reader.texts("#shown .rendering") == [INJECTION]
    fields = reader.fields()
    assert {name for name, text in fields.items() if text == INJECTION} == {
        "Also written",
        "Also accepted",
        "To avoid",
        "Note",
        "Source",
    }
    assert reader.chrome.title == "“甲”<b> · Glossary"
    assert reader.chrome.find_elements("css selector", "main img, main script") == []
    reader.visit(f"#q={INJECTION}&entry={INJECTION}")
    assert reader.chrome.find_elements("css selector", "main img, main script") == []


def test_nothing_is_asked_of_any_network(reader: Reader) -> None:
    reader.requests()
    reader.visit()
    reader.search("guowuyuan")
    reader.chrome.find_element("css selector", "#list li").click()
    asked = reader.requests()
    assert reader.address in asked
    assert all(address.startswith(("file:", "about:", "data:")) for address in asked)


def test_a_small_screen_shows_the_list_or_the_entry(reader: Reader) -> None:
    reader.chrome.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True},
    )
    try:
        reader.visit("#q=guowu")
        found, shown = (reader.chrome.find_element("css selector", name) for name in (".found", "#shown"))
        assert (found.is_displayed(), shown.is_displayed()) == (True, False)
        reader.chrome.find_element("css selector", "#list li").click()
        assert (found.is_displayed(), shown.is_displayed()) == (False, True)
        assert reader.chrome.execute_script("return document.documentElement.scrollWidth") == 360
        reader.chrome.find_element("css selector", ".back").click()
        assert found.is_displayed()
        reader.visit()
        reader.chrome.find_element("css selector", "#list li:last-child").click()
        reader.chrome.back()
        assert reader.chrome.execute_script(
            "const row = document.querySelector('#list li:last-child').getBoundingClientRect();"
            "return row.top > 0 && row.bottom < innerHeight + 1"
        )
    finally:
        reader.chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(reader: Reader, scheme: str) -> None:
    """By the 4.5:1 that WCAG 2.2 asks for."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    reader.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    try:
        grounds, inks = (
            [_luminance(reader, name) for name in names]
            for names in (
                ("paper", "sheet", "wash"),
                ("ink", "soft", "link", "official", "standard", "house"),
            )
        )
    finally:
        reader.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    contrasts = [(max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) for ink in inks for ground in grounds]
    assert min(contrasts) >= 4.5


def _luminance(reader: Reader, name: str) -> float:
    """The relative luminance of a colour of the page, as WCAG 2.2 defines it."""
    value = reader.chrome.execute_script(
        "return getComputedStyle(document.documentElement).getPropertyValue('--' + arguments[0])", name
    )
    channels = (int(value.strip()[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_paper_has_every_entry_found_in_full(reader: Reader) -> None:
    reader.visit("#kind=title")
    reader.chrome.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert reader.texts("#printed h2") == ["公务员", "国务院总理"]
    assert "Law of 2018" in reader.texts("#printed dd")
    reader.visit("#kind=title&entry=公务员")
    reader.chrome.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert reader.texts("#printed h2") == ["公务员"]


@pytest.fixture(scope="module")
def bundled(chrome: "Chrome", tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, list[Term]]:
    """A person at the bundled glossary, and its entries."""
    terms = list(compiled().terms())
    file = tmp_path_factory.mktemp("bundled") / "index.html"
    file.write_text(render(page(terms, folders={})), encoding="utf-8")
    return Reader(chrome, file), terms


@pytest.mark.parametrize("query", ["國務院", "国务院", "guowuyuan", "gwy", "state council"])
def test_the_state_council_is_first_of_ten_thousand(bundled: tuple[Reader, list[Term]], query: str) -> None:
    reader, _ = bundled
    reader.visit(f"#q={query}")
    assert reader.listed()[0] == "国务院"


@pytest.mark.parametrize(
    "query", ["國務院", "重慶", "zhongguokexueyuan", "nsfc", "two sessions", "kxy", "“一帶一路”"]
)
def test_whatever_lookup_finds_is_listed_by_its_rank(bundled: tuple[Reader, list[Term]], query: str) -> None:
    reader, terms = bundled
    hits = [hit for hit in look_up(query, terms) if hit.match is not Match.ERROR]
    reader.visit(f"#q={query}")
    listed = reader.listed()
    whole = {hit.term.zh for hit in hits if hit.match is Match.WHOLE}
    assert hits
    assert set(listed[: len(whole)]) == whole
    assert {hit.term.zh for hit in hits[:30] if "{" not in hit.term.zh} <= set(listed)
