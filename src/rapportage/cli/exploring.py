"""What `import` does before there is a levering: looking through a file, and fetching a table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from rapportage.cli.shared import finish
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings
from rapportage.input.files import LEVERINGEN, Destination, FileFault, exists, names_in, read

if TYPE_CHECKING:
    from rapportage.deliveries.grid import Delivery

_LEVERING = ".yaml"
_FETCHED = ".json"
_MOST_OTHERS = 3
"""So many other files are looked at for what changes with the period."""
_AMBIGUOUS = ("I111", "I112")
"""Of a file whose decimal sign its user has to say."""


def explore(file: Path, project: Path, *, is_trial: bool) -> NoReturn:
    """Shows what is in a file, and writes a first levering where there is none of that name yet."""
    from rapportage.deliveries.exploring import first_levering, told
    from rapportage.deliveries.opening import report_unreadable
    from rapportage.deliveries.reading import MOST_BYTES

    findings = Findings()
    shown = _in_project(file, project)
    try:
        data = read(file, MOST_BYTES, None)
    except FileFault as fault:
        report_unreadable(fault, str(file), findings)
        finish(findings, "long")
    delivery, open_keys = _read(data, shown, findings)
    made = first_levering(delivery, open_keys, _others(file, project)) if delivery is not None else None
    if delivery is None or made is None:
        if delivery is not None:
            click.echo(told(delivery), nl=False)
        finish(findings, "long")
    click.echo(told(delivery), nl=False)
    path = project / LEVERINGEN / f"{_name(file)}{_LEVERING}"
    if is_trial:
        click.echo(f"\n{made}", nl=False)
    elif exists(path, project):
        click.echo(f"{path} is er al en is niet veranderd; met --proef ziet u de eerste levering", err=True)
    else:
        where = Destination(path, path.parent, (_LEVERING,), is_new=True)
        findings = deliver({path: made.encode()}, where, (), findings, strict=False)
        if not findings.has_errors:
            click.echo(f"{path} is gemaakt; vul het aan, en dan: rapportage import {path.stem}", err=True)
    finish(findings, "long")


def _read(data: bytes, shown: str, findings: Findings) -> tuple[Delivery | None, tuple[str, ...]]:
    """The file, and what its levering has to say before it can be imported: of a file that can be read in two ways."""
    from rapportage.deliveries.reading import read_delivery

    found = Findings()
    delivery = read_delivery(data, shown, found)
    ambiguous = [item for item in found if item.code in _AMBIGUOUS]
    if not ambiguous:
        findings.extend(found)
        return delivery, ()
    for item in ambiguous:
        findings.warning(item.code, item.message, item.span, item.hint)
    return read_delivery(data, shown, findings, ","), ("decimaalteken:   # vul in: komma of punt",)


def _others(file: Path, project: Path) -> list[Delivery]:
    """The last files beside it with the same name but for the period; what is wrong with them is not told."""
    from rapportage.deliveries.reading import MOST_BYTES

    beside = [each for each in names_in(file.parent, f"*{file.suffix}", None) if _name(each) == _name(file)]
    found = []
    for path in [each for each in beside if each.name != file.name][-_MOST_OTHERS:]:
        try:
            found.append(_read(read(path, MOST_BYTES, None), _in_project(path, project), Findings())[0])
        except FileFault:
            continue
    return [each for each in found if each is not None]


def fetch(number: str, project: Path, *, replaces: bool) -> NoReturn:
    """Fetches a table of Statistics Netherlands into the folder of the project with delivered files."""
    from rapportage.deliveries.fetching import fetch_table

    findings = Findings()
    data = fetch_table(number, findings)
    if data is not None:
        path = project / LEVERINGEN / f"cbs-{number}{_FETCHED}"
        where = Destination(path, path.parent, (_FETCHED,), is_new=not replaces)
        findings = deliver({path: data}, where, (), findings, strict=False)
        if not findings.has_errors:
            click.echo(f"{path} is opgehaald; bekijk het met: rapportage import --verken {path}", err=True)
    finish(findings, "long")


def _in_project(file: Path, project: Path) -> str:
    """How a levering names the file: from the project, or where it should come."""
    try:
        return file.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        return f"{LEVERINGEN}/{file.name}"


def _name(file: Path) -> str:
    """What a levering of the file is called: its name without the period in it."""
    bare = re.sub(r"(?:18|19|20)\d\d(?:[-_]?(?:W\d\d|Q[1-4]|H[12]|\d\d))?", "", file.stem)
    return "-".join(re.findall(r"\w+", bare.replace("_", "-"))) or "levering"
