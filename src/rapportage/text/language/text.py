"""From a text of the layout to content of the document: expressions worked out, Markdown read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.document import Block, Content, CrossReference, ParagraphRole, Text, Value, as_words, values
from rapportage.figures.observation import Cell, DataSource, Observation
from rapportage.figures.words.signs import GAP, IMPOSSIBLE, NOT_APPLICABLE
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.allowed import EVERYTHING, IN_NOTE, TOLD, WORDS, Allowed
from rapportage.text.language.composed import Composed
from rapportage.text.language.evaluate import Scope, evaluate
from rapportage.text.language.expression import Expression
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.markdown import Anchors, is_blank, to_blocks, to_content
from rapportage.text.language.operations import truth
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.showing import RUNNING_TEXT, Showing, show
from rapportage.text.language.template import Branch, Choice, Literal, Part, Template, parse_template
from rapportage.text.language.views import FigureView

ROW = "rij"
"""The name that only a table knows."""
GAPS = ("T301", "T304", "T305", "T408", "T415", "T418", "T419")
"""Faults that may come of figures that are still empty: sums, shares, comparisons and charts of what is not known."""


class Ledger(Struct, frozen=True):
    """What the publication as a whole says and rests on, in the order of first use."""

    sources: dict[DataSource, None] = field(default_factory=dict)
    cells: dict[Cell, None] = field(default_factory=dict)
    texts: list[Composed] = field(default_factory=list)
    """Every text that a reader sees, with its figures in it."""


class UsedSources(Struct):
    """The publications behind the figures that were shown, each once, in the order of first use; and their remarks."""

    ledger: Ledger = field(default_factory=Ledger)
    sources: dict[DataSource, None] = field(default_factory=dict)
    remarks: dict[Content, None] = field(default_factory=dict)

    def add_figure(self, figure: FigureView) -> None:
        self.add(figure.observation)
        if figure.remark:
            self.remarks[figure.remark] = None

    def add(self, observation: Observation) -> None:
        for cell in observation.cells():
            sources = dict.fromkeys((cell.source, *cell.more_sources))
            self.sources.update(sources)
            self.ledger.sources.update(sources)
            self.ledger.cells[cell] = None

    def take(self) -> tuple[DataSource, ...]:
        """What was gathered so far; begins again."""
        taken = tuple(self.sources)
        self.sources.clear()
        return taken

    def take_remarks(self) -> tuple[Content, ...]:
        taken = tuple(self.remarks)
        self.remarks.clear()
        return taken


class TextResolver(Struct, frozen=True):
    """Resolves texts with the names of `scope`. Each gives None for a text that is faulty, which was reported."""

    scope: Scope
    anchors: Anchors
    findings: Findings
    used: UsedSources
    how: Showing = RUNNING_TEXT
    templates: dict[tuple[int, bool], Template | None] = field(default_factory=dict)
    """By text, with or without a row: what is read once. The specs that hold the texts live as long as the resolver."""

    def running(self) -> TextResolver:
        """For running text beside figures: a headline, a card."""
        return replace(self, how=replace(self.how, in_table=False))

    def naming(self, **names: object) -> TextResolver:
        return replace(self, scope=self.scope.naming(**names))

    def blocks(self, scalar: Scalar, role: ParagraphRole = "text") -> tuple[Block, ...] | None:
        """Paragraphs and lists."""
        composed = self._composed(scalar)
        return None if composed is None else to_blocks(composed, self.anchors, self.findings, role)

    def content(self, scalar: Scalar, allowed: Allowed = EVERYTHING) -> Content | None:
        """One run of text, with what its place may hold: anything else in it is a fault."""
        composed = self._composed(scalar)
        return None if composed is None else self._content(composed, allowed)

    def required(self, scalar: Scalar, allowed: Allowed = EVERYTHING) -> Content | None:
        """One run of text that may not come out empty: a heading, a caption, a note."""
        composed = self._composed(scalar)
        content = None if composed is None else self._content(composed, allowed)
        if composed is None or content is None:
            return None
        if is_blank(content) and not composed.waits:
            hint = "laat het weg, of schrijf wat er staat als de voorwaarde niet geldt"
            self.findings.error("T112", "deze tekst levert niets op", scalar.span, hint)
            return None
        return content

    def optional(self, scalar: Scalar | None, allowed: Allowed = EVERYTHING) -> Content | None:
        """As `required`, of a text that the user may leave out: that is an empty run."""
        return () if scalar is None else self.required(scalar, allowed)

    def told(self, scalar: Scalar | None) -> Content | None:
        """An optional text of words and figures: what is heard instead of seen, or is under the title."""
        return self.running().optional(scalar, TOLD)

    def note(self, scalar: Scalar) -> Content | None:
        """The words of a note, which can have no notes itself."""
        return self.required(scalar, IN_NOTE)

    def words(self, scalar: Scalar) -> str | None:
        """Words without any form: a title for the metadata, the name of a line in a chart.

        No figure may be there: it would be known no more to be one, and neither be traced nor kept secret.
        """
        content = self.required(scalar, WORDS)
        return None if content is None else as_words(content)

    def _content(self, composed: Composed, allowed: Allowed) -> Content | None:
        content = to_content(composed, self.anchors, self.findings, allowed)
        if content is None or allowed.figures:
            return None if content is None else _beside_words(content)
        return self._without_figures(content, composed.scalar)

    def _without_figures(self, content: Content, scalar: Scalar) -> Content | None:
        """`content`, which is made of `scalar`; a figure in it is a fault."""
        figures = [value for value in values(content) if value.trace is not None]
        for value in figures:
            message = f"hier kan geen cijfer uit de gegevens staan, en dit is er een: {value.text}"
            hint = "zet het in een tekst, een titel van een tabel of figuur, of de ondertitel"
            self.findings.error("T113", message, value.origin or scalar.span, hint)
        return None if figures else content

    def value(self, scalar: Scalar) -> object:
        """What the one expression that the text consists of means; in a draft that may be WAITING."""
        template = self._template(scalar)
        if template is None:
            return None
        parts = [part for part in template.parts if not (isinstance(part, Literal) and not part.text.strip())]
        if len(parts) == 1 and isinstance(parts[0], Expression):
            return self._evaluate(parts[0], scalar)
        hint = 'bijvoorbeeld: "{{ eerste_aanvragen | top(5) }}"'
        self.findings.error("T111", "hier hoort één uitdrukking tussen {{ en }}", scalar.span, hint)
        return None

    def holds(self, scalar: Scalar) -> bool | None:
        """Whether the condition that the text consists of is true; one that waits for figures is not."""
        value = self.value(scalar)
        if value is None or value is WAITING:
            return None if value is None else False
        try:
            return truth(value)
        except ExpressionFault as fault:
            return None if self.fault(fault, scalar.span) is None else False

    def fault(self, fault: ExpressionFault, span: Span) -> Waiting | None:
        """Reports what was wrong with the value of the expression at `span`: in a draft a gap is a warning.

        What it gives is what there is instead of the value.
        """
        if self._is_gap(fault):
            self.findings.warning(fault.code, fault.message, span, "vul de cijfers van deze periode in")
            return WAITING
        self.findings.error(fault.code, fault.message, span, fault.hint)
        return None

    def waits(self, code: str, message: str, span: Span, hint: str | None = None) -> Waiting | None:
        """Reports what there is nothing to show of: in a draft that is a warning."""
        return self.fault(ExpressionFault(code, message, hint), span)

    def _template(self, scalar: Scalar) -> Template | None:
        """The parts of a text; those of a column of a table are wanted for every row, and kept."""
        key = id(scalar), ROW in self.scope.names
        if key not in self.templates:
            self.templates[key] = parse_template(scalar, self.scope.vocabulary(), self.findings)
        return self.templates[key]

    def _composed(self, scalar: Scalar) -> Composed | None:
        template = self._template(scalar)
        if template is None:
            return None
        composed = Composed(scalar)
        if not all([self._add(part, composed) for part in template.parts]):
            return None
        self.used.ledger.texts.append(composed)
        return composed

    def _add(self, part: Part, composed: Composed) -> bool:
        """Adds a part of the text; False when it holds a fault, which was then reported."""
        match part:
            case Literal(text=text, offset=offset):
                composed.add_literal(text, offset)
                return True
            case Expression():
                content = self._shown(part, composed.scalar)
                if content is not None:
                    composed.add_slot(content, part.offset)
                return content is not None
            case Choice(branches=branches):
                return self._add_choice(branches, composed)

    def _add_choice(self, branches: Sequence[Branch], composed: Composed) -> bool:
        """The branch whose condition holds; after a faulty one the others are read too, for their faults."""
        is_whole = True
        for branch in branches:
            holds = True if branch.condition is None else self._holds(branch.condition, composed)
            is_whole = is_whole and holds is not None
            if holds:
                return all([self._add(inner, composed) for inner in branch.parts]) and is_whole
        return is_whole

    def _shown(self, expression: Expression, scalar: Scalar) -> tuple[Text | Value, ...] | None:
        span = _span(expression, scalar)
        try:
            return show(evaluate(expression, self.scope), span, self.used.add_figure, self.how)
        except ExpressionFault as fault:
            instead = self._report(fault, expression, scalar)
            return None if instead is None else (Value(f"[{GAP}]", spoken=GAP, origin=span),)

    def _holds(self, condition: Expression, composed: Composed) -> bool | None:
        try:
            return truth(evaluate(condition, self.scope))
        except ExpressionFault as fault:
            if self._report(fault, condition, composed.scalar) is None:
                return None
            composed.waits = True
            return False

    def _evaluate(self, expression: Expression, scalar: Scalar) -> object:
        try:
            return evaluate(expression, self.scope)
        except ExpressionFault as fault:
            return self._report(fault, expression, scalar)

    def _is_gap(self, fault: ExpressionFault) -> bool:
        """Whether, in a draft, this is because figures are still empty."""
        return self.how.draft and fault.code in GAPS

    def _report(self, fault: ExpressionFault, expression: Expression, scalar: Scalar) -> Waiting | None:
        if fault.offset is None:
            span = _span(expression, scalar)
        else:
            span = scalar.span_at(expression.offset + fault.offset, fault.length)
        return self.fault(fault, span)


def _beside_words(content: Content) -> Content:
    """With 'n.v.t.' or 'nog niet bekend' for an empty cell, where there are words around it."""
    if not any(isinstance(item, Text | CrossReference) for item in content):
        return content
    return tuple(
        replace(item, text=NOT_APPLICABLE if item.spoken == IMPOSSIBLE else item.spoken or "")
        if isinstance(item, Value) and item.trace and not item.text
        else item
        for item in content
    )


def _span(expression: Expression, scalar: Scalar) -> Span:
    """The whole expression, without the white space around it."""
    words = expression.source.strip()
    start = expression.offset + expression.source.index(words) if words else expression.offset
    return scalar.span_at(start, max(1, len(words.split("\n")[0])))
