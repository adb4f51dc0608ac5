"""The command line: every module in `glossary.commands` is a command, named as the module."""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from glossary import __version__, commands, modules
from glossary.errors import DataError, GlossaryError

_SOFTWARE_FAULT = 70
"""EX_SOFTWARE of sysexits.h."""

_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT))
"""What a disk says that is full, for all or for this user."""

_SELDOM = 200_000
"""New objects between two searches for garbage: a command imports and reads much, and makes little garbage."""

_CONTEXT = {"help_option_names": ["-h", "--help"]}


def _app(arguments: Sequence[str]) -> typer.Typer:
    """The command that the arguments begin with; all of them where they begin with none, as for help."""
    names = modules.names(commands.__name__)
    asked = [name for name in arguments[:1] if name in names]
    app = typer.Typer(
        name="glossary",
        help="Put Chinese official text into English with one agreed rendering for every name.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings=_CONTEXT,
    )
    app.callback()(_options)
    for name in asked or names:
        command = getattr(import_module(f"{commands.__name__}.{name}"), name)
        app.command(name=name, context_settings=_CONTEXT)(command)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zh-glossary {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Put Chinese official text into English with one agreed rendering for every name."""


def main() -> None:
    """Runs the command line; broken input is one line on standard error and exit status 2."""
    gc.set_threshold(_SELDOM, 20, 20)
    try:
        _app(sys.argv[1:])()
    except GlossaryError as error:
        typer.echo(str(error) if isinstance(error, DataError) else f"glossary: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; Python would complain again on exit.
        _drop_output()
        sys.exit(1)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            _drop_output()
            typer.echo(f"glossary: {error.strerror}: make room, or name another place with -o", err=True)
            sys.exit(2)
        # A fault of ours must not look like findings, which are exit status 1.
        import traceback

        traceback.print_exc()
        typer.echo("glossary: this is a bug; please report it with the lines above", err=True)
        sys.exit(_SOFTWARE_FAULT)


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
