"""The words of languages whose claims are not read that may say something about numbers: nobody verified them.

More is taken for a claim than is one: what is listed in vain costs a look, what is not listed is in no account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rapportage.figures.languages.spoken import spoken_language
from rapportage.proof.vocabulary.spoken import patterns

_ENGLISH = (
    r"one(?!\s+another)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|(?:m|b)illions?|dozens?|tens|"
    r"half|halves|thirds?|quarters?\s+of|three[\s-]quarters|fifths?|tenths?|majority|minority|most|least|"
    r"first\s+time|second|fourth|sixth|seventh|eighth|ninth|"
    r"once|twice|times|\w+fold|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|halv\w+|together|combined|average[ds]?|"
    r"rise|rises|rose|risen|rising|increas\w+|gr[eo]w\w*|climb\w*|up|upwards?|recover\w*|rebound\w*|surg\w+|soar\w*|"
    r"jump(?:s|ed|ing)?|peak(?:s|ed|ing)?|gain(?:s|ed|ing)?|"
    r"fall|falls|fell|fallen|falling|decreas\w+|declin\w+|drop\w*|shr[aiu]nk\w*|down|downwards?|reduc\w+|diminish\w*|"
    r"plummet\w*|plung\w+|slump\w*|dip(?:s|ped|ping)?|"
    r"more|less|fewer|higher|lower|larger|smaller|greater|bigger|longer|shorter|above|below|over\s+(?=\W?\d)|"
    r"under\s+(?=\W?\d)|unchanged|stable|equal\w*|same|as\s+(?:many|much|high|low)|"
    r"(?!(?:at|the)?\s?(?:latest|interest|request|forest|west|test|rest|best|guest|harvest|invest|protest|arrest|contest|"
    r"suggest|nearest|honest|modest)\b)[a-z]{3,}est|"
    r"record\w*|never|consecutive\w*|successive\w*|in\s+a\s+row|running|(?:exceed|outnumber|surpass|overt[ao]ok)\w*|"
    r"[a-z]{3,}er(?=\s+(?:\w+\s+){0,3}than\b)"
)
_FRISIAN = (
    r"ien(?=\s+(?:op|fan)\b)|twa|trije|fjouwer|fiif|seis|sân|acht|njoggen|tsien|alve|tolve|\w+tjin|"
    r"(?:\w+en)?(?:tweintich|tritich|fjirtich|fyftich|sechstich|santich|tachtich|njoggentich)|\w*hûndert\w*|\w*tûzen\w*|"
    r"miljoen(?:en)?|miljard(?:en)?|tsientallen|helte|heal|tredde|kwart|trijekwart|twatredde|fjirde|fyfde|sechsde|"
    r"tsiende|twadde|mearderheid|measte|minste|meast|minst|twaris|kear|\w+fâldich\w*|ferdûbel\w*|halvear\w*|"
    r"tegearre|gearre|byinoar|gemiddeld\w*|"
    r"tanommen|tanimm\w+|ta|naam|namen|nimt|grei\w*|groei\w*|omheech|stige\w*|stiiching|stiicht|steech|"
    r"ôfnommen|ôfnimm\w+|ôfname|ôf|sakke\w*|sakket|krimp\w*|ferminder\w*|omleech|delgong|"
    r"mear|minder|heger|leger|grutter|lytser|langer|koarter|boppe|ûnder|likefolle|gelyk\w*|stabyl|ûnferoare|"
    r"heechste|leechste|grutste|lytste|[a-zâêôûúí]{3,}ste|"
    r"record\w*|rekôr\w*|noait|efterinoar|op\s+rige|[a-zâêôûúí]{3,}er(?=\s+(?:\w+\s+){0,3}as\b)"
)
_WORDS: Mapping[str, str] = {"en": _ENGLISH, "fy": _FRISIAN}
_NONE = r"(?!)"


def claim_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of the language that is spoken now: words about numbers, and times."""
    return _compiled(spoken_language().code), patterns().times.time


@cache
def _compiled(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_WORDS.get(language, _NONE)})(?![\w])", re.IGNORECASE)
