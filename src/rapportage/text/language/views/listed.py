"""What is known of parts besides figures: a code and words for each, their order, and the groups they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.parts import Dimensions, Part
from rapportage.figures.words import demonyms
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.words import WORDS, PartWords
from rapportage.text.language.faults import ExpressionFault

PER = ".per(…)"
"""What asks for a list."""


def list_of(cube: Cube, dimension: str, asks: str) -> PartListSpec:
    """The list of a dimension.

    Raises:
        ExpressionFault: the project has none.
    """
    found = cube.lists.get(dimension)
    if found is None:
        message = f"'{asks}' vraagt een lijst van {dimension}, en die is er niet"
        raise ExpressionFault("T303", message, f"maak een bestand in lijsten/ met 'verdeling: {dimension}'")
    return found


def own_dimension(by: Dimensions | None, within: Part, asks: str) -> str:
    """The one dimension by which a series, or a part of it, is seen.

    Raises:
        ExpressionFault: it is seen by several, or by none.
    """
    own = [each for each in by or () if each not in within.dimensions]
    if len(own) != 1:
        message = f"'{asks}' is voor een reeks naar één verdeling"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: woningen.naar('gemeente'){asks}")
    return own[0]


def listed_word(cube: Cube, own: Part, name: str) -> str:
    """The code of a part of one dimension, or a word for it: what the project says, else what Dutch calls it.

    Raises:
        ExpressionFault: there is none.
    """
    dimension, part = own.dimensions[0], own.names[0]
    if name == _CODE or dimension in cube.lists:
        listed = list_of(cube, dimension, f".{name}")
        where, known = listed.node.span.path, listed.parts.get(part)
        if name == _CODE:
            word = known.code.text if known and known.code else None
        else:
            word = _own_word(known, name) or _KNOWN[name](part)
        remedy = f"zet in {where} bij {part[:60]}: {name}: …"
    else:
        where, word = WORDS, _own_word(cube.words.parts.get(part), name) or _KNOWN[name](part)
        remedy = f"zet in {where}: onderdelen: {{{part[:60]}: {{{name}: …}}}}"
    if word is None:
        raise ExpressionFault("T303", f"'{part[:60]}' heeft in {where} geen '{name}'", remedy)
    return word


def _own_word(part: PartWords | None, name: str) -> str | None:
    if part is None:
        return None
    adjective = part.adjective.text if part.adjective else None
    return {"inwoner": part.one, "inwoners": part.many, "bijvoeglijk": adjective}[name]


_CODE = "code"
_KNOWN = {"inwoner": demonyms.demonym, "inwoners": demonyms.demonyms, "bijvoeglijk": demonyms.adjective}
LISTED_WORDS = (_CODE, *_KNOWN)


def kind_of_group(cube: Cube, dimension: str, kind: object) -> str:
    """The kind of group that was asked for.

    Raises:
        ExpressionFault: the parts are in no such groups.
    """
    known = list_of(cube, dimension, PER).groups()
    if not isinstance(kind, str) or kind not in known:
        message = f"de lijst van {dimension} heeft geen groepen '{str(kind)[:60]}'"
        raise ExpressionFault("T308", message, suggest(str(kind), known))
    return kind


def group_named(known: Iterable[str], names: Sequence[str], kind: str) -> str:
    """The group with that name.

    Raises:
        ExpressionFault: there is none.
    """
    groups = tuple(known)
    if len(names) == 1 and names[0] in groups:
        return names[0]
    message = f"er is geen {kind} '{', '.join(names)[:80]}' met onderdelen in deze periode"
    raise ExpressionFault("T306", message, suggest(names[0], groups))


def parts_with(by: Dimensions, within: Part, dimension: str, names: Iterable[str]) -> tuple[Part, ...]:
    """The parts by these dimensions that have those names in one of them, and are within a part in the others."""
    known = [{**dict(zip(*within, strict=True)), dimension: name} for name in names]
    return tuple(Part(by, tuple(each[one] for one in by)) for each in known)
