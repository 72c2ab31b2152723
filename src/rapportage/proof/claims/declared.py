"""What a project says in woorden.yaml and its lists: other words for what it counts, numbers that are no data."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec import Struct

from rapportage.input.cube.cube import Cube
from rapportage.input.specs.words import TypedNumber
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.lexicon import ORDINALS
from rapportage.proof.claims.names import ExtraWords
from rapportage.proof.claims.verdict import ClaimKind


class Declared(Struct, frozen=True, dict=True):
    """The numbers: wherever their words are in a sentence, they are accounted for."""

    numbers: Sequence[TypedNumber]

    def places(self, text: str) -> Collection[int]:
        """Where in `text` such words are: each of their characters."""
        if self._pattern is None:
            return ()
        return {place for found in self._pattern.finditer(text) for place in range(*found.span())}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        numbers = [each for each in self.numbers if has_number(each.text.text)]
        written = sorted((pattern_of(each) for each in numbers), key=len, reverse=True)
        return re.compile("|".join(written), re.IGNORECASE) if written else None


def has_number(text: str) -> bool:
    """Whether there is a number in it, in digits or words: other words say something, and nobody declares that away."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    in_words = any(about(word) is ClaimKind.PORTION or word in ORDINALS for word in words)
    return in_words or any(sign.isdigit() for sign in text)


def pattern_of(number: TypedNumber) -> str:
    """Its words as they may be in a text: whole words, with any space between them."""
    words = r"\s+".join(map(re.escape, number.text.text.split()))
    return rf"(?<![\w.,]){words}(?![\w]|[.,]\d)"


def extra_words(cube: Cube) -> ExtraWords:
    """What series and parts are called too."""
    told = [cube.words.parts, *(each.parts for each in cube.lists.values())]
    return ExtraWords(
        {id: tuple(each.text for each in names) for id, names in cube.words.series.items()},
        {name: tuple(words.forms()) for parts in told for name, words in parts.items()},
    )
