"""Schools, campuses, hospitals and their departments, offices of universities, departments of companies."""

import pytest
from given import annotations, document, found

GLOSSARY = """
["沈阳"]
en = "Shenyang"
kind = "place.city"

["河北"]
en = "Hebei"
kind = "place.province"

["{city}市"]
en = "{city}"
kind = "place.city"

["沈河区"]
en = "Shenhe District"
kind = "place.district"

["样本大学"]
en = "Sample University"
kind = "institution.university.no-article"

["样本医院"]
en = "Sample Hospital"
kind = "institution.hospital.no-article"

["样本集团"]
en = "Sample Group"
kind = "institution.company.no-article"

["国家重点实验室"]
en = "State Key Laboratory"
kind = "term"
"""


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("样本大学土木工程学院", "School of Civil Engineering of Sample University"),
        ("样本大学控制科学与工程学院", "School of Control Science and Engineering of Sample University"),
        (
            "样本大学国际关系与公共事务学院",
            "School of International Relations and Public Affairs of Sample University",
        ),
        ("样本大学新闻学院", "School of Journalism of Sample University"),
        ("样本大学建筑学院", "School of Architecture of Sample University"),
        ("样本大学药学院院长", "Dean of the School of Pharmacy of Sample University"),
        ("样本大学物理系", "Department of Physics of Sample University"),
        ("样本大学物理系主任", "Chair of the Department of Physics of Sample University"),
        (
            "样本大学土木工程学院桥梁工程系副主任",
            "Vice Chair of the Department of Bridge Engineering of the School of Civil Engineering of Sample University",
        ),
        ("样本大学沈河校区校长", "President of the Shenhe Campus of Sample University"),
        ("样本大学沈阳分校校长", "President of the Shenyang Campus of Sample University"),
        ("样本大学附属中学校长", "Principal of the Affiliated High School of Sample University"),
        ("沈阳市第三中学校长", "Principal of Shenyang No. 3 Middle School"),
        ("样本大学科研院副院长", "Vice President of the Institute of Research of Sample University"),
        (
            "样本大学党委宣传部部长",
            "Head of the Publicity Department of the Party Committee of Sample University",
        ),
        ("机械传动国家重点实验室", "State Key Laboratory of Mechanical Transmission"),
        ("桥梁工程教育部重点实验室", "Key Laboratory of Bridge Engineering, Ministry of Education"),
    ],
)
def test_schools_departments_and_campuses_are_parts_of_universities(text: str, rendering: str) -> None:
    [note] = annotations(document(GLOSSARY, text))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, False)


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("样本大学附属肿瘤医院", "Affiliated Cancer Hospital of Sample University"),
        ("样本大学附属沈河医院", "Affiliated Shenhe Hospital of Sample University"),
        ("样本大学附属第二医院院长", "President of the Second Affiliated Hospital of Sample University"),
        ("样本医院感染科主任", "Director of the Department of Infectious Diseases of Sample Hospital"),
        ("样本医院护理部副主任", "Deputy Director of the Nursing Department of Sample Hospital"),
        (
            "样本医院骨科副主任医师",
            "Associate Chief Physician of the Department of Orthopedics of Sample Hospital",
        ),
    ],
)
def test_hospitals_have_departments_and_universities_have_hospitals(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("样本集团市场部经理", "Manager of the Marketing Department of Sample Group"),
        ("样本集团云计算事业部总裁", "President of the Cloud Computing Business Division of Sample Group"),
        ("样本集团沈阳分公司总经理", "General Manager of the Shenyang Branch of Sample Group"),
        ("样本集团董事会秘书", "Secretary of the Board of Sample Group"),
        ("样本集团独立董事", "Independent Director of Sample Group"),
        ("样本集团首席合规官", "Chief Compliance Officer of Sample Group"),
        ("河北中烟工业有限责任公司", "China Tobacco Hebei Industrial Co., Ltd."),
    ],
)
def test_companies_have_departments_branches_and_officers(text: str, rendering: str) -> None:
    assert found(GLOSSARY, text) == [(text, rendering)]


@pytest.mark.parametrize(
    ("text", "rendering"),
    [
        ("人力资源部部长", "Head of the Human Resources Department"),
        ("学生工作部副部长", "Deputy Head of the Student Affairs Department"),
        ("感染科主任", "Director of the Department of Infectious Diseases"),
        ("分析测试中心主任", "Director of the Analysis and Testing Center"),
        ("分公司总经理", "General Manager of the Branch"),
    ],
)
def test_departments_are_read_alone_before_a_post(text: str, rendering: str) -> None:
    [note] = annotations(document(GLOSSARY, f"由{text}主持"))
    assert (note.text, note.rendering, note.uncertain) == (text, rendering, False)


@pytest.mark.parametrize(
    "text",
    [
        "该公司人力资源部公布了招聘计划",
        "患者到感染科就诊",
        "市场部分产品涨价",
        "外科医生参与手术",
        "财务部门加强管理",
        "医疗中心发挥作用",
    ],
)
def test_they_are_not_read_alone_elsewhere(text: str) -> None:
    assert found(GLOSSARY, text) == []


def test_posts_in_two_departments_stay_two() -> None:
    assert found(GLOSSARY, "由市场部经理、投资部副总经理汇报") == [
        ("市场部经理", "Manager of the Marketing Department"),
        ("投资部副总经理", "Deputy General Manager of the Investment Department"),
    ]


def test_laboratories_in_a_list_stay_apart() -> None:
    assert found(GLOSSARY, "依托样本大学机械传动国家重点实验室、桥梁工程国家重点实验室") == [
        (
            "样本大学机械传动国家重点实验室",
            "State Key Laboratory of Mechanical Transmission of Sample University",
        ),
        ("桥梁工程国家重点实验室", "State Key Laboratory of Bridge Engineering"),
    ]


def test_an_and_before_a_modifier_joins_what_it_narrows() -> None:
    assert found(GLOSSARY, "由能源与公共事务学院承办") == [
        ("能源与公共事务学院", "School of Energy and Public Affairs")
    ]
