"""The times, parts, series and wholes that words name beside a figure: are they its own?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from rapportage.figures.observation import Operation
from rapportage.figures.parts import Part
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.ages import Age
from rapportage.proof.claims.among import among
from rapportage.proof.claims.besides import besides
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.carried_on import carried_on
from rapportage.proof.claims.facts import Meaning, Subject
from rapportage.proof.claims.names import Name
from rapportage.proof.claims.on_basis import on_basis
from rapportage.proof.claims.outside import is_of_others, is_outside
from rapportage.proof.claims.own_change import own_changes
from rapportage.proof.claims.pairing import runs
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.shares_beside import shares_beside
from rapportage.proof.claims.unit_totals import unit_totals
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import not_beside_right, times_named
from rapportage.proof.claims.which_series import series_named
from rapportage.proof.claims.wholes import wholes_named

_COUNTRY = "Nederland"
"""What everything is of."""
_ALL = frozenset(lexicon.words("heel totaal totale landelijk landelijke alle gemiddeld gemiddelde samen overal"))
_AGAINST = frozenset(lexicon.words("tegen tegenover om versus en"))
_TO_SHORT = 8
"""So many words before a name in brackets begins what it is short for."""
_SIDE_BY_SIDE = 3
"""So many words are between two figures that are compared."""
_WHERE = ([",", "waar"], [",", "waarvan"], [",", "waarbij"])
_PLACES = frozenset(lexicon.words("in uit onder bij naar voor"))


def placed(sentence: Sentence) -> Iterator[Verdict]:
    yield from times_named(sentence)
    yield from unit_totals(sentence)
    yield from on_basis(sentence)
    yield from _parts(sentence)
    yield from _against(sentence)
    yield from series_named(sentence)
    yield from carried_on(sentence)
    yield from own_changes(sentence)
    yield from shares_beside(sentence)
    yield from wholes_named(sentence)
    yield from among(sentence)
    yield from besides(sentence)


# --- Parts ------------------------------------------------------------------------------------------------


def _parts(sentence: Sentence) -> Iterator[Verdict]:
    named = [each for each in sentence.tokens if each.kind is Kind.PART and not each.is_own]
    beside = {each.index: figure for each in named if (figure := _beside(sentence, each))}
    tokens = [each for each in named if each.index in beside or not _is_base(sentence, each)]
    tokens = [each for each in tokens if not _is_said_besides(sentence, each)]
    typed = [each for each in sentence.tokens if each.kind is Kind.NUMBER and sentence.before(each, 1) != ["per"]]
    known = [each for each in sentence.figures if sentence.meaning(each).points]
    figures = sorted((*known, *typed), key=lambda each: each.index)
    is_sum = len(known) == 1 and sentence.meaning(known[0]).operation is Operation.SUM
    found = [
        (tokens[place], figure, holds)
        for place, bound_to in bound(tokens, figures, sentence.clauses).items()
        for figure in ([beside[tokens[place].index]] if tokens[place].index in beside else bound_to)
        if figure in known
        if (holds := _is_of_part(sentence, tokens[place], figure)) is not None
    ]
    found += _in_order(sentence, named)
    of_sum = [each for each in found if is_sum and len(tokens) > 1 and not each[2]]
    of_two = [each for each in found if not each[2] and _is_between_two(sentence, each[1], tokens)]
    of_noun = [each for each in found if not each[2] and _is_counted(sentence, each[0], each[1])]
    apart = (each for each in found if each not in of_two and each not in of_noun)
    for token, figure, holds in (*not_beside_right(apart), *of_two, *of_noun):
        if (token, figure, holds) not in of_sum:
            yield sentence.verdict(ClaimKind.PART, token, token, holds, _told(sentence, figure, token))
    for token, figure, holds in of_sum:
        if _is_of_sum(sentence, figure, token, tokens):
            yield sentence.verdict(ClaimKind.PART, token, token, holds, _told(sentence, figure, token))


def _is_counted(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a name is what a figure of a crossing counts: of 'bij de fietsers F vrouwen' the women."""
    point = sentence.meaning(figure).point
    dimensions = {name.dimension for name in token.mention.names} if token.mention else set()
    own = set(point.subject.part.dimensions) if point else set()
    return token.index == figure.index + 1 and len(own) > 1 and dimensions <= own


