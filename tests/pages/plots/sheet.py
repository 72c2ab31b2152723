"""The figures of the gallery in pairs, as matplotlib's Agg draws them and as a report shows them: to look at.

`python -m tests.pages.plots.sheet FILE.png` makes the picture that is in docs/grafieken; with `--size 330 --rows 4` it
makes one picture after another in which details can be read.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tests.pages.plots.gallery import FIGURES
from tests.pages.plots.rendered import ours, pixels_of, theirs

COLUMNS = 7
GAP, HEAD = 6, 12
COLOURS = 96
"""Enough for what is shown, in a quarter of the bytes."""


def pair(name: str, width: int) -> Image.Image:
    """Agg at the left, ours at the right, each so many pixels wide."""
    both = [theirs(FIGURES[name]), pixels_of(ours(FIGURES[name]))]
    height = round(width * both[0].height / both[0].width)
    made = Image.new("RGB", (2 * width + 2, height + HEAD), "white")
    ImageDraw.Draw(made).text((2, 0), name, fill="black")
    for at, picture in enumerate(both):
        made.paste(picture.resize((width, height), Image.Resampling.LANCZOS), (at * (width + 2), HEAD))
    return made


def sheet(names: Sequence[str], width: int, columns: int) -> Image.Image:
    """Pairs in rows, in the order of the gallery."""
    pairs = [pair(name, width) for name in names]
    across, down = pairs[0].width + GAP, max(each.height for each in pairs) + GAP
    rows = -(-len(pairs) // columns)
    made = Image.new("RGB", (across * min(columns, len(pairs)) - GAP, down * rows - GAP), "#b0b0b0")
    for at, each in enumerate(pairs):
        made.paste(each, (at % columns * across, at // columns * down))
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--size", type=int, default=150, help="how many pixels wide each figure is")
    asked.add_argument("--columns", type=int, default=COLUMNS)
    asked.add_argument("--rows", type=int, help="a picture for each so many rows")
    given = asked.parse_args()
    names = list(FIGURES)
    each = given.columns * given.rows if given.rows else len(names)
    for number, start in enumerate(range(0, len(names), each), 1):
        path = given.file.with_stem(f"{given.file.stem}-{number}") if given.rows else given.file
        made = sheet(names[start : start + each], given.size, given.columns)
        made.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{path}: {len(names[start : start + each])} figuren, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
