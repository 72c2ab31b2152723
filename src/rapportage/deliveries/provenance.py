"""Writes beside a period file of which cell of which delivered file each imported figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256 as hash_of

from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.yaml_text import Tree, flow, quoted
from rapportage.figures.parts import Part, breakdown_name, dimensions_of
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.provenance import OriginKey, OriginSpec, Provenance

HEAD = "# Van welke cel elk cijfer komt. Gemaakt door 'rapportage import': verander het niet met de hand.\n"
_OLDER = re.compile(r"@[0-9a-f]{8}\Z")


def provenance_text(
    before: Provenance | None,
    name: str,
    path: str,
    sha256: str,
    period: TimePeriod,
    figures: tuple[ImportedFigure, ...],
    editor_line: str,
) -> str:
    """The file with these figures of one levering; what others gave, or it gave of other periods, stays as it was.

    A figure of an earlier period that an older file gave keeps that file, with its hash. The order is that of the first
    import, so that the same import gives the same bytes.
    """
    files = {each: (found.path.text, found.hash.text) for each, found in before.deliveries.items()} if before else {}
    own = {each: file for each, file in files.items() if levering_name(each) == name}
    files = {each: file for each, file in files.items() if each == name or each not in own} | {name: (path, sha256)}
    given = {OriginKey(each.series, each.period, each.part) for each in figures}
    stays: list[tuple[OriginSpec, str]] = []
    for key, origin in before.origins.items() if before else ():
        file = origin.delivery.text
        if key in given or (file in own and key.period == period):
            continue
        if file in own:
            file = name if own[file] == files[name] else _older(name, own[file])
            files.setdefault(file, own[origin.delivery.text])
        stays.append((origin, file))
    lines = f"{editor_line}{HEAD}leveringen:\n"
    for each, (where, digest) in files.items():
        lines += f"  {quoted(each)}: {flow({'bestand': quoted(where), 'sha256': quoted(digest)})}\n"
    lines += "herkomst:\n"
    kept: dict[str, list[str]] = {each: [] for each in files}
    kept[name] = [_line(_own(each, name)) for each in figures]
    for origin, file in stays:
        kept[file].append(_line(_kept(origin, file)))
    return lines + "".join(line for each in kept.values() for line in each)


def parts_given(
    before: Provenance | None, name: str, period: TimePeriod, series: str, breakdown: str
) -> Iterator[Part]:
    """The parts of a breakdown that the levering of that name gave before, of the period itself."""
    asked = (series, period, frozenset(dimensions_of(breakdown)))
    for key, origin in before.origins.items() if before is not None else ():
        own = (key.series, key.period, frozenset(key.part.dimensions))
        if own == asked and levering_name(origin.delivery.text) == name:
            yield key.part


def levering_name(key: str) -> str:
    """The name of the levering of a file: that of one of which only older figures are left has a mark behind it."""
    return _OLDER.sub("", key)


def _older(name: str, file: tuple[str, str]) -> str:
    """What a file is called that the levering of that name read before: the same for the same file."""
    return f"{name}@{hash_of(' '.join(file).encode()).hexdigest()[:8]}"


def _own(figure: ImportedFigure, name: str) -> Tree:
    cell = figure.cell
    return _tree(
        figure.series, figure.period.code, figure.part, figure.text, name, figure.sheet, cell.address, cell.text
    )


def _kept(origin: OriginSpec, file: str) -> Tree:
    sheet, raw = (each.text if each else "" for each in (origin.sheet, origin.raw))
    period, part = origin.period.code, origin.key.part
    return _tree(origin.series.text, period, part, origin.figure.text, file, sheet, origin.cell.text, raw)


def _tree(series: str, period: str, part: Part, figure: str, name: str, sheet: str, cell: str, raw: str) -> Tree:
    return {
        "reeks": quoted(series),
        "periode": period,
        **_part(part),
        "cijfer": figure,
        "levering": quoted(name),
        **({"blad": quoted(sheet)} if sheet else {}),
        "cel": quoted(cell),
        **({"ruw": quoted(raw)} if raw else {}),
    }


def _part(part: Part) -> dict[str, Tree | str]:
    if not part.dimensions:
        return {}
    names = [quoted(each) for each in part.names]
    return {
        "verdeling": quoted(breakdown_name(part.dimensions)),
        "onderdeel": names[0] if len(names) == 1 else f"[{', '.join(names)}]",
    }


def _line(tree: Tree) -> str:
    return f"  - {flow(tree)}\n"
