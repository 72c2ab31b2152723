"""The handbook and the code say the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.diagnostics.codes import CODES
from rapportage.document import Chart, Document, Paragraph, plain_text, walk
from rapportage.document.chart_kinds import BY_WORD, MOST_SERIES, FormName
from rapportage.input.loading import load_bytes
from rapportage.input.schema.explained import KEYS, TITLES
from rapportage.input.schema.kinds import FILE_KINDS
from rapportage.input.specs.layout import _BARE, _MODELS, LayoutSpec
from rapportage.input.specs.period import Edition, SeriesSpec
from rapportage.input.specs.read import read_period_file
from rapportage.pages.charts import colours_needed
from rapportage.pages.house_style import MOST_COLOURS
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, build, compose
from rapportage.text.language.filters.filters import FILTERS, FUNCTIONS
from tests.faults import ROOT, samples
from tests.key_reference import key_reference

HANDBOOK = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def test_every_code_is_in_the_handbook() -> None:
    assert dict(re.findall(r"^\| ([A-Z]\d{3}) \| (.*) \|$", HANDBOOK, re.MULTILINE)) == CODES


def test_every_key_filter_and_block_is_in_the_handbook() -> None:
    words = set(re.findall(r"[\w-]+", HANDBOOK))
    known = [*FILTERS, *FUNCTIONS, *_BARE, *_MODELS, *LayoutSpec.keys(), *Edition.keys(), *SeriesSpec.keys()]
    assert [word for word in known if word not in words] == []


HELP = "## Uitleg van elke opdracht\n"
"""The last chapter of the handbook: what `--help` says, of the whole and of every command."""


def test_the_help_of_every_command_is_in_the_handbook(request: pytest.FixtureRequest) -> None:
    chapter = f"{HELP}\nDit toont `rapportage --help`, en `--help` achter elke opdracht.\n"
    for command in ("", *sorted(cli.commands)):
        shown = CliRunner().invoke(cli, [*command.split(), "--help"], prog_name="rapportage", terminal_width=80).output
        assert "Gebruik: rapportage" in shown
        chapter += f"\n### {'rapportage ' + command}\n".replace(" \n", "\n") + f"\n```text\n{shown}```\n"
    path = ROOT / "docs" / "handleiding.md"
    if request.config.getoption("--update-golden"):
        path.write_text(path.read_text(encoding="utf-8").partition(HELP)[0] + chapter, encoding="utf-8")
    before, _, found = path.read_text(encoding="utf-8").partition(HELP)
    assert HELP + found == chapter
    assert before.endswith("\n\n")


def test_the_reference_of_all_keys_is_that_of_the_specs(request: pytest.FixtureRequest) -> None:
    path, made = ROOT / "docs" / "sleutels.md", key_reference()
    if request.config.getoption("--update-golden"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made
    titles = re.findall(r"^### (.*)$", made, re.MULTILINE)
    assert len(set(titles)) == len(titles)
    asked = {title for model, title in TITLES.items() if model in KEYS} - {
        kind.title.split()[0].lower() for kind in FILE_KINDS
    }
    assert {title.lower() for title in titles} >= asked


def test_every_block_is_in_the_table_of_blocks() -> None:
    table = HANDBOOK.partition("| blok | voorbeeld |")[2].partition("\n\n")[0]
    named = {name for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) for name in row.split(", ")}
    assert {*_BARE, *_MODELS} - named == set()


def test_the_dependencies_are_explained() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("dependencies = [")[1].split("]")[0]
    names = re.findall(r'"([A-Za-z0-9-]+)', block)
    assert [name for name in names if f"| {name} |" not in text] == []


# --- Examples that work ---------------------------------------------------------------------------------

EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", HANDBOOK, re.MULTILINE | re.DOTALL)
BLOCKS = [example for example in EXAMPLES if example.startswith("- ")]
CHARTS = [example for example in BLOCKS if example.startswith("- grafiek:")]
_ROW = re.compile(r"^\| (?:`[^|]*` \| [^|]* \| )?`(\{[{%].*?[}%]\})` \| (?:[^|`]* \| )?([^|]*) \|$", re.MULTILINE)
ROWS = _ROW.findall(HANDBOOK.replace(r"\|", "¦"))
"""An expression of a table and what it gives in the samples."""
SHAPE = '<rect width="40" height="20" fill="#123456"/>'
PICTURE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{SHAPE}</svg>'


def composed(folder: Path, layout: str, period: str = "2020-05") -> Document:
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", period, folder), findings)
    # An example stands by itself: that a figure is old, or typed, is no fault of the manual.
    assert [f"{item.code} {item.message}" for item in findings if not item.code.startswith("T5")] == []
    assert document is not None
    return document


def titled(blocks: str) -> str:
    return f"titel: Proef\nblokken:\n  - kop: Proef\n{blocks}"


def indented(example: str) -> str:
    return "".join(f"  {line}\n" for line in example.splitlines())


def test_every_expression_of_a_table_gives_what_the_handbook_says(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    told: dict[str, list[tuple[str, str]]] = {}
    assert len(ROWS) == len(FILTERS) + len(FUNCTIONS) + 21
    for expression, result in ROWS:
        period, _, words = result.rpartition(": ") if result.startswith("2020-H1: ") else ("2020-05", "", result)
        told.setdefault(period, []).append((expression.replace("¦", "|"), words))
    assert set(told) == {"2020-05", "2020-H1"}
    for period, pairs in told.items():
        texts = "".join(f"  - tekst: |\n      Er is {expression} geteld.\n" for expression, _ in pairs)
        found = [
            plain_text(block.content).replace("\N{NO-BREAK SPACE}", " ")
            for block in walk(composed(folder, titled(texts), period).blocks)
            if isinstance(block, Paragraph)
        ]
        shown = [text.removeprefix("Er is ").removesuffix(" geteld.") for text in found if text.startswith("Er is ")]
        assert list(zip([pair[0] for pair in pairs], shown, strict=True)) == pairs


def test_every_filter_and_function_has_a_line_with_an_example() -> None:
    shown = [expression for expression, _ in ROWS]
    assert [name for name in FILTERS if not any(re.search(rf"¦ {name}\b", each) for each in shown)] == []
    assert [name for name in FUNCTIONS if not any(re.search(rf"[{{%] (if )?{name}\(", each) for each in shown)] == []


@pytest.mark.parametrize("example", CHARTS, ids=lambda text: re.sub(r"\W+", "-", text[10:60]))
def test_every_example_of_a_chart_is_complete(tmp_path: Path, example: str) -> None:
    folder = samples(tmp_path)
    (folder / "layouts" / "proef.yaml").write_text(titled(indented(example)), encoding="utf-8")
    findings = Findings()
    assert build(BuildRequest("proef", "2020-05", folder), findings) is not None
    assert [item.message for item in findings] == []


def test_every_kind_and_form_of_chart_has_an_example() -> None:
    kinds = re.findall(r"^    soort: (.*)$", "\n".join(CHARTS), re.MULTILINE)
    assert set(kinds) == {word for word, kind in BY_WORD.items() if not kind.is_own}
    forms = set(get_args(FormName)) - {"naast elkaar"}
    assert all(re.search(rf"vorm: (\w+ +# of )?{form}", "\n".join(CHARTS)) for form in forms)


def test_all_examples_of_blocks_stand_in_one_report(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    (folder / "afbeeldingen").mkdir()
    blocks = "".join(map(indented, BLOCKS)).replace("kaart.png", "kaart.svg")
    (folder / "afbeeldingen" / "kaart.svg").write_text(PICTURE, encoding="utf-8")
    compared = next(example for example in EXAMPLES if "vergelijking:" in example)
    rows = '    rijen: [{kop: Instroom, cijfer: "{{ instroom }}"}]\n'
    table = f"- tabel:\n    titel: Vergeleken\n    rijkop: Soort\n{rows}{compared}"
    document = composed(folder, titled(blocks + indented(table)))
    charts = [block for block in walk(document.blocks) if isinstance(block, Chart)]
    assert max(colours_needed(chart, default_theme().chart_colours) for chart in charts) <= MOST_SERIES


def test_the_example_of_a_layout_and_of_a_period_file(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    layout = next(example for example in EXAMPLES if example.startswith("titel:"))
    terms = next(example for example in EXAMPLES if example.startswith("begrippen:"))
    composed(folder, layout)
    composed(folder, f"{terms}{layout}  - begrippenlijst\n  - afkortingenlijst\n")
    file = next(example for example in EXAMPLES if example.startswith("periode:"))
    findings = Findings()
    root = load_bytes(file.encode(), "data/2020-05.yaml", findings)
    assert root is not None
    file = read_period_file(root, findings)
    assert file is not None
    assert file.is_sound
    assert len(findings) == 0


def test_the_examples_of_a_house_style(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    (folder / "huisstijlen").mkdir()
    (folder / "afbeeldingen").mkdir()
    (folder / "afbeeldingen" / "logo.svg").write_text(PICTURE, encoding="utf-8")
    style = next(example for example in EXAMPLES if example.startswith("kleuren:"))
    files = next(example for example in EXAMPLES if example.startswith("lettertypen:"))
    logo = files[files.index("logo:") :]
    for name in ("kerncijfers", "grafieken"):
        path = folder / "layouts" / f"{name}.yaml"
        path.write_text("huisstijl: provincie\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        for text in (style, style + logo):
            (folder / "huisstijlen" / "provincie.yaml").write_text(text, encoding="utf-8")
            findings = Findings()
            assert build(BuildRequest(name, "2020-05", folder), findings) is not None
            assert [item.message for item in findings if item.code != "H109"] == []  # these have no cover
    (folder / "huisstijlen" / "provincie.yaml").write_text(files, encoding="utf-8")
    findings = Findings()
    build(BuildRequest("kerncijfers", "2020-05", folder), findings)
    assert [item.code for item in findings] == ["H106"] * 4 + ["H109"]  # right keys; the files are for the user
    assert "Zes is altijd\n  genoeg" in HANDBOOK
    assert MOST_COLOURS == MOST_SERIES == 6


@pytest.mark.parametrize("name", ["README.md", "docs/handleiding.md"])
def test_the_commands_of_the_docs_work(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, in the folder of the project. Of one that follows the pen only the first time."""
    monkeypatch.chdir(samples(tmp_path))
    monkeypatch.setattr("rapportage.preview.watching.watch", lambda folder, **_: iter([frozenset({folder})]))
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = [line.partition("#")[0] for line in re.findall(r"^    rapportage (.*)$", text, re.MULTILINE)]
    assert len(commands) > 2
    for command in commands:
        done = CliRunner().invoke(cli, shlex.split(command))
        assert done.exit_code == 0, f"{command}: {done.output}"
    asked = set(re.findall(r"\w+", (tmp_path / "layouts" / "kerncijfers.yaml").read_text(encoding="utf-8")))
    may, july = (set(_series(tmp_path / "data" / f"2020-{month}.yaml")) for month in ("05", "07"))
    assert july >= asked & may
    assert {"vertrek", "aandeel_veilig_land"} <= asked & may


def _series(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8").partition("\ncijfers:\n")[2]
    return re.findall(r"^  (\w+):$", text, re.MULTILINE)


def test_every_file_that_the_architecture_names_is_there() -> None:
    """By its path from the root or the package, or by its name in the room that the text is about."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/.-]+\.(?:py|pyi|md|toml|yaml))`", text))
    assert len(named) > 60
    package = ROOT / "src" / "rapportage"
    names = {path.name for path in package.rglob("*.py*")}
    missing = [
        each
        for each in sorted(named)
        if not any((top / each).exists() for top in (ROOT, package, ROOT / "docs"))
        and not ("/" not in each and each in names)
    ]
    assert missing == []
