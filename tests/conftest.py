"""What all tests share: golden files, made again by `pytest --update-golden`."""

from __future__ import annotations

import gc
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"


settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")
"""The same examples in every run: what fails is what was changed. `--hypothesis-profile=default` looks further."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read them before you commit them",
    )


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for what a shell runs in the background: children inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def process() -> Iterator[None]:
    """A command that is run in this process ends with interrupts ignored and no garbage collected: so would the next.

    Of thousands of tests the garbage is gigabytes, and each process that one forks has all of it to copy.
    """
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)
    gc.enable()


Compare = Callable[[str, str], None]
CompareParts = Callable[[str, Sequence[tuple[str, str]]], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Compares a text with the golden file of that name."""
    anew = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if anew:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {name}: make it with --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def golden_parts(request: pytest.FixtureRequest, golden: Compare) -> CompareParts:
    """Compares the named parts of a long text, in order, with the golden files FOLDER/NUMBER-NAME.KIND.txt.

    What is compared is `FOLDER/KIND`; a file of that kind without a part is one too many.
    """
    anew = bool(request.config.getoption("--update-golden"))

    def compare(place: str, parts: Sequence[tuple[str, str]]) -> None:
        folder, kind = place.split("/")
        names = [f"{number:02}-{_words(name)}.{kind}.txt" for number, (name, _) in enumerate(parts)]
        stored = sorted((GOLDEN / folder).glob(f"*.{kind}.txt"))
        if anew:
            for path in stored:
                path.unlink()
        else:
            assert [path.name for path in stored] == names, "make the files with --update-golden and read them"
        for name, (_, text) in zip(names, parts, strict=True):
            golden(f"{folder}/{name}", text)

    return compare


def _words(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.lower()))
