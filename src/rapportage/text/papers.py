"""To which papers of parliament a publication belongs: the lines on its cover."""

from __future__ import annotations

from rapportage.input.specs.period import Edition


def papers(edition: Edition) -> tuple[str, ...]:
    """'Bijlage bij de brief van 25 mei 2020'; 'Kamerstuk 19637, vergaderjaar 2019–2020'; 'Kenmerk 123'."""
    paper = [f"Kamerstuk {edition.parliamentary_paper.text}"] if edition.parliamentary_paper else []
    if edition.session_year:
        paper.append(f"vergaderjaar {edition.session_year.text.replace('-', '–')}")
    lines = [f"Bijlage bij {edition.annex_to.text}"] if edition.annex_to else []
    lines += [", ".join(paper)[:1].upper() + ", ".join(paper)[1:]] if paper else []
    lines += [f"Kenmerk {edition.reference.text}"] if edition.reference else []
    return tuple(lines)
