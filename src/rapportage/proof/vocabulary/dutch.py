"""What the checks look for in Dutch texts."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.languages.dutch import DUTCH as WORDS
from rapportage.figures.period import YEAR
from rapportage.proof.vocabulary.patterns import (
    DOUBLE,
    FIGURE,
    HALF,
    TRIPLE,
    DatePatterns,
    DirectionPatterns,
    EarlierPatterns,
    ExplainedPatterns,
    LabelPatterns,
    LiteralPatterns,
    NumberPatterns,
    Patterns,
    SentencePatterns,
    TimePatterns,
    days_of,
    either,
    months_of,
    numbered,
    spans_of_days,
)

_I = re.IGNORECASE
_MONTHS, _SHORT = WORDS.periods.months, WORDS.periods.short_months
_MONTH = either(_MONTHS)
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_S = r"[\s\u00a0]"

# --- Directions -----------------------------------------------------------------------------------

_UP = (
    r"steeg|stegen|stijgt|stijgen|stijgend|stijgende|gestegen|stijging|toegenomen|toename|ne?e?mt\b.{0,60}\btoe|"
    r"nam\b.{0,60}\btoe|namen\b.{0,60}\btoe|groei|groeit|groeide|groeiden|gegroeid|verdubbel\w*|verdrievoudig\w*|"
    r"liep\b.{0,30}\bop(?=\s+(?:tot|naar|van)\b|\W*$)|liepen\b.{0,30}\bop(?=\s+(?:tot|naar|van)\b|\W*$)|opgelopen|klom|"
    r"klommen|geklommen|omhoog|opwaarts|opwaartse|herstelde|herstel|veerde\b.{0,30}\bop|veert\b.{0,30}\bop|boven\s+het\s+niveau"
)
_DOWN = (
    r"daalde|daalden|daalt|dalen|dalend|dalende|gedaald|daling|afgenomen|afname|ne?e?mt\b.{0,60}\baf|nam\b.{0,60}\baf|"
    r"namen\b.{0,60}\baf|kromp|krompen|gekrompen|terugloop|teruggelopen|teruggevallen|terugval|liep\b.{0,60}\bterug|"
    r"liepen\b.{0,60}\bterug|viel\b.{0,60}\bterug|vielen\b.{0,60}\bterug|zakte|zakten|gezakt|kelderde|kelderden|gekelderd|"
    r"verminderde|verminderden|verminderd|vermindering|gehalveerd|halvering|omlaag|neerwaarts|neerwaartse|onder\s+het\s+niveau"
)
_LEVEL = (
    r"(?:vrijwel|nagenoeg|ongeveer|bijna|praktisch)\s+gelijk|gelijk\s+gebleven|even\s?veel|stabiel|ongewijzigd|"
    r"onveranderd"
)
_AFTER = rf"{FIGURE}\s+(?:\w+\s+){{0,2}}"
_THAN = r"(?:\s+\w+){0,6}\s+dan"
_OTHER_THAN = rf"(?:\s+\w+){{1,4}}(?:\s+\(?{FIGURE}\)?)?\s+dan"

# --- Numbers in words -----------------------------------------------------------------------------

_DIGITS = numbered(("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"))
_TENS = numbered(("tien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"), 10)
_SMALL = {**_DIGITS, **_TENS}
_LARGE = {"honderd": 100, "duizend": 1000}
_PARTS = {
    "driekwart": (70, 80),
    "drie kwart": (70, 80),
    "de helft": (47, 53),
    "een derde": (30, 37),
    "tweederde": (63, 70),
    "twee derde": (63, 70),
    "een kwart": (22, 28),
    "een vijfde": (17, 23),
    "een tiende": (8, 12),
    "de meerderheid": (50, 100),
    "een meerderheid": (50, 100),
    "het merendeel": (50, 100),
}

# --- Literals -------------------------------------------------------------------------------------

_LABELS = (
    r"artikel|artikelen|art\.|lid|leden|paragraaf|hoofdstuk|bijlage|tabel|figuur|pagina|bladzijde|blz\.|nr\.|nummer|"
    r"nummers|verordening|richtlijn|dossier|week|weken|stap|versie|spoor|stb\.|stcrt\.|\(eu\)|isbn|postbus|top"
)
_LENGTHS = r"jaar|jaren|jarig\w*|maand|maanden|weken|dag|dagen|uur|minuten"
_SHORT_OR_LONG = either((*_MONTHS, r"sept\.?", *(rf"{short}\.?" for short in _SHORT)))
_EITHER_MONTH = either((*_MONTHS, *_SHORT, "sept"))
_WEEKDAYS = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
_NUMBERS = numbered(("een", "twee", "drie", "vier", "vijf"))
_DAYS = days_of(("jaar",), ("kwartaal", "kwartalen"), ("maand", "maanden"), ("week", "weken"))
_ABBREVIATIONS = r"(?<!\bt\.o\.v\.)(?<!\bo\.a\.)(?<!\bd\.w\.z\.)(?<!\bart\.)(?<!\bnr\.)(?<!\bbijv\.)"

DUTCH = Patterns(
    sentences=SentencePatterns(
        end=re.compile(rf"(?<=[.!?]){_ABBREVIATIONS}(?:\[\^[^\]]*\])*\s+|\n\s*\n|\n\s*(?:[-*]|\d{1, 3}\.)\s+|\Z"),
        clause=re.compile(r"[,;:()]|\s(?:terwijl|maar|en(?!\s+met\b)|tegen)\s"),
        abbreviated=(
            "art.",
            "nr.",
            "bijv.",
            "ca.",
            "o.a.",
            "m.a.w.",
            "jl.",
            "resp.",
            "incl.",
            "excl.",
            "max.",
            "min.",
            "dr.",
        ),
    ),
    times=TimePatterns(
        time=re.compile(
            rf"\b(?P<month>{_MONTH})(?:\s+(?P<month_of>{YEAR}))?\b"
            rf"|\b(?P<quarter>eerste|tweede|derde|vierde)\s+kwartaal(?!\s+op\s+rij)(?:\s+van\s+(?P<quarter_of>{YEAR}))?\b"
            rf"|\b(?P<half>eerste|tweede)\s+(?:halfjaar|helft(?=\s+van\s+(?:het\s+jaar|{YEAR})))"
            rf"(?:\s+van\s+(?P<half_of>{YEAR}))?\b"
            rf"|\bweek\s+(?P<week>\d{{1,2}})(?:\s+(?:van\s+)?(?P<week_of>{YEAR}))?\b"
            rf"|\bschooljaar\s+(?P<school>{YEAR})[/-]\d{{2,4}}\b"
            rf"|(?<![\d.,/-])(?P<year>{YEAR})(?![\d.,/]*\d|\s*=\s*100\b)",
            _I,
        ),
        months=_MONTHS,
        ordinals=_ORDINALS,
        date_or_law=re.compile(r"(?:\b\d{1,2}|\w*(?:wet|verdrag|besluit|regeling|verordening))\s+$", _I),
        until=re.compile(r"\b(?:tot en met|t/m)\s+(?:het\s+|de\s+)?$", _I),
        since=re.compile(r"\b(?:sinds|vanaf)\s+(?:het\s+|de\s+)?$", _I),
    ),
    dates=DatePatterns(
        day=re.compile(
            rf"(?<![\w.,/-])(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<month>{_SHORT_OR_LONG})(?!\w)"
            rf"(?:\s+(?P<year>{YEAR})(?![\w,.-]*\d))?"
            rf"|(?<![\d.,/-])(?P<iso>{YEAR}-\d\d-\d\d)(?![\d/-])"
            rf"|(?<![\d.,/-])(?P<numbers>\d{{1,2}}[-/]\d{{1,2}}[-/]{YEAR})(?![\d/-])",
            _I,
        ),
        months={**months_of(_MONTHS, _SHORT), "sept": 9},
        of_a_publication=re.compile(
            r"\b(?:bekend|gepubliceerd\w*|publicatie\w*|verschenen|verscheen|verschijnt|uitgave|uitgegeven|datum|"
            r"peildatum|stand|bron)\b",
            _I,
        ),
        on=re.compile(r"\bop\s+$", _I),
    ),
    literals=LiteralPatterns(
        number=re.compile(r"(?<![\w.,/-])\d[\d.,/]*(?<![.,/])(?:e|de|ste)?(?![\w])"),
        ordinal=re.compile(r"\d{1,2}(?:e|de|ste)"),
        named=re.compile(rf"(?<!\w)(?:{_LABELS})\s*(?P<more>(?:\d{{1,2}}\s*(?:en|tot|t/m|,|-|–)\s*)*)$", _I),
        largest_label={"week": 53, "weken": 53, "lid": 20, "leden": 20, "top": 100, "stap": 99},
        addressed=re.compile(r"\b(?:kamerstuk\w*|telefoon|tel\.)[^.;:\n]{0,40}$", _I),
        day=re.compile(rf"\s*(?:{_EITHER_MONTH})\b", _I),
        days=spans_of_days(r"en|of|t/m|tot(?:\s+en\s+met)?", _WEEKDAYS, r"e|de|ste", _EITHER_MONTH),
        term=re.compile(rf"\s*(?:(?:en|of|tot|t/m|–|-)\s*\d{{1,3}}\s*)?(?:-\s*)?(?:{_LENGTHS})\b", _I),
        counted=re.compile(
            r"\s+(?:\w+\s+)?(?:mensen|personen|aanvragen|inwoners|kinderen|zaken|"
            r"dossiers)\b",
            _I,
        ),
        scales=frozenset(("duizend", "miljoen", "miljard")),
    ),
    directions=DirectionPatterns(
        up=re.compile(
            rf"\b(?:{_UP})\b|{_AFTER}(?:meer|hoger(?!\s+(?:beroep|onderwijs))|groter)\b"
            rf"|\b(?:hoger|groter){_THAN}\b|\bmeer{_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        down=re.compile(
            rf"\b(?:{_DOWN})\b|{_AFTER}(?:minder|lager(?!\s+onderwijs)|kleiner)\b"
            rf"|\b(?:lager|kleiner){_THAN}\b|\bminder{_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        level=re.compile(rf"\b(?:{_LEVEL})\b", _I),
        no=re.compile(r"\b(?:niet|geen|nooit|zonder|noch)\s+(?:\w+\s+){0,2}$", _I),
        also=re.compile(rf"\beveneens\s+(?:\w+\s+)?(?P<figure>{FIGURE})", _I),
        also_word="eveneens",
    ),
    numbers=NumberPatterns(
        parts=_PARTS,
        part=re.compile(
            r"(?:(?P<about>bijna|krap|net geen|ruim|meer dan|iets meer dan|minder dan|iets minder dan)\s*)?"
            rf"\b(?P<part>{either(_PARTS)})n?\b"
            r"(?!\s+(?:land|lid|partij|\w*aanvraag|verzoek|keer|maal|persoon)\b)",
            _I,
        ),
        less=("minder dan",),
        more=("meer dan",),
        below=("bijna", "krap", "net geen", "iets minder dan"),
        of_period=re.compile(
            rf"(?:eerste|tweede)\s+helft|helft van (?:het jaar|{YEAR}|\W?[\U000f0000-\U000ffffd])", _I
        ),
        doubled=re.compile(r"\b(verdubbel\w*|verdrievoudig\w*|gehalveerd|halveer\w*)\b", _I),
        times={"verdub": DOUBLE, "verdri": TRIPLE, "gehalv": HALF, "halvee": HALF},
        no_question=re.compile(r"\s+(?:is|was)\s+(?:geen|niet)\b", _I),
        vague=re.compile(
            r"(?<!op )\b(tientallen|honderden|duizenden|tienduizenden|honderdduizenden|miljoenen|dozijn\w*)\b", _I
        ),
        small=_SMALL,
        large=_LARGE,
        count=re.compile(
            rf"(?<!op de )(?<!elke )(?<!iedere )(?<!jaren )(?<!paar )(?<!enkele )(?<!per )(?<!{FIGURE}\s)"
            rf"(?:\b(?P<times>{either(_SMALL)})?(?P<unit>{either(_LARGE)})\b(?!\s+(?:procent|jaar|dagen))"
            rf"|\b(?P<tens>{either(list(_TENS)[1:])})\b"
            r"(?!\s+(?:procent|jaar|jaren|maanden|weken|dagen|uur|minuten)))",
            _I,
        ),
        limit=re.compile(r"\b(meer|minder)\s+dan\s+$", _I),
        limit_more="meer",
        of_every=re.compile(
            rf"\b(?P<some>{either(_DIGITS)}|[eé]én)\s+op\s+de\s+(?P<all>{either(_SMALL)}|honderd)\b"
            rf"|\bvan\s+(?:de|elke)\s+(?P<every>{either(_SMALL)}|honderd)\s+(?:\w+\s+){{0,5}}er\s+"
            rf"(?P<part>{either(list(_DIGITS)[1:])}|[eé]én)\b",
            _I,
        ),
        as_many=re.compile(
            rf"\b(?P<number>anderhalf|{either(_SMALL)})\s*(?:keer|maal)\s+zo\s?(?:veel|groot|hoog)\b", _I
        ),
        as_many_numbers={"anderhalf": Decimal("1.5"), **{word: Decimal(value) for word, value in _SMALL.items()}},
    ),
    labels=LabelPatterns(
        elsewhere=re.compile(
            r"(?:\bdan(?:\s+in|\s+uit|\s+van)?|\bvergeleken\s+met|\bvergelijking\s+met|\bten\s+opzichte\s+van|"
            r"\bt\.o\.v\.|\btegenover|\bniveau\s+van|\bgelijk\s+aan(?:\s+dat\s+van)?|\bvoor|\bvóór|\bna|\btoen|\bsinds|"
            r"\bvanaf|\bsluiting\s+(?:\w+\s+)*in|\b\d{1,2}|\b(?:na|door|dankzij|vanwege)\s+(?:\w+\s+){0,4}\w+)"
            r"\s+(?:de\s+maand\s+|de\s+|het\s+|eind\s+|begin\s+)?$"
            r"|(?:wet|verdrag|besluit|regeling|verordening|protocol)\w*\s+$",
            _I,
        ),
        aside=re.compile(r"\s*(?:sinds|nadat|toen|omdat|doordat|voordat|tot en met)\b", _I),
        from_to=re.compile(rf"\bvan\s+(?:{_MONTH})\s+(?:op|naar)\s+(?:{_MONTH})\b", _I),
        beside=re.compile(r"(\S+)\s+(?:en|of)\s+$"),
        of_all=re.compile(r"van\s+(?:de|het|alle)\s+(?:totale\s+)?"),
        percent=("procent",),
        points="procentpunt",
        subject=re.compile(r".+?(?=,|\s(?:per|naar|in|sinds|vanaf)\s|$)"),
    ),
    earlier=EarlierPatterns(
        earlier=re.compile(
            rf"\b(?P<number>{either(_NUMBERS)}|[eé]én)\s+(?P<unit>{either(_DAYS)})\s+(?:eerder|ervoor|daarvoor)\b", _I
        ),
        numbers=_NUMBERS,
        days=_DAYS,
    ),
    explained=ExplainedPatterns(
        law=(
            r"(?:artikel(?:en)?|art\.|lid|Kamerstuk(?:ken)?|[Rr]ichtlijn|[Vv]erordening|nr\.|Kenmerk)"
            rf"{_S}+(?:\([A-Z]+\){_S}+)?[A-Z]{{0,3}}\d[\d.:/–-]*\w*(?:(?:,{_S}|{_S}(?:en|of){_S})\d+[a-z]?\b(?!\.))*",
            rf"vergaderjaar{_S}{YEAR}[–-]{YEAR}",
        ),
        date=(
            rf"\b\d{{1,2}}(?:{_S}(?:{_EITHER_MONTH}))?{_S}(?:t/m|tot en met|en){_S}\d{{1,2}}{_S}(?:{_EITHER_MONTH})\b"
            rf"(?:{_S}{YEAR})?",
            rf"\bweek{_S}\d{{1,2}}(?:{_S}t/m{_S}\d{{1,2}})?(?:{_S}van)?(?:{_S}{YEAR})?\b",
            rf"\b[1-4]e{_S}(?:kwartaal|kw|helft|halfjaar)(?:{_S}(?:van{_S})?{YEAR})?\b",
        ),
        place_name=re.compile(r"(?:tabel|figuur|hoofdstuk|paragraaf|bijlage|noot)\s[\dA-Z]+(?:\.\d+)*", _I),
        o_clock="uur",
    ),
)
