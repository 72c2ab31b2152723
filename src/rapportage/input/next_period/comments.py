"""The comments of a period file, which may speak of the old period when a new file is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.next_period.editor import Change, Editor

CHECK = "# nagaan:"
"""Before what the user is to look at."""
OF_LAST_PERIOD = "# Van de vorige periode; herschrijf het of laat het weg:"
TO_REVISE = "# Geeft een bron"
"""How the comment begins under which earlier figures can be restated."""
OF_EDITORS = "# yaml-language-server:"
"""How the line begins by which an editor knows the schema of the file."""
_OURS = (CHECK, OF_LAST_PERIOD, TO_REVISE, OF_EDITORS)
_SIGNING = re.compile(
    r"#[ \t]*nagegaan door |# Nog na te gaan in |# en de regel onderaan het periodebestand|"
    r"# (?:pagina \d+, )?\S+:\d+:\d+: "
)
"""The list of what is to be signed in the old period, and the signatures of who did."""
_REVISIONS = re.compile(
    rf"\n?^{re.escape(TO_REVISE)} [^\n]*\n# herzien:\n(?:#   \S+:\n)?(?:#     \w+: {{totaal: , bron: }}(?:\n|\Z))*",
    re.MULTILINE,
)
"""The whole of that comment, as it was made; with the empty line before it."""
_LISTED = "#    "
"""How a sentence begins in that list."""
_COMMENT = re.compile(r"^[ \t]*(?P<line>#.*)$|(?<=[ \t])(?P<behind>#.*)$", re.MULTILINE)


def marked_comments(editor: Editor, node: Node) -> Iterator[Change]:
    """Changes that mark each comment as one to look at, once where it goes on over several lines.

    Any comment in a file of figures may be about those figures ('the source says about 15%'), and no rule can decide.
    What this tool wrote itself, in a file that was not finished, stays; but revisions are asked again.
    """
    written = list(_stretches(editor, node))
    before, begin, is_signing = -1, "", False
    for found in _COMMENT.finditer(editor.text):
        start = found.start(found.lastgroup or 0)
        if any(first <= start < last for first, last in written):
            continue
        text = found[found.lastgroup or 0]
        is_signing = bool(_SIGNING.match(text)) or (is_signing and text.startswith(_LISTED))
        if is_signing:
            yield found.start(), found.end() + (found.lastgroup == "line"), ""
            continue
        goes_on = found.lastgroup == "line" and found.start() == before + 1
        before = found.end() if found.lastgroup == "line" else -1
        is_new = not goes_on or text.startswith(_OURS)
        begin = text if is_new else begin
        if begin.startswith(TO_REVISE):
            yield found.start(), found.end() + 1, ""
        elif is_new and not text.startswith(_OURS):
            yield start, start + 1, CHECK if text[1:2] in (" ", "") else f"{CHECK} "


def revisions_asked(text: str) -> tuple[int, int] | None:
    """Where a file asks for revisions in a comment: who has put them in it has a key of that name already."""
    found = _REVISIONS.search(text)
    return found.span() if found else None


def _stretches(editor: Editor, node: Node) -> Iterator[tuple[int, int]]:
    """From where to where each value is: a '#' in there is no comment."""
    match node:
        case Scalar():
            start = editor.offset(node)
            yield start, start + len(node.raw)
        case Mapping():
            for key, value in node.entries:
                yield from _stretches(editor, key)
                yield from _stretches(editor, value)
        case Sequence():
            for item in node.items:
                yield from _stretches(editor, item)
