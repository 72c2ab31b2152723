"""What a sentence only supposes: 'als elke rat een kilo weegt, is er 48,6 ton gevangen'."""

from __future__ import annotations

import re

from rapportage.proof.claims.sentence import Sentence

_THEN = r"(?:dan|is|zijn|komt|zou|was|waren|blijft|blijven|resteert)"
_NO_CONDITION = "gevolg|enige|eerste|laatste|gezegd|[^,]*gesteld"
_CONDITION = rf"als (?!{_NO_CONDITION})\b[^,]*,\s*{_THEN}\b|(?:stel|mocht|had|zou)\b[^,]*,\s*dan\b"
_SUPPOSED = re.compile(
    rf"^(?:{_CONDITION})"
    r"|\b(?:deelt|delen|gedeeld|vermenigvuldigt|omgerekend|omgeslagen) (?:door|met|over|per|naar|op)\b"
    r"|\b(?:tel|reken|laat|laten|neem|trek) (?:je|u|we|men)\b[^,]*,\s*dan\b"
    r"|\b(?:rekent|telt|neemt) [^,]*, komt uit op\b",
    re.IGNORECASE,
)


def is_supposed(sentence: Sentence) -> bool:
    """Whether it works something out that the data need not have: 'wie de opbrengst deelt door …', 'tel je … mee'."""
    return bool(_SUPPOSED.search(sentence.reading.text))
