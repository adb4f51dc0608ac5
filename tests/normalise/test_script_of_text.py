import pytest

from glossary.normalise import script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("国家发展和改革委员会", "zh-Hans"),
        ("國家發展和改革委員會", "zh-Hant"),
        ("國家發展和改革委員會的决定", "zh-Hant"),
        ("国家发展和改革委员會", "zh-Hans"),
        ("中心主任", "zh-Hans"),
        ("皇后在里面", "zh-Hans"),
        ("乾隆", "zh-Hans"),
        ("GDP 2020", "zh-Hans"),
        ("", "zh-Hans"),
        ("国國", "zh-Hans"),
        ("中華人民共和國主席（主席）主持了大会", "zh-Hant"),
    ],
)
def test_the_script_is_that_of_most_characters_that_differ(text: str, language: str) -> None:
    assert script(text) == language


def test_a_long_text_is_told_by_all_of_it_and_not_by_its_first_characters() -> None:
    assert script("国家发展" * 300 + "國家發展" * 900) == "zh-Hant"
    assert script("國家發展" * 300 + "国家发展" * 900) == "zh-Hans"
