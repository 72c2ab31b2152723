"""The look of a page: small, and legible in the colours of any house style, by day and by night."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.document.drawing import contrast
from rapportage.html.styles import NIGHT, NIGHT_CARD, lightened, style_sheet
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, editions
from tests.second_style import styled

MOST = 20_000
"""Bytes, the names of colours included."""


def test_the_sheet_is_small_and_asks_for_nothing() -> None:
    sheet = style_sheet(default_theme())
    assert len(sheet.encode()) < MOST
    assert re.findall(r"url\(|@import|expression|javascript", sheet) == []


def test_every_colour_that_is_used_has_a_name_and_every_name_is_used() -> None:
    sheet = style_sheet(default_theme())
    used = set(re.findall(r"var\(--([a-z]+)\)", sheet))
    light, dark = (set(re.findall(r"--([a-z]+):", rule)) for rule in re.findall(r":root\{([^}]*)\}", sheet))
    assert used == light
    assert dark == light - {"cover"}


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format), st.sampled_from((3.0, 5.5, 12.0)))
def test_any_colour_can_be_read_at_night(colour: str, least: float) -> None:
    found = lightened(colour, least)
    assert contrast(found, NIGHT_CARD) >= least
    assert contrast(found, NIGHT) >= least


def test_a_light_colour_stays_as_it_is() -> None:
    assert lightened("#ffffff", 12.0) == "#ffffff"
    assert lightened("#99ccff", 5.5) == "#99ccff"


def test_a_house_style_gives_its_own_colours_and_letters(tmp_path: Path) -> None:
    made = editions(
        BuildRequest("kerncijfers", "2020-05", styled(tmp_path, "A4", "kerncijfers")), ("html",), Findings()
    )
    assert made is not None
    assert made.html is not None
    page = made.html.decode()
    assert "--heading:#5b2a00" in page
    first = re.search(r"base64,([^)]*)\)", page)
    assert first is not None
    names = TTFont(BytesIO(b64decode(first[1])))["name"]
    assert "Vera" in str(names.getDebugName(4))
    assert 'fill="#5b2a00"' in page
