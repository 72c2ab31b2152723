"""What nobody verified is listed, and a person may sign for it until the sentence, its figures or the period change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check, new_period
from rapportage.proof.claims.account import Account
from rapportage.proof.claims.verdict import Outcome
from tests.faults import PERIOD, lines, project

OPEN = "De rente daalde."
MADE = "  - tekst: |\n      {}\n"


def checked(root: Path, period: str = "2020-05") -> tuple[Account, Findings]:
    findings = Findings()
    return check([BuildRequest("proef", period, root)], root, findings, all_claims=True), findings


def accounted(root: Path, text: str, *, is_layout: bool = False, period: str = PERIOD) -> tuple[Account, Findings]:
    project(root, layout=text if is_layout else None, text=text, period=period)
    return checked(root)


def command(root: Path, *arguments: str) -> tuple[str, str, int]:
    done = CliRunner().invoke(cli, ["check", "proef", "2020-05", "--project", str(root), *arguments])
    return done.stdout, done.stderr, done.exit_code


def sign(listed: str, name: str = "A. Jansen") -> str:
    """What a user does: the list of `--verantwoording`, with a name in it."""
    return listed.replace("door NAAM,", f"door {name},")


def signature(listed: str) -> str:
    (line,) = (line for line in sign(listed).splitlines() if "# nagegaan door" in line)
    return line.removeprefix("# ")


# --- Signing -----------------------------------------------------------------------------------------------


def test_the_list_as_it_is_printed_can_be_kept_in_the_period_file(tmp_path: Path) -> None:
    project(tmp_path, text=f"{OPEN} De huur steeg ook.\n\nHet was het hoogste bedrag.")
    listed, told, code = command(tmp_path, "--verantwoording", "--strict")
    assert (listed.count("nagegaan door NAAM"), "3 zinnen zijn niet nagegaan in proef 2020-05" in told, code) == (
        3,
        True,
        1,
    )
    assert "pagina 1, layouts/proef.yaml:" in listed
    data = tmp_path / "data" / "2020-05.yaml"
    data.write_text(data.read_text(encoding="utf-8") + sign(listed), encoding="utf-8")
    listed, told, code = command(tmp_path, "--verantwoording", "--strict")
    assert (listed, code) == ("", 0)
    assert told.rstrip().endswith("0 onwaar, 3 niet nagegaan (waarvan 3 getekend of erkend), 0 geen uitspraak")


PLACES = {
    "blok": "blokken:\n  - tekst: |\n      {text} {{# {signed} #}}\n",
    "gevouwen": "blokken:\n  - tekst: >-\n      {text} {{# {signed} #}}\n",
    "over twee regels": "blokken:\n  - tekst: |\n      {text} {{# {half}\n      {rest} #}}\n",
    "kaal": "blokken:\n  - tekst: {text} # {signed}\n",
    "erboven": "blokken:\n  # {signed}\n  - tekst: {text}\n",
    "aanhalingstekens": 'blokken:\n  - tekst: "{text} {{# {signed} #}}"\n',
    "noot": "noten:\n  n: {text} # {signed}\nblokken:\n  - tekst: Woorden.[^n]\n",
    "kop": "blokken:\n  - kop: {text} # {signed}\n",
    "punt": "blokken:\n  - opsomming:\n      - {text} # {signed}\n      - Woorden.\n",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_signature_may_be_wherever_the_sentence_is(tmp_path: Path, place: str) -> None:
    def made(signed: str) -> str:
        half, _, rest = signed.partition(" over ")
        return "titel: Proef\n" + PLACES[place].format(text=OPEN, signed=signed, half=half, rest=f"over {rest}")

    project(tmp_path, layout=made("een opmerking"))
    signed = signature(command(tmp_path, "--verantwoording")[0])
    assert list(accounted(tmp_path, made(signed), is_layout=True)[1]) == []
    stale = made(re.sub(r"[0-9a-f]{6}$", "abcdef", signed))
    found = sorted(each.code for each in accounted(tmp_path, stale, is_layout=True)[1])
    assert found == ["T515", "T516"]


def test_another_word_or_figure_ends_a_signature(tmp_path: Path) -> None:
    text = "De rente daalde, en er waren {{ aanvragen }} aanvragen."
    project(tmp_path, text=text)
    signed = signature(command(tmp_path, "--verantwoording")[0])
    assert lines(accounted(tmp_path, f"{text} {{# {signed} #}}")[1]) == []
    words = f"{text.replace('daalde', 'daalde fors')} {{# {signed} #}}"
    assert [each.code for each in accounted(tmp_path, words)[1]] == ["T516", "T515"]
    figures = PERIOD.replace("341", "342")
    assert figures != PERIOD
    assert [each.code for each in accounted(tmp_path, f"{text} {{# {signed} #}}", period=figures)[1]] == [
        "T516",
        "T515",
    ]


@pytest.mark.parametrize("text", [OPEN, "De rente daalde, en er waren {{ leeg }} gevallen."])
def test_an_earlier_period_is_not_signed_for_by_the_same_words(tmp_path: Path, text: str) -> None:
    """The words and figures of the next period happen to be equal: nobody looked at them."""
    project(tmp_path, text=text)
    signed = signature(command(tmp_path, "--verantwoording")[0])
    project(tmp_path, text=f"{text} {{# {signed} #}}")
    assert lines(checked(tmp_path)[1]) == []
    later = PERIOD.replace("2020-06-24", "2020-07-24").replace("2020-05", "2020-06")
    (tmp_path / "data" / "2020-06.yaml").write_text(later, encoding="utf-8")
    account, findings = checked(tmp_path, "2020-06")
    assert [each.code for each in findings if each.code in ("T515", "T516")] == ["T516", "T515"]
    assert "A. Jansen tekende over 2020-05, en niet over 2020-06" in [each.message for each in findings]
    assert account.signed(Outcome.OPEN) == 0
    assert [each.code for each in checked(tmp_path)[1] if each.code.startswith("T5")] == []


def test_a_signature_that_was_copied_to_the_file_of_another_period_is_told(tmp_path: Path) -> None:
    signed = "# nagegaan door A. Jansen, 3 mei 2020, over proef 2020-04: abcdef\n"
    project(tmp_path, text="Woorden.", period=PERIOD + signed)
    assert [each.code for each in checked(tmp_path)[1]] == ["T516"]


def test_the_same_words_in_another_place_are_another_sentence(tmp_path: Path) -> None:
    """Under another head they are of something else: each is on the list, and signed for by itself."""
    layout = f"titel: Proef\nblokken:\n  - kop: Rente\n  - tekst: {OPEN}\n  - pagina-einde\n  - kop: Spaarrente\n"
    project(tmp_path, layout=f"{layout}  - tekst: {OPEN}\n")
    listed = command(tmp_path, "--verantwoording")[0]
    first, second = (line for line in sign(listed).splitlines() if "# nagegaan door" in line)
    assert re.findall(r"pagina \d", listed) == ["pagina 1", "pagina 2"]
    project(tmp_path, layout=f"{layout}  - tekst: {OPEN}\n", period=f"{PERIOD}{first}\n")
    account, _ = checked(tmp_path)
    assert [claim.page for claim, _ in account.to_sign()] == [2]
    project(tmp_path, layout=f"{layout}  - tekst: {OPEN}\n", period=f"{PERIOD}{first}\n{second}\n")
    assert list(checked(tmp_path)[1]) == []


@pytest.mark.parametrize("name", ["Jansen, A.", "A. Jansen (IND)", "Zoë 't Hart-Öz", "team cijfers"])
def test_any_name_can_sign(tmp_path: Path, name: str) -> None:
    project(tmp_path, text=OPEN)
    listed = sign(command(tmp_path, "--verantwoording")[0], name)
    project(tmp_path, text=OPEN, period=PERIOD + listed.replace("\n", "\r\n"))
    account, findings = checked(tmp_path)
    assert (list(findings), [each.signed_by for each in account.claims]) == ([], [name])


def test_a_signature_in_the_file_of_its_own_period_stays_there(tmp_path: Path) -> None:
    """The next period may look back at it: nothing is said of it then, and the sentence is listed anew."""
    project(tmp_path, text=f"{OPEN} Het waren er {{{{ leeg.vorige }}}}.")
    listed = sign(command(tmp_path, "--verantwoording")[0])
    project(tmp_path, text=f"{OPEN} Het waren er {{{{ leeg.vorige }}}}.", period=PERIOD + listed)
    later = PERIOD.replace("2020-06-24", "2020-07-24").replace("2020-05", "2020-06")
    (tmp_path / "data" / "2020-06.yaml").write_text(later, encoding="utf-8")
    assert [each.code for each in checked(tmp_path, "2020-06")[1] if each.code in ("T515", "T516")] == ["T515"]


def test_a_new_period_begins_without_signatures(tmp_path: Path) -> None:
    project(tmp_path, text=OPEN)
    listed = sign(command(tmp_path, "--verantwoording")[0])
    project(tmp_path, text=OPEN, period=PERIOD + listed)
    made = new_period("2020-06", None, tmp_path, Findings())
    project(tmp_path, text=OPEN)
    unsigned = new_period("2020-06", None, tmp_path, Findings())
    assert made is not None
    assert unsigned is not None
    assert made.made.text == unsigned.made.text


GOOD = "nagegaan door A. Jansen, 3 maart 2026, over proef 2020-05: abcdef"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (GOOD.replace(", over proef 2020-05", ""), "zegt niet over welk rapport en welke periode"),
        (GOOD.replace("proef ", ""), "is niet te lezen"),
        (GOOD.replace("A. Jansen, ", ""), "is niet te lezen"),
        (GOOD.replace("A. Jansen", "NAAM"), "heeft geen naam"),
        (GOOD.replace("abcdef", "abcde"), "geen teken van zes"),
        (GOOD.replace("abcdef", "abcdef0"), "geen teken van zes"),
        (GOOD.replace("3 maart 2026", "DATUM"), "'DATUM' is geen dag"),
        (GOOD.replace("3 maart 2026", "31 februari 2026"), "'31 februari 2026' is geen dag"),
        (GOOD.replace("2020-05", "2020-13"), "'2020-13' is geen periode"),
        (GOOD.replace("nagegaan", "nagegaaan"), "is niet te lezen"),
        (GOOD.replace("nagegaan", "nagekeken"), "is niet te lezen"),
        (GOOD.replace("nagegaan", "nagaan"), "is niet te lezen"),
        ("getekend door A. Jansen, 3 maart 2026: abcdef", "zegt niet over welk rapport"),
        ("Nagegaan", "zegt niet over welk rapport"),
    ],
)
@pytest.mark.parametrize("place", ["tekst", "commentaar", "regel"])
def test_a_signature_that_cannot_be_read_is_told_at_its_place(
    tmp_path: Path, written: str, said: str, place: str
) -> None:
    text = f"Woorden. {{# {written} #}}" if place == "tekst" else "Woorden."
    layout = {
        "tekst": MADE.format(text),
        "commentaar": f"# {written}\n{MADE.format(text)}",
        "regel": f"  - tekst: Woorden. # {written}\n",
    }[place]
    findings = accounted(tmp_path, f"titel: Proef\nblokken:\n{layout}", is_layout=True)[1]
    (found,) = findings
    assert (found.code, said in found.message, bool(found.hint)) == ("T518", True, True)
    assert found.span is not None
    assert found.span.file.line(found.span.line)[found.span.column - 1 :].startswith(written)


@pytest.mark.parametrize("day", ["2026-03-03", "3 mrt. 2026", "03-03-2026"])
def test_a_day_may_be_written_in_other_ways(tmp_path: Path, day: str) -> None:
    written = GOOD.replace("3 maart 2026", day)
    codes = [each.code for each in accounted(tmp_path, f"Woorden. {{# {written} #}}")[1]]
    assert codes == ["T516"]


@pytest.mark.parametrize("text", ["Wij schreven: #nagegaan door niemand.", "Dat is nagegaan door A. Jansen."])
def test_words_that_the_reader_sees_are_no_signature(tmp_path: Path, text: str) -> None:
    assert lines(accounted(tmp_path, text)[1]) == []


SIGNED = f"De rente daalde. {{# {GOOD} #}}"


@pytest.mark.parametrize(
    "blocks",
    [
        f"  - tekst: |\n      {{% if aanvragen > 5000 %}}{SIGNED}{{% else %}}Woorden.{{% endif %}}\n",
        f'  - als: "{{{{ aanvragen > 5000 }}}}"\n    tekst: "{SIGNED}"\n  - tekst: Woorden.\n',
    ],
)
def test_of_what_was_not_chosen_is_not_said_that_it_changed(tmp_path: Path, blocks: str) -> None:
    layout = f"titel: Proef\nblokken:\n  - kop: Proef\n{blocks}"
    assert list(accounted(tmp_path, layout, is_layout=True)[1]) == []


def test_a_passage_of_another_report_is_left_alone(tmp_path: Path) -> None:
    passages = f'teksten:\n  slot: Woorden.\n  ander: "{SIGNED}"\n'
    layout = "titel: Proef\nblokken:\n  - kop: Proef\n  - passage: {}\n"
    period = PERIOD + passages
    assert list(accounted(tmp_path, layout.format("slot"), is_layout=True, period=period)[1]) == []
    found = accounted(tmp_path, layout.format("ander"), is_layout=True, period=period)[1]
    assert sorted(each.code for each in found) == ["T515", "T516"]


# --- Counting ----------------------------------------------------------------------------------------------


def counts(account: Account) -> dict[str, int]:
    return {outcome.value: account.count(outcome) for outcome in Outcome if account.count(outcome)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er waren {{ aanvragen }} aanvragen. De rente daalde.", {"waar": 1, "niet nagegaan": 1}),
        ("Woorden.", {}),
        ("Artikel 5 van de Vreemdelingenwet 2000.", {"geen uitspraak": 2}),
        ("Dat schreef zij in 2019 aan de Tweede Kamer.", {"geen uitspraak": 2}),
        ("Er waren 48 boten.", {"niet nagegaan": 1}),
        ("Er waren 48 boten, meer dan in 2019.", {"niet nagegaan": 3}),
        ("Dat is niet meer zo.", {"geen uitspraak": 1}),
        ("Het waren er drieëntwintig, of vierhonderd, of tientallen.", {"niet nagegaan": 1, "onwaar": 2}),
        ("Zij staat op de 2e plaats, en dat duurt 8 maanden.", {"niet nagegaan": 2}),
        ("Zij zijn afgerond op tientallen; dat hangt samen met de bron.", {"geen uitspraak": 2}),
        ("DE HOOGSTE STAND OOIT, 3x zo hoog en de helft van Tweede Kamer.", {"niet nagegaan": 3, "geen uitspraak": 1}),
        ("Half maart en elk half jaar; de halve stad en nul anderhalf.", {"geen uitspraak": 2, "niet nagegaan": 4}),
        ("Dit is versie B12 van COVID-19.", {"geen uitspraak": 2}),
    ],
)
def test_every_number_and_claim_word_is_counted(tmp_path: Path, text: str, expected: dict[str, int]) -> None:
    assert counts(accounted(tmp_path, text)[0]) == expected


def test_what_is_told_elsewhere_is_not_also_to_be_signed(tmp_path: Path) -> None:
    account, findings = accounted(tmp_path, "Er waren 48 mensen.")
    assert ([each.code for each in findings], list(account.to_sign())) == (["T501"], [])
    account, findings = accounted(tmp_path, "Er waren 48 mensen. {# erkend T501: geteld door de kustwacht #}")
    assert (list(findings), account.signed(Outcome.OPEN), list(account.to_sign())) == ([], 1, [])


def test_a_signature_excuses_nothing_that_is_told(tmp_path: Path) -> None:
    """What the data contradict, and a typed number, stay warnings: only what is not known can be signed for."""
    text = "Er waren {{ aanvragen }} aanvragen, waarvan 48 mensen in mei 2019. De rente daalde."
    project(tmp_path, text=text)
    before = [each.code for each in checked(tmp_path)[1]]
    listed = sign(command(tmp_path, "--verantwoording")[0])
    project(tmp_path, text=text, period=PERIOD + listed)
    account, findings = checked(tmp_path)
    assert before == [*(each.code for each in findings), "T515"]
    assert "T501" in before
    assert account.signed(Outcome.FALSE) == 0


def test_a_declared_number_is_accounted_for(tmp_path: Path) -> None:
    project(tmp_path, text="Een besluit valt binnen 48 uur, en de rente daalde.")
    words = "getallen:\n  - {tekst: binnen 48 uur, wat: de termijn, bron: 'Vreemdelingenwet 2000, artikel 5'}\n"
    (tmp_path / "woorden.yaml").write_text(words, encoding="utf-8")
    assert counts(checked(tmp_path)[0]) == {"geen uitspraak": 1, "niet nagegaan": 1}


def test_words_without_a_number_cannot_be_declared_away(tmp_path: Path) -> None:
    project(tmp_path, text="De rente daalde fors.")
    words = "getallen:\n  - {tekst: daalde fors, wat: de rente, bron: de krant}\n"
    (tmp_path / "woorden.yaml").write_text(words, encoding="utf-8")
    assert counts(checked(tmp_path)[0]) == {"niet nagegaan": 1}


def test_the_account_as_json(tmp_path: Path) -> None:
    project(tmp_path, text=f"Er waren {{{{ aanvragen }}}} aanvragen. {OPEN}")
    told = json.loads(command(tmp_path, "--messages", "json")[0])["verantwoording"]
    assert (told["cijfers"], told["waar"], told["niet_nagegaan"], told["te_tekenen"]) == (1, 1, 1, 1)
    assert "uitspraken" not in told
    out, _, _ = command(tmp_path, "--messages", "json", "--verantwoording")
    (claim,) = json.loads(out)["verantwoording"]["uitspraken"]
    assert (claim["rapport"], claim["pagina"], claim["woorden"], claim["zin"]) == ("proef 2020-05", 1, "daalde", OPEN)
    assert re.fullmatch(r"nagegaan door NAAM, .*, over proef 2020-05: [0-9a-f]{6}", claim["tekenen"])
