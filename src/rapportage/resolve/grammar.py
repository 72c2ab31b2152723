"""The Markdown that a text may hold: paragraphs, lists, emphasis, links and note marks; nothing else (markdown-it-py).

Own rules give the token types 'note' (`[^id]`) and 'refused' (`info` says what: 'image', 'html' or 'link'). They and
'link_open' have their position in the inline text in `meta['at']` and their length in `meta['length']`.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as parse_link

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_IMAGE = re.compile(r"!\[(?!\^)")
_HTML = re.compile(r"<[/!?A-Za-z][^<>]*>")
_BROKEN_LINK = re.compile(r"\[(?:[^\[\]]|\[\^[^\[\]]*\])*\]\(")
"""Reached only where no link was recognised: an address with a space, or a note in the words of a link."""
_LATER_NUMBER = re.compile(r"(?!1[.)])\d+[.)]")


@cache
def grammar() -> MarkdownIt:
    """The parser; every address passes, because `markdown` judges it and reports its place."""
    parser = MarkdownIt("zero", {"maxNesting": 50})
    parser.enable(["list", "emphasis", "link", "escape", "newline"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.before("link", "note", _note)
    parser.inline.ruler.before("link", "refused", _refused)
    parser.inline.ruler.after("link", "broken link", _broken_link)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # markdown-it's own way to set a policy
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # its own way, as above
    return parser


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A numbered list begins at 1: '2019. Een jaar' is a sentence. (When silent, the list goes on or it may end.)"""
    first = state.bMarks[start] + state.tShift[start]
    if not silent and _LATER_NUMBER.match(state.src, first, state.eMarks[start]):
        return False
    return list_block(state, start, end, silent)


def _note(state: StateInline, silent: bool) -> bool:
    return _own_token(state, silent, _NOTE, "note")


def _refused(state: StateInline, silent: bool) -> bool:
    return _own_token(state, silent, _IMAGE, "image") or _own_token(state, silent, _HTML, "html")


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
