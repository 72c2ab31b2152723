"""What a language has to give for all that a report says around its figures: places, tables, charts, attached data."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class PlaceWords(Struct, frozen=True, kw_only=True):
    """What the parts of a report are called, and the ways from one to another."""

    table: str
    figure: str
    appendix: str
    chapter: str
    section: str
    note: Callable[[str], str]
    contents: str
    chart_tables: str
    """Above the tables with the figures of charts."""
    continued: str
    page: Callable[[int, int], str]
    """'Pagina 3 van 9'."""
    of: str
    """Between 'page' and the name of what is on it, where there are no pages."""
    go_to: Callable[[str], str]
    go_to_page: Callable[[str], str]
    back_to_note: Callable[[str], str]
    back_to_mark: Callable[[str, int], str]
    """The same where a note is marked more than once: which of its marks."""
    to_meaning: Callable[[str], str]
    """Of a term, to where it is explained."""
    no_date: str
    one_source: str
    more_sources: str
    annex_to: Callable[[str], str]
    paper: Callable[[str], str]
    session_year: Callable[[str], str]
    reference: Callable[[str], str]
    qr_code: Callable[[str], str]
    """What it is and where it leads, for who does not see it."""


class TableWords(Struct, frozen=True, kw_only=True):
    rows: Callable[[int, str], str]
    """What a listener hears before a table: '3 rijen, met per land: aantal en aandeel.'"""
    rounding: str
    """Why parts do not make their total."""
    left_out: Callable[[int, str], str]
    """That columns are not shown, by how many and which."""
    rest: str
    total: str
    mean: str
    change: str
    index: str
    compared_with: str
    first: Callable[[str], tuple[str, str]]
    """What is around the figure that something was at first: 'mei 2020 (eerst ', ')'."""
    later_restated: str
    """Before what was restated."""


class ListingWords(Struct, frozen=True, kw_only=True):
    no_revisions: str
    revisions: str
    """The caption of the table of them."""
    revised: Callable[[int], str]
    """What a listener hears before it."""
    figure: str
    was: str
    is_: str
    difference: str
    source: str
    reason: str


class ChartWords(Struct, frozen=True, kw_only=True):
    lines: str
    bars: str
    areas: str
    bars_and_lines: str
    small_multiples: str
    slope: str
    year_on_year: str
    share: str
    pyramid: str
    scatter: str
    dumbbell: str
    heat: str
    boxes: str
    histogram: str
    map: str
    own: str
    missing_bars: tuple[str, str]
    """What a reader does not see where a part is unknown: of one place, and of more."""
    missing_areas: tuple[str, str]
    missing_points: tuple[str, str]
    missing_cells: tuple[str, str]
    stacked: str
    in_percent: str
    of_series: Callable[[str, str], str]
    """A break, and of which series it is."""
    sides: Callable[[str, str], str]
    """What is at the left and what at the right."""
    axes: Callable[[str, str], str]
    rising_together: str
    falling_together: str
    a_year_before: Callable[[str, str, str, str], str]
    """Of what, when, how much, and how much a year before."""
    both_times: Callable[[str, str], str]
    went: Callable[[str, str, str], str]
    """From what to what a series went."""
    from_to: Callable[[str, str], str]
    """What is compared with what, of pairs of figures."""
    all_higher: str
    """That the second figure of every pair is."""
    all_lower: str
    largest_difference: Callable[[str], str]
    was_in: Callable[[str, str], str]
    """A figure in its period: '69 in mei 2020'."""
    nothing_known: str
    all_equal: Callable[[str], str]
    largest_first: str
    provisional: Callable[[str], str]
    others: Callable[[int], str]
    """How many there are between those that are named."""
    lastly: Callable[[str], str]
    figures_in: tuple[str, str]
    """Around the name of the table with the figures of a chart."""
    other_source: Callable[[str], str]
    """That from a period on the source is another."""
    sources: Callable[[str, str, str, str], str]
    """Up to when which source, and from when which."""
    source_from: Callable[[str], str]
    """The same beside a line, short."""
    rounded_from: Callable[[str], str]
    added_up: Callable[[str], str]
    rounded_to: Callable[[str, str], str]
    figures_of: tuple[str, str]
    """Around the name of the chart, in the caption of the table with its figures."""
    period: str
    part: str
    day: str
    month: str
    quarter: str
    figure: str
    """The head of a column of figures of several series."""
    no_figure: str
    """Of a month that a chart does not show."""
    part_unknown: Callable[[str, str], str]
    """That of some places not each part is known, and what is therefore not shown."""
    point_unknown: Callable[[str, str], str]
    rounding: str
    count: str
    """The head of how many there are."""
    median: str
    class_of: Callable[[str, str], str]
    """From its lowest bound up to its highest, which is not in it."""
    most_in: Callable[[str, str], str]
    """In which class most are, and how many."""
    median_is: Callable[[str], str]
    in_class: Callable[[str, str], str]
    minimum: str
    first_quartile: str
    third_quartile: str
    maximum: str
    from_whisker: str
    """The lowest figure that is not far from the middle half."""
    to_whisker: str
    apart: str
    """The head of the figures that are named by themselves."""
    box_key: str
    """What is what in a box: in words without a number."""
    box_told: Callable[[str, str, str, str, str, str], str]
    """How many, lowest, highest, both quartiles and median."""
    few_told: Callable[[str, str], str]
    """Of a box of too few figures: how many, and each."""
    apart_told: Callable[[str], str]
    without_group: tuple[str, str]
    without_figure: tuple[str, str]
    """Around the names of what has no known figure, and is therefore not counted."""
    without_name: tuple[str, str]
    """Around the names of what takes others together."""
    unnamed: str
    """Why not each point has its name beside it."""
    classes: Callable[[str], str]
    """The classes of a map, each with how many areas have a figure in it."""
    class_below: Callable[[str], str]
    class_between: Callable[[str, str], str]
    """From a bound to below the next."""
    class_from: Callable[[str], str]
    no_data: str
    """Of an area that has no figure in the data."""
    not_on_map: Callable[[str], str]
    """What has no place on a map, such as 'onbekend'."""
    boundaries_of: Callable[[str], str]
    enlarged: Callable[[str], str]
    """Above a part of a map that is drawn larger: 'Vergroot: Randstad'."""
    """Whom the boundaries of a map are of."""


class CourseWords(Struct, frozen=True, kw_only=True):
    """What is heard of a series over periods."""

    only: Callable[[str], str]
    always: Callable[[str], str]
    as_before: Callable[[str, str, str], str]
    """From and to what a series went, that hardly changed; by the word for that."""
    went: Callable[[str, str, str], str]
    in_period: Callable[[str], str]
    at_part: Callable[[str], str]
    up_to: Callable[[str], str]
    since: Callable[[str], str]
    in_periods: Callable[[int], str]
    highest_in: Callable[[str], str]
    """Where a course was highest, of a figure that is given already."""
    lowest_in: Callable[[str], str]
    highest_was: Callable[[str], str]
    lowest_was: Callable[[str], str]
    highest: Callable[[str], str]
    """Of points in a plane: 'het hoogst in mei 2020 (51)'."""
    lowest: Callable[[str], str]
    course: Callable[[str, str], str]
    """Before what is told of a trend: its first and its last period."""


class SchemeWords(Struct, frozen=True, kw_only=True):
    """What is heard of a flow chart."""

    steps: Callable[[int], str]
    end: str
    on_to: Callable[[str], str]
    """Where a step leads, by the numbers of the steps."""
    at: tuple[str, Callable[[int], str]]
    """Around the words at an arrow: "bij '", and "' verder met stap 3"."""


class DataWords(Struct, frozen=True, kw_only=True):
    """What attached files say."""

    exact: Callable[[str, str, int], str]
    """How precise figures are, by the words for 'ongeveer' and 'afgerond' and the most decimals."""
    as_shown: str
    status_explained: str
    empty: str
    neutralised: str
    means_provisional: str
    means_unknown: str
    means_impossible: str
    means_near_zero: str
    means_no_figure: str
    means_gap: str
    means_about: str
    means_rounded: str
    means_suppressed: Callable[[str], str]
    rounded: str
    note: Callable[[str], str]
    """By its mark."""
    for_whole_table: str
    note_head: str
    status_head: str
    unit_head: str
    percent: str
    """For '%' in the name of a column."""
    group: str
    kind: str
    total: str
    subtotal: str
    column: Callable[[int], str]
    table: str
    contents: str
    title: str
    how_to_read: str
    status: str
    meaning: str
    about: str
    file: Callable[[str], str]
    description: str
    delivered: Callable[[str, str], str]
    """The path of a file that was delivered, and its hash."""


class WebWords(Struct, frozen=True, kw_only=True):
    """What only the edition for the web says."""

    told_below: str
    """Of a drawing, where it is in words."""
    as_file: Callable[[str], str]
    """A link to the figures of a table, by its name."""
    origins: str
    """Of where the figures of a block come from, which can be opened."""
    parts: str
    """What the ways to the parts of a report are called, where each part is a page."""
    ways_on: str
    """What the ways to the part before and the part after are called together."""
    previous: Callable[[str], str]
    next: Callable[[str], str]


class HyphenationWords(Struct, frozen=True, kw_only=True):
    patterns: str | None
    """The name of the patterns that pyphen has; None where it has none, so that no word is broken."""
    left: int
    right: int
    """At least so many letters are before and after a break."""
    respelled: str
    """A pattern of what would be spelled otherwise with the break: 'autootje'."""


class SpacingWords(Struct, frozen=True, kw_only=True):
    """Words that a line never ends before or after, where a number is beside them."""

    units: tuple[str, ...]
    labels: tuple[str, ...]
