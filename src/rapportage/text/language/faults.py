"""A fault found while an expression is worked out; caught where the expression is and reported at its place."""

from __future__ import annotations


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
