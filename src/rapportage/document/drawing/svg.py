"""Drawings as SVG: real text, a title and a description, and nothing that a browser has to fetch."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rapportage.document.drawing.display_list import HATCH_STEP, HATCH_WIDTH, Drawing, Path, TextRun

_STYLES = {
    "semibold": ' font-weight="600"',
    "italic": ' font-style="italic"',
    "semibold-italic": ' font-weight="600" font-style="italic"',
}


def to_svg(drawing: Drawing, title: str, description: str, *, families: str, language: str = "nl") -> str:
    """The drawing as a document of SVG 1.1; `families` are the fonts to set it in, the wanted one first.

    Title and description name it for those who do not see it (WCAG 2.2, 1.1.1; SVG-AAM 1.0, 5.2).
    """
    width, height = _number(drawing.width), _number(drawing.height)
    hatches = sorted(
        {(item.hatch, item.hatch_colour) for item in drawing.items if isinstance(item, Path) if item.hatch}
    )
    names = {hatch: f"arcering-{place}" for place, hatch in enumerate(hatches, 1)}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"'
        f' xml:lang={_quoted(language)} xml:space="preserve" role="img" aria-labelledby="titel omschrijving"'
        f" font-family={_quoted(families)}>",
        f'<title id="titel">{_escaped(title)}</title>',
        f'<desc id="omschrijving">{_escaped(description)}</desc>',
    ]
    if names:
        lines += ["<defs>", *(line for hatch in hatches for line in _pattern(names[hatch], *hatch)), "</defs>"]
    lines.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    for item in drawing.items:
        lines += _path(item, drawing.height, names) if isinstance(item, Path) else [_text(item, drawing.height)]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _pattern(name: str, angles: tuple[int, ...], colour: str) -> Iterator[str]:
    """A tile with a line along each side that is asked for, turned to the first angle."""
    step = _number(HATCH_STEP)
    yield (
        f'<pattern id="{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({-angles[0]})">'
    )
    lines = f"M0 0H{step}" + (f"M0 0V{step}" if len(angles) > 1 else "")
    # Half of a line on the edge of its tile is cut off.
    yield f'<path d="{lines}" stroke="{colour}" stroke-width="{_number(2 * HATCH_WIDTH)}"/>'
    yield "</pattern>"


def _path(path: Path, height: float, patterns: dict[tuple[tuple[int, ...], str], str]) -> Iterator[str]:
    data = "".join(command + _points(operands, height) for command, operands in path.commands)
    fill = path.fill or "none"
    if path.hatch:
        yield f'<path d="{data}" fill="{fill}"/>'
        fill = f"url(#{patterns[path.hatch, path.hatch_colour]})"
    stroke = ""
    if path.stroke is not None:
        stroke = f' stroke="{path.stroke}" stroke-width="{_number(path.width)}"'
        stroke += f' stroke-dasharray="{" ".join(map(_number, path.dash))}"' if path.dash else ""
        stroke += ' stroke-linecap="round" stroke-linejoin="round"' if path.round_caps else ""
    rule = ' fill-rule="evenodd"' if path.even_odd else ""
    yield f'<path d="{data}" fill="{fill}"{rule}{stroke}/>'


def _points(operands: tuple[float, ...], height: float) -> str:
    """In SVG y runs down."""
    return " ".join(_number(height - each if place % 2 else each) for place, each in enumerate(operands))


def _text(run: TextRun, height: float) -> str:
    x, y = _number(run.x), _number(height - run.y)
    turned = f' transform="rotate({_number(-run.angle)} {x} {y})"' if run.angle else ""
    anchor = f' text-anchor="{run.anchor}"' if run.anchor != "start" else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_number(run.size)}"{_STYLES.get(run.role, "")}{anchor}{turned}'
        f' fill="{run.colour}">{_escaped(run.text)}</text>'
    )


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _quoted(value: str) -> str:
    return '"' + _escaped(value).replace('"', "&quot;") + '"'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
