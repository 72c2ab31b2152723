"""Nothing is unaccounted for: every digit and every word of the lexicon of every sentence is in one claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rapportage.composing import compose_report, doubts_of
from rapportage.diagnostics import Findings
from rapportage.input.project import Project
from rapportage.pipeline import BuildRequest, check
from rapportage.proof.claims.claim_words import about
from rapportage.proof.claims.reading import Reading
from rapportage.proof.claims.stretches import sentences
from tests.claims.corpus import Corpus, corpora
from tests.faults import project
from tests.validation.samples import EVERY_SAMPLE, OTHER_DOMAINS, PROJECTS, ROOT

_DIGIT = re.compile(r"[\d½⅓¼]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w|[^\W\d_]")


def unaccounted(request: BuildRequest) -> Iterator[str]:
    """The places of a report that are in no claim, or in more than one; digits alone where its words are not read."""
    made = Project(request.folder, Findings())
    composed = compose_report(request, made)
    assert composed is not None, list(made.findings)
    claimed: Counter[tuple[str, int]] = Counter()
    for claim in doubts_of(composed).account.claims:
        claimed.update((claim.sentence, place) for place in range(claim.start, claim.end))
    times: Counter[str] = Counter()
    own: dict[str, frozenset[int]] = {}
    with composed.document.spoken():
        for stretch in sentences(composed.texts):
            reading = Reading.of(stretch, composed.files[0].period)
            if stretch.has_words:
                times[reading.text] += 1
                own[reading.text] = reading.own
    is_dutch = composed.document.language == "nl-NL"
    for text, count in times.items():
        places = {found.start() for found in _DIGIT.finditer(text)}
        if is_dutch:
            places |= {found.start() for found in _WORD.finditer(text) if about(found[0].casefold())}
        for place in sorted(places - own[text]):
            if claimed[text, place] != count:
                yield f"'{text[place : place + 12]}' is {claimed[text, place]} of {count} times in a claim of: {text}"


@pytest.mark.parametrize(("folder", "layout", "period"), EVERY_SAMPLE)
def test_samples(folder: Path, layout: str, period: str) -> None:
    assert list(unaccounted(BuildRequest(layout, period, folder))) == []


SIGNED = (
    *((ROOT, layout, "2020-05") for layout in ("kerncijfers", "key-figures", "grafieken")),
    (ROOT, "asieltrends", "2020-04"),
    (ROOT, "instroom-week", "2024-W05"),
    (ROOT, "vreemdelingenketen", "2020-H1"),
    *((PROJECTS / folder, layout, period) for folder, layout, period in OTHER_DOMAINS),
)


@pytest.mark.parametrize(("folder", "layout", "period"), SIGNED)
def test_samples_have_nothing_that_nobody_verified(folder: Path, layout: str, period: str) -> None:
    """Who changes a sentence, or teaches the tool a word, signs anew: `check LAYOUT PERIODE --verantwoording`."""
    findings = Findings()
    account = check([BuildRequest(layout, period, folder)], folder, findings, all_claims=True)
    assert [claim.sentence for claim, _ in account.to_sign()] == []
    assert list(findings) == []


@pytest.mark.parametrize("corpus", corpora(), ids=[each.name for each in corpora()])
def test_corpora(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "layouts").mkdir()
    for name, text in corpus.data.items():
        (tmp_path / "data" / f"{name.removesuffix('.yaml')}.yaml").write_text(text, encoding="utf-8")
    for period in sorted({pair.period for pair in corpus.pairs}):
        said = [text for pair in corpus.pairs if pair.period == period for text in (pair.right, pair.slip)]
        layout = {"titel": "Proef", "blokken": [{"kop": "Proef"}, *({"tekst": each} for each in said)]}
        written = yaml.safe_dump(layout, allow_unicode=True, width=10_000, sort_keys=False)
        (tmp_path / "layouts" / "proef.yaml").write_text(written, encoding="utf-8")
        assert list(unaccounted(BuildRequest("proef", period, tmp_path))) == []


HOSTILE = """\
In 2013, 2014 en 2015 (zie tabel 3) steeg 1/3 van de 18- tot 25-jarigen 2,5 keer zo snel als de ½ van de 80-plussers.
Eén op de 7, drieëntwintig tientallen, 1e en 2de, €5.000,-, ca.5000, 12%-punt, -3, 10^6, ⅓, 1.234.567,89 of 5 à 6.
COVID-19, A12, F-35, G20, 24/7, 112, 06-12345678, ISBN 978-3-16, 2020/2021, 2020-'21, '20, Q3 2020, 3Q20.
Nooit eerder zo veel: de meeste, de minste, het op een na grootste en verreweg het hoogste record in honderden jaren.
**Vet 12** en *schuin 13*, [link 14](https://example.nl/15), en een noot.[^uitleg]
Het steeg en daalde, verdubbelde, verachtvoudigde en halveerde; samen {{ aanvragen }} en 12 {{ leeg }}13 of 7{{ leeg }}.
"""


def test_hostile_sentences(tmp_path: Path) -> None:
    project(tmp_path, text=HOSTILE)
    assert list(unaccounted(BuildRequest("proef", "2020-05", tmp_path))) == []
    project(tmp_path, text=HOSTILE.replace("\n", " ").replace(". ", " "))
    assert list(unaccounted(BuildRequest("proef", "2020-05", tmp_path))) == []


@pytest.mark.parametrize(
    ("word", "is_claim"),
    [
        *((word, True) for word in ("drieëntwintig", "vierhonderd", "tientallen", "honderden", "driemaal", "zeven")),
        *((word, True) for word in ("één", "twaalf", "achtvoudig", "verachtvoudigde", "recordaantal", "tienduizenden")),
        *((word, False) for word in ("een", "en", "achten", "aantal", "kwartaal", "helemaal", "meestal", "eenvoudig")),
        *((word, False) for word in ("vieren", "elfen", "normaal", "kapitaal", "diefstal", "overal", "vierkant")),
    ],
)
def test_which_words_are_about_numbers(word: str, is_claim: bool) -> None:
    assert (about(word) is not None) is is_claim
