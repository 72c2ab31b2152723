"""A period is one wherever it stands: with a capital at the beginning of a sentence, and in two years."""

from __future__ import annotations

import pytest

from rapportage.proof.comparing.statements import PERIOD, skeleton
from rapportage.proof.tracing.digits import periods_in


@pytest.mark.parametrize(
    "text",
    ["mei 2020", "Mei 2020", "week 5 van 2024", "Week 5 van 2024", "1 maart 2026", "schooljaar 2024/2025",
     "Schooljaar\u00a02024/2025", "boekjaar 2024/2025"],
)  # fmt: skip
def test_a_period_in_words(text: str) -> None:
    assert list(periods_in(f"{text} was dat zo.")) == [text]
    assert skeleton(f"{text} was dat zo.") == f"{PERIOD} was dat zo."


def test_the_number_of_a_law_is_no_school_year() -> None:
    assert list(periods_in("Volgens Verordening (EU) 2016/679 mag dat.")) == []
