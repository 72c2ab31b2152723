"""Pictures of a page in every window and scheme and in print, to be looked at."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.validation.web.opened import PHONE, SCHEMES, TABLET, WIDE, Opened

SLICE = 2400
"""Height of a picture: a long page becomes several, each small enough to read."""


def taken(opened: Opened, folder: Path, printed: Path) -> None:
    """The pictures, in `folder`: `320-light-1.png` and so on, `print-1.png` of the print."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    opened.load()
    for size in (PHONE, TABLET, WIDE):
        for scheme in SCHEMES:
            opened.at(size, scheme)
            _sliced(opened, folder, f"{size[0]}-{scheme}", size[0])
    with pypdfium2.PdfDocument(printed) as document:
        for number, page in enumerate(document, 1):
            page.render(scale=1.25).to_pil().save(folder / f"print-{number}.png")


def _sliced(opened: Opened, folder: Path, name: str, width: int) -> None:
    height = opened.run("() => document.documentElement.scrollHeight")
    opened.page.set_viewport_size({"width": width, "height": min(SLICE, height)})
    for number, top in enumerate(range(0, height, SLICE), 1):
        reached = opened.run("(top) => { scrollTo(0, top); return scrollY }", top)
        rest = {"x": 0, "y": top - reached, "width": width, "height": min(SLICE, height - top)}  # the end of the page
        opened.page.screenshot(path=folder / f"{name}-{number}.png", clip=rest)  # type: ignore[arg-type]
