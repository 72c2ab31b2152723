"""What a layout has of other files of the user: pictures, and the boundaries of maps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.document import Boundaries
from rapportage.document.drawing import Drawing, Graphic
from rapportage.input.boundaries import OUTLINES, Asked, BoundaryFault, load_boundaries
from rapportage.input.files import as_on_disk
from rapportage.input.images import Letters, PictureFault, Pictures
from rapportage.input.images.unseen import unseen
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.map import BoundariesSpec
from rapportage.input.specs.layout import LayoutSpec, flattened
from rapportage.memory import NO_MEMORY, Memory


class Brought(Struct, frozen=True):
    """What could be read, by what the layout asks; not whole when something could not, which was reported."""

    pictures: Mapping[str, Graphic] = {}
    """By path."""
    boundaries: Mapping[Asked, Boundaries] = {}
    is_whole: bool = True


def bring(
    layout: LayoutSpec,
    folder: Path,
    letters: Letters,
    findings: Findings,
    read: list[Path],
    memory: Memory = NO_MEMORY,
) -> Brought:
    """Reads each file once, and adds it to what was `read`; `folder` is that of the project.

    What is written in a picture is set in `letters`.
    """
    pictures, boundaries = dict[str, Graphic | None](), dict[Asked, Boundaries | None]()
    together = Pictures(folder, letters, memory)
    for block in flattened(layout.blocks):
        if isinstance(block, ImageSpec) and block.file.text not in pictures:
            read.append(as_on_disk(folder, block.file.text))
            pictures[block.file.text] = _picture(block, together, findings)
        asked = block.boundaries if isinstance(block, ChartSpec) else None
        if asked is not None and asked.asked() not in boundaries:
            read += [] if asked.file.text in OUTLINES else [as_on_disk(folder, asked.file.text)]
            boundaries[asked.asked()] = _boundaries(asked, folder, findings, memory)
    return Brought(
        {name: picture for name, picture in pictures.items() if picture is not None},
        {asked: found for asked, found in boundaries.items() if found is not None},
        None not in pictures.values() and None not in boundaries.values(),
    )


def _picture(spec: ImageSpec, together: Pictures, findings: Findings) -> Graphic | None:
    try:
        together.load(spec.file.text)
    except PictureFault as fault:
        fault.report(spec.file.span, findings)
    made = together.loaded.get(spec.file.text)
    for text in [each for each in unseen(made) if each.strip()][:1] if isinstance(made, Drawing) else []:
        message = f"in '{spec.file.text[:100]}' staat witte tekst op wit: '{text[:60]}'"
        findings.warning("T477", message, spec.file.span, "geef die tekst een donkere kleur, of zet er een vlak achter")
    return made


def _boundaries(spec: BoundariesSpec, folder: Path, findings: Findings, memory: Memory) -> Boundaries | None:
    try:
        return load_boundaries(folder, spec.asked(), memory)
    except BoundaryFault as fault:
        fault.report(spec.file.span, findings)
        return None
