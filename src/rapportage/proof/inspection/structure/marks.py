"""What a page paints against what the tree says of it (ISO 14289-1, 7.1; ISO 32000-1, 14.7.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pikepdf

from rapportage.proof.inspection.content import PageContent
from rapportage.proof.inspection.structure.parents import ParentTree
from rapportage.proof.inspection.structure.plan import PagePlan


def page_faults(page: pikepdf.Page, painted: PageContent, plan: PagePlan, parents: ParentTree) -> Iterator[str]:
    """Everything painted is marked, is in the tree once and in its order, and knows its element."""
    if page.obj.get("/Tabs") != "/S":
        yield "de tabvolgorde volgt de structuur niet"
    if painted.unmarked:
        yield f"{len(painted.unmarked)} keer getekend buiten elke markering ({_listed(set(painted.unmarked))})"
    if painted.nested:
        yield f"inhoud binnen andere inhoud of een artefact: {_listed(painted.nested)}"
    identifiers = [sequence.mcid for sequence in painted.sequences]
    yield from _sets(identifiers, plan)
    yield from _order(identifiers, plan)
    yield from _parents(plan, parents.of_content(page.obj.get("/StructParents")))


def _sets(identifiers: list[int], plan: PagePlan) -> Iterator[str]:
    for faulty, words in (
        ([mcid for mcid, count in Counter(identifiers).items() if count > 1], "twee keer getekend"),
        (plan.doubled, "twee keer in de boom"),
        (set(identifiers) - plan.owners.keys(), "getekend maar niet in de boom"),
        (plan.owners.keys() - set(identifiers), "in de boom maar niet getekend"),
    ):
        if faulty:
            yield f"inhoud {words}: {_listed(faulty)}"


def _order(identifiers: list[int], plan: PagePlan) -> Iterator[str]:
    """The stream follows the tree, with the notes at the foot of the page last.

    What is in one of them only has been reported already.
    """
    painted = [mcid for mcid in dict.fromkeys(identifiers) if mcid in plan.owners]
    places = {mcid: place for place, mcid in enumerate(plan.order)}
    is_foot = False
    for before, mcid in pairwise(painted):
        steps_back = places[mcid] < places[before]
        if (steps_back and is_foot) or ((steps_back or is_foot) and mcid not in plan.notes):
            yield f"de tekenvolgorde volgt de boom niet, vanaf inhoud {mcid}"
            return
        is_foot = is_foot or steps_back


def _parents(plan: PagePlan, listed: list[tuple[int, int] | None] | None) -> Iterator[str]:
    """The way back leads from each sequence to the element that has it, and from nothing else."""
    if listed is None:
        if plan.owners:
            yield "de pagina staat niet in de ParentTree"
        return
    wanted = {mcid: owner.id for mcid, owner in plan.owners.items()}
    given = {mcid: element for mcid, element in enumerate(listed) if element is not None}
    wrong = {mcid for mcid in wanted.keys() | given.keys() if wanted.get(mcid) != given.get(mcid)}
    if wrong:
        yield f"de ParentTree klopt niet met de boom bij inhoud {_listed(wrong)}"


def _listed(items: Iterable[int] | Iterable[str]) -> str:
    return ", ".join(map(str, sorted(items)))
