"""Do the windows of a file end when its period does, or where others do? 'tot en met april' in that of May is old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.period import PeriodFile, SeriesSpec
from rapportage.input.specs.places import keys_in

CODE = "C318"
ENOUGH = 2
"""So many other series of one source must have a window that ends together."""


def check_windows(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports windows named by their last month ('tot en met april') that end before the period of the file begins.

    What ends within it is right, as in the file of a year, unless others in the file go on to its end.
    """
    for file in files:
        named = [each for spec in file.series.values() for each in _named(file, spec)]
        is_whole = any(period.end == file.period.end for _, period in named)
        for key, period in named:
            if period.end < (file.period.end if is_whole else file.period.start):
                over = period_name(file.period).replace(HARD_SPACE, " ")
                message = f"'{key.text}' houdt op voor het einde van {over}, waar dit bestand over gaat"
                hint = "noem de maand tot en met welke het cijfer telt. Klopt het: # erkend C318: …"
                findings.warning(CODE, message, key.span, hint)
        _check_beside(file, findings)


def _check_beside(file: PeriodFile, findings: Findings) -> None:
    """Reports the one window that ends a unit before or after those of the other series of its source do."""
    together: dict[tuple[tuple[str, ...], date], list[tuple[str, Scalar, TimePeriod]]] = {}
    for name, spec in file.series.items():
        for key in keys_in(spec.node, "vensters").values() if spec.windows else ():
            period = TimePeriod.parse(key.text)
            if period is not None and period.kind == "venster":
                place = tuple(source.text for source in spec.sources), period.start
                together.setdefault(place, []).append((name, key, period))
    for windows in together.values():
        usual, count = Counter(period.end for _, _, period in windows).most_common(1)[0]
        with_usual = {name: key for name, key, period in windows if period.end == usual}
        others = [(name, key, period) for name, key, period in windows if period.end != usual]
        if count < ENOUGH or len(others) != 1:
            continue
        name, key, period = others[0]
        if name not in with_usual and _is_next_to(period, usual):
            like = next(iter(with_usual.values())).text
            message = f"'{key.text}' houdt elders op dan de {count} andere van deze bron: '{like}'"
            hint = "noem het tijdvak van het cijfer. Klopt het: zet erachter waarom, # erkend C318: …"
            findings.warning(CODE, message, key.span, hint)


def _is_next_to(window: TimePeriod, end: date) -> bool:
    """Whether it ends a month, or what it consists of, before or after that day."""
    own, other = (TimePeriod.at(window.unit, day, window.begins) for day in (window.end, end))
    return own == other.previous() or other == own.previous()


def _named(file: PeriodFile, spec: SeriesSpec) -> Iterator[tuple[Scalar, TimePeriod]]:
    """The windows that are not written as a period."""
    for key in keys_in(spec.node, "vensters").values() if spec.windows else ():
        period = window(key.text, file.period)
        if period is not None and TimePeriod.parse(key.text) is None:
            yield key, period
