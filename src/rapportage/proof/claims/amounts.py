"""How much a sentence says in words or typed digits: 'ruim 18 miljoen', 'bijna een op de drie', 'drie keer zo veel'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from itertools import accumulate

from msgspec import Struct

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import Leeway, Qualifier, holds, qualifier_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_FAR = 12
"""So many words after 'van elke tien' comes how many."""
_EVERY = (["elke"], ["iedere"], ["elk"], ["ieder"])
_MANY = 100
"""So many of every hundred is no part, but a rate."""
_PERCENT = ("%", "procent", "pct")
_TIMES = ("keer", "maal")
_LOOK_BACK = 5
_SAME_COUNT = 12
"""So many words before '34 keer minder' comes how often it was: '566 keer'."""
_HUNDRED = Decimal(100)
_JOINED = 4
_JOINS = frozenset(("en", "tot", "à", "of", "naar", "om", "tegen", "versus", "-", "–"))
_OF_THEN = (["van"], ["in"], ["uit"], ["die"])
_NOT_YET = (["nog", "geen"], ["net", "geen"])
_OF_TIME = (
    "van het jaar",
    "van de maand",
    "van deze maand",
    "van de eeuw",
    "eeuw",
    "jaar",
    "uur",
    "miljoen",
    "miljard",
)
"""'de helft van het jaar', 'een kwart eeuw', 'een kwart miljoen'."""


class Form(Enum):
    COUNT = "aantal"
    PART = "deel"
    """Of a whole, or of what it was before; of 1."""
    PERCENT = "procent"
    """The same, in digits: of 1."""
    POINTS = "procentpunt"
    TIMES = "keer"


class Amount(Struct, frozen=True):
    """`start` is where what is said with it begins: 'bijna' of 'bijna de helft'."""

    form: Form
    value: Decimal
    """In ones: of '1,4 miljoen' 1.400.000, of '12%' 0,12."""
    start: Token
    first: Token
    last: Token
    qualifier: Qualifier
    leeway: Leeway
    is_typed: bool
    """Whether it is in digits."""

    def fits(self, value: Decimal) -> bool:
        """Whether a value is what it says, with its 'bijna' or 'meer dan' and as it is rounded."""
        return holds(self.value, value, self.qualifier, self.leeway)


def amounts(sentence: Sentence) -> Iterator[Amount]:
    """All that the user wrote, from left to right; one word is of one of them."""
    end = 0
    for token in sentence.tokens:
        if token.index < end or token.is_own or token.kind not in (Kind.WORD, Kind.NUMBER):
            continue
        found = _part_at(sentence, token) or _number_at(sentence, token)
        if found is not None:
            end = found.last.index + 1
            yield found


def numbers_said(sentence: Sentence) -> dict[int, Decimal]:
    """What its figures and typed counts are, by their places among the tokens, from left to right."""
    shown = [(each.index, sentence.meaning(each).value) for each in sentence.figures]
    typed = [(each.first.index, each.value) for each in amounts(sentence) if each.is_typed and each.form is Form.COUNT]
    return dict(sorted((index, value) for index, value in (*shown, *typed) if value is not None))


def sums_before(sentence: Sentence, token: Token) -> list[Decimal]:
    """What the last two numbers before a word are together, the last three, and so on, whatever they are of."""
    values = [value for index, value in numbers_said(sentence).items() if index < token.index]
    return list(accumulate(reversed(values)))[1:]


def _made(
    sentence: Sentence, form: Form, value: Decimal, ends: tuple[Token, Token], leeway: Leeway, *, is_typed: bool = False
) -> Amount:
    first, last = ends
    qualifier, length = qualifier_of(_before(sentence, first))
    if is_typed and qualifier is not Qualifier.NONE and _is_base(sentence, first, last):
        qualifier, length = Qualifier.NONE, 0
    start = sentence.tokens[first.index - length]
    return Amount(form, value, start, first, last, qualifier, leeway, is_typed)


def _is_base(sentence: Sentence, first: Token, last: Token) -> bool:
    """Whether it is a figure that another is compared with: 'iets meer dan de 22,8 van een jaar eerder'."""
    return sentence.before(first, 2) == ["dan", "de"] and sentence.after(last, 1) in _OF_THEN


def _before(sentence: Sentence, first: Token) -> list[str]:
    """The words right before it, back to a figure or sign."""
    near = sentence.tokens[max(0, first.index - _LOOK_BACK) : first.index]
    words: list[str] = []
    for token in reversed(near):
        if token.kind not in (Kind.WORD,) or token.is_own:
            break
        words.insert(0, token.word)
    return words


# --- Parts ------------------------------------------------------------------------------------------------


def of_part(said: Decimal) -> Leeway:
    """Of a part in words: who says 'een kwart' does not mean 29%, and who says 'een tiende' not 12%."""
    small = min(said, Decimal("0.5"))
    plain = min(said * Decimal("0.08"), (1 - said) * Decimal("0.2")) if said < 1 else said * Decimal("0.08")
    return Leeway(
        plain=min(plain, Decimal("0.035")),
        about=small * Decimal("0.15"),
        below=min(small * Decimal("0.18"), Decimal("0.08")),
        above=min(said * Decimal("0.25"), Decimal("0.08")),
    )


def _part_at(sentence: Sentence, token: Token) -> Amount | None:
    """The fraction that begins at a token: 'vier op de tien', 'twee derde', 'de helft', 'van elke tien … er vier'."""
    if (of_every := _of_every(sentence, token)) is not None:
        last, value, qualifier = of_every
        return Amount(Form.PART, value, token, token, last, qualifier, of_part(value), is_typed=False)
    found = _of_so_many(sentence, token) or _fraction(sentence, token)
    if found is None:
        return None
    first, last, value = found
    return _made(sentence, Form.PART, value, (first, last), of_part(value))


def _of_so_many(sentence: Sentence, token: Token) -> tuple[Token, Token, Decimal] | None:
    """'vier op de tien', 'een op elke 25', '1 op 4', 'vier van elke tien'."""
    some = _plain_number(token)
    words = sentence.words(token.index + 1, token.index + 3)
    if some is None or not (words[:1] == ["op"] or (words[:1] == ["van"] and words[1:2] in _EVERY)):
        return None
    place = token.index + (3 if words[1:2] in (["de"], *_EVERY) else 2)
    last = sentence.tokens[place : place + 1]
    whole = _plain_number(last[0]) if last else None
    is_part = whole is not None and some < whole and not _is_scaled(sentence, last[0])
    return (token, last[0], some / whole) if whole is not None and is_part else None


def _is_scaled(sentence: Sentence, token: Token) -> bool:
    """'per 10 duizend'."""
    return any(word in lexicon.SCALES for word in sentence.after(token, 1))


def _plain_number(token: Token) -> Decimal | None:
    if token.kind is Kind.NUMBER and token.text.isdigit():
        return Decimal(token.text)
    return cardinal(token.word) if token.kind is Kind.WORD else None


def _of_every(sentence: Sentence, token: Token) -> tuple[Token, Decimal, Qualifier] | None:
    """'Van elke tien aanvragen kwamen er vijf', 'op elke vier … er bijna drie': its end, how much, and what with it."""
    words = sentence.words(token.index, token.index + 2)
    if not (words[1:] in _EVERY and token.word in ("van", "op")) and words != ["van", "de"]:
        return None
    place = token.index + 2
    ends = sentence.tokens[place : place + 1]
    whole = next((_plain_number(each) for each in ends if not _is_scaled(sentence, each)), None)
    if whole is None or (words[1] == "de" and whole not in (10, 100, 1000)) or whole >= _MANY:
        return None
    for each in sentence.tokens[place + 1 : place + _FAR]:
        some = _plain_number(each)
        qualifier, length = qualifier_of(_before(sentence, each))
        is_counted = (
            some is not None and some < whole and sentence.words(each.index - length - 1, each.index)[:1] == ["er"]
        )
        if is_counted and some is not None:
            return each, some / whole, qualifier
    return None


def _fraction(sentence: Sentence, token: Token) -> tuple[Token, Token, Decimal] | None:
    """'een derde', 'twee derde', 'driekwart', 'de helft', 'nog geen tiende'; an ordinal alone is a place."""
    if token.kind is not Kind.WORD:
        return None
    is_ordinal = token.word in lexicon.ALSO_ORDINALS and sentence.before(token, 2) not in _NOT_YET
    if token.word in lexicon.FRACTIONS and not is_ordinal:
        above, below = lexicon.FRACTIONS[token.word]
        return None if _is_of_time(sentence, token) else (token, token, Decimal(above) / below)
    some = cardinal(token.word)
    for last in sentence.tokens[token.index + 1 : token.index + 2]:
        above, below = lexicon.FRACTIONS.get(last.word, (0, 1))
        is_part = above == 1 and some is not None and some < below and _is_of_whole(sentence, last, some)
        if is_part and some is not None and not _is_of_time(sentence, last):
            return token, last, some / below
    return None


def _is_of_whole(sentence: Sentence, last: Token, some: Decimal) -> bool:
    """Whether an ordinal after a number is a part: 'een derde van', and no 'een derde land', 'een vierde keer'."""
    if some > 1 or last.word not in lexicon.ALSO_ORDINALS:
        return True
    following = sentence.tokens[last.index + 1 : last.index + 2]
    return not following or following[0].kind is not Kind.WORD or following[0].word in lexicon.AFTER_PARTS


def _is_of_time(sentence: Sentence, token: Token) -> bool:
    """'de eerste helft van het jaar'."""
    following = " ".join(sentence.after(token, 3))
    is_first = sentence.before(token, 1) in (["eerste"], ["tweede"])
    return is_first or following.startswith(_OF_TIME)


# --- Numbers ----------------------------------------------------------------------------------------------


def _number_at(sentence: Sentence, token: Token) -> Amount | None:
    """A number with what follows it: 'twaalf procent', '2,5 keer', '375 duizend', '20.300'."""
    value = typed_value(token.text) if token.kind is Kind.NUMBER else cardinal(token.word)
    if value is None:
        return None
    is_typed = token.kind is Kind.NUMBER
    step = step_of(token.text) if is_typed else Decimal(1) if value == int(value) else Decimal("0.5")
    following = sentence.tokens[token.index + 1 : token.index + 2]
    word = following[0].word if following else ""
    if is_typed and _unit_ahead(sentence, token) in _PERCENT:
        leeway = of_count(value, step, 100)
        return _made(sentence, Form.PERCENT, value / _HUNDRED, (token, token), leeway, is_typed=True)
    if word in _PERCENT:
        last = following[0]
        return _made(
            sentence, Form.PERCENT, value / _HUNDRED, (token, last), of_count(value, step, 100), is_typed=is_typed
        )
    if word.startswith("procentpunt"):
        ends = (token, following[0])
        return _made(sentence, Form.POINTS, value, ends, of_count(value, step), is_typed=is_typed)
    is_times = word in _TIMES and (value != 1 or is_typed) and value < _MANY
    if is_times and not _is_how_often(sentence, following[0]):
        return _made(sentence, Form.TIMES, value, (token, following[0]), of_times(value), is_typed=is_typed)
    if word == "cent" and is_typed and _are_in_euros(sentence):
        return _made(
            sentence, Form.COUNT, value / _HUNDRED, (token, following[0]), of_count(value, step, 100), is_typed=True
        )
    if word in lexicon.SCALES:
        scale = lexicon.SCALES[word]
        leeway = of_count(value * scale, step * scale)
        return _made(sentence, Form.COUNT, value * scale, (token, following[0]), leeway, is_typed=is_typed)
    if is_typed:
        scale = lexicon.SCALES.get(_unit_ahead(sentence, token), 1)
        return _made(
            sentence, Form.COUNT, value * scale, (token, token), of_count(value * scale, step * scale), is_typed=True
        )
    return None


def _is_how_often(sentence: Sentence, times: Token) -> bool:
    """Whether it is by how much: 'stond 566 keer op de planken, 34 keer minder dan in 2024'."""
    ahead = sentence.tokens[max(0, times.index - _SAME_COUNT) : times.index - 1]
    is_counted = any(
        each.kind in (Kind.FIGURE, Kind.NUMBER) and sentence.after(each, 1) == [times.word] for each in ahead
    )
    more = sentence.after(times, 2)
    return is_counted and more[1:] == ["dan"] and more[0] in lexicon.COMPARISONS


def _are_in_euros(sentence: Sentence) -> bool:
    """Whether the data have euros, of which '70 cent' is so much, and no cents."""
    units = set[str]().union(*sentence.known.units.values())
    return "euro" in units and "cent" not in units


def in_words(sentence: Sentence) -> Iterator[Amount]:
    """Counts in words, but for 'een': 'ruim tweeduizend', 'negen'."""
    for token in sentence.tokens:
        value = cardinal(token.word) if token.kind is Kind.WORD and not token.is_own else None
        if value is not None and value > 1 and not _is_scale(sentence, token):
            leeway = of_count(value, step_of(str(int(value))))
            yield _made(sentence, Form.COUNT, value, (token, token), leeway)


def _is_scale(sentence: Sentence, token: Token) -> bool:
    """The 'duizend' of '375 duizend' and 'F duizend'."""
    ahead = sentence.tokens[max(0, token.index - 1) : token.index]
    is_after = any(each.kind in (Kind.FIGURE, Kind.NUMBER) or (cardinal(each.word) or 0) > 1 for each in ahead)
    return token.word in lexicon.SCALES and is_after


def _unit_ahead(sentence: Sentence, token: Token) -> str:
    """Of 'tussen de 5 en de 8 miljoen', 'van 55,2 naar 57,0 procent' what both are so many of."""
    joined = [
        each for each in sentence.tokens[token.index + 1 :][:_JOINED] if each.word not in ("de", "het", "ruim", "bijna")
    ]
    is_pair = len(joined) > 2 and joined[0].word in _JOINS and joined[1].kind is Kind.NUMBER
    return joined[2].word if is_pair else ""


def of_count(value: Decimal, step: Decimal, per: int = 1) -> Leeway:
    """Of a number: plainly what rounds to it."""
    size = abs(value)
    return Leeway(
        plain=step / 2 / per,
        about=max(size * Decimal("0.05"), step) / per,
        below=max(size * Decimal("0.1"), step / 2) / per,
        above=max(size * Decimal("0.12"), step / 2) / per,
    )


def of_times(value: Decimal) -> Leeway:
    """Of a multiple: 'drie keer' is 2,7 to 3,3, and 'ruim drie keer' more."""
    return Leeway(
        plain=value * Decimal("0.12"),
        about=value * Decimal("0.15"),
        below=value * Decimal("0.15"),
        above=value * Decimal("0.24"),
    )


def typed_value(text: str) -> Decimal | None:
    """'20.300' is 20300 and '1,4' is 1.4; None of what is neither: '10.30', '45/55'."""
    whole, comma, decimals = text.partition(",")
    groups = whole.split(".")
    is_grouped = len(groups) > 1 and 1 <= len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])
    if not (len(groups) == 1 or is_grouped) or (comma and not decimals.isdigit()) or len(text) > 24:
        return None
    plain = "".join(groups)
    return Decimal(f"{plain}.{decimals}" if comma else plain) if plain.isdigit() else None


def step_of(text: str) -> Decimal:
    """What the number was rounded to, as far as can be seen: '20.300' to hundreds, '1,4' to tenths.

    A round number without scale is not taken for more than a fiftieth of itself.
    """
    _, comma, decimals = text.partition(",")
    if comma:
        return Decimal(1).scaleb(-len(decimals))
    plain = text.replace(".", "")
    zeros = len(plain) - len(plain.rstrip("0"))
    return max(Decimal(1), min(Decimal(10) ** zeros, Decimal(plain) / 50))


def first_of(found: Sequence[Amount], token: Token) -> Amount | None:
    """The amount that a token is in."""
    return next((each for each in found if each.first.index <= token.index <= each.last.index), None)
