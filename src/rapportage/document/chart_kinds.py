"""The table of chart kinds: all that one kind has and another has not. Nothing else asks which kind a chart is.

A kind that is added here is known to specs, schema, texts and checks; how it is drawn is in `pages/charts`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Final, Literal

from msgspec import Struct

from rapportage.figures.languages.report import ChartWords
from rapportage.figures.languages.spoken import spoken_language

FormName = Literal["naast elkaar", "gestapeld", "100%", "zeshoeken"]
"""How bars and areas are together, or what the areas of a map are."""
HEXAGONS: Final = "zeshoeken"
_TOGETHER: tuple[FormName, ...] = ("naast elkaar", "gestapeld", "100%")
MarkName = Literal["staaf", "lijn"]
"""What a series of a chart with two kinds of marks is shown as."""
BAR_MARK: MarkName = "staaf"
LINE_MARK: MarkName = "lijn"
MOST_SERIES = 6
"""More than so many colours, dashes and hatches can't be told apart."""
MOST_PANELS = 12
MOST_ROWS = 60
"""Of a heat map: more do not come on a page."""
MOST_PAIRS = 1_000
"""Of rows that go on on the next page."""
MOST_OWN = 400
"""What a function of the user gets at most: his own chart says what can be told apart."""


class Telling(Enum):
    """How a chart is told to who does not see it."""

    BY_SERIES = "the course of each series, or its figures in order"
    PARTS = "every part"
    PAIRS = "both figures of each category"
    CHANGES = "from what to what each series went"
    DIFFERENCES = "whether all differ in one direction, where most, and from what to what each went"
    YEARS = "the last figure beside that of a year before, then both courses"
    CELLS = "the highest and lowest figure of all, then those of each series"
    BOXES = "of each box how many figures, between which they are, the middle half, the median, and what is apart"
    CLASSES = "the median and the fullest class, then how many are in each"
    AREAS = "the highest and lowest figure, the classes with how many areas each has, then every area"
    POINTS = "what is along each axis, with its extremes; whether both rise together; then every point"


class Gathering(Enum):
    """What is made of all figures together, where a chart does not show each of them."""

    CLASSES = "how many figures are in each class"
    QUARTILES = "between which figures a quarter of them is, and which are far from the others"


class Reach(Enum):
    """Which periods a chart over periods may have."""

    ANY = "any"
    TWO = "two"
    YEAR = "those of this year, or fewer; the same of the year before are shown as well"


class Colours(Enum):
    """What has a colour of its own."""

    SERIES = "each series"
    PARTS = "each category"
    ONE = "nothing: panels or names tell the series apart"


class Provisional(Enum):
    """How a provisional figure is known."""

    EDGE = "a light fill with a dashed edge"
    LINE = "a dashed line"
    HOLLOW = "a hollow marker"


class SeriesCount(Struct, frozen=True):
    """How many series a kind has, and what is said where it has another number."""

    number: int
    message: str
    hint: str
    or_none: bool = False
    """Whether it need not be said what is shown of each part: then it is the figure itself."""


