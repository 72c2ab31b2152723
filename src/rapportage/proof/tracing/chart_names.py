"""The names that hold digits in a chart: they are no figures, and have to be told apart from those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from rapportage.document import Chart, CrossReference, plain_text
from rapportage.figures.words.units import unit_name, unit_words

_DIGITS = re.compile(r"\d+")


class Names:
    """Looked for in every text of a chart, so what they are looked for with is made once. The longest comes first."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __contains__(self, text: str) -> bool:
        return text in self._known

    def split(self, text: str) -> Iterator[tuple[bool, str]]:
        """The text with the names in it apart, but for those that are only a number and no year."""
        if self._pattern is None:
            yield False, text
            return
        for number, stretch in enumerate(self._pattern.split(text)):
            if stretch:
                yield number % 2 == 1, stretch

    def explain(self, text: str) -> bool:
        """Whether the text holds numbers, and all of them are in names: a line of a name that takes several."""
        words = _DIGITS.findall(text)
        return bool(words) and self._digits.issuperset(words)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._names)

    @cached_property
    def _digits(self) -> frozenset[str]:
        return frozenset(word for name in self._names for word in _DIGITS.findall(name))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        apart = [name for name in self._names if not name.isdigit() or len(name) == 4]
        found = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in apart)
        return re.compile(f"({found})") if apart else None


def names_in(chart: Chart) -> Names:
    """What is written in a chart and holds digits, besides its figures: names, periods, units, what happened."""
    names = {name for each in chart.categories for name in (each.full, each.label, each.group)}
    names |= {series.name for series in chart.series} | {
        unit_name(chart.unit),
        unit_words(chart.unit),
        plain_text(chart.caption),
    }
    names |= {name for series in chart.series if series.unit for name in (unit_name(series.unit), chart.named(series))}
    names |= {chart.gathered.measure} if chart.gathered else set()
    names |= {item.text for item in chart.table_link if isinstance(item, CrossReference)}
    names |= {each.label for each in chart.breaks} | {each.text for each in chart.annotations}
    names |= {*chart.map.words()} if chart.map else set()
    names |= {chart.map.inset.words} if chart.map and chart.map.inset else set()
    names |= {f"{each.full[:1].upper()}{each.full[1:]}" for each in chart.categories}
    plain = {name.replace("\u00a0", " ").rstrip(".") for name in names if any(letter.isdigit() for letter in name)}
    return Names(tuple(sorted(plain, key=lambda name: (-len(name), name))))
