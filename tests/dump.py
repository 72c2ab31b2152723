"""The document as a small readable text, for golden tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from rapportage.document import (
    Aside,
    Block,
    Cell,
    Chart,
    ChartSeries,
    Content,
    Contents,
    CrossReference,
    Document,
    FlowDiagram,
    Image,
    KeyFigures,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    PageBreak,
    PageReference,
    Paragraph,
    QrCode,
    Row,
    Section,
    Table,
    Terms,
    Text,
    Trace,
    Trend,
    Value,
    calculation_words,
    plain_text,
)

WIDTH = 118


def dump(document: Document) -> str:
    """Blocks in reading order, indented; figures as {31%}; then the notes, and every figure with its origin."""
    traces: dict[str, None] = {}
    lines = [*_opening(document, traces), "", *_blocks(document.blocks, "", traces)]
    return _text([*lines, *_ending(document, traces), *_figures(traces)])


def dump_by_chapter(document: Document) -> list[tuple[str, str]]:
    """The same in named parts: the opening, each chapter with the figures that it shows first, and the notes."""
    traces: dict[str, None] = {}
    parts: list[tuple[str, str]] = []
    name, lines, told = "opening", [*_opening(document, traces), ""], 0

    def end() -> None:
        parts.append((name, _text([*lines, *_figures(list(traces)[told:])])))

    for block in document.blocks:
        if isinstance(block, Section):
            end()
            name, lines, told = f"{block.heading.number or ''} {plain_text(block.heading.content)}", [], len(traces)
        lines += _blocks((block,), "", traces)
    end()
    name, lines, told = "notes", _ending(document, traces), len(traces)
    end()
    return parts


def _opening(document: Document, traces: dict[str, None]) -> list[str]:
    lines = [
        f"title: {document.title}",
        f"subtitle: {_inline(document.subtitle, traces)}",
        f"author: {document.author}",
        f"subject: {document.subject}",
        f"keywords: {', '.join(document.keywords)}",
        f"date: {document.date}, language: {document.language}",
    ]
    if document.marks:
        lines.append(f"marks: {' '.join(document.marks)}: {document.notice}")
    if document.cover:
        cover = document.cover
        lines.append(" / ".join(("cover: " + cover.period, cover.sender, cover.published, *cover.papers)))
        lines += _code(cover.qr, "", traces) if cover.qr else ()
    return lines


def _ending(document: Document, traces: dict[str, None]) -> list[str]:
    return ["", "notes:", *_notes(document.notes, "  ", traces)]


def _figures(traces: Iterable[str]) -> list[str]:
    return ["", "figures:", *(f"  {line}" for line in traces)]


def _text(lines: Sequence[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _blocks(blocks: tuple[Block, ...], indent: str, traces: dict[str, None]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section(heading=heading):
                number = f"{heading.number} " if heading.number else ""
                yield f"{indent}h{heading.level} #{heading.id} {number}{_inline(heading.content, traces)}"
                yield from _blocks(block.blocks, indent + "  ", traces)
            case Paragraph():
                yield from _wrapped(f"{block.role}: {_inline(block.content, traces)}", indent)
            case List():
                begin = f" from {block.start}" if block.start != 1 else ""
                yield f"{indent}{'numbered' if block.ordered else 'bullets'}{begin}"
                for item in block.items:
                    yield f"{indent}  item"
                    yield from _blocks(item.blocks, indent + "    ", traces)
            case Aside():
                title = f" {_inline(block.title, traces)}" if block.title else ""
                yield f"{indent}{block.kind}{title}"
                yield from _blocks(block.blocks, indent + "  ", traces)
            case Terms():
                yield f"{indent}terms"
                for term in block.items:
                    id = f"#{term.id} " if term.id else ""
                    words = f"{id}{_inline(term.name, traces)}: {_inline(term.meaning, traces)}"
                    yield from _wrapped(words, indent + "  ")
            case Table():
                yield from _table(block, indent, traces)
            case Chart():
                yield from _chart(block, indent, traces)
            case FlowDiagram():
                yield f"{indent}flow #{block.id} {block.label}: {_inline(block.caption, traces)}"
                yield from _wrapped(f"alternative: {block.alternative}", indent + "  ")
            case Image():
                yield from _image(block, indent, traces)
            case QrCode():
                yield from _code(block, indent, traces)
            case KeyFigures():
                yield from _cards(block, indent, traces)
            case Contents(kind="headings"):
                yield f"{indent}contents to level {block.depth}: {block.title}"
            case Contents():
                yield f"{indent}list of {block.kind}"
            case PageBreak():
                yield f"{indent}page break"


def _code(code: QrCode, indent: str, traces: dict[str, None]) -> Iterator[str]:
    yield f"{indent}qr #{code.id} {code.address}: {_inline(code.content, traces)}"
    yield from _wrapped(f"alternative: {code.alternative}", indent + "  ")


def _table(table: Table, indent: str, traces: dict[str, None]) -> Iterator[str]:
    turned = " (landscape)" if table.landscape else ""
    yield f"{indent}table #{table.id} {table.label}: {_inline(table.caption, traces)}{turned}"
    yield from _wrapped(f"summary: {table.summary}", indent + "  ")
    for row in table.head:
        yield f"{indent}  head | {_row(row, traces)}"
    for row in table.body:
        yield f"{indent}  {row.role} | {_row(row, traces)}"
    yield from _small_print(table, indent + "  ", traces)


def _row(row: Row, traces: dict[str, None]) -> str:
    return " | ".join(_cell(cell, traces) for cell in row.cells)


def _cell(cell: Cell, traces: dict[str, None]) -> str:
    span = f"<{cell.columns}x{cell.rows}>" if (cell.columns, cell.rows) != (1, 1) else ""
    id = f"#{cell.id} " if cell.id else ""
    headers = f" ({' '.join(cell.headers)})" if cell.headers else ""
    content = _trend(cell.trend) if cell.trend else _inline(cell.content, traces)
    return f"{id}{span}{content}{headers}"


def _trend(trend: Trend) -> str:
    shown = " ".join(point.text if point else "-" for point in trend.points)
    return f"(trend #{trend.id}: {trend.alternative} | {shown})"


def _cards(block: KeyFigures, indent: str, traces: dict[str, None]) -> Iterator[str]:
    yield f"{indent}key figures"
    for card in block.cards:
        parts = [_inline(part, traces) for part in (card.label, card.value, card.detail) if part]
        if card.trend:
            parts.append(_trend(card.trend))
        yield from _wrapped(" | ".join(parts), indent + "  ")
    yield from _small_print(block, indent + "  ", traces)


def _chart(chart: Chart, indent: str, traces: dict[str, None]) -> Iterator[str]:
    form = "" if chart.form == "naast elkaar" else f" {chart.form}"
    form += ", half width" if chart.is_half else ""
    caption = _inline(chart.caption, traces)
    yield f"{indent}chart #{chart.id} {chart.label}: {caption} ({chart.kind.word}{form}, {chart.unit})"
    if chart.headline:
        yield from _wrapped(f"headline: {_inline(chart.headline, traces)}", indent + "  ")
    yield from _wrapped(f"alternative: {chart.alternative}", indent + "  ")
    names = [category.full or category.label for category in chart.categories]
    for series in chart.series:
        shown = [_point(name, series, place) for place, name in enumerate(names)]
        role = "" if series.role == "plain" else f" ({series.role})"
        unit = f" [{series.unit}]" if series.unit else ""
        yield from _wrapped(f"{series.name}{unit}{role}: {', '.join(shown)}", indent + "  ")
    for split in chart.breaks:
        yield f"{indent}  break before {names[split.before]}: {split.label}"
    for event in chart.annotations:
        yield f"{indent}  at {names[event.place]}: {event.text}"
    if chart.table_link:
        yield f"{indent}  figures: {_inline(chart.table_link, traces)}"
    yield from _small_print(chart, indent + "  ", traces)


def _image(image: Image, indent: str, traces: dict[str, None]) -> Iterator[str]:
    width = f", {image.width.value:g} {'%' if image.width.is_part else 'mm'}" if image.width else ""
    if image.alternative is None:
        yield f"{indent}decoration ({image.file}{width})"
        yield from _small_print(image, indent + "  ", traces)
        return
    yield f"{indent}image #{image.id} {image.label}: {_inline(image.caption, traces)} ({image.file}{width})"
    yield from _wrapped(f"alternative: {image.alternative}", indent + "  ")
    yield from _small_print(image, indent + "  ", traces)


def _point(name: str, series: ChartSeries, place: int) -> str:
    point = series.points[place]
    if point is None:
        absent = series.absent(place)
        return f"{name} {absent.shown if absent.trace else '-'}"
    provisional, mark = "*" if point.provisional else "", f"[{point.mark}]" if point.mark else ""
    return f"{name} {point.text}{provisional}{mark}"


def _small_print(block: Table | Chart | Image | KeyFigures, indent: str, traces: dict[str, None]) -> Iterator[str]:
    yield from _notes(block.notes, indent, traces)
    if isinstance(block, Table) and block.remark:
        yield from _wrapped(f"remark: {_inline(block.remark, traces)}", indent)
    if block.source:
        yield from _wrapped(f"source: {_inline(block.source, traces)}", indent)


def _notes(notes: tuple[Note, ...], indent: str, traces: dict[str, None]) -> Iterator[str]:
    for note in notes:
        yield from _wrapped(f"{note.mark} #{note.id}: {_inline(note.content, traces)}", indent)


def _inline(content: Content, traces: dict[str, None]) -> str:
    return "".join(_item(item, traces) for item in content)


def _item(item: object, traces: dict[str, None]) -> str:
    match item:
        case Text(text=text):
            marked = _emphasised(text, item.bold, item.italic)
            return f"{marked}@{item.language}" if item.language else marked
        case Value(text=text, trace=trace):
            if trace:
                traces[f"{text} = {_trace(trace)}"] = None
            spoken = f" ({item.spoken})" if item.spoken else ""
            shown = text if item.is_name else f"{{{text}{spoken}}}"
            return _emphasised(shown, item.bold, item.italic)
        case Link(content=content, url=url):
            return f"[{_inline(content, traces)}]({url})"
        case CrossReference(text=text, target=target):
            return f"[{text}](#{target})"
        case PageReference(target=target):
            return f"(page of #{target})"
        case NoteMark(note=note, mark=mark):
            return f"[^{mark} #{note}]"
        case LineBreak():
            return " // "
    raise TypeError(f"not inline content: {item!r}")


def _emphasised(text: str, bold: bool, italic: bool) -> str:
    marks = "**" * bold + "*" * italic
    return f"{marks}{text}{marks[::-1]}"


def _trace(trace: Trace) -> str:
    cells = [f"{cell.series} {cell.period} {cell.category or 'totaal'} {cell.text}" for cell in trace.inputs]
    sources = dict.fromkeys(cell.source for cell in trace.inputs)
    return f"{calculation_words(trace.calculation)}: {'; '.join(cells)} [{'; '.join(sources)}]"


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False,
                break_on_hyphens=False)  # fmt: skip
