"""Names by which parts are all there are, as the data have them: both sexes, and the last of ages or sizes."""

from __future__ import annotations

import re

PAIRS = frozenset(
    frozenset(pair)
    for pair in (("mannen", "vrouwen"), ("man", "vrouw"), ("jongens", "meisjes"), ("men", "women"), ("boys", "girls"))
)
TO_THE_LAST = re.compile(
    r"\b(?:of|en|or|and) (?:ouder|meer|langer|older|more|over)\b"
    r"|^(?:meer|ouder|langer|more|older|over) (?:dan |than )?\d|\+$",
    re.IGNORECASE,
)
