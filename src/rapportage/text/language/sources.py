"""The line that names the publications behind figures."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import MORE_SOURCES, ONE_SOURCE, Content, Inline, Link, Text
from rapportage.figures.observation import DataSource
from rapportage.text.language.trace import publication_date


def source_content(sources: Sequence[DataSource]) -> Content:
    """'Bron: IND, Asielinstroom in mei 2020 (24 juni 2020).', the title a link where the source has an address.

    Works of one publisher come together, by order of first use.
    """
    if not sources:
        return ()
    items: list[Inline] = [Text(ONE_SOURCE if len(sources) == 1 else MORE_SOURCES)]
    by_publisher: dict[str, list[DataSource]] = {}
    for source in sources:
        by_publisher.setdefault(source.publisher, []).append(source)
    for place, (publisher, works) in enumerate(by_publisher.items()):
        items.append(Text(f"{'; ' if place else ''}{publisher}, "))
        for number, source in enumerate(works):
            title: Inline = Link((Text(source.title),), source.url) if source.url else Text(source.title)
            items += [Text(", " if number else ""), title, Text(publication_date(source))]
    items.append(Text("."))
    return _joined(items)


def _joined(items: list[Inline]) -> Content:
    """Neighbouring words as one."""
    joined: list[Inline] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + item.text)
        elif not (isinstance(item, Text) and not item.text):
            joined.append(item)
    return tuple(joined)
