"""What the checks look for in English texts. 'May' and 'March' are also ordinary words: months have their capital."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.languages.english import ENGLISH as WORDS
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
_MONTH = either((*(each for each in _MONTHS if each != "May"), r"May(?!\s+(?:be|not|have|also|still|only)\b)"))
_ORDINALS = ("first", "second", "third", "fourth")
_S = r"[\s\u00a0]"

# --- Directions -----------------------------------------------------------------------------------

_UP = (
    r"rose|rises?|rising|risen|increas(?:e|es|ed|ing)|grew|grows?|growing|grown|growth|climb(?:s|ed|ing)?|"
    r"(?:went|gone|going|goes|go)\s+up|up\s+(?:from|by)|upwards?|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|"
    r"trebl(?:ed|es|ing)|recovered|recovery|rebound(?:ed|s)?|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|above\s+the\s+level"
)
_DOWN = (
    r"fell|falls?|falling|fallen|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|shrank|shrunk|"
    r"(?:went|gone|going|goes|go)\s+down|down\s+(?:from|by)|downwards?|halv(?:ed|es|ing)|reduced|reduction|"
    r"diminish(?:ed|es|ing)?|plummeted|plunged|slumped|below\s+the\s+level"
)
_LEVEL = (
    r"(?:almost|nearly|virtually|practically|roughly|about)\s+(?:equal|the\s+same|unchanged|stable|as\s+many)|"
    r"unchanged|(?:remained|stayed|was|were)\s+(?:equal|the\s+same|stable)|as\s+many(?=\s+as)|stable"
)
_AFTER = rf"{FIGURE}\s+(?:\w+\s+){{0,2}}"
_THAN = r"(?:\s+\w+){0,6}\s+than"
_OTHER_THAN = rf"(?:\s+\w+){{1,4}}(?:\s+\(?{FIGURE}\)?)?\s+than"

# --- Numbers in words -----------------------------------------------------------------------------

_DIGITS = numbered(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
_TENS = numbered(("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 10)
_SMALL = {**_DIGITS, **_TENS}
_LARGE = {"hundred": 100, "thousand": 1000}
_PARTS = {
    "three quarters": (70, 80),
    "three-quarters": (70, 80),
    "half": (47, 53),
    "a third": (30, 37),
    "one third": (30, 37),
    "one-third": (30, 37),
    "two thirds": (63, 70),
    "two-thirds": (63, 70),
    "a quarter": (22, 28),
    "one quarter": (22, 28),
    "a fifth": (17, 23),
    "one fifth": (17, 23),
    "a tenth": (8, 12),
    "one tenth": (8, 12),
    "the majority": (50, 100),
    "a majority": (50, 100),
}
_MANY_TIMES = {
    "twice": Decimal(2),
    "one and a half times": Decimal("1.5"),
    **{f"{word} times": Decimal(value) for word, value in _SMALL.items()},
}

# --- Literals -------------------------------------------------------------------------------------

_LABELS = (
    r"articles?|art\.|paragraphs?|sections?|chapters?|appendix|annex|tables?|figures?|pages?|nos?\.|numbers?|"
    r"regulation|directive|act|file|weeks?|steps?|version|track|\(eu\)|isbn|po\s+box|top|notes?|schedule"
)
_LENGTHS = r"years?|months?|weeks?|days?|hours?|minutes?"
_SHORT_OR_LONG = either((_MONTH, r"Sept\.?", *(rf"{short}\.?" for short in _SHORT)))
_EITHER_MONTH = either((*_MONTHS, *_SHORT))
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
_NUMBERS = {"a": 1, "an": 1, **numbered(("one", "two", "three", "four", "five"))}
_DAYS = days_of(("year", "years"), ("quarter", "quarters"), ("month", "months"), ("week", "weeks"))
_ABBREVIATIONS = r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bart\.)(?<!\bNo\.)(?<!\bno\.)(?<!\bcf\.)(?<!\bvs\.)"

ENGLISH = Patterns(
    sentences=SentencePatterns(
        end=re.compile(rf"(?<=[.!?]){_ABBREVIATIONS}(?:\[\^[^\]]*\])*\s+|\n\s*\n|\n\s*(?:[-*]|\d{1, 3}\.)\s+|\Z"),
        clause=re.compile(r"[,;:()]|\s(?:while|whereas|but|and(?!\s+with\b)|against)\s"),
        abbreviated=("e.g.", "i.e.", "art.", "no.", "No.", "cf.", "vs.", "approx.", "incl.", "excl.", "max.", "min."),
    ),
    times=TimePatterns(
        time=re.compile(
            rf"\b(?P<month>{_MONTH})(?:\s+(?P<month_of>{YEAR}))?\b"
            rf"|\b(?P<quarter>(?i:{either(_ORDINALS)}))\s+quarter(?!\s+in\s+a\s+row)(?:\s+of\s+(?P<quarter_of>{YEAR}))?\b"
            rf"|\b(?P<half>(?i:first|second))\s+half(?=\s+of\s+(?:the\s+year|{YEAR}))(?:\s+of\s+(?P<half_of>{YEAR}))?\b"
            rf"|\b[Ww]eek\s+(?P<week>\d{{1,2}})(?:\s+(?:of\s+)?(?P<week_of>{YEAR}))?\b"
            rf"|\bschool\s+year\s+(?P<school>{YEAR})[/-]\d{{2,4}}\b"
            rf"|(?<![\d.,/-])(?P<year>{YEAR})(?![\d.,/]*\d|\s*=\s*100\b)"
        ),
        months=tuple(month.casefold() for month in _MONTHS),
        ordinals=_ORDINALS,
        date_or_law=re.compile(r"(?:\b\d{1,2}|\w*(?:Act|Treaty|Convention|Decree|Regulation|Order|Protocol))\s+$"),
        until=re.compile(
            r"\b(?:up\s+to\s+and\s+including|up\s+to|until|through|(?<!compared )(?<!relative )(?<!prior )to)"
            r"\s+(?:the\s+)?$",
            _I,
        ),
        since=re.compile(r"\b(?:since|from)\s+(?:the\s+)?$", _I),
    ),
    dates=DatePatterns(
        day=re.compile(
            rf"(?<![\w.,/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_SHORT_OR_LONG})(?!\w)"
            rf"(?:\s+(?P<year>{YEAR})(?![\w,.-]*\d))?"
            rf"|(?<![\d.,/-])(?P<iso>{YEAR}-\d\d-\d\d)(?![\d/-])"
            rf"|(?<![\d.,/-])(?P<numbers>\d{{1,2}}[-/]\d{{1,2}}[-/]{YEAR})(?![\d/-])"
        ),
        months={**months_of(_MONTHS, _SHORT), "sept": 9},
        of_a_publication=re.compile(
            r"\b(?:known|publish\w*|publication\w*|appeared|appears|edition|issued?|released?|date|reference|source)\b",
            _I,
        ),
        on=re.compile(r"\bon\s+$", _I),
    ),
    literals=LiteralPatterns(
        number=re.compile(r"(?<![\w.,/-])\d[\d.,/]*(?<![.,/])(?:st|nd|rd|th)?(?![\w])"),
        ordinal=re.compile(r"\d{1,2}(?:st|nd|rd|th)"),
        named=re.compile(
            rf"(?<!\w)(?:(?i:{_LABELS})|{_EITHER_MONTH})\s*(?P<more>(?:\d{{1,2}}\s*(?:and|to|,|-|–)\s*)*)$"
        ),
        largest_label={
            "week": 53,
            "weeks": 53,
            "top": 100,
            "step": 99,
            **{month.casefold(): 31 for month in (*_MONTHS, *_SHORT)},
        },
        addressed=re.compile(r"\b(?:parliamentary\s+papers?|telephone|phone|tel\.)[^.;:\n]{0,40}$", _I),
        day=re.compile(rf"\s*(?:of\s+)?(?:{_MONTH})\b"),
        days=spans_of_days(r"and|or|to|through|until", _WEEKDAYS, r"st|nd|rd|th", rf"(?:of\s+)?(?:{_MONTH})"),
        term=re.compile(rf"\s*(?:(?:and|or|to|–|-)\s*\d{{1,3}}\s*)?(?:-\s*)?(?:{_LENGTHS})\b", _I),
        counted=re.compile(r"\s+(?:\w+\s+)?(?:people|persons|applications|residents|children|cases|files)\b", _I),
        scales=frozenset(("thousand", "million", "billion")),
    ),
    directions=DirectionPatterns(
        up=re.compile(
            rf"\b(?:{_UP})\b|{_AFTER}(?:more|higher(?!\s+(?:education|appeal))|larger|greater)\b"
            rf"|\b(?:higher|larger|greater){_THAN}\b|\bmore{_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        down=re.compile(
            rf"\b(?:{_DOWN})\b|{_AFTER}(?:fewer|less|lower|smaller)\b"
            rf"|\b(?:lower|smaller){_THAN}\b|\b(?:fewer|less){_OTHER_THAN}\b",
            _I | re.DOTALL,
        ),
        level=re.compile(rf"\b(?:{_LEVEL})\b", _I),
        no=re.compile(r"(?:\b(?:not|no|never|without|nor|neither)|n['’]t)\s+(?:\w+\s+){0,2}$", _I),
        also=re.compile(rf"\blikewise\s+(?:\w+\s+)?(?P<figure>{FIGURE})", _I),
        also_word="likewise",
    ),
    numbers=NumberPatterns(
        parts=_PARTS,
        part=re.compile(
            r"(?:(?P<about>almost|nearly|just under|just over|well over|over|a little more than|more than|"
            r"a little less than|less than|fewer than)\s+)?"
            rf"(?<![\w-])(?P<part>{either(_PARTS)})(?![\w-])"
            r"(?!\s+(?:country|countries|party|parties|time|person|year|month|earlier|later|ago|before)\b)",
            _I,
        ),
        less=("less than", "fewer than"),
        more=("more than", "over"),
        below=("almost", "nearly", "just under", "a little less than"),
        of_period=re.compile(
            rf"(?:first|second|last)\s+half|half\s+(?:of\s+)?(?:a|the\s+)year|half\s+of\s+{YEAR}|and\s+a\s+half", _I
        ),
        doubled=re.compile(r"\b(doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|halv(?:ed|es|ing))\b", _I),
        times={"doubl": DOUBLE, "tripl": TRIPLE, "trebl": TRIPLE, "halv": HALF},
        no_question=re.compile(r"\s+(?:is|was)\s+not\b", _I),
        vague=re.compile(r"\b(dozens|(?:tens|hundreds)\s+of\s+thousands|hundreds|thousands|millions)\b", _I),
        small=_SMALL,
        large=_LARGE,
        count=re.compile(
            rf"(?<!in every )(?<!of every )(?<!out of )(?<! in a )(?<!{FIGURE}\s)(?<!in )(?<!per )"
            rf"(?:\b(?:(?P<times>{either(_SMALL)})[\s-]+)?(?P<unit>{either(_LARGE)})\b(?!\s+(?:percent|years?|days?))"
            rf"|\b(?P<tens>{either(list(_TENS)[1:])})\b"
            r"(?!-|\s+(?:hundred|thousand|percent|years?|months?|weeks?|days?|hours?|minutes?)\b))",
            _I,
        ),
        limit=re.compile(r"\b(more|less|fewer)\s+than\s+(?:an?\s+)?$", _I),
        limit_more="more",
        of_every=re.compile(
            rf"\b(?P<some>{either(_DIGITS)})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{either(_SMALL)}|hundred)\b"
            rf"(?!\s+(?:{_LENGTHS})\b)"
            rf"|\bof\s+every\s+(?P<every>{either(_SMALL)}|hundred)\s+(?:\w+\s+){{0,5}}(?P<part>{either(_DIGITS)})\b",
            _I,
        ),
        as_many=re.compile(
            rf"\b(?P<number>twice|one and a half times|(?:{either(_SMALL)}) times)\s+"
            r"as\s+(?:many|much|large|high|big)\b",
            _I,
        ),
        as_many_numbers=_MANY_TIMES,
    ),
    labels=LabelPatterns(
        elsewhere=re.compile(
            r"(?:\bthan(?:\s+in|\s+from|\s+of)?|\bcompared\s+(?:with|to)|\bcomparison\s+(?:with|to)|\brelative\s+to|"
            r"\bagainst|\blevel\s+(?:of|in)|\bequal\s+to(?:\s+that\s+(?:of|in))?|\bthe\s+same\s+as(?:\s+in)?|"
            r"\bas\s+(?:many|much)\s+as(?:\s+in)?|\bbefore|\bafter|\bwhen|\bsince|\bclosure\s+(?:\w+\s+)*in|\b\d{1,2}|"
            r"\b(?:after|because\s+of|due\s+to|owing\s+to|thanks\s+to)\s+(?:\w+\s+){0,4}\w+)"
            r"\s+(?:the\s+month\s+of\s+|the\s+end\s+of\s+|the\s+beginning\s+of\s+|late\s+|early\s+|the\s+)?$"
            r"|(?:Act|Treaty|Convention|Decree|Regulation|Protocol)\s+$",
            _I,
        ),
        aside=re.compile(r"\s*(?:since|after|when|because|before|until|up\s+to)\b", _I),
        from_to=re.compile(rf"\bfrom\s+(?:{_MONTH})\s+to\s+(?:{_MONTH})\b"),
        beside=re.compile(r"(\S+)\s+(?:and|or)\s+$"),
        of_all=re.compile(r"of\s+(?:the\s+|all\s+)?(?:total\s+)?"),
        percent=("percent",),
        points="percentage",
        subject=re.compile(r".+?(?=,|\s(?:by|per|in|since|from)\s|$)"),
    ),
    earlier=EarlierPatterns(
        earlier=re.compile(
            rf"\b(?P<number>{either(_NUMBERS)})\s+(?P<unit>{either(_DAYS)})\s+(?:earlier|before|previously)\b", _I
        ),
        numbers=_NUMBERS,
        days=_DAYS,
    ),
    explained=ExplainedPatterns(
        law=(
            r"(?:[Aa]rticles?|[Aa]rt\.|[Ss]ections?|[Pp]aragraphs?|[Pp]arliamentary papers?|[Dd]irective|[Rr]egulation|"
            rf"[Nn]o\.|Reference){_S}+(?:\([A-Z]+\){_S}+)?[A-Z]{{0,3}}\d[\d.:/–-]*\w*"
            rf"(?:(?:,{_S}|{_S}(?:and|or){_S})\d+[a-z]?\b(?!\.))*",
            rf"session{_S}{YEAR}[–-]{YEAR}",
        ),
        date=(
            rf"\b\d{{1,2}}(?:{_S}(?:{_EITHER_MONTH}))?{_S}(?:to|and){_S}\d{{1,2}}{_S}(?:{_EITHER_MONTH})\b"
            rf"(?:{_S}{YEAR})?",
            rf"\b[Ww]eeks?{_S}\d{{1,2}}(?:{_S}to{_S}\d{{1,2}})?(?:{_S}of)?(?:{_S}{YEAR})?\b",
            rf"\b(?:1st|2nd|3rd|4th){_S}(?:quarter|half)(?:{_S}(?:of{_S})?{YEAR})?\b",
            rf"\bQ[1-4]\b(?:{_S}{YEAR})?",
        ),
        place_name=re.compile(r"(?:table|figure|chapter|section|appendix|note)\s[\dA-Z]+(?:\.\d+)*", _I),
        o_clock="hours",
    ),
)
