"""The words by which Dutch says something about numbers, with what each says; a table, and no rules."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGE = "nl"
"""Of these words, and so of the reports whose claims are read."""


def words(text: str) -> list[str]:
    """The words of a line of a table."""
    return text.split()


# --- More or less than what ---------------------------------------------------------------------------------

COMPARISONS: Mapping[str, int] = {
    **dict.fromkeys(
        words(
            "meer hoger groter vaker langer duurder ouder ruimer sneller drukker talrijker frequenter hogere grotere "
            "langere krapper krappere ruimere duurdere"
        ),
        1,
    ),
    **dict.fromkeys(
        words(
            "minder lager kleiner zeldzamer korter goedkoper jonger rustiger schaarser lagere kleinere kortere "
            "goedkopere"
        ),
        -1,
    ),
}
NO_COMPARISONS = frozenset(
    ("hoger onderwijs", "lager onderwijs", "hoger beroep", "minder validen", "meer informatie", "meer over")
)
"""Words that only look like a comparison."""

# --- Which of all ------------------------------------------------------------------------------------------------

EXTREMES: Mapping[str, int] = {
    **dict.fromkeys(
        words(
            "meeste meest hoogste hoogst grootste grootst bovenaan koploper langste duurste vaakst top piek "
            "recordhoogte"
        ),
        1,
    ),
    **dict.fromkeys(
        words("minste minst laagste laagst kleinste kleinst onderaan hekkensluiter kortste goedkoopste dieptepunt"),
        -1,
    ),
}
NO_MORE = frozenset(("niet", "geen", "nooit", "onder", "nog", "zonder", "weer", "des", "te"))
"""Before 'meer' and 'minder': no comparison of figures."""
NO_EXTREMES = frozenset(
    ("de meest", "het meest", "top van", "ten minste", "ten hoogste", "ten meeste", "op zijn", "tenminste")
)
"""Words that only look like an extreme."""
LEFT_OUT = frozenset(words("afgezien los gescheiden"))
"""Before 'van': what comes then is no part of what is counted."""
SUBORDINATE = frozenset(words("nadat toen omdat doordat voordat terwijl sinds zodra waardoor"))
"""With which a clause begins that says what else happened."""
ORDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
         "twaalfde"),
        1,
    )
}  # fmt: skip

# --- Numbers in words ----------------------------------------------------------------------------------------------

CARDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
         "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
        1,
    )
} | {
    "één": 1, "eén": 1, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90, "honderd": 100, "duizend": 1000,
}  # fmt: skip
FRACTIONS: Mapping[str, tuple[int, int]] = {
    "helft": (1, 2), "derde": (1, 3), "kwart": (1, 4), "vierde": (1, 4), "vijfde": (1, 5), "zesde": (1, 6),
    "zevende": (1, 7), "achtste": (1, 8), "negende": (1, 9), "tiende": (1, 10), "twaalfde": (1, 12),
    "twintigste": (1, 20), "honderdste": (1, 100), "driekwart": (3, 4), "tweederde": (2, 3), "eenderde": (1, 3),
}  # fmt: skip
"""The last words of a fraction; what it is counted from ('twee derde') comes before."""
ALSO_ORDINALS = frozenset(
    words("derde vierde vijfde zesde zevende achtste negende tiende twaalfde twintigste honderdste")
)
"""Without a number before it, such a word is a place and no part."""
AFTER_PARTS = frozenset(
    words(
        "van deel meer minder hoger lager groter kleiner en was is waren zijn kwam kwamen komt komen gaat ging hoger "
        "af toe op gedaald gestegen afgenomen toegenomen gekrompen gegroeid lag ligt uit in die dat betreft betrof ten"
    )
)
"""What may come after a part that could be a place as well: 'een derde van', and no 'een derde land'."""
AMOUNTS = frozenset((*CARDINALS, *FRACTIONS))
MULTIPLES: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(words("verdubbeld verdubbelde verdubbelden verdubbelt verdubbelen verdubbeling"), (2, 1)),
    **dict.fromkeys(words("verdrievoudigd verdrievoudigde verdrievoudiging"), (3, 1)),
    **dict.fromkeys(words("verviervoudigd verviervoudigde verviervoudiging"), (4, 1)),
    **dict.fromkeys(words("gehalveerd halveerde halveerden halveert halveren halvering"), (1, 2)),
}
MAJORITY = frozenset(("meerderheid", "merendeel", "gros"))
SCALES: Mapping[str, int] = {"duizend": 10**3, "miljoen": 10**6, "miljard": 10**9}

JUST_BELOW = frozenset(words("bijna krap"))
JUST_ABOVE = frozenset(words("ruim ruimschoots"))
ABOUT = frozenset(
    ["ongeveer", "circa", "zo'n", "rond", "grofweg", "zowat", "omstreeks", "vrijwel", "nagenoeg", "praktisch"]
)

TOGETHER = frozenset(words("samen tezamen gezamenlijk gezamenlijke opgeteld"))
AVERAGES = frozenset(words("gemiddeld gemiddelde gemiddelden doorsnee"))
EMPTY = frozenset(words("de het een aantal"))
"""Words that say nothing of what is counted."""
QUALIFIERS = frozenset((*JUST_BELOW, *JUST_ABOVE, *ABOUT, "meer", "minder", "dan", "net", "geen", "iets"))
CONCEDES = frozenset(words("hoewel ofschoon al alhoewel"))
"""With which a clause begins that grants something else."""
NEGATIONS = frozenset(words("niet geen nooit zonder noch nergens evenmin"))

# --- What is counted --------------------------------------------------------------------------------------------------

COUNTED: Mapping[str, str] = {
    word: kind
    for kind, nouns in {
        "mensen": "personen mensen inwoners burgers individuen patiënten overledenen slachtoffers "
        "deelnemers werknemers studenten leerlingen scholieren jongeren ouderen kinderen mannen vrouwen bewoners "
        "werklozen "
        "zelfstandigen",
        "gezinnen": "gezinnen huishoudens families",
        "zaken": "zaken dossiers procedures",
        "woningen": "woningen huizen nieuwbouwwoningen koopwoningen huurwoningen appartementen panden",
        "bedrijven": "bedrijven ondernemingen vestigingen",
        "banen": "banen arbeidsplaatsen",
        "scholen": "scholen basisscholen",
        "groepen": "groepen klassen",
    }.items()
    for word in nouns.split()
}
"""Nouns by what they count: a figure of one is none of another."""
AGE_GROUPS = frozenset(words("jongeren ouderen kinderen volwassenen senioren pubers tieners gepensioneerden"))
"""People of an age that nobody says: they may be a part by another name."""
BUSINESSES = frozenset(("zaken", "bedrijven"))
"""Kinds that may be one: a 'zaak' is a shop or a pub as well as a case."""
EXCLUSIVE: Mapping[str, str] = {
    word: line.split()[0]
    for line in ("leerlingen scholieren", "studenten", "werknemers", "zelfstandigen", "werklozen", "patiënten")
    for word in line.split()
}
"""People who are never at once those of another row."""

PREPOSITIONS = frozenset(
    words(
        "aan achter behalve bij binnen boven buiten door dankzij in langs met na naar naast om onder op over per rond "
        "sinds tegen tegenover tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor vóór wegens zonder als "
        "dan ondanks gedurende inclusief exclusief"
    )
)
AUXILIARIES = frozenset(
    words("is was waren zijn wordt worden werd werden heeft hebben had hadden kan kon konden zal zou zouden moet moest")
)
EMPTY_WORDS = frozenset(
    words(
        "dat die dit deze er het de een is was waren zijn wordt worden werd werden heeft hebben had hadden niet geen "
        "ook zich hun haar zij ze hij het wie waarvan x per aandeel aantal totaal keer keren maal percentage "
        "gemiddelde cijfer cijfers werken"
    )
)
"""Of these no series is told, though a title may have them."""
EMPTY_VERBS = frozenset(
    words("lopen loopt liep liepen staan staat stond stonden komen kwam kwamen gaan ging gingen werken")
)
"""They say nothing of what is counted, though a title may have one of them: 'lopende uitkeringen'."""
_KIN = """
geboorten geboorte geboren pasgeborenen levendgeboren levendgeborenen baby's baby’s
sterfte sterfgevallen overledenen overleden overlijden stierven sterven gestorven doden dode omgekomen kwamen-om
immigratie immigranten immigreerden vestigden
emigratie emigranten emigreerden vertrokken vertrok vertrekken vertrek vertrokkenen
uitvoer export uitgevoerd geëxporteerd exporteerden
invoer import ingevoerd geïmporteerd importeerden
werkloosheid werklozen werkloos
faillissementen failliet
bezettingsgraad bezetting bezet
inbraken ingebroken inbraak
verkoop verkocht verkochte verkopen
instroom ingekomen ingestroomd instroomden binnengekomen binnenkwamen binnenkwam
uitstroom uitgestroomd uitstroomden afgedaan afgedane afgehandeld afgehandelde afdeden afdeed afhandelden
uitstroom uitgestroomd uitstroomden vertrokken vertrok vertrekken vertrek vertrokkenen
wachttijd wachttijden wachten wachtten wachtenden wachtlijst wachtlijsten
doorlooptijd duurde duren doorlooptijden
verbruik verbruikt verbruikte verbruikten gebruikt
opname opnames opnamen opgenomen
uitstoot stootte stootten uitgestoten emissie emissies
operaties operatie geopereerd opereerden opereerde
behaalde behaald haalden gehaald haalde
consumptie consumeerden bestedingen besteedden besteed
windstroom windenergie windmolens windmolen windparken windturbines
zonnestroom zonne-energie zonnepanelen zonneparken
lasten uitgaven uitgegeven uitgaf
baten inkomsten ontvangsten ontvingen
investeringen geïnvesteerd investeerde investeerden investeerders
promoties promoveerden gepromoveerd promoveerde
leegstand leegstaande leegstaan leegstonden
schuld schulden
ontslagen ontslag
aanvraag aanvragen aangevraagd aanvroegen
"""
KIN: Mapping[str, frozenset[str]] = {
    word: frozenset(line.split()[0] for line in _KIN.strip().splitlines() if word in line.split())
    for word in _KIN.split()
}
"""Words of one root that their letters do not show, by the first of each row that has them."""
_KIN_VERBS = frozenset(
    words(
        "overleden stierven gestorven omgekomen immigreerden vestigden emigreerden vertrokken vertrekken "
        "uitgevoerd geëxporteerd exporteerden ingevoerd importeerden ingebroken verkocht verkochte ingekomen "
        "ingestroomd instroomden binnengekomen binnenkwamen binnenkwam uitgestroomd uitstroomden afgedaan "
        "afgedane afgehandeld afgehandelde afdeden afhandelden wachten wachtten verbruikt verbruikte "
        "verbruikten gebruikt opgenomen stootten uitgestoten geopereerd opereerden opereerde behaalde behaald "
        "haalden gehaald consumeerden besteedden besteed uitgegeven ontvingen geïnvesteerd investeerde "
        "investeerden promoveerden gepromoveerd promoveerde leegstaande leegstaan leegstonden aangevraagd "
        "aanvroegen"
    )
)
KIN_NOUNS: Mapping[str, frozenset[str]] = {word: kin for word, kin in KIN.items() if word not in _KIN_VERBS}
"""Those of them that may end a compound: 'woningverkopen'; 'verwachten' is no 'wachten'."""
PREFIXES = frozenset(
    words("ver her be ont mis ge er des aan af bij door in mee na om op over toe uit voor terug tussen onder weg")
)
"""What begins a verb, or a noun made of one: another word than the one that it ends as."""
