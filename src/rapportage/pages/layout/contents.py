"""The table of contents: lines with leaders, page numbers and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapportage.document import CONTENTS_ID, Contents, ContentsLine, Document, contents_lines, plain_text
from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.layout.boxes import Anchor, Box, Glyphs, LinkArea, PageNumber, Piece
from rapportage.pages.layout.groups import Group, unbroken
from rapportage.pages.layout.paragraphs.inline import InlineContext, Run, repeated, runs
from rapportage.pages.layout.paragraphs.pieces import line_pieces
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import written_at
from rapportage.pages.layout.structure import Element, Leaf
from rapportage.pages.theme import TextStyle

NUMBER_WIDTH, WIDEST_NUMBER = 24.0, " 0000"
"""Room for the page number at the right, at least; and what must have room there in large type as well."""
LEADER = " ."
FEWEST = 3
"""At least so many lines are kept together at the begin and the end of a list."""


def contents_groups(
    contents: Contents,
    document: Document,
    parent: Element,
    setting: Setting,
    inline: InlineContext,
    is_report: bool,
) -> Iterator[Group]:
    """A group for each line; the table of contents has its title above them, and is a section of its own."""
    theme, width = setting.theme, setting.theme.page.body_width
    if contents.kind == "headings":
        parent, width = parent.add("Sect"), theme.text_width
        yield _title(contents, parent, setting, is_report)
    toc = parent.add("TOC")
    yield from _together(
        _entry(
            line,
            theme.contents_line(line.level) if contents.kind == "headings" else theme.contents[-1],
            (line.level - 1) * theme.list_indent,
            width,
            toc.add("TOCI"),
            setting,
            inline,
        )
        for line in contents_lines(contents, document)
    )


def _together(lines: Iterable[Group]) -> Iterator[Group]:
    """The lines, of which neither a few first nor a few last stand alone on a page."""
    groups = list(lines)
    for place, group in enumerate(groups):
        is_outer = place < FEWEST - 1 or len(groups) - FEWEST <= place < len(groups) - 1
        yield replace(group, keep_with_next=True) if is_outer else group


def _title(contents: Contents, section: Element, setting: Setting, is_report: bool) -> Group:
    style = setting.heading_style(1, is_report=is_report)
    run = Run(contents.title, style.role, style.size, style.colour, section.add("H1").leaf())
    boxes = setting.line_boxes([run], style, setting.theme.text_width)
    boxes[0] = replace(boxes[0], pieces=(Anchor(0, 0, CONTENTS_ID), *boxes[0].pieces))
    return Group(
        unbroken(boxes),
        style.before,
        style.after,
        keep_with_next=True,
        new_page=is_report,
    )


def _entry(
    line: ContentsLine,
    style: TextStyle,
    indent: float,
    width: float,
    element: Element,
    setting: Setting,
    inline: InlineContext,
) -> Group:
    """The line with its leader and page number, from `indent` to `width` points from the margin."""
    reference = element.add("Reference")
    reference.origin = line.origin
    link = reference.add("Link")
    content, target = repeated(line.words.content, inline), line.target
    made = runs(content, replace(style, hyphenate=False), link, inline)
    last = link.kids[-1]
    leaf = last if isinstance(last, Leaf) else link.leaf()
    room = width - max(NUMBER_WIDTH, setting.family.face(style.role).width(WIDEST_NUMBER, style.size))
    with written_at(line.origin):
        lines = setting.breaker.broken(made, room - indent)
    baseline = setting.baseline(style)
    boxes = []
    for index, each in enumerate(lines):
        pieces: list[Piece] = line_pieces(each, indent, baseline)
        if index == len(lines) - 1:
            pieces.extend(
                _leader(
                    indent + each.width,
                    room,
                    baseline,
                    style,
                    setting,
                )
            )
            pieces.append(
                PageNumber(
                    width,
                    baseline,
                    target,
                    style.role,
                    style.size,
                    style.colour,
                    leaf,
                )
            )
        description = spoken_language().places.go_to(plain_text(content))
        pieces.append(
            LinkArea(
                indent,
                0,
                width - indent,
                style.leading,
                link,
                None,
                target,
                description,
            )
        )
        boxes.append(Box(style.leading, tuple(pieces)))
    return Group(unbroken(boxes), before=style.before)


def _leader(start: float, end: float, baseline: float, style: TextStyle, setting: Setting) -> list[Piece]:
    """Dots from the words to the number, ending at the same place on every line; never read aloud."""
    face = setting.family.face("regular")
    step = face.width(LEADER, style.size)
    count = int((end - start - step) / step)
    if count < 2:
        return []
    dots = LEADER * count
    width = face.width(dots, style.size)
    return [
        Glyphs(
            end - width,
            baseline,
            dots,
            "regular",
            style.size,
            setting.theme.colours.muted,
            width,
            None,
        )
    ]
