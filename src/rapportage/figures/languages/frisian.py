"""Frisian (Westerlauwers), in the spelling of the province; numbers and signs as in Dutch."""

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
    "jannewaris", "febrewaris", "maart", "april", "maaie", "juny",
    "july", "augustus", "septimber", "oktober", "novimber", "desimber",
)  # fmt: skip
_COUNTS = ("nul", "ien", "twa", "trije", "fjouwer", "fiif", "seis", "sân", "acht", "njoggen", "tsien", "alve", "tolve")
_ORDINALS = ("earste", "twadde", "tredde", "fjirde", "fyfde", "sechsde", "sânde", "achtste", "njoggende", "tsiende")
_LONG_YEARS = {"schooljaar": "skoaljier", "boekjaar": "boekjier"}
_DIVISIONS = {"kwartaal": ("it", "fearnsjier"), "halfjaar": ("de", "helte")}
_ABBREVIATIONS = frozenset(
    ("ôfb.", "ôfd.", "alg.", "art.", "bgl.", "blz.", "ca.", "dr.", "drs.", "ensfh.", "eks.", "fig.", "gem.", "haadst.",
     "ynkl.", "ir.", "jl.", "jr.", "maks.", "min.", "mld.", "mln.", "mr.", "nr.", "nû.", "p.", "par.", "prof.", "resp.",
     "sr.", "st.", "tab.", "tel.", "fgl.", "jan.", "feb.", "apr.", "jun.", "jul.", "aug.", "sep.", "okt.",
     "nov.", "des.")
)  # fmt: skip


def _one(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "maand":
            return f"{_MONTHS[number - 1]}{HARD}{year}"
        case "week":
            return f"wike{HARD}{number} fan {year}"
        case "schooljaar" | "boekjaar":
            return f"{_LONG_YEARS[unit]}{HARD}{year}/{year + 1}"
        case _:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ORDINALS[number - 1]} {noun} fan {year}"


def _span(unit: str, first: int, last: int, year: int) -> str:
    match unit:
        case "maand":
            if first == 1 and last < 12:
                return f"de earste {_COUNTS[last]} moannen fan {year}"
            return f"{_MONTHS[first - 1]} o/m {_MONTHS[last - 1]}{HARD}{year}"
        case "week":
            return f"wike{HARD}{first} o/m {last} fan {year}"
        case _:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ORDINALS[first - 1]} o/m {_ORDINALS[last - 1]} {noun} fan {year}"


