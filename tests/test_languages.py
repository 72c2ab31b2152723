"""Editions in English and Frisian: all that a reader sees or hears is in the language of the report."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from msgspec import Struct

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.document import figures
from rapportage.figures.languages import english, frisian
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.english import ENGLISH
from rapportage.figures.languages.frisian import FRISIAN
from rapportage.figures.languages.language import Language
from rapportage.figures.languages.spoken import in_dutch, speaking, spoken_language
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import period_name
from rapportage.pipeline import BuildRequest, BuildResult, build, check, trace
from rapportage.proof.claims.verdict import Outcome
from rapportage.proof.disclosure.problem import Limit
from rapportage.proof.disclosure.shown import interval
from rapportage.proof.inspection import read_all, structural_faults
from tests.faults import ROOT
from tests.languages import LAYOUT, MAY, edition, project, words_of

UNITS = {"jaar", "maand", "kwartaal", "halfjaar", "schooljaar", "boekjaar", "aantal", "procentpunt"}
"""Dutch in the tables of other languages: how the code names lengths of time, and the data their units."""
TECHNICAL = {"csv", "csvw", "https", "example", "lt", "gt", "amp", "x", "nr", "a", "b", "c", "d", "w"}
MODULES = {"en": english, "fy": frisian}
WORD = r"[^\W\d_]+(?:['’\-][^\W\d_]+)*"


def known_words(code: str) -> set[str]:
    """The words in the table of a language, and their parts."""
    source = Path(str(MODULES[code].__file__)).read_text(encoding="utf-8")
    words = {word.casefold() for word in re.findall(WORD, source)} - UNITS | TECHNICAL
    return words | {part for word in words for part in word.split("-")}


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("tag", ["en", "en-GB", "fy", "fy-NL"])
def test_every_word_is_of_the_language(tmp_path: Path, tag: str, draft: bool) -> None:
    """Each word in pages, alternatives, links, bookmarks, properties and attachments is the user's or in the table."""
    may = MAY.replace("totaal: 521", "totaal:").replace("2020-06-24\n", "\n  status: concept\n", 1) if draft else MAY
    made, findings = edition(project(tmp_path / "p", tag, may=may), draft=draft)
    assert made is not None, list(findings)
    known = known_words(tag[:2])
    strange = {word: text for word, text in words_of(made) if not {*word.casefold().split("-")} <= known}
    assert strange == {}
    assert structural_faults(made.pdf) == []
    assert [fault.message for fault in trace(made, "2020-05").faults] == []
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert str(pdf.Root.Lang) == {"en": "en-GB", "fy": "fy-NL"}.get(tag, tag)


def test_that_report_says_what_can_be_said(tmp_path: Path) -> None:
    """So that the test above looks at something: the Dutch edition has these words of its table."""
    made, _ = edition(project(tmp_path / "p", "nl"))
    assert made is not None
    wanted = (
        "steeds alle beide evenveel gestegen gedaald gelijk gebleven ongeveer eveneens onbekend voorlopig eenheid "
        "procentpunt kolommen rijen stappen einde verder geheel hoogst laagst hoogste laagste eerder links rechts "
        "horizontaal verticaal bijgesteld afgerond minder meer onderdrukt kamerstuk bijlage paragraaf noot bron "
        "bronnen pagina inhoudsopgave stroomschema spreidingsdiagram duizenden procenten aantallen eerst "
        "reden groep soort"
    )
    assert {*wanted.split()} - {word.casefold() for word, _ in words_of(made)} == set()


def strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield path, value
        case tuple():
            for place, each in enumerate(value):
                yield from strings(each, f"{path}.{place}")
        case Struct():
            for name in value.__struct_fields__:
                yield from strings(getattr(value, name), f"{path}.{name}".lstrip("."))


THE_SAME = {
    "en": "april september november in index status was is histogram",
    "fy": (
        "maart april augustus oktober acht en of beide op feb mrt apr jun jul aug sep okt nov jan nul totaal minder "
        "punt de achtste miljoenen miljarden miljoen miljard reden is tabel paragraaf kolom titel "
        "status groep gemiddelde subtotaal dan histogram mediaan kaart"
    ),
}


@pytest.mark.parametrize("language", [ENGLISH, FRISIAN], ids=["en", "fy"])
def test_a_word_that_is_as_in_dutch_is_known_to_be(language: Language) -> None:
    """A word that nobody translated would be the Dutch one."""
    dutch, allowed = dict(strings(DUTCH)), {"", *THE_SAME[language.code].split()}
    ours = {path: text for path, text in strings(language) if not path.startswith(("spacing", "hyphenation"))}
    same = {path: text for path, text in ours.items() if dutch.get(path) == text and re.search(r"[^\W\d_]{2}", text)}
    assert {path: text for path, text in same.items() if not {*re.findall(WORD, text.casefold())} <= allowed} == {}


