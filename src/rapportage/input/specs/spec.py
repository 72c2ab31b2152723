"""How a mapping of a file becomes a typed, frozen spec: by the types of its fields, with all faults in one go.

A spec is a class of fields, each of whose types says how its node is read:

    class Caption(Spec, frozen=True):
        text: Words = field(name="tekst")                             # the Dutch key, where it is not the field's name
        level: Annotated[int, whole_number(1, 6)] = field(default=1, name="niveau")
        remarks: Items[Words] = field(default=(), name="opmerkingen")
        more: Caption | None = field(default=None, name="meer")

A type is a spec, or `Annotated` with a `Leaf` (one value), `Each` (many values) or `Keyed` (key → value); `leaves` has
those that specs are made of. `| None` is for what may be left out. A reader raises Fault, or Faults when it gathered
several: nothing stops at the first. With the faults goes what is sound of the value (`instead`), for what others find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Annotated, Any, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import (
    NOTHING,
    EmptyValue,
    Faults,
    MissingKey,
    SpecFault,
    UnknownKey,
    may_go,
    refuse_empty,
)
from rapportage.input.specs.forms import Text

Reader = Callable[[Node, object], Any]
"""From a node and the context of `read_spec` to a value."""


class Spec(Struct, frozen=True):
    """A mapping of the file. Keys that its fields do not have are faults, as are those it misses.

    `node` is the mapping itself, for its place and its keys.
    """

    node: Mapping

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that the user may write."""
        return tuple(_fields(cls))


AnySpec = TypeVar("AnySpec", bound=Spec)
Value = TypeVar("Value")


class Leaf(Struct, frozen=True):
    """Reads one value from a node that has that form: one of `forms`, or that of a type.

    `instead` gives what can be gone on with where the node is faulty, or is not there: it then gets the mapping.
    """

    read: Callable[[Node], object]
    form: object
    instead: Callable[[Node], object] | None = None


class LeafInContext(Struct, frozen=True):
    """Reads one value from a node and the context that `read_spec` was given."""

    read: Reader
    form: object


class Each(Struct, frozen=True):
    """Many values: `open` gives their nodes, the type says how each is read. For a tuple."""

    open: Callable[[Node], Iterable[Node]]
    may_be_one: bool = False
    """Whether one value needs no list, and no list is empty."""


class Keyed(Struct, frozen=True):
    """Values by key: `open` gives the pairs, `key` reads each key. For a mapping."""

    open: Callable[[Node], Iterable[tuple[Scalar, Node]]]
    key: Callable[[Scalar], object]
    key_form: Text = Text()


class _Field(Struct, frozen=True):
    name: str
    read: Reader
    is_required: bool
    instead: Callable[[Node], object] | None


def read_spec(node: Node, model: type[AnySpec], context: object = None) -> AnySpec:
    """`node` as a `model`.

    Raises:
        Faults: all that is wrong with it.
    """
    opened, known, gathered = mapping(node), _fields(model), Gathered()
    values: dict[str, Any] = {}
    meant: set[str | None] = set()
    for key, value in opened.entries:
        if key.text in known:
            found = known[key.text]
            read = partial(found.read, value, context)
            made = gathered.read(read if found.is_required else partial(_read_optional, read, key.text))
            if made is not NOTHING:
                values[found.name] = made
        else:
            unknown = UnknownKey("S101", f"onbekende sleutel '{key.text[:100]}'", key, known)
            meant.add(unknown.near)
            gathered.add(unknown)
    written = {key.text for key, _ in opened.entries}
    for name, one in known.items():
        if one.is_required and name not in written:
            if name not in meant:  # what is misspelt is reported once
                gathered.add(MissingKey(name, opened.span))
            if one.instead is not None and (instead := one.instead(opened)) is not NOTHING:
                values[one.name] = instead
    is_made = all(one.name in values for one in known.values() if one.is_required)
    made = model(node=opened, **values) if is_made else NOTHING
    gathered.end(made)
    if made is NOTHING:
        raise TypeError(f"a {model.__name__} without a fault that lacks a value")
    return made


