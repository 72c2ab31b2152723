"""What the structure tree says that each page holds, and in which order."""

from __future__ import annotations

from msgspec import Struct, field

from rapportage.proof.inspection.tree import Content, Element, Tree


class PagePlan(Struct):
    """The marked-content identifiers of one page, as the tree has them."""

    order: list[int] = field(default_factory=list)
    notes: set[int] = field(default_factory=set)
    """Those of notes: they may be painted where they come in the tree, or last, at the foot of the page."""
    owners: dict[int, Element] = field(default_factory=dict)
    doubled: list[int] = field(default_factory=list)
    """Those that are in the tree again."""


class Plan(Struct):
    """The plan of every page; `stray` are the elements with content that is on no page, or inside a form."""

    pages: list[PagePlan]
    stray: list[Element] = field(default_factory=list)


def plan(tree: Tree, pages: int) -> Plan:
    """The plan of a file of so many pages, in one walk through the tree."""
    made = Plan([PagePlan() for _ in range(pages)])
    for root in tree.roots:
        _gather(root, made, in_note=False)
    return made


def _gather(element: Element, made: Plan, *, in_note: bool) -> None:
    for kid in element.kids:
        if isinstance(kid, Element):
            _gather(kid, made, in_note=in_note or kid.standard == "Note")
        elif isinstance(kid, Content):
            _place(kid, element, made, in_note=in_note)


def _place(content: Content, owner: Element, made: Plan, *, in_note: bool) -> None:
    if content.page is None or content.in_form:
        made.stray.append(owner)
        return
    page = made.pages[content.page]
    if content.mcid in page.owners:
        page.doubled.append(content.mcid)
        return
    page.owners[content.mcid] = owner
    page.order.append(content.mcid)
    if in_note:
        page.notes.add(content.mcid)
