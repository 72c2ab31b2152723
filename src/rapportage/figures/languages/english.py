"""English, as GOV.UK writes it: no comma before 'and', lower case for what is no name, 'fewer' for what is counted."""

from __future__ import annotations

from rapportage.figures.languages.language import (
    HARD,
    ChangeWords,
    Language,
    ListWords,
    NumberWords,
    PeriodWords,
    SentenceWords,
    SignWords,
    UnitWords,
)
from rapportage.figures.languages.report import (
    ChartWords,
    CourseWords,
    DataWords,
    HyphenationWords,
    ListingWords,
    PlaceWords,
    SchemeWords,
    SpacingWords,
    TableWords,
    WebWords,
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_COUNTS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PAST = {"risen": "rose", "fallen": "fell"}
_LONG_YEARS = {"schooljaar": "school year", "boekjaar": "financial year"}
_DIVISIONS = {"kwartaal": "quarter", "halfjaar": "half"}


def _ordinal(place: int) -> str:
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


_ABBREVIATIONS = frozenset(
    ("approx.", "art.", "ca.", "cf.", "co.", "dr.", "esp.", "etc.", "excl.", "fig.", "figs.", "incl.", "inc.", "jr.",
     "ltd.", "max.", "min.", "mr.", "mrs.", "ms.", "no.", "nos.", "p.", "para.", "pp.", "prof.", "sec.", "sr.", "st.",
     "vol.", "vs.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.")
)  # fmt: skip


def _one(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "maand":
            return f"{_MONTHS[number - 1]}{HARD}{year}"
        case "week":
            return f"week{HARD}{number} of {year}"
        case "schooljaar" | "boekjaar":
            return f"{_LONG_YEARS[unit]}{HARD}{year}/{year + 1}"
        case _:
            return f"the {_ORDINALS[number - 1]} {_DIVISIONS[unit]} of {year}"


def _span(unit: str, first: int, last: int, year: int) -> str:
    match unit:
        case "maand":
            if first == 1 and last < 12:
                return f"the first {_COUNTS[last]} months of {year}"
            return f"{_MONTHS[first - 1]} to {_MONTHS[last - 1]}{HARD}{year}"
        case "week":
            return f"weeks{HARD}{first} to {last} of {year}"
        case _:
            noun = {"kwartaal": "quarters", "halfjaar": "halves"}[unit]
            return f"the {_ORDINALS[first - 1]} to {_ORDINALS[last - 1]} {noun} of {year}"


def _short(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "week":
            return f"week{HARD}{number} {year}"
        case "schooljaar" | "boekjaar":
            return _one(unit, number, year)
        case _:
            return f"{_ordinal(number)} {_DIVISIONS[unit]} {year}"


def _date(day: int | None, month: int | None, year: int) -> str:
    return HARD.join(part for part in (str(day or ""), _MONTHS[month - 1] if month else "", str(year)) if part)


def _draft_notice(gaps: int) -> str:
    noun = "figure has" if gaps == 1 else "figures have"
    return f"Draft: not yet final{f'; {gaps} {noun} still to be filled in' if gaps else ''}."


ENGLISH = Language(
    code="en",
    tag="en-GB",
    numbers=NumberWords(
        thousands=",",
        decimal=".",
        counts=_COUNTS,
        ordinals=_ORDINALS,
        ordinal=_ordinal,
        about="about",
        in_points=lambda number: f"{number}{HARD}percentage {'point' if number.lstrip('+−') == '1' else 'points'}",
    ),
    lists=ListWords(
        and_="and",
        or_="or",
        up_to="to",
        up_to_full="to",
        all_of=lambda _: "each",
        both="each",
        nothing_known=(r"unknown\b.*", r".*\b(?:unknown|not known)"),
    ),
    periods=PeriodWords(
        months=_MONTHS,
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        short_quarters=("Q1", "Q2", "Q3", "Q4"),
        quarters=("1st quarter", "2nd quarter", "3rd quarter", "4th quarter"),
        one=_one,
        span=_span,
        short=_short,
        of_year="of",
        date=_date,
        on="on",
        during="in",
        from_="from",
        the_year="the",
        articles=("the",),
    ),
    sentences=SentenceWords(abbreviations=_ABBREVIATIONS),
    signs=SignWords(
        unknown="unknown",
        impossible="not applicable",
        not_applicable="n/a",
        gap="to be filled in",
        provisional="provisional",
        provisional_figure="provisional figure",
        later="not yet known",
        too_small="too small for a percentage",
        near_zero="less than half the unit",
        too_rough="rounded too coarsely for a percentage",
        in_points="a percentage changes in percentage points",
        fewer_than="fewer than",
        point="full stop (.)",
        star="asterisk (*)",
        empty="empty cell",
        less_than=lambda limit, sign: f"less than {limit} ({sign})",
        one_to=lambda most: f"1 to {most}",
        means=lambda sign, words: f"{sign} means {words}",
        in_use="Symbols in the tables and figures:",
        none_used="No symbol is used in place of a figure in this report.",
        draft_notice=_draft_notice,
        example_notice="Example: this is not a real publication, but shows what such a report looks like.",
        draft_mark="DRAFT",
        example_mark="EXAMPLE",
        draft_header="DRAFT – not for publication",
        example_header="EXAMPLE – not a real publication",
        both_header="DRAFT – EXAMPLE – not for publication",
    ),
    changes=ChangeWords(
        risen="risen",
        fallen="fallen",
        unchanged="unchanged",
        hardly_changed="almost unchanged",
        from_to=lambda how: (f"{how} from ", " to "),
        as_many="as many",
        than=("than", "as"),
        with_as=("as many", "as high", "as large", "as long", "as old", "as strong"),
        hardly="almost",
        more="more",
        fewer="fewer",
        likewise="likewise",
        later_restated="Later revised to",
    ),
    units=UnitWords(
        scales=("thousands", "millions", "billions"),
        sizes=("thousand", "million", "billion"),
        in_scale=lambda scale, unit: f"in {scale} of {unit}" if unit else f"in {scale}",
        in_percent="in percent",
        in_points="in percentage points",
        in_numbers="in numbers",
        in_unit=lambda unit: f"in {unit}",
        index=lambda year: f"index, {year} is 100" if year else "index",
        unit=lambda unit: f"unit {unit}",
        names={
            "aantal": "number",
            "procentpunt": "percentage points",
            "euro": "euros",
            "personen": "persons",
            "jaar": "years",
            "maanden": "months",
            "weken": "weeks",
            "dagen": "days",
            "uren": "hours",
        },
        aloud={"°C": "degrees Celsius", "°": "degrees", "€": "euros", "fte": "full-time equivalents"},
    ),
    places=PlaceWords(
        table="Table",
        figure="Figure",
        appendix="Appendix",
        chapter="chapter",
        section="section",
        note=lambda mark: f"Note {mark}",
        contents="Contents",
        chart_tables="Data for the figures",
        continued="continued",
        page=lambda number, count: f"Page {number} of {count}",
        of="of",
        go_to=lambda name: f"Go to {name}",
        go_to_page=lambda number: f"Go to page {number}",
        back_to_note=lambda mark: f"Back to note {mark} in the text",
        back_to_mark=lambda mark, place: f"Back to note {mark} in the text, place {place}",
        to_meaning=lambda term: f"Go to the meaning of {term}",
        no_date="date to be filled in",
        one_source="Source",
        more_sources="Sources",
        annex_to=lambda name: f"Annex to {name}",
        paper=lambda number: f"Parliamentary paper {number}",
        session_year=lambda year: f"session {year}",
        reference=lambda mark: f"Reference {mark}",
        qr_code=lambda address: f"QR code that leads to {address}",
    ),
    tables=TableWords(
        rows=lambda count, heads: f"{'1 row' if count == 1 else f'{count} rows'}, with for each {heads}",
        rounding="Because of rounding, the parts do not everywhere add up to exactly their total.",
        left_out=lambda count, names: (
            f"The {'column' if count == 1 else 'columns'} {names} {'is' if count == 1 else 'are'} not shown: "
            f"no figures are known for {'it' if count == 1 else 'them'}."
        ),
        rest="other",
        total="total",
        mean="average",
        change="change",
        index="index",
        compared_with="compared with",
        first=lambda name: (f"{name} (at first ", ")"),
        later_restated="Later revised:",
    ),
    listings=ListingWords(
        no_revisions="None of the figures in this report has been revised since it was first published.",
        revisions="Figures in this report that have been revised since they were first published",
        revised=lambda count: (
            f"{f'{count} revised figures' if count > 1 else '1 revised figure'}, with for each what it was, what it "
            "is, the difference and the source."
        ),
        figure="Figure",
        was="was",
        is_="is",
        difference="difference",
        source="source of the revision",
        reason="reason",
    ),
    charts=ChartWords(
        lines="Line chart",
        bars="Bar chart",
        areas="Area chart",
        bars_and_lines="Bar chart with a line",
        small_multiples="Line charts side by side",
        slope="Chart of two periods",
        year_on_year="Line chart with the year before",
        share="100% bar",
        pyramid="Two-sided bar chart",
        scatter="Scatter plot",
        dumbbell="Dumbbell chart",
        heat="Heat map",
        boxes="Box plot",
        histogram="Histogram",
        map="Map",
        own="Chart",
        missing_bars=("that bar is left out", "those bars are left out"),
        missing_areas=("the area is left out there", "the area is left out there"),
        missing_points=("that point is left out", "those points are left out"),
        missing_cells=("that cell is hatched", "those cells are hatched"),
        stacked="stacked",
        in_percent="in percent of the whole",
        of_series=lambda what, names: f"{what} for {names}",
        sides=lambda left, right: f"On the left {left}, on the right {right}.",
        axes=lambda across, up: f"Horizontal axis {across}, vertical axis {up}.",
        rising_together="Points further to the right are mostly higher.",
        falling_together="Points further to the right are mostly lower.",
        a_year_before=lambda subject, period, now, before: (
            f"{f'{subject} in' if subject else 'in'} {period}: {now}; a year earlier: {before}."
        ),
        both_times=lambda name, figure: f"{name} {figure} both times",
        went=lambda name, before, after: f"{name} from {before} to {after}",
        from_to=lambda before, after: f"From {before} to {after}.",
        all_higher="Higher everywhere.",
        all_lower="Lower everywhere.",
        largest_difference=lambda name: f"The largest difference is for {name}.",
        was_in=lambda figure, period: f"{figure} in {period}",
        nothing_known="no known figures",
        all_equal=lambda figure: f"all {figure}: ",
        largest_first="from largest to smallest: ",
        provisional=lambda figure: f"{figure} (provisional)",
        others=lambda count: f"{count} {'other' if count == 1 else 'others'}",
        lastly=lambda item: f"last {item}",
        figures_in=("The data are in ", "."),
        other_source=lambda period: f"From {period}: another source.",
        sources=lambda last, before, first, after: f"Up to and including {last}: {before}; from {first}: {after}.",
        source_from=lambda period: f"another source from {period}",
        rounded_from=lambda period: f"rounded differently from {period}",
        added_up=lambda publishers: f"{publishers}, added up or calculated",
        rounded_to=lambda publisher, step: f"{publisher}, rounded to the nearest {step}",
        figures_of=("Data for ", ": "),
        period="Period",
        part="Category",
        day="Day",
        month="Month",
        quarter="Quarter",
        figure="Figure",
        no_figure="no figure",
        part_unknown=lambda names, gap: f"Not every part is known for {names}: {gap}.",
        point_unknown=lambda names, gap: f"Not both figures are known for {names}: {gap}.",
        rounding="Because of rounding, the percentages do not add up to exactly 100%.",
        count="Number",
        median="median",
        class_of=lambda low, high: f"{low} to under {high}",
        most_in=lambda label, count: f"Most are {label}: {count}.",
        median_is=lambda figure: f"The median is {figure}.",
        in_class=lambda label, count: f"{label}: {count}",
        minimum="Lowest",
        first_quartile="First quartile",
        third_quartile="Third quartile",
        maximum="Highest",
        from_whisker="Line from",
        to_whisker="Line up to",
        apart="Separate points",
        box_key=(
            "Box: the middle half, with the median. Lines: up to one and a half times the width of the box at most. "
            "Points: what is further away, or everything where there is too little for a box."
        ),
        box_told=lambda count, low, high, first, third, middle: (
            f"{count} figures from {low} up to {high}, the middle half from {first} up to {third}, median {middle}"
        ),
        few_told=lambda count, each: f"{count} figures, {each}",
        apart_told=lambda names: f", apart from those {names}",
        without_group=("Not counted, as in no group: ", "."),
        without_figure=("Not counted, as no figure is known: ", "."),
        without_name=("Not counted, as others are taken together in it: ", "."),
        unnamed="Not every point has a name: there is no room for it.",
        classes=lambda words: f"Classes, with the number of areas: {words}.",
        class_below=lambda bound: f"less than {bound}",
        class_between=lambda low, high: f"{low} to less than {high}",
        class_from=lambda bound: f"{bound} or more",
        no_data="no data",
        not_on_map=lambda names: f"Not on the map: {names}.",
        boundaries_of=lambda source: f"Boundaries: {source}.",
        enlarged=lambda name: f"Enlarged: {name}",
    ),
    courses=CourseWords(
        only=lambda figure: f"only {figure}",
        always=lambda figure: f"{figure} throughout",
        as_before=lambda begin, end, how: f"{begin} and {end}, {how}",
        went=lambda begin, how, end: f"{_PAST[how]} from {begin} to {end}",
        in_period=lambda period: f"in {period}",
        at_part=lambda name: f"for {name}",
        up_to=lambda period: f"up to and including {period}",
        since=lambda period: f"from {period}",
        in_periods=lambda count: f"in {count} periods",
        highest_in=lambda period: f"highest in {period}",
        lowest_in=lambda period: f"lowest in {period}",
        highest_was=lambda figure: f"the highest was {figure}",
        lowest_was=lambda figure: f"the lowest was {figure}",
        highest=lambda place: f"highest {place}",
        lowest=lambda place: f"lowest {place}",
        course=lambda first, last: f"Trend from {first} to {last}.",
    ),
    schemes=SchemeWords(
        steps=lambda count: f"Flow chart in {count} steps",
        end="end",
        on_to=lambda steps: f"go on to step {steps}",
        at=("if '", lambda step: f"' go on to step {step}"),
    ),
    data=DataWords(
        exact=lambda about, rounded, decimals: (
            "Figures are given here as they were supplied or calculated, and so more precisely than the report shows "
            f"them; only with the status '{about}' or '{rounded}' are they as in the report. A fraction that does not "
            f"end has {decimals} decimals."
        ),
        as_shown=(
            "Figures are given here as the report shows them, and no more precisely: it leaves out small numbers, and "
            "more precise figures might make it possible to calculate those."
        ),
        status_explained=(
            "Beside a column of figures there is a column 'status' where there is something to say about them. "
            "If the status is empty, the figure is final and has no note."
        ),
        empty="An empty figure is not zero: the status says why there is no number.",
        neutralised=(
            "A text that begins with =, +, -, @, a tab or a line break has a ' before it in the csv files, so that a "
            "spreadsheet does not take it for a formula. This never happens to numbers."
        ),
        means_provisional="provisional figure: it may still be revised",
        means_unknown="the source does not give this figure: unknown or confidential (a full stop in the report)",
        means_impossible="this figure cannot exist (an empty cell in the report)",
        means_near_zero="not zero, but 0 when rounded to the unit",
        means_no_figure="this period is not part of the figure",
        means_gap="in a draft: this figure is not yet known",
        means_about="approximate: the figure rests on rounded figures, or the report rounds it",
        means_rounded="rounded as far as the precision of the source allows, as in the report",
        means_suppressed=lambda sign: (
            f"suppressed: the source does not give such a small number ({sign} in the report)"
        ),
        rounded="rounded",
        note=lambda marks: f"note {marks}",
        for_whole_table="(Applies to the whole table.)",
        note_head="note",
        status_head="status",
        unit_head="unit",
        percent="percent",
        group="Group",
        kind="Kind of row",
        total="total",
        subtotal="subtotal",
        column=lambda number: f"Column {number}",
        table="Table",
        contents="Contents",
        title="Title",
        how_to_read="How to read the figures",
        status="Status",
        meaning="Meaning",
        about="Data for the tables and figures in the report.",
        file=lambda name: f"Data for {name} (csv)",
        description="Description of the csv files for computers (CSV on the Web, W3C)",
        delivered=lambda name, digest: f"Delivered file: {name} (SHA-256 {digest})",
    ),
    web=WebWords(
        told_below="What this figure shows is told in words below it.",
        as_file=lambda name: f"{name} as a csv file",
        origins="Origin of these figures",
        parts="Parts of this report",
        ways_on="Previous and next",
        previous=lambda name: f"Previous: {name}",
        next=lambda name: f"Next: {name}",
    ),
    hyphenation=HyphenationWords(patterns="en_GB", left=2, right=3, respelled=""),
    spacing=SpacingWords(
        units=("percent", "percentage", "million", "billion", "euros", "years", "hours"),
        labels=("no.", "week", "weeks", "table", "figure", "section", "page", "chapter", "appendix", "note"),
    ),
)