class ChartKind(Struct, frozen=True, kw_only=True):
    """`word` is what a layout calls it, `name` what a reader is told that it is: how its alternative text begins.

    `parts` and `periods` are the keys that it takes over parts (`cijfers`) and over periods, besides those that all
    take; None where it can't be over those.
    """

    word: str
    name: Callable[[ChartWords], str]
    telling: Telling = Telling.BY_SERIES
    parts: frozenset[str] | None = None
    periods: frozenset[str] | None = None
    forms: tuple[FormName, ...] = _TOGETHER
    """Of a kind that has 'vorm'."""
    count_of_parts: SeriesCount | None = None
    """Of a chart over parts."""
    count_over_time: SeriesCount | None = None
    reach: Reach = Reach.ANY
    colours: Colours = Colours.SERIES
    most: int = MOST_SERIES
    """Series, or where parts have colours, parts."""
    most_abreast: int | None = None
    """Marks of several series beside each other on a whole page, of which can be seen which is of which."""
    negatives: bool = True
    is_whole: bool = False
    """The parts of one whole, in per cent."""
    mixes_marks: bool = False
    """Bars and lines: a series says which it is."""
    covers: bool = False
    """A series hides those behind it, unless they are stacked."""
    missing: Callable[[ChartWords], tuple[str, str]] = lambda words: words.missing_bars
    """What a reader does not see where a part is unknown: of one place, and of more."""
    provisional: Provisional = Provisional.EDGE
    is_plane: bool = False
    """Every category is one point: how far across is its figure in the first series, how far up that in the second.
    Each has its axis and its unit."""
    shows_figures: bool = False
    """Every mark has its figure beside it, so that there is no axis."""
    gathering: Gathering | None = None
    """Of the parts of a breakdown."""
    is_map: bool = False
    """Every category is an area, whose figure is the colour of its place on a map; it needs boundaries."""
    is_own: bool = False
    """Drawn by a function of the user, who says himself what it shows."""

    @property
    def spoken(self) -> str:
        return self.name(spoken_language().charts)

    @property
    def gap(self) -> tuple[str, str]:
        return self.missing(spoken_language().charts)

    @property
    def over(self) -> str:
        """'onderdelen of perioden'."""
        periods = "twee perioden" if self.reach is Reach.TWO else "perioden"
        return " of ".join([*(["onderdelen"] if self.parts is not None else []), *([periods] if self.periods else [])])


_OVER_TIME = frozenset({"vanaf", "perioden", "reeksen"})
_NOTED = _OVER_TIME | {"bijschriften"}
_TWO_AXES = SeriesCount(
    2,
    "een spreiding heeft twee reeksen",
    "geef onder 'reeksen' eerst die van links naar rechts, dan die omhoog",
)