def _is_base(sentence: Sentence, part: Token) -> bool:
    return sentence.is_base(part) or sentence.is_compared(part)


def _beside(sentence: Sentence, part: Token) -> Token | None:
    """The figure right after a name that others are compared with: 'dan A (F)', 'dan A met F', 'dan A, waar … F'."""
    following = sentence.tokens[part.index + 1 : part.index + 3]
    if [each.word for each in following] in _WHERE and _is_base(sentence, part):
        return _in_clause(sentence, following[1])
    is_beside = len(following) == 2 and following[0].word in ("(", "met") and following[1] in sentence.levels
    return following[1] if is_beside and _is_base(sentence, part) else None


def _in_clause(sentence: Sentence, first: Token) -> Token | None:
    """The figure of the clause that a word begins, where that has one and names no part."""
    number = sentence.clauses.number(first)
    clause = sentence.clauses.at(number)
    found = [each for each in clause if each in sentence.levels]
    return found[0] if len(found) == 1 and not any(each.kind is Kind.PART for each in clause) else None


def _in_order(sentence: Sentence, named: Sequence[Token]) -> list[tuple[Token, Token, bool]]:
    """Of 'bij A vaker dan bij B: F tegen F' the name that is not of its figure, where the other is of its own."""
    if len(named) != 2 or len(sentence.levels) != 2 or _is_base(sentence, named[0]) or not _is_base(sentence, named[1]):
        return []
    one, other = sentence.levels
    between = {each.word for each in sentence.tokens[one.index + 1 : other.index]}
    if named[1].index > one.index or between.isdisjoint(_AGAINST) or len(between) > _SIDE_BY_SIDE:
        return []
    found = [
        (token, figure, _is_of_part(sentence, token, figure)) for token, figure in zip(named, (one, other), strict=True)
    ]
    return [
        (token, figure, False)
        for token, figure, holds in found
        if holds is False and True in (each[2] for each in found)
    ]


def _against(sentence: Sentence) -> Iterator[Verdict]:
    """Of 'voor A F, tegen F in 2023' the second is of A as well, where no other is named."""
    named = {name for each in sentence.tokens if each.mention for name in each.mention.names}
    for one, other in pairwise(sentence.levels):
        first, second = sentence.meaning(one).subject, sentence.meaning(other).subject
        if first is None or second is None or first.series != second.series or first.part == second.part:
            continue
        between = [each.word for each in sentence.tokens[one.index + 1 : other.index]]
        is_said = any(Name(*each) in named for each in zip(*first.part, strict=True))
        is_other = any(Name(*each) in named for each in zip(*second.part, strict=True))
        are_of_one_kind = first.part.dimensions == second.part.dimensions != ()
        is_placed = _is_placed(sentence, other) or _is_compared(sentence, one)
        if between[-1:] == ["tegen"] and is_said and not (is_other or is_placed) and are_of_one_kind:
            told = f"het cijfer is van {second.part.label}"
            yield sentence.verdict(ClaimKind.PART, sentence.tokens[other.index - 1], other, False, told)


def _is_compared(sentence: Sentence, figure: Token) -> bool:
    """Whether the words before a colon compare two: 'vier keer zoveel als het voortgezet onderwijs: F tegen F'."""
    ahead = [each.word for each in sentence.tokens[: figure.index]]
    return ahead[-1:] == [":"] and not {"als", "dan"}.isdisjoint(ahead)


def _is_placed(sentence: Sentence, figure: Token) -> bool:
    """Whether what follows a figure may be a part by another name: 'tegen F in het voortgezet onderwijs'."""
    number = sentence.clauses.number(figure)
    behind = [each for each in sentence.tokens[figure.index + 1 :] if sentence.clauses.number(each) == number]
    of = (
        each for each in behind if each.word in (*_PLACES, "op") or (each.word == "van" and _is_of_group(behind, each))
    )
    place = next((each.index for each in of), len(sentence.tokens))
    nouns = [
        each for each in behind if each.index > place and each.kind is Kind.WORD and each.word not in lexicon.EMPTY
    ]
    return bool(nouns) and not any(each.kind is Kind.TIME for each in behind)


