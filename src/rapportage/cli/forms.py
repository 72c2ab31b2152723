"""The form of what `trace` and `diff` give, by option or by the name of the file; and where it goes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from rapportage.cli.dutch import OtherForm, UnknownForm
from rapportage.cli.streams import say
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings
from rapportage.input.files import DEFAULT_FOLDER, Destination

SUFFIXES = {".txt": "text", ".json": "json", ".html": "html"}
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(tuple(SUFFIXES.values())),
    metavar="VORM",
    help="De vorm van de uitvoer: text, json of html. [standaard: naar de naam van BESTAND, anders text]",
)
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Waar de uitvoer komt. [standaard: scherm]",
)


def form_of(form: str | None, output: Path | None, others: tuple[str, ...] = ()) -> str:
    """'text', 'json' or 'html', or one of the `others`, which are suffixes.

    Raises:
        click.UsageError: the file has a name of another form than the option says, or of none.
    """
    if output is None or is_folder(output):  # what is wrong with a folder is reported later
        return form or "text"
    suffix = output.suffix.lower()
    known = {**SUFFIXES, **{each: each for each in others}}
    if suffix not in known:
        raise UnknownForm(str(output), tuple(known), click.get_current_context())
    if form is not None and form != known[suffix]:
        raise OtherForm(str(output), "--format", form, click.get_current_context())
    return known[suffix]


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no name is too long to ask."""
    try:
        return path.is_dir()
    except OSError:
        return False


def give(
    made: str | bytes | None,
    output: Path | None,
    project: Path,
    read: Iterable[Path],
    findings: Findings,
    *,
    strict: bool,
    is_json: bool,
    forms: tuple[str, ...] = tuple(SUFFIXES),
) -> Findings:
    """Text to the screen, or anything whole into the file unless something is in the way of that."""
    data = made.encode(errors="backslashreplace") if isinstance(made, str) else made
    if output is not None:
        where = Destination(output, project / DEFAULT_FOLDER, forms)
        return deliver({} if data is None else {output: data}, where, read, findings, strict=strict)
    if isinstance(made, str):
        say(made, end=False, is_json=is_json)
    return findings.strict() if strict else findings
