"""What words say that a share is in: 'van de verdachten', 'in de bijstand', 'van alle vrouwelijke rechters'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.figures import measure_kinds
from rapportage.figures.parts import Part
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.ages import Age
from rapportage.proof.claims.facts import Meaning, Point, Subject
from rapportage.proof.claims.morphology import ends_as, same_word
from rapportage.proof.claims.names import Name
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.titles import some_alike
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_LONGEST = 7
"""So many words are what a share is said to be in."""
_IN = frozenset(lexicon.words("in onder binnen bij"))
_SHARES = frozenset(lexicon.words("aandeel aandelen percentage deel"))
"""With which 'in de uitvoer' is what it is a share in, and no place."""
_LEAST_SHARED = 7
"""With so many letters a word begins as the last part of one in a title: 'verenigingssporters', 'Sportverenigingen'."""
_PRONOUNS = frozenset(lexicon.words("hen wie die deze hem"))
_PARTICIPLE = re.compile(r"(?:in|uit|af|aan|op|toe|om|over|mee|bij|door)?ge\w{3,}(?:d|t|en)")
_JOINS = frozenset(("en", "of"))
_OWNERS = (["hun"], ["haar"], ["ons"])
"""'van hen' is what was named before."""
_APART = frozenset(("mensen", "zaken", "woningen", "bedrijven", "banen", "scholen"))
_ALL = frozenset(("de", "alle", "die", "deze"))
_TOTAL = frozenset(("totale", "totaal"))
_RELATIVE = frozenset(("die", "dat"))
_DETERMINERS = frozenset(lexicon.words("de het een die deze dat dit alle al onze hun"))
_GOES_ON = frozenset(lexicon.words("met aan in van uit de het een alle al die"))
_COUNTRY = "Nederland"
"""'De Nederlandse bevolking' is all of it."""


def wholes_named(sentence: Sentence) -> Iterator[Verdict]:
    phrases = list(_phrases(sentence))
    yield from _of_levels(sentence, phrases)
    for figure in sentence.figures:
        meaning = sentence.meaning(figure)
        if meaning.whole is None or not meaning.whole.periods or not meaning.whole.subject.series:
            continue
        ours = _of(sentence, figure, phrases)
        right = [each for each in ours if _names(sentence, each, meaning.whole.subject.series)]
        if (restated := _of_part_itself(sentence, figure, meaning)) is not None:
            yield restated
            continue
        for phrase in right or ours:
            yield from _judged(sentence, meaning, meaning.whole, phrase)


def _of_part_itself(sentence: Sentence, figure: Token, meaning: Meaning) -> Verdict | None:
    """'F van de eerstejaars uit A' where the part is of them and the whole is not: it is no share in those."""
    part, whole = meaning.points[0].subject, meaning.whole
    following = sentence.tokens[figure.index + 1 :][:3]
    if whole is None or [each.word for each in following[:2]] not in (["van", "de"], ["van", "alle"]):
        return None
    noun, own = following[-1], whole.subject.series
    named = sentence.known.naming_words.of(noun.word, widely=False)
    if not part.part.names or part.series in ("", own) or part.series not in named or own in named:
        return None
    told = f"het is een aandeel in '{sentence.facts.title(own)}'"
    return sentence.verdict(ClaimKind.WHOLE, noun, noun, False, told)


def _of_levels(sentence: Sentence, phrases: Sequence[list[Token]]) -> Iterator[Verdict]:
    """'Van de misdrijven waren er F', of a part of those who were suspected."""
    for figure in sentence.levels:
        meaning = sentence.meaning(figure)
        point = meaning.point
        if point is None or not point.subject.part.names or sentence.before(figure, 1) != ["er"]:
            continue
        if unit_of(meaning.unit).kind is not measure_kinds.COUNT or len(sentence.levels) > 1:
            continue
        ahead = [each for each in phrases if each[0].index < figure.index and each[0].word in _ALL]
        ahead = [each for each in ahead if sentence.clauses.number(each[0]) == sentence.clauses.number(figure)]
        whole = Point(Subject(point.subject.series), point.periods)
        if not ahead or _names(sentence, ahead[0], point.subject.series):
            continue
        wrong = _other_series(sentence, meaning, whole, ahead[0]) or _other_things(sentence, whole, ahead[0])
        if wrong:
            told = f"het cijfer is van '{sentence.facts.title(point.subject.series)}'"
            yield sentence.verdict(ClaimKind.WHOLE, wrong, wrong, False, told)


def _phrases(sentence: Sentence) -> Iterator[list[Token]]:
    """What comes after 'van'; and after 'in' where a share is spoken of."""
    for token in sentence.tokens:
        number = sentence.clauses.number(token)
        near = (each.word for each in sentence.clauses.at(number))
        if sentence.before(token, 1) == ["afkomstig"]:
            continue
        if token.word == "van" or (token.word in _IN and not _SHARES.isdisjoint(near)):
            phrase = _noun_phrase(sentence, token)
            if phrase:
                yield phrase


def _noun_phrase(sentence: Sentence, preposition: Token) -> list[Token]:
    found: list[Token] = []
    has_noun = False
    for token in sentence.tokens[preposition.index + 1 : preposition.index + 1 + _LONGEST]:
        ends = token.word in lexicon.PREPOSITIONS and token.word not in _GOES_ON
        if token.kind not in (Kind.WORD, Kind.PART) or token.word in lexicon.AUXILIARIES or ends:
            break
        goes_on = token.word in _GOES_ON or token.word in _JOINS
        if (
            has_noun
            and token.kind is Kind.WORD
            and not goes_on
            and _RELATIVE.isdisjoint(each.word for each in found[1:])
        ):
            break  # 'van hun lasten gaven gemeenten'
        has_noun = not goes_on and _is_noun(token)
        found.append(token)
    is_pronoun = bool(found) and (found[0].word in _PRONOUNS or [each.word for each in found] in _OWNERS)
    return [] if is_pronoun else found


def _is_noun(token: Token) -> bool:
    """Whether a word may be the noun of its phrase, by its form."""
    is_ahead = token.word in _DETERMINERS or token.word in lexicon.EMPTY or token.word in _TOTAL
    is_ahead = is_ahead or token.word.endswith("e") or _PARTICIPLE.fullmatch(token.word) is not None
    return token.kind is Kind.WORD and not is_ahead


def _names(sentence: Sentence, phrase: Sequence[Token], series: str) -> bool:
    """Whether a phrase names the series that a share is in: what else comes after 'van' is something else."""
    return any(series in sentence.known.naming_words.of(each.word) for each in phrase)


def _of(sentence: Sentence, figure: Token, phrases: Sequence[list[Token]]) -> list[list[Token]]:
    """The phrases of its own clause; or else those of the last clause before it that has any."""
    own = sentence.clauses.number(figure)
    ours = [each for each in phrases if sentence.clauses.number(each[0]) == own]
    before = [each for each in phrases if each[0].index < figure.index and sentence.clauses.together(each[0], figure)]
    last = max((sentence.clauses.number(each[0]) for each in before), default=None)
    return ours or [each for each in before if sentence.clauses.number(each[0]) == last]


def _judged(sentence: Sentence, meaning: Meaning, whole: Point, phrase: Sequence[Token]) -> Iterator[Verdict]:
    told = f"het is een aandeel in '{sentence.facts.title(whole.subject.series)}'"
    if whole.subject.part.names:
        told += f" van {whole.subject.part.label}"
    wrong = _other_series(sentence, meaning, whole, phrase) or _narrower(sentence, meaning, whole, phrase)
    wrong = wrong or _by_id(sentence, whole, phrase)
    wrong = wrong or _other_things(sentence, whole, phrase) or _wider(sentence, whole, phrase)
    if wrong:
        yield sentence.verdict(ClaimKind.WHOLE, wrong, wrong, False, told)


def _by_id(sentence: Sentence, whole: Point, phrase: Sequence[Token]) -> Token | None:
    """A word that is the name of another series in the files: 'IC-opnames' of `ic_opnames`."""
    ids = ((each, each.word.replace("-", "_")) for each in phrase if "-" in each.word)
    return next((each for each, id in ids if id in sentence.known.titles and id != whole.subject.series), None)


def _other_series(sentence: Sentence, meaning: Meaning, whole: Point, phrase: Sequence[Token]) -> Token | None:
    """A word of another series, that all words of the whole are of as well."""
    known, own = sentence.known.series_words, whole.subject.series
    words = [each for each in phrase if each.kind is Kind.WORD and not each.is_own and not is_general(each.word)]
    parts = {point.subject.series for point in meaning.points if not _is_narrowed(point, phrase)} - {own}
    compounds = [each for each in phrase if each.mention and each.word not in map(_name, each.mention.names)]
    said = [*words, *(each for each in compounds if not each.is_own)]
    supports = {each.word for each in said if own in known.of(each.word)}
    supports -= {word for word in supports if sentence.known.is_title_of_other(word, own)}
    called = {each.word for each in words if each.word in own.casefold().split("_")}  # by its author
    supports |= called
    for token in words:
        for other in sorted(known.of(token.word) - parts - {own}):
            fitting = {each.word for each in said if other in known.of(each.word)}
            is_named = other in sentence.known.naming_words.of(token.word) or len(fitting) > 1
            exact = {each.word for each in words if _is_exactly(sentence, other, own, each.word)} - called
            is_named = is_named and token.word not in supports - exact
            is_named = is_named and (not _is_adjective(phrase, token) or _is_all_said(sentence, other, phrase))
            is_named = is_named and (not _begins_as_own(sentence, own, token.word) or token.word in exact)
            is_named = is_named and not _is_who(sentence, phrase, token, whole)
            if is_named and supports - exact < fitting and _is_known(sentence, other, whole):
                return token
    return None


def _wider(sentence: Sentence, whole: Point, phrase: Sequence[Token]) -> Token | None:
    """'van hun totale lasten', of a share in what is itself a part of those, and is not named."""
    own = whole.subject.series
    words = [each for each in phrase if each.kind in (Kind.WORD, Kind.PART)]
    total = next((each for each in words if each.word in _TOTAL), None)
    if total is None or whole.subject.part.names:
        return None
    for other in sorted(
        {id for each in words for id in sentence.known.naming_words.of(each.word, widely=False)} - {own}
    ):
        more = sentence.known.titles[own] - sentence.known.titles[other]
        is_said = any(some_alike(more, each.word) for each in words)
        if sentence.facts.is_part_of(own, other) and more and not is_said and _is_known(sentence, other, whole):
            return total
    return None


def _other_things(sentence: Sentence, whole: Point, phrase: Sequence[Token]) -> Token | None:
    """A noun of other things than the whole counts: 'van alle zaken' of a share in judges."""
    series = whole.subject.series
    own = lexicon.COUNTED.get(unit_of(sentence.facts.unit(series)).thing)
    noun = next((each for each in phrase if each.word not in _DETERMINERS), None)
    kind = lexicon.COUNTED.get(noun.word) if noun and noun.kind is Kind.WORD and not noun.is_own else None
    is_other = own in _APART and kind in _APART and own != kind and not lexicon.BUSINESSES.issuperset((own, kind))
    return noun if is_other and noun and series not in sentence.known.series_words.of(noun.word) else None


def _is_exactly(sentence: Sentence, other: str, own: str, word: str) -> bool:
    """Whether a word is one of a title itself, and of the other only like it: 'bijstandsuitkeringen'."""
    of_other, of_own = sentence.known.titles[other], sentence.known.own_words(own)
    return any(same_word(word, each) for each in of_other) and not any(
        same_word(word, each) or ends_as(each, word) for each in of_own
    )


def _name(name: Name) -> str:
    return name.name.casefold()


def _is_adjective(phrase: Sequence[Token], token: Token) -> bool:
    """Whether a word only says more of the next: 'bestaande woningen'."""
    following = next((each for each in phrase if each.index == token.index + 1), None)
    return token.word.endswith("e") and following is not None


def _is_all_said(sentence: Sentence, series: str, words: Sequence[Token]) -> bool:
    """Whether all words of a title are there, or of the name in the files."""
    said = {each.word for each in words}
    return sentence.known.titles[series] <= said or set(series.casefold().split("_")) <= said


def _is_who(sentence: Sentence, phrase: Sequence[Token], token: Token, whole: Point) -> bool:
    """Whether a word is who does it in a clause that says more: 'van elke tien euro die gemeenten uitgaven'."""
    ahead = [each.word for each in phrase if each.index < token.index]
    place = next((place for place, word in enumerate(ahead) if place and word in _RELATIVE), None)
    is_sum = unit_of(sentence.facts.unit(whole.subject.series)).kind is not measure_kinds.COUNT
    return is_sum and place is not None and _DETERMINERS.issuperset(ahead[place + 1 :])


def _begins_as_own(sentence: Sentence, series: str, word: str) -> bool:
    """Whether a compound begins with what a compound of the title ends with, and so may be another name of the same."""
    shared = word[:_LEAST_SHARED]
    return len(word) > _LEAST_SHARED and any(each.find(shared) > 0 for each in sentence.known.titles[series])


def _is_narrowed(point: Point, phrase: Sequence[Token]) -> bool:
    """Whether a share is of a part of a series that is not in the phrase: then the phrase is no name of the share."""
    said = {name.name for each in phrase if each.mention for name in each.mention.names}
    return any(name not in said for name in point.subject.part.names)


def _is_known(sentence: Sentence, series: str, whole: Point) -> bool:
    return sentence.facts.value(Subject(series), whole.time) is not None


def _narrower(sentence: Sentence, meaning: Meaning, whole: Point, phrase: Sequence[Token]) -> Token | None:
    """A part of the whole that the share is not in: 'van de vrouwen' of a share in all."""
    named = [each for each in phrase if each.kind is Kind.PART and each.mention and not each.is_own]
    if len(named) != 1 or named[0].mention is None or _goes_on(sentence, named[0]):
        return None
    token, names = named[0], named[0].mention.names
    if named[0].mention.age is not None and _is_of_fewer_ages(sentence, named[0].mention.age, meaning, whole):
        return token
    parts = [point.subject.part for point in meaning.points]
    if any(part.get(name.dimension) == name.name for part in (*parts, whole.subject.part) for name in names):
        return None
    known = sentence.known.names.get(whole.subject.series, frozenset())
    dimensions = {name.dimension for name in names if name in known and name.name != _COUNTRY}
    if not dimensions:
        return token if _is_kind_of(sentence, token, phrase, whole) else None
    if any(part.get(dimension) for part in parts for dimension in dimensions) and not _is_told(sentence, parts):
        return None  # the part itself may be named so
    return token


def _is_kind_of(sentence: Sentence, token: Token, phrase: Sequence[Token], whole: Point) -> bool:
    """Whether a compound names some of all that a share is in: 'van alle huurwoningen' of one in 'Woningvoorraad'.

    Not 'het aandeel van huurwoningen': that may be what the share is of.
    """
    own = whole.subject.series
    nouns = [*sentence.known.units[own], *sentence.known.titles[own]]
    is_share = not _SHARES.isdisjoint(sentence.before(phrase[0], 2))
    ahead = [each.word for each in phrase if each.index < token.index]
    is_first = all(word in _DETERMINERS or word.endswith("e") for word in ahead) and " " not in token.word
    is_plain = is_first and not whole.subject.part.names and token.word not in sentence.known.own_words(own)
    return is_plain and not is_share and any(ends_as(token.word, noun) for noun in nouns)


def _is_of_fewer_ages(sentence: Sentence, age: Age, meaning: Meaning, whole: Point) -> bool:
    """Whether a share of an age group in all ages is said to be in some of them: 'van de 60-plussers'."""
    ages = [sentence.known.age_of(point.subject.part) for point in meaning.points]
    own = [each for each in ages if each is not None]
    return (
        bool(own)
        and sentence.known.age_of(whole.subject.part) is None
        and age not in own
        and all(age.has(each) for each in own)
    )


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """'van de vrouwelijke en mannelijke verdachten': with others it may be all of them."""
    return any(each.kind is Kind.PART for each in sentence.tokens[token.index + 1 : token.index + 4]) and (
        sentence.after(token, 1) in (["en"], ["of"], [","])
    )


def _is_told(sentence: Sentence, parts: Sequence[Part]) -> bool:
    """Whether the sentence also names what the share is of."""
    own = {name for part in parts for name in part.names}
    mentions = (each.mention for each in sentence.tokens if each.mention)
    return any(name.name in own for mention in mentions for name in mention.names)
