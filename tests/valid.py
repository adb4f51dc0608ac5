"""Whether an XML file keeps to the statements in `tests/schemas`."""

from pathlib import Path

from lxml import etree, isoschematron

_SCHEMAS = Path(__file__).parent / "schemas"


def breaches(data: bytes, schema: str) -> list[str]:
    """What in a file breaks the structure or the rules of a schema, such as `xliff-2.1`."""
    root = etree.fromstring(data)
    structure = etree.RelaxNG(etree.parse(_SCHEMAS / f"{schema}.rng"))
    rules = isoschematron.Schematron(etree.parse(_SCHEMAS / f"{schema}.sch"), store_report=True)
    structure.validate(root)
    rules.validate(root)
    failed = rules.validation_report.iterfind(".//{*}failed-assert/{*}text")
    return [
        *(f"{error.line}: {error.message}" for error in structure.error_log),
        *(text.text for text in failed),
    ]
