"""The public API, as a script and a notebook use it: only by the names in docs/api.md."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from html.parser import HTMLParser
from inspect import signature
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import rapportage
from rapportage import BuildRequest, Finding, Findings, Page, Report, ReportFault, build, check, pipeline
from rapportage.proof.inspection import read_all
from tests.faults import PERIOD, ROOT, project, samples
from tests.test_pipeline import CHART, untagged

DOC = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", DOC, re.DOTALL)
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "MYPYPATH": str(ROOT / "src")}


def python(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=300)


def made(folder: Path, text: str = "Er waren {{ aanvragen }}.", **options: bool) -> Report:
    return build(BuildRequest("proef", "2020-05", project(folder, text=text), **options))


def codes(findings: Findings) -> list[str]:
    return [each.code for each in findings]


def test_every_name_is_there_typed_and_documented() -> None:
    stub = ast.parse((ROOT / "src" / "rapportage" / "__init__.pyi").read_text(encoding="utf-8"))
    imported = [name.name for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names]
    chapter = DOC.partition("## The names\n")[2].partition("\n## ")[0]
    documented = re.findall(r"^- `(\w+).*`:$", chapter, re.MULTILINE)
    assert rapportage.__all__ == sorted(imported) == sorted(documented)
    assert all(getattr(rapportage, name).__doc__ for name in rapportage.__all__)
    assert set(rapportage.__all__) <= set(dir(rapportage))
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = rapportage.biuld  # type: ignore[attr-defined]


def shown(name: str, call: Callable[..., object]) -> str:
    """A call as the page writes it: 'save(path=None)'."""
    parts = [
        f"{'*' if each.kind is each.VAR_POSITIONAL else ''}{each.name}"
        + ("" if each.default is each.empty else f"={each.default!r}".replace("'", '"'))
        for each in signature(call).parameters.values()
        if each.name != "self"
    ]
    return f"{name}({', '.join(parts)})"


def test_calls_and_attributes_are_as_the_page_says() -> None:
    calls = {"BuildRequest": BuildRequest, "build": build, "check": check}
    calls |= {"save": Report.save, "trace": Report.trace, "png": Page.png}
    assert [shown(*each) for each in calls.items() if shown(*each) not in DOC] == []
    for each in (Report, Page, Findings, Finding):
        told = DOC.partition(f"- `{each.__name__}`:\n")[2].partition("\n- ")[0]
        names = re.findall(r"`(\w+)(?:\(.*?)?`", told)
        known = {"None", "form", "path", "line", "column", "length", "len", "str", *each.__annotations__, *vars(each)}
        assert len(names) > 2
        assert [name for name in names if name not in known] == []


def test_the_import_is_cheap(tmp_path: Path) -> None:
    code = "import sys; before = set(sys.modules); import rapportage; print(sorted(set(sys.modules) - before))"
    assert python("-c", code, cwd=tmp_path).stdout == "['rapportage']\n"


def test_the_examples_run_and_are_rightly_typed(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    scripts = [folder / f"voorbeeld_{number}.py" for number in range(len(EXAMPLES))]
    for script, example in zip(scripts, EXAMPLES, strict=True):
        script.write_text(example, encoding="utf-8")
        done = python(script.name, cwd=folder)
        assert (done.returncode, done.stderr) == (0, ""), example
    typed = python("-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", *scripts, cwd=folder)
    assert typed.stdout == f"Success: no issues found in {len(scripts)} source files\n"
    names = {"kerncijfers-2020-05.pdf", "asieltrends-2020-04.pdf", "asieltrends-2020-05.pdf"}
    assert {path.name for path in (folder / "build").iterdir()} == names
    other = folder / "ander.pdf"
    assert python("-m", "rapportage", "build", "kerncijfers", "2020-05", "-o", other, cwd=folder).returncode == 0
    assert (folder / "build" / "kerncijfers-2020-05.pdf").read_bytes() == other.read_bytes()
    wrong = folder / "fout.py"
    wrong.write_text(f'{EXAMPLES[1]}\nreport.sawe()\nreport.findings.items + 1\nbuild("kerncijfers")\n')
    found = python("-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", wrong, cwd=folder).stdout
    assert [code for code in ("[attr-defined]", "[operator]", "[arg-type]") if code not in found] == []


def test_a_script_that_forgets_to_look_saves_nothing(tmp_path: Path) -> None:
    project(tmp_path, text="{{ niets }} {{ ook_niets }}")
    script = 'from rapportage import *\nbuild(BuildRequest("proef", "2020-05")).save()\n'
    (tmp_path / "maak.py").write_text(script)
    done = python("maak.py", cwd=tmp_path)
    assert done.returncode == 1
    assert "ReportFault: layouts/proef.yaml:7:10: fout[T105] onbekende naam 'niets'" in done.stderr
    assert done.stderr.rstrip().endswith("2 fouten")
    assert not (tmp_path / "build").exists()


def test_a_report_with_a_fault_gives_its_findings_and_nothing_else(tmp_path: Path) -> None:
    report = made(tmp_path, "{{ niets }}")
    assert not report.is_built
    assert repr(report) == "<Report proef-2020-05: 1 fout>"
    (finding,) = report.findings
    assert finding.span is not None
    assert (finding.code, finding.is_error, finding.span.line, finding.span.column) == ("T105", True, 7, 10)
    assert finding in report.findings
    for ask in (lambda: report.pdf, lambda: report.html, lambda: report.pages, report.save, report.trace):
        with pytest.raises(ReportFault) as raised:
            ask()
        assert raised.value.findings is report.findings
    assert report.workbook is None


def test_nor_is_an_unsound_one_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write", untagged)
    report = made(tmp_path)
    assert (report.is_built, set(codes(report.findings))) == (False, {"P201"})
    with pytest.raises(ReportFault):
        report.save(tmp_path / "uit.pdf")
    assert not (tmp_path / "uit.pdf").exists()


def test_an_error_beside_a_pdf_keeps_it_in(tmp_path: Path) -> None:
    """As with the command, whatever the pipeline may give."""
    result = pipeline.build(BuildRequest("proef", "2020-05", project(tmp_path)), Findings())
    findings = Findings()
    findings.error("T105", "fout")
    assert not Report(BuildRequest("proef", "2020-05", tmp_path), findings, result).is_built


def test_each_build_reads_the_files_again(tmp_path: Path) -> None:
    assert "Er waren 341." in made(tmp_path).pages[0].text
    file = tmp_path / "data" / "2020-05.yaml"
    file.write_text(PERIOD.replace("totaal: 341", "totaal: 342"), encoding="utf-8")
    assert "Er waren 342." in build(BuildRequest("proef", "2020-05", tmp_path)).pages[0].text


def test_names_are_taken_as_the_command_takes_them(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "layouts" / "proef.yaml").rename(folder / "layouts" / "café.yaml")
    for layout in ("cafe\u0301", "café", str(folder / "layouts" / "café.yaml")):
        report = build(BuildRequest(layout, "2020-05", str(folder)))
        assert (report.is_built, report.name) == (True, "café-2020-05")


def test_saving_keeps_to_the_rules_of_the_command(tmp_path: Path) -> None:
    report = made(tmp_path)
    assert report.save() == tmp_path / "build" / "proef-2020-05.pdf"
    assert report.save(str(tmp_path / "uit.pdf")).read_bytes() == report.pdf
    with pytest.raises(ValueError, match=r"ends in neither \.pdf nor \.html"):
        report.save(tmp_path / "uit.txt")
    for path, code in ((tmp_path / "weg" / "uit.pdf", "P101"), (tmp_path, "P102")):
        with pytest.raises(ReportFault) as raised:
            report.save(path)
        assert codes(raised.value.findings) == [code]
    assert codes(report.findings) == []
    assert report.save(tmp_path / "toch.pdf").exists()


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path)
    layout = (folder / "layouts" / "proef.yaml").rename(folder / "proef.pdf")
    (folder / "layouts" / "proef.yaml").symlink_to(layout)
    report = build(BuildRequest("proef", "2020-05", folder))
    with pytest.raises(ReportFault) as raised:
        report.save(layout)
    assert codes(raised.value.findings) == ["P105"]
    assert layout.read_text(encoding="utf-8").startswith("titel")


def test_the_page_for_the_web_is_that_of_the_command(tmp_path: Path) -> None:
    report = build(BuildRequest("kerncijfers", "2020-05", ROOT))
    path = report.save(tmp_path / "uit.html")
    assert path.read_bytes() == report.html
    made = pipeline.editions(BuildRequest("kerncijfers", "2020-05", ROOT), ("html",), Findings())
    assert made is not None
    assert made.html == report.html
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_is_saved_as_one(tmp_path: Path) -> None:
    report = made(tmp_path, draft=True)
    assert report.save().name == "proef-2020-05-concept.pdf"
    with pytest.raises(ReportFault) as raised:
        report.save(tmp_path / "proef.pdf")
    assert codes(raised.value.findings) == ["P104"]


def test_the_workbook_comes_beside_it_and_an_old_one_is_told_of(tmp_path: Path) -> None:
    folder = project(tmp_path, layout=CHART)
    report = build(BuildRequest("proef", "2020-05", folder, attachments=True))
    assert report.is_built, report.findings
    assert report.workbook is not None
    assert report.save().with_suffix(".ods").read_bytes() == report.workbook
    (folder / "layouts" / "proef.yaml").write_text(CHART.replace("Proef", "Anders"), encoding="utf-8")
    without = build(BuildRequest("proef", "2020-05", folder))
    assert without.workbook is None
    without.save()
    assert codes(without.findings) == ["P107"]
    assert without.is_built


class Html(HTMLParser):
    """What a notebook would show: elements that are closed, pictures with their alternative, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.marked: list[str] = []
        self.languages: list[str | None] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.open:
            self.languages.append(dict(attrs).get("lang"))
        if tag == "img":
            self.pictures.append(dict(attrs))
        elif tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def test_a_notebook_shows_the_pages_with_their_text(tmp_path: Path) -> None:
    report = made(tmp_path, "Er waren {{ aanvragen }}: a < b & meer.")
    (page,) = report.pages
    with Image.open(BytesIO(page.png(dots=72))) as picture:
        assert (picture.format, picture.size) == ("PNG", (596, 842))  # A4
        darkest, lightest = picture.convert("L").getextrema()
        assert (darkest < 100, lightest) == (True, 255)  # there is something on it
    assert page.text.splitlines()[-1] == "Er waren 341: a < b & meer."
    shown = Html(report._repr_html_())
    (image,) = shown.pictures
    assert image["alt"] == "Pagina 1 van 1; de tekst staat eronder"
    kind, _, data = str(image["src"]).partition(",")
    assert kind == "data:image/png;base64"
    assert b64decode(data) == page.png()
    assert set(shown.languages) == {"nl"}
    assert "<p>Er waren 341: a &lt; b &amp; meer.</p>" in report._repr_html_()
    assert page._repr_html_() in report._repr_html_()