def _read_optional(read: Callable[[], Any], key: str) -> Any:
    """The value of a key that may be left out: where it is empty, that is said.

    Raises:
        Fault, Faults: those of `read`.
    """
    try:
        return read()
    except EmptyValue as fault:
        empty = EmptyValue(fault.span, fault.hint or may_go(key))
        empty.instead = fault.instead
        raise empty from None


class Gathered:
    """The faults of several values, which together are one failure."""

    def __init__(self) -> None:
        self._faults: list[SpecFault] = []

    def add(self, fault: SpecFault) -> None:
        self._faults.append(fault)

    def read(self, read: Callable[[], Any]) -> Any:
        """What `read` gives; when it fails what can be gone on with, or NOTHING."""
        try:
            return read()
        except SpecFault as fault:
            self._faults.append(fault)
            return fault.instead
        except Faults as more:
            self._faults.extend(more.faults)
            return more.instead

    def end(self, made: object) -> None:
        """Raises Faults if there was any, with what is sound of what was made."""
        if self._faults:
            raise Faults(self._faults, made)


def read_each(nodes: Iterable[Node], read: Callable[[Node], Value]) -> tuple[Value, ...]:
    """What `read` makes of each node.

    Raises:
        Faults: all that is wrong with any of them.
    """
    gathered = Gathered()
    made = [gathered.read(partial(read, node)) for node in nodes]
    values = tuple(each for each in made if each is not NOTHING)
    gathered.end(values)
    return values


def mapping(node: Node) -> Mapping:
    """Keys with values."""
    if isinstance(node, Mapping):
        return node
    refuse_empty(node)
    raise SpecFault("S104", "hier horen sleutels met waarden ('sleutel: waarde')", node.span)


@cache
def _fields(model: type[Spec]) -> dict[str, _Field]:
    """How each key of the file is read."""
    return {
        one.encode_name: _Field(one.name, _reader(one.type), one.required, _instead(one.type))
        for one in fields(model)
        if one.name != "node"
    }


def _reader(hint: Any) -> Reader:
    """How a value of that type is read."""
    if isinstance(hint, type) and issubclass(hint, Spec):
        return _nested(hint)
    arguments = get_args(hint)
    if get_origin(hint) is not Annotated:  # a type that may be None
        return _reader(arguments[0])
    inner, how = arguments[0], arguments[1]
    match how:
        case Each():
            return _each(how, _reader(get_args(inner)[0]))
        case Keyed():
            return _keyed(how, _reader(get_args(inner)[1]))
        case Leaf():
            return _leaf(how)
        case LeafInContext():
            return how.read
    raise TypeError(f"a field of type {hint} can't be read")


def _instead(hint: Any) -> Callable[[Node], object] | None:
    """What can be gone on with where a required value of that type is missing."""
    if isinstance(hint, type) and issubclass(hint, Spec):
        return partial(without_any, hint)
    how = get_args(hint)[1] if get_origin(hint) is Annotated else None
    match how:
        case Each():
            return lambda node: ()
        case Keyed():
            return lambda node: {}
        case Leaf():
            return how.instead
    return None


def without_any(model: type[Spec], node: Node) -> object:
    """The spec of a mapping that is not there: what can be gone on with, or NOTHING."""
    try:
        return read_spec(Mapping((), node.span), model)
    except Faults as faults:
        return faults.instead


def _nested(model: type[Spec]) -> Reader:
    def read(node: Node, context: object) -> object:
        try:
            return read_spec(node, model, context)
        except SpecFault as fault:  # it is no mapping
            fault.instead = without_any(model, node)
            raise

    return read


def _leaf(how: Leaf) -> Reader:
    def read(node: Node, _: object) -> object:
        try:
            return how.read(node)
        except SpecFault as fault:
            if how.instead is not None:
                fault.instead = how.instead(node)
            raise

    return read


def _each(how: Each, read_one: Reader) -> Reader:
    return lambda node, context: read_each(how.open(node), lambda item: read_one(item, context))


def _keyed(how: Keyed, read_one: Reader) -> Reader:
    def read(node: Node, context: object) -> dict[Any, Any]:
        gathered = Gathered()
        values = {}
        for name, value in how.open(node):
            key = gathered.read(partial(how.key, name))
            made = gathered.read(partial(read_one, value, context))
            if key is not NOTHING and made is not NOTHING:
                values[key] = made
        gathered.end(values)
        return values

    return read
