"""An address that was left from another source is told; a page that is cited again and again is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.proof.checking.test_data import HEAD, series

NEWS = "https://voorbeeld.nl/nieuws/wekelijkse-instroom-hoger-dan-vorig-jaar"


def said(folder: Path, sources: dict[str, str]) -> list[str]:
    """Where C320 is, of a file for each source: 'titel: …, datum: …, url: …'."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for period, source in sources.items():
        text = HEAD.format(period=period, date="2024-12-31", source="2024-12-31", series=series("a", "    totaal: 60"))
        start, _, rest = text.partition("  ind: ")
        text = f"{start}  ind: {{uitgever: ANP, {source}}}\n{rest.partition(chr(10))[2]}"
        (folder / "data" / f"{period}.yaml").write_text(text, "utf-8")
    findings = Findings()
    check([], folder, findings)
    return [Path(each.span.path).stem for each in findings if each.code == "C320" and each.span]


def source(title: str, day: str, address: str) -> str:
    return f"titel: {title}, datum: {day}, url: '{address}'"


HIGHER, AGAIN = "Wekelijkse instroom hoger dan vorig jaar", "Wekelijkse instroom opnieuw hoger dan vorig jaar"


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        (source(AGAIN, "2023-12-04", NEWS), True),
        (source(HIGHER, "2023-12-04", NEWS), False),  # the same publication
        (source(AGAIN, "2023-11-27", NEWS), False),  # which has two titles
        (source(AGAIN, "2023-12-04", f"{NEWS}-opnieuw"), False),
    ],
)
def test_the_title_in_an_address_tells_of_whom_it_is(second: str, is_told: bool, tmp_path: Path) -> None:
    files = {"2023-W47": source(HIGHER, "2023-11-27", NEWS), "2023-W48": second}
    assert said(tmp_path, files) == (["2023-W48"] if is_told else [])


def test_a_page_with_the_newest_figures_is_of_all_that_cite_it(tmp_path: Path) -> None:
    page = "https://voorbeeld.nl/cijfers"
    files = {f"2023-W{week}": source(f"Cijfers {week}", f"2023-12-{week - 40:02}", page) for week in (47, 48)}
    assert said(tmp_path, files) == []


@pytest.mark.parametrize(("day", "is_told"), [("20231127", True), ("20231204", False)])
def test_a_day_in_an_address_from_before_the_end_of_its_figures(day: str, is_told: bool, tmp_path: Path) -> None:
    """Whatever the title is, and without the file of the week before."""
    address = f"https://voorbeeld.nl/{day}/weekcijfers"
    files = {"2023-W48": source("Weekcijfers", "2023-12-04", address)}
    assert said(tmp_path, files) == (["2023-W48"] if is_told else [])
