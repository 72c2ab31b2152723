"""A first levering of a file, for its user to edit: what was seen in it, in the keys that an import asks.

What only a person knows is left open: the publisher, the unit of each series, and what signs mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct, field

from rapportage.deliveries.exploring.long_tables import LongTable, long_table
from rapportage.deliveries.exploring.seen import SeenTable, seen_tables, signs_in
from rapportage.deliveries.exploring.told import LONG
from rapportage.deliveries.grid import Cell, CellKind, Delivery, column_name
from rapportage.deliveries.periods import named_period
from rapportage.deliveries.words import values_of
from rapportage.deliveries.yaml_text import quoted
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.names import LONGEST, wrong_name

_IN_NAME = re.compile(r"(?:18|19|20)\d\d(?:-(?:W\d\d|Q[1-4]|H[12]|\d\d))?(?!\d)", re.ASCII)
_OPENING = re.compile(r"\w+:")
"""'Bron:' of 'Bron: IND, 10 maart 2025': what follows is another in each file."""
_TOTAL = re.compile(r"(?:eind)?totaal|total", re.IGNORECASE)
_HEAD = """\
# Gemaakt door 'rapportage import --verken'. Houd over wat nodig is, en vul aan wat hieronder open is:
# bij de bron de uitgever, bij elke nieuwe reeks de eenheid, en wat tekens betekenen.
"""
_SIGNS = "# 0, '.', n.v.t., ~0 of <5; van een teken bij een getal: voorlopig of zonder"


class _Words(Struct):
    """What of the words of a file is the period: 'mei 2020' is written '{maandnaam} {jaar}'."""

    period: TimePeriod | None
    _given: set[str] = field(default_factory=set)

    def moving(self, text: str) -> str:
        """The same words for any period."""
        if self.period is None:
            return text
        if named_period(text) == self.period and self.period.kind != "jaar":
            named = values_of(self.period)
            shapes = ("{maandnaam} {jaar}", "{jaar} {maandnaam}") if "maandnaam" in named else ()
            same = (shape for shape in shapes if shape.format(**named) == text.casefold())
            return next(same, "{periode}")
        values = values_of(self.period)
        for name in ("maandnaam", "Maandnaam", "jaar"):
            if values.get(name) == text:
                return f"{{{name}}}"
        return text

    def is_of_period(self, texts: Sequence[str]) -> bool:
        return any(self.moving(text) != text for text in texts)

    def series(self, texts: Sequence[str]) -> str:
        """The name of a series that is over these words, each name once."""
        own = [text for text in texts if self.moving(text) == text] or ["cijfers"]
        letters = unicodedata.normalize("NFKD", " ".join(own)).lower()
        plain = "".join(each for each in letters if not unicodedata.combining(each))
        name = "_".join(re.findall("[a-z0-9]+", plain))[: LONGEST - 4].strip("_")
        name = f"reeks_{name}"[: LONGEST - 4].strip("_") if wrong_name(name) else name
        number = next(n for n in range(1, len(self._given) + 2) if _numbered(name, n) not in self._given)
        self._given.add(_numbered(name, number))
        return _numbered(name, number)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"


def first_levering(delivery: Delivery, open_keys: Sequence[str] = ()) -> str | None:
    """The text of a levering for a file, named from its project; None where no table was seen.

    `open_keys` are lines that its user has to complete besides.
    """
    name = PurePath(delivery.path).name
    found = [period for each in _IN_NAME.finditer(name) if (period := TimePeriod.parse(each[0]))]
    words = _Words(found[0] if len(set(found)) == 1 else None)
    file = delivery.path.replace(words.period.code, "{periode}") if words.period else delivery.path
    is_long = delivery.format in LONG
    tables = [] if is_long else [table for sheet in delivery.sheets for table in seen_tables(sheet)]
    longs = [long_table(sheet) for sheet in delivery.sheets if len(sheet.rows) > 1] if is_long else []
    if not tables and not longs:
        return None
    title = next((table.title for table in tables if table.title), PurePath(name).stem)
    lines = [f"bestand: {quoted(file)}", *open_keys, "bron:", f"  titel: {quoted(title)}", "  uitgever:   # vul in"]
    cells = [cell for table in tables for cell in table.figures()] + [cell for long in longs for cell in long.figures()]
    lines += _signs(cells)
    lines += _remarks(cells)
    lines.append("tabellen:")
    for table in tables:
        lines += _item(_table(table, tables, words))
    for long in longs:
        lines += _item(_long(long, words))
    return _HEAD + "\n".join(lines) + "\n"


def _signs(cells: Sequence[Cell]) -> Iterator[str]:
    """The signs among the figures, for who knows what they mean."""
    signs = sorted(signs_in(cells))
    blank = ["leeg"] if any(cell.kind is CellKind.BLANK and not cell.formula_without_value for cell in cells) else []
    if signs or blank:
        yield f"# tekens:   {_SIGNS}"
        yield from (f"#   {quoted(sign)}:" for sign in [*signs, *blank])


def _remarks(cells: Sequence[Cell]) -> Iterator[str]:
    """What the levering has to decide, where there is such a cell."""
    rounded = next((cell for cell in cells if cell.value is not None and cell.stored is not None), None)
    if rounded is not None:
        yield f"# nauwkeurig: getoond   # of bewaard: {rounded.address} toont {rounded.text}, en bewaart meer cijfers"
    if any(cell.hidden for cell in cells):
        yield "# verborgen: overslaan   # of meenemen: er zijn verborgen rijen of kolommen"
    text = next((cell for cell in cells if cell.kind is CellKind.TEXT and cell.value is not None), None)
    if text is not None:
        yield f"# tekst_is_getal: ja   # {text.address} is als tekst opgeslagen"


def _item(lines: Iterator[str]) -> Iterator[str]:
    """The lines as an item of a list."""
    for number, line in enumerate(lines):
        yield f"{'    ' if number else '  - '}{line}"


def _table(table: SeenTable, all_of_them: Sequence[SeenTable], words: _Words) -> Iterator[str]:
    """The keys of a table."""
    if table.sheet.name:
        yield f"blad: {quoted(table.sheet.name)}"
    if table.title and sum(other.sheet is table.sheet for other in all_of_them) > 1:
        yield f"onder: {quoted(table.title)}"
    if table.heads:
        yield f"koppen: [{', '.join(str(row + 1) for row in table.heads)}]"
        if table.goes_on:
            yield "koppen_doorlopend: ja"
        elif (row := table.unsure) is not None:
            yield f"# koppen_doorlopend: ja   # als een kop in rij {row + 1} ook geldt voor de kolommen rechts ervan"
    names: Sequence[str] = table.row_names()
    if names.count(names[0]) == 1:
        after = table.after()
        opening = _OPENING.match(after)
        ends = f"tot: {quoted(opening[0] if opening else after)}" if after else f"tot_en_met: {quoted(names[-1])}"
        yield f"rijen: {{vanaf: {quoted(names[0])}, {ends}}}"
    heads = _telling_heads(table)
    moving = {column: each for column, each in heads.items() if words.is_of_period(each)} or heads
    if len(moving) < len(heads):
        yield f"# alleen de kolommen van deze periode; de tabel heeft er {len(heads)}"
    total = next((name for name in names if _TOTAL.fullmatch(name)), names[0] if len(names) == 1 else "")
    if all(named_period(name) is not None for name in names):  # a row for each period, and so one figure of each
        total, names = "{periode}", ("",)
    dimension = _dimension(table)
    yield "reeksen:"
    for column, found in moving.items():
        path = ", ".join(quoted(words.moving(text)) for text in found)
        texts = found[1:] if len(found) > 1 and found[0] == column_name(column) else found
        yield f"  {words.series(texts)}:"
        yield f"    titel: {quoted(' '.join(text for text in texts if words.moving(text) == text) or texts[-1])}"
        is_share = any(table.sheet.cell(row, column).percent for row in range(table.first_row, table.last_row + 1))
        yield '    eenheid: "%"' if is_share else "    eenheid:   # vul in"
        if total:
            yield f"    totaal: {{rij: {quoted(total)}, kolom: [{path}]}}"
        if len(names) > 1:
            yield f"    naar: {{{dimension}: {{rijkop: {column_name(table.names)}, kolom: [{path}]}}}}"


def _telling_heads(table: SeenTable) -> dict[int, tuple[str, ...]]:
    """The heads of each column, without those that are over all; after its letter where they do not tell it apart."""
    heads = {column: table.head(column) for column in table.columns}
    shared = set.intersection(*(set(texts) for texts in heads.values())) if len(heads) > 1 else set()
    own = {column: tuple(text for text in texts if text not in shared) for column, texts in heads.items()}
    told = {column: own[column] or texts[-1:] for column, texts in heads.items()}
    return {
        column: texts if _tells(column, texts, heads) else (column_name(column), *texts)
        for column, texts in told.items()
    }


def _tells(column: int, texts: tuple[str, ...], heads: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether these words, from above to below, are the heads of no other column."""
    return bool(texts) and not any(_is_within(texts, other) for at, other in heads.items() if at != column)


