"""A manifest: the request, what was read, by which versions, and what came of it. No clock, no absolute path."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

FORM = 1
"""The number of the form of the file; another one is not read."""


class Manifest(Struct, frozen=True):
    """`layout` and `period` are names, or paths from the project; `as_of` is None for the newest figures.
    `example` tells what the layout says of itself; it can't be asked.

    `inputs` are SHA-256 by path from the project, `outputs` by name of the file.
    `deliveries` are the files that figures were imported from; these need not be there to make the report again.
    """

    layout: str
    period: str
    as_of: str | None
    draft: bool
    example: bool
    attachments: bool
    versions: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    address: str = ""
    """Where the pages of it come on the web, where that was said."""
    origins: bool = False
    """Whether those tell where their figures come from."""
    deliveries: tuple[tuple[str, str], ...] = ()
