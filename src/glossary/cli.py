"""The command line: every module in `glossary.commands` is a command, named as the module."""

import os
import sys
from importlib import import_module

import typer

from glossary import __version__, commands, modules
from glossary.errors import DataError, GlossaryError

_SOFTWARE_FAULT = 70
"""EX_SOFTWARE of sysexits.h."""

_CONTEXT = {"help_option_names": ["-h", "--help"]}


def _app() -> typer.Typer:
    app = typer.Typer(
        name="glossary",
        help="Put Chinese official text into English with one agreed rendering for every name.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings=_CONTEXT,
    )
    app.callback()(_options)
    for name in modules.names(commands.__name__):
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
    try:
        _app()()
    except GlossaryError as error:
        typer.echo(str(error) if isinstance(error, DataError) else f"glossary: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; Python would complain again on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception:
        # A fault of ours must not look like findings, which are exit status 1.
        import traceback

        traceback.print_exc()
        typer.echo("glossary: this is a bug; please report it with the lines above", err=True)
        sys.exit(_SOFTWARE_FAULT)
