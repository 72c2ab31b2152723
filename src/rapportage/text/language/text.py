"""From a text of the layout to content of the document: expressions worked out, Markdown read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.own_names import PARTED
from rapportage.document import Block, Content, CrossReference, ParagraphRole, Text, Value, as_words, values
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell, DataSource, Observation
from rapportage.input.cube.absent import Vain
from rapportage.input.cube.cube import Asked
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.allowed import EVERYTHING, IN_NOTE, NAME, TOLD, Allowed
from rapportage.text.language.composed import MOST_TURNS, Composed
from rapportage.text.language.evaluate import Scope, evaluate
from rapportage.text.language.faults import ExpressionFault, RestsOnFault
from rapportage.text.language.loops import row_of, turns
from rapportage.text.language.markdown import Anchors, is_blank, to_blocks, to_content
from rapportage.text.language.operations import truth
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.showing import RUNNING_TEXT, Showing, is_ours, show
from rapportage.text.language.syntax.expression import Expression, parse_expression
from rapportage.text.language.syntax.reading import parse_template
from rapportage.text.language.syntax.statements import LOOP
from rapportage.text.language.syntax.template import Branch, Choice, Literal, Loop, Part, Template, Unread
from rapportage.text.language.views.series import FigureView

_UNREAD = (Value("…"),)
"""In the place of what is faulty, so that the words around it can be read."""
GAPS = ("T301", "T304", "T305", "T310", "T408", "T415", "T418", "T419")
"""Faults that may come of figures that are still empty: sums, shares, comparisons and charts of what is not known."""


_CURLY_QUOTES = tuple("“”„‘’‚")


class Ledger(Struct, frozen=True):
    """What the publication as a whole says and rests on, in the order of first use."""

    sources: dict[DataSource, None] = field(default_factory=dict)
    cells: dict[Cell, None] = field(default_factory=dict)
    texts: list[Composed] = field(default_factory=list)
    """Every text that a reader sees, with its figures in it."""
    in_vain: list[Asked] = field(default_factory=list)
    """What the expression that is worked out now asks in vain of the cube."""
    vain: list[Vain] = field(default_factory=list)
    """The faults in it that come of figures of which there are none."""


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
    templates: dict[tuple[int, frozenset[str]], Template] = field(default_factory=dict)
    """By text and the names of its own: what is read once. The specs that hold the texts live as long as the resolver.
    """

    def running(self) -> TextResolver:
        """For running text beside figures: a headline, a card."""
        return replace(self, how=replace(self.how, in_table=False))

    def naming(self, **names: object) -> TextResolver:
        return replace(self, scope=self.scope.naming(**names))

    def blocks(self, scalar: Scalar, role: ParagraphRole = "text") -> tuple[Block, ...] | None:
        """Paragraphs and lists."""
        composed = self._composed(scalar)
        made = to_blocks(composed, self.anchors, self.findings, role)
        return made if composed.is_whole else None

    def content(self, scalar: Scalar, allowed: Allowed = EVERYTHING) -> Content | None:
        """One run of text, with what its place may hold: anything else in it is a fault."""
        return self._content(self._composed(scalar), allowed)

    def required(self, scalar: Scalar, allowed: Allowed = EVERYTHING) -> Content | None:
        """One run of text that may not come out empty: a heading, a caption, a note."""
        composed = self._composed(scalar)
        content = self._content(composed, allowed)
        if content is None:
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

    def words(self, scalar: Scalar, allowed: Allowed = NAME) -> str | None:
        """Words without any form: a title for the metadata, the name of a line in a chart.

        No figure may be there: it would be known no more to be one, and neither be traced nor kept secret.
        """
        content = self.required(scalar, allowed)
        return None if content is None else as_words(content)

    def _content(self, composed: Composed, allowed: Allowed) -> Content | None:
        content = to_content(composed, self.anchors, self.findings, allowed)
        if content is None or not composed.is_whole:
            return None
        if allowed.figures:
            return _beside_words(content)
        return self._without_figures(content, composed.scalar)

    def _without_figures(self, content: Content, scalar: Scalar) -> Content | None:
        """`content`, which is made of `scalar`; a figure in it is a fault."""
        figures = [value for value in values(content) if value.trace is not None or value.rests_on is not None]
        for value in figures:
            message = f"hier kan geen cijfer uit de gegevens staan, en dit is er een: {value.text}"
            if value.trace is None:
                message = f"hier kan niets staan dat een cijfer zegt, en '{value.text}' zegt er een"
            hint = "zet het in een tekst, een titel van een tabel of figuur, of de ondertitel"
            self.findings.error("T113", message, value.origin or scalar.span, hint)
        return None if figures else content

    def value(self, scalar: Scalar) -> object:
        """What the one expression that the text consists of means; in a draft that may be WAITING."""
        template = self._template(scalar)
        if not template.is_whole:
            return None
        parts = [part for part in template.parts if not (isinstance(part, Literal) and not part.text.strip())]
        if len(parts) == 1 and isinstance(parts[0], Expression):
            return self._evaluate(parts[0], scalar)
        hint = f'bijvoorbeeld: "{{{{ {PARTED} | top(5) }}}}"'
        if scalar.text[:1] in _CURLY_QUOTES and scalar.text[-1:] in _CURLY_QUOTES:
            hint = f'gebruik rechte aanhalingstekens: "{scalar.text[1:-1][:80]}"'
        self.findings.error("T111", "hier hoort één uitdrukking tussen {{ en }}", scalar.span, hint)
        return None

    def row(self, scalar: Scalar) -> object:
        """As `value`, of a text that may also be the name of a series by itself."""
        if "{{" in scalar.text:
            return self.value(scalar)
        expression, faults = parse_expression(scalar.text, 0, self.scope.vocabulary())
        for fault in faults:
            self.findings.error(fault.code, fault.message, scalar.span, fault.hint)
        return None if expression is None else self._evaluate(expression, scalar)

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
        if isinstance(fault, RestsOnFault):
            self.findings.rests(span, fault.cause)
            return None
        if fault.code in GAPS and self.used.ledger.in_vain:
            self.used.ledger.vain.append(Vain(fault.code, span, tuple(dict.fromkeys(self.used.ledger.in_vain))))
        if self._is_gap(fault):
            self.findings.warning(fault.code, fault.message, span, "vul de cijfers van deze periode in")
            return WAITING
        self.findings.error(fault.code, fault.message, span, fault.hint)
        return None

    def waits(self, code: str, message: str, span: Span, hint: str | None = None) -> Waiting | None:
        """Reports what there is nothing to show of: in a draft that is a warning."""
        return self.fault(ExpressionFault(code, message, hint), span)

    def _template(self, scalar: Scalar) -> Template:
        """The parts of a text; those of a column of a table are wanted for every row, and kept."""
        key = id(scalar), self.scope.own
        if key not in self.templates:
            self.templates[key] = parse_template(scalar, self.scope.vocabulary(), self.findings)
        return self.templates[key]

    def _composed(self, scalar: Scalar) -> Composed:
        """The text with its figures. What is sound of a faulty one is composed as well, so that all faults are told."""
        template = self._template(scalar)
        composed = Composed(scalar)
        composed.is_whole = self._all(template.parts, composed) and template.is_whole
        if composed.is_whole:
            self.used.ledger.texts.append(composed)
        return composed

    def _all(self, parts: Sequence[Part], composed: Composed) -> bool:
        return all([self._add(part, composed) for part in parts])

    def _add(self, part: Part, composed: Composed) -> bool:
        """Adds a part of the text; False when it holds a fault, which was then reported."""
        match part:
            case Literal(text=text, offset=offset):
                composed.add_literal(text, offset)
                return True
            case Expression():
                return self._add_shown(part, composed)
            case Unread(offset=offset):
                composed.add_slot(_UNREAD, offset)
                return False
            case Choice(branches=branches, offset=offset):
                is_whole = self._add_choice(branches, composed)
            case Loop(offset=offset):
                is_whole = self._add_loop(part, composed)
        if not is_whole:
            composed.add_slot(_UNREAD, offset)
        return is_whole

    def _add_choice(self, branches: Sequence[Branch], composed: Composed) -> bool:
        """The branch whose condition holds; after a faulty one the others are read too, for their faults."""
        is_whole = True
        for branch in branches:
            holds = True if branch.condition is None else self._holds(branch.condition, composed)
            is_whole = is_whole and holds is not None
            if holds:
                return self._all(branch.parts, composed) and is_whole
        return is_whole

    def _add_loop(self, loop: Loop, composed: Composed) -> bool:
        """What is in the loop, once for each figure of its row; each turn sees the figure by its name."""
        if isinstance(loop.row, Unread):
            return False
        try:
            row = row_of(self._worked_out(loop.row))
            if not row.items and loop.otherwise is None:
                hint = "zeg wat er dan staat (het mag leeg zijn): {% else %} … {% endfor %}"
                raise ExpressionFault("T305", "deze rij heeft geen enkel cijfer", hint)
        except ExpressionFault as fault:
            if self._report(fault, loop.row, composed.scalar) is None:
                return False
            gap = spoken_language().signs.gap
            composed.add_slot((Value(f"[{gap}]", spoken=gap, origin=_span(loop.row, composed.scalar)),), loop.offset)
            return True
        if not row.items:
            return self._all(loop.otherwise or (), composed)
        is_whole = True
        for figure, turn in turns(row):
            composed.turns += 1
            if composed.is_full:
                return self._too_much(loop, composed)
            inner = self.naming(**{loop.name: figure, LOOP: turn})
            is_whole = inner._all(loop.parts, composed) and is_whole
        return is_whole

    def _too_much(self, loop: Loop, composed: Composed) -> bool:
        if composed.is_cut:  # by a loop in this one
            return False
        composed.is_cut = True
        message = f"de herhalingen in deze tekst gaan meer dan {MOST_TURNS} keer rond, of geven te veel tekst"
        span = composed.scalar.span_at(loop.offset, len("for"))
        self.findings.error("T307", message, span, "beperk de rij, bijvoorbeeld met top(10), of zet haar in een tabel")
        return False

    def _add_shown(self, expression: Expression, composed: Composed) -> bool:
        """Adds what the expression gives; in a draft a gap where there is nothing yet."""
        span = _span(expression, composed.scalar)
        try:
            value = self._worked_out(expression)
            content = show(value, span, self.used.add_figure, self.how)
        except ExpressionFault as fault:
            is_gap = self._report(fault, expression, composed.scalar) is not None
            words = spoken_language().signs.gap
            gap = (Value(f"[{words}]", spoken=words, origin=span),)
            composed.add_slot(gap if is_gap else _UNREAD, expression.offset)
            return is_gap
        composed.add_slot(content, expression.offset, is_ours=is_ours(value, in_table=self.how.in_table))
        return True

    def _holds(self, condition: Expression | Unread, composed: Composed) -> bool | None:
        if isinstance(condition, Unread):
            return None
        try:
            return truth(self._worked_out(condition))
        except ExpressionFault as fault:
            if self._report(fault, condition, composed.scalar) is None:
                return None
            composed.waits = True
            return False

    def _evaluate(self, expression: Expression, scalar: Scalar) -> object:
        try:
            return self._worked_out(expression)
        except ExpressionFault as fault:
            return self._report(fault, expression, scalar)

    def _worked_out(self, expression: Expression) -> object:
        self.used.ledger.in_vain.clear()
        return evaluate(expression, self.scope)

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
    words = spoken_language().signs
    return tuple(
        replace(item, text=words.not_applicable if item.spoken == words.impossible else item.spoken or "")
        if isinstance(item, Value) and item.trace and not item.text
        else item
        for item in content
    )


def _span(expression: Expression, scalar: Scalar) -> Span:
    """The whole expression, without the white space around it."""
    words = expression.source.strip()
    start = expression.offset + expression.source.index(words) if words else expression.offset
    return scalar.span_at(start, max(1, len(words.split("\n")[0])))
