"""The projects that are mutated: the samples, and a small one with a block of every kind."""

from __future__ import annotations

import io
import shutil
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

from tests.faults import ROOT

Files = dict[str, bytes]
"""The contents of a project by path."""

DATA = """\
periode: {period}
uitgave: {{datum: {date}, status: definitief, kenmerk: A-1}}
bronnen:
  een: {{titel: Eerste bron, uitgever: Bureau, datum: {date}, url: "https://voorbeeld.nl/een"}}
  twee: {{titel: Tweede bron, uitgever: Dienst}}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: een
    totaal: {total}
    naar:
      soort: {{Noord: {north}, Zuid: 31*, Oost: <5, West: ., overig: 3}}
      leeftijd: {{jong: 60, oud: {north}}}
    vensters:
      afgelopen 12 maanden: {{totaal: 900}}
    reeks:
      2019-05: 80
  meldingen:
    titel: Meldingen
    eenheid: personen
    bron: [een, twee]
    afgerond_op: 5
    totaal: {north}5
    naar:
      soort: {{Noord: 10, Zuid: 5}}
  deel:
    titel: Deel
    eenheid: "%"
    bron: twee
    totaal: 12.5
  bezetting:
    titel: Bezetting
    eenheid: personen
    soort: stand
    peildatum: {period}-15
    bron: twee
    totaal: 1200
teksten:
  duiding: Een passage over {{{{ aanvragen }}}}.[^uitleg]
bijschriften:
  lijn: {{2020-04: een gebeurtenis}}
"""
LAYOUT = """\
titel: Alles
ondertitel: "{{ periode | naam }}"
auteur: Bureau
onderwerp: Van alles een
trefwoorden: [een, twee]
nummering: ja
huisstijl: huis
omslag: {afzender: Bureau}
inhoudsopgave: {niveaus: 2}
geheimhouding: {drempel: 5}
noten:
  uitleg: Een noot met {{ aanvragen }} en een [link](https://voorbeeld.nl/).
begrippen:
  aanvraag: Een verzoek.
afkortingen:
  CBS: Centraal Bureau voor de Statistiek
blokken:
  - colofon: {Uitgave: Bureau, Datum: "{{ uitgave | datum }}"}
  - inhoudsopgave
  - kop: {tekst: Begin, id: begin}
  - tekst: |
      Een *schuine* en **vette** zin over een aanvraag bij het CBS: {{ aanvragen }} in {{ periode | naam }}.[^uitleg]
      Zie [](#lijst) op [pagina](#lijn). {% if bekend(aanvragen.vorige) %}
      {{ aanvragen | verandering(aanvragen.vorige) }}.{% endif %}

      1. Een punt met {{ aanvragen['Noord'].aandeel | pct }}.
      2. Een ander punt: {{ aanvragen.naar('soort') | bekende | top(2) | opsomming }}.
  - passage: duiding
  - kerncijfers:
      - {kop: Aanvragen, waarde: "{{ aanvragen }}", trend: {vanaf: 2020-04, cijfers: aanvragen}}
      - {kop: Deel, waarde: "{{ deel | pct(1) }}", toelichting: Klein}
  - kop: {tekst: Tabellen, niveau: 2}
  - tabel:
      id: lijst
      titel: Aanvragen naar soort
      rijkop: Soort
      rijen: "{{ aanvragen.naar('soort') | top(3) }}"
      rest: Overige
      totaal: Totaal
      kolommen:
        - {groep: "{{ periode | naam }}", kop: aantal, waarde: "{{ rij }}"}
        - {groep: "{{ periode | naam }}", kop: aandeel (%), waarde: "{{ rij.aandeel | decimalen(1) }}"}
        - {kop: verloop, trend: {vanaf: 2020-04}}
      toelichting: Klein.
  - tabel:
      titel: Vergelijking
      rijkop: Reeks
      rijen:
        - {kop: Samen, soort: groep, delen: "{{ aanvragen.naar('soort') }}"}
        - {kop: Aanvragen, cijfer: "{{ aanvragen }}"}
        - {kop: Meldingen, cijfer: "{{ meldingen }}", soort: totaal}
      vergelijking: {perioden: laatste 2, verandering: [verschil, procent]}
      liggend: ja
  - bronvermelding
  - kop: {tekst: Figuren, niveau: 2}
  - grafiek:
      id: lijn
      titel: Aanvragen per maand
      boodschap: "{{ aanvragen }} aanvragen"
      soort: lijn
      vanaf: 2020-04
      reeksen:
        - {naam: Aanvragen, cijfers: aanvragen}
        - {naam: Meldingen, cijfers: meldingen}
  - grafiek: {titel: Soorten, soort: liggende staaf, cijfers: "{{ aanvragen.naar('soort') | top(3) }}", breedte: half}
  - grafiek:
      titel: Delen
      soort: aandeel
      cijfers: "{{ aanvragen.naar('soort') | bekende | top(2) }}"
      rest: Overig
      breedte: half
  - grafiek:
      titel: Stapel
      soort: staaf
      vorm: gestapeld
      vanaf: 2020-04
      reeksen: "{{ aanvragen.naar('soort') | bekende }}"
  - stroomschema:
      titel: Hoe het gaat
      banen: [Vrager, Bureau]
      stappen:
        - {aanvraag: Iemand vraagt, soort: begin, baan: Vrager}
        - {besluit: Mag het?, soort: besluit, baan: Bureau, naar: [{ja: ja}, {nee: nee}]}
        - {ja: Het mag, soort: einde, baan: Bureau}
        - {nee: Het mag niet, soort: einde, baan: Bureau}
  - afbeelding: {bestand: plaat.png, titel: Een plaat, alternatief: Een vlak., breedte: 40 mm, bron: Bureau}
  - afbeelding: {bestand: foto.jpg, titel: Een foto, alternatief: Een vlak., breedte: 30%}
  - afbeelding: {bestand: vorm.svg, decoratief: ja}
  - kader: {titel: Kader, inhoud: "Tekst met {{ deel | pct }}."}
  - citaat: {inhoud: Een uitspraak., bron: Iemand}
  - opsomming: [een, {tekst: twee, punten: [a, b]}]
  - pagina-einde
  - kop: {tekst: Lijsten, bijlage: ja}
  - begrippenlijst
  - afkortingenlijst
  - lijst-van-tabellen
  - lijst-van-figuren
  - verklaring-van-tekens
  - bronnenlijst
  - wijzigingen
  - cijfers-bij-figuren
"""
STYLE = """\
kleuren: {koppen: '#154273', tekst: '#1a1a1a'}
pagina: {formaat: A5, marges: {links: 15, rechts: 15, boven: 20, onder: 20}}
maten: {kop1: {corps: 16, interlinie: 20}}
lettertypen: {gewoon: Vera.ttf, vet: Vera.ttf, schuin: Vera.ttf, vet-schuin: Vera.ttf}
logo: {bestand: vorm.svg, alternatief: Bureau, breedte: 30}
"""
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50">
  <g transform="translate(5 5) rotate(10)"><path d="M0 0 L40 0 C50 10 40 30 0 30 Z" fill="#154273"/></g>
  <circle cx="70" cy="25" r="20" fill="none" stroke="#e17000" stroke-width="3"/>
