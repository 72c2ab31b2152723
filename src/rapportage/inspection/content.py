"""What the content stream of a page paints, by marked-content sequence (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from rapportage.inspection.tounicode import TextDecoder
from rapportage.inspection.tree import ObjectId

SHOWS_TEXT = frozenset(("Tj", "TJ", "'", '"'))
PAINTS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"))
"""The operators that put something else than text on the page."""
BEGINS, ENDS = frozenset(("BDC", "BMC")), "EMC"
_INLINE_IMAGE = ("BI", "ID", "EI")
"""The operators that stand as one 'INLINE IMAGE' among the instructions."""
_READ = " ".join((*SHOWS_TEXT, *PAINTS - {"INLINE IMAGE"}, *_INLINE_IMAGE, *BEGINS, ENDS, "Do", "Tf", "q", "Q"))
"""All that matters here: most of a page is moves, colours and paths, which pikepdf then passes over by itself."""
MAX_FORMS = 20
"""Forms nested deeper than this are not followed."""


@dataclass(slots=True)
class MarkedSequence:
    """A marked-content sequence that the structure tree may name, with what it paints."""

    mcid: int
    has_picture: bool = False
    shown: list[tuple[TextDecoder, bytes] | str] = field(default_factory=list)
    """What is shown, in order: bytes with the font that they are in, or the text that replaces them."""

    @property
    def text(self) -> str:
        """What it reads as. Decoded when asked for: who checks the structure alone has no need of it."""
        return "".join(part if isinstance(part, str) else part[0].decode(part[1]) for part in self.shown)


@dataclass(slots=True)
class PageContent:
    """The sequences of one page in the order of its stream."""

    sequences: list[MarkedSequence] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """The painting operators outside every sequence."""
    nested: list[int] = field(default_factory=list)
    """The identifiers of sequences that stand within another one, or within an artifact."""


class ContentReader:
    """Reads the pages of one file; fonts are decoded once."""

    def __init__(self) -> None:
        self._decoders: dict[ObjectId, TextDecoder] = {}

    def read(self, page: pikepdf.Page) -> PageContent:
        """What `page` paints.

        Raises:
            pikepdf.PdfError: the stream can't be read.
        """
        reading = _Reading(self._decoders)
        reading.run(page.obj, page.obj.get("/Resources") or page.resources)
        return reading.found


@dataclass(slots=True)
class _Mark:
    """An open sequence: of a structure element, an artifact, or neither (a mere property)."""

    sequence: MarkedSequence | None = None
    is_artifact: bool = False
    is_replaced: bool = False
    """It has an ActualText, as which all that it paints reads."""


class _Reading:
    """The state while one page is read."""

    def __init__(self, decoders: dict[ObjectId, TextDecoder]) -> None:
        self.found = PageContent()
        self._decoders = decoders
        self._marks: list[_Mark] = []
        self._decoder = TextDecoder(None)
        self._saved: list[TextDecoder] = []
        self._depth = 0

    def run(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        for instruction in pikepdf.parse_content_stream(stream, _READ):
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            if operator in SHOWS_TEXT:
                self._show(operator, operands)
            elif operator in PAINTS:
                self._paint(operator)
            elif operator == "Do":
                self._paint_object(_resource(resources, "/XObject", operands), resources)
            elif operator == "Tf":
                self._decoder = self._decoder_of(_resource(resources, "/Font", operands))
            elif operator in BEGINS:
                self._begin(operands, resources)
            elif operator == ENDS and self._marks:
                self._marks.pop()
            elif operator == "q":
                self._saved.append(self._decoder)
            elif operator == "Q" and self._saved:
                self._decoder = self._saved.pop()

    def _begin(self, operands: Sequence[object], resources: pikepdf.Object) -> None:
        tag = operands[0] if operands else None
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = _resource(resources, "/Properties", [properties])
        if not isinstance(properties, pikepdf.Dictionary):
            properties = pikepdf.Dictionary()
        mcid: object = properties.get("/MCID")
        mark = _Mark(is_artifact=tag == "/Artifact")
        if isinstance(mcid, int) and self._depth == 0:
            if self._sequence is not None or any(open_mark.is_artifact for open_mark in self._marks):
                self.found.nested.append(mcid)
            mark.sequence = MarkedSequence(mcid)
            self.found.sequences.append(mark.sequence)
        actual = properties.get("/ActualText")
        self._marks.append(mark)
        if isinstance(actual, pikepdf.String):
            self._add(str(actual))
            mark.is_replaced = True

    @property
    def _sequence(self) -> MarkedSequence | None:
        return next((mark.sequence for mark in reversed(self._marks) if mark.sequence is not None), None)

    def _note(self, operator: str) -> None:
        """Something is painted: it must be within a sequence or an artifact."""
        if self._sequence is None and not any(mark.is_artifact for mark in self._marks):
            self.found.unmarked.append(operator)

    def _paint(self, operator: str) -> None:
        self._note(operator)
        if self._sequence is not None:
            self._sequence.has_picture = True

    def _show(self, operator: str, operands: Sequence[object]) -> None:
        self._note(operator)
        for shown in _strings(operands):
            self._add((self._decoder, bytes(shown)))

    def _add(self, shown: tuple[TextDecoder, bytes] | str) -> None:
        if self._sequence is not None and not any(mark.is_replaced for mark in self._marks):
            self._sequence.shown.append(shown)

    def _paint_object(self, painted: pikepdf.Object | None, resources: pikepdf.Object) -> None:
        if not isinstance(painted, pikepdf.Stream) or painted.get("/Subtype") != "/Form":
            self._paint("Do")
        elif self._depth < MAX_FORMS:
            self._depth += 1
            self._saved.append(self._decoder)
            self.run(painted, painted.get("/Resources", resources))
            self._decoder = self._saved.pop()
            self._depth -= 1

    def _decoder_of(self, font: pikepdf.Object | None) -> TextDecoder:
        if font is None or not font.is_indirect:
            return TextDecoder(font)
        known = self._decoders.get(font.objgen)
        if known is None:
            known = self._decoders[font.objgen] = TextDecoder(font)
        return known


def _resource(resources: pikepdf.Object, kind: str, operands: Sequence[object]) -> pikepdf.Object | None:
    """The resource of `kind` that the first operand names."""
    group = resources.get(kind)
    if not isinstance(group, pikepdf.Dictionary) or not operands or not isinstance(operands[0], pikepdf.Name):
        return None
    return group.get(operands[0])


def _strings(operands: Sequence[object]) -> Iterator[pikepdf.Object]:
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield operand
        elif isinstance(operand, pikepdf.Array):
            yield from (item for item in operand if isinstance(item, pikepdf.String))
