"""What a user most likely meant with an expression that can't be read: their own words, with the least change."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

_NAME = r"[a-zA-Z_]\w*"
_STEP = r"(?:\.\w+|\[[^\[\]\n{}]*\])"
_FILTER = r"(?:[ ]*\|[ ]*\w+(?:\([^()\n{}]*\))?)"
_BEGUN = re.compile(rf"[ \t]*(?P<source>{_NAME}{_STEP}*{_FILTER}*)[ ]*\}}?")
_STATEMENT = re.compile(r"[ \t]*(?P<source>(?:if|elif|for)\b[^%{}\n]*?|else|endif|endfor)[ \t]*[%}]")
_QUOTED = r"'[^'\n]*'|\"[^\"\n]*\""
_CURLY = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_SIGNS = str.maketrans("–−×÷", "--*/")
_WORDS = {"en": "and", "of": "or", "niet": "not", "&&": "and", "||": "or"}
_COMPARISONS = {"=": "==", "=>": ">=", "=<": "<=", "<>": "!=", "===": "=="}


class Meant(Struct, frozen=True):
    """What was most likely meant to be between braces, and where it is in the text behind the opening ones."""

    source: str
    start: int
    end: int


def begun(text: str, sign: str) -> Meant | None:
    """The expression or statement that `text` begins with, where the braces lack that close `sign`."""
    found = (_STATEMENT if sign == "{%" else _BEGUN).match(text)
    return None if found is None else Meant(found["source"].strip(), found.start("source"), found.end())


class Mended(Struct, frozen=True):
    """What the expression can be made, what was wrong with it, and where."""

    source: str
    message: str
    place: int


def mended(source: str, is_readable: Callable[[str], bool]) -> Mended | None:
    """The expression with the least change that makes it readable: one of those below, or the first few of them."""
    for message, change in _CHANGES:
        made = change(source)
        if made != source and is_readable(made):
            return Mended(made.strip(), message, _difference(source, made))
    together, first = source, ""
    for message, change in _CHANGES:
        made = change(together)
        first = first or (message if made != together else "")
        together = made
        if first and is_readable(together):
            return Mended(together.strip(), first, _difference(source, together))
    return None


def shortened(source: str, is_readable: Callable[[str], bool]) -> str | None:
    """As many of the first words as can be read."""
    words = source.split()[:_MOST_WORDS]
    made = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((each for each in made if is_readable(each)), None)


_MOST_WORDS = 20


def _difference(source: str, made: str) -> int:
    """Where the first change is."""
    place = next((at for at, (one, other) in enumerate(zip(source, made, strict=False)) if one != other), len(made))
    return min(place, max(0, len(source.rstrip()) - 1))


def _outside(pattern: str, instead: Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    """Changes what matches, except between quotes."""
    compiled = re.compile(rf"(?P<quoted>{_QUOTED})|(?:{pattern})")
    return lambda source: compiled.sub(lambda found: found[0] if found["quoted"] else instead(found), source)


def _closed(source: str) -> str:
    """With the brackets that lack at the end, and without those that are too many there."""
    stripped = source.rstrip()
    lacking = stripped.count("(") - stripped.count(")")
    if lacking > 0:
        return stripped + ")" * lacking
    while lacking < 0 and stripped.endswith(")"):
        stripped, lacking = stripped[:-1].rstrip(), lacking + 1
    return stripped if lacking == 0 else source


_CHANGES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("in een uitdrukking staan rechte aanhalingstekens", lambda source: source.translate(_CURLY)),
    ("dit teken kan niet in een uitdrukking", lambda source: source.translate(_SIGNS)),
    (
        "een vergelijking schrijft u met ==, !=, <, <=, > of >=",
        _outside(r"(?<![=!<>])(?P<sign>===?|=[<>]|<>|=)(?![=<>])", lambda found: _COMPARISONS.get(found[0], found[0])),
    ),
    (
        "voorwaarden hangen samen met 'and', 'or' en 'not'",
        _outside(r"(?<![\w.])(?:en|of|niet)(?!\w)|&&|\|\|", lambda found: _WORDS[found[0]]),
    ),
    (
        "een onderdeel of periode staat tussen aanhalingstekens",
        lambda source: re.sub(r"\.?\[\s*''([^'\]\n]*)'\s*\]", r'''["'\1"]''', source),
    ),
    (
        "een onderdeel of periode staat tussen aanhalingstekens",
        lambda source: re.sub(r"\.?\[\s*['\"]?(?P<name>[^\W_][^\[\]'\"\n|]*?)['\"]?\s*\]", r"['\g<name>']", source),
    ),
    ("een decimaal getal heeft een punt", _outside(r"(?<=\d),(?=\d)", lambda _: ".")),
    ("een filter staat achter een |", _outside(r"(?<=[\w\])]) +(?=\w+\()", lambda _: " | ")),
    ("wat een filter nodig heeft, staat tussen haakjes", _outside(
        r"(?P<filter>\|\s*\w+) +(?P<value>\d+)", lambda found: f"{found['filter']}({found['value']})"
    )),
    ("een functie heeft haakjes", _outside(r"(?<![\w.|])[a-z_]+ +(?P<of>[a-z_][\w.]*)", lambda found: (
        f"{found[0].split()[0]}({found['of']})"
    ))),
    ("hier ontbreekt een haakje, of er is er een te veel", _closed),
    ("dit leesteken kan hier niet", lambda source: source.rstrip().rstrip(":;,.}")),
    ("waarden scheidt u met een komma", _outside(r";", lambda _: ",")),
    ("in een naam staat geen spatie", _outside(r"(?<=\.)(?P<one>[a-z]+) (?=[a-z])", lambda found: f"{found['one']}_")),
)  # fmt: skip
"""What can be wrong, and what mends it; tried in this order."""
