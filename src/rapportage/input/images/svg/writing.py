"""Text of an SVG as text of the drawing, in the letters of the house style (SVG 1.1, chapter 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, cos, degrees, fsum, hypot, sin

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.document.characters import seen, unsettable
from rapportage.document.drawing import FontRole, Item, Matrix, TextRun
from rapportage.document.drawing.matrices import applied
from rapportage.input.images.svg.colours import Colour
from rapportage.input.images.svg.letters import role_of
from rapportage.input.images.svg.numbers import Axis, Unreadable
from rapportage.input.images.svg.scene import Scene, State, is_sound
from rapportage.input.images.svg.tree import Element

_PARTS = ("tspan", "a")
_PASSED_OVER = ("title", "desc", "metadata", "set", "animate", "animateTransform", "animateMotion", "style", "script")
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
_BASELINES = {
    "middle": 0.25, "central": 0.3, "mathematical": 0.35, "hanging": 0.67, "text-before-edge": 0.75,
    "before-edge": 0.75, "text-top": 0.75, "top": 0.75, "text-after-edge": -0.21, "after-edge": -0.21,
    "text-bottom": -0.21, "bottom": -0.21, "ideographic": -0.21,
}  # fmt: skip
"""How far below the place that is asked the baseline is, as part of the size of the letters."""
_SHIFTS = {"sub": -0.2, "super": 0.35, "baseline": 0.0}
NEARLY = 1e-3
_Pen = tuple[float, float]


class _Char(Struct):
    """A character with what it looks like, and where it is asked to be."""

    text: str
    state: State
    rise: float
    """How far above the baseline, in user units."""
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0


class _Run(Struct):
    """Characters that follow each other in one style, from a place that may be asked."""

    first: _Char
    chars: list[str] = field(default_factory=list)
    text: str = ""
    role: FontRole = "regular"
    width: float = 0.0


def written(scene: Scene, element: Element, state: State) -> list[Item]:
    """The text of an element, and of all that is in it."""
    chars = _collapsed(list(_chars(scene, element, state, 0.0)))
    runs = list(_runs(chars))
    for run in runs:
        run.text = "".join(run.chars)
    if not runs or not _can_be_set(scene, element, runs):
        return []
    for run in runs:
        style = run.first.state.style
        asked = role_of(is_bold=style.is_bold, is_slanted=style.is_slanted)
        run.role = scene.letters.able(asked, run.text)  # type: ignore[assignment]  # of one role is made another
        run.width = scene.letters.width(run.role, run.text, style.size)
    stretch = _stretch(scene, element, state, runs)
    pen: _Pen = (0.0, 0.0)
    items: list[Item] = []
    for line in _lines(runs):
        made, pen = _set(scene, element, line, pen, stretch)
        items += made
    return items


def _can_be_set(scene: Scene, element: Element, runs: list[_Run]) -> bool:
    whole = "".join(run.text for run in runs)
    missing = [*unsettable(whole), *scene.letters.missing(whole)]
    if missing:
        what = f"text met {' '.join(dict.fromkeys(missing))}"
        scene.refuse(element, "letters", what)
    return not missing


# --- Characters ---------------------------------------------------------------------------------------


def _chars(scene: Scene, element: Element, state: State, rise: float) -> Iterator[_Char]:
    """All characters in their order; those of elements within with their own style and places."""
    rise += _rise(scene, element, state)
    places = {name: _places(scene, element, state, name) for name in ("x", "y", "dx", "dy")}
    if any(_places(scene, element, state, "rotate")):
        scene.refuse(element, "text", "rotate")
    found: list[_Char] = []
    for child in element.children:
        if isinstance(child, str):
            scene.count(len(child))
            found += [_Char(char, state, rise) for char in _cased(child, state.style.capitals)]
        elif child.name in _PARTS:
            if scene.properties(child).get("display", "").strip() != "none":
                found += _chars(scene, child, replace(scene.entered(child, state), matrix=state.matrix), rise)
        elif child.name not in _PASSED_OVER:
            scene.refuse(child, "textPath", child.name)
    _place(found, places)
    yield from found


def _place(chars: list[_Char], places: dict[str, list[float]]) -> None:
    """Notes where characters are asked to be. White space that falls away takes no place of a list."""
    at = 0
    for place, char in enumerate(chars):
        if char.text.isspace() and not char.state.style.is_spaced and (at == 0 or chars[place - 1].text.isspace()):
            continue
        for name, values in places.items():
            if at < len(values) and not getattr(char, name):  # places of an element within go first
                setattr(char, name, values[at])
        at += 1


def _cased(text: str, capitals: str) -> str:
    match capitals:
        case "uppercase":
            return text.upper()
        case "lowercase":
            return text.lower()
        case "capitalize":
            return re.sub(r"\b\w", lambda found: found[0].upper(), text)
    return text


def _places(scene: Scene, element: Element, state: State, name: str) -> list[float]:
    axis: Axis = "x" if name.endswith("x") else "y"
    texts = element.attributes.get(name, "").replace(",", " ").split()
    scene.count(len(texts))
    return [scene.length(element, text, state.room, axis) for text in texts]


def _rise(scene: Scene, element: Element, state: State) -> float:
    own, style = scene.properties(element), state.style
    shift = own.get("baseline-shift", "baseline").strip()
    try:
        rise = _SHIFTS[shift] * style.size if shift in _SHIFTS else state.room.length(shift, "y")
    except Unreadable:
        scene.refuse(element, "text", f"baseline-shift: {shift[:40]}")
        rise = 0.0
    if shift.endswith("%"):
        rise = float(shift[:-1]) / 100 * style.size
    if element.name == "text" or "dominant-baseline" in own or "alignment-baseline" in own:
        rise -= _BASELINES.get(own.get("alignment-baseline", style.baseline).strip(), 0.0) * style.size
    return rise


def _collapsed(chars: list[_Char]) -> list[_Char]:
    """White space as it is shown: once, and none at the ends; where each space counts, as many."""
    made: list[_Char] = []
    for char in chars:
        if not char.text.isspace() or char.text in "\u00a0\u202f\u2007":
            char.text = seen(char.text)
            if char.text:
                made.append(char)
            continue
        char.text = " "
        if char.state.style.is_spaced or (made and made[-1].text != " "):
            made.append(char)
    while made and made[-1].text == " " and not made[-1].state.style.is_spaced:
        made.pop()
    return made


# --- Runs and lines -----------------------------------------------------------------------------------


def _runs(chars: list[_Char]) -> Iterator[_Run]:
    """A run begins with another style, or at a place that is asked.

    Within a word only a place on another line counts: the others are of letters that are not those of the house style,
    and would tear it apart.
    """
    run: _Run | None = None
    before, line = " ", None
    for char in chars:
        begins = run is None or char.state is not run.first.state or char.rise != run.first.rise
        is_elsewhere = bool(char.dy) or char.y not in (None, line)
        begins |= is_elsewhere or (before == " " and (char.x is not None or bool(char.dx)))
        line = line if char.y is None else char.y
        if begins or run is None:
            if run is not None:
                yield run
            run = _Run(char)
        run.chars.append(char.text)
        before = char.text
    if run is not None:
        yield run


def _lines(runs: list[_Run]) -> Iterator[list[_Run]]:
    """What is set as one: from a place that is asked to the next (SVG 1.1, 10.5)."""
    line: list[_Run] = []
    for run in runs:
        if line and (run.first.x is not None or run.first.y is not None):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _stretch(scene: Scene, element: Element, state: State, runs: list[_Run]) -> float:
    """How wide the letters are, for their size: less than 1 where a text would take more room than it says."""
    asked = element.attributes.get("textLength")
    width = fsum(run.width for run in runs)
    if asked is None or not width:
        return 1.0
    room = scene.length(element, asked, state.room, "x")
    return min(1.0, room / width) if room > 0 else 1.0


def _set(scene: Scene, element: Element, line: list[_Run], pen: _Pen, stretch: float) -> tuple[list[TextRun], _Pen]:
    """The runs of a line, one after the other, and where the pen is then."""
    first = line[0].first
    x = pen[0] if first.x is None else first.x
    y = pen[1] if first.y is None else first.y
    width = fsum(run.width * stretch + (run.first.dx if run is not line[0] else 0.0) for run in line)
    x -= _SHARES[first.state.style.anchor] * width
    made = []
    for run in line:
        x, y = x + run.first.dx, y + run.first.dy
        made.append(_run(scene, element, run, (x, y), stretch))
        x += run.width * stretch
    return [run for run in made if run is not None], (x, y)


def _run(scene: Scene, element: Element, run: _Run, at: _Pen, stretch: float) -> TextRun | None:
    state = run.first.state
    style = state.style
    if not style.is_visible or not run.text.strip() or not style.size:
        return None
    if not isinstance(style.fill, Colour):
        if style.fill is not None or style.stroke is not None:
            what = "text met een kleurverloop" if style.fill else "text met alleen een omtrek"
            scene.refuse(element, "text", what)
        return None
    placed = _placed(state.matrix, style.size)
    if placed is None:
        return None
    size, angle, wide, slant = placed
    x, y = applied(state.matrix, at[0], at[1] - run.first.rise)
    if not is_sound((x, y, size)):
        scene.refuse(element, "text", "text met maten die te groot zijn")
        return None
    seen_by = style.fill.opacity * style.fill_opacity
    if not seen_by:
        return None
    made = TextRun(x, y, run.text, size, run.role, style.fill.rgb, angle=angle, opacity=seen_by)
    return replace(made, stretch=wide * stretch, slant=slant)


def _placed(matrix: Matrix, size: float) -> tuple[float, float, float, float] | None:
    """The size of letters in the drawing, their angle, and how far they are stretched and slanted; None of no size."""
    a, b, c, d, _, _ = matrix
    up_x, up_y = -c, -d  # letters run up, and y runs down
    length = hypot(a, b)
    if not length:
        return None
    is_mirrored = a * up_y - b * up_x < 0
    angle = atan2(-b, -a) if is_mirrored else atan2(b, a)
    along_x, along_y = cos(angle), sin(angle)
    height = up_y * along_x - up_x * along_y
    if height <= 0:
        return None
    wide = (-length if is_mirrored else length) / height
    slant = (up_x * along_x + up_y * along_y) / height
    wide = 1.0 if abs(wide - 1) < NEARLY else wide
    slant = 0.0 if abs(slant) < NEARLY else slant
    turned = degrees(angle)
    return size * height, 0.0 if abs(turned) < NEARLY else turned, wide, slant
