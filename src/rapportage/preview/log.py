"""What the terminal says: a line for each build, when all of it is known or the next one begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Lock

from rapportage.diagnostics.render import counted
from rapportage.preview.messages import Answer, Broken, Checked, Faulty, Made
from rapportage.preview.session import State

FAULT, WARNING = "fout", "waarschuwing"


class Log:
    """Gives each line to `say`."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._lock = Lock()
        self._waiting: State | None = None

    def begin(self, number: int) -> None:
        """That build begins: of the one before, no more will be known."""
        with self._lock:
            if self._waiting is not None and self._waiting.build < number:
                self._flush()

    def take(self, answer: Answer, state: State) -> None:
        """An answer of the builder, and the state after it."""
        with self._lock:
            match answer:
                case Made():
                    self._flush()
                    self._waiting = state
                case Checked() | Broken() if answer.number == state.build:
                    self._waiting = self._waiting and state
                    self._flush()
                case Faulty() | Broken():
                    self._flush()
                    self._say(f"{datetime.now():%H:%M:%S} niet bijgewerkt: {_why(state)}")
                case _:
                    pass

    def _flush(self) -> None:
        if self._waiting is not None:
            state, self._waiting = self._waiting, None
            self._say(f"{state.time} bijgewerkt in {state.milliseconds} ms: {_what(state)}")


def _what(state: State) -> str:
    return ", ".join([counted(len(state.pages), "pagina", "pagina's"), *_counts(state)])


def _why(state: State) -> str:
    """How many faults there are, and the first of them."""
    faults = [each for each in state.findings if each.severity == FAULT]
    first = next(iter(faults), None)
    if first is None:
        return "er is niets om te tonen"
    place = f"{first.file}:{first.line}:{first.column}: " if first.file else ""
    return f"{', '.join(_counts(state))}; {place}{first.message}"


def _counts(state: State) -> list[str]:
    kinds = ((FAULT, "fouten"), (WARNING, "waarschuwingen"))
    counts = [(sum(each.count for each in state.findings if each.severity == one), one, more) for one, more in kinds]
    return [counted(*count) for count in counts if count[0]]
