"""A manifest against what is there now: what is the same is said, what differs is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapportage.diagnostics import Findings
from rapportage.proof.manifest.inputs import digest

_BEFORE, _NOW = "in het manifest", "nu"


def compare_inputs(before: Mapping[str, str], now: Mapping[str, str], findings: Findings) -> str:
    """`now` are the files that were read this time. A difference is a warning: it may not show in the report."""
    for name in before:
        if name not in now:
            findings.warning("M201", f"invoer {name} wordt nu niet gelezen, of is er niet meer")
        elif now[name] != before[name]:
            findings.warning("M201", f"invoer {name} is gewijzigd")
    for name in now:
        if name not in before:
            findings.warning("M201", f"invoer {name} wordt nu ook gelezen, en staat niet in het manifest")
    return _told("invoer", sum(now.get(name) == each for name, each in before.items()), len(before), "bestanden")


def compare_versions(before: Mapping[str, str], now: Mapping[str, str], findings: Findings) -> str:
    """A difference is a warning: another version may well make the same report."""
    for name in dict.fromkeys((*before, *now)):
        if before.get(name) != now.get(name):
            then, here = before.get(name, "niet genoemd"), now.get(name, "er niet")
            findings.warning("M202", f"{name} is {_NOW} {here}; {_BEFORE} {then}")
    return _told("versies", sum(now.get(name) == each for name, each in before.items()), len(before), "pakketten")


def compare_outputs(
    before: Mapping[str, str], now: Mapping[str, bytes], where: Mapping[str, str], findings: Findings
) -> Iterable[str]:
    """What was made again, by name. A difference is an error; `where` says where it begins, if that is known."""
    for name, known in before.items():
        if name not in now:
            findings.error("M203", f"uitvoer {name} is niet opnieuw gemaakt")
        elif digest(now[name]) == known:
            yield f"uitvoer: {name} is opnieuw gemaakt, byte voor byte zoals in het manifest"
        else:
            begins = where.get(name)
            findings.error("M203", f"uitvoer {name} is, opnieuw gemaakt, anders{f': {begins}' if begins else ''}")
    for name in now:
        if name not in before:
            findings.error("M203", f"uitvoer {name} is nu ook gemaakt, en staat niet in het manifest")


def compare_files(before: Mapping[str, str], found: Mapping[str, bytes], findings: Findings) -> Iterable[str]:
    """What was published: `found` are the files beside the manifest. One that was changed since is an error."""
    for name, known in before.items():
        if name not in found:
            yield f"bestand: {name} ligt niet naast het manifest, en is niet nagegaan"
        elif digest(found[name]) == known:
            yield f"bestand: {name}, naast het manifest, is nog zoals het is gemaakt"
        else:
            message = f"{name}, naast het manifest, is niet meer zoals het is gemaakt"
            findings.error("M204", message, hint="publiceer het niet; maak het opnieuw met 'rapportage build'")


def _told(what: str, same: int, count: int, noun: str) -> str:
    return f"{what}: {same} van {count} {noun} gelijk"
