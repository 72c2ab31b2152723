"""The reference of every key of the user's files (docs/sleutels.md), made from the specs that read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from msgspec.structs import FieldInfo, fields

from rapportage.input.schema.explained import BLOCKS, KEYS, TITLES
from rapportage.input.schema.kinds import FILE_KINDS
from rapportage.input.specs.forms import AnyOf, ByKey, Choice, InShort, Kinds, OwnKey, Pair, Sign, Text, Whole
from rapportage.input.specs.layout import _MODELS, CONDITION, PER, LayoutSpec, RepeatedSpec
from rapportage.input.specs.spec import Each, Keyed, Leaf, LeafInContext, Spec

_TYPED = re.compile(r"\[\]\(#\w+\)|\[\^\w+\]|\*\*\w+\*\*|(?<!\*)\*\w+\*(?!\*)|\{\{.*?\}\}")
OPENING = """# Alle sleutels

Wat u in een bestand kunt schrijven, per soort bestand: elke sleutel, of zij verplicht is, wat erachter komt en wat zij
doet. Uw editor toont hetzelfde terwijl u typt (zie [Een eigen project](handleiding.md#een-eigen-project)). Wat niet
verplicht is, laat u weg als u het niet nodig hebt. Deze pagina is gemaakt van de regels waarmee rapportage uw bestanden
leest.
"""
_MOST_WORDS = 20
"""Longer choices are told in a list of their own chapter."""


def key_reference() -> str:
    """The whole page, in Markdown."""
    parts = [OPENING]
    told: set[type[Spec]] = set()
    for kind in FILE_KINDS:
        parts.append(f"\n## {kind.title.removesuffix(' van rapportage')}: `{kind.place}`\n")
        queue = [kind.model]
        while queue:
            model = queue.pop(0)
            if model in told:
                continue
            told.add(model)
            parts.append(_section(model, is_file=model is kind.model))
            if model is LayoutSpec:
                parts.append(_blocks())
            inner = [one for each in _keys(model) for one in _specs(each.type)]
            queue = [*(each for each in inner if each not in queue), *queue]
    return "".join(parts)


def _keys(model: type[Spec]) -> list[FieldInfo]:
    return [one for one in fields(model) if one.name != "node"]


def _section(model: type[Spec], *, is_file: bool) -> str:
    words = KEYS.get(model, {})
    rows = "".join(
        f"| `{one.encode_name}` | {'ja' if one.required else ''} | {_cell(_told(one.type) + _usual(one))} "
        f"| {_cell(words.get(one.encode_name, ''))} |\n"
        for one in _keys(model)
    )
    head = "" if is_file else f"\n### {TITLES[model][:1].upper()}{TITLES[model][1:]}\n"
    return f"{head}\n| sleutel | verplicht | wat erachter komt | uitleg |\n|---|---|---|---|\n{rows}"


def _blocks() -> str:
    """What a layout may have under `blokken`, by the word that it begins with."""
    models = {PER: RepeatedSpec, **{word: model for word, (model, _) in _MODELS.items()}}
    rows = "".join(
        f"| `{word}` | {_link(models[word]) if word in models else 'niets'} | {_cell(text)} |\n"
        for word, text in BLOCKS.items()
        if word != CONDITION
    )
    condition = f"Bij elk blok mag `{CONDITION}`: {BLOCKS[CONDITION][:1].lower()}{BLOCKS[CONDITION][1:]}"
    return f"\n### De blokken\n\n{condition}\n\n| blok | wat erachter komt | uitleg |\n|---|---|---|\n{rows}"


def _usual(one: FieldInfo) -> str:
    """What counts when the key is left out."""
    match one.default:
        case bool():
            return f"; gewoon `{'ja' if one.default else 'nee'}`"
        case str() | int():
            return f"; gewoon `{one.default}`"
    return ""


def _told(hint: object) -> str:
    """What a field of that type may hold, in Dutch."""
    if isinstance(hint, type) and issubclass(hint, Spec):
        return _link(hint)
    if get_origin(hint) is not Annotated:
        return _told(get_args(hint)[0])
    inner, how = get_args(hint)[:2]
    match how:
        case Leaf() | LeafInContext():
            return _form(how.form)
        case Each():
            one = _told(get_args(inner)[0])
            return f"{one}, of een lijst daarvan" if how.may_be_one else f"lijst: {one}"
        case Keyed():
            key = "naam" if how.key_form.name == "tekst" else how.key_form.name
            return f"per {key}: {_told(get_args(inner)[1])}"
    raise TypeError(f"no words for a field of type {hint}")


def _form(form: object) -> str:
    match form:
        case Text():
            return form.name
        case Choice(words):
            shown = words[:_MOST_WORDS]
            return ", ".join(f"`{word}`" for word in shown) + (", …" if len(words) > len(shown) else "")
        case Whole(least, most):
            return f"heel getal, {least} tot en met {most}"
        case Sign():
            return "waarde"
        case ByKey(forms):
            return f"per naam: {_form(forms[0][1])}; van een kruising zoveel niveaus dieper"
        case AnyOf(types):
            return ", of ".join(dict.fromkeys(map(_form, types)))
        case InShort(model, key):
            return f"{_link(model)}, of kort alleen de `{key}`"
        case Pair(value):
            return f"`naam: {_form(value)}`"
        case OwnKey(model, keys):
            return f"{_link(model)}, waarbij `naam: tekst` staat voor {' en '.join(f'`{key}`' for key in keys)}"
        case Kinds():
            return "[blok](#de-blokken)"
    return _told(form)


def _specs(hint: object) -> Iterator[type[Spec]]:
    """The specs that a type names, however deep."""
    if isinstance(hint, type):
        if issubclass(hint, Spec):
            yield hint
        return
    if get_origin(hint) is Annotated and isinstance(get_args(hint)[1], Leaf | LeafInContext):
        hint = get_args(hint)[1].form
    match hint:
        case AnyOf(types):
            for each in types:
                yield from _specs(each)
        case InShort(model, _) | OwnKey(model, _):
            yield from _specs(model)
        case Pair(value):
            yield from _specs(value)
        case Kinds(kinds=kinds, several=several):
            for each in (*kinds.values(), several):
                yield from _specs(each)
        case _:
            arguments: tuple[Any, ...] = get_args(hint)
            for each in arguments:
                yield from _specs(each)


def _link(model: type[Spec]) -> str:
    title = TITLES[model]
    return f"[{title}](#{title.replace(' ', '-')})"


def _cell(words: str) -> str:
    """Words for a cell: what is Markdown in a text of the user is shown as it is typed."""
    return _TYPED.sub(r"`\g<0>`", words).replace("|", r"\|")
