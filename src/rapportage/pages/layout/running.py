"""What is on every page around the text: header, footer and the rule above notes. All of it artifacts."""

from __future__ import annotations

from msgspec.structs import replace

from rapportage.document import marks_words, page_words
from rapportage.document.characters import seen, words
from rapportage.pages.layout.boxes import Box, Glyphs, Piece, Placed, Rectangle
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.theme import PageFormat, TextStyle

GAP = 18.0
HEADER_RISE, FOOTER_DROP = 34.0, 24.0
"""How far above and below the body the running lines are."""


def running_lines(
    setting: Setting, number: int, count: int, title: str, chapter: str | None, *, marks: tuple[str, ...] = ()
) -> tuple[Placed, ...]:
    """The footer 'Pagina 3 van 9', and unless `chapter` is None the header with title and chapter.

    `title` is what `header_title` made of it.
    """
    page = setting.theme.page
    footer = page_words(number, count)
    placed = [
        Placed(
            page.left,
            page.height - page.bottom + FOOTER_DROP,
            _footer(setting, marks_words(marks), footer),
        )
    ]
    if chapter is not None:
        header = _line(setting, title, seen(chapter))
        rule = Rectangle(0, header.height + 2, page.body_width, 0.4, setting.theme.colours.hairline)
        placed.insert(
            0,
            Placed(
                page.left,
                page.top - HEADER_RISE,
                Box(header.height, (*header.pieces, rule)),
            ),
        )
    return tuple(placed)


def margin_mark(page: PageFormat, setting: Setting, marks: tuple[str, ...]) -> Placed:
    """What the document is, upright in the right margin, so that no page can pass for one of another."""
    style = setting.theme.draft
    x = page.width - page.right + (page.right - style.leading) / 2
    letters: list[Piece] = []
    face = setting.family.face(style.role)
    said = " ".join(marks)
    step = min(style.leading, (page.height - page.top - page.bottom) / len(said))
    for place, letter in enumerate(said, 1):
        width = face.width(letter, style.size)
        left = (style.leading - width) / 2
        if letter != " ":
            letters.append(Glyphs(left, place * step, letter, style.role, style.size, style.colour, width, None))
    return Placed(x, page.top, Box((len(said) + 1) * step, tuple(letters)))


def header_title(setting: Setting, title: str) -> tuple[str, bool]:
    """As many words of the title as the running header has room for, with '…' for others; and whether these are all."""
    style, room = setting.theme.running, setting.theme.page.body_width
    face = setting.family.face(style.role)
    parts = words(seen(title))
    whole = " ".join(parts)
    if face.width(whole, style.size) <= room:
        return whole, True
    shown = ""
    for part in parts:
        longer = f"{shown} {part}".lstrip()
        if face.width(f"{longer}…", style.size) > room:
            break
        shown = longer
    return f"{shown.rstrip(',;:–-')}…", False


def _line(setting: Setting, left: str, right: str) -> Box:
    """A line with words at the left and at the right; those at the right give way when both do not fit."""
    style, width = setting.theme.running, setting.theme.page.body_width
    face = setting.family.face(style.role)
    has_both = right and face.width(left, style.size) + GAP + face.width(right, style.size) <= width
    return _set(setting, left, right if has_both or not left else "", style)


def _footer(setting: Setting, left: str, right: str) -> Box:
    """The same, but smaller when both do not fit: neither may be left out."""
    style, width = setting.theme.running, setting.theme.page.body_width
    face = setting.family.face(style.role)
    needed = face.width(left, style.size) + face.width(right, style.size) + (GAP if left else 0.0)
    return _set(setting, left, right, style if needed <= width else replace(style, size=style.size * width / needed))


def _set(setting: Setting, left: str, right: str, style: TextStyle) -> Box:
    baseline = setting.baseline(style)
    face = setting.family.face(style.role)
    pieces: list[Piece] = []
    for text, is_right in ((left, False), (right, True)):
        width = face.width(text, style.size)
        x = setting.theme.page.body_width - width if is_right else 0.0
        if text:
            pieces.append(Glyphs(x, baseline, text, style.role, style.size, style.colour, width, None))
    return Box(style.leading, tuple(pieces))
