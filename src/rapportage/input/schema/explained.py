"""What each key of the user's files means, in Dutch: an editor shows it where the key is written."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from rapportage.document.chart_kinds import BAR_MARK, BARS_AND_LINES, BOXES, HEXAGONS, HISTOGRAM, LINE_MARK, MAP, OWN
from rapportage.input.boundaries import OUTLINES
from rapportage.input.schema.explained_deliveries import DELIVERY_KEYS, DELIVERY_TITLES
from rapportage.input.specs.blocks.chart import CardSpec, ChartSpec, LineSpec, TrendSpec
from rapportage.input.specs.blocks.classes import LEAST_CLASSES, MOST_TINTS, USUAL_TINTS, CountedClasses
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec, StepSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.map import BoundariesSpec, InsetSpec
from rapportage.input.specs.blocks.prose import (
    BoxSpec,
    ColophonSpec,
    HeadingSpec,
    ListSpec,
    PassageSpec,
    PointSpec,
    QuoteSpec,
    TextSpec,
)
from rapportage.input.specs.blocks.qr import QrSpec
from rapportage.input.specs.blocks.table import (
    ColumnSpec,
    ComparisonSpec,
    PeriodRowsSpec,
    RowSpec,
    SortSpec,
    TableSpec,
)
from rapportage.input.specs.confidentiality import ConfidentialitySpec, WithheldSpec
from rapportage.input.specs.layout import (
    CONDITION,
    PER,
    ContentsSpec,
    CoverSpec,
    KeyFiguresSpec,
    LayoutSpec,
    RepeatedSpec,
)
from rapportage.input.specs.parts.part_list import ListedPart, PartListSpec
from rapportage.input.specs.period import Counts, Edition, PeriodSpec, Revision, SeriesSpec, SourceSpec
from rapportage.input.specs.settings import SettingsSpec
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.theme import (
    ColoursSpec,
    FontsSpec,
    LogoSpec,
    MarginsSpec,
    PageSpec,
    SizesSpec,
    StyleSpec,
    ThemeSpec,
)
from rapportage.input.specs.translation import TranslationSpec
from rapportage.input.specs.words import PartWords, TypedNumber, WordsSpec

_ID = "Een korte naam, om naar te verwijzen: [](#naam)."
_ALTERNATIVE = (
    "Wat er te zien is, voor wie het niet ziet. Zonder deze sleutel maakt rapportage de tekst uit de cijfers."
)
_PERIODS = "'laatste 5', 'maanden', 'dezelfde periode 3 jaar', of een lijst met perioden."
_TOTAL = "De waarde van het geheel: een getal, of <5, . (onbekend), n.v.t., ~0 of 123* (voorlopig)."
_BREAKDOWNS = (
    "Verdelingen: per verdeling (gemeente) de waarde van elk onderdeel; die hoeft niet volledig te zijn. "
    "Een kruising heet 'gemeente × eigendom' en heeft per gemeente de waarde van elk eigendom."
)
_DATE = "Zo precies als bekend: 2020-06-24, 2020-06 of 2020."
_COUNTS = {"totaal": _TOTAL, "naar": _BREAKDOWNS}

_PART_WORDS = {
    "inwoner": "Hoe een inwoner heet: Utrechter. In tekst: {{ rij.inwoner }}.",
    "inwoners": "Hoe inwoners heten: Utrechters. In tekst: {{ rij.inwoners }}.",
    "bijvoeglijk": "Het bijvoeglijk naamwoord: Utrechtse. In tekst: {{ rij.bijvoeglijk }}.",
    "namen": "Hoe het in teksten ook heet, één naam of een lijst: de Domstad.",
}

KEYS: ReadOnly[type[Spec], ReadOnly[str, str]] = {
    **DELIVERY_KEYS,
    # --- A list of parts ----------------------------------------------------------------------------
    PartListSpec: {
        "verdeling": "De verdeling waarvan dit de onderdelen zijn, zoals zij in de periodebestanden heet: gemeente.",
        "onderdelen": "Per onderdeel, in de volgorde voor tabellen, wat u erover wilt vastleggen, of alleen zijn code.",
    },
    ListedPart: {
        **_PART_WORDS,
        "code": "De code, die in een periodebestand in plaats van de naam mag staan: GM0344.",
        "groepen": "Waar het bij hoort, per soort: {provincie: Utrecht}. In tekst: .per('provincie').",
        "vanaf": "De periode waarin het begon te bestaan, als dat niet altijd was.",
        "tot_en_met": "De laatste periode waarin het bestond, als het niet meer bestaat.",
    },
    # --- What a project allows ------------------------------------------------------------------------
    SettingsSpec: {
        "code": "Of de code in grafieken/ mag draaien, die eigen grafieken tekent, ook zonder --code.",
    },
    # --- The words of a project ---------------------------------------------------------------------
    WordsSpec: {
        "reeksen": "Per reeks, met haar naam in de periodebestanden, woorden waarmee teksten haar ook noemen, naast "
        "die van haar titel: naamwoorden en werkwoorden, zoals [geboren, baby's].",
        "onderdelen": "Per onderdeel van een verdeling hoe teksten het ook noemen; wat in een lijst in lijsten/ staat, "
        "hoort daar.",
        "getallen": "Getallen in teksten die geen statistiek zijn: normen, doelen, oppervlakten, telefoonnummers.",
    },
    PartWords: _PART_WORDS,
    TypedNumber: {
        "tekst": "De woorden met het getal, zoals zij in de tekst staan: binnen 48 uur.",
        "wat": "Wat het is: de wettelijke termijn voor een besluit.",
        "bron": "Waar het staat: Algemene wet bestuursrecht, artikel 4:13.",
    },
    # --- The period file ----------------------------------------------------------------------------
    PeriodSpec: {
        "periode": "Als de bestandsnaam: 2020-05, 2020-W23, 2020-Q2, 2020-H1, 2020, SJ2020-21 of 2019-06/2020-05.",
        "uitgave": "Wanneer deze cijfers uitkwamen, en hoe definitief zij zijn.",
        "bronnen": "Waar de cijfers vandaan komen: per bron een korte naam.",
        "cijfers": "De reeksen: per reeks een naam van kleine letters, cijfers en _.",
        "herzien": "Cijfers van een eerdere periode zoals deze uitgave ze nu geeft: per periode, per reeks.",
        "teksten": "Stukken tekst van deze periode, die de lay-out met 'passage' een plaats geeft.",
        "bijschriften": "Wat er in een periode gebeurde: per id van een grafiek, per periode.",
    },
    Edition: {
        "datum": f"Wanneer deze cijfers bekend werden. {_DATE}",
        "status": "'concept' zolang er nog iets is in te vullen.",
        "kenmerk": "Het kenmerk van de publicatie, voor de omslag en de gegevens van de pdf.",
        "kamerstuk": "Het nummer van het Kamerstuk: 19637.",
        "vergaderjaar": "Het vergaderjaar van het Kamerstuk: 2019-2020.",
        "bijlage_bij": "Waar de publicatie een bijlage bij is.",
        "url": "Het webadres van de uitgave zelf, voor een QR-code; het begint met https://.",
    },
    SourceSpec: {
        "titel": "De titel van de publicatie.",
        "uitgever": "Wie de publicatie uitgaf.",
        "datum": f"Wanneer de publicatie uitkwam. {_DATE}",
        "url": "Het webadres van de publicatie; het begint met https://.",
        "licentie": "Onder welke licentie de cijfers te gebruiken zijn.",
    },
    Counts: _COUNTS,
    Revision: {
        **_COUNTS,
        "bron": "De naam van de bron die bijstelde, of een lijst daarvan.",
        "reden": "Waarom het cijfer is bijgesteld; komt in de tabel 'wijzigingen'.",
    },
    SeriesSpec: {
        **_COUNTS,
        "titel": "Hoe de reeks heet in tabellen en grafieken.",
        "eenheid": "Waarin is gemeten: 'personen', '%', 'mln euro', 'maanden', 'per 1.000 inwoners' …",
        "maat": "Wat voor cijfers het zijn, als de eenheid dat niet zegt: wat er mag staan, en of het optelt.",
        "bron": "De naam van een bron, of een lijst daarvan.",
        "soort": "'stroom' is over een periode, 'stand' op een dag.",
        "peildatum": f"De dag van een stand. {_DATE}",
        "status": "Of de bron deze cijfers nog kan bijstellen.",
        "decimalen": "Met hoeveel decimalen de bron de cijfers geeft: een cijfer met meer decimalen is een fout.",
        "afgerond_op": "Hoe precies de bron is: 0.5, 1, 25, 1000; een waarde die geen veelvoud is, is een fout.",
        "definitie": "Wat er precies is geteld; voor uzelf en wie na u komt.",
        "toelichting": "Wat er bij deze cijfers te weten is; voor uzelf en wie na u komt.",
        "som_van": "De reeksen waarvan deze de som is; 'check' telt na.",
        "restposten": "Onderdelen die samennemen wat geen eigen naam heeft (overige landen): nooit bij de grootste.",
        "onderdeel_van": "De reeks die deze al meetelt, of waarvan dit percentage een aandeel is.",
        "vensters": "Waarden over een ander tijdvak: 'afgelopen 12 maanden', 'tot en met mei' of 2019-06/2020-05.",
        "reeks": "Waarden van andere perioden, zoals deze bron ze geeft: 2018-01: 1560.",
    },
    # --- The layout ---------------------------------------------------------------------------------
    LayoutSpec: {
        "titel": "De titel van het rapport.",
        "ondertitel": 'De regel onder de titel, zoals "{{ periode | naam }}".',
        "auteur": "Wie het rapport maakte; in de gegevens van de pdf.",
        "onderwerp": "Het onderwerp; in de gegevens van de pdf.",
        "trefwoorden": "Trefwoorden; in de gegevens van de pdf.",
        "taal": "De taal van het rapport: nl (gewoon), en of fy; ook met een land, zoals en-GB.",
        "vertaling": "Hoe de namen uit de gegevens in dit rapport heten, in een andere taal.",
        "huisstijl": "De naam van een bestand in huisstijlen/; anders de ingebouwde huisstijl.",
        "nummering": "Of koppen een nummer krijgen.",
        "ongeveer": "'nee' als 'ongeveer' moet wegblijven voor cijfers die afgerond zijn geleverd.",
        "voorbeeld": "'ja' als het rapport alleen een voorbeeld is: VOORBEELD staat dan op elke pagina.",
        "mag_ontbreken": "Reeksen die niet in de gegevens hoeven te staan; wat er niet is, is onbekend.",
        "geheimhouding": "Welke kleine aantallen het rapport niet geeft.",
        "omslag": "Een omslag; elk hoofdstuk begint dan op een nieuwe pagina.",
        "inhoudsopgave": "'ja', of meer erover: {niveaus: 2}.",
        "noten": "Noten, per naam; [^naam] zet het teken in een tekst.",
        "begrippen": "Uitleg van begrippen; de eerste keer dat een begrip in een tekst staat, leidt het hierheen.",
        "afkortingen": "Afkortingen voluit.",
        "blokken": "Wat er in het rapport staat, van boven naar beneden.",
    },
    TranslationSpec: {
        "reeksen": "Per reeks haar titel: aanvragen: applications.",
        "onderdelen": "Per onderdeel zijn naam, ook als die hetzelfde blijft: Noord: North.",
        "eenheden": "Per eenheid haar naam: aanvragen: applications.",
        "uitgevers": "Per uitgever van een bron zijn naam; de titel van een bron blijft zoals zij is.",
    },
    ConfidentialitySpec: {
        "drempel": "Het kleinste aantal dat het rapport geeft; wat daaronder ligt (vanaf 1) staat er als '<5'.",
        "marge": "Hoeveel waarden er voor een lezer minstens mogelijk moeten blijven.",
        "ook": "Andere cijfers die het rapport niet geeft, hoe groot ook.",
    },
    WithheldSpec: {
        "reeks": "De naam van de reeks.",
        "onderdeel": "Het onderdeel, of van een kruising de namen: [Utrecht, koop]; anders het totaal.",
        "periode": "De periode; anders die van het rapport.",
    },
    CoverSpec: {
        "afzender": "Wie het rapport uitgeeft; bovenaan de omslag.",
        "qr": "Een QR-code op de omslag: een webadres, of 'uitgave' voor de url van de uitgave.",
    },
    RepeatedSpec: {
        "per": 'Een naam die de teksten eronder kennen, met de rij: {gemeente: "{{ woningen | top(5) }}"}.',
        "blokken": "De blokken die er voor elk onderdeel staan, in de volgorde van de rij.",
        "anders": "De blokken die er staan als de rij geen enkel cijfer heeft.",
        "als": 'De blokken staan er alleen als dit waar is: "{{ bekend(woningen) }}".',
    },
    ContentsSpec: {
        "titel": "De kop boven de inhoudsopgave.",
        "niveaus": "Hoeveel niveaus van koppen erin staan.",
    },
    HeadingSpec: {
        "tekst": "De kop zelf.",
        "niveau": "1 is een hoofdstuk, 2 een paragraaf, en zo verder.",
        "id": _ID,
        "genummerd": "'nee' voor een kop zonder nummer, als koppen genummerd zijn.",
        "bijlage": "'ja' voor een bijlage: zij heet dan 'Bijlage A', en de koppen daaronder A.1, A.2.",
    },
    TextSpec: {
        "inhoud": "De tekst, met **vet**, *schuin*, [^noot], [](#id) en {{ cijfers }}.",
        "stijl": "Hoe groot de letters zijn.",
    },
    PassageSpec: {
        "naam": "De naam van een van de 'teksten' van het periodebestand.",
        "verplicht": "'ja' als het een fout is wanneer het periodebestand die tekst niet heeft.",
    },
    BoxSpec: {"titel": "De kop van het kader.", "inhoud": "De tekst in het kader."},
    QuoteSpec: {"inhoud": "Het citaat zelf.", "bron": "Van wie het is."},
    PointSpec: {
        "tekst": "Wat bij het punt staat.",
        "punten": "De punten hieronder.",
        "genummerd": "'ja' als de punten hieronder een nummer krijgen.",
    },
    ListSpec: {"punten": "De punten van de lijst.", "genummerd": "'ja' voor een genummerde lijst."},
    ColophonSpec: {"regels": "Per regel een naam en een tekst."},
    KeyFiguresSpec: {"kaarten": "De kaarten, hoogstens vier naast elkaar."},
    CardSpec: {
        "kop": "Wat het cijfer is.",
        "waarde": 'Het cijfer: "{{ mijn_reeks }}".',
        "toelichting": "Een regel eronder.",
        "trend": "Een klein lijntje.",
    },
    TrendSpec: {
        "vanaf": "De eerste periode van het lijntje.",
        "cijfers": "Namen van reeksen: per periode de eerste met een waarde. In een tabel: anders dat van de rij.",
    },
    ImageSpec: {
        "id": _ID,
        "bestand": "Een PNG, JPEG of SVG: een pad vanaf de map van het project.",
        "titel": "De titel erboven.",
        "alternatief": "Wat erop te zien is, voor wie dat niet ziet: hoogstens 400 tekens.",
        "decoratief": "'ja' als de afbeelding niets zegt; dan zonder titel, alternatief en id.",
        "breedte": "Een aantal millimeters (80 mm) of een deel van de breedte van de pagina ('50%').",
        "bron": "Waar de afbeelding vandaan komt.",
    },
    QrSpec: {
        "adres": "Waar de code heen leidt: een webadres, of 'uitgave' voor de url in het periodebestand.",
        "tekst": "Wat er onder de code voor het adres staat: Dit rapport op internet:",
    },
    # --- Tables -------------------------------------------------------------------------------------
    TableSpec: {
        "id": _ID,
        "titel": "De titel boven de tabel.",
        "rijkop": "De kop boven de namen van de rijen.",
        "rijen": 'Eén uitdrukking ("{{ mijn_reeks | top(5) }}"), een lijst met rijen, of {perioden: laatste 5}.',
        "rest": "De naam van een rij met wat van het totaal overblijft.",
        "totaal": "De naam van een rij met het totaal.",
        "kolommen": "De kolommen met hun waarden.",
        "vergelijking": "Kolommen die rapportage zelf maakt: een per periode, met de veranderingen.",
        "toelichting": "Kleine letters onder de tabel.",
        "sorteer": "De kop van de kolom waarop de rijen zijn gesorteerd; de rest en het totaal blijven onderaan.",
        "liggend": "'ja' voor een liggende pagina.",
    },
    PeriodRowsSpec: {"perioden": _PERIODS},
    SortSpec: {
        "kolom": "De kop van een kolom (of van de rijen, voor het alfabet), zoals zij boven de tabel staat.",
        "volgorde": "'aflopend' (zo staan cijfers anders) of 'oplopend' (zo staan namen anders).",
    },
    ColumnSpec: {
        "kop": "De kop van de kolom.",
        "groep": "De kop daarboven, over kolommen naast elkaar met dezelfde groep.",
        "waarde": "De waarde, met 'rij' voor het cijfer van de rij: \"{{ rij.aandeel | pct }}\".",
        "trend": "Een klein lijntje in plaats van een waarde.",
    },
    CrossedSpec: {
        "naar": "Een verdeling: er komt een kolom (in een grafiek een reeks) per onderdeel.",
        "van": 'Wat wordt verdeeld, als dat niet de rij zelf is: "{{ vergund[rij] }}".',
        "groep": "Een kop boven deze kolommen samen.",
        "waarde": "Wat er in de kolom staat: 'cel' is de rij voor dat onderdeel. Anders het cijfer zelf.",
    },
    RowSpec: {
        "kop": "De naam van de rij.",
        "cellen": "De cellen zelf, als tekst.",
        "cijfer": "Wat 'rij' is in de kolommen: \"{{ mijn_reeks }}\".",
        "delen": "Bij een groep: een rij cijfers, die elk een rij van de tabel worden.",
        "als": 'De rij staat er alleen als dit waar is: "{{ bekend(mijn_reeks) }}".',
        "soort": "'gewoon', 'groep' (een kop boven de rijen eronder), 'subtotaal' of 'totaal'.",
    },
    ComparisonSpec: {
        "perioden": _PERIODS,
        "verandering": "'verschil', 'procent' en 'index' van de laatste periode.",
        "tegenover": "De periode om mee te vergelijken; anders dezelfde een jaar eerder, of de eerste.",
    },
    # --- Charts -------------------------------------------------------------------------------------
    ChartSpec: {
        "id": _ID,
        "titel": "De titel boven de grafiek.",
        "boodschap": "Een zin met cijfers boven de grafiek: wat de lezer eruit moet halen.",
        "soort": "De soort grafiek.",
        "vorm": f"Hoe staven of vlakken bij elkaar staan; van de soort {MAP.word}: {HEXAGONS}.",
        "breedte": "'half' voor een halve breedte; twee zulke grafieken achter elkaar staan naast elkaar.",
        "cijfers": 'Een rij cijfers, voor een grafiek over onderdelen: "{{ mijn_reeks | top(5) }}".',
        "rest": "De naam van wat van het geheel overblijft.",
        "vanaf": "De eerste periode, voor een grafiek over perioden.",
        "perioden": _PERIODS,
        "reeksen": "Eén uitdrukking waarvan elk onderdeel een reeks is, of een lijst met reeksen.",
        "bijschriften": "Wat er in een periode gebeurde: 2020-03: grenzen dicht.",
        "tabel": "Het id van een tabel waar alle cijfers van de grafiek in staan.",
        "alternatief": _ALTERNATIVE,
        "functie": f"Van de soort {OWN.word}: wie haar tekent, mijn:teken voor 'def teken' in grafieken/mijn.py.",
        "klassen": f"Van een {HISTOGRAM.word} of {MAP.word}: hoeveel klassen er hoogstens zijn, of hun grenzen.",
        "per": f"Van de soort {BOXES.word}: per groep van de lijst van onderdelen een doos (provincie).",
        "hoogte": f"Van de soort {OWN.word}: hoe hoog zij is, in millimeters.",
        "grenzen": f"Van de soort {MAP.word}: {', '.join(OUTLINES)}, of een bestand met GeoJSON of TopoJSON.",
        "uitsnede": f"Van de soort {MAP.word}: een deel dat er groter naast staat.",
    },
    InsetSpec: {
        "naam": "Hoe het deel heet: dat staat erboven.",
        "rond": "Gebieden die erin staan, met alles wat ertussen ligt: hun naam of code.",
    },
    BoundariesSpec: {
        "bestand": "Het pad vanaf de map van het project.",
        "code": "De eigenschap met de code van elk gebied; anders wordt gezocht naar statcode, code …",
        "naam": "De eigenschap met de naam van elk gebied; anders wordt gezocht naar statnaam, naam, name …",
        "jaar": "Van welk jaar de grenzen zijn, als het bestand dat niet zegt.",
        "bron": "Van wie de grenzen zijn: dat komt in een noot onder de kaart.",
        "zonder": "Onderdelen die geen gebied zijn, zoals staatloos: een noot noemt ze.",
    },
    CountedClasses: {
        "aantal": f"Hoeveel klassen: {LEAST_CLASSES} tot en met {MOST_TINTS}; anders {USUAL_TINTS}.",
        "wijze": "Hoe de grenzen worden gekozen: bij gaten in de cijfers, evenveel gebieden per klasse, of even wijd.",
    },
    LineSpec: {
        "naam": "De naam van de reeks in de grafiek.",
        "cijfers": "Over perioden: namen van reeksen of een uitdrukking; per periode de eerste die een waarde heeft.",
        "waarde": "Over onderdelen: een uitdrukking met 'rij' voor het onderdeel.",
        "als": f"In een {BARS_AND_LINES.word}: {BAR_MARK!r} of {LINE_MARK!r}.",
    },
    FlowSpec: {
        "id": _ID,
        "titel": "De titel boven het schema.",
        "banen": "Wie de stappen doen, van links naar rechts.",
        "stappen": "De stappen, elk een naam met haar woorden.",
        "alternatief": _ALTERNATIVE,
    },
    StepSpec: {
        "id": "De naam van de stap, om naar te verwijzen.",
        "tekst": "De woorden van de stap.",
        "soort": "Welke vorm de stap heeft.",
        "baan": "Wie de stap doet.",
        "naar": "De stappen erna, elk met het woord bij de pijl: [{vergunning: ja}, {afwijzing: nee}].",
    },
    # --- The house style ----------------------------------------------------------------------------
    ThemeSpec: {
        "lettertypen": "Eigen lettertypen; anders Source Sans.",
        "kleuren": "Kleuren van tekst, lijnen en vlakken.",
        "grafiekkleuren": "Hoogstens zes kleuren voor grafieken, in hun volgorde.",
        "pagina": "Formaat en marges.",
        "maten": "Hoe groot elke soort tekst is.",
        "logo": "Een logo op de omslag.",
    },
    FontsSpec: {
        "gewoon": "Een TrueType-bestand (.ttf): een pad vanaf de map van het project.",
        "vet": "Het bestand voor vet.",
        "schuin": "Het bestand voor schuin.",
        "vet-schuin": "Het bestand voor vet en schuin; hebt u dat niet, dan dat van vet.",
    },
    ColoursSpec: {
        "tekst": "De kleur van tekst, tussen aanhalingstekens: '#1a1a1a'.",
        "koppen": "Van koppen en lijnen van tabellen.",
        "links": "Van links.",
        "gedempt": "Van kleine letters die minder opvallen.",
        "haarlijn": "Van dunne lijnen.",
        "vlak": "Achter kaarten en kaders.",
        "omslag": "Drie kleuren, van licht naar donker.",
        "concept": "Van het woord CONCEPT.",
    },
    PageSpec: {
        "formaat": "De maat van het papier.",
        "marges": "De vier marges in mm.",
        "tekstbreedte": "De breedte van lopende tekst in mm.",
    },
    MarginsSpec: {
        "links": "In mm, minstens 10.",
        "rechts": "In mm, minstens 10.",
        "boven": "In mm, minstens 15.",
        "onder": "In mm, minstens 15.",
    },
    SizesSpec: {
        "tekst": "Lopende tekst.",
        "inleiding": "Tekst met 'stijl: inleiding'.",
        "klein": "Tekst met 'stijl: klein'.",
        "bron": "Bronnen onder tabellen en grafieken.",
        "noot": "Noten.",
        "boodschap": "De zin boven een grafiek.",
        "kaartkop": "De kop van een kaart met een kerncijfer.",
        "kaartcijfer": "Het cijfer op een kaart.",
        "bijschrift": "Titels van tabellen en figuren.",
        "tabel": "Cellen van tabellen.",
        "tabelkop": "Koppen van tabellen.",
        "titel": "De titel van het rapport.",
        "ondertitel": "De ondertitel.",
        "kopregel": "De regels boven en onder aan elke pagina.",
        "omslagtitel": "De titel op de omslag.",
        "omslagtekst": "De overige tekst op de omslag.",
        "kop1": "Koppen van niveau 1.",
        "kop2": "Koppen van niveau 2.",
        "kop3": "Koppen van niveau 3 en lager.",
    },
    StyleSpec: {
        "corps": "Hoe groot de letters zijn, in punten.",
        "interlinie": "Van regel tot regel, in punten.",
        "voor": "De ruimte erboven, in punten.",
        "na": "De ruimte eronder, in punten.",
        "vet": "'ja' voor vette letters.",
    },
    LogoSpec: {
        "bestand": "Een PNG, JPEG of SVG: een pad vanaf de map van het project.",
        "alternatief": "Wat het logo zegt, voor wie het niet ziet.",
        "breedte": "In mm; zonder deze sleutel 50.",
    },
}
"""By the spec and the key of it."""

BLOCKS: ReadOnly[str, str] = {
    "kop": "Een kop.",
    "tekst": "Een of meer alinea's.",
    "passage": "De plaats van een tekst uit het periodebestand.",
    "tabel": "Een tabel.",
    "grafiek": "Een grafiek.",
    "stroomschema": "Stappen met pijlen.",
    "afbeelding": "Een kaart, foto of logo uit een bestand.",
    "qr": "Een QR-code die naar een pagina op internet leidt, met het adres eronder.",
    "kerncijfers": "Kaarten met een cijfer.",
    "kader": "Tekst op een eigen ondergrond.",
    "citaat": "Een citaat.",
    "opsomming": "Een lijst met punten.",
    "colofon": "Wie de publicatie maakte, en wanneer.",
    PER: "Een groep blokken, één keer voor elk onderdeel van een rij.",
    "bronvermelding": "De bronnen van alle cijfers sinds de vorige kop of bronvermelding.",
    "cijfers-bij-figuren": "De tabellen met de cijfers van alle grafieken; anders komen die aan het eind.",
    "inhoudsopgave": "Sluit af wat vóór de inhoudsopgave hoort.",
    "pagina-einde": "Wat volgt, begint op een nieuwe pagina.",
    "begrippenlijst": "De begrippen van de lay-out, op alfabet.",
    "afkortingenlijst": "De afkortingen van de lay-out, op alfabet.",
    "lijst-van-tabellen": "Alle tabellen met hun pagina's.",
    "lijst-van-figuren": "Alle figuren met hun pagina's.",
    "verklaring-van-tekens": "De tekens die in plaats van een cijfer in het rapport voorkomen.",
    "bronnenlijst": "Alle bronnen van de cijfers in het rapport.",
    "wijzigingen": "De cijfers in het rapport die sinds hun eerste publicatie zijn bijgesteld.",
    CONDITION: 'Het blok staat er alleen als dit waar is: "{{ bekend(mijn_reeks) }}".',
}
"""By kind of block, and its condition."""

TITLES: ReadOnly[type[Spec], str] = {
    **DELIVERY_TITLES,
    PeriodSpec: "periodebestand", Edition: "uitgave", SourceSpec: "bron", SeriesSpec: "reeks", Counts: "waarden",
    Revision: "bijstelling", LayoutSpec: "lay-out", ConfidentialitySpec: "geheimhouding", TranslationSpec: "vertaling",
    RepeatedSpec: "blokken per onderdeel",
    WithheldSpec: "verzwegen cijfer", CoverSpec: "omslag", ContentsSpec: "inhoudsopgave", HeadingSpec: "kop",
    TextSpec: "tekst", PassageSpec: "passage", BoxSpec: "kader", QuoteSpec: "citaat", PointSpec: "punt",
    ListSpec: "opsomming", ColophonSpec: "colofon", KeyFiguresSpec: "kerncijfers", CardSpec: "kaart",
    TrendSpec: "trend", ImageSpec: "afbeelding", QrSpec: "qr", TableSpec: "tabel", ColumnSpec: "kolom",
    RowSpec: "rij",
    PeriodRowsSpec: "rijen van perioden", CrossedSpec: "kolommen naar een verdeling", SortSpec: "sortering",
    BoundariesSpec: "grenzen", InsetSpec: "uitsnede", CountedClasses: "klassen",
    ComparisonSpec: "vergelijking", ChartSpec: "grafiek", LineSpec: "lijn of staaf", FlowSpec: "stroomschema",
    StepSpec: "stap",
    PartListSpec: "lijst", ListedPart: "onderdeel van een lijst",
    SettingsSpec: "instellingen", WordsSpec: "woorden", PartWords: "woorden voor een onderdeel",
    TypedNumber: "getal in de tekst",
    ThemeSpec: "huisstijl", FontsSpec: "lettertypen", ColoursSpec: "kleuren", PageSpec: "pagina", MarginsSpec: "marges",
    SizesSpec: "maten", StyleSpec: "maat", LogoSpec: "logo",
}  # fmt: skip
"""What each spec is called: an editor shows it where it asks one."""
