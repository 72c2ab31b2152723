"""What the data know of names, as sentences say them: parts (also 'koopwoning', '80 jaar of ouder') and series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from rapportage.figures.parts import Part
from rapportage.figures.words.countries import FORMS
from rapportage.input.cube.cube import Cube
from rapportage.proof.claims.ages import Age, SaidAge, age_of, ages
from rapportage.proof.claims.forms import common_forms, proper_forms
from rapportage.proof.claims.known_names import Names
from rapportage.proof.claims.lexicon import COUNTED, words
from rapportage.proof.claims.morphology import stems
from rapportage.proof.claims.series_words import SeriesWords, in_files, is_general, naming
from rapportage.proof.claims.titles import Titles

_WORD = re.compile(r"[\w’'-]+")
_EMPTY_WORDS = frozenset(
    words(
        "de het een van in op per aan en of met voor naar uit bij tot totaal aantal gemiddelde gemiddeld alle over door"
    )
)

_OWN = "Nederland"
"""Where everything is."""
_LEAST_PREFIX = 3
"""So many letters of a name are needed to find it in a longer word: 'koop' in 'koopwoning'."""


class Name(NamedTuple):
    """What a part is in one dimension."""

    dimension: str
    name: str


class Mention(Struct, frozen=True):
    """Words from `start` to `end` that name what parts are (the same name may be in more dimensions)."""

    start: int
    end: int
    names: frozenset[Name]
    age: Age | None = None
    """Of what is said as an age and may be more groups: '60-plussers', 'jonger dan 25'."""


class ExtraWords(Struct, frozen=True):
    """What a project itself says that series and parts are called in sentences, besides their titles and names."""

    series: Mapping[str, Sequence[str]] = {}
    """By series: 'nieuwkomers' for 'immigratie'."""
    parts: Mapping[str, Sequence[str]] = {}
    """By the name of a part, in whatever breakdown: 'Britse' for 'Verenigd Koninkrijk'."""


class Vocabulary(Struct, frozen=True, dict=True):
    """Made by `vocabulary`: the forms of all parts, the words of all series."""

    parts: Mapping[str, frozenset[Name]]
    forms: Names
    prefixes: Mapping[str, frozenset[Name]]
    nouns: frozenset[str]
    """The stems of what is counted, and of what it is broken down by."""
    titles: Mapping[str, frozenset[str]]
    """By series the words of its title that say something, in small letters."""

    names: Mapping[str, frozenset[Name]]
    """By series what its parts are."""
    units: Mapping[str, frozenset[str]]
    """By series the words of its unit."""
    proper: frozenset[str] = frozenset()
    """The forms, in small letters, that are written with a capital."""
    ages: Mapping[Name, Age] = {}
    called: Mapping[str, tuple[frozenset[str], ...]] = {}
    """By series the words of everything else that the project says it is called."""
    naming: Mapping[str, frozenset[str]] = {}
    """By series the words of its title without which it is not named."""
    kinds: frozenset[str] = frozenset()
    """The words of what things are broken down by."""
    rates: frozenset[str] = frozenset()
    """The series that are so many per so many: of 'per 100.000 bedrijven' no figure is in 'bedrijven'."""

    def own_words(self, series: str) -> frozenset[str]:
        """The words that say that a figure is of a series."""
        own = self.titles.get(series, frozenset()) | self.units.get(series, frozenset())
        return own.union(*self.called.get(series, ()))

    def is_title_of_other(self, word: str, series: str) -> bool:
        """Whether a word is all that another series is called, and only ends as this one: 'eerstejaarsstudenten'."""
        if is_general(word) or any(each != word and each.startswith(word) for each in self.titles[series]):
            return False
        if word in self.titles and word not in {*series.split("_"), *self.titles[series]}:
            return True
        return any(self.titles[id] == {word} for id in self.naming_words.of(word)) and self.titles[series] != {word}

    def counts(self, following: str) -> bool:
        """Whether what follows a number is what it counts."""
        found = _WORD.match(following.lstrip())
        return found is not None and (found[0] in COUNTED or self.is_unit(found[0]))

    @cached_property
    def _whole_units(self) -> frozenset[str]:
        counted = (words for id, words in self.units.items() if id not in self.rates)
        said = ({word for word in words if word[:1].isalpha() and word != "x"} for words in counted)
        return frozenset(word for words in said if len(words) == 1 for word in words)

    @cached_property
    def in_full(self) -> Titles:
        """The titles, to find which of them a text names."""
        return Titles({id: (words, *self.called.get(id, ())) for id, words in self.titles.items()})

    @cached_property
    def series_words(self) -> SeriesWords:
        """All words of titles, units and names in the files, to find which series a word is of."""
        words = {id: {*self.own_words(id), *in_files(id)} for id in self.titles}
        return SeriesWords({id: [each for each in own if not each[:1].isdigit()] for id, own in words.items()})

    @cached_property
    def naming_words(self) -> SeriesWords:
        """Those words alone, with all that the project says, and with its name in the files where that is a word."""
        return SeriesWords(
            {id: own.union(*self.called.get(id, ()), in_files(id, whole=True)) for id, own in self.naming.items()}
        )

    @cached_property
    def _by_name(self) -> Mapping[Name, Sequence[str]]:
        found: dict[Name, list[str]] = {}
        for id, names in self.names.items():
            for name in names:
                found.setdefault(name, []).append(id)
        return found

    def with_names(self, mentions: Iterable[Mention]) -> set[str]:
        """The series that have a part of any of these names."""
        return {id for each in mentions for name in each.names for id in self._by_name.get(name, ())}

    def is_unit(self, word: str) -> bool:
        """Whether it is the whole unit of a series."""
        return word in self._whole_units

    def is_named(self, series: str, scope: Sequence[str]) -> bool:
        """Whether any word of its title is said, or its unit itself: 'woningen' is in 'koopwoningen' as well."""
        others = self.units[series] | {series.replace("_", " "), *series.split("_")}
        return self.in_full.touched(series, scope) or not others.isdisjoint(scope)

    def mentions(self, text: str) -> Iterator[Mention]:
        """The parts that `text` names, from left to right."""
        named = (one for one in self.forms.within(text) if one.name not in self.proper or text[one.start].isupper())
        found = [Mention(one.start, one.end, self.parts[one.name]) for one in named]
        taken = {place for each in found for place in range(each.start, each.end)}
        for said in ages(text):
            if taken.isdisjoint(range(said.start, said.end)) and (names := self._of_age(said)):
                found.append(Mention(said.start, said.end, names, said.age))
                taken.update(range(said.start, said.end))
        for word in _WORD.finditer(text):
            if taken.isdisjoint(range(*word.span())) and (within := self._in_compound(word[0].casefold())):
                found.append(Mention(*word.span(), within))
        return iter(sorted(found, key=lambda each: each.start))

    def age_of(self, part: Part) -> Age | None:
        """The age of a part of a breakdown by age alone."""
        return self.ages.get(Name(part.dimensions[0], part.names[0])) if len(part.names) == 1 else None

    def _of_age(self, said: SaidAge) -> frozenset[Name]:
        """The groups that are of an age; where none is, those that it may be about."""
        exact = frozenset(name for name, known in self.ages.items() if known == said.age)
        if exact or not said.is_sure:
            return exact
        return frozenset(name for name, known in self.ages.items() if known.overlaps(said.age))

    def _in_compound(self, word: str) -> frozenset[Name] | None:
        """What a word begins with, where it goes on with a noun of the data: 'koopwoning', 'bestuurszaken'."""
        for length in range(_LEAST_PREFIX, len(word)):
            parts = self.prefixes.get(word[:length])
            if parts is not None and self._is_noun(word[length:].lstrip("-")):
                return parts
        return None

    def _is_noun(self, rest: str) -> bool:
        """Also the beginning of what it is broken down by: 'strafrecht' of a 'rechtsgebied'."""
        if len(rest) > _LEAST_PREFIX and any(each.startswith(rest) for each in self.kinds):
            return True
        return any(not stems(each).isdisjoint(self.nouns) for each in (rest, rest.removeprefix("s")) if each)


def vocabulary(cube: Cube, extra: ExtraWords | None = None) -> Vocabulary:
    """What the data know of names, with the words of the project's own."""
    extra = extra or ExtraWords()
    forms = _Forms(extra)
    nouns = set[str]().union(*map(stems, (*COUNTED, "sector", "branche", "club", "bond")))
    titles: dict[str, frozenset[str]] = {}
    units: dict[str, frozenset[str]] = {}
    named_by: dict[str, frozenset[str]] = {}
    names: dict[str, frozenset[Name]] = {}
    kinds: set[str] = set()
    for id in cube.ids():
        series = cube.series(id)
        if series is None:
            continue
        named_by[id] = naming(series.title)
        titles[id], units[id] = frozenset(content_words(series.title)), frozenset(content_words(series.unit))
        parts = (part for each in cube.breakdowns(id).values() for part in each)
        names[id] = frozenset(name for part in parts for name in map(Name, *part))
        kinds.update(*map(content_words, {name.dimension for name in names[id]}))
        nouns.update(*(stems(word) for word in (*units[id], *titles[id])))
        for name in names[id]:
            forms.add(name)
    forms.add_countries()
    nouns.update(*map(stems, kinds))
    return Vocabulary(
        known := {form: frozenset(parts) for form, parts in forms.found.items()},
        Names(known, fold=True),
        {form: frozenset(parts) for form, parts in forms.prefixes.items()},
        frozenset(nouns),
        titles,
        names,
        units,
        frozenset(forms.proper),
        forms.ages,
        {id: tuple(frozenset(content_words(each)) for each in said) for id, said in extra.series.items()},
        named_by,
        frozenset(kinds),
        frozenset(id for id in titles if (series := cube.series(id)) and series.unit.casefold().startswith("per ")),
    )


