"""The file of the next period, made of the last: the same series and sources, with everything to be filled in empty."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import accumulate

from msgspec import Struct, field

from rapportage.cube.period import TimePeriod
from rapportage.loading.nodes import Mapping, Node, Scalar
from rapportage.words.periods import HARD_SPACE, month_name, period_name
from rapportage.words.windows import window

ASKED = ("titel", "datum", "url")
"""What of a source is another each time."""
OF_LAST_PERIOD = "# Van de vorige periode; herschrijf het of laat het weg:"
_HEAD = re.compile(r"(?:[ \t]*(?:#.*)?\n|---[ \t]*\n)*")
_TAIL = re.compile(r"(?:[ \t]+#[ \t]*erkend [A-Z]\d{3}.*|[ \t]+)$", re.MULTILINE)
"""What is left at the end of a line: the room for a figure, and why the old one was right."""


class Successor(Struct, frozen=True):
    """The text of the new file, and how much is to be filled in."""

    text: str
    figures: int
    sources: int


def successor(node: Mapping, old: TimePeriod, new: TimePeriod) -> Successor:
    """The file of period `new`, made of the file of period `old` with root `node`.

    Figures, dates and titles are empty; series, breakdowns and comments stay. History (`reeks`) is left to the old
    file, but for the same period in earlier years; texts and revisions are there as comments.
    """
    editor = _Editor(node.span.file.text)
    writer = _Writer(node, old, new, editor)
    writer.edit()
    return Successor(writer.finished(), writer.figures, writer.sources)


class _Editor(Struct):
    """Changes to a text, each at its own place."""

    text: str
    changes: list[tuple[int, int, str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each line begins."""
    head: int = 0
    """Where the comments and empty lines before the first key end: they speak of the old file."""

    def __post_init__(self) -> None:
        found = _HEAD.match(self.text)
        self.head = found.end() if found else 0
        self.starts = list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def offset(self, scalar: Scalar) -> int:
        return self.starts[scalar.span.line - 1] + scalar.span.column - 1

    def replace(self, scalar: Scalar, words: str) -> None:
        start = self.offset(scalar)
        self.changes.append((start, start + len(scalar.raw), words))

    def block(self, key: Scalar) -> tuple[int, int]:
        """From the line of a key to the end of all that stands under it, and its comment above."""
        start = self.text.rfind("\n", 0, self.offset(key)) + 1
        end = self._line_end(start)
        while end < len(self.text):
            line = self.text[end : self._line_end(end)]
            if line.strip() and len(line) - len(line.lstrip()) < key.span.column:
                break
            end = self._line_end(end)
        while start > self.head:
            above = self.text.rfind("\n", 0, start - 1) + 1
            line = self.text[above:start]
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != key.span.column - 1:
                break
            start = above
        return start, end

    def _line_end(self, start: int) -> int:
        found = self.text.find("\n", start)
        return len(self.text) if found < 0 else found + 1

    def result(self) -> str:
        text, position = "", 0
        for start, end, words in sorted(self.changes):
            if start < position:
                continue  # it stands in what was taken out
            text += self.text[position:start] + words
            position = end
        return text + self.text[position:]


class _Writer:
    def __init__(self, node: Mapping, old: TimePeriod, new: TimePeriod, editor: _Editor) -> None:
        self._node = node
        self._old = old
        self._new = new
        self._editor = editor
        self.figures = 0
        self.sources = 0

    def edit(self) -> None:
        self._editor.changes.append((0, self._editor.head, ""))
        for key, value in self._node.entries:
            match key.text, value:
                case "periode", Scalar():
                    self._editor.replace(value, self._new.code)
                case "uitgave", Mapping():
                    self._edition(value)
                case "bronnen", Mapping():
                    for _, source in value.entries:
                        self._source(source)
                case "cijfers", Mapping():
                    for _, series in value.entries:
                        self._series(series)
                case "herzien", _:
                    self._take_out(key)
                case "teksten" | "bijschriften", _:
                    self._comment_out(key)

    def finished(self) -> str:
        """The text with a head of its own, and the revisions of the period before asked for."""
        body = _TAIL.sub("", self._editor.result()).rstrip() + "\n"
        return f"# Cijfers over {_plain(period_name(self._new))}: nog in te vullen.\n{body}{self._revisions()}"

    # --- Parts ----------------------------------------------------------------------------------------

    def _edition(self, edition: Mapping) -> None:
        for key, value in edition.entries:
            if isinstance(value, Scalar) and key.text in ("datum", "kenmerk"):
                self._editor.replace(value, "")
            elif isinstance(value, Scalar) and key.text == "status":
                self._editor.replace(value, "concept")

    def _source(self, source: Node) -> None:
        for key, value in source.entries if isinstance(source, Mapping) else ():
            if key.text in ASKED and isinstance(value, Scalar):
                self._editor.replace(value, "")
                self.sources += 1

    def _series(self, series: Node) -> None:
        for key, value in series.entries if isinstance(series, Mapping) else ():
            match key.text, value:
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
                    self._editor.replace(value, "")

    def _breakdowns(self, breakdowns: Mapping) -> None:
        for _, categories in breakdowns.entries:
            for _, figure in categories.entries if isinstance(categories, Mapping) else ():
                if isinstance(figure, Scalar):
                    self._figure(figure)

    def _figure(self, figure: Scalar) -> None:
        self._editor.replace(figure, "")
        self.figures += 1

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
        series = self._node.get("cijfers")
        names = [key.text for key, _ in series.entries] if isinstance(series, Mapping) else []
        lines = [f"#     {name}: {{totaal: , bron: }}" for name in names]
        before = self._new.previous().code
        head = f"\n# Geeft een bron {before} nu anders, zet dat dan hier, zonder #:\n# herzien:\n#   {before}:\n"
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
