"""Dutch: what a report says where its layout names no other language."""

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
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_COUNTS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_DIVISIONS = {"kwartaal": ("het", "kwartaal"), "halfjaar": ("de", "helft")}
_ABBREVIATIONS = frozenset(
    ("aant.", "afb.", "afd.", "afk.", "alg.", "art.", "begr.", "bijv.", "blz.", "btw.", "ca.", "cat.", "dr.", "drs.",
     "enz.", "etc.", "excl.", "fig.", "gem.", "hfst.", "incl.", "ing.", "ir.", "jl.", "jr.", "kamerst.", "max.", "min.",
     "mld.", "mln.", "mr.", "nr.", "nrs.", "p.", "par.", "pag.", "prof.", "resp.", "sr.", "st.", "tab.", "tel.", "vgl.",
     "zgn.", "jan.", "feb.", "mrt.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "okt.", "nov.", "dec.")
)  # fmt: skip


def _one(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "maand":
            return f"{_MONTHS[number - 1]}{HARD}{year}"
        case "week":
            return f"week{HARD}{number} van {year}"
        case "schooljaar" | "boekjaar":
            return f"{unit}{HARD}{year}/{year + 1}"
        case _:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ORDINALS[number - 1]} {noun} van {year}"


def _span(unit: str, first: int, last: int, year: int) -> str:
    match unit:
        case "maand":
            if first == 1 and last < 12:
                return f"de eerste {_COUNTS[last]} maanden van {year}"
            return f"{_MONTHS[first - 1]} t/m {_MONTHS[last - 1]}{HARD}{year}"
        case "week":
            return f"week{HARD}{first} t/m {last} van {year}"
        case _:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ORDINALS[first - 1]} t/m {_ORDINALS[last - 1]} {noun} van {year}"


def _short(unit: str, number: int, year: int) -> str:
    match unit:
        case "jaar":
            return str(year)
        case "week":
            return f"week{HARD}{number} {year}"
        case "schooljaar" | "boekjaar":
            return _one(unit, number, year)
        case _:
            return f"{number}e {_DIVISIONS[unit][1]} {year}"


def _date(day: int | None, month: int | None, year: int) -> str:
    return HARD.join(part for part in (str(day or ""), _MONTHS[month - 1] if month else "", str(year)) if part)


def _draft_notice(gaps: int) -> str:
    verb = "cijfer moet" if gaps == 1 else "cijfers moeten"
    return f"Concept: nog niet vastgesteld{f'; {gaps} {verb} nog worden ingevuld' if gaps else ''}."


