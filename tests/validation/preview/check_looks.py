"""How the page of the preview looks and is used: by the rules of axe, at every width, with a keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import ROOT, samples
from tests.validation.preview.served import Running, Shell, edit, preview, window
from tests.validation.web import parts, reflow
from tests.validation.web.opened import PHONE, SCHEMES, WIDE, ZOOMED
from tests.validation.web.rules import ALL, RUN

SHOTS = ROOT / "build" / "preview"
VIEWS = ("all", "pages", "report", "findings")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with preview(samples(tmp_path_factory.mktemp("looks")), "kerncijfers", "2020-05") as running:
        yield running


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    """And a project to spoil, so that there is all that can be seen."""
    project = samples(tmp_path_factory.mktemp("faulty"))
    with preview(project, "kerncijfers", "2020-05") as running:
        yield running, project


def _broken(shell: Shell) -> list[str]:
    shell.run(parts.axe())
    return [f"{rule}: {help}: {' | '.join(nodes[:3])}" for rule, help, nodes in shell.run(RUN, ALL)]


def _shot(shell: Shell, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    shell.page.screenshot(path=SHOTS / f"{name}.png")


def _choose(shell: Shell) -> None:
    shell.page.locator(".chooser").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        shell.page.keyboard.press(key)
    shell.details.wait_for()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_wide(browser, faulty, scheme) -> None:
    running, project = faulty
    with window(browser, running, WIDE, scheme) as shell:
        _choose(shell)
        assert shell.run("() => document.documentElement.scrollHeight === innerHeight")  # each pane scrolls by itself
        if scheme == "light":
            edit(project / "layouts/kerncijfers.yaml", "telde de IND {{ instroom }}", "telde de IND {{ instrom }}")
        shell.page.locator(".finding").first.wait_for()
        shell.unfold()
        for view in VIEWS:
            shell.page.click(f"[data-shows={view}]")
            _shot(shell, f"{WIDE[0]}-{scheme}-{view}")
            assert _broken(shell) == []
            assert shell.asks("spilling") == []


@pytest.mark.parametrize("size", [PHONE, ZOOMED])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_narrow(browser, running, size, scheme) -> None:
    with window(browser, running, size, scheme) as shell:
        for view in VIEWS[1:]:
            shell.page.click(f"[data-shows={view}]")
            _shot(shell, f"{size[0]}x{size[1]}-{scheme}-{view}")
            assert _broken(shell) == []
            assert shell.asks("spilling") == []
        shell.page.click("[data-shows=pages]")
        _choose(shell)
        _shot(shell, f"{size[0]}x{size[1]}-{scheme}-details")
        assert _broken(shell) == []
        assert shell.details.evaluate("(each) => each.matches(':modal')")
        assert shell.details.evaluate("(each) => each.contains(document.activeElement)")
        shell.page.keyboard.press("Escape")
        assert not shell.details.is_visible()
        assert shell.run("() => document.activeElement.className") == "chooser"


def test_fits_with_other_letters(browser, running) -> None:
    with window(browser, running, bypass_csp=True) as shell:  # the letters are set by a style of ours
        assert list(reflow.spilling(shell)) == []


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_every_stop_of_the_keyboard_is_seen(browser, running, size) -> None:
    with window(browser, running, size) as shell:
        count = shell.asks("prepared")
        reached, faults = [], []
        for _ in range(400):
            shell.page.keyboard.press("Tab")
            stop = shell.asks("stop")
            if stop is None:
                break
            index, name, found = stop
            if index >= 0:  # else it is within the edition, which has checks of its own
                reached.append(index)
                faults += [f"{name} {fault}" for fault in found]
        assert faults == []
        assert reached == list(range(count))


def test_places_with_the_keyboard(browser, running) -> None:
    with window(browser, running) as shell:
        chooser = shell.page.locator(".chooser").first
        chooser.focus()
        names = []
        for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp", "End", "Home"):
            shell.page.keyboard.press(key)
            active = chooser.get_attribute("aria-activedescendant")
            names.append(shell.page.locator(f"#{active}").get_attribute("aria-posinset"))
            assert shell.page.locator(".chooser:focus").count() == 1
        setsize = shell.page.locator("[role=option]").get_attribute("aria-setsize")
        assert names == ["1", "2", "3", "2", setsize, "1"]
        shell.page.keyboard.press("Enter")
        assert shell.run("() => document.activeElement.textContent") == "Open in editor"
        shell.page.keyboard.press("Enter")
        shell.page.locator("#answer").get_by_text("layouts/kerncijfers.yaml").wait_for()
        shell.page.keyboard.press("Escape")
        assert shell.page.locator(".chooser:focus").count() == 1
        assert shell.page.locator(".mark").count() == 0


def test_places_of_the_edition_with_the_keyboard(browser, running) -> None:
    with window(browser, running) as shell:
        for _ in range(3):
            shell.page.locator("#later").press("Enter")
        third = shell.details.locator("blockquote").inner_text()
        shell.page.locator("#later").press("Enter")
        assert shell.details.locator("blockquote").inner_text() != third
        shell.page.locator("#earlier").press("Enter")
        assert shell.details.locator("blockquote").inner_text() == third


def test_saving_gives_files(browser, running) -> None:
    with window(browser, running) as shell:
        shell.waits("() => document.querySelector('#condition').hidden")  # the checks are done
        with shell.page.expect_download() as saved:
            shell.page.locator("#sheets a.save").first.click()
        assert saved.value.suggested_filename == "kerncijfers-2020-05-pagina-1.png"
        assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
        shell.page.locator("#saving summary").click()
        with shell.page.expect_download() as saved:
            shell.page.locator("#charts a").first.click()
        assert saved.value.suggested_filename.endswith(".svg")
        assert b"<svg" in Path(saved.value.path()).read_bytes()
