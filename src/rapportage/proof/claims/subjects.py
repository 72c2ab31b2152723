"""Who a word of order is about: the part or time named beside it, or the figure that it is bound to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.facts import Meaning, Point, Subject
from rapportage.proof.claims.morphology import ends_as, same_word
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.when import fits

_JOINS = frozenset([",", "(", ")", "en", "of", "de", "het", "uit", "in", "met", "alleen", "die", "van", "op", "%"])
_SOME = frozenset(("onder", "meer", "andere", "anderen", "bijvoorbeeld", "zowel"))
"""'achter onder meer A': who else, is not said."""
_APART = frozenset(("behalve", "uitgezonderd", "uitzondering", "afgezien", "buiten", "zonder"))
_FAR = 5
"""So many tokens after 'na' the first name may come."""
_GROUPS = frozenset(("groep", "groepen", "categorie", "categorieën", "soort", "soorten"))
MOST_SERIES = 6
"""So many series that a text may be about are looked at."""


class Claimed(Struct, frozen=True):
    """A part at a time; with the meaning of the figure, where that is shown beside the word."""

    point: Point
    meaning: Meaning | None = None


class Apart(Struct, frozen=True):
    """The names that are set apart: those that come first ('na A en B'), and those left out ('behalve A')."""

    ahead: tuple[Token, ...] = ()
    without: tuple[Token, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        return (*self.ahead, *self.without)


def apart(sentence: Sentence) -> Apart:
    ahead: list[Token] = []
    without: list[Token] = []
    for token in sentence.tokens:
        if token.word == "na" and sentence.before(token, 1) != [] and sentence.before(token, 1)[0] in lexicon.CARDINALS:
            continue  # 'op een na'
        if token.word == "na":
            named = names_from(sentence, token.index + 1)
            ahead += named
            if not named:
                without += _before_na(sentence, token)
        elif token.word == "achter":
            ahead += names_from(sentence, token.index + 1)
        elif token.word in _APART:
            without += names_from(sentence, token.index + 1)
    return Apart(tuple(ahead), tuple(without))


def counted_out(sentence: Sentence, token: Token) -> int:
    """How many are left out of all before a word: the two of 'op twee na telde elke gemeente er minder dan 130'."""
    ahead = [each for each in sentence.tokens[: token.index] if sentence.clauses.together(each, token)]
    for op, count, *behind in zip(ahead, ahead[1:], ahead[2:], ahead[3:], strict=False):
        if op.word == "op" and count.word in lexicon.CARDINALS and any(each.word == "na" for each in behind):
            return lexicon.CARDINALS[count.word]
    return 0


def names_from(sentence: Sentence, start: int) -> list[Token]:
    """The names of parts that follow on each other from a place: 'na Duitsland (F) en België'."""
    return chain_from(sentence, start)[0]


def labels_of(tokens: Sequence[Token]) -> set[str]:
    """What the parts that are named may be called."""
    return {name.name for each in tokens if each.mention for name in each.mention.names}


def chain_from(sentence: Sentence, start: int) -> tuple[list[Token], int]:
    """The same, with where the chain ends; after a figure its unit may come."""
    found: list[Token] = []
    is_open = 0
    for token in sentence.tokens[start:]:
        if token.kind is Kind.PART:
            if found and not is_open and not _is_joined(sentence, found[-1], token):
                return found, token.index
            found.append(token)
        elif token.word == "(":
            is_open += 1
        elif token.word == ")":
            is_open -= 1
        elif is_open > 0 or token.kind in (Kind.FIGURE, Kind.NUMBER) or _is_unit(sentence, token):
            continue
        elif not found and token.word in _GROUPS | sentence.known.kinds:
            continue  # 'na de groep van 25 tot 65 jaar'
        elif not found and token.word in _SOME and token.index - start <= _FAR:
            continue
        elif token.word not in _JOINS or (not found and token.index - start > _FAR):
            return found, token.index
    return found, len(sentence.tokens)


def _is_unit(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[token.index - 1]
    return before.kind in (Kind.FIGURE, Kind.NUMBER) and token.kind is Kind.WORD


def _is_joined(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether a comma or 'en' is between two names."""
    return any(word in (",", "en", "of") for word in sentence.words(one.index + 1, other.index))


