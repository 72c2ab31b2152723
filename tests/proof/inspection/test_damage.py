"""PDF files of others: whatever is in them, they are read within bounds, or it is told why not."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from rapportage.cli.trace import traced, written
from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build
from rapportage.proof.inspection import InspectionError, inspect, read_said
from tests.faults import ROOT
from tests.proof.inspection.damage import READABLE, damaged, loose, told

TOO_MUCH = "te groot of te ingewikkeld"
BROKEN = "is beschadigd: niet alles erin is te lezen"


@pytest.fixture(scope="module")
def sample() -> bytes:
    made = build(BuildRequest("kerncijfers", "2020-05", ROOT, attachments=True), Findings())
    assert made is not None
    return made.pdf


def test_damaged_files_are_read_or_told_within_bounds(tmp_path: Path, sample: bytes) -> None:
    """In a process of its own, that may take 500 MB; many are told, and many can be read all the same."""
    path = tmp_path / "a.pdf"
    path.write_bytes(sample)
    done = subprocess.run(
        [sys.executable, "-m", "tests.proof.inspection.damage", str(path), "180"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    counts = {reason: int(count) for count, reason in (line.split(" ", 1) for line in done.stdout.splitlines())}
    assert sum(counts.values()) > 160
    assert min(counts[READABLE], sum(counts.values()) - counts[READABLE]) > 40


def test_trace_of_damaged_files(tmp_path: Path, sample: bytes) -> None:
    """Each becomes a report, with what differs in it, or the finding U101."""
    path, plain = tmp_path / "a.pdf", loose(sample)
    untold = 0
    for seed in range(5, 65):
        findings = Findings()
        data = damaged(sample, plain, seed)
        if data is None:
            continue
        path.write_bytes(data)
        report, _ = traced("kerncijfers", "2020-05", ROOT, None, findings, file=path)
        assert [item.code for item in findings] == ([] if report else ["U101"])
        if report is not None:
            untold += not report.faults
            assert all(written(report, form) for form in ("txt", "json", "html"))
    assert untold < 30


def test_what_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    for data in (b"", b"%PDF-1.7\n", b"\0" * 5000, b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"):
        path.write_bytes(data)
        assert told(path) == "is geen (gave) PDF"
    os.mkfifo(tmp_path / "pijp.pdf")
    assert told(tmp_path / "pijp.pdf") == "is geen gewoon bestand"
    assert told(tmp_path / "b.pdf") == "bestaat niet"
    assert told(tmp_path) == "is een map"
    (tmp_path / "kring.pdf").symlink_to(tmp_path / "kring.pdf")
    assert "een link in een kring" in told(tmp_path / "kring.pdf")


# --- Files that ask for a lot ---------------------------------------------------------------------------


def packed(pdf: Pdf, data: bytes) -> Stream:
    return Stream(pdf, zlib.compress(data, 9), Filter=Name.FlateDecode)


def bomb(pdf: Pdf) -> None:
    """A gigabyte of nothing, in a megabyte."""
    squeezer = zlib.compressobj(9)
    data = b"".join(squeezer.compress(bytes(1_000_000)) for _ in range(1000)) + squeezer.flush()
    pdf.pages[0].Contents = Stream(pdf, data, Filter=Name.FlateDecode)


def bomb_in_a_bomb(pdf: Pdf) -> None:
    inner = zlib.compress(bytes(25_000_000), 9) * 100
    pdf.pages[0].Contents = Stream(pdf, zlib.compress(inner, 9), Filter=Array([Name.FlateDecode] * 2))


def many_operators(pdf: Pdf) -> None:
    pdf.pages[0].Contents = packed(pdf, b"q Q " * 2_000_000)


def same_content_again(pdf: Pdf) -> None:
    contents = pdf.make_indirect(packed(pdf, b"0 0 m " * 100_000))
    pdf.pages[0].Contents = Array([contents] * 100_000)


def forms_in_forms(pdf: Pdf) -> None:
    """Each paints the next one twice."""
    inner = pdf.make_indirect(Stream(pdf, b"0 0 m"))
    for _ in range(30):
        form = pdf.make_indirect(Stream(pdf, b"/X Do /X Do"))
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
        form.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner.Subtype = Name.Form
        inner = form
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=inner))
    pdf.pages[0].Contents = Stream(pdf, b"/X Do")


def kids_in_kids(pdf: Pdf) -> None:
    """Every element has the same thousand kids."""
    kids = pdf.make_indirect(Array([pdf.make_indirect(Dictionary(S=Name.Span)) for _ in range(1000)]))
    elements = Array([pdf.make_indirect(Dictionary(S=Name.P, K=kids)) for _ in range(2000)])
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=elements))


def many_fonts(pdf: Pdf) -> None:
    font = pdf.make_indirect(Dictionary(Type=Name.Font, BaseFont=Name.X))
    fonts = pdf.make_indirect(Dictionary(Font=Dictionary({f"/F{number}": font for number in range(6000)})))
    for _ in range(1000):
        pdf.add_blank_page().obj.Resources = fonts


def text_again(pdf: Pdf) -> None:
    """The words that replace what is painted, a hundred thousand times."""
    pdf.pages[0].Resources = Dictionary(
        Properties=Dictionary(P=pdf.make_indirect(Dictionary(MCID=0, ActualText=pikepdf.String("woord " * 50_000))))
    )
    pdf.pages[0].Contents = packed(pdf, b"/Span /P BDC EMC " * 100_000)


GREEDY: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "a bomb": (bomb, BROKEN),
    "a bomb in a bomb": (bomb_in_a_bomb, TOO_MUCH),
    "many operators": (many_operators, "te ingewikkeld"),
    "the same content again": (same_content_again, TOO_MUCH),
    "forms in forms": (forms_in_forms, TOO_MUCH),
    "kids in kids": (kids_in_kids, TOO_MUCH),
    "many fonts": (many_fonts, TOO_MUCH),
    "text again": (text_again, TOO_MUCH),
}


@pytest.fixture
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bounds at a tenth, so that the tests are quick."""
    monkeypatch.setattr("rapportage.proof.inspection.opening.MOST_STEPS", 500_000)
    monkeypatch.setattr("rapportage.proof.inspection.opening.MOST_TEXT", 20_000_000)


