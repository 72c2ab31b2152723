"""What is shown, saved and told as answers of the builder come in."""

from __future__ import annotations

import json
from threading import Thread

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.preview.log import Log
from rapportage.preview.making import notes
from rapportage.preview.messages import Answer, Broken, Checked, Faulty, Made, Note, Picture, Sheet, Web
from rapportage.preview.pictures import Pictures
from rapportage.preview.places import Place
from rapportage.preview.session import Refused, Session, Spot
from tests.preview.test_messages import ANSWERS, PLACE

GOOD = ANSWERS[0]
assert isinstance(GOOD, Made)
FAULT = Note("C101", "fout", "a.yaml", 1, 2, "fout", "", "")
WARNING = Note("C305", "waarschuwing", "a.yaml", 9, 2, "let op", "", "")


def session(*answers: Answer) -> Session:
    made = Session("proef 2020-05")
    for each in answers:
        made.take(each, 0.25)
    return made


def state(made: Session) -> dict[str, object]:
    told = made.after(-1, 0)
    assert told is not None
    return dict(json.loads(told[1]))


def test_every_change_is_told_once() -> None:
    made = session()
    version, _ = made.after(-1, 0) or (0, b"")
    assert made.after(version, 0.01) is None
    made.take(GOOD, 0.25)
    told = made.after(version, 1)
    assert told is not None
    assert json.loads(told[1])["milliseconds"] == 250
    waiting = Thread(target=made.end)
    waiting.start()
    later = made.after(told[0], 10)
    waiting.join()
    assert later is not None
    assert json.loads(later[1])["ended"] is True


def test_what_comes_late_of_an_earlier_build_is_nothing() -> None:
    made = session(GOOD, replace(GOOD, number=2), Web(1, b"old"), Checked(1, (FAULT,), False), Picture("x", None))
    assert state(made)["checked"] is False
    assert made.html(1, 0) is None
    made.take(Web(2, b"new", (PLACE,)), 0)
    assert made.html(2, 0) == b"new"
    assert made.html(1, 0) is None
    assert state(made)["places"] == 2


def test_the_page_for_the_web_is_waited_for() -> None:
    made = session(GOOD)
    later = Thread(target=lambda: made.take(Web(1, b"come"), 0))
    later.start()
    assert made.html(1, 20) == b"come"
    later.join()


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([], "er is nog niets"),
        ([replace(GOOD, is_guarded=True)], "de controle op kleine aantallen loopt nog"),
        ([replace(GOOD, is_guarded=True), Checked(1, (), False)], "dit rapport heeft een fout"),
        ([replace(GOOD, is_guarded=False), Checked(1, (FAULT,), False)], "dit rapport heeft een fout"),
        ([replace(GOOD, is_guarded=True), Checked(1, (), True), replace(GOOD, number=2)], "de controle op kleine"),
        ([replace(GOOD, is_guarded=False)], ""),
        ([replace(GOOD, is_guarded=True), Checked(1, (), True)], ""),
        ([replace(GOOD, is_guarded=True), Checked(1, (), True), Faulty(2, (FAULT,), {})], "dit rapport heeft een fout"),
        ([replace(GOOD, is_guarded=False), Broken(2, "reden")], "dit rapport heeft een fout"),
        ([replace(GOOD, is_guarded=True), Broken(1, "reden")], "dit rapport heeft een fout"),
        ([replace(GOOD, is_guarded=False), Faulty(2, (FAULT,), {}), replace(GOOD, number=3, is_guarded=False)], ""),
    ],
)
def test_what_may_be_saved(answers: list[Answer], reason: str) -> None:
    made = session(*answers)
    if not reason:
        saved = made.saved()
        assert saved == replace(GOOD, number=saved.number, is_guarded=saved.is_guarded)
        return
    with pytest.raises(Refused, match=reason):
        made.saved()


def test_a_fault_leads_to_what_is_shown_and_to_its_file() -> None:
    made = session(GOOD, Faulty(2, (WARNING, FAULT), {"b.yaml": "/b.yaml"}))
    told = state(made)
    assert (told["build"], told["faulty"], told["focus"]) == (1, True, 0)
    assert made.finding(Spot("a.yaml", 1, 2)) == ("/a.yaml", "a.yaml", 1, 2)
    assert made.place(0) == ("/a.yaml", "a.yaml", 1, 2)
    assert made.place(0, 0) is None  # no file that the report was made of
    assert made.finding(Spot("a.yaml", 1, 3)) is None


def test_of_very_many_findings_each_is_counted() -> None:
    findings, said = Findings(), list[str]()
    for number in range(250):
        findings.error("T301", f"fout {number}")
    answer = Faulty(1, notes(findings), {})
    made, log = session(), Log(said.append)
    log.take(answer, made.take(answer, 0.25))
    told = state(made)["findings"]
    assert len(told) == 101
    assert sum(each["count"] for each in told) == 250
    assert "250 fouten" in said[0]


