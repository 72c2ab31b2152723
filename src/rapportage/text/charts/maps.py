"""What a map shows: which area each figure is of, in which class it is, and what of the data is on no map."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Boundaries, ChartMap, ChartSeries, MapClass, MapInset, NoteMark, Point, Text
from rapportage.document.boundaries import extent_of
from rapportage.document.chart_kinds import HEXAGONS
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import number_pattern, read_number
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.parts.part_list import ListedPart
from rapportage.text.anchors import BlockNotes
from rapportage.text.charts.map_classes import bounds_of, class_words, place_in, steps_of
from rapportage.text.language.views.series import FigureView

MOST_NAMED = 8
"""Areas that one message names."""
LARGEST_INSET = 0.5
"""Of the width and height of the map: what is more is hardly larger beside it."""
AROUND = 0.04
"""Of the width and height of an inset, around the areas that it is made for."""


class MapReader(Struct, frozen=True, dict=True):
    """Finds the areas of figures; `boundaries` are those that the layout asks."""

    spec: ChartSpec
    boundaries: Boundaries
    cube: Cube
    findings: Findings

    def areas(self, items: Sequence[FigureView]) -> tuple[int | None, ...] | None:
        """For each figure the place of its area; None of what is no area, such as 'onbekend' and 'staatloos'.

        None where a figure has no boundary, or two have the same, which was reported.
        """
        found = [self._area(item) for item in items]
        missing = [
            item for item, place in zip(items, found, strict=True) if place is None and not self._is_no_area(item)
        ]
        if missing:
            self._tell_missing(missing, len(items))
            return None
        counts = Counter(place for place in found if place is not None)
        twice = next((place for place, count in counts.items() if count > 1), None)
        if twice is None:
            self._tell_other_year(items)
            return tuple(found)
        names = [item.label for item, place in zip(items, found, strict=True) if place == twice]
        named = " en ".join(f"'{name[:60]}'" for name in names[:3])
        message = f"{named} zijn hetzelfde gebied op de kaart"
        self._error(message, "geef elk onderdeel in lijsten/ zijn eigen code")
        return None

    def _is_no_area(self, item: FigureView) -> bool:
        """Whether it takes together what is not named, or the layout says that it is on no map."""
        asked = self.spec.boundaries
        return item.is_rest or (asked is not None and self._known(item)[0] in {each.text for each in asked.without})

    def _area(self, item: FigureView) -> int | None:
        """By its code in the list of its parts, else by one of its names."""
        name, listed = self._known(item)
        code = listed.code.text if listed and listed.code else ""
        for each in filter(None, (code, name)):
            if each.casefold() in self._by_code:
                return self._by_code[each.casefold()]
        named = (self._by_name.get(each) for each in (code.casefold(), name.casefold(), _bare(name)))
        return next((place for place in named if place is not None), None)

    def _known(self, item: FigureView) -> tuple[str, ListedPart | None]:
        """The name that the data have for the part, and what its list says of it."""
        own = item.part.beyond(item.series.within) if item.series else item.part
        if len(own.names) != 1 or (item.series and item.series.groups):
            return item.label.replace("\u00a0", " "), None
        listed = self.cube.lists.get(own.dimensions[0])
        return own.names[0], listed.parts.get(own.names[0]) if listed else None

    @cached_property
    def _by_code(self) -> Mapping[str, int]:
        return {area.code.casefold(): place for place, area in enumerate(self.boundaries.areas) if area.code}

    @cached_property
    def _by_name(self) -> Mapping[str, int | None]:
        """By name, and by what is before its brackets where that is one area: 'Groningen (gemeente)'."""
        found: dict[str, int | None] = {}
        for form in (str.casefold, _bare):
            made: dict[str, int | None] = {}
            for place, area in enumerate(self.boundaries.areas):
                for name in {form(each): None for each in area.names}:
                    made[name] = place if name not in made else None
            found = {**made, **found}
        return found

    def inset(self) -> MapInset | None:
        """The part that is asked larger; None where none is, and where it can't be, which was reported."""
        asked = self.spec.inset
        if asked is None:
            return None
        places = [self._named(name) for name in asked.around]
        if any(place is None for place in places):
            return None
        areas = [self.boundaries.areas[place] for place in places if place is not None]
        left, bottom, right, top = self.boundaries.box_of(areas)
        whole = extent_of(self.boundaries)
        across, up = (right - left) * AROUND, (top - bottom) * AROUND
        box = (left - across, bottom - up, right + across, top + up)
        if any(box[at + 2] - box[at] > LARGEST_INSET * (whole[at + 2] - whole[at]) for at in (0, 1)):
            message = f"de uitsnede '{asked.name.text[:60]}' is meer dan de helft van de kaart"
            self.findings.error("T484", message, asked.name.span, "noem minder gebieden, die dichter bij elkaar liggen")
            return None
        return MapInset(spoken_language().charts.enlarged(asked.name.text), box)

    def _named(self, name: Scalar) -> int | None:
        """The area of that code or name; None where there is none, which was reported."""
        place = self._by_code.get(name.text.casefold(), self._by_name.get(name.text.casefold()))
        if place is None:
            message = f"'{name.text[:60]}' is geen gebied in '{self.boundaries.name[:100]}'"
            hint = suggest(name.text, [known for area in self.boundaries.areas for known in area.names])
            self.findings.error("T484", message, name.span, hint)
        return place

    # --- Faults -------------------------------------------------------------------------------------

    def _tell_missing(self, missing: Sequence[FigureView], count: int) -> None:
        told = [self._told(item) for item in missing[:MOST_NAMED]]
        more = f" en nog {len(missing) - MOST_NAMED}" if len(missing) > MOST_NAMED else ""
        year, period = self.boundaries.year, missing[0].observation.period
        of_year = f" (grenzen van {year})" if year else ""
        where = f"'{self.boundaries.name[:100]}'{of_year}"
        message = f"{len(missing)} van de {count} onderdelen hebben geen grens in {where}: {', '.join(told)}{more}"
        self._error(message, self._hint(missing, year, period))

    def _tell_other_year(self, items: Sequence[FigureView]) -> None:
        """That every part has a boundary says not that it is that of its year: an area may have grown."""
        year, asked = self.boundaries.year, self.spec.boundaries
        period = items[0].observation.period
        if year is None or asked is None or period.start.year <= year <= period.end.year:
            return
        message = f"de grenzen in '{self.boundaries.name[:100]}' zijn van {year}, en de cijfers gaan over {period.code}"
        hint = "neem de grenzen van dat jaar; zijn ze hetzelfde, schrijf dan achter de regel: # erkend T485: reden"
        self.findings.warning("T485", message, asked.file.span, hint)

    def _told(self, item: FigureView) -> str:
        """'Weesp' (GM0457, bestaat tot en met 2021)."""
        name, listed = self._known(item)
        year = self.boundaries.year
        said = [listed.code.text] if listed and listed.code else []
        if listed and year and listed.until and listed.until.end.year < year:
            said.append(f"bestaat tot en met {listed.until.code}")
        if listed and year and listed.since and listed.since.start.year > year:
            said.append(f"bestaat vanaf {listed.since.code}")
        besides = f" ({', '.join(said)})" if said else ""
        return f"'{name[:60]}'{besides}"

    def _hint(self, missing: Sequence[FigureView], year: int | None, period: TimePeriod) -> str:
        named = [name for area in self.boundaries.areas for name in area.names]
        if year and year != period.start.year:
            return f"de cijfers gaan over {period.code}: neem de grenzen van dat jaar, of laat deze onderdelen weg"
        if len(missing) == 1 and named:
            name = self._known(missing[0])[0]
            return f"{suggest(name, named).rstrip('.')}; is het geen gebied, noem het dan bij 'grenzen' onder 'zonder'"
        return "geef in lijsten/ de code van zijn gebied; is het geen gebied, noem het dan bij 'grenzen' onder 'zonder'"

    def _error(self, message: str, hint: str) -> None:
        asked = self.spec.boundaries
        self.findings.error("T482", message, asked.file.span if asked else self.spec.node.span, hint)


