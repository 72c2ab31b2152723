"""What the builder and its copy say, and whether all of the last good build is told."""

from __future__ import annotations

import errno
import os
import select
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from rapportage.memory import Memory
from rapportage.preview import builder, messages
from rapportage.preview.making import later, make
from rapportage.preview.messages import Answer, Broken, Checked, Faulty, Made, Task, Web
from rapportage.proof.inspection.structure import check
from tests.faults import project
from tests.preview.test_messages import ANSWERS

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no copies"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]
Talk = Callable[..., list[Answer | None]]


def known(good: Any) -> Iterator[Answer]:
    yield Web(good.number, b"")
    yield Checked(good.number, (), True)


def dying(good: Any) -> Iterator[Answer]:
    yield Web(good.number, b"")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def talk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    """What a builder in this process answers; it makes nothing, and its copy does what the test is given."""
    monkeypatch.setattr(builder, "later", request.param)
    (asked, ask), (answers, answer) = os.pipe(), os.pipe()
    with (
        os.fdopen(asked, "rb", buffering=0) as asking,
        os.fdopen(ask, "wb"),
        os.fdopen(answers, "rb", buffering=0) as said,
        os.fdopen(answer, "wb") as saying,
    ):
        building = builder.Builder(Task("proef", "2020-05", ""), asking, saying)

        def build(number: int, *, faulty: bool = False, in_full: bool = True) -> list[Answer | None]:
            good = SimpleNamespace(number=number), replace(GOOD, number=number)
            monkeypatch.setattr(builder, "make", lambda *_: Faulty(number, (), {}) if faulty else good)
            building._build(number)
            while in_full and building._copy is not None:
                building._hand_on(building._copy)
            found = []
            while select.select([said], [], [], 0)[0]:
                found.append(messages.answer(said))
            return found

        yield build
        building._end_copy()


GOOD = ANSWERS[0]
assert isinstance(GOOD, Made)


@pytest.mark.parametrize("talk", [known], indirect=True)
def test_a_faulty_save_does_not_end_the_check_of_what_is_shown(talk: Talk) -> None:
    assert talk(1, in_full=False) == [replace(GOOD, number=1)]
    assert talk(2, faulty=True, in_full=False) == [Faulty(2, (), {})]
    assert talk(3, faulty=True) == [Faulty(3, (), {}), Web(1, b""), Checked(1, (), True)]
    assert talk(4, faulty=True) == [Faulty(4, (), {})]
    assert talk(5) == [replace(GOOD, number=5), Web(5, b""), Checked(5, (), True)]


@pytest.mark.parametrize("talk", [dying], indirect=True)
def test_a_copy_that_dies_is_told(talk: Talk) -> None:
    assert talk(1) == [GOOD, Web(1, b""), Broken(1, "het nagaan is onverwacht gestopt")]
    assert talk(2, faulty=True) == [Faulty(2, (), {})]


def test_a_copy_makes_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which would go on when the first is ended."""
    made = make(Task("proef", "2020-05", str(project(tmp_path))), 1, None, Memory())
    assert not isinstance(made, Faulty)
    monkeypatch.setattr(check, "MANY_PAGES", 1)
    monkeypatch.setattr(check, "in_parallel", lambda _: pytest.fail("a copy"))
    assert [type(each) for each in later(made[0])] == [Web, Checked]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EMFILE, ": er staan te veel bestanden open"), (errno.EACCES, "")],
)
def test_what_the_machine_lacks_is_told_in_dutch(code: int, words: str) -> None:
    told = builder._broken(1, OSError(code, os.strerror(code)))
    assert told == Broken(1, f"de bestanden kunnen nu niet worden gelezen{words}")