def _is_within(texts: tuple[str, ...], heads: tuple[str, ...]) -> bool:
    """Whether a column with those heads would be found by these words."""
    if not heads or texts[-1] != heads[-1]:
        return False
    left = iter(heads)
    return all(text in left for text in texts)


def _dimension(table: SeenTable) -> str:
    """What the names of rows are, as the head above them says."""
    said = table.head(table.names)
    name = "_".join(re.findall(r"\w+", said[-1].lower())) if said else ""
    return name if name and not name[0].isdigit() else "onderdeel"


def _long(long: LongTable, words: _Words) -> Iterator[str]:
    """The keys of a table with an observation on each row: the first of each choice, and the others beside it."""
    if long.sheet.name:
        yield f"blad: {quoted(long.sheet.name)}"
    yield "koppen: [1]"
    yield "reeksen:"
    yield f"  {words.series([long.sheet.name or 'cijfers'])}:"
    yield "    titel:   # vul in"
    yield "    eenheid:   # vul in"
    yield "    totaal:"
    yield f"      kolom: {quoted(long.value)}"
    yield "      kiezen:"
    for name, values in long.choices.items():
        if name == long.period:
            yield f'        {quoted(name)}: "{{periode}}"'
        elif len(values) > 1:
            others = ", ".join(values[1:6]) + (", …" if len(values) > 6 else "")
            yield f"        {quoted(name)}: {quoted(values[0])}   # of {others}"
    several = [name for name, values in long.choices.items() if len(values) > 1 and name != long.period]
    if several:
        yield f"    # naar: {{onderdeel: {{rijkop: {quoted(several[0])}, kolom: {long.value}, kiezen: …}}}}"
