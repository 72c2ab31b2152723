"""Slips as people make them, planted in the sample data and layouts at places that a fixed seed chooses."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

SEED = 2020
SAID = Path(__file__).with_name("texts.yaml")
Texts = dict[str, str]
"""The files of a project by their path."""


@dataclass(frozen=True)
class Slip:
    """One change to one file; `line` is where it stands afterwards, and `reports` are those that show it."""

    kind: str
    path: str
    line: int
    text: str
    reports: tuple[tuple[str, str], ...] = ()
    shows_at: str = ""
    """Where it shows, if that is not the line itself: 'data/2020-05.yaml:43'."""

    @property
    def place(self) -> str:
        return self.shows_at or f"{self.path}:{self.line}"


Place = tuple[str, re.Match[str]]
"""A file and what was found in it."""


def read_samples(root: Path) -> Texts:
    paths = sorted([*root.glob("data/*.yaml"), *root.glob("layouts/*.yaml")])
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def planted(texts: Texts) -> list[Slip]:
    """Every slip of the corpus, in a fixed order."""
    chance = random.Random(SEED)
    return [slip for make in (*DATA, *TEXT) for slip in make(chance, texts)]


# --- In the data ----------------------------------------------------------------------------------

MONTHS = [f"data/2020-0{month}.yaml" for month in range(1, 7)]
KINDS = ("instroom", "eerste_aanvragen", "herhaalde_aanvragen", "nareizigers")


def _totals(texts: Texts, least: int = 100) -> list[Place]:
    """The totals of the four kinds of inflow, month by month."""
    found = []
    for path in MONTHS:
        for kind in KINDS:
            pattern = re.compile(rf"\n  {kind}:\n(?:    (?!totaal).*\n)*    totaal: (\d+)")
            place = pattern.search(texts[path])
            if place and int(place[1]) >= least:
                found.append((path, place))
    return found


def _changed(kind: str, texts: Texts, place: Place, new: str, group: int = 1, **more: object) -> Slip:
    path, found = place
    text = texts[path]
    start, end = found.span(group)
    line = text.count("\n", 0, start) + 1
    return Slip(kind, path, line, text[:start] + new + text[end:], **more)  # type: ignore[arg-type]  # the further fields of a Slip, by name


def transposed(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts), 6):
        digits = place[1][1]
        at = next(at for at in range(len(digits) - 1) if digits[at] != digits[at + 1])
        yield _changed(
            "verwisselde cijfers", texts, place, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        )


def transposed_month(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    """In the long series of months, which the quarters of another publication bear out."""
    path = "data/2020-03.yaml"
    block = texts[path].index("eerste_aanvragen_cbs:")
    places = [
        (path, found)
        for found in re.finditer(r"\n      2019-\d\d: (\d{4})(?= *\n)", texts[path])
        if found.start() > block and found[1][0] != found[1][1]
    ]
    for place in chance.sample(places[:12], 3):
        digits = place[1][1]
        yield _changed("verwisselde cijfers in een maandreeks", texts, place, digits[1] + digits[0] + digits[2:])


def stale(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    """The total of the month before was left."""
    totals = {(path, place.re.pattern): place for path, place in _totals(texts)}
    found = []
    for (path, pattern), place in totals.items():
        before = totals.get((MONTHS[MONTHS.index(path) - 1], pattern)) if path != MONTHS[0] else None
        if before:
            found.append(((path, place), before[1]))
    for place, old in chance.sample(found, 4):
        yield _changed("oud cijfer blijven staan", texts, place, old)


def negative(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts), 2):
        yield _changed("verkeerd teken", texts, place, f"-{place[1][1]}")


def dotted(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts, 1000), 3):
        digits = place[1][1]
        yield _changed("punt tussen duizendtallen", texts, place, f"{digits[:-3]}.{digits[-3:]}")


def comma(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts, 1000), 1):
        digits = place[1][1]
        yield _changed("komma tussen duizendtallen", texts, place, f"{digits[:-3]},{digits[-3:]}")


def tenfold(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts), 3):
        yield _changed("een nul te veel", texts, place, f"{place[1][1]}0")


def empty(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    for place in chance.sample(_totals(texts), 1):
        yield _changed("cijfer vergeten", texts, place, "")


def part_too_large(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in MONTHS
        for found in [re.search(r"nationaliteit: \{Syrië: (\d+)", texts[path])]
        if found
    ]
    for place in chance.sample(places, 2):
        yield _changed("deel groter dan het geheel", texts, place, f"{place[1][1]}{place[1][1]}")


def amv_too_large(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    pattern = re.compile(r"\n  amv:\n(?:    (?!totaal).*\n)*    totaal: (\d+)")
    places = [(path, found) for path in MONTHS if (found := pattern.search(texts[path]))]
    for place in chance.sample(places, 2):
        yield _changed("deel groter dan het geheel", texts, place, f"{place[1][1]}99")


def share_too_large(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    path = "data/2020-05.yaml"
    places = [(path, found) for found in re.finditer(r"onder toezicht: (\d+)", texts[path])]
    for place in chance.sample(places, 2):
        yield _changed("aandelen samen meer dan 100", texts, place, str(int(place[1][1]) + 20))
    for place in chance.sample(places, 1):
        yield _changed("aandeel boven 100", texts, place, f"{place[1][1]}0")


def unit(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in MONTHS[1:]
        if (found := re.search(r"\n  eerste_aanvragen:\n    titel: .*\n    eenheid: (aanvragen)", texts[path]))
    ]
    for place in chance.sample(places, 2):
        yield _changed("andere eenheid", texts, place, "personen")


def source_too_old(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in ["data/2020-05.yaml", "data/2020-06.yaml", "data/2024-W24.yaml", "data/2024-W05.yaml"]
        if (found := re.search(r"\n    datum: (\d{4})-\d\d-\d\d", texts[path]))
    ]
    for place in chance.sample(places, 3):
        yield _changed("bron te oud", texts, place, str(int(place[1][1]) - 1))


def source_too_new(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in ["data/2020-05.yaml", "data/2024-W24.yaml", "data/2024-W04.yaml"]
        if (found := re.search(r"\n    datum: (\d{4})-\d\d-\d\d", texts[path]))
    ]
    for place in chance.sample(places, 2):
        yield _changed("bron van na de uitgave", texts, place, str(int(place[1][1]) + 1))


def edition_too_old(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [(path, found) for path in MONTHS if (found := re.search(r"\n  datum: (\d{4})-", texts[path]))]
    for place in chance.sample(places, 1):
        yield _changed("uitgave van voor de periode", texts, place, str(int(place[1][1]) - 1))


def wrong_period(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in MONTHS
        if (found := re.search(r"\nperiode: (2020-\d\d)|^periode: (2020-\d\d)", texts[path], re.MULTILINE))
    ]
    for path, found in chance.sample(places, 1):
        group = 1 if found[1] else 2
        yield _changed("verkeerde periode", texts, (path, found), "2019-0" + found[group][-1], group)


def definition(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in MONTHS[1:]
        if (found := re.search(r"definitie: (Eerste en herhaalde asielaanvragen) en nareizigers samen", texts[path]))
    ]
    for place in chance.sample(places, 2):
        yield _changed("andere definitie", texts, place, "Eerste aanvragen")


def unused(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    path = "data/2019.yaml"
    found = re.search(r"\n  (erkend_referenten):", texts[path])
    if found:
        yield _changed("reeks onder een verkeerde naam", texts, (path, found), "erkende_referent", reports=())


def revised_without_saying(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    """An earlier figure that is given anew, but not under 'herzien'."""
    places = [(path, found) for path in MONTHS[2:] if (found := re.search(r"\n    totaal: (\d+)\n", texts[path]))]
    for path, found in chance.sample(places, 2):
        month = int(path[-6]) - 1
        start = found.end() - 1
        text = texts[path]
        new = f"\n    reeks: {{2020-0{month}: {int(found[1]) + 61}}}"
        yield Slip(
            "bijgesteld zonder 'herzien'", path, text.count("\n", 0, start) + 2, text[:start] + new + text[start:]
        )


def large_revision(chance: random.Random, texts: Texts) -> Iterator[Slip]:
    places = [
        (path, found)
        for path in MONTHS[1:]
        if (found := re.search(r"\n    eerste_aanvragen: \{totaal: (\d+)", texts[path]))
    ]
    for place in chance.sample(places, 2):
        yield _changed("verkeerde bijstelling", texts, place, f"{int(place[1][1]) * 2}")


DATA: tuple[Callable[[random.Random, Texts], Iterator[Slip]], ...] = (
    transposed,
    transposed_month,
    stale,
    negative,
    dotted,
    comma,
    tenfold,
    empty,
    part_too_large,
    amv_too_large,
    share_too_large,
    unit,
    source_too_old,
    source_too_new,
    edition_too_old,
    wrong_period,
    definition,
    unused,
    revised_without_saying,
    large_revision,
)


# --- In the texts ---------------------------------------------------------------------------------


def said(_: random.Random, texts: Texts) -> Iterator[Slip]:
    """Sentences and heads in which somebody wrote something else than the figures say."""
    for entry in yaml.safe_load(SAID.read_text(encoding="utf-8")):
        path, old, new = entry["file"], entry["was"], entry["is"]
        text = texts[path]
        if text.count(old) != 1:
            raise ValueError(f"{path} holds {text.count(old)} times: {old}")
        differs = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
        line = text.count("\n", 0, text.index(old) + differs) + 1
        yield Slip(entry["kind"], path, line, text.replace(old, new), (tuple(entry["report"].split()),))


SECRET = """\
titel: Proef
geheimhouding: {drempel: DREMPEL}
blokken:
  - tekst: |
      TEKST