def _short(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "week":
            return f"wike{HARD}{number} {year}"
        case "schooljaar" | "boekjaar":
            return _one(unit, number, year)
        case _:
            return f"{number}e {_DIVISIONS[unit][1]} {year}"


def _date(day: int | None, month: int | None, year: int) -> str:
    return HARD.join(part for part in (str(day or ""), _MONTHS[month - 1] if month else "", str(year)) if part)


def _draft_notice(gaps: int) -> str:
    verb = "sifer moat" if gaps == 1 else "sifers moatte"
    return f"Konsept: noch net fêststeld{f'; {gaps} {verb} noch ynfolle wurde' if gaps else ''}."


FRISIAN = Language(
    code="fy",
    tag="fy-NL",
    numbers=NumberWords(
        thousands=".",
        decimal=",",
        counts=_COUNTS,
        ordinals=_ORDINALS,
        ordinal=lambda place: f"{place}e",
        about="likernôch",
        in_points=lambda number: f"{number}{HARD}persintpunt",
    ),
    lists=ListWords(
        and_="en",
        or_="of",
        up_to="o/m",
        up_to_full="oant en mei",
        all_of=lambda count: f"alle {count}",
        both="beide",
        nothing_known=(r"ûnbekende?\b.*", r".*\b(?:ûnbekend|net bekend)"),
    ),
    periods=PeriodWords(
        months=_MONTHS,
        short_months=("jan", "feb", "mrt", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"),
        short_quarters=("1e fj", "2e fj", "3e fj", "4e fj"),
        quarters=("1e fearnsjier", "2e fearnsjier", "3e fearnsjier", "4e fearnsjier"),
        one=_one,
        span=_span,
        short=_short,
        of_year="fan",
        date=_date,
        on="op",
        during="yn",
        from_="fan",
        the_year="it",
        articles=("de", "it"),
    ),
    sentences=SentenceWords(abbreviations=_ABBREVIATIONS),
    signs=SignWords(
        unknown="ûnbekend",
        impossible="net fan tapassing",
        not_applicable="n.f.t.",
        gap="noch yn te foljen",
        provisional="foarlopich",
        provisional_figure="foarlopich sifer",
        later="noch net bekend",
        too_small="te lyts foar in persintaazje",
        near_zero="minder as de helte fan de ienheid",
        too_rough="te grof ôfrûn foar in persintaazje",
        in_points="in persintaazje feroaret yn persintpunten",
        fewer_than="minder as",
        point="punt (.)",
        star="stjer (*)",
        empty="lege sel",
        less_than=lambda limit, sign: f"lytser as {limit} ({sign})",
        one_to=lambda most: f"1 oant en mei {most}",
        means=lambda sign, words: f"{sign} betsjut {words}",
        in_use="Tekens yn de tabellen en figueren:",
        none_used="Yn dit rapport stiet gjin inkeld teken yn it plak fan in sifer.",
        draft_notice=_draft_notice,
        example_notice="Foarbyld: dit is gjin echte publikaasje, mar lit sjen hoe’t sa’n rapport der útsjocht.",
        draft_mark="KONSEPT",
        example_mark="FOARBYLD",
        draft_header="KONSEPT – net foar publikaasje",
        example_header="FOARBYLD – gjin echte publikaasje",
        both_header="KONSEPT – FOARBYLD – net foar publikaasje",
    ),
    changes=ChangeWords(
        risen="tanommen",
        fallen="ôfnommen",
        unchanged="gelyk bleaun",
        hardly_changed="hast gelyk bleaun",
        from_to=lambda how: (f"{how} fan ", " nei "),
        as_many="likefolle",
        than=("dan", "as"),
        with_as=(
            "likefolle",
            "safolle",
            *(f"{how} {much}" for how in ("like", "sa") for much in ("heech", "grut", "lang", "âld", "sterk")),
        ),
        hardly="hast",
        more="mear",
        fewer="minder",
        likewise="lykasto",
        later_restated="Letter bysteld oant",
    ),
    units=UnitWords(
        scales=("tûzenen", "miljoenen", "miljarden"),
        sizes=("tûzen", "miljoen", "miljard"),
        in_scale=lambda scale, unit: f"yn {scale} {unit}".strip(),
        in_percent="yn persinten",
        in_points="yn persintpunten",
        in_numbers="yn oantallen",
        in_unit=lambda unit: f"yn {unit}",
        index=lambda year: f"yndeks, {year} is 100" if year else "yndeks",
        unit=lambda unit: f"ienheid {unit}",
        names={
            "aantal": "oantal",
            "procentpunt": "persintpunt",
            "personen": "persoanen",
            "jaar": "jier",
            "maanden": "moannen",
            "weken": "wiken",
            "uren": "oeren",
        },
        aloud={"°C": "graden Celsius", "°": "graden", "€": "euro", "fte": "fulltime banen"},
    ),
    places=PlaceWords(
        table="Tabel",
        figure="Figuer",
        appendix="Bylage",
        chapter="haadstik",
        section="paragraaf",
        note=lambda mark: f"Noat {mark}",
        contents="Ynhâldsopjefte",
        chart_tables="Sifers by de figueren",
        continued="ferfolch",
        page=lambda number, count: f"Side {number} fan {count}",
        of="fan",
        go_to=lambda name: f"Gean nei {name}",
        go_to_page=lambda number: f"Gean nei side {number}",
        back_to_note=lambda mark: f"Werom nei noat {mark} yn de tekst",
        back_to_mark=lambda mark, place: f"Werom nei noat {mark} yn de tekst, plak {place}",
        to_meaning=lambda term: f"Nei de útlis fan {term}",
        no_date="datum noch yn te foljen",
        one_source="Boarne",
        more_sources="Boarnen",
        annex_to=lambda name: f"Bylage by {name}",
        paper=lambda number: f"Keamerstik {number}",
        session_year=lambda year: f"gearkomstejier {year}",
        reference=lambda mark: f"Skaaimerk {mark}",
        qr_code=lambda address: f"QR-koade dy't liedt nei {address}",
    ),
    tables=TableWords(
        rows=lambda count, heads: f"{'1 rige' if count == 1 else f'{count} rigen'}, mei per {heads}",
        rounding="Troch ôfrûning telle de dielen net oeral krekt op ta harren totaal.",
        left_out=lambda count, names: (
            f"De {'kolom' if count == 1 else 'kolommen'} {names} {'ûntbrekt' if count == 1 else 'ûntbrekke'}: "
            "dêrfan binne gjin sifers bekend."
        ),
        rest="oerich",
        total="totaal",
        mean="gemiddelde",
        change="ferskil",
        index="yndeks",
        compared_with="ferlike mei",
        first=lambda name: (f"{name} (earst ", ")"),
        later_restated="Letter bysteld:",
    ),
    listings=ListingWords(
        no_revisions="Gjin fan de sifers yn dit rapport is sûnt de earste publikaasje bysteld.",
        revisions="Sifers yn dit rapport dy’t sûnt harren earste publikaasje bysteld binne",
        revised=lambda count: (
            f"{f'{count} bystelde sifers' if count > 1 else '1 bysteld sifer'}, mei per sifer wat it wie, wat it is, "
            "it ferskil en de boarne."
        ),
        figure="Sifer",
        was="wie",
        is_="is",
        difference="ferskil",
        source="boarne fan de bystelling",
        reason="reden",
    ),
    charts=ChartWords(
        lines="Linegrafyk",
        bars="Stêfdiagram",
        areas="Flakdiagram",
        bars_and_lines="Stêfdiagram mei line",
        small_multiples="Linegrafiken neist inoar",
        slope="Grafyk fan twa perioaden",
        year_on_year="Linegrafyk mei it jier derfoar",
        share="Balke fan 100%",
        pyramid="Twasidich stêfdiagram",
        scatter="Sprieding",
        dumbbell="Ferskildiagram",
        heat="Waarmtekaart",
        boxes="Doazediagram",
        histogram="Histogram",
        map="Kaart",
        own="Grafyk",
        missing_bars=("dy stêf ûntbrekt", "dy stêven ûntbrekke"),
        missing_areas=("dêr ûntbrekt it flak", "dêr ûntbrekt it flak"),
        missing_points=("dat punt ûntbrekt", "dy punten ûntbrekke"),
        missing_cells=("dat fek is arsearre", "dy fekken binne arsearre"),
        stacked="opsteapele",
        in_percent="yn persinten fan it gehiel",
        of_series=lambda what, names: f"{what} by {names}",
        sides=lambda left, right: f"Lofts {left}, rjochts {right}.",
        axes=lambda across, up: f"Horizontaal {across}, fertikaal {up}.",
        rising_together="Punten fierder nei rjochts lizze meastal heger.",
        falling_together="Punten fierder nei rjochts lizze meastal leger.",
        a_year_before=lambda subject, period, now, before: (
            f"{f'{subject} yn' if subject else 'yn'} {period}: {now}; in jier earder: {before}."
        ),
        both_times=lambda name, figure: f"{name} beide kearen {figure}",
        went=lambda name, before, after: f"{name} fan {before} nei {after}",
        from_to=lambda before, after: f"Fan {before} nei {after}.",
        all_higher="Oeral heger.",
        all_lower="Oeral leger.",
        largest_difference=lambda name: f"It grutste ferskil is by {name}.",
        was_in=lambda figure, period: f"{figure} yn {period}",
        nothing_known="gjin bekende sifers",
        all_equal=lambda figure: f"alle {figure}: ",
        largest_first="fan grut nei lyts: ",
        provisional=lambda figure: f"{figure} (foarlopich)",
        others=lambda count: f"noch {count} {'oar' if count == 1 else 'oare'}",
        lastly=lambda item: f"as lêste {item}",
        figures_in=("De sifers steane yn ", "."),
        other_source=lambda period: f"Fan {period} ôf: in oare boarne.",
        sources=lambda last, before, first, after: f"Oant en mei {last}: {before}; fan {first} ôf: {after}.",
        source_from=lambda period: f"oare boarne fan {period} ôf",
        rounded_from=lambda period: f"oars ôfrûn fan {period} ôf",
        added_up=lambda publishers: f"{publishers}, opteld of berekkene",
        rounded_to=lambda publisher, step: f"{publisher}, ôfrûn op {step}",
        figures_of=("Sifers by ", ": "),
        period="Perioade",
        part="Underdiel",
        day="Dei",
        month="Moanne",
        quarter="Fearnsjier",
        figure="Sifer",
        no_figure="gjin sifer",
        part_unknown=lambda names, gap: f"Fan {names} is net elk diel bekend: {gap}.",
        point_unknown=lambda names, gap: f"Fan {names} binne net beide sifers bekend: {gap}.",
        rounding="Troch ôfrûning telle de persintaazjes net krekt op ta 100%.",
        count="Tal",
        median="mediaan",
        class_of=lambda low, high: f"{low} oant {high}",
        most_in=lambda label, count: f"De measten binne {label}: {count}.",
        median_is=lambda figure: f"De mediaan is {figure}.",
        in_class=lambda label, count: f"{label}: {count}",
        minimum="Leechste",
        first_quartile="Earste kwartyl",
        third_quartile="Tredde kwartyl",
        maximum="Heechste",
        from_whisker="Line fan",
        to_whisker="Line oant en mei",
        apart="Losse stippen",
        box_key=(
            "Doaze: de middelste helte, mei de mediaan. Linen: op syn heechst oardel kear de breedte fan de doaze. "
            "Stippen: wat fierder fuort leit, of alles dêr't foar in doaze te min is."
        ),
        box_told=lambda count, low, high, first, third, middle: (
            f"{count} sifers fan {low} oant en mei {high}, de middelste helte fan {first} oant en mei {third}, "
            f"mediaan {middle}"
        ),
        few_told=lambda count, each: f"{count} sifers, {each}",
        apart_told=lambda names: f", los dêrfan {names}",
        without_group=("Net meiteld, want yn gjin groep: ", "."),
        without_figure=("Net meiteld, want sûnder bekend sifer: ", "."),
        without_name=("Net meiteld, want gearnommen: ", "."),
        unnamed="Net elk punt hat in namme: dêr is gjin plak foar.",
        classes=lambda words: f"Klassen, mei it tal gebieten: {words}.",
        class_below=lambda bound: f"minder as {bound}",
        class_between=lambda low, high: f"{low} oant {high}",
        class_from=lambda bound: f"{bound} of mear",
        no_data="gjin gegevens",
        not_on_map=lambda names: f"Net op de kaart: {names}.",
        boundaries_of=lambda source: f"Grinzen: {source}.",
        enlarged=lambda name: f"Fergrutte: {name}",
    ),
    courses=CourseWords(
        only=lambda figure: f"allinnich {figure}",
        always=lambda figure: f"hieltyd {figure}",
        as_before=lambda begin, end, how: f"{begin} en {end}, {how.removesuffix(' bleaun')}",
        went=lambda begin, how, end: f"fan {begin} {how} nei {end}",
        in_period=lambda period: f"yn {period}",
        at_part=lambda name: f"by {name}",
        up_to=lambda period: f"oant en mei {period}",
        since=lambda period: f"fan {period} ôf",
        in_periods=lambda count: f"yn {count} perioaden",
        highest_in=lambda period: f"it heechst yn {period}",
        lowest_in=lambda period: f"it leechst yn {period}",
        highest_was=lambda figure: f"it heechste wie {figure}",
        lowest_was=lambda figure: f"it leechste wie {figure}",
        highest=lambda place: f"it heechst {place}",
        lowest=lambda place: f"it leechst {place}",
        course=lambda first, last: f"Ferrin {first} oant en mei {last}.",
    ),
    schemes=SchemeWords(
        steps=lambda count: f"Streamskema yn {count} stappen",
        end="ein",
        on_to=lambda steps: f"fierder mei stap {steps}",
        at=("by '", lambda step: f"' fierder mei stap {step}"),
    ),
    data=DataWords(
        exact=lambda about, rounded, decimals: (
            "Sifers steane hjir sa’t se levere of berekkene binne, en dus krekter as it rapport se toant; allinnich by "
            f"de status '{about}' of '{rounded}' steane se sa’t se yn it rapport steane. In breuk dy’t net útkomt, hat "
            f"{decimals} desimalen."
        ),
        as_shown=(
            "Sifers steane hjir sa’t it rapport se toant, en net krekter: it lit lytse oantallen wei, en dy soene út "
            "krekter sifers te berekkenjen wêze kinne."
        ),
        status_explained=(
            "Neist in kolom mei sifers stiet in kolom 'status' as der wat by te sizzen is. "
            "Is de status leech, dan is it sifer definityf en stiet der gjin noat by."
        ),
        empty="In leech sifer is gjin nul: de status seit wêrom’t der gjin getal stiet.",
        neutralised=(
            "In tekst dy’t begjint mei =, +, -, @, in tab of in rigelein hat yn de csv-bestannen in ' derfoar, "
            "sadat in rekkenprogramma der gjin formule fan makket. By getallen bart dat nea."
        ),
        means_provisional="foarlopich sifer: it kin noch bysteld wurde",
        means_unknown="de boarne jout dit sifer net: ûnbekend of geheim (yn it rapport in punt)",
        means_impossible="dit sifer kin net foarkomme (yn it rapport in lege sel)",
        means_near_zero="net nul, mar ôfrûn op de ienheid al 0",
        means_no_figure="dizze perioade heart net by de figuer",
        means_gap="yn in konsept: dit sifer is noch net bekend",
        means_about="by benadering: it sifer rêst op ôfrûne sifers, of it rapport rûnet it ôf",
        means_rounded="ôfrûn op safolle as de krektens fan de boarne talit, lykas yn it rapport",
        means_suppressed=lambda sign: f"ûnderdrukt: de boarne jout sa’n lyts oantal net (yn it rapport {sign})",
        rounded="ôfrûn",
        note=lambda marks: f"noat {marks}",
        for_whole_table="(Jildt foar de hiele tabel.)",
        note_head="noat",
        status_head="status",
        unit_head="ienheid",
        percent="persint",
        group="Groep",
        kind="Soart rige",
        total="totaal",
        subtotal="subtotaal",
        column=lambda number: f"Kolom {number}",
        table="Tabel",
        contents="Ynhâld",
        title="Titel",
        how_to_read="Hoe’t jo de sifers lêze",
        status="Status",
        meaning="Betsjutting",
        about="Sifers by de tabellen en figueren fan it rapport.",
        file=lambda name: f"Sifers fan {name} (csv)",
        description="Beskriuwing fan de csv-bestannen foar kompjûters (CSV on the Web, W3C)",
        delivered=lambda name, digest: f"Levere bestân: {name} (SHA-256 {digest})",
    ),
    web=WebWords(
        told_below="Wat dizze figuer sjen lit, stiet derûnder yn wurden.",
        as_file=lambda name: f"{name} as csv-bestân",
        origins="Komôf fan dizze sifers",
        parts="Dielen fan dit rapport",
        ways_on="Foarige en folgjende",
        previous=lambda name: f"Foarige: {name}",
        next=lambda name: f"Folgjende: {name}",
    ),
    hyphenation=HyphenationWords(patterns=None, left=2, right=3, respelled=""),
    spacing=SpacingWords(
        units=("persint", "persintpunt", "persintpunten", "promille", "miljoen", "miljard", "euro", "jier", "oere"),
        labels=("art.", "nr.", "wike", "tabel", "figuer", "paragraaf", "side"),
    ),
)