@pytest.mark.parametrize(
    ("code", "english", "frisian"),
    [
        ("2020-05", "May_2020", "maaie_2020"),
        ("2020-Q1", "the first quarter of 2020", "it earste fearnsjier fan 2020"),
        ("2020-H2", "the second half of 2020", "de twadde helte fan 2020"),
        ("2020-W23", "week_23 of 2020", "wike_23 fan 2020"),
        ("2020", "2020", "2020"),
        ("2019-06/2020-05", "June_2019 to May_2020", "juny_2019 o/m maaie_2020"),
        ("2020-01/2020-05", "the first five months of 2020", "de earste fiif moannen fan 2020"),
        ("2020-03/2020-05", "March to May_2020", "maart o/m maaie_2020"),
        ("2020-W01/2020-W23", "weeks_1 to 23 of 2020", "wike_1 o/m 23 fan 2020"),
        ("2020-Q1/2020-Q3", "the first to third quarters of 2020", "it earste o/m tredde fearnsjier fan 2020"),
        ("2020-03-01", "1_March_2020", "1_maart_2020"),
    ],
)
def test_periods(code: str, english: str, frisian: str) -> None:
    period = TimePeriod.parse(code)
    assert period is not None
    for tag, name in (("en", english), ("fy", frisian)):
        with speaking(tag):
            assert period_name(period) == name.replace("_", "\u00a0")


def test_the_language_is_that_of_the_report_alone() -> None:
    period = TimePeriod.parse("2020-05")
    assert period is not None
    with speaking("en-GB"):
        assert period_name(period) == "May\u00a02020"
        assert in_dutch(period_name, period) == "mei\u00a02020"
        with pytest.raises(ZeroDivisionError), speaking("fy"):
            raise ZeroDivisionError
        assert spoken_language() is ENGLISH
    assert spoken_language() is DUTCH


def test_messages_stay_dutch(tmp_path: Path) -> None:
    layout = "titel: zq\nblokken:\n  - tekst: \"Zq {{ zqa['2019-05'] }} zq.\"\n"
    made, findings = edition(project(tmp_path / "p", "en", layout=layout))
    assert made is None
    messages = " ".join(item.message for item in findings).replace("\u00a0", " ")
    assert "over mei 2019 is onbekend" in messages
    assert "May" not in messages


def test_another_language_is_a_fault_that_names_those_there_are(tmp_path: Path) -> None:
    findings = Findings()
    assert build(BuildRequest("zq", "2020-05", project(tmp_path / "p", "de-DE", layout=LAYOUT)), findings) is None
    (fault,) = [item for item in findings if item.code == "S115"]
    assert fault.span is not None
    assert fault.span.line == 1
    assert fault.hint == "schrijf nl (Nederlands) of en (Engels) of fy (Fries), of laat 'taal' weg voor Nederlands"