LINES = ChartKind(word="lijn", name=lambda words: words.lines, periods=_NOTED, provisional=Provisional.LINE)
BARS = ChartKind(
    word="staaf",
    name=lambda words: words.bars,
    parts=frozenset({"cijfers", "reeksen", "vorm"}),
    periods=_NOTED | {"vorm"},
    most_abreast=180,  # of nearly two points each
)
HORIZONTAL_BARS = ChartKind(
    word="liggende staaf",
    name=lambda words: words.bars,
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    shows_figures=True,
)
AREAS = ChartKind(
    word="vlak",
    name=lambda words: words.areas,
    periods=_NOTED | {"vorm"},
    covers=True,
    missing=lambda words: words.missing_areas,
)
BARS_AND_LINES = ChartKind(
    word="combinatie",
    name=lambda words: words.bars_and_lines,
    periods=_NOTED | {"vorm"},
    mixes_marks=True,
    covers=True,
)
SMALL_MULTIPLES = ChartKind(
    word="kleine veelvouden",
    name=lambda words: words.small_multiples,
    periods=_NOTED,
    colours=Colours.ONE,
    most=MOST_PANELS,
    provisional=Provisional.LINE,
)
SLOPE = ChartKind(
    word="verloop",
    name=lambda words: words.slope,
    telling=Telling.CHANGES,
    periods=_OVER_TIME,
    reach=Reach.TWO,
    provisional=Provisional.LINE,
)
YEAR_ON_YEAR = ChartKind(
    word="stroom",
    name=lambda words: words.year_on_year,
    telling=Telling.YEARS,
    periods=_NOTED,
    count_over_time=SeriesCount(
        1, "een stroom per periode is van één reeks", "geef onder 'reeksen' één naam met cijfers"
    ),
    reach=Reach.YEAR,
    provisional=Provisional.LINE,
)
SHARE = ChartKind(
    word="aandeel",
    name=lambda words: words.share,
    telling=Telling.PARTS,
    parts=frozenset({"cijfers", "rest"}),
    count_of_parts=SeriesCount(0, "een aandeel heeft geen reeksen", "alleen 'cijfers', en 'rest' voor wat overblijft"),
    colours=Colours.PARTS,
    negatives=False,
    is_whole=True,
    shows_figures=True,
)
PYRAMID = ChartKind(
    word="piramide",
    name=lambda words: words.pyramid,
    telling=Telling.PAIRS,
    parts=frozenset({"cijfers", "reeksen"}),
    count_of_parts=SeriesCount(
        2, "een piramide heeft twee reeksen", "geef onder 'reeksen' er twee, elk met naam en waarde"
    ),
    negatives=False,
    shows_figures=True,
)
SCATTER = ChartKind(
    word="spreiding",
    name=lambda words: words.scatter,
    telling=Telling.POINTS,
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    count_of_parts=_TWO_AXES,
    count_over_time=_TWO_AXES,
    colours=Colours.ONE,
    most=2,
    missing=lambda words: words.missing_points,
    provisional=Provisional.HOLLOW,
    is_plane=True,
)
DUMBBELL = ChartKind(
    word="verschil",
    name=lambda words: words.dumbbell,
    telling=Telling.DIFFERENCES,
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    count_of_parts=SeriesCount(
        2, "een verschil is tussen twee reeksen", "geef onder 'reeksen' er twee, elk met naam en waarde"
    ),
    reach=Reach.TWO,
    colours=Colours.ONE,
    most=MOST_PAIRS,
    provisional=Provisional.LINE,
    shows_figures=True,
)
HEAT = ChartKind(
    word="hittekaart",
    name=lambda words: words.heat,
    telling=Telling.CELLS,
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    colours=Colours.ONE,
    most=MOST_ROWS,
    missing=lambda words: words.missing_cells,
)
HISTOGRAM = ChartKind(
    word="histogram",
    name=lambda words: words.histogram,
    telling=Telling.CLASSES,
    parts=frozenset({"cijfers", "klassen"}),
    count_of_parts=SeriesCount(
        0, "een histogram heeft geen reeksen", "alleen 'cijfers', en 'klassen' voor de indeling"
    ),
    colours=Colours.ONE,
    gathering=Gathering.CLASSES,
)
MAP = ChartKind(
    word="kaart",
    name=lambda words: words.map,
    telling=Telling.AREAS,
    parts=frozenset({"cijfers", "reeksen", "grenzen", "klassen", "vorm", "uitsnede"}),
    forms=(HEXAGONS,),
    count_of_parts=SeriesCount(
        1, "een kaart toont één cijfer per gebied", "geef onder 'reeksen' één naam met waarde, of niets", or_none=True
    ),
    colours=Colours.ONE,
    most=1,
    missing=lambda words: words.missing_cells,
    is_map=True,
)
BOXES = ChartKind(
    word="doos",
    name=lambda words: words.boxes,
    telling=Telling.BOXES,
    parts=frozenset({"cijfers", "reeksen", "per"}),
    periods=_OVER_TIME,
    colours=Colours.ONE,
    most=MOST_PAIRS,
    gathering=Gathering.QUARTILES,
)
_OWN_KEYS = frozenset({"functie", "hoogte"})
OWN = ChartKind(
    word="eigen",
    name=lambda words: words.own,
    parts=_OWN_KEYS | {"cijfers", "reeksen"},
    periods=_OWN_KEYS | _OVER_TIME,
    colours=Colours.ONE,
    most=MOST_OWN,
    is_own=True,
)

KINDS = (
    LINES,
    BARS,
    HORIZONTAL_BARS,
    AREAS,
    BARS_AND_LINES,
    SMALL_MULTIPLES,
    SLOPE,
    YEAR_ON_YEAR,
    SHARE,
    PYRAMID,
    SCATTER,
    DUMBBELL,
    HEAT,
    HISTOGRAM,
    MAP,
    BOXES,
    OWN,
)
BY_WORD = {kind.word: kind for kind in KINDS}
