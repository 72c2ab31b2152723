"""Slips that are planted in the data of the samples are found, each by its line; of right data nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.claims.corpus import Corpus, corpora
from tests.claims.data_judge import judged, of_corpus
from tests.claims.data_slips import DataSlip, planted
from tests.slips.judge import ROOT
from tests.slips.plant import read_samples

TEXTS = read_samples(ROOT)
OF_EACH = 4
"""So many of each kind are tried here; the judge tries all."""
FOUND = 0.75
"""What part of them is found: the others contradict nothing."""

OF_OTHERS = [("data_slips.yaml", 28), ("more_data_slips.yaml", 36), ("third_data_slips.yaml", 37)]
"""Slips by who had not seen the checks: of how many other figures contradict them, and all of those are told."""


def tried() -> list[DataSlip]:
    slips = planted(TEXTS)
    return [each for each in slips if int(each.id.rpartition(" ")[2]) <= OF_EACH]


def test_slips_are_found() -> None:
    verdicts = list(judged(tried(), TEXTS))
    missed = [f"{each.slip.id} {each.slip.path}:{each.slip.lines}" for each in verdicts if not each.is_caught]
    assert len(verdicts) > 50
    assert len(missed) <= len(verdicts) * (1 - FOUND), "\n".join(missed)


@pytest.mark.parametrize(("name", "count"), OF_OTHERS, ids=[name for name, _ in OF_OTHERS])
def test_slips_by_others_that_other_figures_contradict_are_found(name: str, count: int) -> None:
    corpus = Path(__file__).with_name(name)
    read = yaml.load(corpus.read_text(encoding="utf-8"), yaml.CSafeLoader)["data_slips"]
    seen = {each["id"] for each in read if each["te_zien"] in (True, "ja")}
    slips = [each for each in of_corpus(corpus, TEXTS) if each.id in seen]
    assert len(slips) == count
    assert {each.slip.id for each in judged(slips, TEXTS) if not each.is_caught} == set()


ASKED = {"bloeddonatie": 1, "musea-en-theaters": 13}
"""Whether that is right is asked of three numbers of places that stay the same, and of theatres, which are closed in
July: the data have no July before."""


@pytest.mark.parametrize("corpus", corpora(), ids=[each.name for each in corpora()])
def test_of_right_data_nothing_is_said(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    (tmp_path / "data").mkdir()
    for name, text in corpus.data.items():
        (tmp_path / "data" / f"{name.removesuffix('.yaml')}.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    check([], tmp_path, findings)
    said = [f"{each.code} {each.message}" for each in findings if each.code != "C312"]
    assert len(said) == ASKED.get(corpus.name, 0), said
