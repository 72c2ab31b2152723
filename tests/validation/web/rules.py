"""The rules of axe: all of WCAG 2.2 at A and AA, and what axe calls best practice, in every window and scheme."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.web import parts
from tests.validation.web.opened import PHONE, WIDE, Opened

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules of which the window or the scheme decides; of the others one of each will do."""
RUN = """(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})
  .then((found) => found.violations.map((rule) => [rule.id, rule.help, rule.nodes.map((node) => node.html)]))"""
ALL, SOME = {"type": "tag", "values": TAGS}, {"type": "rule", "values": LOOKS}
SHOWN = 3


def broken(opened: Opened) -> Iterator[str]:
    """Each rule that the page breaks, with the first elements that do; every disclosure is open."""
    opened.unfold()
    opened.run(parts.axe())
    for size, scheme in ((WIDE, "light"), (WIDE, "dark"), (PHONE, "light"), (PHONE, "dark")):
        opened.at(size, scheme)
        for rule, help, nodes in opened.run(RUN, ALL if (size == WIDE) == (scheme == "light") else SOME):
            shown = " | ".join(node[:160] for node in nodes[:SHOWN])
            yield f"axe: {size[0]} px, {scheme}: {rule} ({help}), {len(nodes)}x: {shown}"
