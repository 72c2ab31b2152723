"""Figures: charts, flow diagrams, pictures and codes, each with the words for who does not see them."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document import (
    Chart,
    CrossReference,
    FlowDiagram,
    Image,
    NumberedWords,
    QrCode,
    Table,
    caption_words,
    flow_words,
    notes_of,
    plain_text,
    source_line,
    step_words,
)
from rapportage.figures.languages.spoken import spoken_language
from rapportage.html.context import PLACE, Context, anchor
from rapportage.html.downloads import download
from rapportage.html.drawings import drawing, picture
from rapportage.html.inline import inline
from rapportage.html.markup import NOTHING, Markup, block, element, joined, lines
from rapportage.html.notes import notes
from rapportage.html.tables import repeated_table


def chart(given: Chart, context: Context) -> Markup:
    """What it says, the chart, what it shows in words, its figures to be opened, and notes and sources.

    All are read by everyone. Who hears the page hears what the chart shows once: from those words, not from the
    drawing.
    """
    words = spoken_language().web
    headline = element("p", {"class": "headline"}, inline(given.headline, context)) if given.headline else NOTHING
    title, name = caption_words(given), context.own_id()
    shown = drawing(context.drawings[given.id], title.text, words.told_below, context)
    told = inline(given.told, context) if given.told else joined((given.alternative,))
    first, late = notes_of(given)
    source = source_line(given)
    parts = (
        _caption(title, name, context),
        _scrolled(shown, name),
        element("p", {"class": "summary"}, told) if given.alternative else NOTHING,
        *_tables(given, context),
        notes(first, context),
        element("p", {"class": "source"}, inline(source, context)) if source else NOTHING,
        notes(late, context),
        download(given.id, given.label, context),
    )
    attributes = {"id": anchor(given.id), "class": "chart", PLACE: context.place(given.origin)}
    return lines((headline, block("figure", attributes, *parts)))


def charts_beside(given: tuple[Chart, Chart], context: Context) -> Markup:
    """Two charts of half a page: beside one another where there is room, and read one after the other."""
    return block("div", {"class": "beside"}, *(element("div", None, chart(each, context)) for each in given))


def flow_diagram(given: FlowDiagram, context: Context) -> Markup:
    """The drawing, and its steps as a list; before them what the layout says of it, where it does."""
    title, name = caption_words(given), context.own_id()
    shown = drawing(context.drawings[given.id], title.text, spoken_language().web.told_below, context)
    is_ours = given.told == flow_words(given.steps, given.arrows, given.lanes)
    told = NOTHING if is_ours else element("p", {"class": "summary"}, inline(given.told, context))
    steps = (
        element("li", None, inline(step_words(place, given.steps, given.arrows, given.lanes), context))
        for place in range(len(given.steps))
    )
    parts = (_caption(title, name, context), _scrolled(shown, name), told, block("ol", {"class": "steps"}, *steps))
    attributes = {"id": anchor(given.id), "class": "flow", PLACE: context.place(given.origin)}
    return block("figure", attributes, *parts)


def image(given: Image, context: Context) -> Markup:
    """A picture with its caption and source; a decoration stands by itself, with what is below it."""
    first, late = notes_of(given)
    below = (
        notes(first, context),
        element("p", {"class": "source"}, inline(given.source, context)) if given.source else NOTHING,
        notes(late, context),
    )
    if given.alternative is None:
        return lines(
            (block("div", {"class": "decoration", PLACE: context.place(given.origin)}, picture(given, context)), *below)
        )
    title = caption_words(given)
    caption = _caption(title, None, context) if title.text else NOTHING
    attributes = {"id": anchor(given.id), PLACE: context.place(given.origin)}
    return block("figure", attributes, caption, picture(given, context), *below)


def qr_code(given: QrCode, context: Context) -> Markup:
    """The code, and below it where it leads: that is a link, so that nobody has to scan what is on the screen."""
    shown = drawing(context.drawings[given.id], given.alternative, "", context)
    return block(
        "div",
        {"id": anchor(given.id), "class": "qr", PLACE: context.place(given.origin)},
        shown,
        element("p", {"class": "small"}, inline(given.content, context)),
    )


def _caption(title: NumberedWords, id: str | None, context: Context) -> Markup:
    label = joined((element("b", None, title.number), " ")) if title.number else NOTHING
    return element("figcaption", {"id": id}, label, inline(title.words, context))


def _scrolled(shown: Markup, name: str, kind: str = "drawing") -> Markup:
    """What is never so small that its letters can't be read, and scrolls instead, also by keyboard.

    It is called after the element with the id `name`.
    """
    return block("div", {"class": kind, "role": "group", "tabindex": 0, "aria-labelledby": name}, shown)


def _tables(given: Chart, context: Context) -> Iterator[Markup]:
    """The figures of the chart, closed until they are wanted: those that stand in a table made for it."""
    links = [item for item in given.table_link if isinstance(item, CrossReference)]
    made = [table for link in links if (table := context.tables.get(link.target)) is not None and table.is_made]
    for table in made:
        id = context.own_id()
        name = _about(table) if len(made) == 1 else plain_text(table.caption)
        shown = _scrolled(repeated_table(table, context), id, "wide")
        yield block("details", None, element("summary", {"id": id}, name), shown)


def _about(table: Table) -> str:
    """'Cijfers bij figuur 3': what they are of stands above the figure."""
    named = next((item.text for item in table.caption if isinstance(item, CrossReference)), None)
    return f"{spoken_language().charts.figures_of[0]}{named}" if named else plain_text(table.caption)
