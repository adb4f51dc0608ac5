"""`glossary check`: PO files in, what is wrong with their translations out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.atomic import looking_at
from glossary.commands._console import reading, refuse_inputs, say
from glossary.commands._findings import Format, Ignore, Select, give, has_colour, refuse_format, rules
from glossary.commands._options import Glossaries, Jobs, NoBuiltin, Output, task
from glossary.commands._po_files import or_locale
from glossary.errors import DataError, GlossaryError
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.baseline import Baseline
    from glossary.checks.model import Finding


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PO|DIR...",
            help="PO files, or folders of them, or -; without any, the project's `locale`.",
        ),
    ] = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    select: Select = None,
    ignore: Ignore = None,
    format: Format = "text",  # noqa: A002  # the option's name
    output: Output = "-",
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings recorded in this file are not reported.")
    ] = None,
    update_baseline: Annotated[
        bool,
        typer.Option(
            "--update-baseline",
            help="Take what is no longer found out of the baseline; make it where there is none.",
        ),
    ] = False,
    jobs: Jobs = 1,
) -> None:
    """Check translations against the glossary and the rules that `glossary explain` lists.

    Exit status: 0 where nothing is found, 1 where something is, 2 where a file cannot be used.
    """
    from glossary import checks, config
    from glossary.checks.messages import messages
    from glossary.report.model import Report

    settings = config.load()
    refuse_format(format)
    applied = rules(settings, select, ignore)
    record = baseline or (settings.path(settings.check.baseline) if settings.check.baseline else None)
    recorded = _recorded(record, update=update_baseline)
    chosen = or_locale(paths, settings, work="check")
    refuse_inputs(output, (*(paths or ()), *(glossary or ())))
    run, files, errors = messages(
        chosen, task(settings, glossary, no_builtin=no_builtin), jobs=jobs, watch=reading
    )
    findings = checks.check(run, select=applied)
    for error in errors:
        say(str(error))
    if record and errors and update_baseline:
        say(f"{record}: not written, as not every file could be read")
    if record and (recorded or not errors):
        from glossary.baseline import unrecorded

        update = update_baseline and not errors
        recorded = _kept(record, recorded, findings, files, applied, update=update)
        findings = unrecorded(findings, recorded)
    report = Report(
        findings=findings,
        files=files,
        unusable=errors,
        entries=len(run.judged),
        colour=has_colour(output),
    )
    give(report, format, output)
    if errors or findings:
        raise typer.Exit(2 if errors else 1)


def _recorded(record: Path | None, *, update: bool) -> "Baseline | None":
    """The baseline, None where there is none yet."""
    from glossary import baseline

    if record is None:
        if update:
            raise GlossaryError("--update-baseline needs a file: add --baseline FILE")
        return None
    with looking_at(record):
        exists = record.exists()
    if not exists:
        if not update:
            raise DataError(record, None, "no such baseline; make it with --update-baseline")
        return None
    return baseline.read(record)


def _kept(
    record: Path,
    recorded: "Baseline | None",
    findings: Sequence["Finding"],
    files: Sequence[str],
    rules: Sequence[str],
    *,
    update: bool,
) -> "Baseline":
    """The baseline as it is from now on; it is written where `update` says so and it changed."""
    from glossary import baseline

    if recorded is None:
        made = baseline.of(findings, record.parent)
        baseline.write(made, record)
        say(f"{record}: {plural(sum(made.records.values()), 'finding')} recorded")
        return made
    left = baseline.shrunk(recorded, findings, files=files, rules=rules)
    gone = sum(recorded.records.values()) - sum(left.records.values())
    if gone and update:
        baseline.write(left, record)
        say(f"{record}: {plural(gone, 'finding')} taken out")
    elif gone:
        say(f"{record}: {plural(gone, 'finding')} found no more; take out with --update-baseline")
    return left
