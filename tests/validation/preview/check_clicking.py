"""Two hundred clicks, drawn with a fixed seed over pages and edition of two reports: each leads to its line."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from rapportage.api import BuildRequest, build
from tests.faults import ROOT
from tests.validation.preview.served import Shell, preview, window
from tests.validation.preview.source import Told, plain, wrong_drawing, wrong_figure, wrong_words

REPORTS = [("kerncijfers", "2020-05"), ("vreemdelingenketen", "2020-H1")]
FIGURES, WORDS, DRAWINGS = 30, 20, 5
"""So many of each are clicked on the pages of a report, and as many in its edition, if it has them."""
SEED = 18

WRONG = {"figure": wrong_figure, "words": wrong_words, "drawing": wrong_drawing}
UNDER = """async ([page, x, y]) => {
  const paper = document.querySelectorAll('#sheets .paper')[page - 1];
  const pane = document.querySelector('#pages');
  const top = paper.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTop = top + y * paper.clientHeight - pane.clientHeight / 2;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = paper.getBoundingClientRect();
  return [box.left + x * box.width, box.top + y * box.height];
}"""
TOLD = """() => {
  const chosen = document.querySelector('#chosen');
  const inputs = [...chosen.querySelectorAll('.origin li')].map((each) =>
    [each.querySelector('strong').textContent, each.querySelector('code')?.textContent ?? '']);
  const text = (selector) => chosen.querySelector(selector)?.textContent ?? '';
  return [text('blockquote'), text('code'), inputs];
}"""
MARKED = """() => [...document.querySelectorAll('[data-plek]')].map((each, index) => ({
  index, name: each.localName, text: each.textContent, place: Number(each.dataset.plek),
  isLeaf: each.querySelector('[data-plek]') === null,
  isSeen: each.checkVisibility() && each.getBoundingClientRect().width > 1 && !each.closest('.aloud'),
}))"""


@dataclass(frozen=True)
class Click:
    """Something to click, what it reads there, and what it is."""

    kind: str
    shown: str
    click: Callable[[], None]


@pytest.mark.parametrize(("layout", "period"), REPORTS, ids=[layout for layout, _ in REPORTS])
def test_a_click_shows_where_it_was_written(browser, layout: str, period: str) -> None:
    draw = random.Random(SEED)
    with preview(ROOT, layout, period) as running, window(browser, running) as shell:
        shell.waits("() => document.querySelector('iframe:not(.coming)')?.contentDocument.querySelector('[data-plek]')")
        shell.page.wait_for_timeout(1000)
        clicks = [*_on_pages(shell, layout, period, draw), *_in_edition(shell, draw)]
        wrong = [fault for each in clicks for fault in _clicked(shell, each)]
    assert len(clicks) >= 100
    assert wrong == [], "\n".join(wrong)


def _clicked(shell: Shell, each: Click) -> Iterator[str]:
    shell.run("() => document.querySelector('#chosen').replaceChildren()")
    each.click()
    shell.waits("() => document.querySelector('#chosen').childElementCount > 0")
    words, address, inputs = shell.run(TOLD)
    told = Told(words, address, tuple((value, where) for value, where in inputs if where))
    if not told.is_known:
        yield f"{each.kind} '{each.shown}': geen plaats: {address}"
        return
    for fault in WRONG[each.kind](each.shown, told):
        yield f"{each.kind} '{each.shown[:60]}' op {told.address}: {fault}"


def _drawn(draw: random.Random, candidates: Sequence[Any], count: int) -> list[Any]:
    return draw.sample(candidates, min(count, len(candidates)))


def _kind(place: Any) -> str:
    """A figure is worked out; a drawing has figures in it."""
    return "figure" if place["calculation"] else "drawing" if place["origin"] else "words"


def _on_pages(shell: Shell, layout: str, period: str, draw: random.Random) -> Iterator[Click]:
    """Of the pages of the report, that we build ourselves to read what stands at each place."""
    report, _ = _built(layout, period)
    known = shell.places()
    with pypdfium2.PdfDocument(report) as document:
        stretches: dict[str, list[Click]] = {"figure": [], "words": [], "drawing": []}
        texts = [sheet.get_textpage() for sheet in document]
        for page, x, y, width, height, place in known["areas"]:
            wide, high = document[page - 1].get_size()
            text = texts[page - 1].get_text_bounded(x, high - y - height, x + width, high - y).strip()
            text = text.replace("\ufffe", "").replace("\x02", "")  # a hyphen that is only on the page
            kind = _kind(known["places"][place])
            if not text and kind != "drawing":
                continue
            at = (page, (x + width / 2) / wide, (y + height / 2) / high)
            stretches[kind].append(Click(kind, text if kind != "drawing" else "", _page_click(shell, at)))
    for kind, count in (("figure", FIGURES), ("words", WORDS), ("drawing", DRAWINGS)):
        yield from _drawn(draw, stretches[kind], count)


def _page_click(shell: Shell, at: tuple[int, float, float]) -> Callable[[], None]:
    def click() -> None:
        x, y = shell.run(UNDER, list(at))
        shell.page.mouse.click(x, y)

    return click


def _built(layout: str, period: str) -> tuple[bytes, object]:
    report = build(BuildRequest(layout, period, ROOT))
    return report.pdf, report


def _in_edition(shell: Shell, draw: random.Random) -> Iterator[Click]:
    marked = shell.page.frames[-1].evaluate(MARKED)
    places = shell.places()["places"]
    stretches: dict[str, list[Click]] = {"figure": [], "words": [], "drawing": []}
    for each in marked:
        place = places[each["place"]]
        is_drawing = each["name"] in ("figure", "svg")
        if not each["isSeen"] or not (each["isLeaf"] or is_drawing):
            continue
        kind = "drawing" if is_drawing else _kind(place)
        if plain(each["text"]):
            stretches[kind].append(Click(kind, each["text"].strip(), _edition_click(shell, each["index"], is_drawing)))
    for kind, count in (("figure", FIGURES), ("words", WORDS), ("drawing", DRAWINGS)):
        yield from _drawn(draw, stretches[kind], count)


def _edition_click(shell: Shell, index: int, is_drawing: bool) -> Callable[[], None]:
    def click() -> None:
        element = shell.page.frames[-1].locator("[data-plek]").nth(index)
        (element.locator("svg").first if is_drawing and element.locator("svg").count() else element).click()

    return click


FAULTS = [
    ("telde de IND {{ instroom }}", "telde de IND {{ instrom }}"),
    ("{{ herhaalde_aanvragen }} en", "{{ herhalde_aanvragen }} en"),
    ("  - bronvermelding\n\n  - kop: Uit welke", "  - bronvermelding\n  - kopp: Weg\n\n  - kop: Uit welke"),
    ("auteur: Ministerie", "auteurr: Ministerie"),
]


def test_a_finding_leads_to_its_line(browser, project: Path) -> None:
    layout = project / "layouts/kerncijfers.yaml"
    with preview(project, "kerncijfers", "2020-05") as running, window(browser, running) as shell:
        text = layout.read_text(encoding="utf-8")
        for old, new in FAULTS:
            text = text.replace(old, new, 1)
        layout.write_text(text, encoding="utf-8")
        shell.page.locator(".finding").first.wait_for()
        findings = shell.page.locator(".finding")
        assert findings.count() >= 3
        for index in range(findings.count()):
            findings.nth(index).click()
            address = shell.details.locator("code").first.inner_text()
            file, line, _ = address.rsplit(":", 2)
            source = shell.details.locator("pre").inner_text()
            typed = (project / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]
            assert source.strip("… ") in typed  # a long line is cut
            shell.details.get_by_role("button", name="Open in editor").click()
            shell.page.locator("#answer").get_by_text(address).wait_for()
