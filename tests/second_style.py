"""A second house style: other fonts, other colours, A4 or A5, to show that nothing is hard-coded."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

from tests.faults import samples

FACES = {"gewoon": "Vera.ttf", "vet": "VeraBd.ttf", "schuin": "VeraIt.ttf", "vet-schuin": "VeraBI.ttf"}
STYLE = """\
lettertypen: {gewoon: lettertypen/Vera.ttf, vet: lettertypen/VeraBd.ttf, schuin: lettertypen/VeraIt.ttf, \
vet-schuin: lettertypen/VeraBI.ttf}
kleuren:
  tekst: '#222222'
  koppen: '#5b2a00'
  links: '#7a3b00'
  gedempt: '#5c5148'
  haarlijn: '#d8cfc4'
  vlak: '#f6efe6'
  omslag: ['#c46a1b', '#8a4409', '#5b2a00']
grafiekkleuren: ['#5b2a00', '#00796b', '#c2410c', '#1e3a8a', '#a21caf', '#4d7c0f']
pagina: {formaat: FORMAAT}
maten:
  tekst: {corps: 8.5, interlinie: 12}
  tabel: {corps: 7, interlinie: 10}
  tabelkop: {corps: 7, interlinie: 10}
  bijschrift: {corps: 8, interlinie: 11}
  klein: {corps: 6.5, interlinie: 9}
  bron: {corps: 6.5, interlinie: 9}
  noot: {corps: 6.5, interlinie: 9}
  kop1: {corps: 18, interlinie: 22}
  titel: {corps: 18, interlinie: 22}
  omslagtitel: {corps: 20, interlinie: 26}
"""


def fonts() -> Path:
    """Where ReportLab keeps the faces of Bitstream Vera."""
    spec = find_spec("reportlab")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


def styled(folder: Path, page: str, *layouts: str) -> Path:
    """The samples with these layouts in the second style, on pages of that size."""
    samples(folder)
    (folder / "lettertypen").mkdir()
    for name in FACES.values():
        shutil.copy(fonts() / name, folder / "lettertypen" / name)
    (folder / "huisstijlen").mkdir()
    (folder / "huisstijlen" / "tweede.yaml").write_text(STYLE.replace("FORMAAT", page), encoding="utf-8")
    for layout in layouts:
        path = folder / "layouts" / f"{layout}.yaml"
        path.write_text(f"huisstijl: tweede\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return folder
