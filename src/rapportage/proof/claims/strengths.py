"""How fast one thing changed beside another: 'minder sterk dan', 'een grotere stijging', 'nam meer toe dan in 2023'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.observation import Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number, signed
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import change_words
from rapportage.proof.claims.counterparts import Base, base_of
from rapportage.proof.claims.evidence import looked_up, outcome, pairs
from rapportage.proof.claims.facts import Facts, Meaning, Subject, before
from rapportage.proof.claims.lookups import clause_tokens, subjects_named
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_BOTH = 2
_PARTICLES = frozenset(("toe", "af", "op", "terug"))


class Move(Struct, frozen=True):
    """How much one thing changed over one time; of what is itself a growth only the percentage is known."""

    subject: Subject
    later: TimePeriod
    earlier: TimePeriod | None
    amount: Decimal | None
    percent: Decimal | None
    is_shown_as: Operation | None = None

    def told(self, facts: Facts) -> str:
        size = f"{signed(self.percent, 1)}%" if self.percent is not None else number(self.amount or Decimal(0))
        if self.amount is not None and self.is_shown_as is Operation.DIFFERENCE:
            size = f"{signed(self.amount, None)} ({size})"
        named = ", ".join(filter(None, [facts.title(self.subject.series), self.subject.part.label]))
        return f"{named} {period_name(self.later)}: {size}"


def strengths(sentence: Sentence) -> Iterator[Verdict]:
    """Words that say of two changes which was the stronger."""
    for first, last, sign in _words(sentence):
        if first.is_own:
            continue
        own, others = _moves(sentence, last)
        if own is None or not others or sentence.is_ahead(first) or _is_denied(sentence, first):
            yield sentence.verdict(ClaimKind.CHANGE, first, last, None)
            continue
        is_relative = any(word in change_words.RELATIVE for word in sentence.before(first, 4))
        is_any_way = any(each.word in change_words.CHANGED for each in clause_tokens(sentence, first))
        found = [holds for each in others for holds in _holds(own, each, sign, is_relative, is_any_way)]
        told = f"{own.told(sentence.facts)}, {others[0].told(sentence.facts)}"
        yield sentence.verdict(ClaimKind.CHANGE, first, last, outcome(found), told)


def _is_denied(sentence: Sentence, token: Token) -> bool:
    return any(word in ("niet", "geen", "nooit") for word in sentence.before(token, 3))


def _words(sentence: Sentence) -> Iterator[tuple[Token, Token, int]]:
    """Such words with their sign: 1 for stronger, -1 for weaker."""
    moved = [each.index for each, _ in direction_words(sentence)]
    moved += [each.index for each in sentence.tokens if each.word in change_words.CHANGED]
    if not moved:
        return
    for token in sentence.tokens:
        following = sentence.tokens[token.index + 1 :][:2]
        if token.kind is not Kind.WORD or not following:
            continue
        if token.word in change_words.STRONGER:
            yield token, token, change_words.STRONGER[token.word]
        elif token.word == "minder" and following[0].word in change_words.PACE:
            yield token, following[0], -1
        elif token.word in change_words.SIZES and _is_of_move(sentence, token, moved):
            yield token, token, change_words.SIZES[token.word]


def _is_of_move(sentence: Sentence, token: Token, moved: Sequence[int]) -> bool:
    """'een grotere stijging', 'was die toename kleiner', 'nam meer toe', 'daalde minder dan'."""
    words = {index: sentence.tokens[index].word for index in moved}
    nouns = [index for index, word in words.items() if word.endswith(change_words.NOUN_ENDS)]
    clause = [each.index for each in clause_tokens(sentence, token)]
    if token.word in ("meer", "minder"):
        following = sentence.after(token, 1)
        is_after_verb = any(index in (token.index - 1, token.index - 2) and index not in nouns for index in moved)
        return (following[:1] == ["dan"] and is_after_verb) or any(word in _PARTICLES for word in following)
    if token.index + 1 in nouns or token.index + 2 in nouns:
        return True
    is_said_of = any(index in clause and index < token.index and index + 6 > token.index for index in nouns)
    return is_said_of and not any(each.kind is Kind.FIGURE for each in sentence.tokens[token.index - 2 : token.index])


# --- Which two changes -------------------------------------------------------------------------------------


def _moves(sentence: Sentence, token: Token) -> tuple[Move | None, list[Move]]:
    """The change that a word is about, and those that it may be compared with."""
    base = base_of(sentence, token)
    shown = _shown(sentence)
    earlier = [moved for each in reversed(sentence.earlier) if (moved := _of_meaning(sentence.facts, each))]
    if not shown:
        return None, []
    if base is None:
        own = min(shown, key=lambda each: (each[0] < token.index, abs(each[0] - token.index)))
        before_it = [moved for index, moved in shown if index < token.index and moved is not own[1]]
        return own[1], (before_it or earlier)[:1]
    ahead = [moved for index, moved in shown if index < base.than.index]
    behind = [moved for index, moved in shown if index > base.than.index]
    if ahead and behind:
        return ahead[-1], behind[:1]
    if len(behind) == _BOTH and not ahead and _are_against(sentence, base):  # 'harder dan B: met D tegen D'
        return behind[0], behind[1:]
    own_move = (ahead or behind)[-1]
    return own_move, list(_others(sentence, base, own_move))


def _are_against(sentence: Sentence, base: Base) -> bool:
    """Whether 'tegen' or 'en' is between the two figures after what is compared with."""
    figures = [each for each in sentence.figures if each.index > base.than.index]
    between = sentence.words(figures[0].index, figures[-1].index) if len(figures) == _BOTH else []
    return not {"tegen", "tegenover", "om"}.isdisjoint(between)


def _others(sentence: Sentence, base: Base, own: Move) -> Iterator[Move]:
    """What is named after 'dan': the same thing at another time, or another thing at that time."""
    subjects = subjects_named(sentence, base.tokens)
    if subjects:
        yield from _looked_up(sentence, [each for each in subjects if each != own.subject], own.later, own.earlier)
        return
    for time in base.of_kind(Kind.TIME)[:1]:
        if time.moment is None:
            continue
        named = time.moment.periods(own.later) if time.moment.is_relative else sentence.named(time)
        for later in named:
            found = list(_looked_up(sentence, [own.subject], later, _as_far_back(own, later)))
            yield from found
            if found:
                return


def _as_far_back(own: Move, later: TimePeriod) -> TimePeriod | None:
    """As long before another time as a change is from its own."""
    if own.earlier is None:
        return None
    if own.earlier == own.later.year_before():
        return later.year_before()
    return before(later) if own.earlier == before(own.later) else None


def _looked_up(
    sentence: Sentence, subjects: Sequence[Subject], later: TimePeriod, earlier: TimePeriod | None
) -> Iterator[Move]:
    for subject in subjects:
        now = looked_up(sentence.facts, subject, later)
        if now and sentence.facts.is_change(subject.series):
            yield Move(subject, later, None, None, now.value)
            continue
        then = looked_up(sentence.facts, subject, earlier) if earlier else None
        if now and then and earlier:
            yield _move(subject, later, earlier, now.value - then.value, then.value)


def _move(subject: Subject, later: TimePeriod, earlier: TimePeriod, amount: Decimal, of: Decimal) -> Move:
    return Move(subject, later, earlier, amount, 100 * amount / abs(of) if of else None)


def _shown(sentence: Sentence) -> list[tuple[int, Move]]:
    """The changes that the figures of a sentence are or make, each with the place of its figure."""
    found = []
    for figure in sentence.figures:
        moved = _of_meaning(sentence.facts, sentence.meaning(figure))
        if moved is not None:
            found.append((figure.index, moved))
    if not found and sentence.levels:
        last = sentence.levels[-1]
        for earlier, later in pairs(sentence, sentence.levels, last):
            if earlier.point and later.point:
                amount = later.value - earlier.value
                times = later.point.time, earlier.point.time
                found.append((last.index, _move(later.point.subject, *times, amount, earlier.value)))
    return sorted(found, key=lambda each: each[0])


def _of_meaning(facts: Facts, meaning: Meaning) -> Move | None:
    point = meaning.point
    if point and meaning.value is not None and meaning.is_level and facts.is_change(point.subject.series):
        return Move(point.subject, point.time, None, None, meaning.value)
    if not meaning.is_change or meaning.rise is None or meaning.subject is None:
        return None
    one, other = sorted((each.time for each in meaning.points), key=lambda time: time.end)
    then, now = looked_up(facts, meaning.subject, one), looked_up(facts, meaning.subject, other)
    if then is None or now is None:
        return None
    moved = _move(meaning.subject, other, one, now.value - then.value, then.value)
    return Move(moved.subject, other, one, moved.amount, moved.percent, meaning.operation)


# --- Which is stronger ----------------------------------------------------------------------------------------


def _holds(one: Move, other: Move, sign: int, is_relative: bool, is_any_way: bool) -> Iterator[bool | None]:
    """By percentage and by number, whichever was shown first; only one of these where the other says nothing."""
    sizes = [(one.percent, other.percent)]
    is_one_thing = one.subject.series == other.subject.series
    if not is_relative and is_one_thing and Operation.CHANGE not in (one.is_shown_as, other.is_shown_as):
        amounts = [(one.amount, other.amount)]
        sizes = [*amounts, *sizes] if one.subject == other.subject else [*sizes, *amounts]
    for size, beside in sizes:
        if size is None or beside is None:
            continue
        if size * beside < 0 and not is_any_way:
            yield None
        else:
            yield (abs(size) - abs(beside)) * sign > 0
