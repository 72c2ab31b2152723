"""The Markdown that a text may hold: paragraphs, lists, emphasis, links and note marks; nothing else (markdown-it-py).

Own rules give the token types 'note' (`[^id]`) and 'refused' (`info` says what: a key of `_NOT_OURS`, or 'link').
They and 'link_open' have their position in the inline text in `meta['at']` and their length in `meta['length']`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as parse_link
from markdown_it.token import Token

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_IMAGE = re.compile(r"!\[(?!\^)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_STRUCK = re.compile(r"~~(?=\S).+?~~", re.DOTALL)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([^\s<>@:/]+@[^\s<>@]+\.[^\s<>@]+)>")
_HTML = re.compile(r"<[/!?A-Za-z][^<>]*>")
_NOT_OURS = {"image": _IMAGE, "code": _CODE, "struck": _STRUCK, "entity": _ENTITY, "html": _HTML}
"""What other Markdown knows within a line, and would be printed here as it is typed."""
_BROKEN_LINK = re.compile(r"\[(?:[^\[\]]|\[\^[^\[\]]*\])*\]\(")
"""Reached only where no link was recognised: an address with a space, or a note in the words of a link."""
_NO_MARKER = re.compile(r"\d{4,}[.)]")


_KEPT = 2000
"""Texts: more than the longest reports have."""


@cache
def grammar() -> MarkdownIt:
    """The parser; every address passes, because `markdown` judges it and reports its place."""
    parser = MarkdownIt("zero", {"maxNesting": 50})
    parser.enable(["list", "emphasis", "link", "escape", "newline"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.before("link", "note", _note)
    parser.inline.ruler.before("link", "address", _address)
    parser.inline.ruler.before("link", "refused", _refused)
    parser.inline.ruler.after("link", "broken link", _broken_link)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # markdown-it's own way to set a policy
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # its own way, as above
    return parser


@lru_cache(maxsize=_KEPT)
def parsed(text: str) -> tuple[Token, ...]:
    """The blocks of a text; kept, since nothing changes them, and a report that is made again says mostly the same."""
    return tuple(grammar().parse(text))


@lru_cache(maxsize=_KEPT)
def parsed_inline(text: str) -> Token:
    """A text that is one paragraph; kept as well."""
    (token,) = grammar().parseInline(text)
    return token


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list may begin at any number below 1000: '2019. Een jaar' is a sentence.

    When silent, the question is whether a list goes on, or a paragraph ends.
    """
    first = state.bMarks[start] + state.tShift[start]
    if not silent and _NO_MARKER.match(state.src, first, state.eMarks[start]):
        return False
    return list_block(state, start, end, silent)


def _note(state: StateInline, silent: bool) -> bool:
    return _own_token(state, silent, _NOTE, "note")


def _refused(state: StateInline, silent: bool) -> bool:
    return any(_own_token(state, silent, pattern, kind) for kind, pattern in _NOT_OURS.items())


def _address(state: StateInline, silent: bool) -> bool:
    """`<https://www.cbs.nl>` is a link with its address as words."""
    found = None if state.linkLevel else _ADDRESS.match(state.src, state.pos) or _MAIL.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        is_mail = found.re is _MAIL
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": f"mailto:{found[1]}" if is_mail else found[1]}
        opening.meta = {"at": state.pos, "length": len(found[0])}
        state.push("text", "", 0).content = found[1]
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _broken_link(state: StateInline, silent: bool) -> bool:
    return _own_token(state, silent, _BROKEN_LINK, "link")


def _own_token(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("note" if kind == "note" else "refused", "", 0)
        token.content = found[1] if kind == "note" else found[0]
        token.info = kind
        token.meta = {"at": state.pos, "length": len(found[0])}
    state.pos = found.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    if not parse_link(state, silent):
        return False
    if not silent:
        token = next(token for token in state.tokens[before:] if token.type == "link_open")
        token.meta = {"at": start, "length": state.pos - start}
    return True
