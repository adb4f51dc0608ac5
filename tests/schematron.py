"""Schematron as others publish it, with XPath 2: what lxml, which knows XPath 1, cannot run.

Patterns, rules and assertions are made into a stylesheet that Saxon runs: in each pattern the first rule whose context a
node matches counts, as ISO/IEC 19757-3 has it. A schema with more than that (phases, variables, reports) is refused.
"""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

_XSL = "http://www.w3.org/1999/XSL/Transform"
_KNOWN = {"schema", "title", "p", "ns", "pattern", "rule", "assert"}


def failures(path: Path, rules: Path) -> list[str]:
    """The assertions that do not hold in a file, one line a node: its name, its text, what is asserted."""
    saxonche = pytest.importorskip("saxonche")
    with saxonche.PySaxonProcessor(license=False) as processor:
        compiler = processor.new_xslt30_processor()
        stylesheet = compiler.compile_stylesheet(stylesheet_text=_stylesheet(etree.parse(rules).getroot()))
        said: str = stylesheet.transform_to_string(source_file=str(path)) or ""
    return said.splitlines()


def _stylesheet(schema: Any) -> str:
    assert {etree.QName(element).localname for element in schema.iter(etree.Element)} <= _KNOWN
    prefixes = {element.get("prefix"): element.get("uri") for element in schema.iterfind("{*}ns")}
    root = etree.Element(f"{{{_XSL}}}stylesheet", nsmap={"xsl": _XSL, **prefixes}, version="2.0")
    _add(root, "output", method="text")
    start = _add(root, "template", match="/")
    for number, pattern in enumerate(schema.iterfind("{*}pattern")):
        mode = f"pattern-{number}"
        _add(start, "apply-templates", select="//node() | //@*", mode=mode)
        _add(root, "template", match="node() | @*", mode=mode, priority="0")
        rules = pattern.findall("{*}rule")
        for priority, rule in enumerate(reversed(rules), 1):
            template = _add(root, "template", match=rule.get("context"), mode=mode, priority=str(priority))
            for asserted in rule.iterfind("{*}assert"):
                broken = _add(template, "if", test=f"not({asserted.get('test')})")
                _add(broken, "value-of", select="concat(name(), ' ', normalize-space(), ': ')")
                _add(broken, "text", text=" ".join(asserted.xpath("string()").split()) + "\n")
    return str(etree.tostring(root, encoding="unicode"))


def _add(parent: Any, name: str, *, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{_XSL}}}{name}", attributes)
    child.text = text
    return child
