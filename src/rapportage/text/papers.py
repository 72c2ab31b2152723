"""What is said before a publication begins: its cover, to which papers of parliament it belongs, what it is not."""

from __future__ import annotations

from rapportage.document import Cover, QrCode
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.periods import capitalised, date_name, period_name
from rapportage.input.specs.draft import gaps
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.period import Edition, PeriodFile


def cover(sender: str, edition: PeriodFile, qr: QrCode | None) -> Cover:
    """The cover of what `sender` publishes; in a draft its month may be unknown."""
    date = edition.published
    month = capitalised(date_name(date.without_day)) if date else f"[{spoken_language().places.no_date}]"
    return Cover(capitalised(period_name(edition.period)), sender, month, papers(edition.edition), qr)


def notice(layout: LayoutSpec, edition: PeriodFile, *, is_draft: bool) -> str:
    """What is to be known before anything else is read."""
    signs = spoken_language().signs
    draft = signs.draft_notice(len(gaps(edition))) if is_draft else ""
    return " ".join(part for part in (draft, signs.example_notice if layout.example else "") if part)


def papers(edition: Edition) -> tuple[str, ...]:
    """'Bijlage bij de brief van 25 mei 2020'; 'Kamerstuk 19637, vergaderjaar 2019–2020'; 'Kenmerk 123'."""
    words = spoken_language().places
    paper = [words.paper(edition.parliamentary_paper.text)] if edition.parliamentary_paper else []
    if edition.session_year:
        paper.append(words.session_year(edition.session_year.text.replace("-", "–")))
    lines = [words.annex_to(edition.annex_to.text)] if edition.annex_to else []
    lines += [", ".join(paper)[:1].upper() + ", ".join(paper)[1:]] if paper else []
    lines += [words.reference(edition.reference.text)] if edition.reference else []
    return tuple(lines)