def test_a_notebook_shows_faults_in_dutch_with_the_place_marked(tmp_path: Path) -> None:
    report = made(tmp_path, "Er <b>waren</b> {{ niets }}.")
    html = report._repr_html_()
    assert html == report.findings._repr_html_()
    shown = Html(html)
    assert shown.pictures == []
    assert "niets" in shown.marked
    assert "<strong>" in html
    assert "onbekende naam &#x27;niets&#x27;" in html
    assert "<b>" not in html
    assert Html(Findings()._repr_html_()).languages == ["nl"]
    assert "geen fouten" in Findings()._repr_html_()


def test_of_a_long_report_the_first_pages_are_shown() -> None:
    report = build(BuildRequest("vreemdelingenketen", "2020-H1", ROOT))
    html = report._repr_html_()
    assert len(Html(html).pictures) == 10
    assert f"En nog {len(report.pages) - 10} pagina's: <code>report.pages[10]</code>" in html


def test_every_row_of_a_table_is_a_line_of_the_text() -> None:
    text = build(BuildRequest("kerncijfers", "2020-05", ROOT)).pages[1].text.splitlines()
    assert "Syrië | 106 | 31 | 69 | 25" in text
    assert "Turkije | 19 | 6 | . (onbekend) | . (onbekend)" in text
    assert "a Later bijgesteld tot 270." in text
    assert [line for line in text if line.startswith("Staafdiagram, eenheid aanvragen: ")] != []


