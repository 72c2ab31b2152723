"""Words of comparison ('meer dan', 'lager', 'boven het niveau van'): what is compared with what, and which is more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.figures.observation import Operation
from rapportage.figures.parts import Part
from rapportage.figures.words.numbers import signed
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.announced import changes_announced
from rapportage.proof.claims.antecedents import compared_before
from rapportage.proof.claims.apart import is_elsewhere, is_of_nearer
from rapportage.proof.claims.changes import change_at, is_within
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.counterparts import Base, are_alike, base_of, beside_time, of_named_at, readings
from rapportage.proof.claims.evidence import Change, Side, of_deficits, outcome, side_of, with_earlier
from rapportage.proof.claims.growths import is_growth
from rapportage.proof.claims.how_much import is_so_much
from rapportage.proof.claims.lookups import changes_named, clause_tokens, is_over_time, series_touched
from rapportage.proof.claims.named_ahead import held_ahead
from rapportage.proof.claims.qualities import has_quality, is_said_of_figures, quality_sign
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import is_of_streak
from rapportage.proof.claims.two_series import are_two_series, side_of_series
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits

_IDIOMS = frozenset(("onder", "zonder", "des", "te", "niet", "geen", "nooit", "of", "en"))
"""Before 'meer' and 'minder': no comparison of figures."""
_AGES = frozenset(("ouder", "jonger", "langer", "korter"))
_THOUGHT = frozenset(
    lexicon.words("gedacht gehoopt nodig toegestaan wenselijk gebruikelijk normaal gewoonlijk mogelijk gewenst")
)
_NAMED = (Kind.TIME, Kind.PART, Kind.FIGURE, Kind.NUMBER)
_IN = frozenset(("in", "voor", "vóór", "tijdens", "sinds"))
_AGES_OF = frozenset(lexicon.words("jaren periode tijd tijden decennia eeuw verleden maanden weken kwartalen"))
"""After 'dan in de': times that nobody can tell."""
_JOINS = frozenset(("en", "maar", "terwijl"))
_WERE = frozenset(("was", "waren", "lag", "lagen"))
_INDEX = Decimal(100)
"""What an index is in its base year."""
_DENIED = frozenset(("hoger", "lager", "groter", "kleiner", "duurder", "goedkoper", "vaker"))


def comparisons(sentence: Sentence, told: Sequence[Verdict]) -> Iterator[Verdict]:
    """'meer', 'lager' and such, and 'boven' and 'onder' what was expected."""
    for token in sentence.tokens:
        if token.kind is not Kind.WORD or token.is_own or is_within(token, told):
            continue
        if sentence.compares(token) and not _is_no_comparison(sentence, token):
            yield _compared(sentence, token, _sign(sentence, token))
        elif token.word in change_words.SIDES and _is_level(sentence, token):
            yield _compared(sentence, token, change_words.SIDES[token.word])


def _sign(sentence: Sentence, token: Token) -> int | None:
    """'minder vaak' is less; 'minder klein' is more; None where it says nothing of what is counted."""
    adjective = (sentence.after(token, 1) or [""])[0]
    if has_quality(token.word):
        return quality_sign(sentence, token.word) if is_said_of_figures(sentence, token) else None
    if token.word in ("meer", "minder") and has_quality(adjective):
        sign = quality_sign(sentence, adjective)
        return None if sign is None else sign * lexicon.COMPARISONS[token.word]
    if token.word == "minder" and adjective in change_words.ADJECTIVES:
        return -change_words.ADJECTIVES[adjective]
    return lexicon.COMPARISONS[token.word]


def _is_level(sentence: Sentence, token: Token) -> bool:
    """Whether 'boven' is above a level, and no place or 'onder meer'."""
    following = sentence.tokens[token.index + 1 :][:4]
    if following and following[0].word in ("meer", "andere", "anderen", "wie"):
        return False
    if any(each.word.startswith(change_words.LEVELS) for each in following[:3]):
        return True
    clause = sentence.clause_of(token).casefold().split()
    is_placed = not change_words.POSITIONS.isdisjoint(clause)
    plain = [each for each in following if each.word not in lexicon.EMPTY]
    is_number = bool(plain) and plain[0].kind in (Kind.NUMBER, Kind.FIGURE)
    return is_placed and is_number and not any(each.word.startswith("jaar") for each in following)


def _is_no_comparison(sentence: Sentence, token: Token) -> bool:
    """'onder meer', '65 jaar of ouder', 'meer dan de helft': nothing that two figures can tell."""
    following = sentence.tokens[token.index + 1 :][:4]
    if token.word in ("meer", "minder") and any(word in _IDIOMS for word in sentence.before(token, 1)):
        return True
    is_age = any(each.word.startswith(("jaar", "jarig", "dag", "week", "maand")) for each in following)
    if token.word in _AGES and (is_age or any(word in ("of", "en") for word in sentence.before(token, 1))):
        return True
    if not following or following[0].word not in change_words.THAN:
        return False
    amount = [each for each in following[1:] if each.word not in ("de", "een", "het")][:1]
    return any(_is_amount(each) for each in (*following[1:2], *amount))


def _is_amount(token: Token) -> bool:
    """'vier', '4.000', 'tweehonderd', 'de helft'."""
    is_number = token.kind is Kind.NUMBER or (token.kind is Kind.WORD and about(token.word) is ClaimKind.PORTION)
    return is_number or token.word in lexicon.AMOUNTS


def _compared(sentence: Sentence, token: Token, sign: int | None) -> Verdict:
    is_denied = sentence.is_denied(token) or _is_than_thought(sentence, token)
    denied = token.word in _DENIED and sentence.before(token, 1) == ["niet"]
    is_open = sentence.is_ahead(token) or is_of_streak(sentence, token)
    if sign is None or (is_denied and not denied) or is_open:
        return sentence.verdict(ClaimKind.CHANGE, token, token, None)
    amounts = [each for each in sentence.tokens[max(0, token.index - 3) : token.index] if each.kind is Kind.FIGURE]
    is_beside_growth = amounts and token.word in ("meer", "minder") and amounts[-1].index == token.index - 1
    if is_beside_growth and is_growth(sentence, amounts[-1]):
        return sentence.verdict(ClaimKind.CHANGE, token, token, *_of_growth(sentence, amounts[-1], sign))
    if amounts and sentence.meaning(amounts[-1]).is_change:
        if (wrong := _is_between_others(sentence, token, amounts[-1])) is not None:
            return sentence.verdict(ClaimKind.CHANGE, token, token, False, wrong)
        more = _how_much_more(sentence, amounts[-1])
        told = "" if more is None else signed(more, None)
        return sentence.verdict(ClaimKind.CHANGE, token, token, None if more is None else more * sign > 0, told)
    ahead = None if denied else held_ahead(sentence, token, base_of(sentence, token), sign)
    if ahead is not None:
        return sentence.verdict(ClaimKind.CHANGE, token, token, *ahead)
    found = of_deficits(sentence, token, differences(sentence, token))
    holds = outcome([_holds(sentence, token, sign, each, denied=denied) for each in found])
    return sentence.verdict(ClaimKind.CHANGE, token, token, holds, str(found[0]) if found else "")


def _of_growth(sentence: Sentence, figure: Token, sign: int) -> tuple[bool | None, str]:
    """'F meer omzet dan een jaar eerder', of figures that say how much grew; not 'steeg met F minder'."""
    value = sentence.meaning(figure).value
    is_of_verb = sentence.before(figure, 1) == ["met"]
    return (None if value is None or is_of_verb else value * sign > 0), "" if value is None else signed(value, None)


def _is_than_thought(sentence: Sentence, token: Token) -> bool:
    """'kleiner dan vaak gedacht', 'meer dan nodig', 'hoger dan in de jaren voor de crisis': than what no figure is."""
    base = base_of(sentence, token)
    if base is None or token.word not in lexicon.COMPARISONS or any(map(base.of_kind, _NAMED)):
        return False
    words = {each.word for each in base.tokens}
    if "ene" in sentence.words(0, token.index) and not words.isdisjoint(("andere", "ander")):
        return True  # 'het ene jaar meer dan het andere'
    is_then = base.tokens[:1] != () and base.tokens[0].word in _IN and not _AGES_OF.isdisjoint(words)
    return is_then or not _THOUGHT.isdisjoint(words)


def _holds(sentence: Sentence, token: Token, sign: int, change: Change, *, denied: bool) -> bool | None:
    return change.goes_not(sign) if denied else change.goes(sign) and is_so_much(sentence, token, change)


def differences(sentence: Sentence, token: Token) -> list[Change]:
    """How much more the one is than the other, by each way to read which those are."""
    base = base_of(sentence, token)
    if base is not None and any(each.word == "basisjaar" for each in base.tokens):
        indexed = [side for each in sentence.levels if (side := _of_index(sentence, each))]
        return [Change.of(Side(_INDEX, str(_INDEX)), each) for each in indexed]
    if base is not None and _goes_on(sentence, token, base):
        with_time = beside_time(sentence, token, base) if sentence.figures else compared_before(sentence, token, base)
        return [Change.of(right, left) for left, right in with_time]
    if base is not None and is_of_nearer(sentence, token):
        return [Change.of(right, left) for left, right in of_named_at(sentence, token, base, is_apart=True)]
    if base is not None and (before := compared_before(sentence, token, base)):
        return [Change.of(right, left) for left, right in before]
    if base is not None:
        found = readings(sentence, token, base)
        if not found and not base.of_kind(Kind.TIME) and _follow(sentence, base):
            found = list(_beside(sentence, token, is_own=True))
        if found or base.is_named:
            return [Change.of(right, left) for left, right in found or _beside(sentence, token)]
    if base is None and is_elsewhere(sentence, token):
        if _is_explained(sentence, token):
            return []  # 'steeds minder mensen laten het liggen: …'
        named = changes_named(sentence, token) if is_over_time(sentence, token) else []
        return named or ([] if sentence.figures else changes_announced(sentence, token))
    change = None if is_elsewhere(sentence, token) else change_at(sentence, token)
    if change is not None and base is None and _is_of_then(sentence, token):
        return [replace(change.turned(), percent=None)]
    if change is not None:
        return [change.turned(), change] if base is None and _is_of_before(sentence) else [change]
    if base is None and not sentence.figures:
        return changes_announced(sentence, token)
    return [Change.of(right, left) for left, right in _beside(sentence, token)]


def _of_index(sentence: Sentence, figure: Token) -> Side | None:
    """A figure that is 100 in its base year."""
    point = sentence.meaning(figure).point
    is_index = point is not None and sentence.facts.base_year(point.subject.series) is not None
    return side_of(sentence, figure) if is_index else None


def _goes_on(sentence: Sentence, token: Token, base: Base) -> bool:
    """Whether a clause without a subject compares the same with another time: 'minder dan in T maar meer dan in T'."""
    number = sentence.clauses.number(token)
    clause = sentence.clauses.at(number)
    ahead = [each for each in clause if each.index < token.index]
    is_open = all(each.kind is Kind.WORD for each in ahead) and not series_touched(sentence, ahead)
    compares = any(each.word in lexicon.COMPARISONS for each in sentence.tokens[: clause[0].index])
    has_figure = any(each.kind is Kind.FIGURE for each in clause)
    is_of_time = bool(base.of_kind(Kind.TIME)) and not base.of_kind(Kind.PART)
    return clause[0].word in ("maar", "en") and is_open and compares and is_of_time and not has_figure


def _is_explained(sentence: Sentence, token: Token) -> bool:
    """Whether a colon ends its clause."""
    own = sentence.clauses.number(token)
    return any(each.text == ":" and sentence.clauses.number(each) == own + 1 for each in sentence.tokens)


def _is_of_before(sentence: Sentence) -> bool:
    """Whether the one figure is of before what was said: of 'Een jaar eerder waren het er F, minder' F is the less."""
    if len(sentence.levels) != 1:
        return False
    meaning = sentence.meaning(sentence.levels[0])
    pair = with_earlier(meaning, sentence.earlier)
    return pair is not None and pair[0].point == meaning.point


def _is_of_then(sentence: Sentence, token: Token) -> bool:
    """Whether it is said of before the figure: of 'F; een jaar eerder waren het er 500 minder' F is the more."""
    ahead = [each for each in sentence.tokens[: token.index] if sentence.clauses.together(each, token)]
    ahead = ahead if ahead and ahead[0].text == ";" else list(clause_tokens(sentence, token))
    words = [each for each in ahead if each.kind is not Kind.MARK and each.index < token.index]
    said = [each for each in words if each.word not in _JOINS]
    is_then = bool(said) and said[0].moment is not None and said[0].moment.steps > 0
    return is_then and not _WERE.isdisjoint(each.word for each in said) and not any(each.figure for each in said)


def _follow(sentence: Sentence, base: Base) -> bool:
    """Whether all figures come after what is named: 'minder dan kolen: F tegenover F'."""
    last = base.tokens[-1].index if base.tokens else base.than.index
    return bool(sentence.figures) and all(each.index > last for each in sentence.figures)


def _beside(sentence: Sentence, token: Token, *, is_own: bool = False) -> Iterator[tuple[Side, Side]]:
    """The first of two figures beside the second: 'meer: F tegen F'."""
    levels = [each for each in sentence.levels if sentence.meaning(each).value is not None]
    if len(levels) != 2 or (not is_own and is_elsewhere(sentence, token)):
        return
    between = sentence.words(levels[0].index, levels[1].index)
    sides = [side for each in levels if (side := side_of(sentence, each))]
    if any(word in change_words.AGAINST for word in between) and are_alike(sentence, levels):
        yield sides[0], sides[1]


def _is_between_others(sentence: Sentence, token: Token, amount: Token) -> str | None:
    """What a difference between two parts is between, where 'F in A, D meer dan in B' has it of another than A or B."""
    points = sentence.meaning(amount).points
    series = {point.subject.series for point in points}
    parts = [point.subject.part for point in points]
    base = base_of(sentence, token)
    is_of_parts = len(points) == 2 and len(series) == 1 and parts[0] != parts[1] and all(each.names for each in parts)
    if not is_of_parts or base is None or base.of_kind(Kind.FIGURE):
        return None
    before = [each for each in sentence.levels if each.index < amount.index][-1:]
    own = [point.subject.part for each in before if (point := sentence.meaning(each).point)]
    is_other = any(each.dimensions == parts[0].dimensions and each not in parts for each in own)
    named = [each.mention.names for each in base.of_kind(Kind.PART)[:1] if each.mention]
    of = [{name.name for name in names if name.dimension in parts[0].dimensions} for names in named]
    is_other = is_other or any(names and not any(names & set(each.names) for each in parts) for names in of)
    return f"het verschil is van {' en '.join(each.label for each in parts)}" if is_other else None


def _side_of_base(sentence: Sentence, figure: Token, one: Part, other: Part) -> int | None:
    """Of 'A heeft D meer dan B' 1 where D is A less B, -1 where it is B less A; None where it is not of those two."""
    names = [each for each in sentence.tokens if each.kind is Kind.PART and each.mention]
    than = next((each.index for each in sentence.tokens[figure.index :] if each.word in change_words.THAN), 0)
    ahead, behind = (
        {name.name for each in some if each.mention for name in each.mention.names}
        for some in ([each for each in names if each.index < than], [each for each in names if each.index > than][:1])
    )
    if one == other or not than:
        return None
    if not ahead and sentence.figures[:1] == [figure]:  # 'Dat is D meer dan B': of the figure said before
        ahead = {name for each in sentence.earlier[-1:] if each.point for name in each.point.subject.part.names}
    for sign, left, right in ((1, one, other), (-1, other, one)):
        is_plain = ahead.isdisjoint(right.names) and behind.isdisjoint(left.names)
        is_left = not ahead or bool(ahead.intersection(left.names))  # 'de uitzendbranche' may be a part by another name
        if is_plain and is_left and behind.intersection(right.names):
            return sign
    return None


def _how_much_more(sentence: Sentence, figure: Token) -> Decimal | None:
    """By how much what a difference is about is more than what it is compared with.

    What it is about is not of the time after 'dan', or is the figure before it; else it is the later of two times.
    """
    meaning = sentence.meaning(figure)
    difference = meaning.difference
    if difference is not None and are_two_series(meaning):
        side = side_of_series(sentence, figure)
        return None if side is None else difference * side
    if difference is None or len(meaning.points) != 2 or meaning.operation is Operation.CHANGE:
        return meaning.rise
    one, other = meaning.points
    if (sign := _side_of_base(sentence, figure, one.subject.part, other.subject.part)) is not None:
        return difference * sign
    for token in sentence.times():
        if sentence.is_base(token) and meaning.has_times:
            named = sentence.named(token, figure)
            if fits(named, one) != fits(named, other):
                return difference if fits(named, other) else -difference
    for each in reversed([each for each in sentence.figures if each.start < figure.start]):
        point = sentence.meaning(each).point
        if (point == one) != (point == other):
            return difference if point == one else -difference
    return meaning.rise