def _before_na(sentence: Sentence, token: Token) -> list[Token]:
    """The names of 'op A en B na'."""
    for place in range(token.index - 1, max(-1, token.index - 14), -1):
        if sentence.tokens[place].word == "op":
            return names_from(sentence, place + 1)
        if sentence.tokens[place].word in (".", ";"):
            break
    return []


def is_part(meaning: Meaning) -> bool:
    is_one = meaning.is_level or meaning.operation is Operation.SHARE
    return is_one and meaning.point is not None and meaning.point.subject.part != WHOLE


def claimed(sentence: Sentence, token: Token, others: Sequence[Token], aside: Apart) -> list[Claimed]:
    """What a word of order (one of `others`) may be about: what is named in its clause, or else its figure."""
    parts = [each for each in sentence.figures if is_part(sentence.meaning(each))]
    if named := list(_named(sentence, token, parts, aside)):
        return named
    next_best = next((each.index for each in sentence.tokens[token.index :] if each.word == "gevolgd"), None)
    parts = [each for each in parts if next_best is None or each.index < next_best]
    figures = bound(others, [each for each in parts if not _is_apart(sentence, each, aside)], sentence.clauses)
    return [
        Claimed(point, sentence.meaning(each))
        for each in figures.get(list(others).index(token), [])[:1]
        if (point := sentence.meaning(each).point)
    ]


def _is_apart(sentence: Sentence, figure: Token, aside: Apart) -> bool:
    """Whether a figure is of a name that is set apart: 'na A (F)'."""
    point = sentence.meaning(figure).point
    names = {name.name for each in aside.ahead if each.mention for name in each.mention.names}
    return point is not None and any(name in names for name in point.subject.part.names)


def _named(sentence: Sentence, token: Token, parts: Sequence[Token], aside: Apart) -> Iterator[Claimed]:
    """The one part that is named in the clause of a word, of the series and time of a figure near or said before."""
    own = sentence.clauses.number(token)
    set_apart = {each.index for each in aside.tokens}
    near = [
        each
        for each in sentence.tokens
        if each.kind is Kind.PART and sentence.clauses.number(each) == own and each.index not in set_apart
    ]
    near = [each for each in near if not sentence.is_base(each)] or near
    if len(near) > 1:
        near = [each for each in near if each.index > token.index][:1] or near[-1:]
    figures = [each for each in parts if sentence.clauses.number(each) == own]
    if not near or figures:
        return
    for meaning in about(sentence, token, near[0]):
        for part in parts_named(meaning, near[0]):
            point = meaning.point or (meaning.points[0] if meaning.points else None)
            if point:
                subject = Subject(point.subject.series, part)
                yield Claimed(Point(subject, _periods_of_clause(sentence, own, subject) or point.periods))


def _periods_of_clause(sentence: Sentence, number: int, subject: Subject) -> tuple[TimePeriod, ...]:
    """The time that a clause without figures names for itself: 'in juli stond reclame nog op de eerste plaats'."""
    at = (each for each in sentence.times() if sentence.clauses.number(each) == number)
    named = (time for each in at if sentence.is_at(each, of_clause=True) for time in sentence.named(each))
    return tuple(each for each in named if sentence.facts.value(subject, each) is not None)[:1]


def parts_named(meaning: Meaning, token: Token) -> Iterator[Part]:
    """What a name is in the breakdown of a figure."""
    points = [meaning.point] if meaning.point else list(meaning.points[:1])
    for point in points:
        if len(point.subject.part.dimensions) == 1 and token.mention:
            dimension = point.subject.part.dimensions[0]
            own = point.subject.part.names[0]
            for name in sorted(token.mention.names, key=lambda name: (name.name != own, name)):
                if name.dimension == dimension:
                    yield Part((dimension,), (name.name,))
                    return


def about(sentence: Sentence, token: Token, name: Token) -> Iterable[Meaning]:
    """The figure from which the series and time of what has only a name are taken: the nearest with such parts."""
    figures = [each for each in sentence.nearest(token, sentence.figures) if sentence.clauses.together(each, token)]
    figures = figures or list(sentence.nearest(token, sentence.figures))
    for meaning in (*(sentence.meaning(each) for each in figures), *reversed(sentence.earlier)):
        if any(True for _ in parts_named(meaning, name)):
            return [meaning]
    return []


