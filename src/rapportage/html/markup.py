"""Elements of HTML as text. What is no `Markup` is words of someone, and is escaped: there is no other way in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Attributes = Mapping[str, str | int | None]
"""What is None is left out; an empty value is the name alone."""
_ENDS_BY_ITSELF = frozenset(("td", "th", "tr", "thead", "tbody", "li", "dt", "dd"))
"""Where the next one begins, or there are no more: a report has thousands of them (HTML, 13.1.2.4)."""
_PLAIN = re.compile(r"[\w#%&;:.,+*!?~/-]*[\w#%&;:.,+*!?~-]", re.ASCII)
"""A value that needs no quotes (HTML, 13.1.2.3). After a stroke the end of the tag would be read as another one."""
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_VALUE = {**_TEXT, ord('"'): "&quot;"}


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


NOTHING = Markup("")
Child = Markup | str


def element(name: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """The element with its children right behind one another: within a line of text every space counts."""
    return Markup(f"<{name}{_attributes(attributes)}>{_joined(children)}{_end(name)}")


def block(name: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """The element with each child on a line of its own, which reads better in the file and looks the same."""
    return Markup(f"<{name}{_attributes(attributes)}>\n{lines(children)}" + _end(name, "\n"))


def void(name: str, attributes: Attributes | None = None) -> Markup:
    """An element that has no content, such as a line break."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def joined(children: Iterable[Child]) -> Markup:
    """The children right behind one another."""
    return Markup(_joined(children))


def lines(children: Iterable[Child]) -> Markup:
    """The children that say anything, each on a line of its own."""
    return Markup("\n".join(filter(None, map(_escaped, children))))


def _end(name: str, before: str = "") -> str:
    return "" if name in _ENDS_BY_ITSELF else f"{before}</{name}>"


def _joined(children: Iterable[Child]) -> str:
    return "".join(map(_escaped, children))


def _escaped(child: Child) -> str:
    return child if isinstance(child, Markup) else child.translate(_TEXT)


def _attributes(attributes: Attributes | None) -> str:
    return "".join(f" {name}{_value(value)}" for name, value in (attributes or {}).items() if value is not None)


def _value(value: str | int) -> str:
    if value == "":
        return ""
    told = str(value).translate(_VALUE)
    return f"={told}" if _PLAIN.fullmatch(told) else f'="{told}"'
