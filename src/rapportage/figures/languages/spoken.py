"""The language that is spoken now: that of the report that is being made or checked. Dutch where nobody says otherwise.

It is ambient, because each stage says something and none decides in what language: the pipeline sets it once for a
document. A copy of the process takes it along; a new thread begins in Dutch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.language import Language
from rapportage.figures.languages.names import AS_IN_DATA, Translation, calling

LANGUAGES = {"nl": "Nederlands", "en": "Engels", "fy": "Fries"}
"""Those that a report can be in, by code, and what a user calls them."""

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=DUTCH)


def spoken_language() -> Language:
    return _SPOKEN.get()


def language_of(tag: str) -> Language:
    """That of a BCP 47 tag: English for 'en-GB'. Those that few reports need are read when they are asked for."""
    match tag.partition("-")[0].lower():
        case "en":
            from rapportage.figures.languages.english import ENGLISH

            return ENGLISH
        case "fy":
            from rapportage.figures.languages.frisian import FRISIAN

            return FRISIAN
        case _:
            return DUTCH


@contextmanager
def speaking(tag: str, names: Translation = AS_IN_DATA) -> Iterator[None]:
    """What is said within it is in the language of that tag, and calls what is in the data by these names."""
    token = _SPOKEN.set(language_of(tag))
    try:
        with calling(names):
            yield
    finally:
        _SPOKEN.reset(token)


def in_dutch(say: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> _Result:
    """What `say` gives in Dutch: for a message to who makes the report, whatever its language."""
    token = _SPOKEN.set(DUTCH)
    try:
        with calling(AS_IN_DATA):
            return say(*given, **named)
    finally:
        _SPOKEN.reset(token)
