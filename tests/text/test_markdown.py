"""Markdown that a text may not hold is told at its place; what looks like it and is none is printed as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.document import Link, List, Paragraph, plain_text, walk
from tests.faults import built, lines, project

REFUSED = {
    "Een `stuk` code": "7:11 T205 programmacode",
    "Een ``stuk ` code``": "7:11 T205 programmacode",
    "Een ~~oud~~ woord": "7:11 T205 doorhalen",
    "Een&nbsp;woord": "7:10 T205 een code van HTML",
    "Een &#8364; woord": "7:11 T205 een code van HTML",
    "| Land | Aantal |\n|---|---|\n| Syrië | 1 |": "7:7 T205 een tabel",
    "Land | Aantal\n--- | ---\nSyrië | 1": "8:7 T205 een tabel",
    "```\ncode\n```": "7:7 T205 programmacode",
    "# Kop": "7:7 T205 een kop",
    "Kop\n===": "8:7 T205 een kop",
    "> Woorden": "7:7 T205 een citaat",
    "Woorden\n\n---": "9:7 T205 een lijn",
    "- [ ] Doen\n- [x] Gedaan": "7:9 T205 een vakje",
    "[a]: https://www.cbs.nl": "7:7 T205 het adres",
    "[^a]: Een noot": "7:",
    "![k](k.png)": "7:7 T202",
    "<b>vet</b>": "7:7 T201",
    "<ftp://cbs.nl>": "7:7 T206",
    "<javascript:alert(1)>": "7:7 T206",
}


@pytest.mark.parametrize("text", REFUSED)
def test_it_is_told_at_its_place(text: str, tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, text=text))
    assert result is None
    assert any(line.startswith(REFUSED[text]) for line in lines(findings)), lines(findings)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"Een \`stuk\` en \~\~oud\~\~", "Een `stuk` en ~~oud~~"),
        (r"R\&amp;D", "R&amp;D"),
        ("R&D; en AT&T", "R&D; en AT&T"),
        ("Een ` en nog wat", "Een ` en nog wat"),
        ("Ongeveer ~5 of ~~", "Ongeveer ~5 of ~~"),
        ("Ja | nee", "Ja | nee"),
        ("Een streepje - of twee", "Een streepje - of twee"),
        ("2019. Een jaar", "2019. Een jaar"),
    ],
)
def test_what_is_none_is_printed(text: str, shown: str, tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, text=text))
    assert result is not None, lines(findings)
    paragraphs = [block for block in walk(result.document.blocks) if isinstance(block, Paragraph)]
    assert shown in [plain_text(each.content) for each in paragraphs]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Zie <https://www.cbs.nl/a?b=1>.", "https://www.cbs.nl/a?b=1"),
        ("Mail <iemand@ind.nl>.", "mailto:iemand@ind.nl"),
        ("Mail <mailto:iemand@ind.nl>.", "mailto:iemand@ind.nl"),
    ],
)
def test_an_address_between_angles_is_a_link(text: str, url: str, tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, text=text))
    assert result is not None, lines(findings)
    paragraphs = [block for block in walk(result.document.blocks) if isinstance(block, Paragraph)]
    assert [item.url for each in paragraphs for item in each.content if isinstance(item, Link)] == [url]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("5. Vijf\n6. Zes\n\nSlot.\n\n1. Een\n2. Twee\n\n3) Drie", [5, 1, 3]),
        ("0. Nul\n1. Een", [0]),
        ("998. Bijna\n999. Net", [998]),
        ("1000. Te veel", []),
        ("Er waren er\n5. Dat is veel", []),
    ],
)
def test_a_list_begins_where_it_says(text: str, starts: list[int], tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, text=text))
    assert result is not None, lines(findings)
    assert [block.start for block in walk(result.document.blocks) if isinstance(block, List)] == starts


@pytest.mark.parametrize(
    "text",
    [
        "1. {{ aanvragen }} mensen\n2. {{ aanvragen }} aanvragen",
        "De stappen:\n\n1. Aanvraag doen.\n2. Besluit nemen.\n3. vertrek",
        "5) vijf\n6) zes",
        "- Een\n  1. {{ aanvragen }}\n  2. {{ aanvragen }}",
        "- 1. twee op één regel\n  2. en nog een",
    ],
)
def test_the_marker_of_a_list_is_no_figure(text: str, tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, text=text))
    assert [line for line in lines(findings) if "T501" in line] == []


def test_a_number_behind_a_marker_is_one(tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, text="1. Er kwamen 347 mensen"))
    assert [line for line in lines(findings) if "T501" in line and "347" in line]


@pytest.mark.parametrize("text", ["N", "N jaar", "artikel N", "week N", "N mei", "N,5%", "1 op de N", "N. x"])
def test_a_number_of_5000_digits_is_told(text: str, tmp_path: Path) -> None:
    """It is no year, term or article, and none of our errors."""
    _, findings = built(project(tmp_path, text=f"Er waren {text.replace('N', '9' * 5000)}."))
    assert [line for line in lines(findings) if "T50" in line]
