"""A house style of the user: its file becomes a theme and a family of fonts, once it is legible in every part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document.drawing import contrast
from rapportage.input.files import FileFault, Reason, as_on_disk, read_inside
from rapportage.input.images import PictureFault, load_picture
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.places import at_key
from rapportage.input.specs.theme import FontsSpec, LogoSpec, PageSpec, SizesSpec, StyleSpec, ThemeSpec
from rapportage.memory import NO_MEMORY, Memory, Same
from rapportage.pages.fonts import COMMON, Face, Family, FontFault, sound_face, source_sans
from rapportage.pages.fonts.sound import MOST_BYTES
from rapportage.pages.theme import (
    MM,
    PAGE,
    TEXT_WIDTH,
    Logo,
    PageFormat,
    Palette,
    TextStyle,
    Theme,
    default_theme,
    make_theme,
)

WHITE = "#ffffff"
READABLE, VISIBLE = 4.5, 3.0
"""The least contrast of text (WCAG 2.2, 1.4.3) and of what carries meaning without being text (1.4.11)."""
A5 = PageFormat(148 * MM, 210 * MM, left=16 * MM, right=16 * MM, top=20 * MM, bottom=20 * MM)
SIZES = {"A4": PAGE, "A5": A5}
LEAST_WIDTH = 80.0
"""Of running text, in millimetres: narrower, a line holds too few words."""
MOST_COLOURS = 6
MOST_RUNNING = 18
"""How high the running lines may be, in points: between the text and the edge of the narrowest margin."""
LOGO_WIDTH = 50
"""In millimetres."""


class HouseStyle(Struct, frozen=True):
    theme: Theme
    family: Family
    is_whole: bool = True
    """False when its file holds a fault, which was reported: then it is only good for looking further."""
    own_charts: Path | None = None
    """The folder with the code of charts of the user's own, where that may run."""


def built_in() -> HouseStyle:
    return HouseStyle(default_theme(), source_sans())


def house_style(spec: ThemeSpec, folder: Path, findings: Findings, memory: Memory = NO_MEMORY) -> HouseStyle:
    """The house style of a spec; the fonts are in the project `folder`. What is wrong with it goes to `findings`."""
    palette = _palette(spec)
    faults = list(_faint(spec, palette))
    page, width = _page(spec.page, faults)
    family = _family(spec.fonts, folder, faults, memory)
    logo = _logo(spec.logo, folder, family or source_sans(), findings, memory)
    theme = _sized(replace(make_theme(palette, page, width), logo=logo), spec.sizes, faults)
    for fault in faults:
        fault.report(findings)
    is_whole = not faults and (logo is None) == (spec.logo is None)
    return HouseStyle(theme, family or source_sans(), is_whole)


# --- Colours ------------------------------------------------------------------------------------------


def _palette(spec: ThemeSpec) -> Palette:
    colours = spec.colours
    chosen: dict[str, Any] = {}
    for name in Palette.__struct_fields__:
        value = getattr(colours, name, None) if colours else None
        if isinstance(value, Scalar):
            chosen[name] = value.text.lower()
    palette = replace(Palette(), **chosen)
    cover = tuple(each.text.lower() for each in colours.cover) if colours else ()
    if len(cover) == 3:
        palette = replace(palette, cover=(cover[0], cover[1], cover[2]))
    if spec.chart_colours:
        palette = replace(palette, charts=tuple(each.text.lower() for each in spec.chart_colours))
    return palette


def _faint(spec: ThemeSpec, palette: Palette) -> Iterator[SpecFault]:
    """Every colour of the file against what it is on, and the others of its kind."""
    colours = spec.colours
    grounds = {"text": (WHITE, palette.card), "heading": (WHITE, palette.card), "link": (WHITE, palette.card),
               "muted": (WHITE,), "draft": (WHITE,)}  # fmt: skip
    for name, behind in grounds.items():
        written = getattr(colours, name, None) if colours else None
        for ground in behind if isinstance(written, Scalar) else ():
            yield from _against(written, ground, READABLE, "tekst")
    if colours and colours.card:
        yield from _against(colours.card, palette.text, READABLE, "een ondergrond van tekst")
    if colours and colours.cover:
        if len(colours.cover) != 3:
            message = f"een omslag heeft drie kleuren, en dit zijn er {len(colours.cover)}"
            yield SpecFault("H104", message, colours.cover[0].span, "van licht naar donker")
        else:
            yield from _against(colours.cover[-1], WHITE, READABLE, "een ondergrond van witte tekst")
    if len(spec.chart_colours) > MOST_COLOURS:
        message = f"een grafiek heeft hoogstens {MOST_COLOURS} kleuren, en dit zijn er {len(spec.chart_colours)}"
        yield SpecFault("H104", message, spec.chart_colours[0].span, "meer zijn niet uit elkaar te houden")
    seen: dict[str, Scalar] = {}
    for colour in spec.chart_colours:
        yield from _against(colour, WHITE, VISIBLE, "een vlak of lijn")
        if seen.setdefault(colour.text.lower(), colour) is not colour:
            yield SpecFault("H104", f"{colour.text} staat er twee keer", colour.span, "geef elke reeks een eigen kleur")


def _against(colour: Scalar | object, ground: str, least: float, what: str) -> Iterator[SpecFault]:
    if not isinstance(colour, Scalar):
        return
    found = contrast(colour.text.lower(), ground)
    if found < least:
        ratio, wanted = (f"{value:.1f}".replace(".", ",") for value in (found, least))
        message = f"{colour.text} heeft een contrast van {ratio}:1 met {ground}; {what} vraagt {wanted}:1"
        yield SpecFault("H103", message, colour.span, "kies een donkerder kleur, of een lichtere ondergrond")


