"""What the pipeline gives: a report in the forms that were asked, a chart by itself, and what they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Document
from rapportage.document.drawing import Drawing
from rapportage.pages.house_style import HouseStyle

Form = Literal["pdf", "html", "html-map"]
"""In which a report can be made: the last is a folder with a page for each chapter."""


class BuildResult(Struct, frozen=True):
    """A report as a PDF whose structure is sound, and what it was made of."""

    pdf: bytes
    pages: int
    figures: int
    document: Document
    drawings: Mapping[str, Drawing]
    """Of the charts in it, by id."""
    style: HouseStyle
    """In which it was set."""
    workbook: bytes | None = None
    """The figures behind tables and charts, where they were asked and there are any."""
    as_of: str | None = None
    """As of when figures were asked, as precise as that is known; None for the newest."""
    exact: bool = True
    """Whether its data may be more precise than what it shows: not where it leaves small counts out."""
    read: tuple[Path, ...] = ()
    """Every file that it was made of."""
    origins: Mapping[str, str] | None = None
    """What files of data are called in a page for the web, where that is to tell where its figures come from."""

    @property
    def logo(self) -> str | None:
        """The alternative text of the logo on the cover."""
        return logo_of(self.style)


class Editions(Struct, frozen=True):
    """A report in the forms that were asked, all of one document."""

    document: Document
    figures: int
    drawings: Mapping[str, Drawing]
    """Of the charts in it, by id."""
    style: HouseStyle
    """In which it was set."""
    report: BuildResult | None = None
    """As a PDF."""
    html: bytes | None = None
    """As one file for the web."""
    site: Mapping[str, bytes] = {}
    """As a folder with pages for the web: the files by their name."""
    workbook: bytes | None = None
    """The figures behind tables and charts, where they were asked and there are any."""
    as_of: str | None = None
    """As of when figures were asked, as precise as that is known; None for the newest."""
    read: tuple[Path, ...] = ()
    """Every file that they were made of."""

    def of(self, read: tuple[Path, ...]) -> Editions:
        """The same, made of these files."""
        return replace(self, read=read, report=replace(self.report, read=read) if self.report else None)


class ChartResult(Struct, frozen=True):
    """One chart by itself: as a PDF, and as SVG."""

    pdf: bytes
    svg: str
    read: tuple[Path, ...] = ()
    """The files of the user that it was made of."""


def logo_of(style: HouseStyle) -> str | None:
    """The alternative text of the logo on a cover."""
    return style.theme.logo.alternative if style.theme.logo else None
