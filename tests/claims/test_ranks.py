"""Ranks, extremes, records, streaks and ranges: the right sentence is silent, and its slip is told.

In each line of `ranks.txt` «right//slip» is what differs; the data are those of a corpus, of as many domains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.claims.corpus import corpora, said_of

_BOTH = re.compile(r"«(.*?)//(.*?)»")
TYPED = ("T501",)
"""A number that somebody typed is to be told of both."""
CORPORA = {each.name: each for each in corpora()}


def _cases() -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("ranks.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, sentence = line.partition(": ")
            yield name, _BOTH.sub(r"\1", sentence), _BOTH.sub(r"\2", sentence)


@pytest.mark.parametrize(("name", "right", "slip"), list(_cases()))
def test_the_right_one_is_silent_and_the_slip_is_told(name: str, right: str, slip: str) -> None:
    assert [each for each in said_of(CORPORA[name], right) if not each.startswith(TYPED)] == []
    assert [each for each in said_of(CORPORA[name], slip) if not each.startswith(TYPED)] != []