def looked_up(sentence: Sentence, name: Token, others: Sequence[Token] = ()) -> Iterator[Claimed]:
    """A part of which no figure is near, in the series that the sentence names, at the time that it names.

    Where it names none, in the one that has such a part, and all `others` too.
    """
    if name.mention is None:
        return
    said, having = series_said(sentence), _with_parts(sentence, [name, *others])
    if len(name.mention.names) == 1 and having and not sentence.figures and having[0] not in said:
        said = [each for each in having if _is_told_of(sentence, each)] or said
    for series in said or having:
        for part_name in sorted(name.mention.names):
            if part_name not in sentence.known.names.get(series, ()):
                continue
            part = Part((part_name.dimension,), (part_name.name,))
            for time in times_said(sentence):
                if sentence.facts.value(Subject(series, part), time) is not None:
                    yield Claimed(Point(Subject(series, part), (time,)))
                    break


def _is_told_of(sentence: Sentence, series: str) -> bool:
    """Whether it counts what a word says, and no word is of others alone: of 'opgenomen patiënten' the 'opnames'."""
    is_count = sentence.facts.is_counted_over_time(series) or sentence.facts.is_stock(series)
    words = (each.word for each in sentence.tokens if each.kind is Kind.WORD)
    is_said = any(series in sentence.known.series_words.of(word, widely=False) for word in words)
    return is_count and is_said and not names_another(sentence, series)


def names_another(sentence: Sentence, series: str) -> bool:
    """Whether a word is of other series alone: 'op de intensive care opgenomen patiënten'."""
    words = (each.word for each in sentence.tokens if each.kind is Kind.WORD and not is_general(each.word))
    found = (sentence.known.series_words.of(word, widely=False) for word in words if word not in _GROUPS)
    return any(each and series not in each for each in found)


def _with_parts(sentence: Sentence, names: Sequence[Token]) -> list[str]:
    """The one series that has all these parts."""
    having = [sentence.known.with_names([each.mention]) for each in names if each.mention]
    common = set.intersection(*having) if having else set()
    return sorted(common) if len(common) == 1 else []


def series_said(sentence: Sentence) -> list[str]:
    """The series that a sentence may be about: of its figures, or those that it names in full, or in part."""
    shown = {point.subject.series for each in sentence.meanings for point in each.points if point.subject.series}
    if shown:
        return sorted(shown)
    said = [each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
    full = sentence.known.in_full.said_in(said)
    if full:
        return sorted(full)[:MOST_SERIES]
    earlier = [point.subject.series for each in reversed(sentence.earlier) for point in each.points]
    touched = sorted({id for word in said for id in sentence.known.in_full.with_word(word)})
    both = [each for each in dict.fromkeys(earlier) if each in touched]
    return (both or touched or list(dict.fromkeys(each for each in earlier if each)))[:MOST_SERIES]


def times_said(sentence: Sentence) -> list[TimePeriod]:
    """The times that a sentence without figures is about, the likeliest first."""
    named = [each for token in sentence.times() if sentence.is_at(token) for each in sentence.named(token)]
    shown = [point.time for each in sentence.meanings for point in each.points if point.periods]
    earlier = [point.time for each in reversed(sentence.earlier) for point in each.points if point.periods]
    return list(dict.fromkeys((*named, *shown, *earlier, sentence.reading.near)))


def is_time_of(sentence: Sentence, point: Point, own: int | None = None) -> bool:
    """Whether the sentence (or one clause of it) names the time of a point."""
    at = [each for each in sentence.times() if own is None or sentence.clauses.number(each) == own]
    return any(fits(sentence.named(each), point) for each in at if sentence.is_at(each))


def is_of_dimension(sentence: Sentence, word: str, series: str) -> bool:
    """Whether a noun is what a series is broken down by: 'gemeenten', 'exportland', 'groep'."""
    if word in _GROUPS:
        return True
    kinds = {piece for name in sentence.known.names.get(series, ()) for piece in name.dimension.split()}
    return any(same_word(word, kind) or ends_as(word, kind) or ends_as(kind, word) for kind in kinds)
