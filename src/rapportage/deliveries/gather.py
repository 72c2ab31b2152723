"""Takes the figures of a period from a delivery, as the levering says: all that is wrong in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from rapportage.deliveries.doubts import doubts_of
from rapportage.deliveries.grid import Cell, CellKind, Sheet, place
from rapportage.deliveries.imported import ImportedFigure, Job, measure_of
from rapportage.deliveries.named_files import other_period
from rapportage.deliveries.other_periods import (
    HINT,
    Said,
    around,
    holds_month,
    holds_year,
    is_other,
    other_in_name,
    other_in_title,
    refuse_other,
)
from rapportage.deliveries.periods import STAR
from rapportage.deliveries.sought import TOTAL, Words, text_of
from rapportage.deliveries.tables import Table, sheets_for
from rapportage.deliveries.together import together
from rapportage.deliveries.values import CellFault, Reading, figure_of
from rapportage.deliveries.words import filled, moves
from rapportage.figures.parts import MOST_DIMENSIONS, WHOLE, Part, dimensions_of
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.delivery import ANY, DeliveredTable, ImportedSeries, OneCell, PartCells
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.spec import Spec

Faults = list[SpecFault]


class Taken(Struct, frozen=True):
    """What a table gives for a period, and why not more."""

    figures: Sequence[ImportedFigure] = ()
    missing: Sequence[SpecFault] = ()
    """What could not be found."""
    faults: Sequence[SpecFault] = ()
    """What is wrong with what was found."""

    @property
    def has_any(self) -> bool:
        """Whether the table has anything of that period."""
        return bool(self.figures or self.faults)


def gather(job: Job) -> tuple[ImportedFigure, ...] | None:
    """The figures of the period; None where any of them can't be taken, which is reported."""
    words = partial(filled, period=job.period)
    taken = [take_table(job, table, job.period, words) for table in job.levering.tables]
    faults = [fault for each in taken for fault in (*each.missing, *each.faults)]
    for fault in together(faults):
        fault.report(job.findings)
    return None if faults else tuple(figure for each in taken for figure in each.figures)


def take_table(job: Job, spec: DeliveredTable, period: TimePeriod, words: Words, *, only_moving: bool = False) -> Taken:
    """The figures of a table, which is on one sheet: the one on which all that is asked can be found."""
    try:
        hidden = spec.hidden or job.levering.spec.hidden
        sheets = list(sheets_for(job.delivery.path, job.delivery.sheets, spec, words, hidden))
    except SpecFault as fault:
        return Taken(missing=[fault])
    tried = []
    for sheet in sheets:
        taking = _Taking(job, spec, sheet, period, words, only_moving=only_moving)
        taking.take()
        tried.append(taking)
    fitting = [each for each in tried if not each.missing]
    if only_moving:  # of a sheet where nothing moves, nothing was asked
        fitting = [each for each in fitting if each.figures or each.faults] or fitting[:1]
    if len(fitting) > 1:
        names = ", ".join(f"'{each.sheet.name}'" for each in fitting)
        message = f"{job.delivery.path}: deze tabel past op {len(fitting)} bladen: {names}"
        return Taken(faults=[SpecFault("I309", message, spec.node.span, "noem het blad: 'blad: …'")])
    if not tried:
        message = f"{job.delivery.path}: er is geen blad dat niet verborgen is"
        return Taken(missing=[SpecFault("I301", message, spec.node.span, "noem het blad: 'blad: …'")])
    best = fitting[0] if fitting else min(tried, key=lambda each: len(each.missing))
    for doubt in together(best.doubts):
        job.findings.warning(doubt.code, doubt.message, doubt.span, doubt.hint)
    return Taken(best.figures, best.missing, best.faults)


class _Asked(Struct, frozen=True):
    """A cell of a series, before it is read."""

    part: Part
    cell: Cell
    asked: Scalar
    choices: Sequence[tuple[Scalar, Scalar]] = ()
    """By what other columns say its row was chosen."""
    said: Sequence[Said] = ()
    """What is around it, but for the names of its part."""


