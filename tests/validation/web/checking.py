"""Every check over every page, in one browser."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from playwright.sync_api import Browser

from tests.validation.web import keyboard, markup, parts, pictures, printing, reflow, rules
from tests.validation.web.opened import INSIDE, Opened, opened, running

ROOT = Path(__file__).parents[3]
SHOTS = ROOT / "build" / "web"
BROWSERS = 2
"""Each in a process of its own: one core each of the smallest machine."""


def check(given: list[Path], *, pictures: bool = False) -> int:
    """Prints every fault of those files, and of the files in those folders; 1 if there is any."""
    paths = [path.resolve() for each in given for path in (sorted(each.rglob("*.html")) if each.is_dir() else [each])]
    parts.packages()  # once, before three ask for them
    largest_first = sorted(paths, key=lambda path: -path.stat().st_size)
    with ProcessPoolExecutor(BROWSERS, mp_context=get_context("spawn")) as beside, ThreadPoolExecutor(1) as also:
        invalid = also.submit(markup.invalid, paths)
        looked = [beside.submit(_looked, largest_first[turn::BROWSERS], take=pictures) for turn in range(BROWSERS)]
        found = {path: [] for path in paths} | {
            path: faults for each in looked for path, faults in each.result().items()
        }
        for path, faults in invalid.result().items():
            found[path] += faults
    for path, faults in found.items():
        for fault in faults:
            print(f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}: {fault}")
    failed = sum(map(bool, found.values()))
    result = f"{failed} van de {len(paths)} pagina's GEFAALD" if failed else f"{len(paths)} pagina's in orde"
    print(f"HTML-uitgave: {result}")
    return int(failed > 0)


def _looked(paths: list[Path], *, take: bool) -> dict[Path, list[str]]:
    """The faults of each page but those of the Nu checker, found with one browser for all of them."""
    with running() as browser:
        return {path: [*markup.not_whole(path), *seen(browser, path, pictures=take)] for path in paths}


def seen(browser: Browser, path: Path, *, pictures: bool = False) -> list[str]:
    """The faults of one page that only a browser can see."""
    with opened(browser, path) as page:
        return list(_seen(page, take=pictures))


def _seen(page: Opened, *, take: bool) -> Iterator[str]:
    yield from keyboard.stray(page)
    yield from keyboard.lost(page)
    yield from rules.broken(page)
    yield from reflow.spilling(page)
    folder = _folder(page.path)
    yield from printing.unprinted(page, folder / "print.pdf")
    if take:
        pictures.taken(page, folder, folder / "print.pdf")
    yield from asking(page)
    yield from complaining(page)


def asking(page: Opened) -> Iterator[str]:
    """What the page asked for that is not beside it."""
    beside = page.path.resolve().parent.as_uri() + "/"
    yield from (f"netwerk: vraagt om {url}" for url in page.asked if not url.startswith((beside, *INSIDE)))


def complaining(page: Opened) -> Iterator[str]:
    """What the browser says of the page, and pictures that it can't show."""
    yield from (f"browser: {said}" for said in dict.fromkeys(page.told))
    yield from (f"browser: toont niet: {picture}" for picture in page.asks("unseen"))


def _folder(path: Path) -> Path:
    """Where its print and pictures go."""
    within = path.parent.relative_to(ROOT / "build") if path.is_relative_to(ROOT / "build") else Path("elders")
    folder = SHOTS / within / path.stem
    folder.mkdir(parents=True, exist_ok=True)
    return folder
