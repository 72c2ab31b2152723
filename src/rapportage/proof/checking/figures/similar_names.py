"""Names in the data that look alike: one country under two names falls apart in two, each with gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rapportage.diagnostics import Findings
from rapportage.diagnostics.lookalikes import called, difference, skeleton, stranger
from rapportage.figures.parts import Dimensions, dimensions_of
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.period import Counts, PeriodFile
from rapportage.input.specs.places import keys_in

CODE = "C313"
Named = tuple[tuple[str, ...], Scalar]
"""Among which names it must be told apart, and the name."""


def check_names(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports each name that looks like another of its kind, once, at the first place of the later of the two."""
    seen = _Seen(findings)
    for file in sorted(files, key=lambda file: (file.edition.date.latest, file.period)):
        for kind, name in _names(file):
            seen.add(kind, name)


class _Seen(Struct):
    findings: Findings
    _known: set[tuple[tuple[str, ...], str]] = field(default_factory=set)
    _first: dict[tuple[tuple[str, ...], str], Scalar] = field(default_factory=dict)
    """Of those that look alike the first."""

    def add(self, kind: tuple[str, ...], name: Scalar) -> None:
        if (kind, name.text) in self._known:
            return
        self._known.add((kind, name.text))
        first = self._first.setdefault((kind, skeleton(name.text)), name)
        strange = stranger(name.text)
        if first is not name:
            message = f"'{name.text[:60]}' lijkt op '{first.text[:60]}' ({first.span}), en is een andere naam"
            hint = f"hier staat {difference(name.text, first.text)}; schrijf één en dezelfde naam"
            self.findings.warning(CODE, message, name.span, hint)
        elif strange is not None:
            message = f"in '{name.text[:60]}' staat een letter van een ander schrift: {called(strange)}"
            self.findings.warning(CODE, message, name.span, "typ de naam opnieuw")


def _names(file: PeriodFile) -> Iterator[Named]:
    for key in keys_in(file.node, "bronnen").values():
        yield ("bron", file.node.span.path), key
    for series in file.series.values():
        for counts in (series, *series.windows.values()):
            yield from _in_breakdowns(counts)
    for restatement in file.restatements:
        yield from _in_breakdowns(restatement.figures)


def _in_breakdowns(counts: Counts) -> Iterator[Named]:
    """Categories are compared over all series: tables set those of one beside those of another."""
    breakdowns = counts.node.get("naar")
    for key, parts in breakdowns.entries if isinstance(breakdowns, Mapping) else ():
        yield ("verdeling",), key
        yield from _in_parts(parts, dimensions_of(key.text))


def _in_parts(parts: Node, dimensions: Dimensions) -> Iterator[Named]:
    for key, value in parts.entries if isinstance(parts, Mapping) else ():
        yield ("onderdeel", skeleton(dimensions[0])), key
        yield from _in_parts(value, dimensions[1:])
