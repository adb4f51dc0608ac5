"""Chinese official text into English, with one agreed rendering for every name.

`glossary.load()` gives a glossary that annotates texts. The command line is `glossary`; its steps are in
`glossary.pipeline`, in reading order.
"""

TYPE_CHECKING = False  # as `typing` has it, whose import would take ten times as long as this package's

if TYPE_CHECKING:
    from glossary.api import Glossary as Glossary
    from glossary.api import load as load
    from glossary.errors import DataError as DataError
    from glossary.errors import GlossaryError as GlossaryError
    from glossary.jsonl import to_dict as to_dict
    from glossary.model import Annotation as Annotation
    from glossary.model import Document as Document
    from glossary.model import Segment as Segment
    from glossary.model import Status as Status

__version__ = "0.1.0"

_HOMES = {
    "Annotation": "model",
    "DataError": "errors",
    "Document": "model",
    "Glossary": "api",
    "GlossaryError": "errors",
    "Segment": "model",
    "Status": "model",
    "load": "api",
    "to_dict": "jsonl",
}
"""The public names and their modules, which are imported when a name is first used: start-up time is a feature."""

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604  # the names of _HOMES are strings


def __getattr__(name: str) -> object:
    """A public name, when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, and what else the module has."""
    return sorted({*globals(), *__all__})