"""


def recoverable(_: random.Random, texts: Texts) -> Iterator[Slip]:
    """A small count that is left out, and follows from what else is said."""
    kinds = ("instroom", "eerste_aanvragen", "herhaalde_aanvragen", "nareizigers")
    for period, step, limit, path, pattern in (
        ("2020-05", "", "22", "data/2020-05.yaml", r"\n  herhaalde_aanvragen:\n(?:    (?!totaal).*\n)*    totaal: "),
        ("2020-05", ".vorige", "23", "data/2020-05.yaml", r"\n    herhaalde_aanvragen: \{totaal: "),
        ("2020-06", ".vorige", "23", "data/2020-06.yaml", r"\n    herhaalde_aanvragen: \{totaal: "),
    ):
        found = re.search(pattern, texts[path])
        if found is None:
            raise ValueError(f"{path} has no {pattern}")
        words = "Geteld: " + ", ".join(f"{{{{ {kind}{step} }}}}" for kind in kinds) + "."
        text = SECRET.replace("DREMPEL", limit).replace("TEKST", words)
        place = f"{path}:{texts[path].count(chr(10), 0, found.end()) + 1}"
        yield Slip("onderdrukt cijfer te berekenen", "layouts/geheim.yaml", 5, text, (("geheim", period),), place)


TEXT = (said, recoverable)
