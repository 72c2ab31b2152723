"""Ways to spoil a project: in its characters, its lines, its YAML tree, its texts, its bytes and its folders."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.fuzz.projects import Files

NASTY = (
    "", " ", "null", "~", "ja", "nee", "0", "-0", "-1", "1e3", "1e999", "010", "7.350", "1.234,5", "31%", "<5", "<1",
    ".", "n.v.t.", "~0", "12*", "12**", "9" * 40, "9" * 5000, "0." + "9" * 60, "12:30", "2020-05", "2020-W54",
    "2020-H3", "0001", "9999", "1899", "2019-06/2020-05", "2020-05/2020-04", "NaN", "inf", "é", "e\u0301", "\u00ad",
    "\u200d", "\u202e", "\ufeff", "\u0645\u0631", "\u4e2d", "\U0001f600", "С", "a" * 300, "w" * 5000, "a " * 2000,
    "<b>", "&amp;", "|a|b|\n|-|-|\n", "`code`", "~~weg~~", "# kop", "> citaat", "\t", "\x00", "\x07", "\ud7ff",
    "&a *a", "*weg", "<<: *a", "!!python/object:os.system ls", "[", "]", "{", "}", ":", "- ", "?", "@", "..",
    "/etc/passwd", "../../../etc/passwd", "C:\\Windows", "file:///etc/passwd", "javascript:alert(1)",
    "https://e.nl/" + "a" * 400,
)  # fmt: skip
"""What a hurried or hostile hand might put in a place."""
INLINE = (
    "{{ aanvragen }}", "{{ aanvragen['Noord'] }}", "{{ aanvragen['Oost'] }}", "{{ aanvragen['West'] }}",
    "{{ aanvragen.vorige }}", "{{ aanvragen['Noord'].aandeel | pct }}", "{{ aanvragen | top(2) | opsomming }}",
    "{{ aanvragen | onderdrukte | namen }}", "{{ periode | naam }}", "{{ periode.vorig_jaar | naam }}",
    "{{ deel | pct(3) }}", "{{ meldingen | ongeveer(10) }}", "{{ aanvragen | verschil(meldingen) }}",
    "{{ aanvragen | verandering(aanvragen.vorige) }}", "{{ aanvragen / 0 }}", "{{ 29 }}", "{{ bestaatniet }}",
    "{{ aanvragen | index(meldingen) }}", "{{ aanvragen.rest }}", "{{ aanvragen", "}}", "{% if", "{% endif %}",
    "{% if bekend(aanvragen.vorige) %}ja{% else %}nee{% endif %}", "{# erkend T501: omdat #}", "[^uitleg]",
    "[^niets]", "[](#lijst)", "[pagina](#lijst)", "[](#niets)", "[woorden](https://voorbeeld.nl/a)",
    "<https://voorbeeld.nl/>", "**vet**", "*schuin*", "***", "_a_", "\n\n- punt\n- punt\n", "\n\n1. een\n2. twee\n",
    "\n\n5. vijf\n", "  \n", "\\", "aanvraag", "CBS", "steeg", "daalde", "12", "bijna de helft", "in 2018",
    "![x](plaat.png)", "<script>", "{{ rij }}", "{{ rij.aandeel | pct }}", "{{ uitgave | datum }}",
    "{{ bezetting.peildatum | datum }}",
)  # fmt: skip
"""Pieces of text with and without a meaning."""
Mutation = Callable[[random.Random, Files], None]


def mutated(chance: random.Random, files: Files) -> Files:
    """A copy of the project that was spoilt in one to four ways."""
    spoilt = dict(files)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        chance.choices(list(MUTATIONS), list(MUTATIONS.values()))[0](chance, spoilt)
    return spoilt


def _text(chance: random.Random, files: Files) -> str:
    return chance.choice([name for name in sorted(files) if name.endswith((".yaml", ".svg", ".json"))])


def characters(chance: random.Random, files: Files) -> None:
    """A few characters are taken out, doubled, or replaced by nasty ones."""
    name = _text(chance, files)
    text = files[name].decode("utf-8", "replace")
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 1, 2, 5, 40)))
        text = text[:start] + chance.choice(("", text[start:end] * 2, chance.choice(NASTY))) + text[end:]
    files[name] = text.encode("utf-8", "surrogatepass")


def lines(chance: random.Random, files: Files) -> None:
    """A line is taken out, doubled, moved, or indented otherwise."""
    name = _text(chance, files)
    rows = files[name].decode("utf-8", "replace").split("\n")
    place = chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            del rows[place]
        case 1:
            rows.insert(place, rows[place])
        case 2:
            rows.insert(chance.randrange(len(rows)), rows.pop(place))
        case 3:
            rows[place] = " " * chance.randint(1, 4) + rows[place]
        case _:
            rows[place] = rows[place].removeprefix("  ")
    files[name] = "\n".join(rows).encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a YAML tree: what holds it, and its key or index."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])


def tree(chance: random.Random, files: Files) -> None:
    """A value of a YAML file is replaced, taken out, doubled or moved; a key gets another name; a value is shared."""
    name = chance.choice([name for name in sorted(files) if name.endswith(".yaml")])
    try:
        whole = yaml.load(files[name], yaml.CSafeLoader)
        places = list(_places(whole))
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not places:
        return
    holder, key = chance.choice(places)
    other, its_key = chance.choice(places)
    match chance.randrange(7):
        case 0:
            holder[key] = chance.choice((*NASTY, *INLINE, [], {}, [[]], {"a": "b"}, None, 1, -1, 1.5, True))
        case 1:
            del holder[key]
        case 2 if isinstance(holder, list):
            holder.insert(key, holder[key])
        case 3 if isinstance(holder, dict):
            holder[chance.choice((*NASTY[:40], str(its_key)))] = holder.pop(key)
        case 4:
            holder[key] = yaml.load(yaml.dump(other[its_key]), yaml.CSafeLoader)
        case 5:
            holder[key] = other[its_key]  # shared: an anchor and an alias, or a circle
        case _:
            holder[key], other[its_key] = other[its_key], holder[key]
    try:
        files[name] = yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError):
        return


def words(chance: random.Random, files: Files) -> None:
    """A text of a layout or a period gets one more piece of text, at any place for words."""
    name = chance.choice([name for name in sorted(files) if name.startswith(("layouts/", "data/"))])
    try:
        whole = yaml.load(files[name], yaml.CSafeLoader)
        places = [(holder, key) for holder, key in _places(whole) if isinstance(holder[key], str)]
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not places:
        return
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(places)
        text = holder[key]
        at = chance.choice((0, len(text), chance.randrange(len(text) + 1)))
        holder[key] = f"{text[:at]} {chance.choice(INLINE)} {text[at:]}"
    files[name] = yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def data(chance: random.Random, files: Files) -> None:
    """The bytes of a picture, font or other file are damaged, or it is cut short."""
    names = [name for name in sorted(files) if name.endswith((".png", ".jpg", ".svg", ".ttf", ".pdf", ".json"))]
    if not names:
        return
    name = chance.choice(names)
    spoilt = bytearray(files[name])
    for _ in range(chance.choice((1, 3, 30))):
        place = chance.randrange(len(spoilt) + 1)
        match chance.randrange(5):
            case 0:
                spoilt[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                spoilt[place : place + 4] = chance.choice((b"\x00" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff"))
            case 2:
                del spoilt[place : place + chance.choice((1, 2, 50))]
            case 3:
                spoilt[place:place] = spoilt[place : place + chance.choice((1, 20, 500))]
            case _ if chance.random() < 0.1:
                del spoilt[place:]
    files[name] = bytes(spoilt)


def other_file(chance: random.Random, files: Files) -> None:
    """A file gets the contents of another, or is gone."""
    name, other = chance.choice(sorted(files)), chance.choice(sorted(files))
    if chance.random() < 0.5:
        files[name] = files[other]
    else:
        del files[name]


MUTATIONS: dict[Mutation, int] = {characters: 4, lines: 3, tree: 6, words: 5, data: 2, other_file: 1}
"""How to spoil a project, and how often."""
