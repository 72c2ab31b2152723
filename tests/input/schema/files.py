"""A file of each kind that uses every block and almost every key, and how editors and the tool read them."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

import yaml
from jsonschema import Draft7Validator

from rapportage.diagnostics import Findings, Severity
from rapportage.input.loading import load_bytes
from rapportage.input.schema import FILE_KINDS, schema_files
from rapportage.input.specs.delivery import DeliverySpec
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.provenance import ProvenanceSpec
from rapportage.input.specs.read import read_period_file
from rapportage.input.specs.theme import ThemeSpec
from rapportage.input.specs.validate import validate
from rapportage.input.specs.words import WordsSpec

PERIOD = """\
periode: 2020-05
uitgave: {datum: 2020-06-24, status: concept, kenmerk: K1, kamerstuk: 19637, vergaderjaar: 2019-2020, bijlage_bij: X,
          url: "https://ind.nl/"}
bronnen:
  ind: {titel: Instroom, uitgever: IND, datum: 2020-06, url: "https://ind.nl/", licentie: CC0}
cijfers:
  aanvragen:
    titel: Aanvragen
    eenheid: aanvragen
    bron: [ind]
    soort: stroom
    status: voorlopig
    afgerond_op: 5
    definitie: Eerste aanvragen
    toelichting: Zonder nareizigers
    totaal: 340
    restposten: [onbekend]
    naar:
      land: {Syrië: 105, onbekend: ., Nigeria: <5, Jemen: ~0, Peru: n.v.t., Turkije: 20*}
      land × leeftijd: {Syrië: {jong: 50, oud: 55}, Turkije: {jong: .}}
      land x leeftijd x sekse: {Syrië: {jong: {man: 20, vrouw: <5}}}
    vensters: {tot en met mei: {totaal: 900, naar: {land: {Syrië: 300}}}}
    reeks: {2020-04: 270, 2019: 12000}
  deel: {titel: Deel, eenheid: aanvragen, bron: ind, onderdeel_van: aanvragen, totaal: 15}
  heel: {titel: Som, eenheid: aanvragen, bron: ind, som_van: [deel], totaal: 15}
  stand: {titel: Bezetting, eenheid: "%", bron: ind, soort: stand, peildatum: 2020-06-01, decimalen: 1, totaal: 12.5}
herzien:
  2020-04: {aanvragen: {totaal: 270, naar: {land: {Syrië: 100}}, bron: ind, reden: Naleveringen}}
