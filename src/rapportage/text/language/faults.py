"""A fault found while an expression is worked out; caught where the expression is and reported at its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.figures.results import FigureError, MeasureError

_LISTED = 4
"""So many unknown figures are named in a message."""


class ExpressionFault(Exception):
    """What is wrong with a user's expression, in Dutch. `offset` and `length` are within the expression's source."""

    def __init__(
        self, code: str, message: str, hint: str | None = None, offset: int | None = None, length: int = 1
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.offset = offset
        self.length = length

    def placed(self, offset: int, length: int) -> ExpressionFault:
        """This fault at a place, unless it has one already."""
        if self.offset is None:
            self.offset, self.length = offset, length
        return self


class UnnamedBreakdown(ExpressionFault):
    """A breakdown has to be named, because there are several; `names` are those to choose from."""

    def __init__(self, message: str, series: str, names: Sequence[str]) -> None:
        super().__init__("T309", message)
        self.names = names
        self.is_mended = False
        self.mend(series, len(series))
        self.is_mended = False

    def mend(self, source: str, place: int) -> None:
        """Shows the user's own expression with the breakdown named at `place`; who comes first knows where that is."""
        if not self.is_mended:
            before, after = source[:place].rstrip(), source[place:]
            gap = source[:place][len(before) :]
            mended = f"{before}.naar('{self.names[0]}'){gap}{after}".strip()
            self.hint = f"noem er één, bijvoorbeeld: {mended}"
            self.is_mended = True


class RestsOnFault(ExpressionFault):
    """What is asked rests on what could not be read, which was reported at `cause`: it is counted there, in silence."""

    def __init__(self, cause: Span) -> None:
        super().__init__("", f"rests on the fault at {cause}")
        self.cause = cause


class Unsound(Struct, frozen=True):
    """What a name means that is in the user's files, and could not be read."""

    cause: Span


def refuse_order(unsure: Sequence[str]) -> None:
    """Refuses to tell an order that is decided by the figures of these names, which are not known.

    Raises:
        ExpressionFault: there are any.
    """
    if unsure:
        names = ", ".join(f"'{name[:60]}'" for name in unsure[:_LISTED])
        more = f" en nog {len(unsure) - _LISTED}" if len(unsure) > _LISTED else ""
        message = f"de volgorde is niet zeker: het cijfer van {names}{more} is niet bekend, en kan haar veranderen"
        hint = "zet de cijfers in een tabel, of kies uit wat bekend is (| bekende | top(3)) en zeg dat erbij"
        raise ExpressionFault("T310", message, hint)


def told(error: FigureError) -> ExpressionFault:
    """The fault of a figure that there is not."""
    if isinstance(error, MeasureError):
        return ExpressionFault("T320", str(error), error.hint)
    return ExpressionFault("T301", str(error))