def test_what_is_shown_is_known_in_full_while_a_later_save_has_faults() -> None:
    made = session(GOOD, Faulty(2, (FAULT,), {}), Web(1, b"web", (PLACE,)), Checked(1, (WARNING,), False), Web(1, b"x"))
    assert made.html(1, 0) == b"web"
    told = state(made)
    assert (told["faulty"], told["places"]) == (True, 2)
    assert [each["code"] for each in told["findings"]] == [FAULT.code]  # type: ignore[attr-defined]


def test_a_check_that_breaks_leaves_the_pages_good() -> None:
    made = session(GOOD, Broken(1, "reden"))
    told = state(made)
    assert (told["faulty"], told["checked"], told["busy"]) == (False, True, False)
    assert [each["message"] for each in told["findings"]][1:] == ["reden"]  # type: ignore[attr-defined]
    assert made.html(1, 3600.0) is None  # it will not come: nobody waits for it


@pytest.mark.parametrize("answer", [replace(GOOD, number=2), Faulty(2, (FAULT,), {}), Broken(2, "reden")])
def test_a_build_that_is_begun_after_its_answer_is_not_begun(answer: Answer) -> None:
    made = session(GOOD, answer)
    made.begin(2)
    assert state(made)["busy"] is False
    made.begin(3)
    assert state(made)["busy"] is True


def test_a_line_is_not_lost_where_a_build_is_begun_after_its_answer() -> None:
    said: list[str] = []
    made, log = session(), Log(said.append)
    for each in (GOOD, replace(GOOD, number=2), None, Checked(2, (WARNING,), True)):
        if each is None:
            log.begin(2)
        else:
            log.take(each, made.take(each, 0.25))
    assert [line.partition("pagina")[2] for line in said] == [", 1 fout", ", 1 waarschuwing"]


LINES = [
    ([GOOD, Checked(1, (WARNING, WARNING), True)], ["bijgewerkt in 250 ms: 1 pagina, 2 waarschuwingen"]),
    ([GOOD, Checked(1, (FAULT,), False)], ["bijgewerkt in 250 ms: 1 pagina, 1 fout"]),
    ([GOOD, None], ["bijgewerkt in 250 ms: 1 pagina, 1 fout"]),
    ([GOOD, None, replace(GOOD, number=2), Checked(2, (), True)], ["bijgewerkt in 250 ms: 1 pagina"] * 2),
    ([Faulty(1, (FAULT, FAULT), {})], ["niet bijgewerkt: 2 fouten; a.yaml:1:2: fout"]),
    ([Broken(1, "reden")], ["niet bijgewerkt: 1 fout; reden"]),
    ([GOOD, Broken(1, "reden")], ["bijgewerkt in 250 ms: 1 pagina, 2 fouten"]),
    ([GOOD, None, Broken(1, "reden")], ["bijgewerkt in 250 ms: 1 pagina"]),
    ([GOOD, Web(1, b"")], []),
]


@pytest.mark.parametrize(("answers", "lines"), LINES)
def test_a_line_for_each_build(answers: list[Answer | None], lines: list[str]) -> None:
    """None: the next build begins."""
    said: list[str] = []
    made, log = session(), Log(said.append)
    for each in answers:
        if each is None:
            log.begin(2)
        else:
            log.take(each, made.take(each, 0.25))
    assert [line[9:].removesuffix(", 1 fout") for line in said] == [line.removesuffix(", 1 fout") for line in lines]


def test_pictures_are_kept_while_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, int]] = []

    def draw(pdf: bytes, page: int, width: int) -> bytes:
        drawn.append((page, width))
        return b"x" * width

    monkeypatch.setattr("rapportage.preview.pictures.as_quick_png", draw)
    made = replace(GOOD, sheets=(Sheet(1, 1, "a"), Sheet(1, 1, "b")))
    pictures = Pictures(most=1000)
    assert pictures.page(made, 1, "a", 400) == pictures.page(made, 1, "a", 400) == b"x" * 400
    assert pictures.page(made, 2, "b", 400) is not None
    assert drawn == [(0, 400), (1, 400)]
    assert pictures.page(None, 1, "a", 400) is not None  # of an earlier build
    assert pictures.page(made, 2, "b", 500) is not None  # b of 400 makes room
    assert pictures.page(made, 1, "a", 400) is not None
    assert drawn == [(0, 400), (1, 400), (1, 500)]
    assert pictures.page(None, 2, "b", 400) is None
    assert pictures.page(made, 1, "b", 300) is None
    assert pictures.page(made, 0, "b", 300) is pictures.page(made, 3, "b", 300) is None


def test_a_place_is_of_a_file_of_the_report() -> None:
    made = session(replace(GOOD, places=(Place("/etc/passwd", 1, 1, "x"),)))
    assert made.place(0) is None