</svg>
"""


def everything() -> Files:
    """A small project with every kind of block and file: layout `alles`, periods 2020-04 and 2020-05."""
    spec = find_spec("reportlab")
    assert spec is not None
    assert spec.origin is not None
    files = {
        "data/2020-04.yaml": DATA.format(period="2020-04", date="2020-05-20", total=110, north=45).encode(),
        "data/2020-05.yaml": (
            DATA.format(period="2020-05", date="2020-06-20", total=120, north=50)
            + "herzien:\n  2020-04:\n    aanvragen: {totaal: 112, bron: een, reden: Geteld.}\n"
        ).encode(),
        "layouts/alles.yaml": LAYOUT.encode(),
        "huisstijlen/huis.yaml": STYLE.encode(),
        "vorm.svg": SVG.encode(),
        "Vera.ttf": (Path(spec.origin).parent / "fonts" / "Vera.ttf").read_bytes(),
    }
    for name, form in (("plaat.png", "PNG"), ("foto.jpg", "JPEG")):
        data = io.BytesIO()
        picture = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
        picture.save(data, form)
        files[name] = data.getvalue()
    return files


def sample(layout: str, *periods: str) -> Files:
    """One of the samples, with the files of these periods only."""
    paths = [ROOT / "layouts" / f"{layout}.yaml", *(ROOT / "data" / f"{period}.yaml" for period in periods)]
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in paths}


def written(files: Files, folder: Path) -> Path:
    """The project as files in that folder, which is emptied first."""
    if folder.exists():
        shutil.rmtree(folder)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
