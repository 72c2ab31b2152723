"""The command `import`: figures of a delivered file into a period file, with the cell that each is of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapportage.cli.complete import leveringen, periods
from rapportage.cli.dutch import Command
from rapportage.cli.exploring import explore, fetch
from rapportage.cli.shared import PROJECT, cli, finish
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings, render
from rapportage.document.normal import asked
from rapportage.input.files import PROVENANCE, Destination

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapportage.deliveries.importing import ImportResult


_EXPLORES = "Toont wat er in een geleverd bestand staat, en maakt er een eerste levering van."
_FETCHES = "Haalt de tabel van het CBS met dat nummer op, van opendata.cbs.nl, naar leveringen/."


@cli.command("import", cls=Command)
@click.argument("levering", type=asked, required=False, shell_complete=leveringen)
@click.argument("periode", type=asked, required=False, shell_complete=periods)
@PROJECT
@click.option("--datum", "date", metavar="DATUM", help="De dag van de levering, en van een nieuwe uitgave.")
@click.option("--proef", "is_trial", is_flag=True, help="Toont wat er zou worden geschreven, en schrijft niets.")
@click.option("--vervang", "replaces", is_flag=True, help="Vervangt cijfers die in de levering anders zijn.")
@click.option(
    "--herzien", "restates", is_flag=True, help="Zet bijgestelde cijfers van eerdere perioden onder 'herzien'."
)
@click.option("--verken", "explored", type=click.Path(path_type=Path), metavar="BESTAND", help=_EXPLORES)
@click.option("--haal", "fetched", metavar="NUMMER", help=_FETCHES)
def import_(
    levering: str | None,
    periode: str | None,
    project: Path,
    date: str | None,
    is_trial: bool,
    replaces: bool,
    restates: bool,
    explored: Path | None,
    fetched: str | None,
) -> None:
    """Zet de cijfers van LEVERING over PERIODE in het periodebestand, met de cel waar elk cijfer staat.

    LEVERING is een bestand in leveringen/ dat zegt welke cellen welke reeks vullen. Zonder PERIODE is het de laatste
    waarvan er een bestand is geleverd.
    """
    if explored is not None:
        explore(explored, project, is_trial=is_trial)
    if fetched is not None:
        fetch(fetched, project, replaces=replaces)
    if levering is None:
        raise _no_levering()
    from rapportage.deliveries.importing import ImportRequest, import_delivery
    from rapportage.deliveries.opening import open_delivery

    findings = Findings()
    request = ImportRequest(levering, periode, project, date, replaces, restates)
    result = import_delivery(request, open_delivery(project), findings)
    if result is None:
        finish(findings, "long")
    for line in _proposed(result, restates=restates):
        click.echo(line, err=True)
    if is_trial:
        click.echo("".join(_difference(result)), nl=False)
    else:
        where = Destination(result.path, result.path.parent, (result.path.suffix,), (PROVENANCE,))
        findings = deliver(result.made, where, (), findings, strict=False)
    if not findings.has_errors:
        click.echo(_outcome(result, is_trial=is_trial), err=True)
    finish(findings, "long")


def _no_levering() -> click.MissingParameter:
    context = click.get_current_context()
    param = next(each for each in context.command.params if each.name == "levering")
    return click.MissingParameter(ctx=context, param=param)


def _proposed(result: ImportResult, *, restates: bool) -> Iterator[str]:
    """The figures of earlier periods that the delivery gives otherwise."""
    if not result.proposed:
        return
    count = render.counted(len(result.proposed), "cijfer van een eerdere periode", "cijfers van eerdere perioden")
    advice = "; nu onder 'herzien'" if restates else "; zet het met --herzien in het periodebestand"
    yield f"{result.delivery.path} geeft {count} anders dan de gegevens{advice}:"
    for each in result.proposed:
        figure = each.figure
        name = f"{figure.series} {figure.period.code}, {figure.part.label or 'totaal'}"
        yield f"  {name}: {each.known} ({each.place}), nu {figure.text} (cel {figure.cell.address})"


def _difference(result: ImportResult) -> Iterator[str]:
    """What would change in each file, as git shows it."""
    from difflib import unified_diff  # only here: other commands start sooner without

    for path, data in result.made.items():
        before, after = result.before[path], data.decode()
        yield from unified_diff(before.splitlines(True), after.splitlines(True), str(path), str(path))


def _outcome(result: ImportResult, *, is_trial: bool) -> str:
    figures = render.counted(result.figures, "cijfer", "cijfers")
    told = "; ".join((result.delivery.format, *result.delivery.told))
    of = f"{figures} over {result.period.code} uit {result.delivery.path} ({told})"
    if not result.made:
        return f"{result.path}: {of}; alles stond er al, er is niets veranderd"
    replaced = f", {result.replaced} vervangen" if result.replaced else ""
    origin = f"; nieuw, gemaakt van {result.origin}" if result.origin else ""
    draft = "; het blijft een concept, want er is nog iets in te vullen" if result.stays_draft else ""
    return f"{result.path}: {of}{replaced}{origin}{draft}" + (
        "; dit was een proef, er is niets geschreven" if is_trial else ""
    )
