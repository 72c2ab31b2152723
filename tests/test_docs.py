"""The handbook and the code say the same."""

from __future__ import annotations

import re

from rapportage.diagnostics.codes import CODES
from rapportage.resolve.filters import FILTERS, FUNCTIONS
from rapportage.specs.layout import _BARE, _MODELS, LayoutSpec
from rapportage.specs.period import Edition, SeriesSpec
from tests.faults import ROOT

HANDBOOK = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def test_every_code_is_in_the_handbook() -> None:
    assert dict(re.findall(r"^\| ([A-Z]\d{3}) \| (.*) \|$", HANDBOOK, re.MULTILINE)) == CODES


def test_every_key_filter_and_block_is_in_the_handbook() -> None:
    words = set(re.findall(r"[\w-]+", HANDBOOK))
    known = [*FILTERS, *FUNCTIONS, *_BARE, *_MODELS, *LayoutSpec.keys(), *Edition.keys(), *SeriesSpec.keys()]
    assert [word for word in known if word not in words] == []


def test_the_dependencies_are_explained() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("dependencies = [")[1].split("]")[0]
    names = re.findall(r'"([A-Za-z0-9-]+)', block)
    assert [name for name in names if f"| {name} |" not in text] == []