DUTCH = Language(
    code="nl",
    tag="nl-NL",
    numbers=NumberWords(
        thousands=".",
        decimal=",",
        counts=_COUNTS,
        ordinals=_ORDINALS,
        ordinal=lambda place: f"{place}e",
        about="ongeveer",
        in_points=lambda number: f"{number}{HARD}procentpunt",
    ),
    lists=ListWords(
        and_="en",
        or_="of",
        up_to="t/m",
        up_to_full="tot en met",
        all_of=lambda count: f"alle {count}",
        both="beide",
        nothing_known=(r"onbekende?\b.*", r".*\b(?:onbekend|niet bekend)"),
    ),
    periods=PeriodWords(
        months=_MONTHS,
        short_months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
        short_quarters=("1e kw", "2e kw", "3e kw", "4e kw"),
        quarters=("1e kwartaal", "2e kwartaal", "3e kwartaal", "4e kwartaal"),
        one=_one,
        span=_span,
        short=_short,
        of_year="van",
        date=_date,
        on="op",
        during="in",
        from_="van",
        the_year="het",
        articles=("de", "het"),
    ),
    sentences=SentenceWords(abbreviations=_ABBREVIATIONS),
    signs=SignWords(
        unknown="onbekend",
        impossible="niet van toepassing",
        not_applicable="n.v.t.",
        gap="nog in te vullen",
        provisional="voorlopig",
        provisional_figure="voorlopig cijfer",
        later="nog niet bekend",
        too_small="te klein voor een percentage",
        near_zero="minder dan de helft van de eenheid",
        too_rough="te grof afgerond voor een percentage",
        in_points="een percentage verandert in procentpunten",
        fewer_than="minder dan",
        point="punt (.)",
        star="ster (*)",
        empty="lege cel",
        less_than=lambda limit, sign: f"kleiner dan {limit} ({sign})",
        one_to=lambda most: f"1 tot en met {most}",
        means=lambda sign, words: f"{sign} betekent {words}",
        in_use="Tekens in de tabellen en figuren:",
        none_used="In dit rapport staat geen enkel teken in plaats van een cijfer.",
        draft_notice=_draft_notice,
        example_notice="Voorbeeld: dit is geen echte publicatie, maar laat zien hoe zo’n rapport eruitziet.",
        draft_mark="CONCEPT",
        example_mark="VOORBEELD",
        draft_header="CONCEPT – niet voor publicatie",
        example_header="VOORBEELD – geen echte publicatie",
        both_header="CONCEPT – VOORBEELD – niet voor publicatie",
    ),
    changes=ChangeWords(
        risen="gestegen",
        fallen="gedaald",
        unchanged="gelijk gebleven",
        hardly_changed="vrijwel gelijk gebleven",
        from_to=lambda how: (f"{how} van ", " naar "),
        as_many="evenveel",
        than=("dan", "als"),
        with_as=(
            "evenveel",
            "even hoog",
            "even groot",
            "even lang",
            "even duur",
            "even oud",
            "even sterk",
            "zo veel",
            "zo hoog",
            "zo groot",
            "zo lang",
            "zo duur",
            "zo oud",
            "zo sterk",
        ),
        hardly="vrijwel",
        more="meer",
        fewer="minder",
        likewise="eveneens",
        later_restated="Later bijgesteld tot",
    ),
    units=UnitWords(
        scales=("duizenden", "miljoenen", "miljarden"),
        sizes=("duizend", "miljoen", "miljard"),
        in_scale=lambda scale, unit: f"in {scale} {unit}".strip(),
        in_percent="in procenten",
        in_points="in procentpunten",
        in_numbers="in aantallen",
        in_unit=lambda unit: f"in {unit}",
        index=lambda year: f"index, {year} is 100" if year else "index",
        unit=lambda unit: f"eenheid {unit}",
        names={},
        aloud={"°C": "graden Celsius", "°": "graden", "€": "euro", "fte": "voltijdbanen"},
    ),
    places=PlaceWords(
        table="Tabel",
        figure="Figuur",
        appendix="Bijlage",
        chapter="hoofdstuk",
        section="paragraaf",
        note=lambda mark: f"Noot {mark}",
        contents="Inhoudsopgave",
        chart_tables="Cijfers bij de figuren",
        continued="vervolg",
        page=lambda number, count: f"Pagina {number} van {count}",
        of="van",
        go_to=lambda name: f"Ga naar {name}",
        go_to_page=lambda number: f"Ga naar pagina {number}",
        back_to_note=lambda mark: f"Terug naar noot {mark} in de tekst",
        back_to_mark=lambda mark, place: f"Terug naar noot {mark} in de tekst, plaats {place}",
        to_meaning=lambda term: f"Naar de uitleg van {term}",
        no_date="datum nog in te vullen",
        one_source="Bron",
        more_sources="Bronnen",
        annex_to=lambda name: f"Bijlage bij {name}",
        paper=lambda number: f"Kamerstuk {number}",
        session_year=lambda year: f"vergaderjaar {year}",
        reference=lambda mark: f"Kenmerk {mark}",
        qr_code=lambda address: f"QR-code die leidt naar {address}",
    ),
    tables=TableWords(
        rows=lambda count, heads: f"{'1 rij' if count == 1 else f'{count} rijen'}, met per {heads}",
        rounding="Door afronding tellen de delen niet overal precies op tot hun totaal.",
        left_out=lambda count, names: (
            f"De {'kolom' if count == 1 else 'kolommen'} {names} {'ontbreekt' if count == 1 else 'ontbreken'}: "
            "daarvan zijn geen cijfers bekend."
        ),
        rest="overig",
        total="totaal",
        mean="gemiddelde",
        change="verschil",
        index="index",
        compared_with="t.o.v.",
        first=lambda name: (f"{name} (eerst ", ")"),
        later_restated="Later bijgesteld:",
    ),
    listings=ListingWords(
        no_revisions="Geen van de cijfers in dit rapport is sinds de eerste publicatie bijgesteld.",
        revisions="Cijfers in dit rapport die sinds hun eerste publicatie zijn bijgesteld",
        revised=lambda count: (
            f"{count} bijgestelde cijfers, met per cijfer wat het was, wat het is, het verschil en de bron."
        ),
        figure="Cijfer",
        was="was",
        is_="is",
        difference="verschil",
        source="bron van de bijstelling",
        reason="reden",
    ),
    charts=ChartWords(
        lines="Lijngrafiek",
        bars="Staafdiagram",
        areas="Vlakdiagram",
        bars_and_lines="Staafdiagram met lijn",
        small_multiples="Lijngrafieken naast elkaar",
        slope="Grafiek van twee perioden",
        year_on_year="Lijngrafiek met het jaar ervoor",
        share="Balk van 100%",
        pyramid="Tweezijdig staafdiagram",
        scatter="Spreidingsdiagram",
        dumbbell="Verschildiagram",
        heat="Hittekaart",
        boxes="Doosdiagram",
        histogram="Histogram",
        map="Kaart",
        own="Grafiek",
        missing_bars=("die staaf ontbreekt", "die staven ontbreken"),
        missing_areas=("daar ontbreekt het vlak", "daar ontbreekt het vlak"),
        missing_points=("dat punt ontbreekt", "die punten ontbreken"),
        missing_cells=("dat vak is gearceerd", "die vakken zijn gearceerd"),
        stacked="gestapeld",
        in_percent="in procenten van het geheel",
        of_series=lambda what, names: f"{what} bij {names}",
        sides=lambda left, right: f"Links {left}, rechts {right}.",
        axes=lambda across, up: f"Horizontaal {across}, verticaal {up}.",
        rising_together="Punten verder naar rechts liggen meestal hoger.",
        falling_together="Punten verder naar rechts liggen meestal lager.",
        a_year_before=lambda subject, period, now, before: (
            f"{f'{subject} in' if subject else 'in'} {period}: {now}; een jaar eerder: {before}."
        ),
        both_times=lambda name, figure: f"{name} beide keren {figure}",
        went=lambda name, before, after: f"{name} van {before} naar {after}",
        from_to=lambda before, after: f"Van {before} naar {after}.",
        all_higher="Overal hoger.",
        all_lower="Overal lager.",
        largest_difference=lambda name: f"Het grootste verschil is bij {name}.",
        was_in=lambda figure, period: f"{figure} in {period}",
        nothing_known="geen bekende cijfers",
        all_equal=lambda figure: f"alle {figure}: ",
        largest_first="van groot naar klein: ",
        provisional=lambda figure: f"{figure} (voorlopig)",
        others=lambda count: f"nog {count} {'ander' if count == 1 else 'andere'}",
        lastly=lambda item: f"als laatste {item}",
        figures_in=("De cijfers staan in ", "."),
        other_source=lambda period: f"Vanaf {period}: een andere bron.",
        sources=lambda last, before, first, after: f"Tot en met {last}: {before}; vanaf {first}: {after}.",
        source_from=lambda period: f"andere bron vanaf {period}",
        rounded_from=lambda period: f"anders afgerond vanaf {period}",
        added_up=lambda publishers: f"{publishers}, opgeteld of berekend",
        rounded_to=lambda publisher, step: f"{publisher}, afgerond op {step}",
        figures_of=("Cijfers bij ", ": "),
        period="Periode",
        part="Onderdeel",
        day="Dag",
        month="Maand",
        quarter="Kwartaal",
        figure="Cijfer",
        no_figure="geen cijfer",
        part_unknown=lambda names, gap: f"Van {names} is niet elk deel bekend: {gap}.",
        point_unknown=lambda names, gap: f"Van {names} zijn niet beide cijfers bekend: {gap}.",
        rounding="Door afronding tellen de percentages niet precies op tot 100%.",
        count="Aantal",
        median="mediaan",
        class_of=lambda low, high: f"{low} tot {high}",
        most_in=lambda label, count: f"De meeste zijn {label}: {count}.",
        median_is=lambda figure: f"De mediaan is {figure}.",
        in_class=lambda label, count: f"{label}: {count}",
        minimum="Minimum",
        first_quartile="Eerste kwartiel",
        third_quartile="Derde kwartiel",
        maximum="Maximum",
        from_whisker="Lijn vanaf",
        to_whisker="Lijn tot en met",
        apart="Losse punten",
        box_key=(
            "Doos: de middelste helft, met de mediaan. Lijnen: tot hoogstens anderhalf keer de breedte van de doos. "
            "Punten: wat verder weg ligt, of alles waar voor een doos te weinig is."
        ),
        box_told=lambda count, low, high, first, third, middle: (
            f"{count} cijfers van {low} tot en met {high}, de middelste helft van {first} tot en met {third}, "
            f"mediaan {middle}"
        ),
        few_told=lambda count, each: f"{count} cijfers, {each}",
        apart_told=lambda names: f", los daarvan {names}",
        without_group=("Niet meegeteld, want in geen groep: ", "."),
        without_figure=("Niet meegeteld, want zonder bekend cijfer: ", "."),
        without_name=("Niet meegeteld, want samengenomen: ", "."),
        unnamed="Niet elk punt heeft een naam: daarvoor is geen plaats.",
        classes=lambda words: f"Klassen, met het aantal gebieden: {words}.",
        class_below=lambda bound: f"minder dan {bound}",
        class_between=lambda low, high: f"{low} tot {high}",
        class_from=lambda bound: f"{bound} of meer",
        no_data="geen gegevens",
        not_on_map=lambda names: f"Niet op de kaart: {names}.",
        boundaries_of=lambda source: f"Grenzen: {source}.",
        enlarged=lambda name: f"Vergroot: {name}",
    ),
    courses=CourseWords(
        only=lambda figure: f"alleen {figure}",
        always=lambda figure: f"steeds {figure}",
        as_before=lambda begin, end, how: f"{begin} en {end}, {how.removesuffix(' gebleven')}",
        went=lambda begin, how, end: f"van {begin} {how} naar {end}",
        in_period=lambda period: f"in {period}",
        at_part=lambda name: f"bij {name}",
        up_to=lambda period: f"tot en met {period}",
        since=lambda period: f"vanaf {period}",
        in_periods=lambda count: f"in {count} perioden",
        highest_in=lambda period: f"het hoogst in {period}",
        lowest_in=lambda period: f"het laagst in {period}",
        highest_was=lambda figure: f"het hoogste was {figure}",
        lowest_was=lambda figure: f"het laagste was {figure}",
        highest=lambda place: f"het hoogst {place}",
        lowest=lambda place: f"het laagst {place}",
        course=lambda first, last: f"Verloop {first} tot en met {last}.",
    ),
    schemes=SchemeWords(
        steps=lambda count: f"Stroomschema in {count} stappen",
        end="einde",
        on_to=lambda steps: f"verder met stap {steps}",
        at=("bij '", lambda step: f"' verder met stap {step}"),
    ),
    data=DataWords(
        exact=lambda about, rounded, decimals: (
            "Cijfers staan hier zoals ze zijn geleverd of berekend, en dus preciezer dan het rapport ze toont; alleen "
            f"bij de status '{about}' of '{rounded}' staan ze zoals in het rapport. Een breuk die niet uitkomt, heeft "
            f"{decimals} decimalen."
        ),
        as_shown=(
            "Cijfers staan hier zoals het rapport ze toont, en niet preciezer: het laat kleine aantallen weg, en die "
            "zouden uit preciezere cijfers te berekenen kunnen zijn."
        ),
        status_explained=(
            "Naast een kolom met cijfers staat een kolom 'status' als er iets bij te zeggen is. "
            "Is de status leeg, dan is het cijfer definitief en staat er geen noot bij."
        ),
        empty="Een leeg cijfer is geen nul: de status zegt waarom er geen getal staat.",
        neutralised=(
            "Een tekst die begint met =, +, -, @, een tab of een regeleinde heeft in de csv-bestanden een ' ervoor, "
            "zodat een rekenprogramma er geen formule van maakt. Bij getallen gebeurt dat nooit."
        ),
        means_provisional="voorlopig cijfer: het kan nog worden bijgesteld",
        means_unknown="de bron geeft dit cijfer niet: onbekend of geheim (in het rapport een punt)",
        means_impossible="dit cijfer kan niet voorkomen (in het rapport een lege cel)",
        means_near_zero="niet nul, maar afgerond op de eenheid wel 0",
        means_no_figure="deze periode hoort niet bij de figuur",
        means_gap="in een concept: dit cijfer is nog niet bekend",
        means_about="bij benadering: het cijfer rust op afgeronde cijfers, of het rapport rondt het af",
        means_rounded="afgerond op zoveel als de nauwkeurigheid van de bron toelaat, zoals in het rapport",
        means_suppressed=lambda sign: f"onderdrukt: de bron geeft zo'n klein aantal niet (in het rapport {sign})",
        rounded="afgerond",
        note=lambda marks: f"noot {marks}",
        for_whole_table="(Geldt voor de hele tabel.)",
        note_head="noot",
        status_head="status",
        unit_head="eenheid",
        percent="procent",
        group="Groep",
        kind="Soort rij",
        total="totaal",
        subtotal="subtotaal",
        column=lambda number: f"Kolom {number}",
        table="Tabel",
        contents="Inhoud",
        title="Titel",
        how_to_read="Hoe u de cijfers leest",
        status="Status",
        meaning="Betekenis",
        about="Cijfers bij de tabellen en figuren van het rapport.",
        file=lambda name: f"Cijfers van {name} (csv)",
        description="Beschrijving van de csv-bestanden voor computers (CSV on the Web, W3C)",
        delivered=lambda name, digest: f"Geleverd bestand: {name} (SHA-256 {digest})",
    ),
    web=WebWords(
        told_below="Wat deze figuur laat zien, staat eronder in woorden.",
        as_file=lambda name: f"{name} als csv-bestand",
        origins="Herkomst van deze cijfers",
        parts="Delen van dit rapport",
        ways_on="Vorige en volgende",
        previous=lambda name: f"Vorige: {name}",
        next=lambda name: f"Volgende: {name}",
    ),
    hyphenation=HyphenationWords(patterns="nl_NL", left=2, right=3, respelled=r"(aa|ee|oo|uu)tje"),
    spacing=SpacingWords(
        units=("procent", "procentpunt", "procentpunten", "promille", "miljoen", "miljard", "euro", "jaar", "uur"),
        labels=("art.", "nr.", "week", "tabel", "figuur", "paragraaf", "pagina"),
    ),
)
