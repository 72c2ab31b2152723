"""JSON Schema (draft-07) of a file of the user, made from the specs that read it.

It is for editors: it shows while one types what can be seen without the rest of the project, and refuses nothing that
the tool accepts. So it knows names and types; the tool itself has the last word.
"""

from __future__ import annotations

from itertools import combinations
from typing import Annotated, Any, get_args, get_origin

from msgspec.structs import fields

from rapportage.input.schema.explained import BLOCKS, KEYS, TITLES
from rapportage.input.specs.draft import may_be_empty
from rapportage.input.specs.forms import AnyOf, ByKey, Choice, InShort, Kinds, OwnKey, Pair, Sign, Text, Whole
from rapportage.input.specs.spec import Each, Keyed, Leaf, LeafInContext, Spec

Schema = dict[str, Any]
DIALECT = "http://json-schema.org/draft-07/schema#"
VALUE: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""Any single value is text to the tool, but not an empty one."""
EMPTY: Schema = {"type": "null"}


class Definitions:
    """The schemas of specs by name, each made once, when it is first asked for."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def of(self, model: type[Spec]) -> Schema:
        """A reference to the schema of a spec."""
        name = model.__name__.removesuffix("Spec")
        if name not in self.made:
            self.made[name] = {}  # a spec may hold itself
            self.made[name] = self._object(model)
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, model: type[Spec]) -> Schema:
        keys = {one.encode_name: one for one in fields(model) if one.name != "node"}
        words = KEYS.get(model, {})
        return {
            "title": TITLES.get(model, ""),
            "type": "object",
            "properties": {
                key: explained(words.get(key, ""), self._field(model, key, one.type)) for key, one in keys.items()
            },
            "required": [key for key, one in keys.items() if one.required],
            "additionalProperties": False,
        }

    def _field(self, model: type[Spec], key: str, hint: object) -> Schema:
        made = self.of_type(hint)
        return {"anyOf": [made, EMPTY]} if may_be_empty(model, key) else made

    def of_type(self, hint: object) -> Schema:
        """The schema of a type that a field can have."""
        if isinstance(hint, type) and issubclass(hint, Spec):
            return self.of(hint)
        if get_origin(hint) is not Annotated:  # a type that may be None
            return self.of_type(get_args(hint)[0])
        inner, how = get_args(hint)[:2]
        match how:
            case Leaf() | LeafInContext():
                return self.of_form(how.form)
            case Each():
                one = self.of_type(get_args(inner)[0])
                return {"anyOf": [one, array(one, minItems=1)]} if how.may_be_one else array(one)
            case Keyed():
                made = {"type": "object", "additionalProperties": self.of_type(get_args(inner)[1])}
                pattern = how.key_form.pattern
                return {**made, "propertyNames": {"pattern": f"^{pattern}$"}} if pattern else made
        raise TypeError(f"no schema for a field of type {hint}")

    def of_form(self, form: object) -> Schema:
        """The schema of what a leaf reads."""
        match form:
            case Text(pattern=None):
                return VALUE
            case Text(pattern, between):
                made: Schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
                least, most = between or (None, None)
                return {**made, "type": ["string", "number"], "minimum": least, "maximum": most} if between else made
            case Choice(words):
                numbers = [int(word) for word in words if word.isdecimal()]
                return {"enum": [*numbers, *words]}
            case Whole(least, most):
                return {"type": "integer", "minimum": least, "maximum": most}
            case Sign(pattern):
                return {"type": ["number", "string", "null"], "pattern": f"^{pattern}$"}
            case AnyOf(types):
                return {"anyOf": [self.of_form(each) for each in types]}
            case InShort(model, key):
                by_key = {one.encode_name: one.type for one in fields(model)}
                short = self.of_type(by_key[key])
                if short.get("type") == "object":  # a mapping with that key is not written in short
                    short = {**short, "propertyNames": {"not": {"const": key}}}
                return {"anyOf": [self.of(model), short]}
            case Pair(value):
                return {
                    "type": "object",
                    "additionalProperties": self.of_type(value),
                    "minProperties": 1,
                    "maxProperties": 1,
                }
            case ByKey(forms):
                return {
                    "type": "object",
                    "patternProperties": {f"^{pattern}$": self.of_form(each) for pattern, each in forms},
                    "additionalProperties": False,
                }
            case OwnKey(model, keys):
                return {"anyOf": [self.of(model), self._with_own_key(model, keys)]}
            case Kinds():
                return self._block(form)
        return self.of_type(form)

    def _with_own_key(self, model: type[Spec], stands_for: tuple[str, str]) -> Schema:
        """One key is the user's own, whichever of those that are known are there too."""
        _ = self.of(model)
        properties: Schema = self.made[model.__name__.removesuffix("Spec")]["properties"]
        others = {key: made for key, made in properties.items() if key not in stands_for}
        return {
            "type": "object",
            "properties": {**others, **dict.fromkeys(stands_for, False)},
            "additionalProperties": VALUE,
            "anyOf": [
                {
                    "required": list(known),
                    "properties": {key: False for key in others if key not in known},
                    "minProperties": len(known) + 1,
                    "maxProperties": len(known) + 1,
                }
                for count in range(len(others) + 1)
                for known in combinations(others, count)
            ],
        }

    def _block(self, form: Kinds) -> Schema:
        """For a word an editor then names the other words, for keys the other keys, and for nothing yet both."""
        kinds = {kind: self.of_form(each) for kind, each in form.kinds.items()}
        properties = {**kinds, **{word: {"const": "ja"} for word in form.bare}, form.condition: VALUE}
        words: Schema = {"enum": list(form.bare)}
        keys: Schema = {
            "title": "blok",
            "type": "object",
            "properties": {key: explained(BLOCKS[key], made) for key, made in properties.items()},
            "additionalProperties": False,
            "minProperties": 1,
            "if": {"required": [form.condition]},
            "then": {"minProperties": 2, "maxProperties": 2},
            "else": {"maxProperties": 1},
        }
        return {"if": {"type": "string"}, "then": words, "else": {"anyOf": [keys, self.of(form.several), words]}}


def explained(words: str, made: Schema) -> Schema:
    """The schema with words; beside a reference none would be read (draft-07, 8.3)."""
    return {"description": words, **({"allOf": [made]} if "$ref" in made else made)}


def array(items: Schema, **limits: int) -> Schema:
    return {"type": "array", "items": items, **limits}