# --- Page and sizes -------------------------------------------------------------------------------------


def _page(spec: PageSpec | None, faults: list[SpecFault]) -> tuple[PageFormat, float]:
    """The page, and how wide running text is."""
    if spec is None:
        return PAGE, TEXT_WIDTH
    page = SIZES[spec.size]
    if spec.margins is not None:
        sides = {name: float(getattr(spec.margins, name)) * MM for name in ("left", "right", "top", "bottom")}
        page = replace(page, **sides)
    width = float(spec.text_width) * MM if spec.text_width else min(TEXT_WIDTH, page.body_width)
    if not LEAST_WIDTH * MM <= width <= page.body_width + 0.01 or page.body_height < page.height / 2:
        message = f"de tekst wordt {width / MM:.0f} mm breed, tussen marges is {page.body_width / MM:.0f} mm"
        hint = f"kies marges en een tekstbreedte zo dat er minstens {LEAST_WIDTH:.0f} mm en een halve pagina overblijft"
        faults.append(SpecFault("H105", message, spec.node.span, hint))
        return PAGE, TEXT_WIDTH
    return page, width


def _sized(theme: Theme, sizes: SizesSpec | None, faults: list[SpecFault]) -> Theme:
    """The theme with the sizes of the file in place of its own."""
    if sizes is None:
        return theme
    changed: dict[str, Any] = {
        name: _styled(getattr(theme, name), style, faults)
        for name in SizesSpec.__struct_fields__
        if isinstance(style := getattr(sizes, name), StyleSpec) and not name.startswith("heading_")
    }
    chosen = (sizes.heading_1, sizes.heading_2, sizes.heading_3)
    headings = tuple(_styled(own, style, faults) for own, style in zip(theme.headings, chosen, strict=True))
    made = replace(theme, **changed, headings=headings)
    if sizes.running is not None and made.running.leading > MOST_RUNNING:
        message = f"de kop- en voetregel zijn {made.running.leading:g} punten hoog, en er is ruimte voor {MOST_RUNNING}"
        hint = "kies een kleiner corps of een kleinere interlinie"
        faults.append(SpecFault("H102", message, sizes.running.node.span, hint))
    return made


def _styled(style: TextStyle, spec: StyleSpec | None, faults: list[SpecFault]) -> TextStyle:
    if spec is None:
        return style
    made = replace(style, **dict(_changes(style, spec)))
    if made.leading < made.size:
        message = f"de interlinie ({made.leading:g}) is kleiner dan het corps ({made.size:g})"
        span = at_key(spec.node, "interlinie", "corps")
        faults.append(SpecFault("H102", message, span, "dan lopen de regels door elkaar: kies een grotere interlinie"))
    return made


def _changes(style: TextStyle, spec: StyleSpec) -> Iterator[tuple[str, Any]]:
    for name in ("size", "leading", "before", "after"):
        value = getattr(spec, name)
        if value is not None:
            yield name, float(value)
    if spec.size is not None and spec.leading is None:
        yield "leading", round(style.leading * float(spec.size) / style.size, 1)
    if spec.bold is not None:
        yield "role", "semibold" if spec.bold else "regular"


# --- Logo -----------------------------------------------------------------------------------------------


def _logo(spec: LogoSpec | None, folder: Path, family: Family, findings: Findings, memory: Memory) -> Logo | None:
    if spec is None:
        return None
    try:
        picture = load_picture(folder, spec.file.text, family, memory)
    except PictureFault as fault:
        fault.report(spec.file.span, findings)
        return None
    return Logo(picture, spec.alternative.text, float(spec.width or LOGO_WIDTH) * MM)


# --- Fonts ----------------------------------------------------------------------------------------------


def _family(spec: FontsSpec | None, folder: Path, faults: list[SpecFault], memory: Memory) -> Family | None:
    """The family; None when one of its files is at fault, which was then reported."""
    if spec is None:
        return None
    written = {
        "regular": spec.regular,
        "semibold": spec.semibold,
        "italic": spec.italic,
        "semibold-italic": spec.semibold_italic,
    }
    faces = {role: face for role, name in written.items() if (face := _face(name, folder, faults, memory))}
    if len(faces) < len(written):
        return None
    return memory.made("family", tuple(map(Same, faces.values())), lambda: Family(faces.__getitem__))


def _face(name: Scalar, folder: Path, faults: list[SpecFault], memory: Memory) -> Face | None:
    """The face in the file of that name in the project, or None when it can't be used, which was then reported."""
    try:
        data = read_inside(as_on_disk(folder, name.text), MOST_BYTES, folder)
        face = memory.made("face", (data,), lambda: sound_face(data))
    except FileFault as fault:
        hints = {Reason.OUTSIDE: "zet het bestand in het project", Reason.TOO_LARGE: "kies een kleiner bestand"}
        hint = hints.get(fault.reason, "schrijf het pad vanaf de map van het project")
        faults.append(SpecFault("H106", f"{name.text[:80]} {fault.reason.value}", name.span, hint))
        return None
    except FontFault as fault:
        hint = "kies een gaaf TrueType-bestand (.ttf) dat mag worden ingesloten"
        faults.append(SpecFault("H107", f"{name.text} is niet te gebruiken: {fault}", name.span, hint))
        return None
    if missing := face.missing(COMMON):
        message = f"{name.text} heeft geen teken voor {' '.join(missing[:10])}"
        faults.append(SpecFault("H107", message, name.span, "kies een lettertype voor Nederlandse tekst"))
        return None
    return face
