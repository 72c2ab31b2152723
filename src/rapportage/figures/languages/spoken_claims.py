"""The words for what is so of figures in the language of the report that is made now.

Its tables are read when the first of these words is asked for: most reports write none.
"""

from __future__ import annotations

from rapportage.figures.languages.claims import ClaimWords
from rapportage.figures.languages.spoken import spoken_language


def claim_words() -> ClaimWords:
    """Those of the language that is spoken now."""
    match spoken_language().code:
        case "en":
            from rapportage.figures.languages.english_claims import ENGLISH_CLAIMS

            return ENGLISH_CLAIMS
        case "fy":
            from rapportage.figures.languages.frisian_claims import FRISIAN_CLAIMS

            return FRISIAN_CLAIMS
        case _:
            from rapportage.figures.languages.dutch_claims import DUTCH_CLAIMS

            return DUTCH_CLAIMS
