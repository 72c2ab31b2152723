"""What became of every number and claim of a report: verified, contradicted, or left to a person who signs for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.proof.claims.verdict import Outcome

_MARK = 6


PageOf = Callable[[str, int], int | None]
"""Gives the number of the page on which a sentence begins that is said for so-many-eth time."""


class Report(Struct, frozen=True):
    """Of which the sentences are, as a user names it: 'kerncijfers 2020-05'."""

    layout: str
    period: str

    def __str__(self) -> str:
        return f"{self.layout} {self.period}"


class Claim(Struct, frozen=True):
    """Words or a number of a sentence that say something about figures."""

    words: str
    sentence: str
    """As it is read, with its figures."""
    outcome: Outcome
    span: Span
    start: int
    """Where in the sentence its words begin."""
    end: int
    time: int = 1
    """The so-many-eth place in the files that has this sentence: elsewhere it is of something else."""
    told: str = ""
    """The code of the warning that tells what is wrong with it."""
    report: Report | None = None
    page: int | None = None
    signed_by: str = ""
    """Who signed for it, or that the warning is acknowledged."""

    @property
    def is_to_sign(self) -> bool:
        """Whether nobody verified it, and nothing is said of it elsewhere."""
        return self.outcome is Outcome.OPEN and not (self.signed_by or self.told)

    @property
    def mark(self) -> str:
        """Of its sentence in this report: it changes with any word or figure in it, and with the period."""
        return self.mark_in(self.report) if self.report else ""

    def mark_in(self, report: Report) -> str:
        """Six characters that tell whether a sentence is still what it was, in that report."""
        return sha256(f"{report} {self.time}: {' '.join(self.sentence.split())}".encode()).hexdigest()[:_MARK]


class Account(Struct, frozen=True):
    """Every claim of one or more reports, in the order of the documents."""

    claims: tuple[Claim, ...] = ()
    figures: int = 0
    """So many figures in their sentences come from the data by themselves."""

    def __add__(self, other: Account) -> Account:
        return Account((*self.claims, *other.claims), self.figures + other.figures)

    def count(self, outcome: Outcome) -> int:
        """How many claims have this outcome; a figure from the data is true."""
        return sum(each.outcome is outcome for each in self.claims) + self.figures * (outcome is Outcome.TRUE)

    def signed(self, outcome: Outcome) -> int:
        """How many of these somebody signed for."""
        return sum(each.outcome is outcome and bool(each.signed_by) for each in self.claims)

    def of(self, report: Report) -> Account:
        """With the report that they are of."""
        return Account(tuple(replace(each, report=report) for each in self.claims), self.figures)

    def on_pages(self, page_of: PageOf) -> Account:
        """With the page on which each sentence begins."""
        said = dict.fromkeys((each.sentence, each.time) for each in self.claims)
        pages = {(sentence, time): page_of(sentence, time) for sentence, time in said}
        told = (replace(each, page=pages[each.sentence, each.time]) for each in self.claims)
        return Account(tuple(told), self.figures)

    def signed_for(self, signers: Mapping[str, str]) -> Account:
        """With who signed, by mark."""
        told = (
            replace(each, signed_by=signers[each.mark])
            if each.outcome is Outcome.OPEN and not each.told and each.mark in signers
            else each
            for each in self.claims
        )
        return Account(tuple(told), self.figures)

    def acknowledged(self, findings: Findings) -> Account:
        """With what is told of them and isn't among the `findings` any more: the author gave a reason for it."""
        left = {
            (each.code, span.path, span.line)
            for each in findings
            for span in (each.span, *each.also)
            if span is not None
        }
        told = (
            replace(each, signed_by="erkend")
            if each.told and (each.told, each.span.path, each.span.line) not in left
            else each
            for each in self.claims
        )
        return Account(tuple(told), self.figures)

    def to_sign(self) -> Iterator[tuple[Claim, Collection[str]]]:
        """By sentence the first claim that is to be signed, and the words of all of them, in the order of the pages."""
        groups: dict[tuple[Report | None, str, int], list[Claim]] = {}
        for each in self.claims:
            if each.is_to_sign:
                groups.setdefault((each.report, each.sentence, each.time), []).append(each)
        for claims in sorted(groups.values(), key=_place):
            yield claims[0], list(dict.fromkeys(each.words for each in claims))


def _place(claims: list[Claim]) -> tuple[str, bool, int]:
    """Those on no page that is known come last."""
    first = claims[0]
    return str(first.report or ""), first.page is None, first.page or 0


def report_open(account: Account, places: Mapping[Report, Span], findings: Findings) -> None:
    """Reports of each report how many sentences are to be signed, at its place: which they are is in a list."""
    counts = Counter(claim.report for claim, _ in account.to_sign())
    for report, place in places.items():
        if count := counts[report]:
            sentences = "1 zin is" if count == 1 else f"{count} zinnen zijn"
            hint = (
                "lees ze na; van een zin die klopt zet u de regel met uw naam onderaan het periodebestand, of erachter"
            )
            findings.warning("T515", f"{sentences} niet nagegaan in {report}: zie de lijst", place, hint)


def page_finder(pages: Iterable[str]) -> PageOf:
    """Finds the number of the page on which a sentence begins, by the letters and digits of all pages.

    What is between them (hyphens, marks of notes) may differ: where the first letters are on no page, the next are
    looked for.
    """
    whole, starts = "", []
    for page in pages:
        starts.append(len(whole))
        whole += _bare(page)

    before: dict[str, int] = {"": 0}

    def place_of(words: str, start: int) -> int:
        place = whole.find(words, start)
        return place if place >= 0 or not start else whole.find(words)

    def found(sentence: str, time: int) -> int | None:
        """Texts come in the order of the document: each is looked for behind the last one, and then anywhere."""
        bare = _bare(sentence)
        for start in range(0, max(1, len(bare) - _LEAST + 1), _LEAST):
            words = bare[start : start + (_LEAST if start else _LONG)]
            begin = before.get(words, -1) + 1 if time > 1 else before[""]
            if words and (place := place_of(words, begin)) >= 0:
                before[words] = before[""] = place
                return bisect_right(starts, place)
        return None

    return found


_LONG, _LEAST = 60, 24


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
