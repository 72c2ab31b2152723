"""How far back a layout looks."""

from __future__ import annotations

import pytest

from rapportage.figures.period import TimePeriod
from rapportage.input.specs.reach import earliest_day
from tests.input.specs.nodes import node_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Geen periode, ook al noemt de zin 2012.", "2020-05-01"),
        ("{{ a.vorige }}", "2020-04-01"),
        ("{{ a.vorige.vorig_jaar }}", "2019-04-01"),
        ("{{ a['2019-03'] }}", "2019-03-01"),
        ("{{ a['2019-03'].vorige }}", "2019-02-01"),
        ("{{ a['afgelopen 12 maanden'] }}", "2019-06-01"),
        ('{{ a | reeks("2018-01") }}', "2018-01-01"),
        ("{{ (a | reeks('2018-01'))[1].vorig_jaar }}", "2017-01-01"),
        ("{{ periode.twaalf_maanden | naam }}", "2019-06-01"),
    ],
)
def test_the_earliest_day(text: str, day: str) -> None:
    edition = TimePeriod.parse("2020-05")
    assert edition is not None
    quoted = text.replace("'", "''")
    assert earliest_day([node_of(f"tekst: '{quoted}'\n")], edition).isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "'De kosten stegen van {{ a['2019'] }} miljoen.'",
        "\"De kosten stegen van {{ a['2019'] }} miljoen.\"",
        '"De kosten stegen van {{ a["2019"] }} miljoen."',
        "'De kosten stegen van {{ a[\"2019\"] }} miljoen.'",
        "De auto's en foto's: {{ a['2019'] }}.",
        "'s Avonds {{ a['2019'] }}.",
        '\'s Avonds {{ a["2019"] }}, zei hij: "nu {{ a }}".',
        "De 5'4\" hoge {{ a['2019'] }}.",
        "'\u2018Van {{ a | verschil(a['2019']) }}\u2019, zo staat er.'",
    ],
)
def test_quotes_in_the_text_itself_hide_no_period(text: str) -> None:
    """It may look too far, never too near: any two quotes can be those of a name."""
    edition = TimePeriod.parse("2020-05")
    assert edition is not None
    quoted = text.replace("'", "''")
    assert earliest_day([node_of(f"tekst: '{quoted}'\n")], edition).isoformat() == "2019-01-01"


def test_steps_are_walked_from_the_earliest_period_that_any_text_names() -> None:
    edition = TimePeriod.parse("2020-05")
    assert edition is not None
    node = node_of("vanaf: 2018-01\nwaarde: '{{ rij.vorig_jaar }}'\n")
    assert earliest_day([node], edition).isoformat() == "2017-01-01"


def test_a_change_asks_for_the_year_before() -> None:
    edition = TimePeriod.parse("2020-H1")
    assert edition is not None
    node = node_of("vergelijking: {perioden: [2020-H1], verandering: [procent]}\n")
    assert earliest_day([node], edition).isoformat() == "2019-01-01"


@pytest.mark.parametrize(
    ("layout", "day"),
    [
        ('rijen: "{{ a.vorig_jaar | top(5) }}"\nwaarde: "{{ rij.vorig_jaar }}"\n', "2018-05-01"),
        ("tekst: '{% for deel in a.vorige | top(5) %}{{ deel.vorige }}{% endfor %}'\n", "2020-03-01"),
        ("per: {deel: '{{ a.vorige }}'}\ntekst: '{{ deel.vorige }}'\n", "2020-03-01"),
        (
            "per: {deel: '{{ a.vorige }}'}\ntekst: '{% for b in deel.vorige | top(2) %}{{ b.vorige }}{% endfor %}'\n",
            "2020-02-01",
        ),
        ("tekst: '{{ a.vorige }} {{ b.vorige }}'\n", "2020-04-01"),
        ("tekst: '{{ a | gestegen | hoeveel }}'\n", "2020-04-01"),
        ("tekst: '{{ a.vorig_jaar | gedaald | hoeveel }}'\n", "2019-04-01"),
    ],
)
def test_steps_of_what_is_itself_of_an_earlier_period(layout: str, day: str) -> None:
    """A row has the periods of its figures; what compares with the period before needs that too."""
    edition = TimePeriod.parse("2020-05")
    assert edition is not None
    earliest = earliest_day([node_of(layout)], edition).isoformat()
    assert earliest <= day, "never too near"
    assert earliest == day or "gedaald" in layout