@pytest.mark.parametrize("what", GREEDY)
@pytest.mark.usefixtures("few_steps")
def test_a_file_that_asks_for_too_much(tmp_path: Path, what: str) -> None:
    make, reason = GREEDY[what]
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        make(pdf)
        pdf.save(path)
    assert path.stat().st_size < 2_000_000
    assert reason in told(path)


def test_objects_packed_together_that_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """qpdf unpacks them when it opens the file: so that is looked at before."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.X = Array([Array([0] * 100_000)] * 10)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert path.stat().st_size < 20_000
    assert told(path) == ""
    monkeypatch.setattr("rapportage.proof.inspection.opening.MOST_WORDS", 900_000)
    monkeypatch.delattr("pikepdf.open")
    assert TOO_MUCH in told(path)


def test_what_leads_round_in_circles(tmp_path: Path) -> None:
    """Pages, elements, roles, bookmarks and names that contain themselves."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        element = pdf.make_indirect(Dictionary(S=Name.R1))
        element.K = Array([element, 0, element])
        roles = Dictionary({f"/R{number}": Name(f"/R{number % 5000 + 1}") for number in range(1, 5001)})
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=element, RoleMap=roles))
        item = pdf.make_indirect(Dictionary(Title="x"))
        item.First = item.Next = item
        pdf.Root.Outlines = Dictionary(First=item)
        names = pdf.make_indirect(Dictionary())
        names.Kids = Array([names])
        pdf.Root.Names = Dictionary(Dests=names)
        pdf.save(path)
    assert told(path) in ("", BROKEN)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(path)
    assert told(path) in ("", BROKEN, "is geen (gave) PDF")


def test_a_deep_nest(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    nest = b"[" * 100_000 + b"]" * 100_000
    path.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages " + nest + b">>endobj trailer<</Root 1 0 R>>")
    assert told(path) == "is geen (gave) PDF"


def test_an_encrypted_file(tmp_path: Path, sample: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sample)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert told(path) == "is versleuteld: zonder wachtwoord is er niets van te lezen"


CMAPS = {
    "beginnings without an end": b"beginbfchar <01>" * 60_000,
    "one code for much": b"1 beginbfchar <01> <" + b"0041" * 200_000 + b"> endbfchar",
    "many lengths": b"beginbfchar "
    + b"".join(b"<%s> <0041>" % (b"01" * size) for size in range(1, 500))
    + b" endbfchar",
    "all codes": b"beginbfrange <0000> <FFFF> <0041> endbfrange" * 1000,
}


@pytest.mark.parametrize("cmap", CMAPS)
def test_a_map_to_unicode_that_asks_for_much(tmp_path: Path, cmap: str) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        font = pdf.make_indirect(Dictionary(Type=Name.Font, ToUnicode=packed(pdf, CMAPS[cmap])))
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=font))
        pdf.pages[0].Contents = packed(pdf, b"/F 1 Tf (" + b"\x01" * 3_000 + b") Tj ")
        pdf.save(path)
    ((shown,),) = read_said(path).aside or (("",),)
    assert len(shown) <= 3_000


def test_limits_hold_only_while_a_file_is_read(tmp_path: Path, sample: bytes) -> None:
    """They are those of the whole process, in which reports are made as well."""
    before = pikepdf.settings.get_qpdf_limits()
    path = tmp_path / "a.pdf"
    path.write_bytes(sample)
    assert inspect(path)
    path.write_bytes(sample[:1000])
    with pytest.raises(InspectionError):
        inspect(path)
    assert pikepdf.settings.get_qpdf_limits() == before
