"""Is the source of a series the one that it always had? A figure that stands under the publication of somebody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.figures.words.lists import enumeration
from rapportage.input.specs.period import PeriodFile, SeriesSpec

CODE = "C317"
ENOUGH = 2
"""So many other files must have a series, and three in four of them agree on who publishes it."""
FEW = 3
"""So many series of the file, or of that publisher, must be of their usual one for each that is not."""
_NAME = re.compile(r"\b[A-Z][A-Z&]+\b")
"""What is called by its letters: CBS, DT&V."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class _Use(Struct, frozen=True):
    """What publishers a file names for a series; `usual` are those that most other files of such periods agree on."""

    name: str
    file: PeriodFile
    series: SeriesSpec
    publishers: frozenset[str]
    usual: frozenset[str] = frozenset()
    is_sure: bool = False
    """Whether several files said so."""

    @property
    def is_kept(self) -> bool:
        return bool(self.usual & self.publishers)


def check_publishers(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports each series with a source of a publisher that no other file names for it, or that its name denies.

    Where more than a few series of a file are not of their usual publisher, the file is of another publication.
    A source that only this series has was added for it.
    """
    uses = [use for several in _uses(files).values() for use in _with_usual(several)]
    users = Counter((id(use.file), source.text) for use in uses for source in use.series.sources)
    kept = Counter(each for use in uses if use.is_kept for each in _of(use))
    moved = Counter(each for use in uses if use.usual and not use.is_kept for each in _of(use))
    for use in uses:
        is_shared = any(users[id(use.file), source.text] > 1 for source in use.series.sources)
        is_moved = is_shared and use.usual and not _is_by(use, use.usual)
        message = ""
        if is_moved and any(moved[each] * FEW <= kept[each] for each in _of(use)):
            message = f"en in de meeste andere bestanden van {enumeration(sorted(use.usual))}"
        elif named := _named_after(use):
            message = f"en zij heet naar {named}, een andere uitgever in dit bestand"
        if message:
            message = f"de bron van '{use.name}' is hier van {enumeration(sorted(use.publishers))}, {message}"
            hint = "noem de bron die dit cijfer geeft. Klopt het: zet erachter waarom, # erkend C317: …"
            findings.warning(CODE, message, use.series.sources[0].span, hint)


def _of(use: _Use) -> Iterator[tuple[int, str]]:
    """Among which series it is counted: those of its file, or of one that only one other file tells of, its companions.

    Those have the same usual publisher.
    """
    return iter([(id(use.file), "")] if use.is_sure else [(id(use.file), each) for each in use.usual])


def _uses(files: Sequence[PeriodFile]) -> dict[tuple[str, object], list[_Use]]:
    """By series, and how long the periods of the files are: those of months and years are other publications."""
    found: dict[tuple[str, object], list[_Use]] = {}
    for file in files:
        for name, spec in file.series.items():
            known = [file.sources[source.text] for source in spec.sources if source.text in file.sources]
            if known:
                publishers = frozenset(source.publisher.text for source in known)
                found.setdefault((name, file.period.length), []).append(_Use(name, file, spec, publishers))
    return found


def _with_usual(uses: Sequence[_Use]) -> Iterator[_Use]:
    counts = Counter(publisher for use in uses for publisher in use.publishers)
    others = len(uses) - 1
    for use in uses:
        often = {each for each, count in counts.items() if (count - (each in use.publishers)) * 4 >= others * 3}
        yield replace(use, usual=frozenset(often), is_sure=others >= ENOUGH) if others else use


def _is_by(use: _Use, usual: frozenset[str]) -> bool:
    """Whether one of its publishers is usual, or names who is: 'Infinite, over cijfers van OCW'."""
    names = {word for publisher in usual for word in _NAME.findall(publisher)}
    return bool(usual & use.publishers) or any(names & {*_NAME.findall(each)} for each in use.publishers)


def _named_after(use: _Use) -> str | None:
    """The other publisher in its file that a series is called after: 'nareizigers_cbs'."""
    words = set(use.name.casefold().split("_"))
    if words & {*_words_of_sources(use)}:
        return None
    publishers = (source.publisher.text for source in use.file.sources.values())
    return next((each for each in publishers if words & _short(each) and each not in use.publishers), None)


def _short(publisher: str) -> set[str]:
    """What a publisher is called in a name: 'cbs', and 'dtv' of 'Dienst Terugkeer en Vertrek'."""
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
    return {each.casefold() for each in (publisher, initials) if len(each) > 2}


def _words_of_sources(use: _Use) -> Iterator[str]:
    """The words in the ids, titles and publishers of its own sources: one may pass on what another counted."""
    for source in use.series.sources:
        spec = use.file.sources.get(source.text)
        yield from _WORD.findall(f"{source.text} {spec.title.text} {spec.publisher.text}".casefold() if spec else "")
        yield from _short(spec.publisher.text) if spec else ()
