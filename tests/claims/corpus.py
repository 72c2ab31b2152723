"""A corpus: data of one domain, and pairs of sentences over it; each pair is a right sentence and one with a slip."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check

FOLDER = Path(__file__).parent / "corpus"
for _each in ("checking.text", "checking.words.translated"):  # once here, and not in each copy that checks
    import_module(f"rapportage.proof.{_each}")


_FIRST_LINE = 4
"""Where the first of many texts is in a layout."""


class Pair(NamedTuple):
    """`kind` is what the slip is: 'richting', 'rang', 'periode' …"""

    id: str
    period: str
    kind: str
    right: str
    slip: str


class Corpus(NamedTuple):
    name: str
    data: dict[str, str]
    """The text of each period file, by its name."""
    pairs: list[Pair]


def corpora(folder: Path = FOLDER) -> list[Corpus]:
    return [read(path) for path in sorted(folder.glob("*.yaml"))]


def read(path: Path) -> Corpus:
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    pairs = [
        Pair(str(each["id"]), str(each["periode"]), each["soort"], each["goed"], each["slip"])
        for each in read["zinnen"]
    ]
    return Corpus(path.stem, {str(name): text for name, text in read["gegevens"].items()}, pairs)


class Verdict(NamedTuple):
    pair: Pair
    of_right: list[str]
    """What is said of the right sentence: every one is a false alarm."""
    of_slip: list[str]

    @property
    def is_caught(self) -> bool:
        """Whether something is said of the slip that is not said of the right sentence."""
        return any(one not in self.of_right for one in self.of_slip)


def said_of(corpus: Corpus, sentence: str) -> list[str]:
    """What `check` says of a sentence in a report of the last period of a corpus."""
    with TemporaryDirectory() as folder:
        project = _project(Path(folder), corpus)
        return _said(project, sentence, max(corpus.data).removesuffix(".yaml"))


def said_of_all(corpus: Corpus, sentences: list[str], period: str) -> dict[str, list[str]]:
    """What `check` says of sentences in one report, each in a text of its own; of those of which it says anything."""
    with TemporaryDirectory() as folder:
        project = _project(Path(folder), corpus)
        texts = [
            yaml.safe_dump(each, allow_unicode=True, width=10_000, default_style="'").strip() for each in sentences
        ]
        layout = "titel: Proef\nblokken:\n  - kop: Proef\n" + "".join(f"  - tekst: {each}\n" for each in texts)
        (project / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
        findings = Findings()
        check([BuildRequest("proef", period, project)], project, findings)
    said: dict[str, list[str]] = {}
    for each in findings:
        if each.span is not None and each.span.path.startswith("layouts/"):
            said.setdefault(sentences[each.span.line - _FIRST_LINE], []).append(f"{each.code} {each.message}")
    return said


def _project(folder: Path, corpus: Corpus) -> Path:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for name, text in corpus.data.items():
        (folder / "data" / f"{name.removesuffix('.yaml')}.yaml").write_text(text, encoding="utf-8")
    return folder


def judged(corpus: Corpus) -> Iterator[Verdict]:
    """The verdict on every pair: all right sentences over a period in one report, and all slips in another."""
    for period in dict.fromkeys(each.period for each in corpus.pairs):
        pairs = [each for each in corpus.pairs if each.period == period]
        of_right = said_of_all(corpus, [each.right for each in pairs], period)
        of_slips = said_of_all(corpus, [each.slip for each in pairs], period)
        yield from (Verdict(each, of_right.get(each.right, []), of_slips.get(each.slip, [])) for each in pairs)


def _said(project: Path, sentence: str, period: str) -> list[str]:
    """What `check` says of a report with only that sentence."""
    layout = {"titel": "Proef", "blokken": [{"kop": "Proef"}, {"tekst": sentence}]}
    text = yaml.safe_dump(layout, allow_unicode=True, width=10_000, sort_keys=False)
    (project / "layouts" / "proef.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    check([BuildRequest("proef", period, project)], project, findings)
    return [
        f"{each.code} {each.message}"
        for each in findings
        if each.span is not None and each.span.path.startswith("layouts/")
    ]