def chart_map(spec: ChartSpec, boundaries: Boundaries, areas: tuple[int | None, ...], series: ChartSeries) -> ChartMap:
    """The map of one series, whose figures are put in classes as they are shown."""
    shown = [
        _as_shown(point) if point and area is not None else None
        for point, area in zip(series.points, areas, strict=True)
    ]
    values = [value for value in shown if value is not None]
    bounds = bounds_of(values, spec.classes)
    of = tuple(None if value is None else place_in(bounds, value) for value in shown)
    counts = Counter(of)
    steps = steps_of(bounds, has_negatives=min(values, default=Decimal(0)) < 0)
    said = [class_words(bounds, place) or _only(series) for place in range(len(steps))]
    classes = [
        MapClass(f"{words} ({counts[place]})", step)
        for place, (words, step) in enumerate(zip(said, steps, strict=True))
    ]
    absent = [series.absent(place) for place, area in enumerate(areas) if area is not None and not series.points[place]]
    without = len(boundaries.areas) - len([area for area in areas if area is not None])
    return ChartMap(
        boundaries=boundaries,
        areas=areas,
        of=of,
        classes=tuple(classes),
        without=f"{spoken_language().charts.no_data} ({without})" if without else "",
        withheld=_counted(each.spoken for each in absent if each.is_small),
        unknown=_counted(each.spoken for each in absent if not each.is_small),
        are_hexagons=spec.form == HEXAGONS,
    )


def map_notes(notes: BlockNotes, items: Sequence[FigureView], shown: ChartMap) -> list[NoteMark]:
    """What is on no map, and whom the boundaries are of."""
    words = spoken_language().charts
    outside = [item.label for item, area in zip(items, shown.areas, strict=True) if area is None]
    made = [notes.own("buiten de kaart", (Text(words.not_on_map(enumeration(outside))),))] if outside else []
    source = shown.boundaries.source
    return made + ([notes.own("grenzen", (Text(words.boundaries_of(source)),))] if source else [])


def _as_shown(point: Point) -> Decimal:
    """What a reader sees: the figure as it is rounded, so that it is within the bounds of its class."""
    text = point.text.rstrip("%").strip()
    return read_number(text) if re.fullmatch(number_pattern(), text) else point.value


def _only(series: ChartSeries) -> str:
    """Where all figures are equal: that figure."""
    return next((point.text for point in series.points if point is not None), "")


def _counted(said: Iterable[str]) -> str:
    """'minder dan 5 (2)'."""
    found = list(said)
    joint = f" {spoken_language().lists.or_} "
    return f"{joint.join(dict.fromkeys(found))} ({len(found)})" if found else ""


def _bare(name: str) -> str:
    """Without what is in brackets behind it, or how it is capitalised: 'Groningen (gemeente)'."""
    return name.partition(" (")[0].casefold()
