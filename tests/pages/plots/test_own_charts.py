"""A chart of the user's own: who draws it, when that may run, and what is told where it goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rapportage import BuildRequest, build
from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.document import Chart, walk
from rapportage.document.drawing import TextRun, texts
from rapportage.pages.fonts import source_sans
from rapportage.pages.plots import cache, legible, processes, studio
from rapportage.pipeline import BuildResult, trace
from rapportage.pipeline import build as built

DATA = """\
periode: 2020-05
uitgave: {datum: 2020-06-30, status: definitief}
bronnen:
  b: {titel: Verzonnen cijfers, uitgever: Niemand, datum: 2020-06-30}
cijfers:
  woningen:
    titel: Woningen
    eenheid: woningen
    bron: b
    totaal: 60
    naar: {gemeente: {Utrecht: 30, Ede: 20, Assen: 10}}
"""
LAYOUT = """\
titel: Eigen
blokken:
  - grafiek:
      id: g
      titel: Woningen per gemeente
      soort: eigen
      functie: mijn:teken
      cijfers: "{{ woningen }}"
      alternatief: "Van de {{ woningen }} woningen staan er {{ woningen['Utrecht'] }} in Utrecht."
"""
CODE = """\
def teken(axes, figures):
    axes.bar(figures.labels, figures.series[0].numbers)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "project"
    for name, text in (("data/2020-05.yaml", DATA), ("layouts/eigen.yaml", LAYOUT), ("grafieken/mijn.py", CODE)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def codes(findings: Findings) -> list[str]:
    return [finding.code for finding in findings]


def _built(project: Path, *, code: bool = True) -> tuple[BuildResult | None, Findings]:
    findings = Findings()
    return built(BuildRequest("eigen", "2020-05", project, code=code), findings), findings


def _with(project: Path, code: str, *, layout: str = LAYOUT) -> Findings:
    (project / "grafieken" / "mijn.py").write_text(code, encoding="utf-8")
    (project / "layouts" / "eigen.yaml").write_text(layout, encoding="utf-8")
    result, findings = _built(project)
    assert result is None
    return findings


def test_it_is_drawn_with_the_figures_and_told_in_the_words_of_the_user(project: Path) -> None:
    result, findings = _built(project)
    assert result is not None, str(findings)
    [chart] = [block for block in walk(result.document.blocks) if isinstance(block, Chart)]
    assert chart.alternative == "Van de 60 woningen staan er 30 in Utrecht."
    shown = {run.text for run in texts(result.drawings["g"])}
    assert {"Utrecht", "Ede", "Assen", "0", "10", "30"} <= shown
    assert not trace(result, "2020-05").faults


def test_a_number_that_is_not_in_the_figures_is_traced_to_nothing(project: Path) -> None:
    (project / "grafieken" / "mijn.py").write_text(CODE + "    axes.text(0, 5, '4711')\n", encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    assert [fault.code for fault in trace(result, "2020-05").faults] == ["P212"]
    assert [(each.code, "staat 4711," in each.message) for each in findings] == [("T476", True)]
    for command in (["check", "eigen", "2020-05"], ["chart", "eigen", "2020-05", "g", "-o", str(project / "g.svg")]):
        done = CliRunner().invoke(cli, [*command, "--project", str(project), "--code", "--messages", "short"])
        assert "waarschuwing[T476]" in done.stdout + done.stderr


def test_it_does_not_run_without_leave(project: Path) -> None:
    result, findings = _built(project, code=False)
    assert (result, codes(findings)) == (None, ["T472"])
    assert not (project.parent / "cache").exists()


def test_a_project_may_give_leave_itself(project: Path) -> None:
    settings = project / "instellingen.yaml"
    settings.write_text("code: ja\n", encoding="utf-8")
    result, findings = _built(project, code=False)
    assert result is not None, str(findings)
    assert settings in result.read
    settings.write_text("code: misschien\n", encoding="utf-8")
    assert codes(_built(project, code=False)[1]) == ["S108", "T472"]


def test_the_command_has_an_option_for_it(project: Path) -> None:
    for option, outcome in (((), 1), (("--code",), 0)):
        for command in ("build", "check", "trace"):
            done = CliRunner().invoke(cli, [command, "eigen", "2020-05", "--project", str(project), *option])
            assert done.exit_code == outcome, (command, done.stderr)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("def ander(axes, figures): ...\n", "in grafieken/mijn.py is geen functie 'teken'"),
        ("teken = 3\n", "in grafieken/mijn.py is geen functie 'teken'"),
        ("import bestaatniet\n", "in grafieken/mijn.py, regel 1: ModuleNotFoundError: No module named 'bestaatniet'"),
        ("def teken(axes, figures:\n", "in grafieken/mijn.py, regel 1: SyntaxError"),
        ("def teken(axes, figures):\n    x = 1\n    figures.series[7]\n", "regel 3: IndexError"),
        ("def teken(axes): ...\n", "TypeError"),
        ("def teken(axes, figures):\n    axes.set_title('\\u6f22')\n", "Glyph 28450"),
        ("def teken(axes, figures):\n    exit(3)\n", "regel 2: SystemExit: 3"),
        ("class Odd(Exception):\n    def __str__(self): raise self\ndef teken(*_):\n    raise Odd\n", "regel 4: Odd"),
        ("import os\ndef teken(axes, figures):\n    os._exit(3)\n", "is gestopt"),
        ("import matplotlib.pyplot as plt\ndef teken(axes, figures):\n    plt.bar([1], [2])\n", "tekent niets"),
        ("import os\ndef teken(axes, figures):\n    os.kill(os.getpid(), 9)\n", "is gestopt"),
        ("def teken(axes, figures):\n    bytearray(3_000_000_000)\n", "vroeg te veel geheugen"),
        ("def teken(axes, figures):\n    axes.plot(range(60_000), 'o')\n", "meer vormen"),
    ],
)  # fmt: skip
def test_what_goes_wrong_in_it_is_told_with_its_line(project: Path, code: str, told: str) -> None:
    findings = _with(project, code)
    [finding] = list(findings)
    assert told in finding.message
    assert finding.code in ("T473", "T474")
    assert finding.span is not None
    assert finding.span.line == 7


