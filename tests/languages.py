"""A report of all that the tool can say, in which each word of the user begins with 'zq': the others are ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, BuildResult, build
from rapportage.proof.inspection import read_all
from tests.input.images.files import png

APRIL = """\
periode: 2020-04
uitgave: {datum: 2020-05-24}
bronnen:
  zq-april: {titel: Zqtitel zqapril, uitgever: Zquitgever, datum: 2020-05-24}
cijfers:
  zqa:
    titel: Zqreeks
    eenheid: zqdingen
    bron: zq-april
    totaal: 1273
    naar:
      zqsoort: {Zqeen: 69, Zqtwee: 20, Zqdrie: 17, Zqvier: 12, Zqvijf: 8, Zqzes: 6, Zqzeven: 1001, Zqacht: 140}
  zqb: {titel: Zqander, eenheid: zqdingen, bron: zq-april, totaal: 14}
"""
MAY = """\
periode: 2020-05
uitgave:
  datum: 2020-06-24
  kenmerk: Zq1
  kamerstuk: 19637
  vergaderjaar: 2019-2020
  bijlage_bij: zqbrief
  url: https://zq.example/
bronnen:
  zq-mei: {titel: Zqtitel, uitgever: Zquitgever, datum: 2020-06-24, url: "https://zq.example/"}
  zq-oud: {titel: Zqoud, uitgever: Zqanders, datum: 2020-02}
  zq-derde: {titel: Zqderde, uitgever: Zquitgever, datum: 2020-05-30}
cijfers:
  zqa:
    titel: Zqreeks
    eenheid: zqdingen
    bron: zq-mei
    totaal: 1341
    naar:
      zqsoort: {Zqeen: 106, Zqtwee: 19, Zqdrie: 17, Zqvier: <5, Zqvijf: ., Zqzes: n.v.t., Zqzeven: 1001*, Zqacht: 140}
  zqb: {titel: Zqander, eenheid: zqdingen, bron: zq-mei, totaal: 15*, reeks: {2020-03: <5}}
  zqc:
    titel: Zqlang
    eenheid: zqdingen
    bron: zq-oud
    afgerond_op: 5
    reeks: {2018-05: 700, 2018-06: 715, 2018-09: 640, 2019-01: 900, 2019-02: 905, 2019-05: 400, 2019-06: 450,
            2019-12: 500, 2020-01: 510, 2020-02: 520}
  zqd:
    titel: Zqkort
    eenheid: zqdingen
    bron: zq-mei
    totaal: 521
    reeks: {2020-03: 523, 2020-04: 300}
  zqe: {titel: Zqdeel, eenheid: "%", bron: zq-mei, totaal: 12.5, reeks: {2020-04: 11.5, 2019-05: 10.5}}
  zqf: {titel: Zqrond, eenheid: "x 1.000 zqmensen", bron: zq-mei, afgerond_op: 10, totaal: ~0, reeks: {2020-04: 120}}
  zqg: {titel: Zqsaldo, eenheid: aantal, bron: zq-mei, totaal: 21, reeks: {2020-04: 21, 2020-03: 0}}
  zqh: {titel: Zqorde, eenheid: zqdingen, bron: zq-mei, totaal: 90,
        naar: {zqsoort: {Zqeen: 30, Zqtwee: 17, Zqdrie: 17, Zqvier: 6, Zqvijf: 6, Zqzes: 6}}}
  zqw1: {titel: Zqnul, eenheid: zqdingen, bron: zq-mei, totaal: 0, reeks: {2020-04: 0}}
herzien:
  2020-04: {zqa: {totaal: 1270, naar: {zqsoort: {Zqeen: 70}}, bron: zq-derde, reden: Zqreden}}
