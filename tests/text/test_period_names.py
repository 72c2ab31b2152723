"""How a period is named: in full, in a sentence, short, shortest and without its year, for every unit."""

from __future__ import annotations

import pytest

from rapportage.figures.languages.spoken import speaking
from rapportage.figures.period import TimePeriod
from rapportage.text.language.filters.filters import FILTERS
from rapportage.text.language.views.period_views import PeriodView

FORMS = ("naam", "in_zin", "kort", "kortst")
NAMES = {
    "2026-03-01": ("1 maart 2026", "op 1 maart 2026", "1 maart 2026", "1 mrt 2026"),
    "2026-03-01/2026-03-07": ("1 t/m 7 maart 2026", "van 1 t/m 7 maart 2026",
                              "1 mrt 2026–7 mrt 2026", "1 mrt–7 mrt 2026"),
    "2026-W05": ("week 5 van 2026", "in week 5 van 2026", "week 5 2026", "W5 2026"),
    "2026-05": ("mei 2026", "in mei 2026", "mei 2026", "mei 2026"),
    "2026-Q1": ("het eerste kwartaal van 2026", "in het eerste kwartaal van 2026", "1e kwartaal 2026", "Q1 2026"),
    "2026-Q1/2026-Q3": ("het eerste t/m derde kwartaal van 2026", "in het eerste t/m derde kwartaal van 2026",
                        "1e kwartaal 2026–3e kwartaal 2026", "Q1–Q3 2026"),
    "2026-H2": ("de tweede helft van 2026", "in de tweede helft van 2026", "2e helft 2026", "H2 2026"),
    "2025": ("2025", "in 2025", "2025", "2025"),
    "SJ2024-25": ("schooljaar 2024/2025", "in het schooljaar 2024/2025", "schooljaar 2024/2025", "2024/25"),
    "BJ2024-07": ("boekjaar 2024/2025", "in het boekjaar 2024/2025", "boekjaar 2024/2025", "2024/25"),
    "2019-06/2020-05": ("juni 2019 t/m mei 2020", "in juni 2019 t/m mei 2020",
                        "jun 2019–mei 2020", "jun 2019–mei 2020"),
}  # fmt: skip
WITHOUT_YEAR = {
    "2026-03-01": ("1 maart", "op 1 maart", "1 maart", "1 mrt"),
    "2026-W05": ("week 5", "in week 5", "week 5", "W5"),
    "2026-05": ("mei", "in mei", "mei", "mei"),
    "2026-Q1": ("het eerste kwartaal", "in het eerste kwartaal", "1e kwartaal", "Q1"),
    "2026-H2": ("de tweede helft", "in de tweede helft", "2e helft", "H2"),
}
ENGLISH = {
    "2026-03-01": ("1 March 2026", "on 1 March 2026", "1 March 2026", "1 Mar 2026"),
    "2026-05": ("May 2026", "in May 2026", "May 2026", "May 2026"),
    "2026-Q1": ("the first quarter of 2026", "in the first quarter of 2026", "1st quarter 2026", "Q1 2026"),
    "SJ2024-25": ("school year 2024/2025", "in the school year 2024/2025", "school year 2024/2025", "2024/25"),
}


def told(code: str, *filters: str) -> str:
    value: object = PeriodView(period(code))
    for name in filters:
        value = FILTERS[name].run(value)
    return str(value).replace("\u00a0", " ")


def period(code: str) -> TimePeriod:
    found = TimePeriod.parse(code)
    assert found is not None
    return found


@pytest.mark.parametrize("code", NAMES)
def test_names(code: str) -> None:
    assert tuple(told(code, form) for form in FORMS) == NAMES[code]


@pytest.mark.parametrize("code", NAMES)
def test_names_without_a_year(code: str) -> None:
    """A year, and what is in two years, keeps it."""
    whole = tuple(told(code, form) for form in FORMS)
    shorter = tuple(told(code, form, "zonder_jaar") for form in FORMS)
    if code in WITHOUT_YEAR:
        assert shorter == WITHOUT_YEAR[code]
        assert told(code, "zonder_jaar") == shorter[0]
    elif period(code).kind == "venster" and code[:4] == "2026":
        assert all("2026" in name for name in whole)
        assert not any("2026" in name for name in shorter)
    else:
        assert shorter == whole


@pytest.mark.parametrize("code", ENGLISH)
def test_in_english(code: str) -> None:
    with speaking("en"):
        assert tuple(told(code, form) for form in FORMS) == ENGLISH[code]
