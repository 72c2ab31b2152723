"""The line that names the publications behind figures."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import Content, Inline, Link, Text, source_word
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.names import publisher_name
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import DataSource
from rapportage.text.language.trace import publication_date


def source_content(sources: Sequence[DataSource]) -> Content:
    """'Bron: IND, Asielinstroom in mei 2020 (24 juni 2020).', the title a link where the source has an address.

    Works of one publisher come together, by order of first use.
    """
    if not sources:
        return ()
    items: list[Inline] = [Text(source_word(len(sources)))]
    by_publisher: dict[str, list[DataSource]] = {}
    for source in sources:
        by_publisher.setdefault(source.publisher, []).append(source)
    for place, (publisher, works) in enumerate(by_publisher.items()):
        items.append(Text(f"{'; ' if place else ''}{publisher_name(publisher)}, "))
        for number, source in enumerate(works):
            items += [Text(", " if number else ""), title_of(source), Text(publication_date(source))]
    items.append(Text("."))
    return _joined(items)


def title_of(source: DataSource) -> Inline:
    """A publication is cited by its own title; in a report in another language that is said to be Dutch."""
    title = plain_title(source)
    return Link((title,), source.url) if source.url else title


def plain_title(source: DataSource) -> Text:
    return Text(source.title, language=None if spoken_language() is DUTCH else DUTCH.code)


def _joined(items: list[Inline]) -> Content:
    """Neighbouring words as one."""
    joined: list[Inline] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, Text) and isinstance(last, Text) and item.language == last.language:
            joined[-1] = Text(last.text + item.text, language=item.language)
        elif not (isinstance(item, Text) and not item.text):
            joined.append(item)
    return tuple(joined)
