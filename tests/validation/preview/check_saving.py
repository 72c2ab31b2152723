"""What a save shows: on the page, in the edition and in the findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.validation.preview.served import Running, edit, preview, window

HEADING, OTHER = "Welke instroomcijfers worden bekendgemaakt?", "Welke cijfers verschijnen er?"
LAYOUT = "layouts/kerncijfers.yaml"
DRAWN = """() => {
  const picture = document.querySelector('#sheets img');
  const [width, height] = [picture.naturalWidth, picture.naturalHeight];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL();
}"""
"""What the picture of the first page shows, wherever that is."""


@pytest.fixture
def running(project: Path):
    with preview(project, "kerncijfers", "2020-05") as running:
        yield running


def _sources(shell) -> list[str]:
    return shell.run("() => [...document.querySelectorAll('#sheets img')].map((each) => each.getAttribute('src'))")


def _asked(shell) -> list[str]:
    return [url for url in shell.asked if re.search(r"/page/\d+/", url)]


def test_a_save_is_shown_on_the_page_and_in_the_edition(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        before, picture = _sources(shell)[0], shell.run(DRAWN)
        edit(project / LAYOUT, HEADING, OTHER)
        shell.waits(f"() => document.querySelector('#sheets img').getAttribute('src') !== {before!r}")
        shell.inside().get_by_role("heading", name=OTHER).wait_for()
        assert shell.inside().get_by_role("heading", name=HEADING).count() == 0
        assert shell.run(DRAWN) != picture
        assert "Bijgewerkt om" in shell.page.locator("#built").inner_text()
        assert "Bijgewerkt" in shell.page.locator("#said").inner_text()
        edit(project / LAYOUT, OTHER, HEADING)
        shell.waits(f"() => document.querySelector('#sheets img').getAttribute('src') === {before!r}")
        assert shell.run(DRAWN) == picture


def test_only_pages_that_changed_are_asked_again(browser, running: Running, project: Path) -> None:
    with window(browser, running, (1440, 6000)) as shell:
        shell.until(lambda: len(_asked(shell)) >= 4)
        shell.asked.clear()
        edit(project / LAYOUT, HEADING, OTHER)
        shell.inside().get_by_role("heading", name=OTHER).wait_for()
        shell.page.wait_for_timeout(500)
        assert {re.search(r"/page/(\d+)/", url)[1] for url in _asked(shell)} == {"1"}


def test_a_fault_keeps_the_last_good_page(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        source, condition = _sources(shell)[0], shell.page.locator("#condition")
        edit(project / LAYOUT, "telde de IND {{ instroom }}", "telde de IND {{ instrom }}")
        condition.get_by_text("Fouten: u ziet de laatste goede versie").wait_for()
        finding = shell.page.locator(".finding")
        assert "fout" in finding.inner_text()
        assert "instrom" in finding.inner_text()
        assert "telde de IND {{ instrom }}" in shell.page.locator("#listed pre").inner_text()
        assert "u ziet de laatste goede versie" in shell.page.locator("#said").inner_text()
        assert shell.page.title().startswith("Fouten")
        assert _sources(shell)[0] == source
        assert shell.inside().get_by_role("heading", name=HEADING).is_visible()
        finding.click()
        shell.details.get_by_text("layouts/kerncijfers.yaml:50:").wait_for()
        edit(project / LAYOUT, "telde de IND {{ instrom }}", "telde de IND {{ instroom }}")
        shell.waits("() => document.querySelectorAll('.finding').length === 0")
        shell.waits("() => !document.querySelector('#condition').textContent.startsWith('Fouten')")
        assert not shell.page.title().startswith("Fouten")
        assert not shell.details.is_visible()


def test_a_figure_that_changed_flashes_where_it_is(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        shell.run("() => { document.querySelector('#pages').scrollTop = 9999 }")
        shell.page.wait_for_timeout(1300)  # who scrolls is left alone for a second
        edit(project / LAYOUT, "telde de IND {{ instroom }} personen", "telde de IND {{ eerste_aanvragen }} personen")
        flash = shell.page.locator("#sheets .changed").first
        flash.wait_for(state="attached")
        assert flash.evaluate("(each) => each.getAnimations().length") == 1
        box, pane = flash.bounding_box(), shell.page.locator("#pages").bounding_box()
        assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]  # and so it came into view


def test_who_wants_no_motion_sees_a_still_mark(browser, running: Running, project: Path) -> None:
    with window(browser, running, reduced_motion="reduce") as shell:
        edit(project / LAYOUT, "telde de IND {{ instroom }} personen", "telde de IND {{ eerste_aanvragen }} personen")
        flash = shell.page.locator("#sheets .changed").first
        flash.wait_for(state="attached")
        assert flash.evaluate("(each) => each.getAnimations().length") == 0


def test_who_is_scrolling_is_left_alone(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        pane = shell.page.locator("#pages")
        before = shell.page.locator("#built").inner_text()
        edit(project / LAYOUT, HEADING, OTHER)
        shell.page.mouse.move(200, 400)
        for turns in range(100):
            shell.page.mouse.wheel(0, 200)
            shell.page.wait_for_timeout(50)
            is_built = shell.page.locator("#built").inner_text() != before and shell.inside().get_by_text(OTHER).count()
            if is_built and turns > 5:
                break
        assert pane.evaluate("(each) => each.scrollTop") > 500


def test_the_edition_keeps_its_height_and_what_is_unfolded(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        inside = shell.page.frames[-1]
        inside.evaluate("() => { document.querySelector('details').open = true; scrollTo(0, 2000) }")
        height = inside.evaluate("() => scrollY")
        edit(project / "data/2020-05.yaml", "uitgave:", "uitgave: # iets dat niets verandert\n")
        shell.waits("() => document.querySelector('iframe:not(.coming)').src.endsWith('/2.html')")
        again = shell.page.frames[-1]
        assert again.evaluate("() => [scrollY, document.querySelector('details').open]") == [height, True]


def test_what_was_chosen_stays_so(browser, running: Running, project: Path) -> None:
    with window(browser, running) as shell:
        shell.inside().get_by_text("Er verschijnen drie publicaties").click()
        where = shell.details.locator("#chosen .where code").first
        file, line, column = where.inner_text().rsplit(":", 2)
        edit(project / LAYOUT, "blokken:\n", "\nblokken:\n")
        moved = f"{file}:{int(line) + 1}:{column}"
        shell.waits("(moved) => document.querySelector('#chosen code').textContent === moved", moved)
        assert shell.inside().locator("[data-plek][style*=outline]").count() > 0


def test_the_end_of_the_preview_is_told(browser, running: Running) -> None:
    with window(browser, running) as shell:
        assert running.stop() == 0
        shell.page.get_by_text("Beëindigd: start rapportage preview opnieuw").wait_for()
        assert "beëindigd" in shell.page.locator("#said").inner_text()
        shell.told.clear()


def test_two_windows_and_two_previews(browser, running: Running, project: Path) -> None:
    with (
        preview(project, "asieltrends", "2020-05") as other,
        window(browser, running) as one,
        window(browser, running) as two,
        window(browser, other) as three,
    ):
        edit(project / LAYOUT, HEADING, OTHER)
        for shell in (one, two):
            shell.inside().get_by_role("heading", name=OTHER).wait_for()
        assert three.page.locator("h1").inner_text() == "asieltrends 2020-05"
