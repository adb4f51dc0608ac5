"""The file for review, and the same as JSON."""

import json
import re

import pytest

from glossary.errors import DataError
from glossary.formats import toml
from glossary.mine import Context, Found, Result, Sort, Used
from glossary.mine.model import Learnt
from glossary.mine.review import review
from glossary.mine.shape import to_json
from glossary.model import Short, Status, Term

FOUND = Found(
    zh="藤编“夜校”",
    sort=Sort.PHRASE,
    count=3,
    articles=2,
    score=9.5,
    contexts=(Context("a.txt", 4, "要用好“藤编夜校”\u2028这个平台"),),
    proposal="Rattan [夜校]",
    parts=(("藤编", "rattan"), ("夜校", "")),
)
SURE = Found("丘陵局", Sort.INSTITUTION, 2, 1, 3.0, proposal="Hill Bureau", certain=True)
TERM = Term(
    "节水",
    'saving "water"',
    "term",
    variants=("省水",),
    allow=("water saving",),
    short=Short("节", "saving"),
    members=("甲",),
    source="Law, 2002",
    status=Status.OFFICIAL,
    since=2002,
    free=True,
    path="own.toml",
    line=7,
)
USED = Used("water conservation", 5, 0.8, Context("a.po", 9, "on water conservation"))
RESULT = Result(
    candidates=(SURE, FOUND), files=2, learnt=(Learnt("节水", 9, 6, (USED,)),), terms={"节水": TERM}
)


def uncommented(text: str) -> str:
    """The file with all entries let in: the # before data is gone, remarks stay."""
    return re.sub(r"(?m)^#(?! )", "", text)


def parsed(text: str) -> dict[str, Term]:
    return {term.zh: term for term in toml.parse(text.encode(), path="review.toml")}


def test_as_it_is_written_the_file_is_a_glossary_without_entries() -> None:
    assert parsed(review(RESULT)) == {}
    assert parsed(review(Result(candidates=(), files=1))) == {}


def test_an_entry_let_in_without_a_rendering_is_refused() -> None:
    with pytest.raises(DataError, match="`en` is empty"):
        parsed(uncommented(review(RESULT)))


def test_entries_that_are_filled_in_and_uncommented_are_valid() -> None:
    terms = parsed(uncommented(review(RESULT)).replace('en = ""', 'en = "rattan night school"'))
    assert terms["藤编“夜校”"].en == "rattan night school"
    assert terms["丘陵局"].en == "Hill Bureau"


def test_an_uncertain_proposal_is_a_remark_and_no_rendering() -> None:
    text = review(Result(candidates=(FOUND,), files=2))
    assert "# composition proposes: Rattan [夜校]\n# known: 藤编 = rattan; unknown: 夜校\n" in text
    assert '#["藤编“夜校”"]\n#en = ""\n#kind = "phrase"\n' in text


def test_a_known_term_keeps_all_it_has_and_gets_what_translators_used() -> None:
    text = review(Result(candidates=(), files=1, learnt=RESULT.learnt, terms=RESULT.terms))
    term = parsed(uncommented(text))["节水"]
    assert term.allow == ("water saving", "water conservation")
    for field in ("en", "kind", "variants", "short", "members", "source", "status", "since", "free"):
        assert getattr(term, field) == getattr(TERM, field), field
    assert "# rendered otherwise in 6 of 9 entries; now in own.toml:7\n" in text


def test_a_candidate_takes_the_rendering_that_translations_have() -> None:
    found = Found("稻田", Sort.TERM, 2, 1, 3.0, used=(USED,))
    text = review(Result(candidates=(found,), files=1))
    assert '#en = "water conservation"\n' in text
    assert "# 5 times “water conservation” (0.80)\n#   a.po:9: on water conservation\n" in text


def test_every_line_of_an_entry_is_a_comment_whatever_the_article_holds() -> None:
    body = review(RESULT).split("[meta]\n", 1)[1].split("\n\n", 1)[1]
    assert all(line.startswith("#") or not line for line in body.split("\n"))
    assert "“藤编夜校” 这个平台" in body


def test_the_json_has_the_documented_shape() -> None:
    shape = json.loads(to_json(RESULT))
    assert list(shape) == ["files", "candidates", "renderings"]
    assert shape["candidates"][1] == {
        "zh": "藤编“夜校”",
        "kind": "phrase",
        "count": 3,
        "articles": 2,
        "score": 9.5,
        "contexts": [{"file": "a.txt", "line": 4, "text": "要用好“藤编夜校”\u2028这个平台"}],
        "proposal": "Rattan [夜校]",
        "certain": False,
        "parts": [{"zh": "藤编", "en": "rattan"}, {"zh": "夜校", "en": ""}],
        "used": [],
    }
    assert shape["renderings"][0] == {
        "zh": "节水",
        "en": 'saving "water"',
        "allow": ["water saving"],
        "file": "own.toml",
        "line": 7,
        "entries": 9,
        "otherwise": 6,
        "used": [
            {
                "en": "water conservation",
                "count": 5,
                "score": 0.8,
                "context": {"file": "a.po", "line": 9, "text": "on water conservation"},
            }
        ],
    }
