"""A page in the browser, of any size and colour scheme, that can ask the network for nothing unseen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.validation.web import parts

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE, TABLET, PHONE = (1440, 900), (768, 1024), (320, 640)
ZOOMED = (320, 256)
"""A window of 1280 by 1024 px at 400 %: so many CSS pixels."""
PROBE = Path(__file__).with_name("probe.js")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--font-render-hinting=none")
INSIDE = ("data:", "blob:", "about:")
"""Addresses for which nothing is asked."""


@dataclass(frozen=True)
class Opened:
    """A page of the report in the browser, and the addresses that it asked for."""

    page: Page
    path: Path
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What the browser says is wrong with the page, such as what its policy keeps out."""

    def at(self, size: tuple[int, int], scheme: Scheme = "light") -> None:
        """Makes the window that large, in that scheme."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(media="screen", color_scheme=scheme)

    def load(self) -> None:
        """Opens the page as a reader does: at its top, everything folded that it folds."""
        self.page.goto(self.path.resolve().as_uri())

    def unfold(self) -> None:
        """Opens every disclosure."""
        self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")

    def asks(self, function: str, *arguments: object) -> Any:
        """What that function of `probe.js` finds in the page."""
        return self.page.evaluate(f"(given) => probe.{function}(...given)", arguments)

    def run(self, script: str, argument: object = None) -> Any:
        """What the script gives in the page."""
        return self.page.evaluate(script, argument)


@contextmanager
def running() -> Iterator[Browser]:
    """One browser for all pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=parts.browser(), args=[*QUIET])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    """The page in a window of its own."""
    context = browser.new_context(locale="nl-NL")
    context.set_default_timeout(10_000)
    context.route(lambda url: not url.startswith(("file:", *INSIDE)), lambda route: route.abort())
    context.add_init_script(path=PROBE)
    each = Opened(context.new_page(), path)
    each.page.on("request", lambda request: each.asked.append(request.url))
    each.page.on("console", lambda said: each.told.append(said.text) if said.type in ("error", "warning") else None)
    each.page.on("pageerror", lambda error: each.told.append(str(error)))
    try:
        each.load()
        yield each
    finally:
        context.close()
