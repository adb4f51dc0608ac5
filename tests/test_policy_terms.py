"""What the bundled slogans and terms of policy find in text, and what they leave alone."""

import pytest
from given import annotations, article

from glossary import curated, lexicon
from glossary.pipeline import Annotator


@pytest.fixture(scope="module")
def bundled() -> Annotator:
    return Annotator(lexicon.compile_terms(curated.load((), builtin=True)))


def found(bundled: Annotator, text: str) -> dict[str, str]:
    return {note.text: note.rendering for note in annotations(bundled.annotate(article(text)))}


@pytest.mark.parametrize(
    ("slogan", "other"),
    [
        ("“五个一批”工程", "发布了五个一批次的产品"),
        ("“四风”", "当地建成四风力发电站"),
        ("“六个精准”", "六个精准确定的指标"),
        ("“十四个坚持”", "第十四个坚持讲的是环境"),
        ("“四史”", "他通读二十四史"),
        ("“两个结合”", "找到两个结合点"),
        ("“四个伟大”", "创造了四个伟大成就"),
        ("“双减”", "产量双双减少"),
        ("“三讲”教育", "第三讲教育公平"),
    ],
)
def test_a_number_that_runs_into_ordinary_words_counts_in_quotation_marks_only(
    bundled: Annotator, slogan: str, other: str
) -> None:
    assert slogan in found(bundled, f"要落实{slogan}的要求。")
    assert not any(text in slogan for text in found(bundled, f"{other}。"))


@pytest.mark.parametrize(
    ("text", "renderings"),
    [
        (
            "两国由战略伙伴关系升为战略合作伙伴关系。",
            {
                "战略伙伴关系": "strategic partnership",
                "战略合作伙伴关系": "strategic cooperative partnership",
            },
        ),
        (
            "发行专项债券和地方政府专项债券。",
            {"专项债券": "special-purpose bond", "地方政府专项债券": "local government special-purpose bond"},
        ),
        (
            "科技金融与金融科技不同。",
            {"科技金融": "technology finance", "金融科技": "fintech"},
        ),
        (
            "退耕还林，退耕还林还草。",
            {
                "退耕还林": "return cultivated land to forest",
                "退耕还林还草": "return cultivated land to forest and grassland",
            },
        ),
    ],
)
def test_a_form_that_says_more_has_a_rendering_that_says_more(
    bundled: Annotator, text: str, renderings: dict[str, str]
) -> None:
    assert renderings.items() <= found(bundled, text).items()


def test_leaders_and_officials_of_the_party_are_not_its_leadership(bundled: Annotator) -> None:
    assert "党的领导" in found(bundled, "坚持党的领导。")
    assert "党的领导" not in found(bundled, "党的领导干部和政党的领导人出席。")
