"""What changed the most or the least of all parts: 'de grootste stijging', 'daalde het sterkst'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rapportage.figures.parts import Part
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.changes import goes_from_to
from rapportage.proof.claims.facts import Facts, Subject
from rapportage.proof.claims.fields import Field, part_fields
from rapportage.proof.claims.lookups import Span, clause_tokens, spans
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.orders import Order
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import Claimed, chain_from, labels_of
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_GOES_ON = frozenset(lexicon.words("die dat in bij op onder voor van"))
"""After 'het minst' in a clause that leans on the verb of another: 'A steeg het hardst, het minst die van B'."""
_NO_WORDS = frozenset(lexicon.words("het de en maar waarbij"))
_GAINS = {
    **dict.fromkeys(lexicon.words("winst vooruitgang verbetering sprong stap inhaalslag"), 1),
    **dict.fromkeys(lexicon.words("verlies achteruitgang verslechtering klap"), -1),
}
"""With 'van F naar F' they say how much a part went up or down: 'de grootste winst boekte de havo'."""
_NOUN_REACH = 2
"""So many words after 'grootste' comes the noun of change: 'grootste procentuele stijging'."""


def change_of(sentence: Sentence, token: Token) -> int | None:
    """Which way went what a superlative is of: its noun, or the verb that it is with; None where it is of no change."""
    moved = {each.index: sign for each, sign in direction_words(sentence)}
    near = range(token.index + 1, token.index + 1 + _NOUN_REACH)
    of_noun = [moved[place] for place in near if place in moved]
    if of_noun and token.word.endswith("e"):
        return of_noun[0]
    gains = [_GAINS[each.word] for each in sentence.tokens[token.index + 1 :][:_NOUN_REACH] if each.word in _GAINS]
    if gains and token.word.endswith("e") and (goes_from_to(sentence) or _has_points(sentence, token)):
        return gains[0]
    if sentence.before(token, 1) != ["het"]:
        return None
    clause = clause_tokens(sentence, token)
    verbs = [moved[each.index] for each in clause if each.index in moved and not _is_noun(each)]
    verbs = verbs or [moved[each.index] for each in clause if each.index in moved]
    if not verbs and (_is_elliptic(clause, token) or not _GOES_ON.isdisjoint(sentence.after(token, 1))):
        ahead = sentence.tokens[: clause[0].index]
        has_other = any(each.word.endswith("st") and sentence.before(each, 1) == ["het"] for each in ahead)
        said = [each for each in ahead if each.index in moved and not _is_noun(each)]
        is_next = len(said) == 1 and sentence.clauses.number(said[0]) == sentence.clauses.number(token) - 1
        verbs = [moved[each.index] for each in said if has_other or is_next]
    return verbs[0] if len(verbs) == 1 else None


def _is_elliptic(clause: Sequence[Token], token: Token) -> bool:
    """Whether a clause only names who: 'A, B en C zagen het afnemen, B het sterkst'."""
    others = [each for each in clause if each.kind is not Kind.MARK and each is not token]
    return any(each.kind is Kind.PART for each in others) and all(
        each.kind is Kind.PART or each.word in _NO_WORDS for each in others
    )


def _has_points(sentence: Sentence, token: Token) -> bool:
    """Whether a change is shown in its clause, or in points: 'boekte met 1,2 procentpunt de grootste winst'."""
    clause = clause_tokens(sentence, token)
    return any(
        each.word.startswith("procentpunt") or (each.figure and sentence.meaning(each).is_change) for each in clause
    )


def _is_noun(token: Token) -> bool:
    return token.word.endswith(change_words.NOUN_ENDS)


def steepest(sentence: Sentence, token: Token, order: Order, sign: int, found: Sequence[Claimed]) -> Verdict:
    """Whether the part that is named changed the most, by number or by percentage, between the times that are meant."""
    outcomes: list[bool] = []
    told = ""
    for each in found[:1]:
        is_growth = sentence.facts.is_change(each.point.subject.series) and not _is_of_growth(sentence, token)
        for fields in [_grown(sentence, each, sign)] if is_growth else _of_spans(sentence, token, each, sign):
            outcomes += [any(_holds(field, order) for field in fields)] if fields else []
            told = told or (fields[0].told(order.sign, order.place) if fields else "")
    holds = (
        None if not (outcomes and sign and order.sign) else True if outcomes[0] else None if any(outcomes) else False
    )
    return sentence.verdict(ClaimKind.RANK, token, token, holds, told)


def _is_of_growth(sentence: Sentence, token: Token) -> bool:
    """'nam de groei het sterkst af', 'de grootste daling van de inflatie'; not 'de grootste groei'."""
    own = [each for each in clause_tokens(sentence, token) if each.word.endswith(change_words.GROWTHS)]
    return any(not token.index < each.index <= token.index + _NOUN_REACH for each in own)


def _of_spans(sentence: Sentence, token: Token, claimed: Claimed, sign: int) -> Iterator[list[Field]]:
    for span in spans(sentence, token) or _since_named(sentence):
        fields = list(_fields(sentence, claimed, span, sign))
        yield [*fields, *(field for each in fields if (field := _of_named(sentence, token, each)) is not None)]


def _since_named(sentence: Sentence) -> list[Span]:
    """Of a sentence without figures from the time that it compares with up to now: 'daalde ten opzichte van mei'."""
    bases = [] if sentence.figures else [each for each in sentence.times() if sentence.is_base(each)]
    near = sentence.reading.near
    return [(near, time) for each in bases[:1] for time in sentence.named(each)[:1] if time.end < near.end]


def _of_named(sentence: Sentence, token: Token, field: Field) -> Field | None:
    """Only those that are listed before it: 'A, B en C daalden, B het sterkst'."""
    names = [each for each in sentence.tokens[: token.index] if each.kind is Kind.PART]
    listed = labels_of(chain_from(sentence, names[0].index)[0]) & field.values.keys() if names else set[str]()
    is_of_those = len(listed) > 1 and field.own in listed and _is_elliptic(clause_tokens(sentence, token), token)
    return field.only(sorted(listed)) if is_of_those else None


def _grown(sentence: Sentence, claimed: Claimed, sign: int) -> list[Field]:
    """How much each part went that way, of figures that say so themselves: 'het hardst stegen de prijzen van A (F)'."""
    subject = claimed.point.subject
    values = (each.values for each in part_fields(sentence.facts, claimed.point, claimed.meaning))
    return [_field(subject, {name: sign * value for name, value in each.items()}) for each in values]


def _holds(field: Field, order: Order) -> bool:
    """Of the smallest rise only what rose counts."""
    if field.values[field.own] <= 0:
        return False
    moved = field if order.sign > 0 else field.only([name for name, value in field.values.items() if value > 0])
    return moved is not None and moved.holds(order.sign, order.place)


def _fields(sentence: Sentence, claimed: Claimed, span: Span, sign: int) -> Iterator[Field]:
    """How much each part of the breakdown went that way: in number, and in per cent."""
    facts, subject, (later, _) = sentence.facts, claimed.point.subject, span
    parts = facts.parts(subject.series, later, subject.part.dimensions)
    named = [each for each in parts if each == subject.part or not facts.takes_rest(subject.series, each)]
    known = {each.label: _at(facts, subject, each, span) for each in named}
    values = {name: pair for name, pair in known.items() if pair is not None}
    if len(values) != len(known) or len(values) < 2 or subject.part.label not in values:
        return
    is_relative = not change_words.RELATIVE.isdisjoint(sentence.words(0, len(sentence.tokens)))
    if not is_relative:
        yield _field(subject, {name: sign * (now - then) for name, (now, then) in values.items()})
    if all(then > 0 for _, then in values.values()):
        yield _field(subject, {name: sign * 100 * (now - then) / then for name, (now, then) in values.items()})


def _field(subject: Subject, values: Mapping[str, Decimal]) -> Field:
    return Field(values, subject.part.label)


def _at(facts: Facts, subject: Subject, part: Part, span: Span) -> tuple[Decimal, Decimal] | None:
    now, then = (facts.value(Subject(subject.series, part), time) for time in span)
    return None if now is None or then is None else (now, then)
