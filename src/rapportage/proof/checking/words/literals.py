"""Figures that somebody typed into a text: every number that a reader sees comes from the data, or is no figure.

Years, days, terms, and numbers of laws, tables and pages are no figures. Numbers in words: `number_words`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.diagnostics import Findings
from rapportage.figures.period import YEAR
from rapportage.figures.words.periods import MONTHS
from rapportage.proof.checking.words.sentences import Stretch, before

_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,/]*(?<![.,/])(?:e|de|ste)?(?![\w])")
_YEAR = re.compile(YEAR)
_LAW = re.compile(rf"\d{{1,4}}/{YEAR}(?:/\d+)?|{YEAR}/\d+(?:/\d+)?")
_ORDINAL = re.compile(r"\d{1,2}(?:e|de|ste)")
_LABELS = (
    r"artikel|artikelen|art\.|lid|leden|paragraaf|hoofdstuk|bijlage|tabel|figuur|pagina|bladzijde|blz\.|nr\.|nummer|"
    r"nummers|verordening|richtlijn|dossier|week|weken|stap|versie|spoor|stb\.|stcrt\.|\(eu\)|isbn|postbus|top"
)
NAMED = re.compile(rf"(?<!\w)(?:{_LABELS})\s*(?P<more>(?:\d{{1,2}}\s*(?:en|tot|t/m|,|-|–)\s*)*)$", re.IGNORECASE)
_LARGEST_LABEL = {"week": 53, "weken": 53, "lid": 20, "leden": 20, "top": 100, "stap": 99}
ADDRESSED = re.compile(r"\b(?:kamerstuk\w*|telefoon|tel\.)[^.;:\n]{0,40}$", re.IGNORECASE)
_DAY = re.compile(rf"\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_DAYS = re.compile(rf"\s*(?:en|t/m|tot)\s*\d{{1,2}}\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_TERM = re.compile(
    r"\s*(?:(?:en|of|tot|t/m|–|-)\s*\d{1,3}\s*)?(?:-\s*)?(?:jaar|jaren|jarig\w*|maand|maanden|weken|dag|dagen|uur|minuten)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:mensen|personen|aanvragen|nareizigers|vreemdelingen|asielzoekers|kinderen|zaken|dossiers)\b",
    re.IGNORECASE,
)
"""What follows a number that looks like a year and is none."""

_ITEM = re.compile(r"\s*\d+\.\s")
"""A heading or cell that is numbered by hand; the markers of lists are not in the text."""


def check_literals(sentence: Stretch, findings: Findings) -> None:
    """Reports numbers that do not come from the data."""
    for found in _NUMBER.finditer(sentence.text):
        if not _is_no_figure(sentence.text, found):
            message = f"het getal {found[0]} komt niet uit de gegevens"
            hint = "zet het in het periodebestand en gebruik {{ … }}, of zet erachter: {# erkend T501: … #}"
            findings.warning("T501", message, sentence.span(found.start(), len(found[0])), hint)


def _is_no_figure(text: str, found: re.Match[str]) -> bool:
    """Whether the number is a year, a day, a term ('18 jaar'), or the number of a law, table, page or item."""
    start, end, word = found.start(), found.end(), found[0]
    if _YEAR.fullmatch(word):
        return not _COUNTED.match(text, end)
    if _ORDINAL.fullmatch(word) or _LAW.fullmatch(word) or before(ADDRESSED, text, start):
        return True
    named = before(NAMED, text, start)
    if named is not None:
        label = re.match(r"\w+", named[0])
        largest = _LARGEST_LABEL.get(label[0].casefold() if label else "", 9999)
        return not word.isdigit() or Decimal(word) <= (99 if named["more"] else largest)
    if word.isdigit() and Decimal(word) <= 31 and (_DAY.match(text, end) or _DAYS.match(text, end)):
        return True
    if _TERM.match(text, end) and (re.fullmatch(r"\d{1,2}\.\d\d", word) or (word.isdigit() and Decimal(word) <= 120)):
        return True
    return bool(_ITEM.fullmatch(text, 0, end + 2))
