"""A first levering of a file, for its user to edit: what was seen in it, in the keys that an import asks.

What only a person knows is left open: the publisher, the unit of each series, and what signs mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from rapportage.deliveries.exploring.changing import Seen, is_incomplete, seen_in, why_it_changes
from rapportage.deliveries.exploring.long_tables import LongTable, long_table
from rapportage.deliveries.exploring.moving import Words
from rapportage.deliveries.exploring.seen import SeenTable, signs_in
from rapportage.deliveries.exploring.told import LONG
from rapportage.deliveries.grid import Cell, CellKind, Delivery, column_name
from rapportage.deliveries.periods import named_period
from rapportage.deliveries.yaml_text import quoted
from rapportage.figures.period import TimePeriod

_IN_NAME = re.compile(r"(?:18|19|20)\d\d(?:-(?:W\d\d|Q[1-4]|H[12]|\d\d))?(?!\d)", re.ASCII)
_OPENING = re.compile(r"\w+:")
"""'Bron:' of 'Bron: IND, 10 maart 2025': what follows is another in each file."""
_TOTAL = re.compile(r"(?:eind)?totaal|total", re.IGNORECASE)
_HEAD = """\
# Gemaakt door 'rapportage import --verken'. Houd over wat nodig is, en vul aan wat hieronder open is:
# bij de bron de uitgever, bij elke nieuwe reeks de eenheid, en wat tekens betekenen.
"""
_SIGNS = "# 0, '.', n.v.t., ~0 of <5; van een teken bij een getal: voorlopig of zonder"


def first_levering(delivery: Delivery, open_keys: Sequence[str] = (), others: Sequence[Delivery] = ()) -> str | None:
    """The text of a levering for a file, named from its project; None where no table was seen.

    `open_keys` are lines that its user has to complete besides, `others` what was delivered for other periods.
    """
    name = PurePath(delivery.path).name
    found = [period for each in _IN_NAME.finditer(name) if (period := TimePeriod.parse(each[0]))]
    words = Words(found[0] if len(set(found)) == 1 else None)
    file = delivery.path.replace(words.period.code, "{periode}") if words.period else delivery.path
    is_long = delivery.format in LONG
    seen = Seen(delivery.path, {}) if is_long else seen_in(delivery)
    tables = [table for found in seen.tables.values() for table in found]
    longs = [long_table(sheet) for sheet in delivery.sheets if len(sheet.rows) > 1] if is_long else []
    if not tables and not longs:
        return None
    title = next((table.title for table in tables if table.title), PurePath(name).stem)
    titled = f"  titel: {_moved(title, words)}"
    lines = [f"bestand: {quoted(file)}", *open_keys, "bron:", titled, "  uitgever:   # vul in"]
    cells = [cell for table in tables for cell in table.figures()] + [cell for long in longs for cell in long.figures()]
    lines += _signs(cells)
    lines += _remarks(cells)
    lines.append("tabellen:")
    seen_others = [seen_in(each) for each in others] if tables else []
    guesses = [_guess(table, words, seen, seen_others) for table in tables]
    for guess in guesses:
        lines += _item(_table(guess, guesses, words))
    for long in longs:
        lines += _item(_long(long, words))
    return _HEAD + "\n".join(lines) + "\n"


def _moved(text: str, words: Words) -> str:
    """The text for any period; what names one in another way is for its user."""
    return f"{quoted(words.within(text))}{'   # vul in: de periode' if words.is_left(text) else ''}"


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


class _Guess(Struct, frozen=True):
    """What a table seems to be."""

    table: SeenTable
    heads: Mapping[int, tuple[str, ...]]
    moving: Mapping[int, tuple[str, ...]]
    """The columns of the period, with their heads; all of them where none is."""
    total: str
    """The name of the row of the total."""
    is_by_period: bool
    """Whether it has a row for each period, and so one figure of each."""
    why: str
    """Why its parts are others in another period."""

    @property
    def names(self) -> Sequence[str]:
        return self.table.row_names()


def _guess(table: SeenTable, words: Words, own: Seen, others: Sequence[Seen]) -> _Guess:
    heads = _telling_heads(table)
    moving = {column: each for column, each in heads.items() if words.is_of_period(each)} or heads
    names = table.row_names()
    total = next((name for name in names if _TOTAL.fullmatch(name)), names[0] if len(names) == 1 else "")
    is_by_period = all(named_period(name) is not None for name in names)
    why = "" if is_by_period else why_it_changes(table, list(moving), total, own, others)
    return _Guess(table, heads, moving, total, is_by_period, why)


def _table(guess: _Guess, guesses: Sequence[_Guess], words: Words) -> Iterator[str]:
    """The keys of a table, one of all that were seen."""
    table, total, heads = guess.table, guess.total, guess.heads
    if table.sheet.name:
        yield f"blad: {quoted(table.sheet.name)}"
    on_sheet = [each for each in guesses if each.table.sheet is table.sheet]
    is_under = bool(table.title) and len(on_sheet) > 1
    if is_under:
        yield f"onder: {_moved(table.title, words)}"
    is_pushed = any(each.why for each in on_sheet if each.table.first_row < table.first_row)
    extent = list(_extent(table, total, may_name_parts=not guess.why))
    # Below parts that come and go its heads are in another row each time: its first row tells where they are.
    if table.heads and not (is_pushed and is_under and any("vanaf" in each for each in extent)):
        yield f"koppen: [{', '.join(str(row + 1) for row in table.heads)}]"
    if table.goes_on or (table.second_names is not None and "" in guess.names):
        yield "koppen_doorlopend: ja"
    elif table.heads and (row := table.unsure) is not None:
        yield f"# koppen_doorlopend: ja   # als een kop in rij {row + 1} ook geldt voor de kolommen rechts ervan"
    yield from extent
    if len(guess.moving) < len(heads):
        yield f"# alleen de kolommen van deze periode; de tabel heeft er {len(heads)}"
    if guess.why:
        yield f"# wisselt: ja, want {guess.why}"
    names = guess.names
    if guess.is_by_period:
        total, names = "{periode}", ("",)
    dimension, row_heads = _breakdown(table)
    yield "reeksen:"
    is_top = any(is_incomplete(table, column, total) for column in guess.moving)
    for column, found in guess.moving.items():
        path = ", ".join(quoted(words.moving(text)) for text in found)
        texts = found[1:] if len(found) > 1 and found[0] == column_name(column) else found
        yield f"  {words.series(texts)}:"
        yield f"    titel: {quoted(' '.join(text for text in texts if words.moving(text) == text) or texts[-1])}"
        is_share = any(table.sheet.cell(row, column).percent for row in range(table.first_row, table.last_row + 1))
        yield '    eenheid: "%"' if is_share else "    eenheid:   # vul in"
        if total:
            yield f"    totaal: {{rij: {quoted(total)}, kolom: [{path}]}}"
        if len(names) > 1:
            more = ", volledig: nee" if is_incomplete(table, column, total) or (is_share and is_top) else ""
            more += ", wisselt: ja" if guess.why else ""
            yield f"    naar: {{{dimension}: {{rijkop: {row_heads}, kolom: [{path}]{more}}}}}"


def _extent(table: SeenTable, total: str, *, may_name_parts: bool) -> Iterator[str]:
    """Between which rows the figures are: not by a part that may be another one next time."""
    names = table.row_names()
    if names.count(names[0]) != 1:
        return
    after = table.after()
    opening = _OPENING.match(after)
    first = [f"vanaf: {quoted(names[0])}"] if may_name_parts or names[0] == total or not table.heads else []
    last = [f"tot: {quoted(opening[0] if opening else after)}"] if after else []
    if not after and (may_name_parts or names[-1] == total):
        last = [f"tot_en_met: {quoted(names[-1])}"]
    if first or last:
        yield f"rijen: {{{', '.join([*first, *last])}}}"


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


def _dimension(table: SeenTable, column: int) -> str:
    """What the names of rows are, as the head above them says."""
    said = table.head(column)
    name = "_".join(re.findall(r"\w+", said[-1].lower())) if said else ""
    return name if name and not name[0].isdigit() else "onderdeel"


def _breakdown(table: SeenTable) -> tuple[str, str]:
    """The name of the breakdown that rows make, and the columns with its names."""
    first, second = _dimension(table, table.names), table.second_names
    if second is None:
        return first, column_name(table.names)
    other = _dimension(table, second)
    other = f"{other}_2" if other == first else other
    return f"{first} × {other}", f"[{column_name(table.names)}, {column_name(second)}]"


def _long(long: LongTable, words: Words) -> Iterator[str]:
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
