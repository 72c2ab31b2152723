"""The layers hold, and the contracts can fail."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_layers_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("package", "planted", "contract"),
    [
        ("figures", "rapportage.document", "each floor knows only those below it"),
        ("text/language", "rapportage.pages.layout", "each floor knows only those below it"),
        ("proof/tracing", "rapportage.pages.layout", "each floor knows only those below it"),
        ("input/loading", "rapportage.input.specs.read", "within input"),
        ("text/tables", "rapportage.text.charts.plots", "within text"),
        ("pages/layout", "rapportage.pages.pdf", "within pages"),
        ("proof/tracing", "rapportage.proof.comparing", "within proof"),
        ("pages/layout/paragraphs", "rapportage.pages.layout.blocks", "no cycle of packages or modules"),
        ("deliveries", "python_calamine", "calamine belongs to deliveries.reading"),
        ("deliveries", "rapportage.text.language", "each floor knows only those below it"),
        ("diagnostics", "yaml", "PyYAML belongs to input.loading"),
        ("pages/layout", "reportlab", "ReportLab belongs to pages.reportlab"),
        ("text", "highspy", "highspy belongs to proof.disclosure"),
        ("text", "numpy", "numpy belongs to proof.disclosure and pages.plots"),
        ("pages", "matplotlib", "matplotlib belongs to pages.plots"),
        ("cli", "watchfiles", "watchfiles belongs to preview"),
        ("html", "rapportage.preview.watching", "each floor knows only those below it"),
        ("pages/pdf", "pikepdf", "what reads pictures and PDF files belongs to input.images and proof.inspection"),
    ],
)
def test_a_planted_import_is_found(package: str, planted: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "src" / "rapportage" / package / "planted.py").write_text(f"import {planted}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in " ".join(done.stdout.split())  # it breaks long lines


EXACT_SUMS = ("document/drawing", "input/images", "pages")
"""Where lengths are added: what `sum` makes of floats differs since Python 3.12, `fsum` gives the same everywhere."""


def bare_sums(folder: Path) -> list[str]:
    """Every use of the built-in `sum` in what measures and draws."""
    package = folder / "src" / "rapportage"
    parts = [package / part for part in EXACT_SUMS]
    assert all(part.exists() for part in parts)
    files = [file for part in parts for file in (part.rglob("*.py") if part.is_dir() else (part,))]
    return [
        f"{file.relative_to(package)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "sum"
    ]


def test_lengths_are_added_by_fsum() -> None:
    assert bare_sums(ROOT) == []


def test_a_planted_sum_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / "src" / "rapportage" / "pages" / "layout" / "planted.py"
    planted.write_text("def width(parts: list[float]) -> float:\n    return sum(parts)\n")
    assert bare_sums(tmp_path) == ["pages/layout/planted.py:2"]


END_OF_A_COMMAND = (
    "api.py", "cli", "diagnostics", "input/files/delivery.py", "preview/making.py", "proof/checking/acknowledged.py",
)  # fmt: skip
"""Where findings are counted: the exit code, the files that may be written, and what is shown or acknowledged."""


def read_findings(folder: Path) -> list[str]:
    """Every place of another package that asks findings how many or how bad they are.

    A stage says by its value whether it succeeded: a finding that is made twice counts once, so what was added to the
    findings says nothing.
    """
    package = folder / "src" / "rapportage"
    assert all((package / name).exists() for name in END_OF_A_COMMAND)
    ends = [package / name for name in END_OF_A_COMMAND]
    files = [file for file in package.rglob("*.py") if not any(file.is_relative_to(end) for end in ends)]
    return sorted(
        f"{file.relative_to(package)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.expr) and _reads_findings(node)
    )


def _reads_findings(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr="has_errors"):
            return True
        case ast.Attribute(value=inner, attr="items" | "count" | "__len__" | "_seen"):
            return _is_findings(inner)
        case ast.Call(func=ast.Name(id="len" | "bool" | "list" | "tuple" | "any" | "all" | "sum"), args=[first]):
            return _is_findings(first)
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return any(map(_is_findings, ast.iter_child_nodes(node)))
        case ast.IfExp(test=test):
            return _is_findings(test)
    return False


def _is_findings(node: ast.AST) -> bool:
    """Whether an expression is by its name the findings of a run; those that were found apart are so too."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name.endswith("findings")