teksten: {zqduiding: "Zqduiding {{ zqa | verandering(zqa.vorige) }}."}
bijschriften: {zqlijn: {2020-03: zqdicht}}
"""
LAYOUT = """\
titel: Zqtitel
ondertitel: "{{ periode | naam }}"
auteur: Zqauteur
onderwerp: Zqonderwerp
trefwoorden: [zqwoord]
nummering: ja
voorbeeld: ja
omslag: {afzender: Zqafzender, qr: {adres: uitgave, tekst: Zqqr}}
inhoudsopgave: ja
noten: {zqnoot: Zqnoot.}
begrippen: {zqbegrip: Zquitleg.}
afkortingen: {ZQA: Zqafkorting}
mag_ontbreken: [zqleeg]
blokken:
  - kop: Zqkop
  - tekst: |
      Zq {{ zqa }} zq[^zqnoot], {{ zqa | verandering(zqa.vorige) }}, {{ zqd | verandering(zqd.vorige) }},
      {{ zqg | verandering(zqg.vorige) }} zq. Zq {{ zqa | meer_of_minder(zqa.vorige) }}, zq
      {{ zqd | meer_of_minder(zqd.vorige) }}, zq {{ zqg | meer_of_minder(zqg.vorige) }} zq.
      Zq {{ zqa | ongeveer(100) }}.
      Zq {{ zqh | top(6) | opsomming }}. Zq {{ zqh['Zqtwee'] | rangorde }} zq.

      Zq {{ uitgave | datum }}, {{ uitgave | op_datum }}, zq {{ periode | naam }},
      zq {{ periode.twaalf_maanden | naam }},
      zq {{ periode.jaar_tot_nu | naam }}, zq {{ zqe | verschil(zqe.vorige) }},
      zq {{ zqa['Zqdrie'] | eveneens(zqa['Zqdrie']) }}.
      Zq [](#zqtabel), zq [](#zqlijn), zq [](#zqb1) zq [](#zqkop2), ZQA zqbegrip.
  - passage: zqduiding
  - kop: {tekst: Zqdieper, niveau: 2, id: zqkop2}
  - tabel:
      id: zqtabel
      titel: Zqtabel
      rijkop: Zqsoort
      rijen: "{{ zqa | alle | top(3) }}"
      rest: Zqrest
      totaal: Zqtotaal
      vergelijking: {perioden: [2019-05, 2020-04, 2020-05], verandering: [verschil, procent, index], tegenover: 2020-04}
      kolommen:
        - {kop: zqverloop, trend: {vanaf: 2020-01}}
        - {kop: zqniets, waarde: "{{ rij }}"}
  - tabel:
      titel: Zqtekens
      rijkop: Zqsoort
      rijen:
        - {kop: Zqgroep, soort: groep, delen: "{{ zqa | alle }}"}
        - {kop: Zqrond, cijfer: "{{ zqf }}"}
        - {kop: Zqsom, soort: totaal, cijfer: "{{ zqa }}"}
      kolommen: [{kop: zqaantal, groep: zqmei, waarde: "{{ rij }}"}, {kop: zqtwee, groep: zqmei, waarde: "{{ rij }}"}]
  - tabel:
      titel: Zqweg
      rijkop: Zqsoort
      rijen: [{kop: Zqrij, cijfer: "{{ zqa }}"}]
      vergelijking: {perioden: [2019-02, 2019-03, 2020-05]}
  - grafiek:
      id: zqlijn
      titel: Zqlijn
      boodschap: Zqboodschap
      soort: lijn
      vanaf: 2018-01
      reeksen: &reeksen
        - {naam: Zqeen, cijfers: [zqc, zqd]}
        - {naam: Zqtwee, cijfers: zqb}
  - grafiek: {titel: Zqstroom, soort: stroom, reeksen: [{naam: Zqeen, cijfers: [zqc, zqd]}]}
  - grafiek: {titel: Zqstaaf, soort: staaf, vanaf: 2020-01, reeksen: *reeksen}
  - grafiek: {titel: Zqstapel, soort: staaf, vorm: gestapeld, vanaf: 2020-01, reeksen: *reeksen}
  - grafiek: {titel: Zqprocent, soort: staaf, vorm: 100%, vanaf: 2020-04, reeksen: *reeksen}
  - grafiek:
      titel: Zqnul
      soort: staaf
      vorm: 100%
      vanaf: 2020-04
      reeksen: [{naam: Zqd, cijfers: zqd}, {naam: Zqw, cijfers: zqw1}]
  - grafiek: {titel: Zqvlak, soort: vlak, vorm: gestapeld, vanaf: 2020-01, reeksen: *reeksen}
  - grafiek:
      titel: Zqcombi
      soort: combinatie
      vanaf: 2020-01
      reeksen: [{naam: Zqeen, cijfers: [zqc, zqd]}, {naam: Zqtwee, cijfers: zqb, als: lijn}]
  - grafiek: {titel: Zqveel, soort: kleine veelvouden, vanaf: 2019-01, reeksen: *reeksen}
  - grafiek:
      titel: Zqverloop
      soort: verloop
      perioden: ["{{ periode.vorige }}", "{{ periode }}"]
      reeksen: "{{ zqa | top(4) }}"
  - grafiek: {titel: Zqspreiding, soort: spreiding, vanaf: 2020-01, reeksen: *reeksen}
  - grafiek: {titel: Zqrij, soort: liggende staaf, cijfers: "{{ zqa | alle }}"}
  - grafiek:
      titel: Zqnaast
      soort: liggende staaf
      cijfers: "{{ zqa | top(5) }}"
      reeksen: [{naam: Zqeerst, waarde: "{{ rij.vorige }}"}, {naam: Zqnu, waarde: "{{ rij }}"}]
  - grafiek: {titel: Zqaandeel, soort: aandeel, cijfers: "{{ zqh | top(2) }}", rest: Zqrest}
  - grafiek:
      id: zqb1
      titel: Zqpiramide
      soort: piramide
      cijfers: "{{ zqa | top(5) }}"
      reeksen: [{naam: Zqeerst, waarde: "{{ rij.vorige }}"}, {naam: Zqnu, waarde: "{{ rij }}"}]
  - grafiek: {titel: Zqklassen, soort: histogram, cijfers: "{{ zqa | alle }}"}
  - grafiek: {titel: Zqdoos, soort: doos, cijfers: "{{ zqa | alle }}"}
  - grafiek:
      titel: Zqverschil
      soort: verschil
      cijfers: "{{ zqa | top(5) }}"
      reeksen: [{naam: Zqeerst, waarde: "{{ rij.vorige }}"}, {naam: Zqnu, waarde: "{{ rij }}"}]
  - grafiek:
      titel: Zqtussen
      soort: verschil
      perioden: ["{{ periode.vorige }}", "{{ periode }}"]
      reeksen: "{{ zqa | top(4) }}"
  - grafiek: {titel: Zqdeel, soort: lijn, vanaf: 2020-01, reeksen: [{naam: Zqdeel, cijfers: zqe}]}
  - grafiek: {titel: Zqduizend, soort: staaf, vanaf: 2020-01, reeksen: [{naam: Zqduizend, cijfers: zqf}]}
  - grafiek: {titel: Zqaantal, soort: lijn, vanaf: 2020-01, reeksen: [{naam: Zqaantal, cijfers: zqg}]}
  - stroomschema:
      titel: Zqschema
      banen: [Zqbaan]
      stappen:
        - {a: Zqbegin, baan: Zqbaan}
        - {b: Zqkeus, soort: besluit, baan: Zqbaan, naar: [{c: zqja}, {d: zqnee}]}
        - {c: Zqklaar, soort: einde, baan: Zqbaan}
        - {d: Zqweg, baan: Zqbaan, naar: [e, f]}
        - {e: Zqvijf, soort: einde, baan: Zqbaan}
        - {f: Zqzes, soort: einde, baan: Zqbaan}
  - afbeelding: {bestand: k.png, titel: Zqbeeld, alternatief: Zqzien, bron: Zqbron}
  - kerncijfers:
      - kop: Zqkaart
        waarde: "{{ zqb }}"
        toelichting: "{{ zqb | verandering(zqb.vorige) }}"
        trend: {vanaf: 2020-01, cijfers: zqb}
  - kader: {titel: Zqkader, inhoud: Zqinhoud}
  - citaat: {inhoud: Zqcitaat, bron: Zqiemand}
  - opsomming: [zqeen, zqtwee]
  - colofon: {Zqregel: Zqwaarde}
  - bronvermelding
  - kop: {tekst: Zqlijsten, bijlage: ja, id: zqbijlage}
  - tekst: Zq [](#zqbijlage), zq [zqpagina](#zqtabel).
  - begrippenlijst
  - afkortingenlijst
  - lijst-van-tabellen
  - lijst-van-figuren
  - verklaring-van-tekens
  - bronnenlijst
  - wijzigingen
"""


def project(folder: Path, tag: str, *, layout: str = LAYOUT, may: str = MAY) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "k.png").write_bytes(png(60, 30))
    (folder / "data" / "2020-04.yaml").write_text(APRIL, encoding="utf-8")
    (folder / "data" / "2020-05.yaml").write_text(may, encoding="utf-8")
    (folder / "layouts" / "zq.yaml").write_text(f"taal: {tag}\n{layout}", encoding="utf-8")
    return folder


def edition(folder: Path, *, draft: bool = False) -> tuple[BuildResult | None, Findings]:
    findings = Findings()
    return build(BuildRequest("zq", "2020-05", folder, draft=draft, attachments=True), findings), findings


def json_texts(data: object) -> list[str]:
    """The texts that a description has in the language of the report: not its keys, nor what is said to a program."""
    if isinstance(data, list):
        return [text for each in data for text in json_texts(each)]
    if not isinstance(data, dict):
        return []
    told = [data[key] for key in ("dc:title", "dc:description", "titles") if isinstance(data.get(key), str)]
    return told + [text for each in data.values() for text in json_texts(each)]


def words_of(made: BuildResult) -> Iterator[tuple[str, str]]:
    """Every word of more than a letter that a reader meets, with its text: in pages, besides them, and attached."""
    said, besides = read_all(made.pdf)
    texts = [text for each in said.utterances for _, text in each.parts]
    texts += [word for each in said.utterances for word in each.replacements]
    texts += [text for page in said.aside for text in page]
    texts += [text for (_, where), text in besides.properties.items() if where not in ("Creator", "Producer")]
    texts += [link.description for link in besides.links] + [title for title, _ in besides.bookmarks]
    texts += [description for description, _ in besides.files.values()]
    for name, (_, contents) in besides.files.items():
        texts += [
            name.rpartition(".")[0],
            *(content.decode("utf-8-sig") for content in contents if name.endswith(".csv")),
        ]
    texts += json_texts(json.loads(besides.files["csvw.json"][1][0]))
    with ZipFile(BytesIO(made.workbook or b"")) as workbook:
        texts += re.findall(r">([^<>]+)<", workbook.read("content.xml").decode())
        texts += re.findall(r'table:name="([^"]+)"', workbook.read("content.xml").decode())
    for text in texts:
        for word in re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", text):
            if len(word) > 1 and not word.casefold().startswith("zq"):
                yield word, text
