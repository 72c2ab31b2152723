"""What the checks look for in Frisian texts: the words that are in common use; rarer forms of a verb may be missed."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.languages.frisian import FRISIAN as WORDS
from rapportage.figures.period import YEAR
from rapportage.proof.vocabulary.patterns import (
    DOUBLE,
    FIGURE,
    HALF,
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
_ORDINALS = ("earste", "twadde", "tredde", "fjirde")
_S = r"[\s\u00a0]"

# --- Directions -----------------------------------------------------------------------------------

_UP = (
    r"tanommen|tanimming|tanimmen|nimt\b.{0,60}\bta|naam\b.{0,60}\bta|namen\b.{0,60}\bta|groei|groeit|groeide|groeiden|"
    r"groeid|ferdûbel\w*|omheech|boppe\s+it\s+nivo"
)
_DOWN = (
    r"ôfnommen|ôfnimming|ôfnimmen|ôfname|nimt\b.{0,60}\bôf|naam\b.{0,60}\bôf|namen\b.{0,60}\bôf|sakke|sakken|sakket|"
    r"krimp|fermindere|ferminderen|fermindering|halvear\w*|omleech|ûnder\s+it\s+nivo"
)
_LEVEL = r"(?:hast|likernôch|sawat)\s+gelyk|gelyk\s+bleaun|likefolle|stabyl|net\s+feroare|ûnferoare"
_AFTER = rf"{FIGURE}\s+(?:\w+\s+){{0,2}}"
_THAN = r"(?:\s+\w+){0,6}\s+as"
_OTHER_THAN = rf"(?:\s+\w+){{1,4}}(?:\s+\(?{FIGURE}\)?)?\s+as"

# --- Numbers in words -----------------------------------------------------------------------------

_DIGITS = numbered(("ien", "twa", "trije", "fjouwer", "fiif", "seis", "sân", "acht", "njoggen"))
_TENS = numbered(
    ("tsien", "tweintich", "tritich", "fjirtich", "fyftich", "sechstich", "santich", "tachtich", "njoggentich"), 10
)
_SMALL = {**_DIGITS, **_TENS}
_LARGE = {"hûndert": 100, "tûzen": 1000}
_PARTS = {
    "trijekwart": (70, 80),
    "de helte": (47, 53),
    "in tredde": (30, 37),
    "twatredde": (63, 70),
    "in kwart": (22, 28),
    "in fyfde": (17, 23),
    "in tsiende": (8, 12),
    "de mearderheid": (50, 100),
    "in mearderheid": (50, 100),
}

# --- Literals -------------------------------------------------------------------------------------

_LABELS = (
    r"artikel|artikels|artikelen|art\.|lid|paragraaf|haadstik|bylage|tabel|figuer|side|nr\.|nûmer|nûmers|"
    r"feroardering|rjochtline|dossier|wike|wiken|stap|ferzje|spoar|stb\.|stcrt\.|\(eu\)|isbn|postbus|top"
)
_LENGTHS = r"jier|jierren|jierrich\w*|moanne|moannen|wiken|dei|dagen|oere|oeren|minuten"
_SHORT_OR_LONG = either((*_MONTHS, r"sept\.?", *(rf"{short}\.?" for short in _SHORT)))
_EITHER_MONTH = either((*_MONTHS, *_SHORT, "sept"))
_WEEKDAYS = r"moandei|tiisdei|woansdei|tongersdei|freed|sneon|saterdei|snein"
_NUMBERS = {"in": 1, **numbered(("ien", "twa", "trije", "fjouwer", "fiif"))}
_DAYS = days_of(("jier",), ("fearnsjier", "fearnsjierren"), ("moanne", "moannen"), ("wike", "wiken"))

FRISIAN = Patterns(
    sentences=SentencePatterns(
        end=re.compile(
            r"(?<=[.!?])(?<!\bart\.)(?<!\bnr\.)(?<!\bbygl\.)(?:\[\^[^\]]*\])*\s+|\n\s*\n|\n\s*(?:[-*]|\d{1,3}\.)\s+|\Z"
        ),
        clause=re.compile(r"[,;:()]|\s(?:wylst|mar|en(?!\s+mei\b)|tsjin)\s"),
        abbreviated=("art.", "nr.", "bygl.", "max.", "min.", "dr."),
    ),
    times=TimePatterns(
        time=re.compile(
            rf"\b(?P<month>{_MONTH})(?:\s+(?P<month_of>{YEAR}))?\b"
            rf"|\b(?P<quarter>{either(_ORDINALS)})\s+(?:fearnsjier|kwartaal)(?:\s+fan\s+(?P<quarter_of>{YEAR}))?\b"
            rf"|\b(?P<half>earste|twadde)\s+(?:healjier|helte(?=\s+fan\s+(?:it\s+jier|{YEAR})))"
            rf"(?:\s+fan\s+(?P<half_of>{YEAR}))?\b"
            rf"|\bwike\s+(?P<week>\d{{1,2}})(?:\s+(?:fan\s+)?(?P<week_of>{YEAR}))?\b"
            rf"|\bskoaljier\s+(?P<school>{YEAR})[/-]\d{{2,4}}\b"
            rf"|(?<![\d.,/-])(?P<year>{YEAR})(?![\d.,/]*\d|\s*=\s*100\b)",
            _I,
        ),
        months=_MONTHS,
        ordinals=_ORDINALS,
        date_or_law=re.compile(r"(?:\b\d{1,2}|\w*(?:wet|ferdrach|beslút|regeling|feroardering))\s+$", _I),
        until=re.compile(r"\b(?:oant en mei|o/m|oant)\s+(?:it\s+|de\s+)?$", _I),
        since=re.compile(r"\b(?:sûnt)\s+(?:it\s+|de\s+)?$", _I),
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
            r"\b(?:bekend|publisearre|publikaasje\w*|ferskynt|ferskynd|útjefte|datum|boarne)\b", _I
        ),
        on=re.compile(r"\bop\s+$", _I),
    ),
    literals=LiteralPatterns(
        number=re.compile(r"(?<![\w.,/-])\d[\d.,/]*(?<![.,/])(?:e|de|ste)?(?![\w])"),
        ordinal=re.compile(r"\d{1,2}(?:e|de|ste)"),
        named=re.compile(rf"(?<!\w)(?:{_LABELS})\s*(?P<more>(?:\d{{1,2}}\s*(?:en|oant|o/m|,|-|–)\s*)*)$", _I),
        largest_label={"wike": 53, "wiken": 53, "lid": 20, "top": 100, "stap": 99},
        addressed=re.compile(r"\b(?:keamerstik\w*|telefoan|tel\.)[^.;:\n]{0,40}$", _I),
        day=re.compile(rf"\s*(?:{_EITHER_MONTH})\b", _I),
        days=spans_of_days(r"en|of|o/m|oant(?:\s+en\s+mei)?", _WEEKDAYS, r"e|de|ste", _EITHER_MONTH),
        term=re.compile(rf"\s*(?:(?:en|of|oant|o/m|–|-)\s*\d{{1,3}}\s*)?(?:-\s*)?(?:{_LENGTHS})\b", _I),
        counted=re.compile(r"\s+(?:\w+\s+)?(?:minsken|persoanen|oanfragen|bern|saken|dossiers)\b", _I),
        scales=frozenset(("tûzen", "miljoen", "miljard")),
    ),
    directions=DirectionPatterns(
        up=re.compile(
            rf"\b(?:{_UP})\b|{_AFTER}(?:mear|heger|grutter)\b|\b(?:heger|grutter){_THAN}\b|\bmear{_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        down=re.compile(
            rf"\b(?:{_DOWN})\b|{_AFTER}(?:minder|leger|lytser)\b|\b(?:leger|lytser){_THAN}\b|\bminder{_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        level=re.compile(rf"\b(?:{_LEVEL})\b", _I),
        no=re.compile(r"\b(?:net|gjin|nea|sûnder)\s+(?:\w+\s+){0,2}$", _I),
        also=re.compile(rf"\blykasto\s+(?:\w+\s+)?(?P<figure>{FIGURE})", _I),
        also_word="lykasto",
    ),
    numbers=NumberPatterns(
        parts=_PARTS,
        part=re.compile(
            r"(?:(?P<about>hast|krekt net|rom|mear as|wat mear as|minder as|wat minder as)\s*)?"
            rf"\b(?P<part>{either(_PARTS)})\b(?!\s+(?:lân|partij|oanfraach|kear|persoan)\b)",
            _I,
        ),
        less=("minder as",),
        more=("mear as",),
        below=("hast", "krekt net", "wat minder as"),
        of_period=re.compile(rf"(?:earste|twadde)\s+helte|helte fan (?:it jier|{YEAR}|\W?[\U000f0000-\U000ffffd])", _I),
        doubled=re.compile(r"\b(ferdûbel\w*|halvear\w*)\b", _I),
        times={"ferdûbel": DOUBLE, "halvear": HALF},
        no_question=re.compile(r"\s+(?:is|wie)\s+(?:gjin|net)\b", _I),
        vague=re.compile(r"\b(tsientallen|hûnderten|tûzenen|miljoenen)\b", _I),
        small=_SMALL,
        large=_LARGE,
        count=re.compile(
            rf"(?<!op de )(?<!elke )(?<!jierren )(?<!pear )(?<!per )(?<!{FIGURE}\s)"
            rf"(?:\b(?P<times>{either(_SMALL)})?(?P<unit>{either(_LARGE)})\b(?!\s+(?:persint|jier|dagen))"
            rf"|\b(?P<tens>{either(list(_TENS)[1:])})\b"
            r"(?!\s+(?:persint|jier|jierren|moannen|wiken|dagen|oere|minuten)))",
            _I,
        ),
        limit=re.compile(r"\b(mear|minder)\s+as\s+$", _I),
        limit_more="mear",
        of_every=re.compile(
            rf"\b(?P<some>{either(_DIGITS)})\s+op\s+de\s+(?P<all>{either(_SMALL)}|hûndert)\b"
            rf"|\bfan\s+(?:de|elke)\s+(?P<every>{either(_SMALL)}|hûndert)\s+(?:\w+\s+){{0,5}}der\s+"
            rf"(?P<part>{either(_DIGITS)})\b",
            _I,
        ),
        as_many=re.compile(rf"\b(?P<number>oardel|{either(_SMALL)})\s*kear\s+safolle\b", _I),
        as_many_numbers={"oardel": Decimal("1.5"), **{word: Decimal(value) for word, value in _SMALL.items()}},
    ),
    labels=LabelPatterns(
        elsewhere=re.compile(
            r"(?:\bas(?:\s+yn|\s+út|\s+fan)?|\bferlike\s+mei|\bferliking\s+mei|\btsjinoer|\bnivo\s+fan|"
            r"\bgelyk\s+oan(?:\s+dat\s+fan)?|\bfoar|\bnei|\bdoe’?t?|\bsûnt|\b\d{1,2}|"
            r"\b(?:nei|troch|tanksij|fanwegen)\s+(?:\w+\s+){0,4}\w+)"
            r"\s+(?:de\s+moanne\s+|de\s+|it\s+|ein\s+|begjin\s+)?$"
            r"|(?:wet|ferdrach|beslút|regeling|feroardering|protokol)\w*\s+$",
            _I,
        ),
        aside=re.compile(r"\s*(?:sûnt|neidat|doe’t|om’t|trochdat|foardat|oant en mei)\b", _I),
        from_to=re.compile(rf"\bfan\s+(?:{_MONTH})\s+(?:op|nei)\s+(?:{_MONTH})\b", _I),
        beside=re.compile(r"(\S+)\s+(?:en|of)\s+$"),
        of_all=re.compile(r"fan\s+(?:de|it|alle)\s+(?:totale\s+)?"),
        percent=("persint",),
        points="persintpunt",
        subject=re.compile(r".+?(?=,|\s(?:per|nei|yn|sûnt|fan)\s|$)"),
    ),
    earlier=EarlierPatterns(
        earlier=re.compile(rf"\b(?P<number>{either(_NUMBERS)})\s+(?P<unit>{either(_DAYS)})\s+(?:earder|derfoar)\b", _I),
        numbers=_NUMBERS,
        days=_DAYS,
    ),
    explained=ExplainedPatterns(
        law=(
            r"(?:artikel(?:s|en)?|art\.|lid|Keamerstik(?:ken)?|[Rr]jochtline|[Ff]eroardering|nr\.|Skaaimerk)"
            rf"{_S}+(?:\([A-Z]+\){_S}+)?[A-Z]{{0,3}}\d[\d.:/–-]*\w*(?:(?:,{_S}|{_S}(?:en|of){_S})\d+[a-z]?\b(?!\.))*",
            rf"gearkomstejier{_S}{YEAR}[–-]{YEAR}",
        ),
        date=(
            rf"\b\d{{1,2}}(?:{_S}(?:{_EITHER_MONTH}))?{_S}(?:o/m|oant en mei|en){_S}\d{{1,2}}{_S}(?:{_EITHER_MONTH})\b"
            rf"(?:{_S}{YEAR})?",
            rf"\bwike{_S}\d{{1,2}}(?:{_S}o/m{_S}\d{{1,2}})?(?:{_S}fan)?(?:{_S}{YEAR})?\b",
            rf"\b[1-4]e{_S}(?:fearnsjier|fj|helte|healjier)(?:{_S}(?:fan{_S})?{YEAR})?\b",
        ),
        place_name=re.compile(r"(?:tabel|figuer|haadstik|paragraaf|bylage|noat)\s[\dA-Z]+(?:\.\d+)*", _I),
        o_clock="oere",
    ),
)
