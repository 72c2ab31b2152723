"""The streams of the command: closed ones, and terminals that lack our characters."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from typing import TextIO

import click

_READABLE, _JSON = "rapportage.leesbaar", "rapportage.json"
_STAND_INS = {
    **dict.fromkeys("−–—‑\u00ad", "-"), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("\u202f\u2009\u00a0", " "), "…": "...", "•": "*", "→": "->", "›": ">", "‹": "<", "×": "x",
    "€": "EUR", "≥": ">=", "≤": "<=",
}  # fmt: skip
"""What is read as a character that a terminal lacks; others lose their accent, or become a question mark."""


def mend() -> None:
    """Before the first word. What is said on a closed stream is lost; writing a result to one is an error (EBADF)."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:  # else the next file that is opened would get its number, and our words
            os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115  # it lives as long as we do
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8")  # noqa: SIM115  # idem
    codecs.register_error(_READABLE, _stand_ins)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_READABLE)


def say(text: str, *, err: bool = False, is_json: bool = False, end: bool = True) -> None:
    """Shows a text; JSON keeps every character, also where the terminal lacks it."""
    encoding = getattr(sys.stderr if err else sys.stdout, "encoding", None) or ""
    if is_json and not encoding.lower().startswith("utf"):
        codecs.register_error(_JSON, _escapes)
        text = text.encode("ascii", _JSON).decode("ascii")
    click.echo(text, nl=end, err=err)


def say_no_more(*streams: TextIO) -> None:
    """Else Python complains when it closes them."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _stand_ins(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _stand_in(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return _STAND_INS.get(char) or plain or "?"


def _escapes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end