teksten: {duiding: Het werd rustiger.}
bijschriften: {maanden: {2020-03: grenzen dicht}}
"""

LAYOUT = """\
titel: Proef
ondertitel: "{{ periode | naam }}"
auteur: Wij
onderwerp: Asiel
trefwoorden: [asiel, 2020]
taal: nl-BE
huisstijl: eigen
nummering: ja
ongeveer: nee
mag_ontbreken: [aanvragen]
voorbeeld: ja
geheimhouding: {drempel: 5, marge: 3, ook: [{reeks: aanvragen, onderdeel: Turkije, periode: 2020-05}]}
omslag: {afzender: Wij, qr: uitgave}
inhoudsopgave: {titel: Inhoud, niveaus: 2}
noten: {uitleg: Een noot.}
begrippen: {stand: Wat er is.}
afkortingen: {IND: Dienst}
blokken:
  - kop: Inleiding
  - kop: {tekst: Meer, niveau: 2, id: meer, genummerd: nee, bijlage: ja}
  - tekst: Woorden.
  - tekst: {inhoud: Woorden, stijl: klein}
  - passage: duiding
  - passage: {naam: duiding, verplicht: ja}
  - tabel:
      id: landen
      titel: Landen
      rijkop: Land
      rijen: "{{ aanvragen | top(5) }}"
      rest: Overige
      totaal: Totaal
      kolommen:
        - {kop: aantal, groep: mei, waarde: "{{ rij }}"}
        - {kop: verloop, trend: {vanaf: 2020-01, cijfers: aanvragen}}
      vergelijking: {perioden: laatste 5, verandering: [verschil, index], tegenover: 2020-01}
      toelichting: Afgerond
      liggend: ja
  - tabel:
      titel: Rijen
      rijkop: Rij
      rijen:
        - {kop: Een, cellen: [a, 1]}
        - {kop: Twee, cijfer: "{{ aanvragen }}", soort: subtotaal, als: "{{ bekend(aanvragen) }}"}
        - {kop: Drie, soort: groep, delen: "{{ aanvragen }}"}
  - grafiek:
      id: maanden
      titel: Per maand
      boodschap: Minder
      soort: lijn
      vorm: gestapeld
      breedte: half
      vanaf: 2020-01
      perioden: [laatste 5]
      reeksen: [{naam: Een, cijfers: [aanvragen, deel]}, {naam: Twee, waarde: "{{ rij }}", als: lijn}]
      bijschriften: {2020-03: dicht}
      tabel: landen
      alternatief: Een lijn.
  - grafiek: {titel: Delen, soort: aandeel, cijfers: "{{ aanvragen | top(3) }}", rest: Overige}
  - stroomschema:
      id: loop
      titel: Verloop
      banen: [IND, COA]
      stappen:
        - {begin: Aanvraag, soort: begin, baan: IND}
        - {id: keus, tekst: Goed?, soort: besluit, naar: [{begin: nee}, einde]}
        - {einde: Klaar, naar: begin}
      alternatief: Stappen.
  - afbeelding: {id: kaart, bestand: kaart.svg, titel: Kaart, alternatief: Een kaart, breedte: 80 mm, bron: COA}
  - afbeelding: {bestand: lijn.svg, decoratief: ja, breedte: 50%}
  - qr: https://ind.nl/
  - qr: {adres: uitgave, tekst: "Meer:"}
  - kerncijfers:
      - {kop: Aanvragen, waarde: "{{ aanvragen }}", toelichting: minder, trend: {vanaf: 2019, cijfers: [aanvragen]}}
  - kerncijfers: {kaarten: [{kop: Een, waarde: 1}]}
  - kader: {titel: Let op, inhoud: Woorden}
  - citaat: {inhoud: Woorden, bron: Iemand}
  - opsomming: [een, {tekst: twee, punten: [a, {tekst: b, genummerd: ja}]}]
  - opsomming: {punten: [een], genummerd: ja}
  - colofon: {Uitgave: Wij, Jaar: 2020}
  - colofon: {regels: {Uitgave: Wij}}
  - {kader: Woorden, als: "{{ bekend(aanvragen) }}"}
  - per: {rij: aanvragen}
    als: "{{ bekend(aanvragen) }}"
    blokken:
      - kop: {tekst: "{{ rij.naam }}", id: per-land}
      - {tekst: Woorden., als: "{{ rij > 5 }}"}
      - per: {maand: "{{ aanvragen | reeks('2020-01') }}"}
        blokken: [{tekst: "{{ maand }}"}, bronvermelding, pagina-einde]
    anders: []
  - bronvermelding
  - wijzigingen: ja
"""

STYLE = """\
lettertypen: {gewoon: a.ttf, vet: b.ttf, schuin: c.ttf, vet-schuin: b.ttf}
kleuren: {tekst: '#1a1a1a', koppen: '#154273', links: '#01689b', gedempt: '#535353', haarlijn: '#cccccc',
          vlak: '#eef2f7', omslag: ['#007bc7', '#01689b', '#154273'], concept: '#ca005d'}
grafiekkleuren: ['#154273', '#e17000']
pagina: {formaat: A5, marges: {links: 25, rechts: 20.5, boven: 25, onder: 25}, tekstbreedte: 115}
maten:
  kop1: {corps: 20, interlinie: 24, voor: 0, na: 8.5, vet: ja}
  tekst: {corps: 9.5}
logo: {bestand: logo.svg, alternatief: Wij, breedte: 50}
"""

LIST = """\
verdeling: gemeente
onderdelen:
  Utrecht: {code: GM0344, inwoner: Utrechter, bijvoeglijk: Utrechtse, groepen: {provincie: Utrecht}, vanaf: 1900}
  Weesp: {code: GM0457, tot_en_met: 2022-03}
  Almere: GM0034
"""

WORDS = """\
reeksen: {aanvragen: [aangevraagd, asielzoekers], deel: stuk}
onderdelen:
  Syrië: {inwoner: Syriër, inwoners: Syriërs, bijvoeglijk: Syrische, namen: [het land, dat land]}
  Peru: Inca's
  Jemen: [Sana, Aden]