def test_a_trace_has_the_forms_of_the_command(tmp_path: Path) -> None:
    report = made(tmp_path)
    command = python("-m", "rapportage", "trace", "proef", "2020-05", "--format", "json", cwd=tmp_path)
    assert report.trace("json").replace(f"{tmp_path}/", "") == command.stdout
    assert "341" in report.trace()
    assert report.trace("html").startswith("<!DOCTYPE html>")
    assert json.loads(report.trace("json"))["cijfers"][0]["getoond"] == "341"


def test_a_trace_that_finds_a_fault_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = made(tmp_path)
    other = read_all(made(tmp_path, "Er waren {{ aanvragen['Turkije'] }}.").pdf)
    monkeypatch.setattr("rapportage.proof.inspection.read_all", lambda _: other)
    with pytest.raises(ReportFault) as raised:
        report.trace()
    assert "P211" in codes(raised.value.findings)


def test_check_says_what_the_command_says() -> None:
    for arguments, found in (
        (["kerncijfers", "2020-05"], check(BuildRequest("kerncijfers", "2020-05", ROOT))),
        ([], check(project=ROOT)),
    ):
        done = python("-m", "rapportage", "check", *arguments, "--messages", "json", cwd=ROOT)
        assert [each["melding"] for each in json.loads(done.stdout)["meldingen"]] == [each.message for each in found]


def test_check_of_several_reports_in_several_projects(tmp_path: Path) -> None:
    one, two = (project(tmp_path / name, text=f"{{{{ {name} }}}}") for name in ("een", "twee"))
    found = check(*(BuildRequest("proef", "2020-05", folder) for folder in (one, two, one)))
    assert [each.message for each in found] == ["onbekende naam 'een'", "onbekende naam 'twee'"]


def test_a_draft_is_checked_as_one(tmp_path: Path) -> None:
    folder = project(tmp_path, period=PERIOD.replace("totaal: 341", "totaal:"))
    assert check(BuildRequest("proef", "2020-05", folder)).has_errors
    assert not check(BuildRequest("proef", "2020-05", folder, draft=True)).has_errors
