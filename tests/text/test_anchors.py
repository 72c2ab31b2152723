"""Every place that something leads to has a name of its own: by construction, whatever users call theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rapportage.document import Chart, CrossReference, Document, Paragraph, Table, Terms, plain_text, walk
from rapportage.pages.layout import Pages, lay_out
from rapportage.pages.layout.boxes import Anchor, LinkArea
from rapportage.pages.layout.structure import Element
from rapportage.pipeline import BuildResult
from rapportage.proof.inspection import structural_faults
from tests.faults import built, lines, project

BARS = "{titel: G, soort: liggende staaf, cijfers: '{{ aanvragen | top(2) }}'}"
TABLE = "titel: T, rijkop: Land, rijen: '{{ aanvragen | top(2) }}', kolommen: [{kop: aantal, waarde: '{{ rij }}'}]"


def made(folder: Path, head: str, blocks: str) -> BuildResult:
    result, findings = built(project(folder, layout=f"titel: Proef\n{head}blokken:\n{blocks}"))
    assert result is not None, lines(findings)
    assert structural_faults(result.pdf) == []
    return result


def pages(result: BuildResult) -> Pages:
    return lay_out(result.document, result.style.theme, result.style.family, result.drawings)


def anchors(made: Pages) -> Counter[str]:
    return Counter(
        piece.id
        for page in made.pages
        for placed in (*page.body, *page.notes)
        for piece in placed.box.pieces
        if isinstance(piece, Anchor)
    )


def ids(element: Element) -> Counter[str]:
    """Those of the structure tree, which are named in /IDTree."""
    found = Counter([element.id] if element.id else [])
    for kid in element.kids:
        if isinstance(kid, Element):
            found += ids(kid)
    return found


def assert_unique(result: BuildResult) -> None:
    laid_out = pages(result)
    names, marks = anchors(laid_out), ids(laid_out.root)
    assert names
    assert {name for name, count in names.items() if count > 1} == set()
    assert {name for name, count in marks.items() if count > 1} == set()
    targets = {
        piece.target
        for page in laid_out.pages
        for placed in (*page.body, *page.notes)
        for piece in placed.box.pieces
        if isinstance(piece, LinkArea) and piece.target
    }
    assert targets <= set(names)


def references(document: Document) -> dict[str, str]:
    """In running text, by their words."""
    texts = [block.content for block in walk(document.blocks) if isinstance(block, Paragraph)]
    return {item.text: item.target for content in texts for item in content if isinstance(item, CrossReference)}


TERMS = ("C+", "C#", "C", "Δ", "Ω", "a b", "a-b", "A.B")


def test_terms_that_differ_in_signs_only_have_a_place_each(tmp_path: Path) -> None:
    head = "begrippen:\n" + "".join(f"  '{name}': uitleg van {place}\n" for place, name in enumerate(TERMS))
    result = made(tmp_path, head, f"  - tekst: Over {', '.join(TERMS)}.\n  - begrippenlijst\n")
    (terms,) = (block for block in walk(result.document.blocks) if isinstance(block, Terms))
    by_id = {term.id: plain_text(term.name) for term in terms.items}
    assert sorted(by_id.values()) == sorted(TERMS)
    assert {by_id[target]: words for words, target in references(result.document).items()} == dict(
        zip(TERMS, TERMS, strict=True)
    )
    assert_unique(result)


def test_ids_of_users_that_look_like_ours_push_ours_aside(tmp_path: Path) -> None:
    blocks = f"""\
  - kop: Eerste
  - grafiek: {BARS}
  - kop: {{tekst: Tweede, id: kop-1}}
  - kop: {{tekst: Derde, id: figuur-2}}
  - tabel: {{id: figuur-2-2-cijfers, {TABLE}}}
  - kop: {{tekst: Vierde, id: cijfers-bij-figuren}}
  - kop: {{tekst: Vijfde, id: begrip-woord}}
  - tekst: Zie [een](#kop-1), [twee](#figuur-2), [drie](#cijfers-bij-figuren), [vier](#begrip-woord) en het woord.
  - begrippenlijst
"""
    result = made(tmp_path, "begrippen: {woord: uitleg}\n", blocks)
    assert references(result.document) == {
        "een": "kop-1",
        "twee": "figuur-2",
        "drie": "cijfers-bij-figuren",
        "vier": "begrip-woord",
        "woord": "begrip-woord-2",
    }
    (chart,) = (block for block in walk(result.document.blocks) if isinstance(block, Chart))
    tables = {block.id: block for block in walk(result.document.blocks) if isinstance(block, Table)}
    assert chart.id == "figuur-2-2"
    (leads,) = (item.target for item in chart.table_link if isinstance(item, CrossReference))
    assert leads == "figuur-2-2-cijfers-2"
    assert plain_text(tables[leads].caption) == "Cijfers bij figuur 1: G"
    assert_unique(result)


@pytest.mark.parametrize(
    "id", ["noot-uitleg", "merk-uitleg", "inhoudsopgave", "kaarten-2-1", "t-r0-trend1", ".12", "_.3-titel"]
)
def test_an_id_that_is_no_block_of_ours_is_refused(tmp_path: Path, id: str) -> None:
    layout = f"titel: Proef\nblokken:\n  - kop: Kop\n  - kop: {{tekst: B, id: {id}}}\n"
    result, findings = built(project(tmp_path, layout=layout))
    assert result is None
    assert lines(findings) == [f"4:25 T403 id '{id}' geeft rapportage zelf"]


def test_notes_of_a_table_and_of_the_page_are_never_one(tmp_path: Path) -> None:
    head = "noten: {weggelaten: Eigen noot., t-1: Noot van de pagina.}\n"
    columns = "kolommen: [{kop: aantal, waarde: '{{ rij }}'}, {kop: niets, waarde: '{{ aantal_onbekend }}'}]"
    table = TABLE.replace("kolommen: [{kop: aantal, waarde: '{{ rij }}'}]", columns).replace("T,", "'T[^weggelaten]',")
    result = made(tmp_path, head, f"  - tekst: Woorden[^t-1].\n  - tabel: {{id: t, {table}}}\n")
    (found,) = (block for block in walk(result.document.blocks) if isinstance(block, Table))
    assert [plain_text(note.content) for note in found.notes] == [
        "Eigen noot.",
        "De kolom niets ontbreekt: daarvan zijn geen cijfers bekend.",
    ]
    assert not {note.id for note in found.notes} & {note.id for note in result.document.notes}
    assert_unique(result)
