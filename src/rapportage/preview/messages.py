"""What the server and the builder, which is another process, tell each other: values in frames, over pipes."""

from __future__ import annotations

from typing import IO

from msgspec import Struct, msgpack

from rapportage.preview.places import Place, Rectangle

_LENGTH = 8
"""Bytes that say how long a message is."""


class Task(Struct, frozen=True):
    """What is asked for as long as the preview runs."""

    layout: str
    period: str
    project: str
    as_of: str | None = None
    draft: bool = False
    code: bool = False


# --- From the server ----------------------------------------------------------------------------------


class Build(Struct, frozen=True, tag=True):
    """Build the report as its files are now. Whatever is still looked for in an earlier build is given up."""

    number: int


class Draw(Struct, frozen=True, tag=True):
    """Draw a chart of the last good build by itself."""

    id: str


Asked = Build | Draw

# --- From the builder ---------------------------------------------------------------------------------


class Note(Struct, frozen=True, rename="lower"):
    """A finding as it is shown; of what has no place `file` is empty, and `line` and `column` are 0."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    message: str
    hint: str
    source: str
    """The line that it is about, of a long one the part around it."""
    count: int = 1
    """How many findings it tells of: more than one where the rest of a kind is counted."""


class Sheet(Struct, frozen=True):
    """A page: its size in points, and a digest of all that it shows."""

    width: float
    height: float
    digest: str


class Drawn(Struct, frozen=True):
    """A chart that can be saved by itself."""

    id: str
    label: str


class Edit(Struct, frozen=True):
    """The first line in which a file is other than in the last good build, and how many lines it has more."""

    file: str
    line: int
    shift: int = 0


class Made(Struct, frozen=True, tag=True):
    """A good build: its pages. What is doubtful in it, and its edition for the web, are told later."""

    number: int
    title: str
    pdf: bytes
    sheets: tuple[Sheet, ...]
    places: tuple[Place, ...]
    areas: tuple[Rectangle, ...]
    charts: tuple[Drawn, ...]
    notes: tuple[Note, ...]
    edits: tuple[Edit, ...]
    files: dict[str, str]
    """The whole path of each file that it was made of, by what it is called in messages."""
    is_guarded: bool
    """Whether small counts are left out, so that nothing may leave before that was checked."""


class Web(Struct, frozen=True, tag=True):
    """The edition for the web of a build, and the places in it that pages have not: they are numbered after those."""

    number: int
    html: bytes
    places: tuple[Place, ...] = ()


class Checked(Struct, frozen=True, tag=True):
    """All that was found in a build, with what is doubtful."""

    number: int
    notes: tuple[Note, ...]
    is_sound: bool
    """Whether a report may be made of it: not where a finding is a fault, or a reader could compute what it hides."""


class Faulty(Struct, frozen=True, tag=True):
    """The files hold faults: nothing was built."""

    number: int
    notes: tuple[Note, ...]
    files: dict[str, str]


class Broken(Struct, frozen=True, tag=True):
    """The builder met a fault of ours, or of the machine, and goes on: `reason` is for the user."""

    number: int
    reason: str


class Picture(Struct, frozen=True, tag=True):
    """A chart by itself; None where the last good build has no such chart."""

    id: str
    svg: str | None


Answer = Made | Web | Checked | Faulty | Broken | Picture


def send(message: Struct, pipe: IO[bytes]) -> None:
    """Writes a message, whole.

    Raises:
        OSError: nobody reads it any more.
    """
    data = msgpack.encode(message, enc_hook=_plain)
    pipe.write(len(data).to_bytes(_LENGTH, "big") + data)
    pipe.flush()


def _plain(value: object) -> str:
    """The words of what is a name: a string of a kind of its own."""
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError(f"no message has a {type(value).__name__}")


def asked(pipe: IO[bytes]) -> Asked | None:
    """The next thing that the server asks; None where it has gone.

    Raises:
        DecodeError: it is no message.
    """
    data = _frame(pipe)
    return None if data is None else msgpack.decode(data, type=Asked)


def answer(pipe: IO[bytes]) -> Answer | None:
    """The next answer of the builder; None where it has gone.

    Raises:
        DecodeError: it is no message.
    """
    data = _frame(pipe)
    return None if data is None else msgpack.decode(data, type=Answer)


def _frame(pipe: IO[bytes]) -> bytes | None:
    """The bytes of one message; None where the other went, also in the middle of it."""
    head = _read(pipe, _LENGTH)
    return None if head is None else _read(pipe, int.from_bytes(head, "big"))


def _read(pipe: IO[bytes], size: int) -> bytes | None:
    """So many bytes and no more: what is not buffered gives them in pieces, and can be waited for."""
    parts = []
    while size > 0:
        part = pipe.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
