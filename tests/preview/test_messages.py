"""Server and builder understand each other, and hear it when the other has gone."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from msgspec import DecodeError

from rapportage.preview import messages
from rapportage.preview.messages import Answer, Asked, Broken, Build, Checked, Draw, Faulty, Made, Note, Picture, Web
from rapportage.preview.places import Input, Place

NOTE = Note("C101", "fout", "a.yaml", 1, 2, "één", "tip", "regel")
PLACE = Place("a.yaml", 1, 2, "x", "som", (Input("n", "1", "b", "d.yaml", 3, 4),))
ANSWERS: list[Answer] = [
    Made(
        1, "t", b"%PDF", (messages.Sheet(1.5, 2.5, "ab"),), (PLACE,), ((1, 0.5, 1.0, 2.0, 3.0, 0),),
        (messages.Drawn("id", "l"),), (NOTE,), (messages.Edit("a.yaml", 3, -1),), {"a.yaml": "/a.yaml"}, True,
    ),
    Web(1, b"<html>" * 100_000, (PLACE,)),
    Checked(2, (NOTE,), True), Faulty(3, (NOTE,), {}), Broken(4, "reden"), Picture("id", None),
]  # fmt: skip
ASKED: list[Asked] = [Build(7), Draw("één grafiek")]


class Named(str):
    """As names in the text language are."""

    __slots__ = ()


def test_what_is_sent_is_what_comes() -> None:
    pipe = BytesIO()
    for each in ANSWERS:
        messages.send(each, pipe)
    pipe.seek(0)
    assert [messages.answer(pipe) for _ in ANSWERS] == ANSWERS
    assert messages.answer(pipe) is None
    pipe = BytesIO()
    for each in ASKED:
        messages.send(each, pipe)
    pipe.seek(0)
    assert [messages.asked(pipe) for _ in ASKED] == ASKED


def test_names_are_words() -> None:
    pipe = BytesIO()
    messages.send(Broken(1, Named("mei 2020")), pipe)
    pipe.seek(0)
    assert messages.answer(pipe) == Broken(1, "mei 2020")
    with pytest.raises(NotImplementedError):
        messages.send(Broken(1, object()), pipe)  # type: ignore[arg-type]


def test_who_goes_in_the_middle_said_nothing() -> None:
    pipe = BytesIO()
    messages.send(ANSWERS[0], pipe)
    whole = pipe.getvalue()
    for size in {*range(0, len(whole), 7), len(whole) - 1}:
        assert messages.answer(BytesIO(whole[:size])) is None


def test_what_is_no_message() -> None:
    with pytest.raises(DecodeError):
        messages.answer(BytesIO((3).to_bytes(8, "big") + b"abc"))
    pipe = BytesIO()
    messages.send(Build(1), pipe)
    with pytest.raises(DecodeError):
        messages.answer(BytesIO(pipe.getvalue()))


def test_it_comes_in_pieces() -> None:
    """A pipe that is not buffered gives what there is, and no more than one message is taken out of it."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb", buffering=0) as source, os.fdopen(writer, "wb", buffering=0) as target:
        pipe = BytesIO()
        messages.send(ASKED[1], pipe)
        messages.send(ASKED[0], pipe)
        target.write(pipe.getvalue())
        assert [messages.asked(source), messages.asked(source)] == [ASKED[1], ASKED[0]]
