"""Goes through a period file and changes what is of its period: figures, dates, names and words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from msgspec import Struct

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, month_name, period_name
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.next_period.comments import CHECK, OF_EDITORS, OF_LAST_PERIOD, TO_REVISE, marked_comments
from rapportage.input.next_period.editor import Editor
from rapportage.input.next_period.stale import renamed, speaks_of_a_period

ASKED = ("titel", "datum", "url")
"""What of a source is another each time."""
_FOR_EDITORS = re.compile(rf"^{OF_EDITORS}.*\n", re.MULTILINE)
_TAIL = re.compile(r"(?:[ \t]+#[ \t]*(?:nagaan: )?erkend [A-Z]\d{3}.*|[ \t]+)$", re.MULTILINE)
"""What is left at the end of a line: the room for a figure, and why the old one was right."""


class NextPeriodFile(Struct, frozen=True):
    """The text of the new file, and how much is to be filled in."""

    text: str
    figures: int
    sources: int
    others: int
    """Such as the date of the edition."""


def next_period_file(node: Mapping, old: TimePeriod, new: TimePeriod, editor_line: str = "") -> NextPeriodFile:
    """The file of period `new`, made of the file of period `old` with root `node`.

    `editor_line` comes first where the old file has no line of its own for editors.

    Figures, dates and titles are empty; series and breakdowns stay. History (`reeks`) is left to the old file, but for
    the same period in earlier years, and so is a series that holds nothing else; texts and revisions are there as
    comments. What is about the old period is named again (sources), or marked to be looked at: comments, remarks and
    titles.
    """
    editor = Editor(node.span.file.text)
    writer = _Writer(node, old, new, editor, editor_line)
    writer.edit()
    return NextPeriodFile(writer.finished(), writer.figures, writer.sources, writer.others)


class _Writer:
    def __init__(self, node: Mapping, old: TimePeriod, new: TimePeriod, editor: Editor, editor_line: str) -> None:
        self._node = node
        self._old = old
        self._new = new
        self._editor = editor
        in_head = _FOR_EDITORS.findall(editor.text, 0, editor.head)
        self._editor_line = "".join(in_head) or ("" if _FOR_EDITORS.search(editor.text) else editor_line)
        sources = node.get("bronnen")
        names = [key.text for key, _ in sources.entries] if isinstance(sources, Mapping) else []
        self._names = renamed(names, old, new)
        self.figures = 0
        self.sources = 0
        self.others = 0

    def edit(self) -> None:
        self._editor.changes.append((0, self._editor.head, ""))
        self._editor.changes += marked_comments(self._editor, self._node)
        for key, value in self._node.entries:
            match key.text, value:
                case "periode", Scalar():
                    self._editor.replace(value, self._new.code)
                case "uitgave", Mapping():
                    self._edition(value)
                case "bronnen", Mapping():
                    for name, source in value.entries:
                        self._rename(name)
                        self._source(source)
                case "cijfers", Mapping():
                    for name, series in value.entries:
                        if self._is_history(series):
                            self._take_out(name)
                        else:
                            self._series(series)
                case "herzien", _:
                    self._take_out(key)
                case "teksten" | "bijschriften", _:
                    self._comment_out(key)

    def finished(self) -> str:
        """The text with a head of its own, and the revisions of the period before asked for."""
        body = _TAIL.sub("", self._editor.result()).rstrip() + "\n"
        head = f"{self._editor_line}# Cijfers over {_plain(period_name(self._new))}: nog in te vullen.\n"
        return f"{head}{body}{self._revisions()}"

    # --- Parts ----------------------------------------------------------------------------------------

    def _edition(self, edition: Mapping) -> None:
        for key, value in edition.entries:
            if isinstance(value, Scalar) and key.text in ("datum", "kenmerk", "url"):
                self._other(value)
            elif isinstance(value, Scalar) and key.text == "status":
                self._editor.replace(value, "concept")
            if key.text == "datum" and edition.get("status") is None:
                self._editor.key_before(key, "status: concept")

    def _source(self, source: Node) -> None:
        for key, value in source.entries if isinstance(source, Mapping) else ():
            if key.text in ASKED and isinstance(value, Scalar):
                self._editor.replace(value, "")
                self.sources += 1

    def _series(self, series: Node) -> None:
        for key, value in series.entries if isinstance(series, Mapping) else ():
            match key.text, value:
                case "bron", Scalar():
                    self._rename(value)
                case "bron", Sequence(items=names):
                    for name in names:
                        self._rename(name)
                case "toelichting", Scalar() if speaks_of_a_period(value.text):
                    self._doubt_remark(key, value)
                case "titel" | "definitie", Scalar() if speaks_of_a_period(value.text, or_figures=False):
                    self._doubt_title(key)
                case "totaal", Scalar():
                    self._figure(value)
                case "naar", Mapping():
                    self._breakdowns(value)
                case "vensters", Mapping():
                    for name, counts in value.entries:
                        self._window(name)
                        self._series(counts)
                case "reeks", Mapping():
                    self._other_periods(key, value)
                case "peildatum", Scalar():
                    self._other(value)

    def _is_history(self, series: Node) -> bool:
        """Whether it holds only a row of other periods that are not asked again: nothing would be left of it."""
        if not isinstance(series, Mapping) or any(series.get(key) for key in ("totaal", "naar", "vensters")):
            return False
        row = series.get("reeks")
        return isinstance(row, Mapping) and any(self._same(name) is None for name, _ in row.entries)

    def _rename(self, name: Node) -> None:
        if isinstance(name, Scalar) and (new := self._names.get(name.text)):
            self._editor.replace(name, new)

    def _doubt_remark(self, key: Scalar, remark: Scalar) -> None:
        """A remark with figures or dates of the old period becomes a comment; where it can't, it is empty."""
        if not self._editor.is_whole_line(key):
            self._other(remark)
            return
        start, end = self._editor.offset(key), self._editor.block(key)[1]
        margin = " " * (key.span.column - 1)
        lines = self._editor.text[start:end].rstrip("\n").split("\n")
        words = "\n".join(line if not place else f"{margin}# {line[len(margin) :]}" for place, line in enumerate(lines))
        trailing = self._editor.text[start:end][len("\n".join(lines)) :]
        self._editor.changes.append((start, end, f"{CHECK} {words}{trailing}"))

    def _doubt_title(self, key: Scalar) -> None:
        """A title of a series that names a period keeps its words."""
        self._editor.note_above(key, f"{CHECK} noemt de regel hieronder nog de juiste periode?")

    def _breakdowns(self, breakdowns: Mapping) -> None:
        """Every figure, also those of crossed breakdowns."""
        for _, value in breakdowns.entries:
            if isinstance(value, Mapping):
                self._breakdowns(value)
            elif isinstance(value, Scalar):
                self._figure(value)

    def _figure(self, figure: Scalar) -> None:
        self._editor.replace(figure, "")
        self.figures += 1

    def _other(self, value: Scalar) -> None:
        self._editor.replace(value, "")
        self.others += 1

    def _other_periods(self, key: Scalar, periods: Mapping) -> None:
        """The same period in earlier years is asked again; any other row of periods is history."""
        moved = [self._same(name) for name, _ in periods.entries]
        if None in moved:
            self._take_out(key)
            return
        for (name, figure), code in zip(periods.entries, moved, strict=True):
            self._editor.replace(name, code or "")
            if isinstance(figure, Scalar):
                self._figure(figure)

    def _same(self, name: Scalar) -> str | None:
        """The code of the period that is to the new one as this is to the old; None where it is not the same months."""
        meant = TimePeriod.parse(name.text)
        for relation in _RELATIONS:
            after = relation(self._new)
            if meant is not None and relation(self._old) == meant and after is not None:
                return after.code
        return None

    def _window(self, name: Scalar) -> None:
        """The same window as seen from the new period."""
        meant = window(name.text, self._old)
        if name.text.startswith(("tot en met", "t/m")) and meant == self._old.year_to_date():
            self._editor.replace(name, f"tot en met {month_name(self._new.end.month)}")
        elif code := self._same(name):
            self._editor.replace(name, code)

    def _take_out(self, key: Scalar) -> None:
        start, end = self._editor.block(key)
        self._editor.changes.append((start, end, ""))

    def _comment_out(self, key: Scalar) -> None:
        start, end = self._editor.block(key)
        lines = self._editor.text[start:end].rstrip("\n").split("\n")
        words = "\n".join(f"# {line}".rstrip() if line.strip() else "" for line in lines)
        self._editor.changes.append((start, end, f"{OF_LAST_PERIOD}\n{words}\n"))

    def _revisions(self) -> str:
        """The series with a total, to be restated; what only has parts or windows is restated otherwise."""
        found = self._node.get("cijfers")
        series = found.entries if isinstance(found, Mapping) else ()
        names = [key.text for key, one in series if isinstance(one, Mapping) and one.get("totaal") is not None]
        lines = [f"#     {name}: {{totaal: , bron: }}" for name in names]
        before = self._new.previous().code
        head = f"\n{TO_REVISE} {before} nu anders, zet dat dan hier, zonder #:\n# herzien:\n#   {before}:\n"
        return head + "\n".join(lines) + "\n" if names else ""


def _years_before(years: int, period: TimePeriod) -> TimePeriod | None:
    found: TimePeriod | None = period
    for _ in range(years):
        found = found.year_before() if found else None
    return found


def _so_far(years: int, period: TimePeriod) -> TimePeriod | None:
    return _years_before(years, period.year_to_date())


_RELATIONS: tuple[Callable[[TimePeriod], TimePeriod | None], ...] = (
    *(partial(relation, years) for years in range(6) for relation in (_years_before, _so_far)),
    TimePeriod.last_twelve_months,
)
"""How a window may follow from the period of its file: itself or the year so far, and the same in earlier years."""


def _plain(text: str) -> str:
    return text.replace(HARD_SPACE, " ")
