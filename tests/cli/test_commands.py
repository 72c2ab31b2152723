"""The commands as a user runs them."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rapportage.cli import main
from tests.faults import ROOT, project

HEAVY = ("yaml", "jinja2", "pikepdf", "reportlab", "markdown_it", "pyphen")


def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rapportage", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_main_job(tmp_path: Path) -> None:
    output = tmp_path / "uit.pdf"
    done = run("build", "kerncijfers", "2020-05", "--output", output)
    assert (done.returncode, done.stdout) == (0, "")
    assert "4 pagina's, 180 cijfers, 0 waarschuwingen" in done.stderr
    assert output.read_bytes().startswith(b"%PDF-1.7")
    assert stat.S_IMODE(output.stat().st_mode) == 0o644


def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "nl_NL.UTF-8"},
    )
    files = []
    for number, environment in enumerate(surroundings):
        output = tmp_path / f"{number}.pdf"
        run("build", "kerncijfers", "2020-05", "-o", output, **environment)
        files.append(output.read_bytes())
    assert files[0] == files[1]


def test_the_default_output(tmp_path: Path) -> None:
    project(tmp_path)
    assert run("build", "proef", "2020-05", "--project", tmp_path).returncode == 0
    assert (tmp_path / "build" / "proef-2020-05.pdf").is_file()


def test_the_own_folder_is_made_also_when_it_is_named(tmp_path: Path) -> None:
    project(tmp_path)
    done = run("build", "proef", "2020-05", "--output", "build/uit.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "build" / "uit.pdf").is_file()


def test_paths_instead_of_names(tmp_path: Path) -> None:
    project(tmp_path)
    done = run("build", "layouts/proef.yaml", "data/2020-05.yaml", "-o", "uit.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "uit.pdf").is_file()


def test_faults_touch_no_file(tmp_path: Path) -> None:
    project(tmp_path, text="{{ niets }} {{ ook_niets }}")
    output = tmp_path / "uit.pdf"
    output.write_bytes(b"van gisteren")
    done = run("build", "proef", "2020-05", "-o", output, cwd=tmp_path)
    assert done.returncode == 1
    assert output.read_bytes() == b"van gisteren"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert "layouts/proef.yaml:7:10: fout[T105] onbekende naam 'niets'" in done.stderr
    assert "2 fouten" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_shapes_of_findings(tmp_path: Path) -> None:
    project(tmp_path, text="{{ niets }}")
    short = run("check", "proef", "2020-05", "--messages", "short", cwd=tmp_path)
    assert short.stderr.splitlines()[-1].startswith("layouts/proef.yaml:7:10: fout[T105]")
    found = json.loads(run("check", "proef", "2020-05", "--format", "json", cwd=tmp_path).stdout)
    assert found["fouten"] == 1
    assert found["meldingen"][0]["regel"] == 7


def test_check_makes_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run("check", "proef", "2020-05", cwd=tmp_path).returncode == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_a_warning_becomes_an_error_when_strict(tmp_path: Path) -> None:
    project(tmp_path, text="Geen cijfer.")
    layout = tmp_path / "layouts" / "proef.yaml"
    layout.write_text(layout.read_text() + "  - bronvermelding\n")
    assert run("check", "proef", "2020-05", cwd=tmp_path).returncode == 0
    assert run("check", "proef", "2020-05", "--strict", cwd=tmp_path).returncode == 1
    assert run("build", "proef", "2020-05", "--strict", "-o", "uit.pdf", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "kerncijfers"], "er ontbreekt iets: PERIODE"),
        (["build", "kerncijfers", "2020-05", "--outptu", "x"], "bedoelt u '--output'?"),
        (["new", "2020-07", "--xyz"], "de optie --xyz bestaat niet; er is: --project, --van\n"),
        (["bulid"], "bedoelt u 'build'?"),
        (["check", "kerncijfers", "2020-05", "--format", "xml"], "long, short, json"),
        (["check", "kerncijfers", "2020-05", "--project", "/bestaat/niet"], "--project"),
        (["build", "kerncijfers", "2020-05", "nog", "iets"], "te veel"),
        (["check", "kerncijfers", "2020-05", "nog"], "noem bij elke lay-out een periode"),
        (["check", "kerncijfers", "2020-05", "--strict=1"], "achter de optie --strict hoort geen waarde"),
        (["check", "kerncijfers", "2020-05", "--peildatum"], "achter de optie --peildatum hoort een waarde"),
    ],
)
def test_wrong_use(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Gebruik: rapportage" in done.stderr
    assert not any(english in done.stderr for english in ("Usage", "Error", "Missing", "No such"))


def test_output_that_can_not_be_written(tmp_path: Path) -> None:
    assert "P101" in run("build", "kerncijfers", "2020-05", "-o", tmp_path / "weg" / "uit.pdf").stderr
    assert "P102" in run("build", "kerncijfers", "2020-05", "-o", tmp_path).stderr
    assert run("build", "kerncijfers", "2020-05", "-o", tmp_path).returncode == 1


def test_faults_of_input_and_output_in_one_run(tmp_path: Path) -> None:
    project(tmp_path, text="{{ niets }}")
    done = run("build", "proef", "2020-05", "-o", "weg/uit.pdf", cwd=tmp_path)
    assert done.returncode == 1
    assert "T105" in done.stderr
    assert "P101" in done.stderr


def test_the_summary_is_given_once(tmp_path: Path) -> None:
    project(tmp_path, text="{{ niets }}")
    assert run("check", "proef", "2020-05", cwd=tmp_path).stderr.count("1 fout\n") == 1
    assert run("check", "kerncijfers", "2020-05").stderr.splitlines()[:-1] == ["geen fouten"]


def test_a_wrong_reference_day() -> None:
    done = run("check", "kerncijfers", "2020-05", "--peildatum", "gisteren")
    assert done.returncode == 1
    assert "U103" in done.stderr


def test_two_builds_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    output = tmp_path / "uit.pdf"
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: run("build", "kerncijfers", "2020-05", "-o", output), range(2)))
    assert [each.returncode for each in done] == [0, 0]
    assert output.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir()] == ["uit.pdf"]


def test_a_report_without_such_a_picture_loads_no_reader_of_svg(tmp_path: Path) -> None:
    """What a report does not need, it does not wait for: the reader of SVG took a tenth of the time to start."""
    code = (
        "import sys; from pathlib import Path; from rapportage.diagnostics import Findings; "
        "from rapportage.pipeline import BuildRequest, build; "
        "assert build(BuildRequest('kerncijfers', '2020-05', Path()), Findings()); "
        "print([name for name in ('rapportage.input.images.svg.reader', 'matplotlib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_help_is_dutch_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['rapportage', '--help']\n"
        "from rapportage.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")
    for word in ("Gebruik:", "Opties:", "Opdrachten:", "Toont deze uitleg."):
        assert word in done.stdout
    assert "..." not in done.stdout  # no sentence is cut short
    for command in ("build", "check", "chart", "inspect"):
        text = run(command, "--help").stdout
        assert "Gebruik: rapportage" in text
        assert "Options" not in text
        assert "required" not in text


def test_without_arguments_it_explains_itself() -> None:
    assert run().stdout == run("--help").stdout


@pytest.mark.parametrize("arguments", [["--help"], ["check", "kerncijfers", "2020-99", "--messages", "json"]])
def test_a_reader_that_left_is_no_fault_of_the_input(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "rapportage", *arguments]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("command", ["trace", "check"])
def test_a_full_disk_is_no_fault_of_ours(command: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    arguments = [sys.executable, "-m", "rapportage", command, "proef", "2020-05", "--format", "json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
        both = subprocess.run(arguments, stdout=full, stderr=full, cwd=root, check=False)
    told = "fout: het resultaat kan niet worden gelezen of geschreven: er is geen ruimte meer\n"
    assert (done.returncode, done.stderr) == (1, told)
    assert both.returncode == 1


@pytest.mark.parametrize(
    ("command", "suffix"),
    [(("build", "proef", "2020-05"), ".pdf"), (("trace", "proef", "2020-05"), ".html"), (("build", "LANG", "x"), "")],
)
def test_a_name_that_is_too_long(command: tuple[str, ...], suffix: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    arguments = [part.replace("LANG", "a" * 300) for part in command]
    output = ["-o", f"{'a' * 260}{suffix}"] if suffix else []
    done = run(*arguments, *output, cwd=root)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False), done.stderr
    assert ("P103" in done.stderr) == bool(suffix)
    done = run("build", "proef", "2020-05", "-o", f"{'a' * 251}.pdf", cwd=root)  # as long as it may be
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("raised", "code", "words"), [(KeyboardInterrupt(), 130, ""), (ZeroDivisionError(), 4, "fout in rapportage zelf")]
)
def test_an_interrupt_and_a_fault_of_ours(
    raised: BaseException,
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(path: Path) -> str:
        raise raised

    monkeypatch.setattr("rapportage.proof.inspection.inspect", broken)
    monkeypatch.setattr(sys, "argv", ["rapportage", "inspect", "uit.pdf"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == code
    assert words in (shown := capsys.readouterr().err)
    assert ("Traceback" in shown) == (code == 4)


def test_inspect(tmp_path: Path) -> None:
    output = tmp_path / "uit.pdf"
    run("build", "kerncijfers", "2020-05", "-o", output)
    shown = run("inspect", output).stdout
    assert "PDF/UA-1, PDF/A-2a" in shown
    assert "Kerncijfers asiel en migratie, mei 2020" in shown
    (tmp_path / "geen.pdf").write_text("geen pdf")
    done = run("inspect", tmp_path / "geen.pdf")
    assert (done.returncode, "U101" in done.stderr) == (1, True)


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".pdf", b"%PDF-1.7")])
def test_one_chart_by_itself(tmp_path: Path, suffix: str, start: bytes) -> None:
    output = tmp_path / f"grafiek{suffix}"
    done = run("chart", "kerncijfers", "2020-05", "per-maand", "--output", output)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert output.read_bytes().startswith(start)


def test_a_chart_that_is_not_there(tmp_path: Path) -> None:
    done = run("chart", "kerncijfers", "2020-05", "per-mand", "--output", tmp_path / "g.svg")
    assert done.returncode == 1
    assert "bedoelt u 'per-maand'?" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_chart_in_a_form_that_is_not_there(tmp_path: Path) -> None:
    done = run("chart", "kerncijfers", "2020-05", "per-maand", "--output", tmp_path / "g.jpg")
    assert done.returncode == 2
    assert "eindigt niet op .svg, .png of .pdf" in done.stderr


def test_a_chart_alone_refers_to_nothing(tmp_path: Path) -> None:
    figures = 'soort: liggende staaf, cijfers: "{{ aanvragen | top(2) }}"'
    layout = (
        "titel: Proef\nblokken:\n  - kop: {tekst: Vraag, id: v}\n"
        f'  - grafiek: {{id: g, titel: "Zie [](#v) op [pagina](#v)", {figures}}}\n'
    )
    root = project(tmp_path, layout=layout)
    done = run("chart", "proef", "2020-05", "g", "--project", root, "--output", tmp_path / "g.pdf")
    assert (done.returncode, done.stderr) == (0, "")


def test_trace_on_the_screen_and_in_a_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    done = run("trace", "proef", "2020-05", "--project", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "341 = 341: Aanvragen" in done.stdout
    assert "data/2020-05.yaml:10 | IND, Asielinstroom in mei 2020 (24 juni 2020)" in done.stdout
    done = run("trace", "proef", "2020-05", "--project", root, "--format", "json", "-o", tmp_path / "t.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["versie"] == 1


def test_trace_of_a_file_that_says_something_else(tmp_path: Path) -> None:
    root = project(tmp_path)
    run("build", "proef", "2020-05", "--project", root, "-o", tmp_path / "uit.pdf")
    assert run("trace", tmp_path / "uit.pdf", "proef", "2020-05", "--project", root).returncode == 0
    project(tmp_path, text="Er waren er {{ aanvragen }}.")
    done = run("trace", tmp_path / "uit.pdf", "proef", "2020-05", "--project", root)
    assert (done.returncode, "fout[P211] pagina 1, zin: er staat" in done.stderr) == (3, True)
    assert "P211" in done.stdout
    done = run("trace", tmp_path / "weg.pdf", "proef", "2020-05", "--project", root)
    assert (done.returncode, "U101" in done.stderr, done.stdout) == (1, True, "")
    assert run("trace", "proef").returncode == 2


@pytest.mark.parametrize("name", ["data/2020-05.yaml", "layouts/proef.yaml", "uit"])
def test_a_build_is_written_to_a_name_of_its_form_only(tmp_path: Path, name: str) -> None:
    root = project(tmp_path)
    before = (root / name).read_bytes() if (root / name).exists() else None
    done = run("build", "proef", "2020-05", "--output", name, cwd=root)
    assert (done.returncode, "eindigt niet op .pdf of .html" in done.stderr) == (2, True)
    assert ((root / name).read_bytes() if (root / name).exists() else None) == before


def test_nothing_is_written_over_what_it_is_made_of(tmp_path: Path) -> None:
    """Also not by another name of the same file."""
    shape = '<rect width="400" height="200" fill="#123456"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">{shape}</svg>'
    chart = '  - grafiek: {id: g, titel: G, soort: liggende staaf, cijfers: "{{ aanvragen | top(2) }}"}\n'
    image = "  - afbeelding: {bestand: b.svg, titel: B, alternatief: Een blauw vlak}\n"
    root = project(tmp_path, layout=f"titel: Proef\nblokken:\n{chart}{image}")
    (root / "b.svg").write_text(svg, encoding="utf-8")
    (root / "c.svg").symlink_to(root / "b.svg")
    (root / "layouts" / "proef.yaml").rename(root / "proef.pdf")
    for output in ("b.svg", "c.svg"):
        done = run("chart", "./proef.pdf", "2020-05", "g", "--output", output, cwd=root)
        assert (done.returncode, "P105" in done.stderr) == (1, True), done.stderr
    assert (root / "b.svg").read_text(encoding="utf-8") == svg
    done = run("build", "./proef.pdf", "2020-05", "--output", "proef.pdf", cwd=root)
    assert (done.returncode, "P105" in done.stderr) == (1, True), done.stderr
