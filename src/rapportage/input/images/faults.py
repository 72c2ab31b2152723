"""What is wrong with a picture, on its way to the findings. The caller knows its place."""

from __future__ import annotations

from msgspec import Struct

from rapportage.diagnostics import Findings, Span


class Problem(Struct, frozen=True):
    """One thing that is wrong: a code of the catalogue, what, and how to fix it (in Dutch)."""

    code: str
    message: str
    hint: str | None = None


class PictureFault(Exception):
    """The picture can't be used. An SVG may hold several things that it may not."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems

    def report(self, span: Span, findings: Findings) -> None:
        """Adds all that is wrong to `findings`, at the place where the picture was asked."""
        for problem in self.problems:
            findings.error(problem.code, problem.message, span, problem.hint)


def fault(code: str, message: str, hint: str | None = None) -> PictureFault:
    return PictureFault(Problem(code, message, hint))