def test_a_dutch_report_reads_no_other_language(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "nl")
    code = (
        "import sys\nfrom rapportage.cli.main import cli\n"
        f"cli(['build', 'zq', '2020-05', '--project', {str(folder)!r}], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.endswith(('.english', '.frisian'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


NAMES = """\
vertaling:
  reeksen: {zqa: zqfirst, zqh: zqorder}
  onderdelen: {Zqeen: Zqone, Zqtwee: Zqtwo, Zqdrie: Zqthree}
  eenheden: {zqdingen: zqthings}
  uitgevers: {Zquitgever: Zqpublisher}
"""


def test_names_of_the_data_are_called_as_the_layout_says(tmp_path: Path) -> None:
    layout = NAMES + (
        'titel: zq\nblokken:\n  - tekst: "Zq {{ zqa | naam }} zq {{ zqh | top(3) | opsomming }}."\n  - bronvermelding\n'
        '  - grafiek: {titel: zq, soort: liggende staaf, cijfers: "{{ zqh | top(3) }}"}\n'
    )
    made, findings = edition(project(tmp_path / "p", "en", layout=layout))
    assert made is not None, list(findings)
    text = "\n".join(line for page in told(made) for line in page)
    assert "zqfirst zq Zqone (30) and Zqtwo and Zqthree (each 17)." in text
    assert "Sources: Zqpublisher, " in text or "Source: Zqpublisher, " in text
    assert "unit zqthings" in text
    assert [item.message for item in findings if item.code == "T517"] == []
    assert {each.part.label for value in figures(made.document) if value.trace for each in value.trace.inputs} >= {
        "Zqeen"
    }


def test_names_without_a_translation_are_one_warning(tmp_path: Path) -> None:
    layout = NAMES + (
        'titel: zq\nblokken:\n  - tekst: "Zq {{ zqa | naam }} zq."\n'
        "  - tabel: {titel: zq, rijkop: zq, rijen: \"{{ zqh }}\", kolommen: [{kop: zq, waarde: '{{ rij }}'}]}\n"
        "  - grafiek: {titel: zq, soort: staaf, vanaf: 2020-04, reeksen: [{naam: zq, cijfers: zqd}]}\n"
    )
    _, findings = edition(project(tmp_path / "p", "en", layout=layout))
    (warning,) = [item for item in findings if item.code == "T517"]
    assert warning.message == "deze namen uit de gegevens zijn niet vertaald: onderdelen: Zqvier, Zqvijf, Zqzes"
    assert warning.hint is not None
    assert "onderdelen: {Zqvier: …}" in warning.hint


def test_a_dutch_report_asks_no_translation(tmp_path: Path) -> None:
    _, findings = edition(project(tmp_path / "p", "nl"))
    assert [item.code for item in findings if item.code == "T517"] == []


@pytest.mark.parametrize(
    ("tag", "text", "code"),
    [
        ("en", "There were 1,234 things, and {{ zqd }} now.", "T501"),
        ("en", "There were {{ zqd }} in week 20 on 3 May 2020, section 12, aged 18 to 30 years.", ""),
        ("en", "It rose from {{ zqd }} to {{ zqd.vorige }}.", ""),
        ("en", "In May it fell to {{ zqd }}, from {{ zqd.vorige }} in April.", "T503"),
        ("en", "In May it increased to {{ zqd }}, from {{ zqd.vorige }} in April.", ""),
        ("en", "{{ zqd }} in May, a tenth of {{ zqd.vorige }} in April.", "T502"),
        ("en", "It may be that there were {{ zqd }}.", ""),
        ("en", "In March 2020 there were {{ zqd }}.", "T504"),
        ("en", "In May 2020 there were {{ zqd }}.", ""),
        ("en", "That is {{ zqh['Zqeen'] }} for Zqtwo.", "T505"),
        ("en", "That is {{ zqh['Zqeen'] }} for Zqone.", ""),
        ("fy", "Der wiene 1.234 dingen, en no {{ zqd }}.", "T501"),
        ("fy", "Yn maaie naam it ôf oant {{ zqd }}, fan {{ zqd.vorige }} yn april.", "T503"),
        ("fy", "Yn maaie naam it ta oant {{ zqd }}, fan {{ zqd.vorige }} yn april.", ""),
        ("fy", "Yn maart 2020 wiene der {{ zqd }}.", "T504"),
        ("fy", "Yn maaie 2020 wiene der {{ zqd }}, mear as {{ zqd.vorige }} yn april.", ""),
        ("fy", "Dat is {{ zqh['Zqeen'] }} by Zqtwo.", "T505"),
    ],
)
def test_texts_are_checked_in_their_language(tmp_path: Path, tag: str, text: str, code: str) -> None:
    layout = f'{NAMES}titel: zq\nblokken:\n  - tekst: "{text}"\n'
    made, findings = edition(project(tmp_path / "p", tag, layout=layout))
    assert made is not None
    assert {item.code for item in findings if item.code.startswith("T50")} == ({code} if code else set())


def test_small_counts_are_judged_by_the_numbers_of_the_language(tmp_path: Path) -> None:
    """'1,273' of an English report is no 1.273: what a reader can compute is computed from what is shown."""
    with speaking("en"):
        assert interval("1,273", Decimal(1273)) == (Limit(Fraction(2545, 2)), Limit(Fraction(2547, 2), is_open=True))
        assert interval("12.5%", Decimal("12.5"))[0] == Limit(Fraction(1245, 100))
    assert interval("1.273", Decimal(1273))[0] == Limit(Fraction(2545, 2))


def told(made: BuildResult) -> list[list[str]]:
    said, _ = read_all(made.pdf)
    return [["".join(text for _, text in each.parts) for each in said.utterances]]


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "In May it rose to {{ zqd }}, the highest figure since 2018.", ["May", "rose", "highest", "2018"]),
        ("en", "One in ten came first; it was never lower, for the third time in a row.",
         ["One", "ten", "never", "lower", "third", "in a row"]),
        ("en", "There were {{ zqd }}, mostly of the same kind, and harder to find than before.", ["same", "harder"]),
        ("en", "The latest test is of interest.", []),
        ("fy", "Yn maaie naam it ta oant {{ zqd }}, it heechste sûnt 2018.",
         ["maaie", "naam", "ta", "heechste", "2018"]),
        ("fy", "Twa op de tsien wiene lytser as earder.", ["Twa", "tsien", "lytser"]),
        ("en", "Words.", []),
        ("fy", "Wurden.", []),
    ],
)  # fmt: skip
def test_what_is_not_read_is_open_and_not_true(tmp_path: Path, tag: str, text: str, words: list[str]) -> None:
    """Nobody judges the claims of these languages: each is in the account, and a person signs for it."""
    layout = f'{NAMES}titel: zq\nblokken:\n  - tekst: "{text}"\n'
    folder = project(tmp_path, tag, layout=layout)
    findings = Findings()
    account = check([BuildRequest("zq", "2020-05", folder)], folder, findings, all_claims=True)
    assert {each.outcome for each in account.claims} <= {Outcome.OPEN, Outcome.FALSE}
    assert [each.words for each in account.claims] == words
    assert ("T515" in {item.code for item in findings}) is bool(words)


def test_a_sentence_with_another_month_is_not_another_sentence() -> None:
    done = CliRunner().invoke(cli, ["diff", "key-figures", "2020-04", "2020-05", "--project", str(ROOT)])
    assert done.exit_code == 0, done.output
    assert "was: April 2020" not in done.output
    assert "5 zinnen zeggen iets anders" in done.output
