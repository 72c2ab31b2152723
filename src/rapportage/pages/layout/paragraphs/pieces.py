"""From a line of text to what is painted and pointed at: letters, underlines, places to click and anchors."""

from __future__ import annotations

from rapportage.pages.layout.boxes import Anchor, Glyphs, LinkArea, Piece, Rectangle
from rapportage.pages.layout.paragraphs.lines import Line


def line_pieces(line: Line, x: float, baseline: float) -> list[Piece]:
    """The pieces of `line`, from `x` to the right: text, underlines, places to click and anchors."""
    pieces: list[Piece] = []
    for fragment in line.fragments:
        run = fragment.run
        pieces.append(
            Glyphs(
                x,
                baseline - run.rise,
                fragment.text,
                run.role,
                run.size,
                run.colour,
                fragment.width,
                run.leaf,
                run.value,
            )
        )
        if run.link is not None:
            link = run.link
            top, height = baseline - run.rise - run.size * 0.8, run.size * 1.1
            pieces.append(
                LinkArea(
                    x,
                    top,
                    fragment.width,
                    height,
                    link.element,
                    link.url,
                    link.target,
                    link.description,
                )
            )
            if link.underlined:
                pieces.append(Rectangle(x, baseline + run.size * 0.14, fragment.width, 0.4, run.colour))
        if run.anchor is not None:
            pieces.append(Anchor(x, baseline - run.size * 1.6, run.anchor))
        x += fragment.width
    return pieces
