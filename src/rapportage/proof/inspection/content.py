"""What the content stream of a page paints, by marked-content sequence (ISO 32000-1, 14.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import pikepdf
from msgspec import Struct, field

from rapportage.proof.inspection.opening import InspectionError, Work
from rapportage.proof.inspection.plain import ObjectId, plain, text_of
from rapportage.proof.inspection.tounicode import TextDecoder

SHOWS_TEXT = frozenset(("Tj", "TJ", "'", '"'))
PAINTS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"))
"""The operators that put something other than text on the page."""
BEGINS, ENDS = frozenset(("BDC", "BMC")), "EMC"
_INLINE_IMAGE = ("BI", "ID", "EI")
"""The operators that appear as one 'INLINE IMAGE' among the instructions."""
_MARKS = (*SHOWS_TEXT, *PAINTS - {"INLINE IMAGE"}, *_INLINE_IMAGE, *BEGINS, ENDS, "Do")
MARKS, _ALL = frozenset(_MARKS), frozenset((*_MARKS, "Tf", "q", "Q"))
"""All that matters here: most of a page is moves, colours and paths, which pikepdf then passes over by itself."""
_OPERATOR = re.compile(
    rb"(?<![\w*'\"])(?:%s)(?![\w*'\"])" % b"|".join(re.escape(each.encode()) for each in sorted(_ALL))
)
_OUTLINE = re.compile(rb"^[-0-9. mlh]{80,}$", re.MULTILINE)
MOST_OPERATORS, FEW_BYTES = 1_000_000, 1_000_000
"""On one page, of those that are read; a stream of few bytes has not so many."""
MAX_FORMS = 20
"""Forms nested deeper than this are not followed."""

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
Instructions = list[tuple[str, Instruction]]
"""Each with its operator, which to ask takes as long as most of what is done with it."""


def parse(stream: pikepdf.Object, operators: Iterable[str]) -> Instructions:
    """The instructions of a page or form that have one of these operators."""
    return [(str(each.operator), each) for each in pikepdf.parse_content_stream(stream, " ".join(sorted(operators)))]


def without_outlines(page: pikepdf.Page, beside: pikepdf.Pdf) -> pikepdf.Object:
    """The content of a page of ours with no lines that say only where outlines go: of a map that is nearly all.

    Our writer has the outline of each path on a line of its own, and no text that could be taken for one. What is given
    belongs to `beside`.
    """
    contents = page.obj.get("/Contents")
    if not isinstance(contents, pikepdf.Stream):
        return page.obj
    return pikepdf.Stream(beside, _OUTLINE.sub(b"", contents.read_bytes()))


class MarkedSequence(Struct):
    """A marked-content sequence that the structure tree may name, with what it paints."""

    mcid: int
    has_picture: bool = False
    shown: list[tuple[TextDecoder, bytes] | str] = field(default_factory=list)
    """What is shown, in order: bytes with the font that they are in, or the text that replaces them."""

    @property
    def text(self) -> str:
        """What it reads as. Decoded when asked for: who checks the structure alone has no need of it."""
        return "".join(self.texts)

    @property
    def texts(self) -> list[str]:
        """The same, in the parts in which it was shown."""
        return [part if isinstance(part, str) else part[0].decode(part[1]) for part in self.shown]


class PageContent(Struct):
    """The sequences of one page in the order of its stream."""

    sequences: list[MarkedSequence] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """The painting operators outside every sequence."""
    nested: list[int] = field(default_factory=list)
    """The identifiers of sequences that are within another one, or within an artifact."""
    aside: list[tuple[TextDecoder, bytes]] = field(default_factory=list)
    """What artifacts show: header, footer, a repeated head of a table. Seen by a reader, and not read aloud."""


class ContentReader:
    """Reads the pages of one file. Fonts are decoded once; without `with_text` not at all, and what is shown is ''."""

    def __init__(self, *, with_text: bool = True) -> None:
        self._decoders: dict[ObjectId, TextDecoder] = {}
        self._with_text = with_text
        self._work = Work()

    def read(self, page: pikepdf.Page, parsed: Instructions | None = None) -> PageContent:
        """What `page` paints; `parsed` are its instructions where these are known, at least MARKS.

        Raises:
            pikepdf.PdfError: the stream can't be read.
        """
        reading = _Reading(self._decoders, self._work, with_text=self._with_text)
        reading.run(page.obj, page.obj.get("/Resources") or page.resources, parsed)
        return reading.found


class _Mark(Struct, frozen=True):
    """What holds within an open sequence, by itself or by what is around it."""

    sequence: MarkedSequence | None = None
    """The innermost that the tree may name."""
    is_artifact: bool = False
    is_replaced: bool = False
    """There is an ActualText, as which all that is painted reads."""


class _Reading:
    """The state while one page is read."""

    def __init__(self, decoders: dict[ObjectId, TextDecoder], work: Work, *, with_text: bool) -> None:
        self.found = PageContent()
        self._with_text = with_text
        self._decoders = decoders
        self._work = work
        self._marks = [_Mark()]
        self._decoder = TextDecoder(None)
        self._saved: list[TextDecoder] = []
        self._depth = 0

    def run(self, stream: pikepdf.Object, resources: pikepdf.Object, instructions: Instructions | None = None) -> None:
        self._work.step(25)  # to begin a stream takes as long as so many operators
        if self._with_text:
            self._weigh(stream)
        wanted = _ALL if self._with_text else MARKS
        if instructions is None:
            instructions = parse(stream, wanted)
        self._work.step(len(instructions))
        for operator, instruction in instructions:
            if operator not in wanted:
                continue
            if operator in SHOWS_TEXT and not self._with_text:
                self._show_something(operator)
                continue
            if operator == ENDS:
                if len(self._marks) > 1:
                    self._marks.pop()
                continue
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
            elif operator == "q":
                self._saved.append(self._decoder)
            elif operator == "Q" and self._saved:
                self._decoder = self._saved.pop()

    def _weigh(self, stream: pikepdf.Object) -> None:
        """Counts what is to be parsed: all of it comes in memory at once."""
        contents = stream if isinstance(stream, pikepdf.Stream) else stream.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        self._work.step(len(parts))
        data = b" ".join(self._work.data(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))
        if len(data) > FEW_BYTES and sum(1 for _ in _OPERATOR.finditer(data)) > MOST_OPERATORS:
            raise InspectionError("een bladzijde van de pdf is te ingewikkeld om na te gaan")

    def _begin(self, operands: Sequence[object], resources: pikepdf.Object) -> None:
        tag = operands[0] if operands else None
        mcid, actual = _properties(operands[1] if len(operands) > 1 else None, resources)
        outer = self._marks[-1]
        sequence = outer.sequence
        if isinstance(mcid, int) and self._depth == 0:
            if sequence is not None or outer.is_artifact:
                self.found.nested.append(mcid)
            sequence = MarkedSequence(mcid)
            self.found.sequences.append(sequence)
        is_replaced = actual is not None
        if actual is not None and sequence is not None and not outer.is_replaced:
            sequence.shown.append(self._work.text(actual))
        is_artifact = tag == "/Artifact" or outer.is_artifact
        self._marks.append(_Mark(sequence, is_artifact, is_replaced or outer.is_replaced))

    def _note(self, operator: str) -> _Mark:
        """Something is painted, within what is returned: it must be within a sequence or an artifact."""
        mark = self._marks[-1]
        if mark.sequence is None and not mark.is_artifact:
            self.found.unmarked.append(operator)
        return mark

    def _paint(self, operator: str) -> None:
        mark = self._note(operator)
        if mark.sequence is not None:
            mark.sequence.has_picture = True

    def _show(self, operator: str, operands: Sequence[object]) -> None:
        mark = self._note(operator)
        if mark.sequence is None:
            self.found.aside.extend((self._decoder, bytes(shown)) for shown in _strings(operands))
        elif not mark.is_replaced:
            mark.sequence.shown.extend((self._decoder, bytes(shown)) for shown in _strings(operands))

    def _show_something(self, operator: str) -> None:
        """Text is shown, whatever it says."""
        mark = self._note(operator)
        if mark.sequence is not None and not mark.is_replaced and not mark.sequence.shown:
            mark.sequence.shown.append("")

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
        """That of the font, or of its map to Unicode where the font is no object by itself: a map is read once."""
        named = font if font is None or font.is_indirect else font.get("/ToUnicode")
        if named is None or not named.is_indirect:
            return TextDecoder(font)
        known = self._decoders.get(named.objgen)
        if known is None:
            known = self._decoders[named.objgen] = TextDecoder(font)
        return known


def _properties(named: object, resources: pikepdf.Object) -> tuple[object, str | None]:
    """What those of a sequence say, given there or by their name: its identifier, and the text that replaces it."""
    found = _resource(resources, "/Properties", [named]) if isinstance(named, pikepdf.Name) else named
    if not isinstance(found, pikepdf.Dictionary):
        return None, None
    if found is not named:  # it may refer to other objects
        actual = found.get("/ActualText")
        return found.get("/MCID"), str(actual) if isinstance(actual, pikepdf.String) else None
    entries = plain(found)
    known = entries if isinstance(entries, dict) else {}
    return known.get("/MCID"), text_of(known.get("/ActualText"))


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
