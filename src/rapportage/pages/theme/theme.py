"""The house style as data: page, measures, text styles and colours. All lengths in points."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing import Graphic

MM = 72 / 25.4


class TextStyle(Struct, frozen=True):
    """How a kind of text is set. `role` is a face of the family; `before` and `after` are white space around it."""

    role: str
    size: float
    leading: float
    colour: str
    before: float = 0.0
    after: float = 0.0
    hyphenate: bool = False


class PageFormat(Struct, frozen=True):
    """A page and its margins; the same on every page, never mirrored."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def turned(self) -> PageFormat:
        """The sheet on its side, with the same margins."""
        return replace(self, width=self.height, height=self.width)

    @property
    def body_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def body_height(self) -> float:
        return self.height - self.top - self.bottom


class Colours(Struct, frozen=True):
    text: str
    heading: str
    link: str
    muted: str
    """Running header, footer and other small helps."""
    rule: str
    hairline: str
    card: str
    """The ground of a card with a key figure."""
    cover: tuple[str, str, str]
    """The grounds of a cover, from the highest to the lowest, each darker than the one before."""


class Logo(Struct, frozen=True):
    """A picture at the top of the cover, `width` points wide as far as it fits there."""

    picture: Graphic
    alternative: str
    width: float


class Theme(Struct, frozen=True):
    """`text_width` is the measure of running text; tables and charts may take the full `page.body_width`."""

    page: PageFormat
    text_width: float
    colours: Colours
    text: TextStyle
    lead: TextStyle
    small: TextStyle
    source: TextStyle
    note: TextStyle
    headline: TextStyle
    """What a chart says, above its caption."""
    card_label: TextStyle
    card_value: TextStyle
    aside_title: TextStyle
    caption: TextStyle
    table: TextStyle
    table_head: TextStyle
    title: TextStyle
    subtitle: TextStyle
    headings: tuple[TextStyle, ...]
    """By level, from H1; deeper levels take the last."""
    contents: tuple[TextStyle, ...]
    running: TextStyle
    draft: TextStyle
    """The mark of a draft."""
    cover_title: TextStyle
    cover_text: TextStyle
    cover_papers: TextStyle
    """On the darkest ground of the cover."""
    list_indent: float
    column_gap: float
    """Between two charts side by side."""
    float_after: float
    """White space after a table or chart."""
    chart_colours: tuple[str, ...]
    logo: Logo | None = None

    @property
    def half_width(self) -> float:
        """How wide each of two charts side by side is."""
        return (self.page.body_width - self.column_gap) / 2

    def heading(self, level: int) -> TextStyle:
        return self.headings[min(level, len(self.headings)) - 1]

    def contents_line(self, level: int) -> TextStyle:
        return self.contents[min(level, len(self.contents)) - 1]
