"""What was changed in a PDF besides the text of its pages is found, and nothing is said of one that was not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.cli.test_commands import run
from tests.faults import ROOT, project

LAYOUT = """\
titel: Proef
ondertitel: Van {{ periode | naam }}
onderwerp: Aanvragen
blokken:
  - kop: Hoeveel?
  - tekst: Er waren {{ aanvragen }}. Zie [de IND](https://ind.nl/341) en [](#t).
  - tabel: {id: t, titel: Land, rijkop: Land, rijen: "{{ aanvragen }}", kolommen: [{kop: aantal, waarde: "{{ rij }}"}]}
  - bronvermelding
"""
Change = Callable[[pikepdf.Pdf], None]


def traced(tmp_path: Path, change: Change | None, *options: str) -> tuple[int, str]:
    """How `trace` ends for the report after `change`, and what it reports."""
    root = project(tmp_path, layout=LAYOUT)
    path = tmp_path / "uit.pdf"
    done = run("build", "proef", "2020-05", "--project", root, "-o", path, *options)
    assert done.returncode == 0, done.stderr
    if change is not None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(path)
    done = run("trace", path, "proef", "2020-05", "--project", root)
    return done.returncode, done.stderr


def _stick(pdf: pikepdf.Pdf) -> None:
    stuck = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 90, 20], Contents="Het waren er 999"
    )
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(stuck))


def _link(pdf: pikepdf.Pdf, number: int) -> pikepdf.Object:
    return pdf.pages[0].obj.Annots[number]


def _paint(pdf: pikepdf.Pdf) -> None:
    _link(pdf, 0).AP = pikepdf.Dictionary(N=pdf.make_stream(b"", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]))


def _readdress(pdf: pikepdf.Pdf) -> None:
    _link(pdf, 0).A.URI = pikepdf.String("https://ind.nl/342")


def _redescribe(pdf: pikepdf.Pdf) -> None:
    _link(pdf, 1).Contents = pikepdf.String("Ga naar 999")


def _unlink(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]


def _retitle(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Title = pikepdf.String("Proef, 999 aanvragen")


def _retitle_xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = "Proef, 999 aanvragen"


def _resubject(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Subject = pikepdf.String("999 aanvragen")


def _rebookmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = pikepdf.String("999")


def _file(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)["tabel-1-t.csv"]


def _edit_file(pdf: pikepdf.Pdf) -> None:
    stream = _file(pdf).EF.F
    data = stream.read_bytes()
    assert b"106" in data
    stream.write(data.replace(b"106", b"107"))


def _edit_second(pdf: pikepdf.Pdf) -> None:
    """Some programs read the file under the one key, others under the other."""
    specification = _file(pdf)
    specification.EF.UF = pdf.make_stream(specification.EF.F.read_bytes().replace(b"106", b"107"))


def _redescribe_file(pdf: pikepdf.Pdf) -> None:
    _file(pdf).Desc = pikepdf.String("Cijfers van 999")


def _add_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["999.csv"] = b"999"


@pytest.mark.parametrize("options", [(), ("--bijlagen",)])
def test_nothing_is_said_of_a_file_that_is_as_it_was_made(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert traced(tmp_path, None, *options) == (0, "")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_stick, "pagina 1: op de tekst staat iets dat er niet hoort (FreeText): 'Het waren er 999'"),
        (_paint, "pagina 1: op de tekst staat iets dat er niet hoort (Link)"),
        (_readdress, "pagina 1: een link leidt naar https://ind.nl/342, bedoeld was https://ind.nl/341"),
        (_redescribe, "pagina 1: van een link wordt 'Ga naar 999' gezegd, bedoeld was 'Ga naar tabel 1'"),
        (_unlink, "bedoeld was https://ind.nl/341"),
        (_retitle, "(Info) staat als titel 'Proef, 999 aanvragen', bedoeld was 'Proef, Van mei 2020'"),
        (_retitle_xmp, "(XMP) staat als titel 'Proef, 999 aanvragen', bedoeld was 'Proef, Van mei 2020'"),
        (_resubject, "(Info) staat als onderwerp '999 aanvragen', bedoeld was 'Aanvragen'"),
        (_rebookmark, "bij de bladwijzers staat '999' (pagina 1), bedoeld was 'Hoeveel?' (pagina 1)"),
        (_add_file, "bijlage 999.csv hoort er niet"),
    ],
)
def test_a_change_besides_the_text_is_found(tmp_path: Path, change: Change, expected: str) -> None:
    code, said = traced(tmp_path, change)
    assert (code, "fout[P211]" in said) == (3, True)
    assert expected in said


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_edit_file, "bijlage tabel-1-t.csv is anders dan wat bij dit rapport hoort"),
        (_edit_second, "bijlage tabel-1-t.csv is anders dan wat bij dit rapport hoort"),
        (_redescribe_file, "bijlage tabel-1-t.csv is anders dan wat bij dit rapport hoort"),
    ],
)
def test_a_change_in_a_file_in_the_pdf_is_found(tmp_path: Path, change: Change, expected: str) -> None:
    code, said = traced(tmp_path, change, "--bijlagen")
    assert (code, expected in said) == (3, True)


def test_a_file_that_was_taken_out_is_found(tmp_path: Path) -> None:
    code, said = traced(tmp_path, lambda pdf: pdf.attachments.__delitem__("tabel-1-t.csv"), "--bijlagen")
    assert (code, "bijlage tabel-1-t.csv ontbreekt" in said) == (3, True)


@pytest.mark.parametrize("report", [("kerncijfers", "2020-05"), ("vreemdelingenketen", "2020-H1")])
def test_nothing_is_said_of_the_reports(report: tuple[str, str]) -> None:
    done = run("trace", *report, "--project", ROOT, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