def _is_of_group(behind: Sequence[Token], of: Token) -> bool:
    """Whether people of some kind come after 'van': 'tegen F van de jongeren'."""
    return any(each.word in lexicon.AGE_GROUPS for each in behind if 0 < each.index - of.index <= 2)


def _is_said_besides(sentence: Sentence, part: Token) -> bool:
    """Whether its clause has no figure, and says how it went there instead: '… (F tegen F), Polen juist minder'."""
    number = sentence.clauses.number(part)
    clause = sentence.clauses.at(number)
    words = {each.word for each in clause}
    if any(each.text == ":" for each in sentence.tokens[clause[-1].index + 1 :][:1]):
        return False
    is_besides = not words.isdisjoint(("juist", "ook", "daarentegen", "evenzeer", "terwijl"))
    has_figure = any(each.kind is Kind.FIGURE for each in clause)
    return is_besides and not has_figure and not words.isdisjoint(lexicon.COMPARISONS)


def _is_between_two(sentence: Sentence, figure: Token, named: Sequence[Token]) -> bool:
    """Whether a figure is the difference of two parts, and two are named as a pair: 'het verschil tussen A en B'."""
    meaning = sentence.meaning(figure)
    parts = {point.subject.part for point in meaning.points}
    pairs = [each for each in runs(named, sentence.tokens) if len(each) == 2]
    is_one_of = any("tussen" in sentence.before(pair[0], 3) for pair in pairs)
    return meaning.operation is Operation.DIFFERENCE and len(parts) == 2 and is_one_of


def _is_of_sum(sentence: Sentence, figure: Token, token: Token, named: Sequence[Token]) -> bool:
    """Whether a name is one of a list of as many as a sum has: 'A en B … bij elkaar F'."""
    count = len(sentence.meaning(figure).points)
    return any(token in run and len(run) == count for run in runs(named, sentence.tokens))


def _told(sentence: Sentence, figure: Token, token: Token) -> str:
    """What the figure is of, and what it is of what is named."""
    meaning = sentence.meaning(figure)
    own = sorted(filter(None, (point.subject.part.label for point in meaning.points)))
    series = meaning.points[0].subject.series
    told = f"het cijfer is van {' en '.join(own[:3]) or f'alles: {sentence.facts.title(series)}'}"
    point, mention = meaning.point, token.mention
    if point is None or mention is None or not meaning.is_level:
        return told
    for name in sorted(mention.names):
        if point.subject.part.dimensions in ((), (name.dimension,)):
            value = sentence.facts.value(Subject(series, Part((name.dimension,), (name.name,))), point.time)
            if value is not None:
                return f"{told}; van {name.name} is het {number(value)}"
    return told


def _is_of_part(sentence: Sentence, token: Token, figure: Token) -> bool | None:
    """Whether a figure is of what is named; None where that can't be told."""
    if token.mention is None:
        return None
    meaning = sentence.meaning(figure)
    is_of_it = token.index == figure.index + 1  # 'F jonger dan 25 jaar'
    if (
        token.mention.age
        and (of_age := _is_of_age(sentence, token.mention.age, meaning, is_of_it=is_of_it)) is not None
    ):
        return of_age or (_is_listed(sentence, token) and _is_some_of(sentence, token.mention.age, meaning))
    parts = [point.subject.part for point in meaning.points]
    told = [part.get(name.dimension) for part in parts for name in token.mention.names]
    named = _called_outside(sentence, token) or {name.name for name in token.mention.names}
    if is_outside(sentence, token):
        return is_of_others(sentence, token, meaning)
    if any(each in named for each in told):
        return True
    series = {point.subject.series for point in meaning.points}
    known = [name for each in series for name in sentence.known.names.get(each, ())]
    dimensions = {name.dimension for name in token.mention.names if name in known or name.name[:1].isupper()}
    if parts and all(any(part.get(each) for each in dimensions) for part in parts):
        return False
    is_divided = any(name in known and name.name != _COUNTRY for name in token.mention.names)
    if is_divided and not any(told) and not meaning.whole and _is_what_is_counted(sentence, token, figure):
        return False
    return _is_in_title(sentence, token, figure, series)


