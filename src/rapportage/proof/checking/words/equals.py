"""The word 'eveneens' before a figure: true in one period, and as a fixed word wrong in the next."""

from __future__ import annotations

import re

from rapportage.diagnostics import Findings
from rapportage.proof.checking.words.sentences import FigureInText, Stretch
from rapportage.text.language.composed import SLOT

_ALSO = re.compile(rf"\beveneens\s+(?:\w+\s+)?(?P<figure>{SLOT.pattern})", re.IGNORECASE)


def check_equals(sentence: Stretch, earlier: tuple[FigureInText, ...], findings: Findings) -> None:
    """Reports 'eveneens' before a figure that no other of its sentence, or of the sentence `earlier`, looks like."""
    for found in _ALSO.finditer(sentence.text):
        own = [figure.value.text for figure in sentence.figures if figure.place == found.start("figure")]
        others = [figure.value.text for figure in earlier]
        others += [figure.value.text for figure in sentence.figures if figure.place != found.start("figure")]
        if own and others and own[0] not in others:
            message = f"'eveneens' staat voor {own[0]}, en geen ander cijfer hier is dat ook"
            hint = "haal het woord weg, of schrijf {{ … | eveneens(ander) }}: dat zegt het alleen als het klopt"
            findings.warning("T503", message, sentence.span(found.start(), len("eveneens")), hint)
