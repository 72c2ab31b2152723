"""A preview that runs, and a window of the browser in which it is opened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator

from tests.validation.web.opened import PROBE, WIDE, Opened, Scheme

PATIENCE = 30_000
"""Milliseconds for what a busy machine takes seconds for; what is quick is asserted elsewhere."""
SHOWN = """() => {
  const frame = document.querySelector('iframe:not(.coming)');
  const first = document.querySelector('#sheets img');
  return Boolean(frame?.contentDocument?.querySelector('main')) && first?.naturalWidth > 0;
}"""


@dataclass(frozen=True)
class Running:
    """A preview, by its address, and its process."""

    address: str
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        """'http://127.0.0.1:PORT'."""
        return self.address.rsplit("/", 2)[0]

    def stop(self) -> int:
        """Ends it as Ctrl-C does; gives its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@contextmanager
def preview(project: Path, layout: str, period: str, *more: str) -> Iterator[Running]:
    """A preview of a report in that folder."""
    command = [sys.executable, "-m", "rapportage", "preview", layout, period, "--project", str(project)]
    given = [*command, "--geen-browser", *more]
    environment = {**os.environ, "EDITOR": "vim", "VISUAL": "", "TERM_PROGRAM": ""}
    with subprocess.Popen(given, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            address = next((line.strip() for line in process.stdout if line.startswith("http://")), "")
            assert address, "it did not start"
            yield Running(address, process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(20)


@dataclass(frozen=True)
class Shell(Opened):
    """The page of the preview in a window."""

    address: str = ""

    def load(self) -> None:
        """Opens it, and waits until the report is there."""
        self.page.goto(self.address)
        self.page.wait_for_function(SHOWN, timeout=PATIENCE)
        self.page.wait_for_function("() => document.querySelector('.chooser').ariaLabel.includes('plekken')")

    def waits(self, condition: str, argument: object = None) -> None:
        """Waits until that holds in the page."""
        self.page.wait_for_function(condition, arg=argument, timeout=PATIENCE)

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits until that holds, of what was asked or told."""
        for _ in range(PATIENCE // 50):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("it never came to hold")

    @property
    def details(self) -> Locator:
        return self.page.locator("#details")

    def places(self) -> Any:
        """All places and areas of the build that is shown."""
        return self.run(
            """async () => {
              const [, build] = /report\\/(\\d+)\\.html/.exec(document.querySelector('iframe:not(.coming)').src);
              return (await fetch(`places/${build}.json`)).json();
            }"""
        )

    def inside(self) -> Locator:
        """The HTML edition."""
        return self.page.frame_locator("iframe:not(.coming)").locator("body")


@contextmanager
def window(
    browser: Browser, running: Running, size: tuple[int, int] = WIDE, scheme: Scheme = "light", **given: Any
) -> Iterator[Shell]:
    """The preview in a window of its own, that asks no other machine for anything."""
    viewport: Any = {"width": size[0], "height": size[1]}
    context = browser.new_context(locale="nl-NL", viewport=viewport, color_scheme=scheme, **given)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(path=PROBE)
    each = Shell(context.new_page(), Path(), address=running.address)
    each.page.on("request", lambda request: each.asked.append(request.url))
    each.page.on("console", lambda said: each.told.append(said.text) if said.type in ("error", "warning") else None)
    each.page.on("pageerror", lambda error: each.told.append(str(error)))
    try:
        each.load()
        yield each
        assert each.told == []
    finally:
        context.close()


def edit(path: Path, old: str, new: str) -> None:
    """Changes a file as an editor does: as a whole, by another that takes its place."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{text.count(old)} times: {old}"
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)
