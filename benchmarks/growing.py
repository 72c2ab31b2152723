"""Inputs that grow: small projects in which one thing occurs n times, and the command that reads them.

Each case writes a project of n and gives a command; `growth.py` measures them. They are inputs that somebody may send,
by accident or not: a list that a program wrote, a word without a space, the same slip on every line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Maker = Callable[[int], "Grown"]
BUILD = "build werk 2020-05 --output uit.pdf"
PAGE = "build werk 2020-05 --output uit.html"
PAGES = "build werk 2020-05 --vorm html-map --output uit"
CHECK = "check werk 2020-05"
CHECK_ALL = "check"
TRACE = "trace werk 2020-05 --output uit.json"
SERIES = "{titel: Aantal, eenheid: zaken, bron: stand, totaal: 413}"
SOURCE = "{titel: Stand van zaken, uitgever: Dienst, datum: 2020-06-24}"


@dataclass(frozen=True)
class Grown:
    """The files of a project, by path."""

    files: dict[str, str]

    def write(self, folder: Path) -> None:
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """`size` is the n that is measured first; then twice and four times as much."""

    name: str
    size: int
    make: Maker
    commands: tuple[str, ...]


def period(
    series: Iterable[str] = (),
    sources: Iterable[str] = (),
    *,
    code: str = "2020-05",
    day: str = "2020-06-24",
    more: Iterable[str] = (),
) -> str:
    """A period file: always with the series `aantal` and the source `stand`."""
    return "\n".join(
        [
            *(f"periode: {code}", f"uitgave: {{datum: {day}}}", "bronnen:", f"  stand: {SOURCE}"),
            *(f"  {source}" for source in sources),
            *("cijfers:", f"  aantal: {SERIES}"),
            *(f"  {one}" for one in series),
            *more,
            "",
        ]
    )


def project(blocks: Iterable[str], data: str | None = None, *, head: Iterable[str] = (), **more: str) -> Grown:
    """A project of one layout and one period."""
    lines = ["titel: Groei", *head, "blokken:", *(f"  {block}" for block in blocks), ""]
    return Grown({"data/2020-05.yaml": data or period(), "layouts/werk.yaml": "\n".join(lines), **more})


def text(words: str) -> list[str]:
    """A block of text, of one or more lines."""
    return ["- tekst: |", *(f"    {line}" for line in words.split("\n"))]


def numbered(count: int, form: str, joined: str = " ") -> str:
    return joined.join(form.format(n=number) for number in range(count))


# --- Text -----------------------------------------------------------------------------------------


def _word(count: int) -> Grown:
    return project(text("beleidsstuk" * (count // 11)))


def _word_of_digits(count: int) -> Grown:
    return project(text("x" + "1234567890" * (count // 10)))


def _word_of_many_runs(count: int) -> Grown:
    return project(text("a**b**" * count))


def _address(count: int) -> Grown:
    return project(text(f"Zie [hier](https://voorbeeld.nl/{'pad/' * count}) of https://voorbeeld.nl/{'pad/' * count}."))


def _typed_numbers(count: int) -> Grown:
    return project(text("Er waren " + numbered(count, "{n}7 zaken en") + " meer."))


def _directions(count: int) -> Grown:
    figures = "Van {{ aantal }} naar {{ aantal.vorige }}"
    words = " ".join(["steeg het en daalde het"] * count)
    return project(
        text(f"{figures} {words} weer."),
        **{"data/2020-04.yaml": period(code="2020-04", day="2020-05-24")},
    )


def _figures_with_words(count: int) -> Grown:
    return project(
        text("Er waren " + numbered(count, "{{{{ aantal }}}} zaken, bijna de helft, een stijging,") + " weer.")
    )


def _figures_of_many_periods(count: int) -> Grown:
    """Every figure of the sentence is of another month, and each may be compared with each."""
    parts = ", ".join(f"    {1900 + each // 12}-{each % 12 + 1:02}: {each + 100}" for each in range(count)).split(", ")
    data = period(["lang: {titel: Lang, eenheid: zaken, bron: stand, totaal: 400}"]).replace(
        "totaal: 400}", "totaal: 400, reeks: {" + ", ".join(part.strip() for part in parts) + "}}"
    )
    words = " ".join(
        f"steeg naar {{{{ lang | in('{1900 + each // 12}-{each % 12 + 1:02}') }}}}," for each in range(count)
    )
    return project(text(f"Het {words} weer."), data)


def _sentences(count: int) -> Grown:
    return project(text("Er waren {{ aantal }} zaken, meer dan een jaar eerder. " * count))


def _paragraphs(count: int) -> Grown:
    return project(text("\n\n".join(["Er waren {{ aantal }} zaken in mei 2020."] * count)))


def _emphasis(count: int) -> Grown:
    return project(text("*a **b " * count))


def _brackets(count: int) -> Grown:
    return project(text("[" * count + "a" + "](#b)" * (count // 5)))


def _backticks(count: int) -> Grown:
    return project(text(" ".join("`" * (each % 60 + 1) for each in range(count // 30))))


def _links(count: int) -> Grown:
    return project(text(numbered(count, "[hier {n}](https://voorbeeld.nl/{n}),") + " klaar."))


def _references(count: int) -> Grown:
    table = ["- tabel:", "    id: t", "    titel: T", "    rijkop: R", "    kolommen: [{kop: k, waarde: '{{ rij }}'}]"]
    table.append("    rijen: [{kop: a, cijfer: '{{ aantal }}'}]")
    return project([*table, *text("Zie [](#t) op [pagina](#t), " * count)])


def _notes(count: int) -> Grown:
    notes = ["noten:", *(f"  n{number}: Noot {number} hoort erbij." for number in range(count))]
    return project(text(numbered(count, "Zin {n} met een noot.[^n{n}]")), head=notes)


def _unknown_notes(count: int) -> Grown:
    notes = ["noten:", *(f"  n{number}: Noot {number} hoort erbij." for number in range(count))]
    return project(text(numbered(count, "Zin {n}[^m{n}].")), head=notes)


def _list_items(count: int) -> Grown:
    return project(text(numbered(count, "- punt {n}", "\n")))


def _nested_list(count: int) -> Grown:
    return project(text("\n".join("  " * each + "- punt" for each in range(count))))


def _quotes(count: int) -> Grown:
    return project(text("> " * count + "a"))


def _spaces(count: int) -> Grown:
    return project(text("a" + " " * count + "b {{" + " " * count + "aantal" + " " * count + "}} c"))


def _line_breaks(count: int) -> Grown:
    return project(text("\\\n".join(["regel"] * count)))


# --- Expressions ----------------------------------------------------------------------------------


def _sum_expression(count: int) -> Grown:
    return project(text("{{ " + " + ".join(["aantal"] * count) + " }}"))


def _parentheses(count: int) -> Grown:
    return project(text("{{ " + "(" * count + "aantal" + ")" * count + " }}"))


def _filters(count: int) -> Grown:
    return project(text("{{ aantal " + "| pct " * count + "}}"))


def _conditions(count: int) -> Grown:
    return project(text("{% if aantal > 3 %}a{% else %}b{% endif %} " * count))


def _nested_conditions(count: int) -> Grown:
    return project(text("{% if aantal > 3 %}a " * count + "{% endif %}" * count))


def _open_braces(count: int) -> Grown:
    return project(text("{{ aantal " * count))


def _many_expressions(count: int) -> Grown:
    return project(text("{{ aantal }} " * count))


# --- Names that are wrong ---------------------------------------------------------------------------


def _many_series(count: int) -> list[str]:
    return [
        f"reeks_{number}: {{titel: Reeks {number}, eenheid: zaken, bron: stand, totaal: {number}}}"
        for number in range(count)
    ]


def _mistyped_names(count: int) -> Grown:
    return project(text(numbered(count, "{{{{ reks_{n} }}}}")), period(_many_series(count)))


def _mistyped_categories(count: int) -> Grown:
    parts = ", ".join(f"Land {number}: 3" for number in range(count))
    series = f"delen: {{titel: Delen, eenheid: zaken, bron: stand, totaal: {3 * count}, naar: {{land: {{{parts}}}}}}}"
    return project(text(numbered(count, "{{{{ delen['Lnd {n}'] }}}}")), period([series]))


def _mistyped_keys(count: int) -> Grown:
    return project(["- tekst: Een."], head=[f"titl{number}: x" for number in range(count)])


def _mistyped_sources(count: int) -> Grown:
    series = [each.replace("bron: stand", f"bron: brn-{number}") for number, each in enumerate(_many_series(count))]
    return project(["- tekst: Een."], period(series, _sources(count)))


def _mistyped_ids(count: int) -> Grown:
    headings = [f"- kop: {{tekst: Kop {number}, id: kop-{number}}}" for number in range(count)]
    return project([*headings, *text(numbered(count, "[](#kp-{n})"))])


def _mistyped_sums(count: int) -> Grown:
    names = ", ".join(f"reks_{number}" for number in range(count))
    series = f"som: {{titel: Som, eenheid: zaken, bron: stand, totaal: 4, som_van: [{names}]}}"
    return project(["- tekst: Een."], period([*_many_series(count), series]))


def _aliases(count: int) -> Grown:
    return project(["- tekst: Een."], period(more=[f"teksten: {{a: [{numbered(count, '*alias{n}', ', ')}]}}"]))


def _anchored_aliases(count: int) -> Grown:
    anchors = [f"  a{number}: &anker{number} tekst" for number in range(count)]
    return project(
        ["- tekst: Een."], period(more=["teksten:", *anchors, f"  b: [{numbered(count, '*aker{n}', ', ')}]"])
    )


def _double_keys(count: int) -> Grown:
    return project(["- tekst: Een."], period(more=["teksten:", *["  a: x"] * count]))


def _faulty_values(count: int) -> Grown:
    return project(
        ["- tekst: Een."],
        period([f"r{n}: {{titel: R, eenheid: zaken, bron: stand, totaal: 7.350}}" for n in range(count)]),
    )


def _faults_on_one_line(count: int) -> Grown:
    parts = ", ".join(f"Land {number}: 7.350" for number in range(count))
    return project(
        ["- tekst: Een."],
        period([f"delen: {{titel: Delen, eenheid: zaken, bron: stand, naar: {{land: {{{parts}}}}}}}"]),
    )


def _odd_characters(count: int) -> Grown:
    return project(text("字" * count))


def _tags(count: int) -> Grown:
    return project(["- tekst: Een."], period(more=[f"teksten: {{a: [{'!x y, ' * count}]}}"]))


# --- Figures ----------------------------------------------------------------------------------------


def _series(count: int) -> Grown:
    return project(["- tekst: Er waren {{ aantal }} zaken."], period(_many_series(count)))


def _twins(count: int) -> Grown:
    """Series with one title, each with another value."""
    return project(
        ["- tekst: Er waren {{ aantal }} zaken."],
        period([each.replace(f"Reeks {number},", "Reeks,") for number, each in enumerate(_many_series(count))]),
    )


def _twins_over_years(count: int) -> Grown:
    """Series with one title, each with figures of another year and its months."""
    months = [f"2019-{month:02}: 1" for month in range(1, 13)]
    series = [
        f"reeks_{number}: {{titel: Reeks, eenheid: zaken, bron: stand, totaal: 1, reeks: {{2019: 99, {', '.join(months)}}}}}"  # noqa: E501
        for number in range(count)
    ]
    return project(["- tekst: Er waren {{ aantal }} zaken."], period(series))


def _sources(count: int) -> list[str]:
    return [f"bron-{number}: {{titel: Stand {number}, uitgever: Dienst, datum: 2020-06-24}}" for number in range(count)]


def _many_sources(count: int) -> Grown:
    series = [each.replace("bron: stand", f"bron: bron-{number}") for number, each in enumerate(_many_series(count))]
    words = numbered(count, "Er waren {{{{ reeks_{n} }}}} zaken.")
    return project([*text(words), "- bronvermelding", "- bronnenlijst"], period(series, _sources(count)))


def _sources_of_one_series(count: int) -> Grown:
    names = ", ".join(f"bron-{number}" for number in range(count))
    series = f"veel: {{titel: Veel, eenheid: zaken, bron: [{names}], totaal: 4}}"
    return project(["- tekst: Er waren {{ veel }} zaken.", "- bronvermelding"], period([series], _sources(count)))


def _acknowledgements(count: int) -> Grown:
    series = [f"{each}  # erkend C305: het is zo" for each in _many_series(count)]
    return project(["- tekst: Een."], period(series))


def _acknowledged_texts(count: int) -> Grown:
    return project(text("\n".join(f"Er waren {n}7 zaken. {{# erkend T501: het is zo #}}" for n in range(count))))


def _acknowledged_blocks(count: int) -> Grown:
    return project([f"- tekst: Er waren {n}7 zaken. {{# erkend T501: het is zo #}}" for n in range(count)])


def _categories(count: int) -> list[str]:
    parts = ", ".join(f"Land {number}: {number + 3}" for number in range(count))
    whole = sum(range(count)) + 3 * count
    return [f"delen: {{titel: Delen, eenheid: zaken, bron: stand, totaal: {whole}, naar: {{land: {{{parts}}}}}}}"]


TABLE = [
    *("- tabel:", "    titel: Delen naar land", "    rijkop: Land", '    rijen: "{{ delen }}"', "    totaal: Totaal"),
    '    kolommen: [{kop: aantal, waarde: "{{ rij }}"}, {kop: aandeel (%), waarde: "{{ rij.aandeel | decimalen(1) }}"}]',  # noqa: E501
]


def _rows(count: int) -> Grown:
    return project(TABLE, period(_categories(count)))


def _rows_of_two_periods(count: int) -> Grown:
    older = period(_categories(count), code="2020-04", day="2020-05-24")
    return project(TABLE, period(_categories(count)), **{"data/2020-04.yaml": older})


def _own_rows(count: int) -> Grown:
    rows = [f"      - {{kop: Rij {number}, cijfer: '{{{{ reeks_{number} }}}}'}}" for number in range(count)]
    table = ["- tabel:", "    titel: T", "    rijkop: R", "    kolommen: [{kop: k, waarde: '{{ rij }}'}]", "    rijen:"]
    return project([*table, *rows], period(_many_series(count)))


def _columns(count: int) -> Grown:
    columns = [f"      - {{kop: k{number}, waarde: '{{{{ rij }}}}'}}" for number in range(count)]
    table = [
        "- tabel:",
        "    titel: T",
        "    rijkop: R",
        "    rijen: [{kop: a, cijfer: '{{ aantal }}'}]",
        "    kolommen:",
    ]
    return project([*table, *columns])


def _tables(count: int) -> Grown:
    blocks = []
    for number in range(count):
        blocks += ["- tabel:", f"    id: t{number}", f"    titel: Tabel over {number}", "    rijkop: R"]
        blocks += [
            "    rijen: [{kop: a, cijfer: '{{ aantal }}'}]", "    kolommen: [{kop: k, waarde: '{{ rij }}'}]"
        ]  # fmt: skip
    return project(blocks)


def _charts(count: int) -> Grown:
    blocks = []
    for number in range(count):
        blocks += ["- grafiek:", f"    id: g{number}", f"    titel: Grafiek over {number}", "    soort: liggende staaf"]
        blocks += ["    cijfers: '{{ delen }}'"]
    return project(blocks, period(_categories(5)))


def _bars(count: int) -> Grown:
    return project(
        ["- grafiek:", "    titel: Delen", "    soort: liggende staaf", "    cijfers: '{{ delen }}'"],
        period(_categories(count)),
    )


def _steps(count: int) -> Grown:
    steps = [f"      - {{stap_{number}: Stap {number}}}" for number in range(count)]
    return project(["- stroomschema:", "    titel: Zo gaat het", "    stappen:", *steps])


def _cards(count: int) -> Grown:
    cards = [f"    - {{kop: Kaart {number}, waarde: '{{{{ aantal }}}}'}}" for number in range(count)]
    return project(["- kerncijfers:", *cards])


def _headings(count: int) -> Grown:
    return project(
        [f"- kop: {{tekst: Kop {number}, id: kop-{number}}}" for number in range(count)],
        head=["inhoudsopgave: ja", "nummering: ja"],
    )


def _same_headings(count: int) -> Grown:
    return project(["- kop: Dezelfde kop"] * count, head=["inhoudsopgave: ja", "nummering: ja"])


def _terms(count: int) -> Grown:
    terms = ["begrippen:", *(f"  begrip {number}: Wat {number} is." for number in range(count))]
    short = ["afkortingen:", *(f"  AF{number}: Afkorting {number}" for number in range(count))]
    words = numbered(count, "Een begrip {n} en AF{n}.")
    return project([*text(words), "- begrippenlijst", "- afkortingenlijst"], head=[*terms, *short])


def _restated(count: int) -> Grown:
    months = [f"{1990 + each // 12}-{each % 12 + 1:02}" for each in range(count)]
    older = period(
        ["lang: {titel: Lang, eenheid: zaken, bron: stand, totaal: 400, reeks: {" + ", ".join(f"{m}: 5" for m in months) + "}}"],  # noqa: E501
        code="2020-04",
        day="2020-05-24",
    )  # fmt: skip
    own = period(
        ["lang: {titel: Lang, eenheid: zaken, bron: stand, totaal: 400}"],
        more=["herzien:", *(f"  {month}: {{lang: {{totaal: 6, bron: stand}}}}" for month in months)],
    )
    words = " ".join(f"{{{{ lang | in('{month}') }}}}" for month in months)
    return project([*text(words), "- wijzigingen"], own, **{"data/2020-04.yaml": older})


def _periods(count: int) -> Grown:
    """One file a month."""
    months = [f"{1990 + each // 12}-{each % 12 + 1:02}" for each in range(count)]
    files = {f"data/{month}.yaml": period(code=month, day=f"{int(month[:4]) + 1}-12-01") for month in months}
    grown = project(["- tekst: Er waren {{ aantal }} zaken, tegen {{ aantal | in('1990-01') }}."])
    return Grown({**grown.files, **files})


def _long_series(count: int) -> Grown:
    days = ", ".join(f"{1900 + each // 12}-{each % 12 + 1:02}: {each % 97 + 100}" for each in range(count))
    return project(
        ["- tekst: Er waren {{ aantal }} zaken."],
        period([f"lang: {{titel: Lang, eenheid: zaken, bron: stand, totaal: 100, reeks: {{{days}}}}}"]),
    )


def _layouts(count: int) -> Grown:
    grown = project(["- tekst: Er waren {{ aantal }} zaken."])
    layout = grown.files["layouts/werk.yaml"]
    return Grown({**grown.files, **{f"layouts/werk{number}.yaml": layout for number in range(count)}})


def _passages(count: int) -> Grown:
    texts = ["teksten:", *(f"  t{number}: Er waren {{{{ aantal }}}} zaken." for number in range(count))]
    texts = [each.replace(": Er", ': "Er') + ('"' if number else "") for number, each in enumerate(texts)]
    return project([f"- passage: t{number}" for number in range(count)], period(more=texts))


# --- Files ------------------------------------------------------------------------------------------


def _deep(count: int) -> Grown:
    return project(["- tekst: Een."], period(more=["teksten: {a: " + "[" * count + "]" * count + "}"]))


def _long_key(count: int) -> Grown:
    return project(["- tekst: Een."], period([f"{'r' * count}: {SERIES}"]))


def _long_value(count: int) -> Grown:
    return project(
        ["- tekst: Een."], period(["x: {titel: " + "t" * count + ", eenheid: zaken, bron: stnd, totaal: 4}"])
    )


def _colours(count: int) -> Grown:
    style = "kleuren:\n" + "".join(f"  kleur{number}: '#123456'\n" for number in range(count))
    return project(["- tekst: Een."], head=["huisstijl: huis"], **{"huisstijlen/huis.yaml": style})


def _merges(count: int) -> Grown:
    series = ["een: &een " + SERIES, *(f"r{number}: {{<<: *een, titel: R{number}}}" for number in range(count))]
    return project(["- tekst: Een."], period(series))


def _comments(count: int) -> Grown:
    return project(["- tekst: Een."], period(["# een opmerking"] * count))


CASES = (
    Case("één woord van n letters", 8_000, _word, (BUILD,)),
    Case("één woord van n cijfers", 8_000, _word_of_digits, (BUILD,)),
    Case("één woord van n stukken", 1_000, _word_of_many_runs, (BUILD,)),
    Case("een adres van n delen", 2_000, _address, (BUILD,)),
    Case("n getypte getallen in één tekst", 1_000, _typed_numbers, (CHECK, BUILD, TRACE)),
    Case("n woorden van richting in één zin", 500, _directions, (CHECK,)),
    Case("n cijfers en woorden in één zin", 200, _figures_with_words, (CHECK,)),
    Case("n cijfers over n perioden in één zin", 100, _figures_of_many_periods, (CHECK,)),
    Case("n zinnen", 250, _sentences, (BUILD,)),
    Case("n alinea's", 250, _paragraphs, (BUILD,)),
    Case("n open sterretjes", 500, _emphasis, (CHECK,)),
    Case("n haken", 1_000, _brackets, (CHECK,)),
    Case("n accenten", 1_000, _backticks, (CHECK,)),
    Case("n koppelingen", 500, _links, (BUILD,)),
    Case("n verwijzingen", 250, _references, (BUILD,)),
    Case("n noten", 250, _notes, (BUILD, PAGE)),
    Case("n onbekende noten", 250, _unknown_notes, (CHECK,)),
    Case("n punten", 2000, _list_items, (BUILD,)),
    Case("n lagen van punten", 50, _nested_list, (CHECK,)),
    Case("n citaattekens", 1_000, _quotes, (CHECK,)),
    Case("n spaties", 10_000, _spaces, (BUILD,)),
    Case("n regels in één alinea", 500, _line_breaks, (BUILD,)),
    Case("een som van n cijfers", 250, _sum_expression, (BUILD,)),
    Case("n haakjes in een uitdrukking", 250, _parentheses, (CHECK,)),
    Case("n filters", 250, _filters, (CHECK,)),
    Case("n voorwaarden", 250, _conditions, (CHECK,)),
    Case("n voorwaarden in elkaar", 250, _nested_conditions, (CHECK,)),
    Case("n open accolades", 500, _open_braces, (CHECK,)),
    Case("n uitdrukkingen", 500, _many_expressions, (BUILD,)),
    Case("n verkeerde namen van reeksen", 500, _mistyped_names, (CHECK,)),
    Case("n verkeerde onderdelen", 500, _mistyped_categories, (CHECK,)),
    Case("n verkeerde sleutels", 500, _mistyped_keys, (CHECK,)),
    Case("n verkeerde bronnen", 500, _mistyped_sources, (CHECK,)),
    Case("n verkeerde id's", 250, _mistyped_ids, (CHECK,)),
    Case("n verkeerde delen van een som", 500, _mistyped_sums, (CHECK,)),
    Case("n onbekende aliassen", 2_000, _aliases, (CHECK,)),
    Case("n aliassen bij n ankers", 500, _anchored_aliases, (CHECK,)),
    Case("n dubbele sleutels", 2_000, _double_keys, (CHECK,)),
    Case("n verkeerde cijfers", 500, _faulty_values, (CHECK, f"{CHECK} --messages json")),
    Case("n verkeerde cijfers op één regel", 1_000, _faults_on_one_line, (CHECK,)),
    Case("n tekens zonder letter", 2_000, _odd_characters, (CHECK,)),
    Case("n labels", 1_000, _tags, (CHECK,)),
    Case("n reeksen", 1_000, _series, (CHECK_ALL, BUILD)),
    Case("n reeksen met dezelfde titel", 250, _twins, (CHECK_ALL,)),
    Case("n gelijknamige reeksen met hun maanden", 50, _twins_over_years, (CHECK_ALL,)),
    Case("n bronnen", 250, _many_sources, (BUILD, CHECK_ALL)),
    Case("n bronnen van één reeks", 250, _sources_of_one_series, (BUILD,)),
    Case("n erkenningen in gegevens", 500, _acknowledgements, (CHECK_ALL,)),
    Case("n erkenningen in één tekst", 250, _acknowledged_texts, (CHECK,)),
    Case("n erkenningen in n teksten", 250, _acknowledged_blocks, (CHECK,)),
    Case("n rijen", 500, _rows, (BUILD, PAGE, TRACE, f"{BUILD} --bijlagen", "trace werk 2020-05 --output uit.html")),
    Case("n rijen van twee perioden", 500, _rows_of_two_periods, ("diff werk 2020-04 2020-05",)),
    Case("n eigen rijen", 500, _own_rows, (BUILD,)),
    Case("n kolommen", 100, _columns, (CHECK,)),
    Case("n tabellen", 50, _tables, (BUILD, PAGE, TRACE)),
    Case("n grafieken", 25, _charts, (BUILD, PAGE)),
    Case("n staven", 50, _bars, (CHECK,)),
    Case("n stappen", 25, _steps, (CHECK,)),
    Case("n kaarten", 100, _cards, (BUILD,)),
    Case("n koppen", 100, _headings, (BUILD, PAGE, PAGES)),
    Case("n gelijke koppen", 100, _same_headings, (BUILD,)),
    Case("n begrippen en afkortingen", 100, _terms, (BUILD,)),
    Case("n bijgestelde cijfers", 90, _restated, (BUILD, CHECK_ALL)),
    Case("n periodebestanden", 90, _periods, (CHECK_ALL, BUILD)),
    Case("een reeks van n maanden", 360, _long_series, (CHECK_ALL, "new 2020-06")),
    Case("n lay-outs", 250, _layouts, (CHECK_ALL,)),
    Case("n passages", 250, _passages, (BUILD,)),
    Case("n lagen in YAML", 1_000, _deep, (CHECK,)),
    Case("een naam van n letters", 10_000, _long_key, (CHECK,)),
    Case("een titel van n letters", 10_000, _long_value, (CHECK,)),
    Case("n kleuren", 500, _colours, (CHECK,)),
    Case("n samenvoegingen", 250, _merges, (CHECK,)),
    Case("n opmerkingen", 5_000, _comments, (CHECK, "new 2020-06")),
)  # fmt: skip
