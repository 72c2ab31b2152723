"""Writes beside a period file of which cell of which delivered file each imported figure is."""

from __future__ import annotations

from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.yaml_text import Tree, flow, quoted
from rapportage.figures.parts import Part, breakdown_name
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.provenance import OriginKey, OriginSpec, Provenance

HEAD = "# Van welke cel elk cijfer komt. Gemaakt door 'rapportage import': verander het niet met de hand.\n"


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

    The order is that of the first import, so that the same import gives the same bytes.
    """
    files = {each: (found.path.text, found.hash.text) for each, found in before.deliveries.items()} if before else {}
    files[name] = (path, sha256)
    lines = f"{editor_line}{HEAD}leveringen:\n"
    for each, (where, digest) in files.items():
        lines += f"  {quoted(each)}: {flow({'bestand': quoted(where), 'sha256': quoted(digest)})}\n"
    lines += "herkomst:\n"
    given = {OriginKey(each.series, each.period, each.part) for each in figures}
    kept: dict[str, list[str]] = {each: [] for each in files}
    kept[name] = [_line(_own(each, name)) for each in figures]
    for key, origin in before.origins.items() if before else ():
        if key not in given and (origin.delivery.text != name or key.period != period):
            kept[origin.delivery.text].append(_line(_kept(origin)))
    return lines + "".join(line for each in kept.values() for line in each)


def _own(figure: ImportedFigure, name: str) -> Tree:
    cell = figure.cell
    return _tree(
        figure.series, figure.period.code, figure.part, figure.text, name, figure.sheet, cell.address, cell.text
    )


def _kept(origin: OriginSpec) -> Tree:
    sheet, raw = (each.text if each else "" for each in (origin.sheet, origin.raw))
    period, part = origin.period.code, origin.key.part
    return _tree(
        origin.series.text, period, part, origin.figure.text, origin.delivery.text, sheet, origin.cell.text, raw
    )


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
