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
        ("layout", "rapportage.specs.read", "who may know specs"),
        (
            "document",
            "rapportage.words.numbers",
            "who may know words",
        ),
        ("layout", "rapportage.attachments", "who may know attachments"),
        ("words", "rapportage.cube.build", "each stage knows only those before it"),
        ("diagnostics", "yaml", "PyYAML is at home in loading"),
        ("layout", "reportlab", "ReportLab is at home in fonts"),
        ("resolve", "highspy", "highspy and numpy are at home in disclosure"),
        ("pdf", "pikepdf", "pikepdf is at home in inspection and images"),
    ],
)
def test_a_planted_import_is_found(package: str, planted: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "src" / "rapportage" / package / "planted.py").write_text(f"import {planted}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in " ".join(done.stdout.split())  # it breaks long lines


EXACT_SUMS = ("charts", "drawing", "fonts", "images", "layout", "pdf", "theme", "house_style.py", "single.py")
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
    planted = tmp_path / "src" / "rapportage" / "layout" / "planted.py"
    planted.write_text("def width(parts: list[float]) -> float:\n    return sum(parts)\n")
    assert bare_sums(tmp_path) == ["layout/planted.py:2"]


END_OF_A_COMMAND = ("cli", "diagnostics")
"""Where findings are counted: the exit code, the files that may be written, and what is shown."""


def read_findings(folder: Path) -> list[str]:
    """Every place of another package that asks findings how many or how bad they are.

    A stage says by its value whether it succeeded: a finding that is made twice counts once, so what was added to the
    findings says nothing.
    """
    package = folder / "src" / "rapportage"
    assert all((package / name).is_dir() for name in END_OF_A_COMMAND)
    files = [file for file in package.rglob("*.py") if file.relative_to(package).parts[0] not in END_OF_A_COMMAND]
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
    planted = tmp_path / "src" / "rapportage" / "resolve" / "planted.py"
    planted.write_text(f"def went_well():\n    {line}\n")
    assert set(read_findings(tmp_path)) == {"resolve/planted.py:2"}