class _Forms:
    """The forms of names, gathered one name after another."""

    def __init__(self, extra: ExtraWords) -> None:
        self._extra = extra
        self.found: dict[str, set[Name]] = {}
        self.prefixes: dict[str, set[Name]] = {}
        self.proper: set[str] = set()
        self.ages: dict[Name, Age] = {}
        self._seen: set[Name] = set()

    def add(self, name: Name) -> None:
        if name in self._seen:
            return
        self._seen.add(name)
        for form in (*common_forms(name.name), *self._extra.parts.get(name.name, ())):
            self.found.setdefault(form.casefold(), set()).add(name)
        self._add_proper(name, proper_forms(name.name))
        if name.name.islower() and name.name.isalpha() and len(name.name) >= _LEAST_PREFIX:
            self.prefixes.setdefault(name.name, set()).add(name)
        if age := age_of(name.name):
            self.ages[name] = age

    def _add_proper(self, name: Name, forms: Iterable[str]) -> None:
        for form in forms:
            self.found.setdefault(form.casefold(), set()).add(name)
            self.proper.add(form.casefold())

    def add_countries(self) -> None:
        """Where things are broken down by country, the others: of none of these is a figure of a country."""
        of_countries = {name.dimension for name in self._seen if name.name in FORMS}
        known = {name.name for name in self._seen}
        for country in FORMS.keys() - known - {_OWN}:
            if of_countries:
                free = [form for form in (country, *FORMS[country]) if form.casefold() not in self.found]
                for dimension in of_countries:
                    self._add_proper(Name(dimension, country), free)


def content_words(text: str) -> list[str]:
    return [word for word in (found[0].casefold() for found in _WORD.finditer(text)) if word not in _EMPTY_WORDS]
