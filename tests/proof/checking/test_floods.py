"""What has one cause is said once: many series of one title, two that seldom agree, what nothing uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from rapportage.proof.checking.figures.namesakes import FEW
from tests.proof.checking.test_data import HEAD, series

SOURCES = HEAD.replace("cijfers:", "  cbs: {{titel: Instroom, uitgever: CBS, datum: {source}}}\ncijfers:")


def said(folder: Path, files: dict[str, str], *codes: str) -> list[str]:
    """The messages of these codes."""
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    for period, text in files.items():
        whole = SOURCES.format(period=period, date="2021-12-31", source="2021-12-31", series=text)
        (folder / "data" / f"{period}.yaml").write_text(whole, "utf-8")
    findings = Findings()
    check([], folder, findings)
    return [f"{each.code} {each.span}: {each.message}" for each in findings if each.code in codes]


def titled(count: int, value: int = 0) -> str:
    """So many series of one title, each with another value, or all with `value`."""
    return "\n".join(
        series(f"r{number}", f"    totaal: {value or 100 + number}").replace(f"titel: r{number}", "titel: Instroom")
        for number in range(count)
    )


@pytest.mark.parametrize("count", [2, 3, FEW, FEW + 1, 120])
def test_series_of_one_title_are_one_line_that_names_them(count: int, tmp_path: Path) -> None:
    (line,) = said(tmp_path, {"2020-01": titled(count)}, "C310")
    assert f"{count} reeksen heten 'Instroom'" in line
    assert "r0" in line
    assert "r1" in line
    assert ("en nog 108" in line) == (count == 120)
    assert said(tmp_path, {"2020-01": titled(count, value=100)}, "C310") == []


def two_sources(apart: int, months: int = 9) -> str:
    """Two series of one title and two sources that differ in so many months."""
    past = [f"2019-{month:02}: {1000 + month}" for month in range(1, months + 1)]
    other = [f"{each[:7]}: {1000 + 50 * month}" if month < apart else each for month, each in enumerate(past)]
    lines = [series(name, f"    reeks: {{{', '.join(each)}}}") for name, each in (("a", past), ("b", other))]
    return "\n".join(lines).replace("titel: b", "titel: a").replace("    bron: ind", "    bron: cbs", 1)


@pytest.mark.parametrize(("apart", "lines"), [(0, 0), (1, 1), (2, 2), (4, 4), (6, 1), (9, 1)])
def test_two_sources_that_differ_now_and_then_are_told_at_each_place(apart: int, lines: int, tmp_path: Path) -> None:
    found = said(tmp_path, {"2020-01": two_sources(apart)}, "C310")
    assert len(found) == lines
    if apart > 4:
        assert f"zeggen bij {apart} van 9 cijfers iets anders" in found[0]


def test_what_is_not_used_is_one_line_a_file(tmp_path: Path) -> None:
    many = "\n".join(series(f"naam{number}", f"    totaal: {100 + number}") for number in range(30))
    few = "\n".join(series(f"ander{number}", f"    totaal: {100 + number}") for number in range(2))
    first, second = said(tmp_path, {"2020-01": many, "2020-02": few}, "C312")
    assert "30 reeksen van dit bestand: naam0, naam1" in first
    assert "en nog 18" in first
    assert "2 reeksen van dit bestand: ander0 en ander1" in second


def test_what_is_acknowledged_is_not_among_them(tmp_path: Path) -> None:
    many = "\n".join(series(f"naam{number}", f"    totaal: {100 + number}") for number in range(3))
    known = many.replace("  naam1:", "  naam1:  # erkend C312: voor later")
    assert said(tmp_path, {"2020-01": known}, "C312", "C401") == [
        "C312 data/2020-01.yaml:7:3: geen lay-out gebruikt 2 reeksen van dit bestand: naam0 en naam2"
    ]
