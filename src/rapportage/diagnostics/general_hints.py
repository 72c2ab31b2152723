"""What to do about a finding whose own place says no more: by code, so that none leaves its reader without a way on."""

from __future__ import annotations

GENERAL_HINTS: dict[str, str] = {
    "C115": "schrijf het cijfer korter, of kies een eenheid als 'mln euro'",
    "C206": "verbeter het totaal of een onderdeel; een van de twee is niet wat de bron zegt",
    "L103": "kijk of het pad klopt en het een gewoon bestand is",
    "L204": "vul het bestand, of haal het weg",
    "L205": "begin een periodebestand met 'periode: …' en een lay-out met 'titel: …'",
    "L303": "schrijf één naam voor de dubbelepunt; een waarde met { of [ hoort tussen aanhalingstekens",
    "L304": "haal het * binnen het anker weg",
    "L305": "herhaal minder met ankers (&naam en *naam)",
    "L306": "spring minder diep in",
    "L309": "schrijf: <<: *anker",
    "S102": "schrijf die sleutel erbij",
    "S104": "kijk in de handleiding hoe deze sleutel eruitziet, of naar de inspringing van de regels eronder",
    "S107": "kies een getal binnen die grenzen",
    "S112": "laat één van de twee weg",
    "T104": "schrijf het als losse uitdrukkingen",
    "T204": "zet de diepste punten in een eigen lijst",
    "T301": "vraag eerst of het kan bestaan: {% if bekend(…) %}",
    "T302": "kijk wat er voor het teken | of tussen de haakjes staat",
    "T303": "kijk wat er voor de punt staat, en of de naam erachter klopt",
    "T304": "kies een andere periode, of haal het weg",
    "T305": "vraag eerst of het bekend is: {% if bekend(…) %}, of haal de zin weg",
    "T307": "beperk de rij, bijvoorbeeld met top(10)",
    "T406": "geef elke rij een cel voor elke kolom, of een 'cijfer'",
    "T408": "kijk of de perioden en onderdelen kloppen, of laat de grafiek weg met 'als: \"{{ bekend(…) }}\"'",
    "T409": "geef perioden van één soort, van vroeg naar laat",
    "T412": "zet de bronvermelding onder een tekst met een cijfer, of laat haar weg",
    "T414": "schrijf 'kolommen:' met een streepje voor elke kolom, of een 'vergelijking'",
    "T418": "noem het id van een tabel, of laat 'tabel' weg",
    "T421": "geef onder 'trend' ook 'cijfers': de naam van een reeks",
    "T423": "verdeel ze over meer blokken 'kerncijfers', of laat er weg",
}
"""Keep it sorted."""