getallen:
  - {tekst: binnen 48 uur, wat: de termijn, bron: de wet}
"""

DELIVERY = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: "Asielinstroom in {maandnaam}", uitgever: IND, datum: 2020-06, url: "https://ind.nl/",
       licentie: CC0}
tekens: {"-": 0, x: ".", leeg: n.v.t., p: voorlopig, b: zonder, "<5": <5}
namen: {Arabische Republiek Syrië: Syrië}
herzien: 2
nauwkeurig: getoond
tabellen:
  - blad: Tabel 1
    onder: Eerste aanvragen
    koppen: [3, 4]
    koppen_doorlopend: ja
    rijen: {vanaf: Totaal, tot: "Bron:", tot_en_met: onbekend}
    rijkop: [A, Geslacht]
    kolom: [mei, Eerste]
    kiezen: {Perioden: "{cbs}"}
    verborgen: overslaan
    nauwkeurig: bewaard
    tekst_is_getal: nee
    maal: 1000
    reeksen:
      aanvragen:
        titel: Aanvragen
        eenheid: aanvragen
        maat: aantal
        soort: stroom
        status: voorlopig
        decimalen: 0
        afgerond_op: 5
        definitie: Eerste aanvragen
        maal: 1
        totaal: {rij: Totaal, kolom: [mei, Eerste], kiezen: {Geslacht: Totaal}}
        naar:
          land: {rijkop: A, kolom: [mei, Eerste], kiezen: {Geslacht: Totaal}, zonder: [EU, overig], volledig: nee}
          geslacht: {rij: Totaal, kolommen: [mei, "*"]}
"""

PROVENANCE = """\
leveringen:
  ind: {bestand: leveringen/ind-2020-05.xlsx, sha256: HASH}
herkomst:
  - {reeks: aanvragen, periode: 2020-05, cijfer: 341, levering: ind, blad: Tabel 1, cel: D4, ruw: "341"}
  - {reeks: aanvragen, periode: 2020-05, verdeling: land × geslacht, onderdeel: [Syrië, man], cijfer: <5, levering: ind,
     cel: D5}
""".replace("HASH", "0f" * 32)

TEXTS = {
    "periode": PERIOD,
    "layout": LAYOUT,
    "huisstijl": STYLE,
    "lijst": LIST,
    "levering": DELIVERY,
    "herkomst": PROVENANCE,
    "woorden": WORDS,
}
MODELS = {
    "layout": LayoutSpec,
    "huisstijl": ThemeSpec,
    "lijst": PartListSpec,
    "levering": DeliverySpec,
    "herkomst": ProvenanceSpec,
    "woorden": WordsSpec,
}
SCHEMAS = {kind.name.partition(".")[0]: json.loads(schema_files()[kind.name]) for kind in FILE_KINDS}


class Core(yaml.CSafeLoader):
    """YAML 1.2 (core schema), as editors read it; PyYAML is 1.1 and takes 2020-06-24 for a date."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), list(_first))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 0))


def as_editor(text: str) -> Any:
    """The data of a file as JSON has it: keys are text."""
    return _keyed(yaml.load(text, Core))


def _keyed(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _keyed(value) for key, value in data.items()}
    return [_keyed(item) for item in data] if isinstance(data, list) else data


def refused(kind: str, data: Any) -> list[str]:
    """What the schema says of the data of a file."""
    found = Draft7Validator(SCHEMAS[kind]).iter_errors(data)
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]


def told(kind: str, text: str) -> list[str]:
    """The codes of what the tool says of the shape of a file by itself; a period file as of a draft."""
    findings = Findings()
    node = load_bytes(text.encode(), "data/2020-05.yaml", findings)
    if node is not None and kind == "periode":
        read_period_file(node, findings, draft=True)
    elif node is not None:
        validate(node, MODELS[kind], findings)
    return [item.code for item in findings if item.severity is Severity.ERROR]


def as_text(data: Any) -> str:
    """The data as YAML (JSON is YAML), with figures as they have to be: not quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {as_text(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_text, data)) + "]"
    is_plain = isinstance(data, str) and re.fullmatch(r"\d+\*|<\d|~0|\.|n\.v\.t\.", data)
    return data if is_plain else json.dumps(data, ensure_ascii=False)
