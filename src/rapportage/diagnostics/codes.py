"""The catalogue of findings: every code with its short Dutch title. `Findings` refuses a code that is not here.

A letter says which part of the work speaks, the first figure groups what belongs together. A code that was once
published keeps its meaning; keep each section sorted.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    # L: reading a YAML file
    "L101": "bestand bestaat niet",
    "L102": "map in plaats van bestand",
    "L103": "bestand niet te lezen",
    "L104": "bestand te groot",
    "L105": "geen tekstbestand",
    "L106": "geen geldig UTF-8",
    "L107": "teken dat niet mag",
    "L108": "teken dat het lettertype niet heeft",
    "L201": "fout in de YAML",
    "L202": "tab als inspringing",
    "L203": "meer documenten in één bestand",
    "L204": "leeg bestand",
    "L205": "bestand zonder sleutels",
    "L301": "dubbele sleutel",
    "L302": "lege sleutel",
    "L303": "samengestelde sleutel",
    "L304": "anker dat zichzelf bevat",
    "L305": "te veel herhaald met ankers",
    "L306": "te diep genest",
    "L307": "label dat niet bestaat",
    "L308": "anker dat niet bestaat",
    "L309": "samenvoegen met iets zonder sleutels",
    # S: what a file may hold: keys and values
    "S101": "onbekende sleutel",
    "S102": "sleutel ontbreekt",
    "S103": "nog in te vullen",
    "S104": "andere vorm verwacht",
    "S105": "keuze die er niet is",
    "S106": "geen geheel getal",
    "S107": "getal buiten de grenzen",
    "S108": "geen ja of nee",
    "S109": "geen datum",
    "S110": "geen periode",
    "S111": "geen webadres",
    "S112": "periode die er al is",
    # C: data and figures
    "C101": "cijfer nog in te vullen",
    "C102": "geen cijfer",
    "C103": "punt tussen duizendtallen",
    "C104": "komma in een cijfer",
    "C105": "procentteken bij een cijfer",
    "C106": "nul voor een cijfer",
    "C107": "schrijfwijze van een computer",
    "C108": "datum of tijd in plaats van een cijfer",
    "C109": "woord in plaats van een cijfer",
    "C110": "cijfer tussen aanhalingstekens",
    "C111": "negatief aantal",
    "C112": "decimalen in een aantal",
    "C113": "percentage buiten 0 tot 100",
    "C114": "te veel decimalen",
    "C115": "te lang cijfer",
    "C116": "onmogelijke onderdrukking",
    "C117": "spatie tussen duizendtallen",
    "C118": "bijna nul zonder afronding",
    "C119": "geen veelvoud van de afronding",
    "C201": "onbekende bron",
    "C202": "periode anders dan de bestandsnaam",
    "C203": "venster dat niet te lezen is",
    "C204": "herziene periode die niet eerder is",
    "C205": "naam van een reeks die niet kan",
    "C206": "delen samen meer dan het totaal",
    "C207": "zelfde cijfer met twee waarden",
    "C208": "onbekende reeks bij herzien",
    "C209": "zelfde cijfer twee keer",
    "C210": "reeks zonder cijfers",
    "C211": "eenheid anders dan in een ander bestand",
    # T: text and layout files
    # D: document and page layout
    # P: output and PDF
    "P101": "uitvoermap bestaat niet",
    "P102": "uitvoer is geen gewoon bestand",
    "P103": "uitvoer niet te schrijven",
    # U: use
    "U101": "geen PDF",
}