def test_no_stage_reads_the_findings() -> None:
    assert read_findings(ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "return len(self.text.findings) > before",
        "return findings.count(Severity.ERROR) == before",
        "return project.findings.has_errors",
        "return findings.items[before:]",
        "return not findings",
        "return findings and 1",
        "return 1 if findings else 2",
    ],
)
def test_a_stage_that_reads_the_findings_is_found(line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / "src" / "rapportage" / "text" / "planted.py"
    planted.write_text(f"def went_well():\n    {line}\n")
    assert set(read_findings(tmp_path)) == {"text/planted.py:2"}


OPENERS = frozenset({
    "open", "fdopen", "open_code", "read_bytes", "read_text", "write_bytes", "write_text", "mkstemp",
    "NamedTemporaryFile", "TemporaryFile", "mmap", "copyfile", "copyfileobj", "copy2", "copytree", "move", "glob",
    "rglob", "iterdir", "listdir", "scandir", "unlink", "rename", "rmdir", "rmtree", "mkdir", "makedirs", "touch",
    "chmod", "symlink_to", "hardlink_to", "TTFontFile",
})  # fmt: skip
"""What reads, writes, lists or makes a file, however it is called."""
FILES_OF_OUR_OWN = {
    "proof/parallel.py": {"os.fdopen"},  # a pipe to a copy of ourselves
    "pages/plots/cache.py": {"entry.unlink", "folder().chmod", "folder().iterdir"},  # what we keep ourselves
    "pages/plots/studio.py": {"TemporaryFile"},  # what a process of ours is asked, and what it answers
    "pages/plots/worker.py": {"os.fdopen"},  # a pipe to who asked for a drawing
    "cli/streams.py": {"os.open", "open"},  # the streams of the process itself, and the bit bucket
    "proof/comparing/git_folder.py": {
        "(folder / part).mkdir",
        "os.walk",
        "target.parent.mkdir",
    },  # a git folder in a temporary one
    "proof/comparing/revision.py": {"place.parent.mkdir"},  # idem
    "preview/builder.py": {"os.fdopen", "os.open"},  # pipes to the server and to a copy, and the bit bucket
    "preview/server.py": {
        "(files('rapportage.preview') / 'client').iterdir",
        "each.read_bytes",  # of our own package
        "'open'",
        "self.server.editor.open",  # what a click asks, and who answers it
    },
    "pages/reportlab.py": {"TTFontFile"},  # of bytes, which `fonts.face` gives it
    "pages/pdf/write.py": {"Path(__file__).with_name('srgb.icc').read_bytes"},  # of our own package
    "html/styles.py": {"SHEET.read_text"},  # of our own package
    "pages/fonts/family.py": {"files[role].read_bytes"},  # of a package
    "pages/layout/paragraphs/hyphenation.py": {"LANGUAGES[name].read_bytes"},  # of a package
    "input/new_project/files.py": {
        "files('rapportage.input.new_project').joinpath('project', name).read_text"
    },  # of our own package
    "input/boundaries/outlines.py": {
        "files('rapportage.input.boundaries').joinpath('shipped', f'{name}.topojson').read_bytes"
    },  # of our own package
}
"""Everything else goes through `rapportage.input.files`, which keeps to the project."""
NO_FILES = {
    "deliveries/fetching.py": {"self._opener.open"},  # an address
    "deliveries/reading/packages.py": {"package.open"},  # a part of a package in memory
    "input/specs/spec.py": {"how.open", "open"},
    "cli/preview.py": {"webbrowser.open"},  # an address
    "proof/inspection/content.py": {"part.read_bytes", "contents.read_bytes"},
    "input/images/whole.py": {"stream.read_bytes"},
    "proof/inspection/attachments.py": {"stream.read_bytes"},  # streams of a PDF that was opened
    "proof/inspection/besides.py": {"each.read_bytes"},
    "proof/inspection/difference.py": {
        "page.Contents.read_bytes", "each.EF.F.read_bytes", "old.Root.Metadata.read_bytes",
        "new.Root.Metadata.read_bytes",
    },
    "proof/inspection/tounicode.py": {"to_unicode.read_bytes"},
}  # fmt: skip


def openers(module: str, source: str) -> list[str]:
    """Every mention of what opens, lists or makes a file in the source of a module; of bytes in memory is none."""
    nodes = list(ast.walk(ast.parse(source)))
    calls = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    of_memory = {id(call.func) for call in calls if ast.unparse(call.args[0]).startswith("BytesIO(")}
    allowed = FILES_OF_OUR_OWN.get(module, set()) | NO_FILES.get(module, set())
    found = []
    for node in nodes:
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name) | ast.Constant(value=name):
                said = ast.unparse(node)
                if (name in OPENERS or said == "os.walk") and id(node) not in of_memory and said not in allowed:
                    found.append(f"{module}: {said}")
    return found


def test_nobody_opens_a_file_beside_the_one_rule() -> None:
    package = ROOT / "src" / "rapportage"
    sources = {file.relative_to(package).as_posix(): file.read_text(encoding="utf-8") for file in package.rglob("*.py")}
    assert len(sources) > 300
    assert [
        each for name in sorted(sources) if not name.startswith("input/files/") for each in openers(name, sources[name])
    ] == []
    for name, calls in {**FILES_OF_OUR_OWN, **NO_FILES}.items():
        source = ast.unparse(ast.parse(sources[name]))
        assert [call for call in calls if call not in source] == [], name


@pytest.mark.parametrize(
    "code",
    [
        "path.read_bytes()",
        "open(path)",
        "read = path.open",
        "os.open(path, 0)",
        "io.open(path)",
        "pikepdf.open(path)",
        "Image.open(path)",
        "path.parent.glob('*')",
        "from shutil import copyfile as taken",
        "os.scandir(path)",
        "getattr(path, 'read_bytes')()",
        "__import__('os').fdopen(3)",
        "TTFontFile('letter.ttf')",
    ],
)
def test_a_planted_opening_is_found(code: str) -> None:
    assert len(openers("pages/layout/planted.py", code)) == 1
