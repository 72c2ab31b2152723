"""Where a sentence begins, and the small words before a name: what goes before words decides how they are said."""

from __future__ import annotations

import re

from rapportage.figures.languages.spoken import spoken_language

_LETTERS = re.compile(r"(?:[a-z]\.){2,}")
"""'o.a.', 't.o.v.'"""
_OPENING = " \t\n\N{NO-BREAK SPACE}\"'([“‘„«"
_CLOSING = "\"')]”’»"
_WORD = re.compile(r"\w+")
_NEAR = 60
"""In so many characters is the word before; of a long text no more is looked at."""


def begins_sentence(said: str) -> bool:
    """Whether what follows `said`, the words of the same paragraph before it, is the beginning of a sentence."""
    text = said.rstrip(_OPENING)
    between = said[len(text) :]
    return not text or (any(map(str.isspace, between)) and _ends_sentence(text))


def _ends_sentence(text: str) -> bool:
    bare = text.rstrip(_CLOSING)
    if ")" in text[len(bare) :] and "(" in bare:  # a sentence in brackets ends where one could begin before them
        return bare.endswith((".", "!", "?")) and begins_sentence(bare[: bare.rindex("(")])
    if not bare.endswith((".", "!", "?")) or bare.endswith(("..", "….")):
        return False
    last = bare.split()[-1].lstrip(_OPENING).casefold()
    return not (last in spoken_language().sentences.abbreviations or _LETTERS.fullmatch(last))


def without_leading(before: str, words: str, *, is_time: bool = True) -> str:
    """`before` without the article or preposition at its end that `words` bring along: no 'het het', no 'in in'.

    What they bring is right for them, so that the other goes: 'In het' before 'de eerste helft van 2020' is 'In'. An
    'op' of what is no time stays with its article: 'de op een na grootste'.
    """
    own = _WORD.match(words)
    if own is None:
        return before
    said = spoken_language().periods
    prepositions = (said.during, said.on)
    if is_time and own[0].casefold() in prepositions:
        return _without(_without(before, said.articles), prepositions)
    return _without(before, said.articles) if own[0].casefold() in said.articles else before


def _without(before: str, words: tuple[str, ...]) -> str:
    tail = before[-_NEAR:]
    found = re.search(rf"(?<![\w-])(?:{'|'.join(words)})\s+$", tail, re.IGNORECASE)
    return before[: len(before) - len(tail) + found.start()] if found else before