def test_a_module_that_is_not_there_is_told(project: Path) -> None:
    (project / "grafieken" / "mijn.py").unlink()
    result, findings = _built(project)
    assert result is None
    assert [finding.message for finding in findings] == ["er is geen grafieken/mijn.py"]


def test_who_takes_too_long_is_stopped(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "PATIENCE", 3)
    findings = _with(project, "import time\ndef teken(axes, figures):\n    time.sleep(60)\n")
    assert [finding.message for finding in findings] == ["'mijn:teken' duurde te lang en is gestopt"]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("      functie: mijn:teken\n", "", "T407"),
        (LAYOUT.splitlines()[-1], "", "T407"),
        ("mijn:teken", "teken", "T471"),
        ("mijn:teken", "../mijn:teken", "T471"),
        ("mijn:teken", "mijn:teken\n      hoogte: 5", "T471"),
        ("mijn:teken", "mijn:teken\n      hoogte: hoog", "T471"),
        ("soort: eigen", "soort: staaf", "T407"),
    ],
)
def test_what_it_needs_is_asked(project: Path, before: str, after: str, code: str) -> None:
    assert before in LAYOUT
    assert set(codes(_with(project, CODE, layout=LAYOUT.replace(before, after)))) == {code}


def test_a_warm_build_draws_nothing_and_gives_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold, _ = _built(project)
    monkeypatch.setattr(processes, "_started", lambda *_: pytest.fail("a process was started"))
    warm, _ = _built(project)
    assert cold is not None
    assert warm is not None
    assert cold.pdf == warm.pdf


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:], lambda data: b""])
def test_a_spoilt_entry_is_made_anew(project: Path, spoil: object) -> None:
    cold, _ = _built(project)
    [entry] = [path for path in cache.folder().iterdir() if path.is_file()]
    entry.write_bytes(spoil(entry.read_bytes()))  # type: ignore[operator]
    again, _ = _built(project)
    assert cold is not None
    assert again is not None
    assert cold.pdf == again.pdf