def _called_outside(sentence: Sentence, token: Token) -> set[str]:
    """Of 'van buiten de Europese Unie (EU)' the part that is called 'buiten de EU'."""
    before = sentence.before(token, _TO_SHORT)
    if before[-1:] != ["("] or "buiten" not in before:
        return set()
    names = {name.name for known in sentence.known.names.values() for name in known}
    return {each for each in names if each.startswith("buiten") and each.split()[-1] == token.text}


def _is_right_behind(sentence: Sentence, token: Token, figure: Token) -> bool:
    """'F jonger dan 25 jaar', 'F van 65 jaar of ouder', 'jonger dan 25 jaar (F)'."""
    if token.index < figure.index:
        return sentence.words(token.index + 1, figure.index) == ["("]
    return sentence.words(figure.index + 1, token.index) in ([], ["van"])


def _is_of_age(sentence: Sentence, age: Age, meaning: Meaning, *, is_of_it: bool) -> bool | None:
    """Whether the groups of a figure are those of an age; None where they are cut by it, or may be some of them."""
    parts = {point.subject.part for point in meaning.points}
    if len({(point.subject.series, point.subject.part.dimensions) for point in meaning.points}) != 1:
        return None
    groups = _groups(sentence, meaning)
    if not groups.keys() >= parts or any(age.overlaps(each) and not age.has(each) for each in groups.values()):
        return None
    within = {part for part, each in groups.items() if age.has(each)}
    if meaning.operation is Operation.SUM or not parts <= within:
        return parts == within
    return True if parts == within else False if is_of_it and meaning.is_level else None


def _groups(sentence: Sentence, meaning: Meaning) -> dict[Part, Age]:
    """The age groups that a series has beside those of a figure."""
    one = meaning.points[0]
    known = sentence.facts.parts(one.subject.series, one.time, one.subject.part.dimensions) if meaning.has_times else ()
    return {part: found for part in known if (found := sentence.known.age_of(part))}


def _is_listed(sentence: Sentence, token: Token) -> bool:
    """Whether a name is one of a list: 'jongeren tot 25 jaar en 65-plussers'."""
    named = [each for each in sentence.tokens if each.kind is Kind.PART and not each.is_own]
    return any(token in run and len(run) > 1 for run in runs(named, sentence.tokens))


def _is_some_of(sentence: Sentence, age: Age, meaning: Meaning) -> bool:
    """Whether all groups of an age are in a sum."""
    within = {part for part, each in _groups(sentence, meaning).items() if age.has(each)}
    return bool(within) and within <= {point.subject.part for point in meaning.points}


def _is_what_is_counted(sentence: Sentence, token: Token, figure: Token) -> bool:
    """'F Syriërs', 'het aantal Syriërs was F', 'In Utrecht waren er F': one name and one figure in a clause."""
    clause = sentence.clauses.at(sentence.clauses.number(token))
    words = [each for each in clause if each.kind is not Kind.MARK]
    alone = [each for each in clause if each.kind in (Kind.PART, Kind.FIGURE) and not _is_country(each)]
    if figure not in clause or len(alone) != 2 or not _ALL.isdisjoint(each.word for each in clause):
        return False
    if any(word in ("en", "of", ",") for word in sentence.after(token, 1)):
        return False
    between = sentence.words(figure.index + 1, token.index)
    if figure.index < token.index and all(word in lexicon.SCALES or word.endswith("e") for word in between):
        return True
    if sentence.before(token, 1) == ["aantal"]:
        return True
    return words[0].word in _PLACES and token in words[1:3] and figure.index > token.index


def _is_country(token: Token) -> bool:
    return token.mention is not None and {name.name for name in token.mention.names} == {_COUNTRY}


def _is_in_title(sentence: Sentence, token: Token, figure: Token, series: Collection[str]) -> bool | None:
    """Of a series that is called after a part ('Elektriciteit uit zon') whether another is named beside its figure."""
    first, last = sorted((token, figure), key=lambda each: each.index)
    is_between = any(first.index < each.index < last.index for each in sentence.figures)
    if token.mention is None or is_between or not sentence.clauses.together(first, last):
        return None
    own = [sentence.known.parts.get(word, frozenset()) for id in series for word in sentence.known.titles.get(id, ())]
    dimensions = {name.dimension for name in token.mention.names}
    implied = {name for names in own for name in names if name.dimension in dimensions and name.name != _COUNTRY}
    return bool(implied & token.mention.names) if implied else None
