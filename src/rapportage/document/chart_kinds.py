"""The table of chart kinds: all that one kind has and another has not. Nothing else asks which kind a chart is.

A kind that is added here is known to specs, schema, texts and checks; how it is drawn is in `pages/charts`.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from msgspec import Struct

MarkName = Literal["staaf", "lijn"]
"""What a series of a chart with two kinds of marks is shown as."""
BAR_MARK: MarkName = "staaf"
LINE_MARK: MarkName = "lijn"
MOST_SERIES = 6
"""More than so many colours, dashes and hatches can't be told apart."""
MOST_PANELS = 12


class Telling(Enum):
    """How a chart is told to who does not see it."""

    BY_SERIES = "the course of each series, or its figures in order"
    PARTS = "every part"
    PAIRS = "both figures of each category"
    CHANGES = "from what to what each series went"
    YEARS = "the last figure beside that of a year before, then both courses"
    POINTS = "what is along each axis, with its extremes; whether both rise together; then every point"


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


class ChartKind(Struct, frozen=True, kw_only=True):
    """`word` is what a layout calls it, `spoken` how its alternative text begins.

    `parts` and `periods` are the keys that it takes over parts (`cijfers`) and over periods, besides those that all
    take; None where it can't be over those.
    """

    word: str
    spoken: str
    telling: Telling = Telling.BY_SERIES
    parts: frozenset[str] | None = None
    periods: frozenset[str] | None = None
    count_of_parts: SeriesCount | None = None
    """Of a chart over parts."""
    count_over_time: SeriesCount | None = None
    reach: Reach = Reach.ANY
    colours: Colours = Colours.SERIES
    most: int = MOST_SERIES
    """Series, or where parts have colours, parts."""
    negatives: bool = True
    is_whole: bool = False
    """The parts of one whole, in per cent."""
    mixes_marks: bool = False
    """Bars and lines: a series says which it is."""
    covers: bool = False
    """A series hides those behind it, unless they are stacked."""
    gap: tuple[str, str] = ("die staaf ontbreekt", "die staven ontbreken")
    """What a reader does not see where a part is unknown: of one place, and of more."""
    provisional: Provisional = Provisional.EDGE
    is_plane: bool = False
    """Every category is one point: how far across is its figure in the first series, how far up that in the second.
    Each has its axis and its unit."""
    shows_figures: bool = False
    """Every mark has its figure beside it, so that there is no axis."""

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

LINES = ChartKind(word="lijn", spoken="Lijngrafiek", periods=_NOTED, provisional=Provisional.LINE)
BARS = ChartKind(
    word="staaf",
    spoken="Staafdiagram",
    parts=frozenset({"cijfers", "reeksen", "vorm"}),
    periods=_NOTED | {"vorm"},
)
HORIZONTAL_BARS = ChartKind(
    word="liggende staaf",
    spoken="Staafdiagram",
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    shows_figures=True,
)
AREAS = ChartKind(
    word="vlak",
    spoken="Vlakdiagram",
    periods=_NOTED | {"vorm"},
    covers=True,
    gap=("daar ontbreekt het vlak", "daar ontbreekt het vlak"),
)
BARS_AND_LINES = ChartKind(
    word="combinatie",
    spoken="Staafdiagram met lijn",
    periods=_NOTED | {"vorm"},
    mixes_marks=True,
    covers=True,
)
SMALL_MULTIPLES = ChartKind(
    word="kleine veelvouden",
    spoken="Lijngrafieken naast elkaar",
    periods=_NOTED,
    colours=Colours.ONE,
    most=MOST_PANELS,
    provisional=Provisional.LINE,
)
SLOPE = ChartKind(
    word="verloop",
    spoken="Grafiek van twee perioden",
    telling=Telling.CHANGES,
    periods=_OVER_TIME,
    reach=Reach.TWO,
    provisional=Provisional.LINE,
)
YEAR_ON_YEAR = ChartKind(
    word="stroom",
    spoken="Lijngrafiek met het jaar ervoor",
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
    spoken="Balk van 100%",
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
    spoken="Tweezijdig staafdiagram",
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
    spoken="Spreidingsdiagram",
    telling=Telling.POINTS,
    parts=frozenset({"cijfers", "reeksen"}),
    periods=_OVER_TIME,
    count_of_parts=_TWO_AXES,
    count_over_time=_TWO_AXES,
    colours=Colours.ONE,
    most=2,
    gap=("dat punt ontbreekt", "die punten ontbreken"),
    provisional=Provisional.HOLLOW,
    is_plane=True,
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
)
BY_WORD = {kind.word: kind for kind in KINDS}
