"""The spec of woorden.yaml: what texts call series and parts besides their names, and typed numbers of other kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from typing import Annotated

from msgspec import Struct, field

from rapportage.diagnostics import Findings
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.loading.nodes import Sequence as List
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, InShort
from rapportage.input.specs.leaves import Items, Name, Named, OneOrMore, Words
from rapportage.input.specs.spec import Leaf, Spec, read_spec
from rapportage.input.specs.validate import validate

WORDS = "woorden.yaml"


class PartWords(Spec, frozen=True, kw_only=True):
    """What a part is called in texts, besides its name."""

    demonym: Name | None = field(default=None, name="inwoner")
    demonyms: Name | None = field(default=None, name="inwoners")
    adjective: Name | None = field(default=None, name="bijvoeglijk")
    names: OneOrMore[Name] = field(default=(), name="namen")

    @property
    def one(self) -> str | None:
        return self.demonym.text if self.demonym else None

    @property
    def many(self) -> str | None:
        """'Utrechters', also where only 'Utrechter' is given."""
        if self.demonyms:
            return self.demonyms.text
        return f"{self.one}s" if self.one and self.one.endswith(("er", "ër", "aar")) else None

    def forms(self) -> Iterator[str]:
        """Every word for it, also those that follow from what is given: 'Utrechters', 'Utrechts'."""
        yield from (form for form in (self.one, self.many) if form)
        if self.adjective:
            yield self.adjective.text
            if self.adjective.text.endswith("e"):
                yield self.adjective.text[:-1]
        yield from (each.text for each in self.names)


class TypedNumber(Spec, frozen=True):
    """A number in texts that is no statistic: a legal norm, a target, a surface, a telephone number."""

    text: Words = field(name="tekst")
    what: Words = field(name="wat")
    source: Words = field(name="bron")


def _part(node: Node) -> PartWords:
    """A part with what it is called by kind, or only with other names."""
    if isinstance(node, Scalar | List):
        node = Mapping(((Scalar("namen", Kind.TEXT, True, node.span, "namen"), node),), node.span)
    return read_spec(node, PartWords)


PartLeaf = Annotated[PartWords, Leaf(_part, AnyOf((InShort(PartWords, "namen"),)))]


class WordsSpec(Spec, frozen=True, kw_only=True):
    """The file of a project; whatever is in it may be left out."""

    series: Named[OneOrMore[Name]] = field(default_factory=dict, name="reeksen")
    parts: Named[PartLeaf] = field(default_factory=dict, name="onderdelen")
    numbers: Items[TypedNumber] = field(default=(), name="getallen")


class OwnWords(Struct, frozen=True):
    """What the words of a project say, for who reads its texts."""

    series: ReadOnly[str, tuple[Scalar, ...]] = {}
    """By id the nouns and verbs for it, besides those of its title."""
    parts: ReadOnly[str, PartWords] = {}
    """By name."""
    numbers: tuple[TypedNumber, ...] = ()
    node: Mapping | None = None
    """The file."""
    is_sound: bool = True
    """False when it holds faults, which were reported."""


NO_WORDS = OwnWords()


def read_words(node: Mapping | None, findings: Findings) -> OwnWords:
    """The words; what is faulty was reported."""
    spec = validate(node, WordsSpec, findings) if node is not None else None
    if node is None or spec is None:
        return OwnWords(is_sound=False)
    faults = list(_doubles(spec.numbers))
    for fault in faults:
        fault.report(findings)
    return OwnWords(spec.series, spec.parts, spec.numbers, node, node.is_whole and not faults)


def _doubles(numbers: Sequence[TypedNumber]) -> Iterator[SpecFault]:
    """What is declared twice would have two sources."""
    seen: dict[str, TypedNumber] = {}
    for each in numbers:
        key = " ".join(each.text.text.split())
        first = seen.setdefault(key, each)
        if first is not each:
            message = f"'{key[:60]}' staat ook op regel {first.text.span.line}"
            yield SpecFault("C225", message, each.text.span, "haal een van de twee weg")