@pytest.mark.parametrize("what", ["figures", "code", "height", "code within"])
def test_what_it_rests_on_makes_a_new_drawing(project: Path, what: str) -> None:
    within = project / "grafieken/deel/kleur.py"
    within.parent.mkdir()
    within.write_text("COLOUR = 'red'\n")
    code = f"from deel.kleur import COLOUR\n{CODE.rstrip()[:-1]}, color=COLOUR)\n"
    (project / "grafieken/mijn.py").write_text(code)
    cold, _ = _built(project)
    assert cold is not None
    assert within in cold.read
    if what == "code within":
        within.write_text("COLOUR = 'blue'\n")
    elif what == "figures":
        (project / "data/2020-05.yaml").write_text(DATA.replace("Ede: 20, Assen: 10", "Ede: 10, Assen: 20"))
    elif what == "code":
        (project / "grafieken/mijn.py").write_text(CODE.replace("bar(", "barh("))
    else:
        (project / "layouts/eigen.yaml").write_text(LAYOUT.replace("mijn:teken", "mijn:teken\n      hoogte: 50"))
    _built(project)
    assert len([path for path in cache.folder().iterdir() if path.is_file()]) == 2


def test_without_a_place_to_keep_it_the_report_is_made(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/no")
    result, findings = _built(project)
    assert result is not None, str(findings)


def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "MOST_ENTRIES", 3)
    for number in range(6):
        cache.keep(f"{number}", b"x")
    assert len(list(cache.folder().iterdir())) == 3
    assert cache.kept("5") == b"x"


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_what_is_kept_is_for_the_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "rapportage").mkdir(mode=0o755)
    cache.keep("0", b"x")
    assert cache.folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("axes.text(0.5, 0.5, 'een', transform=axes.transAxes); axes.text(0.5, 0.5, 'twee', transform=axes.transAxes)",
         "'een' en 'twee' staan over elkaar"),
        ("axes.text(0.1, 0.5, 'klein', fontsize=4)", "'klein' is 4 punten groot"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_told(project: Path, line: str, told: str) -> None:
    (project / "grafieken" / "mijn.py").write_text(f"def teken(axes, figures):\n    {line}\n", encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    assert [told in finding.message for finding in findings if finding.code == "T475"] == [True]


def test_what_is_outside_is_refused(project: Path) -> None:
    line = "axes.text(0.98, 0.5, 'een lange tekst', transform=axes.transAxes).set_in_layout(False)"
    [finding] = list(_with(project, f"def teken(axes, figures):\n    {line}\n"))
    assert (finding.code, "'een lange tekst' niet helemaal binnen" in finding.message) == ("T475", True)


def test_a_chart_on_its_own_is_named(project: Path) -> None:
    line = "axes.text(0.98, 0.5, 'een lange tekst', transform=axes.transAxes).set_in_layout(False)"
    (project / "grafieken" / "mijn.py").write_text(f"def teken(axes, figures):\n    {line}\n", encoding="utf-8")
    asked = ["chart", "eigen", "2020-05", "g", "--project", str(project), "--code", "-o", str(project / "g.svg")]
    assert "in de grafiek staat 'een lange tekst' niet helemaal" in CliRunner().invoke(cli, asked).stderr


def test_a_script_may_ask_it(project: Path) -> None:
    report = build(BuildRequest("eigen", "2020-05", project, code=True))
    assert report.pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    "line",
    [
        "os.fork()",
        "os.fork() or time.sleep(30)",
        "threading.Thread(target=time.sleep, args=(30,)).start()",
        "axes.figure.set_size_inches(30, 2)",
        "print('veel'); os.chdir('/')",
    ],
)
def test_what_it_does_besides_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    usual, _ = _built(project)
    monkeypatch.setattr(studio, "PATIENCE", 15)
    (project / "grafieken" / "mijn.py").write_text(f"import os, threading, time\n{CODE}    {line}\n", encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    assert usual is not None
    assert result.pdf == usual.pdf


def test_what_it_began_ends_with_it(project: Path, tmp_path: Path) -> None:
    began = tmp_path / "began"
    line = f"open({str(began)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))"
    (project / "grafieken" / "mijn.py").write_text(f"import subprocess\n{CODE}    {line}\n", encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    status = Path("/proc", began.read_text(), "stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"


def _several(project: Path, lines: Sequence[str]) -> tuple[BuildResult | None, Findings]:
    """A report with a chart for each line, which its function does besides drawing."""
    charts = LAYOUT.partition("blokken:\n")[2]
    layout = [charts.replace("id: g", f"id: g{at}").replace(":teken", f":teken{at}") for at in range(len(lines))]
    (project / "layouts" / "eigen.yaml").write_text("titel: Eigen\nblokken:\n" + "".join(layout), encoding="utf-8")
    functions = [f"{CODE.replace('teken', f'teken{at}')}    {line}\n" for at, line in enumerate(lines)]
    code = "import os, sys, time\nimport matplotlib\n" + "\n".join(functions)
    (project / "grafieken" / "mijn.py").write_text(code, encoding="utf-8")
    return _built(project)


@pytest.mark.parametrize("line", ["os.abort()", "os._exit(3)", "time.sleep(60)", "os.kill(os.getppid(), 9)"])
def test_a_chart_that_ends_badly_loses_only_itself(project: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(studio, "PATIENCE", 15)
    _, findings = _several(project, ["pass", line, "pass", "pass"])
    assert all("mijn:teken1" in finding.message for finding in findings)
    assert len([path for path in cache.folder().iterdir() if path.is_file()]) >= 3


def test_no_chart_sees_what_another_does(project: Path) -> None:
    """Not in its modules, the settings of matplotlib, or chance."""
    usual, _ = _several(project, ["axes.plot(__import__('numpy').random.rand(3))"] * 2)
    spoil = "sys.modules['numpy'].random.rand(9); matplotlib.rcParams['lines.linewidth'] = 9; os.stolen = 1"
    result, findings = _several(
        project, [spoil, "axes.plot(__import__('numpy').random.rand(3)); assert not hasattr(os, 'stolen')"]
    )
    assert usual is not None
    assert result is not None, str(findings)
    assert result.drawings["g1"] == usual.drawings["g1"]


@pytest.mark.skipif(not processes.CAN_COPY, reason="here each chart imports matplotlib itself")
def test_matplotlib_is_imported_once_for_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    started = processes._started
    monkeypatch.setattr(processes, "_started", lambda module, *files: begun.append(module) or started(module, *files))
    result, findings = _several(project, ["pass", "axes.grid()", "axes.invert_yaxis()"])
    assert result is not None, str(findings)
    assert begun == ["copies"]


def test_one_that_was_stopped_is_begun_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    origins: list[subprocess.Popen[bytes]] = []
    started = processes._started

    def stopped(module: str, asked: int, answer: int) -> subprocess.Popen[bytes]:
        origins.append(started(module, asked, answer))
        if len(origins) == 1:
            origins[0].kill()
            origins[0].wait()
        return origins[-1]

    monkeypatch.setattr(processes, "_started", stopped)
    result, findings = _several(project, ["pass", "axes.grid()", "axes.invert_yaxis()"])
    assert len(origins) == 2
    assert result is not None, str(findings)


def test_where_no_process_is_copied_each_is_begun(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied, _ = _built(project)
    monkeypatch.setattr(processes, "CAN_COPY", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "other"))
    anew, findings = _built(project)
    assert copied is not None
    assert anew is not None, str(findings)
    assert anew.pdf == copied.pdf


def test_a_module_in_the_folder_of_the_shell_is_not_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "colorsys.py").write_text("raise OSError\n", encoding="utf-8")
    (project / "grafieken" / "mijn.py").write_text(f"import colorsys\n{CODE}", encoding="utf-8")
    monkeypatch.chdir(project)
    result, findings = _built(project)
    assert result is not None, str(findings)


def test_a_module_with_a_name_of_python_is_told(project: Path) -> None:
    (project / "grafieken" / "numbers.py").write_text(CODE, encoding="utf-8")
    [finding] = list(_with(project, CODE, layout=LAYOUT.replace("mijn:", "numbers:")))
    assert finding.message == "grafieken/numbers.py heet als een module van Python of van een pakket"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("axes.plot([1e-7, 2e-7, 3e-7])", {"0,0000001", "0,0000002", "0,0000003"}),
        ("axes.plot([0, 2]); axes.set_yticks([0, 1, 2, float('nan')])", {"0", "1", "2"}),
        ("axes.loglog([1, 100], [10, 10_000])", {"1", "100", "1.000", "10.000"}),
        ("axes.semilogy([2, 3, 5, 7])", {"2", "3", "4", "6"}),
        ("axes.figure.colorbar(axes.imshow([[1, 2000]], norm='log')); axes.set_axis_off()", {"1", "100", "1.000"}),
    ],
)
def test_axes_are_written_as_the_report_writes(project: Path, line: str, shown: set[str]) -> None:
    (project / "grafieken" / "mijn.py").write_text(f"def teken(axes, figures):\n    {line}\n", encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    assert shown <= {run.text for run in texts(result.drawings["g"])}
    assert not trace(result, "2020-05").faults


def test_a_number_in_a_formula_is_told(project: Path) -> None:
    (project / "grafieken" / "mijn.py").write_text(f"{CODE}    axes.text(0, 5, '$4711$')\n", encoding="utf-8")
    [finding] = list(_built(project)[1])
    assert (finding.code, "'$4711$'" in finding.message) == ("T475", True)


def test_it_does_not_get_what_is_withheld(project: Path, tmp_path: Path) -> None:
    given = tmp_path / "given"
    (project / "data" / "2020-05.yaml").write_text(
        DATA.replace("Ede: 20, Assen: 10", "Ede: 17, Assen: 3, Emmen: 2, Goes: 8"), encoding="utf-8"
    )
    (project / "layouts" / "eigen.yaml").write_text(
        LAYOUT.replace("blokken:", "geheimhouding: {drempel: 5}\nblokken:"), encoding="utf-8"
    )
    (project / "grafieken" / "mijn.py").write_text(
        f"{CODE}    open({str(given)!r}, 'w').write(repr(figures.series))\n", encoding="utf-8"
    )
    result, findings = _built(project)
    assert result is not None, str(findings)
    assert "values=(Decimal('30'), Decimal('17'), None, None, Decimal('8'))" in given.read_text()
    assert "shown=('30', '17', '<5', '<5', '8')" in given.read_text()


def test_code_sees_no_passwords_of_a_build_server(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_TOKEN", "geheim")
    findings = _with(
        project, "import os\ndef teken(axes, figures):\n    raise ValueError(os.environ.get('CI_TOKEN'))\n"
    )
    assert "ValueError: None" in next(iter(findings)).message


@pytest.mark.parametrize("alpha", [1, 0.5])
def test_what_shines_through_says_where_its_colours_are_mixed(project: Path, alpha: float) -> None:
    """ISO 19005-2, 6.2.10; pages without it stay as they were."""
    code = CODE.replace("numbers)", f"numbers, alpha={alpha})")
    (project / "grafieken" / "mijn.py").write_text(code, encoding="utf-8")
    result, findings = _built(project)
    assert result is not None, str(findings)
    with pikepdf.open(BytesIO(result.pdf)) as pdf:
        page = pdf.pages[0].obj
        opacities = {float(state.ca) for state in page.Resources.get("/ExtGState", {}).values()}
        mixed = page.get("/Group", {}).get("/CS")
    assert (opacities, mixed) == (({0.5}, "/DeviceRGB") if alpha == 0.5 else (set(), None))


def test_a_warm_build_does_not_import_matplotlib(project: Path) -> None:
    assert _built(project)[0] is not None
    code = (
        "import sys; from pathlib import Path; from rapportage.diagnostics import Findings; "
        "from rapportage.pipeline import BuildRequest, build; "
        f"assert build(BuildRequest('eigen', '2020-05', Path({str(project)!r}), code=True), Findings()); "
        "print({'matplotlib', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(1, 12)), max_size=25))
def test_texts_over_one_another_are_those_of_all_pairs(places: list[tuple[int, int, int]]) -> None:
    runs = tuple(TextRun(x, y, "x" * count, 8.0) for x, y, count in places)
    boxes = [(run, box) for run in runs if (box := legible._box(run, source_sans()))]
    pairs = [(one, other) for (one, first), (other, second) in combinations(boxes, 2) if legible._meet(first, second)]
    assert list(legible._over_one_another(boxes)) == pairs