class _Taking:
    """Takes the figures of one table from one sheet."""

    def __init__(
        self, job: Job, spec: DeliveredTable, sheet: Sheet, period: TimePeriod, words: Words, *, only_moving: bool
    ) -> None:
        self.sheet = sheet
        self.figures: list[ImportedFigure] = []
        self.missing: Faults = []
        """What could not be found: then the table is not on this sheet."""
        self.faults: Faults = []
        """What is wrong with what was found."""
        self.doubts: Faults = []
        """What its user has to know, and is no fault."""
        self._job = job
        self._spec = spec
        self._period = period
        self._words = words
        self._only_moving = only_moving
        self._tables: dict[tuple[tuple[str, ...], tuple[str, ...]], Table] = {}

    def take(self) -> None:
        if is_other(self.sheet.name, self._period):
            message = (
                f"{self._job.delivery.path}: blad '{self.sheet.name}' is een andere periode dan {self._period.code}"
            )
            self.missing.append(SpecFault("I316", message, (self._spec.sheet or self._spec.node).span, HINT))
            return
        for name, series in self._spec.series.items():
            key = next(key for key, _ in _entries(self._spec, "reeksen") if key.text == name)
            try:
                self._take_series(name, key, series)
            except SpecFault as fault:  # what was not needed to find a cell, but is asked of its table
                self.missing.append(fault)

    def _take_series(self, name: str, key: Scalar, series: ImportedSeries) -> None:
        lost = len(self.missing)
        asked = list(self._total(series, key))
        for dimensions, cells in series.breakdowns.items():
            where = next(each for each, _ in _entries(series, "naar") if each.text == dimensions)
            asked += self._parts(where, cells, series)
        if asked and not self._is_of_period(asked, series, key):
            return
        reading = self._reading(name, series)
        made: list[ImportedFigure] = []
        wrong = len(self.faults)
        table = self._table((), self._tops(series))
        for each in asked:
            place = self._at(each.cell)
            if each.cell.hidden and reading.hidden == "overslaan" and each.part != WHOLE:
                continue
            try:
                of_period = STAR if table.is_provisional(each.cell, each.choices) else ""
                text = figure_of(each.cell, reading, of_period)
            except CellFault as fault:
                self.faults.append(fault.at(place, each.asked))
                continue
            made.append(
                ImportedFigure(name, self._period, each.part, text, self.sheet.name, each.cell, each.asked.span)
            )
        self.figures += made
        if (len(self.missing), len(self.faults)) == (lost, wrong):
            self.faults += doubts_of(made, series, reading, table, key)

    def _is_of_period(self, asked: Sequence[_Asked], series: ImportedSeries, key: Scalar) -> bool:
        """Whether the figures are not of another year or month, as far as the file says; tells where that is not so."""
        period, path = self._period, self._job.delivery.path
        sheet = Said(asked[0].cell, self.sheet.name)
        no_year = [each for each in asked if not holds_year([*each.said, sheet], period)]
        if self._only_moving:
            if not no_year or period.end.year == self._job.period.end.year:
                return True
            message = (
                f"{self._at(no_year[0].cell)}: de koppen zeggen geen jaar, dus {period.code} wordt niet bijgesteld"
            )
            self.doubts.append(SpecFault("I317", message, no_year[0].asked.span, HINT))
            return False
        no_month = [each for each in asked if not holds_month([*each.said, sheet])]
        own, is_year = other_period(self._job.levering.spec.file, path, period), period.kind == "jaar"
        has_year = not no_year or (own is not None and own.end.year == period.end.year and not is_year)
        is_said = has_year and (not no_month or is_year)
        if not is_said and (named := own.code if own else other_in_name(path, period)):
            message = f"{path}: de naam van het bestand zegt '{named}', en gevraagd is {period.code}"
            self.missing.append(SpecFault("I316", message, self._job.levering.spec.file.span, HINT))
            return False
        found = other_in_title(self._table((), self._tops(series)), period, months=bool(no_month)) if no_year else None
        if found is not None:
            message = f"{self._at(found[0])}: hier staat '{found[1]}', en gevraagd is {period.code}"
            hint = "kijk of dit het goede bestand is; staat het jaar in de koppen, schrijf dan {jaar} in de levering"
            self.doubts.append(SpecFault("I317", message, key.span, hint))
        return True

    def _tops(self, series: ImportedSeries) -> tuple[Scalar, ...]:
        """The lowest heads that the series asks: below these no more heads follow."""
        paths = [series.total.column or self._spec.column] if series.total else []
        paths += [cells.columns or cells.column or self._spec.column for cells in series.breakdowns.values()]
        return tuple(path[-1] for path in paths if path and path[-1].text != ANY)

    def _reading(self, name: str, series: ImportedSeries) -> Reading:
        spec, whole = self._spec, self._job.levering.spec
        measure = measure_of(series, self._job.known.get(name))
        return Reading(
            whole.signs,
            spec.exactness or whole.exactness,
            spec.hidden or whole.hidden,
            spec.text_is_number or whole.text_is_number,
            series.factor or spec.factor or whole.factor,
            measure.unit or "",
            measure,
        )

    def _at(self, cell: Cell) -> str:
        return place(self._job.delivery.path, self.sheet.name, cell)

    def _table(self, row_heads: Sequence[Scalar], tops: Sequence[Scalar]) -> Table:
        """The table with these heads of rows: one that was found is used again, where nothing else is asked."""
        is_found_by_tops = not self._spec.heads and not (self._spec.rows and self._spec.rows.first)
        key = tuple(each.text for each in row_heads), tuple(each.text for each in tops if is_found_by_tops)
        if key not in self._tables:
            spec = replace(self._spec, row_heads=tuple(row_heads)) if row_heads else self._spec
            made = Table(self._job.delivery.path, self.sheet, spec, self._words, tops)
            if not made.is_found:  # that is told for each that asks it
                return made
            self._tables[key] = made
        return self._tables[key]

    # --- Cells ------------------------------------------------------------------------------------

    def _total(self, series: ImportedSeries, key: Scalar) -> Iterator[_Asked]:
        total = series.total
        if total is None or self._stays(total):
            return
        column = total.column or self._spec.column
        table = self._table((), column[-1:])
        choices = self._choices(total)
        try:
            if not column:
                raise SpecFault("I203", "van welke kolom dit is, staat er niet", key.span, "schrijf 'kolom: …'")
            if not total.row and not choices:
                raise SpecFault("I203", "van welke rij dit is, staat er niet", key.span, "schrijf 'rij: …' of 'kiezen'")
            row = table.row(total.row, choices, column[-1])
            cell = self.sheet.cell(row, table.column(column))
            said = around(table, cell, column, table.row_heads, choices)
            refuse_other(table, said, self._period, [*total.row, *(value for _, value in choices), *column])
            yield _Asked(WHOLE, cell, (total.row or column)[-1], choices, said)
        except SpecFault as fault:
            self.missing.append(fault)

    def _parts(self, key: Scalar, cells: PartCells, series: ImportedSeries) -> list[_Asked]:
        if self._stays(cells):
            return []
        try:
            return list(self._found_parts(key, cells, series))
        except SpecFault as fault:
            self.missing.append(fault)
            return []

    def _found_parts(self, key: Scalar, cells: PartCells, series: ImportedSeries) -> Iterator[_Asked]:
        path = cells.columns or cells.column or self._spec.column
        tops = path[-1:] if path and path[-1].text != ANY else path[-2:-1]
        table = self._table(cells.row_heads, tops)
        if not path:
            raise SpecFault(
                "I203", "van welke kolommen dit is, staat er niet", key.span, "schrijf 'kolom' of 'kolommen'"
            )
        dimensions = dimensions_of(key.text)
        columns = table.columns(path) if cells.columns else [(table.column(path), "")]
        in_columns = sum(each.text == ANY for each in cells.columns)
        in_rows = len(dimensions) - in_columns
        heads = table.row_heads if in_rows else ()
        if not 0 <= in_rows <= MOST_DIMENSIONS or len(heads) != in_rows or (in_columns and in_columns != 1):
            message = f"'{key.text[:60]}' heeft {len(dimensions)} namen, en hier zijn er {len(heads) + in_columns}"
            hint = "elke naam is een kolom met koppen van rijen (rijkop: [A, B]), of de * in 'kolommen'"
            raise SpecFault("I204", message, key.span, hint)
        columns = [(column, name) for column, name in columns if column not in table.row_heads]
        rows = self._rows(table, cells, series, in_rows=bool(in_rows))
        if in_rows and not self._is_held_against_total(cells, series):
            self._check_end(table, columns, key)
        left_out = [self._words(each) for each in cells.without]
        notes = self._notes(table, rows) if in_rows else []
        seen: dict[Part, Cell] = {}
        for row in rows:
            names = tuple(table.row_head(row, column) for column in heads)
            for column, head in columns:
                said = (*names, head) if in_columns else names
                if any(each in left_out for each in said):
                    continue
                cell = self.sheet.cell(row, column)
                if in_rows and not all(names):
                    raise SpecFault(
                        "I310", f"{table.at(cell)}: een rij zonder kop", key.span, "beperk de rijen: 'rijen: {tot: …}'"
                    )
                if row in notes:
                    message = f"{table.at(cell)}: in de rij '{' '.join(names)[:60]}' staat geen enkel cijfer"
                    hint = "is het een noot, zet dan 'tot' op haar eerste woorden; een onderdeel is de laatste rij met "
                    raise SpecFault("I318", message, key.span, f"{hint}'tot_en_met'")
                self._check_names(table, row, heads, key)
                self._check_total(table, cell, said, key)
                part = Part(dimensions, tuple(map(self._named, said)))
                if part in seen:
                    message = f"{table.at(cell)}: '{part.label}' staat er nog eens; eerst in {seen[part].address}"
                    raise SpecFault(
                        "I311", message, key.span, "kies rijen met 'kiezen', of laat er een weg met 'zonder'"
                    )
                seen[part] = cell
                choices = self._choices(cells)
                beside = () if in_rows else table.row_heads
                around_it = [each for each in around(table, cell, path, beside, choices) if each.text not in said]
                asked = [*cells.row, *(value for _, value in choices), *path]
                refuse_other(table, around_it, self._period, asked)
                yield _Asked(part, cell, path[-1], choices, around_it)

    def _rows(self, table: Table, cells: PartCells, series: ImportedSeries, *, in_rows: bool) -> list[int]:
        """The rows of the parts: all of the table but that of the total, or one where parts are columns."""
        choices = self._choices(cells)
        if not in_rows:
            return [table.row(cells.row, choices, cells.columns[-1])]
        rows = table.rows_where(choices)
        total = series.total
        if total and total.row and not self._choices(total):
            try:
                own = table.row(total.row, choices)
            except SpecFault:  # the total is elsewhere: nothing has to be left out
                return rows
            return [row for row in rows if row != own]
        return rows

    def _notes(self, table: Table, rows: Sequence[int]) -> list[int]:
        """The last of these rows that have no figure: notes below a table, where none is said to be its last row."""
        found: list[int] = []
        for row in reversed(rows) if not (self._spec.rows and self._spec.rows.last) else ():
            cells = [cell for cell in self.sheet.rows[row] if cell.column not in table.row_heads]
            if any(cell.kind is not CellKind.BLANK for cell in cells):
                break
            found.append(row)
        return found

    def _check_names(self, table: Table, row: int, heads: Sequence[int], key: Scalar) -> None:
        """A date where a name belongs is what a spreadsheet made of something else."""
        for column in heads:
            cell = self.sheet.cell(row, column)
            if cell.kind in (CellKind.DATE, CellKind.ERROR, CellKind.BOOLEAN):
                message = f"{table.at(cell)}: '{text_of(cell)[:40]}' is {_WRONG_NAMES[cell.kind]}, geen naam"
                raise SpecFault("I312", message, key.span, "herstel de cel in het bestand")

    def _is_held_against_total(self, cells: PartCells, series: ImportedSeries) -> bool:
        """Whether a part that is not taken is seen anyhow: its total would not be the sum."""
        name = next(name for name, each in self._spec.series.items() if each is series)
        return series.total is not None and cells.is_complete and self._reading(name, series).measure.kind.adds_up

    def _check_end(self, table: Table, columns: Sequence[tuple[int, str]], key: Scalar) -> None:
        """Rows below a blank one may be of the table as well."""
        for column, _ in columns:
            if cell := table.lost(column):
                message = f"{table.at(cell)}: hier staat nog een cijfer, onder een lege rij die de tabel beëindigt"
                hint = "zeg tot waar de tabel gaat: 'rijen: {tot: …}' of 'rijen: {tot_en_met: …}'"
                raise SpecFault("I313", message, key.span, hint)

    def _check_total(self, table: Table, cell: Cell, said: Sequence[str], key: Scalar) -> None:
        """A total is no part; where the row of the total was not found, that was told."""
        for each in said if not self.missing else ():
            if TOTAL.fullmatch(each) and each not in self._job.levering.spec.names:
                message = f"{table.at(cell)}: '{each[:40]}' is geen onderdeel, maar een totaal"
                hint = f"schrijf 'totaal: …' bij de reeks, 'zonder: {each[:40]}', of geef het in 'namen' een naam"
                raise SpecFault("I314", message, key.span, hint)

    def _named(self, said: str) -> str:
        other = self._job.levering.spec.names.get(said)
        return other.text if other else said

    def _choices(self, cells: OneCell | PartCells) -> list[tuple[Scalar, Scalar]]:
        """What columns have to say in the rows that are meant: what the table says, and what is said here."""
        made: dict[str, tuple[Scalar, Scalar]] = {}
        for owner in (self._spec, cells):
            for key, _ in _entries(owner, "kiezen"):
                made[key.text] = (key, owner.choose[key.text])
        return list(made.values())

    def _stays(self, cells: OneCell | PartCells) -> bool:
        """Whether the same cells would be found for any period, where only others are asked."""
        if not self._only_moving:
            return False
        said = [*cells.row, *(cells.column or self._spec.column), *cells.choose.values(), *self._spec.choose.values()]
        said += [*getattr(cells, "columns", ()), *(each for each in (self._spec.sheet, self._spec.under) if each)]
        return not any(map(moves, said))


_WRONG_NAMES = {CellKind.DATE: "een datum", CellKind.ERROR: "een fout", CellKind.BOOLEAN: "ja of nee"}


def _entries(owner: Spec, key: str) -> tuple[tuple[Scalar, Node], ...]:
    inner = owner.node.get(key)
    return inner.entries if isinstance(inner, Mapping) else ()
