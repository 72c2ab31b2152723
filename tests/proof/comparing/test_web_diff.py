"""Two editions for the web are compared by what is in them: no data, no layout, and the same outcome."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, Editions, editions, trace_web
from rapportage.proof.comparing import Change, Comparison, compare
from rapportage.proof.inspection.web import read_tree
from rapportage.proof.tracing import Place, TraceReport, read_back
from tests.cli.test_commands import run
from tests.faults import ROOT, project
from tests.proof.tracing.test_on_web import ONE_OF_EACH

KINDS = ("cel", "zin", "kop", "noot", "bijschrift", "opmerking", "kader", "kaart", "begrip", "kopregel", "bron")


def where(place: Place) -> Place:
    """A list of sources has paragraphs like any other; only its figures say what they are."""
    return replace(place, kind="zin") if place.kind == "bron" and not place.block else place


def made(layout: str, period: str, folder: Path = ROOT) -> Editions:
    result = editions(BuildRequest(layout, period, folder), ("html",), Findings())
    assert result is not None
    return result


def alone(result: Editions) -> TraceReport:
    return read_back(read_tree(result.html or b""))


def compared(old: Editions, new: Editions) -> Comparison:
    with new.document.spoken():
        return compare(alone(old), alone(new), "oud.html", "nieuw.html")


@pytest.mark.parametrize("sample", ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def test_what_is_read_from_the_file_alone_is_what_a_trace_knows(sample: tuple[Path, str, str]) -> None:
    folder, layout, period = sample
    result = made(layout, period, folder)
    traced, found = trace_web(result, period), alone(result)
    for report in (traced, found):
        assert len(report.passages) > 10
    told = [
        Counter((each.page, where(each.place), each.text) for each in report.passages if each.place.kind in KINDS)
        for report in (traced, found)
    ]
    assert told[0] == told[1]
    shown = [
        Counter((each.page, each.place, each.shown, each.spoken) for each in report.figures if each.place.kind in KINDS)
        for report in (traced, found)
    ]
    assert not any(letter.isdigit() for each in shown[0] - shown[1] for letter in each[2])  # 'daalde' rests on figures
    assert all(each[3] is not None for each in shown[1] - shown[0])  # a sign in a table may be of no figure


def test_the_same_edition_has_no_differences() -> None:
    result = made("kerncijfers", "2020-05")
    found = compared(result, result)
    assert (found.figures, found.statements) == ((), ())
    assert found.same > 100


def test_two_months_differ_as_their_traces_do() -> None:
    old, new = made("asieltrends", "2020-04"), made("asieltrends", "2020-05")
    with new.document.spoken():
        meant = compare(trace_web(old, "2020-04"), trace_web(new, "2020-05"), "oud", "nieuw")
    found = compared(old, new)
    wanted = [
        {(each.change, each.here.place, each.here.shown) for each in report.figures if each.here.place.kind == "cel"}
        for report in (meant, found)
    ]
    assert wanted[0] == wanted[1]
    assert len(wanted[0]) > 10
    said = [[(each.change, each.here.text) for each in report.statements] for report in (meant, found)]
    assert said[0] == said[1]


def test_what_changed_is_told_with_its_anchor(tmp_path: Path) -> None:
    text = "Er waren {{ aanvragen }} aanvragen. Dat zijn er veel."
    other = "Er waren {{ aanvragen('nationaliteit', 'Syrië') }} aanvragen. Dat zijn er weinig."
    for name, words in (("oud", text), ("nieuw", other)):
        (tmp_path / f"{name}.html").write_bytes(
            made(
                "proef", "2020-05", project(tmp_path, text=words.replace("('nationaliteit', 'Syrië')", "['Syrië']"))
            ).html
            or b""
        )
    done = run("diff", tmp_path / "oud.html", tmp_path / "nieuw.html")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Vergelijking: oud.html → nieuw.html")
    assert "#kop-1, zin: 341 → 106" in done.stdout
    assert "is:  Dat zijn er weinig." in done.stdout
    for form, begin in (("json", "{"), ("html", "<!DOCTYPE")):
        done = run("diff", tmp_path / "oud.html", tmp_path / "nieuw.html", "--format", form)
        assert (done.returncode, done.stdout.startswith(begin), "kop-1" in done.stdout) == (0, True, True)


def test_what_can_not_be_compared_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!DOCTYPE html>\n<html><p>Iets</p></html>", encoding="utf-8")
    done = run("diff", tmp_path / "a.html", tmp_path / "b.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert "a.html is geen html-bestand van rapportage" in done.stderr
    assert "b.html bestaat niet" in done.stderr
    assert run("diff", tmp_path / "a.html", tmp_path / "b.json").returncode == 2
    done = run("diff", tmp_path / "a.html", tmp_path / "b.html", "-o", tmp_path / "c-vergelijking.pdf")
    assert "fout[U112]" in done.stderr


def test_a_changed_direction_is_a_changed_sentence() -> None:
    result = made("kerncijfers", "2020-05")
    page = (result.html or b"").decode().replace("was lager dan in april", "was hoger dan in april", 1)
    found = compare(alone(result), read_back(read_tree(page.encode())), "a", "b")
    assert [each.change for each in found.statements] == [Change.CHANGED]
