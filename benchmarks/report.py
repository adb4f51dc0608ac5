"""What was measured, as Markdown, JSON and charts."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.model import Aim, Chart, Result, Table, Value

Results = Mapping[str, Result]
"""By section, in the order in which they ran."""


def machine() -> dict[str, Value]:
    """What the figures depend on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }


def write(results: Results, about: Mapping[str, Value], folder: Path) -> list[Path]:
    """Writes `results.md`, `results.json` and a chart for each table that has one; gives what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "results.md", folder / "results.json"]
    written[0].write_text(markdown(results, about), encoding="utf-8")
    written[1].write_text(_json(results, about), encoding="utf-8")
    for result in results.values():
        for table in result.tables:
            if table.chart and table.rows:
                written += _draw(table, table.chart, folder)
    return written


def markdown(results: Results, about: Mapping[str, Value]) -> str:
    """The whole report: what is aimed at first, then every table."""
    lines = ["# Benchmarks", "", ", ".join(f"{name} {value}" for name, value in about.items()), ""]
    lines += [
        "## What is aimed at",
        "",
        *_aims([aim for result in results.values() for aim in result.aims]),
        "",
    ]
    for result in results.values():
        for table in result.tables:
            lines += [f"## {table.title}", "", table.about, "", *_rows(table), ""]
        lines += [f"Left out: {missing}." for missing in result.skipped]
        lines += [""] if result.skipped else []
    return "\n".join(lines)


def _aims(aims: Sequence[Aim]) -> list[str]:
    rows = ["| aim | measured | wanted | |", "|---|---:|---:|---|"]
    for aim in aims:
        bound = "at most" if aim.at_most else "at least"
        rows.append(
            f"| {aim.text} | {_shown(aim.measured)} | {bound} {_shown(aim.wanted)} | {'holds' if aim.holds else 'missed'} |"
        )
    return rows


def _rows(table: Table) -> list[str]:
    if not table.rows:
        return ["Nothing was measured."]
    columns = list(table.rows[0])
    sides = ["---" if isinstance(value, str) else "---:" for value in table.rows[0].values()]
    return [
        f"| {' | '.join(columns)} |",
        f"|{'|'.join(sides)}|",
        *(f"| {' | '.join(map(_shown, row.values()))} |" for row in table.rows),
    ]


def _shown(value: Value) -> str:
    """A value with three significant figures, `-` where there is none."""
    if value is None:
        return "-"
    if isinstance(value, str):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _json(results: Results, about: Mapping[str, Value]) -> str:
    sections = {
        name: {
            "tables": {
                table.name: {"title": table.title, "rows": list(table.rows)} for table in result.tables
            },
            "aims": [{**asdict(aim), "holds": aim.holds} for aim in result.aims],
            "skipped": list(result.skipped),
        }
        for name, result in results.items()
    }
    return json.dumps({"machine": dict(about), "sections": sections}, ensure_ascii=False, indent=1) + "\n"


def _draw(table: Table, chart: Chart, folder: Path) -> list[Path]:
    """A chart as SVG and PNG; nothing where matplotlib is missing."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return []
    names = [str(row[chart.x]) for row in table.rows]
    figure = Figure(
        figsize=(8, 4.5 if chart.lines else 1.5 + 0.32 * len(names) * len(chart.y)), layout="constrained"
    )
    axes = figure.subplots()
    for index, column in enumerate(chart.y):
        points = [(place, row) for place, row in enumerate(table.rows) if row[column] is not None]
        values = [float(row[column] or 0) for _, row in points]
        if chart.lines:
            axes.loglog([float(row[chart.x] or 0) for _, row in points], values, marker="o", label=column)
        else:
            height = 0.8 / len(chart.y)
            axes.barh([place + index * height for place, _ in points], values, height=height, label=column)
    if chart.lines:
        axes.set_xlabel(chart.x)
        axes.set_ylabel(chart.unit)
        axes.xaxis.set_major_formatter("{x:,g}")
        for show in (axes.yaxis.set_major_formatter, axes.yaxis.set_minor_formatter):
            show("{x:,g}")
    else:
        axes.set_yticks([place + 0.4 - 0.4 / len(chart.y) for place in range(len(names))], names)
        axes.invert_yaxis()
        axes.set_xlabel(chart.unit)
    axes.set_title(table.title)
    axes.legend()
    axes.grid(alpha=0.3)
    paths = [folder / f"{table.name}.{suffix}" for suffix in ("svg", "png")]
    for path in paths:
        figure.savefig(path, dpi=120, metadata={"Date": None} if path.suffix == ".svg" else None)
    return paths
