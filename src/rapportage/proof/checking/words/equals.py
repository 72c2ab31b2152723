"""The word 'eveneens' before a figure: true in one period, and as a fixed word wrong in the next."""

from __future__ import annotations

from rapportage.diagnostics import Findings
from rapportage.proof.claims.stretches import FigureInText, Stretch
from rapportage.proof.vocabulary.spoken import patterns


def check_equals(sentence: Stretch, earlier: tuple[FigureInText, ...], findings: Findings) -> None:
    """Reports 'eveneens' before a figure that no other of its sentence, or of the sentence `earlier`, looks like."""
    said = patterns().directions
    for found in said.also.finditer(sentence.text):
        own = [figure.value.text for figure in sentence.figures if figure.place == found.start("figure")]
        others = [figure.value.text for figure in earlier]
        others += [figure.value.text for figure in sentence.figures if figure.place != found.start("figure")]
        if own and others and own[0] not in others:
            message = f"'{said.also_word}' staat voor {own[0]}, en geen ander cijfer hier is dat ook"
            hint = "haal het woord weg, of schrijf {{ … | eveneens(ander) }}: dat zegt het alleen als het klopt"
            findings.warning("T503", message, sentence.span(found.start(), len(said.also_word)), hint)
