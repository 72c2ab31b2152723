"""What each key of a levering and of a provenance file means, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from rapportage.input.specs.delivery import (
    DeliveredSource,
    DeliveredTable,
    DeliverySpec,
    ImportedSeries,
    OneCell,
    PartCells,
    RowRange,
)
from rapportage.input.specs.provenance import DeliveredFile, OriginSpec, ProvenanceSpec
from rapportage.input.specs.spec import Spec

_CHOOSE = 'Wat andere kolommen in de rij zeggen: {Perioden: "{cbs}", Geslacht: Totaal}.'
_COLUMN = 'De koppen boven de kolom, van boven naar beneden: ["{maandnaam}", totaal].'
_SPOKEN = "Mag woorden als {maandnaam} en {jaar} hebben, tussen aanhalingstekens."
_TABLE = {
    "blad": "De naam van het blad; anders het enige blad waarop de tabel past.",
    "onder": "De woorden boven de tabel, als er op het blad meer staan.",
    "koppen": "De nummers van de rijen met koppen, zoals het rekenblad ze telt; anders worden zij gezocht.",
    "koppen_doorlopend": "'ja' als een lege kop hetzelfde is als die links ervan, of als de rijkop erboven; 'nee' als "
    "nergens. Zonder deze sleutel alleen waar onder elke bovenste kop dezelfde koppen staan.",
    "rijen": 'Waar de rijen beginnen en ophouden: {vanaf: Totaal, tot: "Bron:"}.',
    "rijkop": "De kolom met de koppen van rijen, met haar kop of letter; anders de eerste. Of een lijst.",
    "kolom": f"{_COLUMN} Voor alle reeksen die niets anders zeggen.",
    "kiezen": f"{_CHOOSE} Voor alle reeksen.",
    "verborgen": "Wat er met verborgen rijen, kolommen en bladen gebeurt; zonder deze sleutel zijn zij een fout.",
    "nauwkeurig": "Het getal zoals het blad het toont, of zoals het is bewaard; anders wordt ernaar gevraagd.",
    "tekst_is_getal": "'ja' als getallen in het bestand als tekst staan.",
    "maal": "Waarmee elk getal wordt vermenigvuldigd: 1000, of 100 voor een deel van 1.",
    "reeksen": "Per reeks welke cellen zij krijgt.",
}

DELIVERY_KEYS: ReadOnly[type[Spec], ReadOnly[str, str]] = {
    DeliverySpec: {
        "bestand": "Het geleverde bestand, als pad vanaf de map van het project: leveringen/cijfers-{periode}.xlsx.",
        "bron": "De bron, zoals zij in het periodebestand komt.",
        "decimaalteken": "Van een tekstbestand waarin niets zegt of 1.234 een duizendtal is of een breuk.",
        "tekens": "Wat elk teken in een cel betekent: {'-': 0, x: '.', leeg: '.', p: voorlopig}.",
        "namen": "Hoe onderdelen heten die in het bestand een andere naam hebben: {Gemeente Utrecht: Utrecht}.",
        "herzien": "Van hoeveel eerdere perioden hetzelfde bestand de cijfers ook geeft.",
        "tabellen": "De tabellen, als het er meer zijn dan een.",
        **_TABLE,
    },
    DeliveredTable: _TABLE,
    DeliveredSource: {
        "naam": "De naam van de bron in het periodebestand; anders die van de levering.",
        "titel": f"Hoe de publicatie heet. {_SPOKEN}",
        "uitgever": "Wie haar uitgeeft.",
        "datum": "De datum van de publicatie; anders die van --datum.",
        "url": f"Waar de publicatie staat. {_SPOKEN}",
        "licentie": "Onder welke licentie.",
    },
    RowRange: {
        "vanaf": "De kop van de eerste rij.",
        "tot": "Het begin van de eerste tekst onder de tabel: 'Bron:'. Zonder einde is dat de eerste lege rij.",
        "tot_en_met": "De kop van de laatste rij.",
    },
    ImportedSeries: {
        "titel": "De titel, voor een reeks die nog niet in het periodebestand staat.",
        "eenheid": "De eenheid, voor een reeks die daar nog niet staat.",
        "maat": "Wat voor cijfers het zijn, voor een reeks die daar nog niet staat.",
        "soort": "'stroom' of 'stand', voor een reeks die daar nog niet staat.",
        "status": "Of de bron de cijfers nog kan bijstellen, voor een reeks die daar nog niet staat.",
        "decimalen": "Hoeveel decimalen de bron geeft, voor een reeks die daar nog niet staat.",
        "afgerond_op": "Hoe precies de bron is, voor een reeks die daar nog niet staat.",
        "definitie": "Wat er is geteld, voor een reeks die daar nog niet staat.",
        "maal": "Waarmee elk getal van de reeks wordt vermenigvuldigd.",
        "totaal": "De cel van het totaal.",
        "naar": "Per verdeling de cellen van haar onderdelen: {regio: {kolom: [mei, totaal]}}.",
    },
    OneCell: {
        "rij": "De kop van de rij; van meer kolommen met koppen een lijst.",
        "kolom": _COLUMN,
        "kiezen": _CHOOSE,
    },
    PartCells: {
        "rijkop": "De kolom met de namen van de onderdelen, met haar kop of letter; van een kruising een lijst.",
        "rij": "De kop van de rij, als de onderdelen kolommen zijn.",
        "kolom": _COLUMN,
        "kolommen": "De koppen boven de kolommen, met een * voor de kop die het onderdeel is: [mei, '*'].",
        "kiezen": _CHOOSE,
        "zonder": "De koppen die geen onderdeel zijn.",
        "volledig": "'nee' als de onderdelen samen niet het totaal zijn.",
        "wisselt": "'ja' als de onderdelen elke periode andere kunnen zijn; anders is dat een fout.",
    },
    ProvenanceSpec: {
        "leveringen": "Per levering het bestand waaruit de cijfers komen.",
        "herkomst": "Per cijfer de cel waarvan het is.",
    },
    DeliveredFile: {
        "bestand": "Het geleverde bestand, als pad vanaf de map van het project.",
        "sha256": "De sha256 van het bestand, zoals het werd gelezen.",
    },
    OriginSpec: {
        "reeks": "De reeks van het cijfer.",
        "periode": "De periode van het cijfer.",
        "verdeling": "De verdeling waar het cijfer in staat; zonder is het een totaal.",
        "onderdeel": "Het onderdeel, of van een kruising de namen.",
        "cijfer": "Het cijfer zoals het in het periodebestand kwam.",
        "levering": "De naam van de levering.",
        "blad": "Het blad van de cel.",
        "cel": "De cel: B7.",
        "ruw": "Wat de cel toonde.",
    },
}

DELIVERY_TITLES: ReadOnly[type[Spec], str] = {
    DeliverySpec: "levering",
    DeliveredTable: "geleverde tabel",
    DeliveredSource: "bron van een levering",
    RowRange: "rijen van een tabel",
    ImportedSeries: "reeks van een levering",
    OneCell: "cel",
    PartCells: "cellen van een verdeling",
    ProvenanceSpec: "herkomst",
    DeliveredFile: "geleverd bestand",
    OriginSpec: "herkomst van een cijfer",
}
