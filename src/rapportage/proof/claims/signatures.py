"""What a person signed for: `{# nagegaan door A. Jansen, 28 november 2026, over kerncijfers 2020-05: 3fa2b1 #}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from rapportage.diagnostics import Findings, Span
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Node, Scalar
from rapportage.input.loading.remarks import remarks
from rapportage.proof.claims.account import Account, Claim, Report
from rapportage.proof.vocabulary.dutch import DUTCH

_BEGINS = r"nageg\w*|na[ ]?ge?g?\w*[ \t]+door\b|\w+[ \t]+door\b[^\n#]*:[ \t]*[0-9a-f]{6}\b"
"""How what is meant to be a signature begins, also with a slip in its first word or with another word."""
_SIGNED = re.compile(
    r"nagegaan[ \t]+door[ \t]+(?P<who>[^:\n]+?),\s*(?P<day>[^,:\n]+),\s*"
    r"over[ \t]+(?P<layout>[^\s,:]+)[ \t]+(?P<period>[^\s,:]+):\s*(?P<mark>[0-9a-f]{6})(?![0-9a-zA-Z])",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\{%[-+]?\s*(?:if|elif|else)\b")
_FORM = "nagegaan door NAAM, DATUM, over LAYOUT PERIODE: TEKEN"
NAME = "NAAM"
_AGAIN = "ga de zin opnieuw na (check --verantwoording), of haal dit weg"


class Signature(Struct, frozen=True):
    who: str
    report: Report
    mark: str
    span: Span
    is_alone: bool
    """Whether it is a comment on a line of its own."""


def line_for(claim: Claim, today: date) -> str:
    """What somebody writes to sign for the sentence of a claim, when the name is filled in."""
    month = DUTCH.times.months[today.month - 1]
    return f"nagegaan door {NAME}, {today.day} {month} {today.year}, over {claim.report}: {claim.mark}"


def signatures(files: Iterable[Node], findings: Findings) -> list[Signature]:
    """All that are in the files, in comments and in texts; those that can't be read are reported."""
    found = []
    for root in files:
        for remark in remarks(root, _BEGINS):
            signed = _SIGNED.match(remark.words)
            fault = _fault(signed, remark.words)
            if signed is None or fault is not None:
                said = fault or ("deze handtekening is niet te lezen", f"schrijf: {_FORM}")
                findings.warning("T518", said[0], remark.span, said[1])
                continue
            report = Report(signed["layout"], signed["period"])
            alone = remark.is_alone and remark.text is None
            found.append(Signature(signed["who"].strip(), report, signed["mark"].lower(), remark.span, alone))
    return found


def _fault(signed: re.Match[str] | None, words: str) -> tuple[str, str] | None:
    """What is wrong with a signature, and how to mend it."""
    if signed is None:
        if not re.search(r"\bover[ \t]", words):
            return "deze handtekening zegt niet over welk rapport en welke periode", f"schrijf: {_FORM}"
        if not re.search(r":\s*[0-9a-f]{6}(?![0-9a-zA-Z])", words, re.IGNORECASE):
            hint = "neem de regel over van check --verantwoording"
            return "deze handtekening heeft geen teken van zes cijfers en letters achter de dubbele punt", hint
        return None
    if signed["who"].strip() == NAME:
        return "deze handtekening heeft geen naam", f"zet uw naam in plaats van {NAME}"
    if not _is_day(signed["day"]):
        return f"'{signed['day'].strip()[:40]}' is geen dag", "schrijf de dag zo: 28 november 2026, of 2026-11-28"
    if TimePeriod.parse(signed["period"]) is None:
        return (
            f"'{signed['period'][:40]}' is geen periode",
            "schrijf de periode zoals haar bestand heet: over LAYOUT 2020-05",
        )
    return None


def _is_day(written: str) -> bool:
    """'28 november 2026', '2026-11-28', '28-11-2026'."""
    found = DUTCH.dates.day.fullmatch(written.strip())
    try:
        match found and found.groupdict():
            case {"day": str(day), "month": str(month), "year": str(year)}:
                return bool(date(int(year), DUTCH.dates.months[month.casefold().rstrip(".")], int(day)))
            case {"iso": str(iso)}:
                return bool(date.fromisoformat(iso))
            case {"numbers": str(numbers)}:
                first, second, last = map(int, re.split(r"[-/]", numbers))
                return bool(date(last, second, first))
    except ValueError:
        return False
    return False


def signers(signed: Iterable[Signature]) -> Mapping[str, str]:
    """Who signed, by mark."""
    return {each.mark: each.who for each in signed}


def report_idle(
    account: Account,
    signed: Sequence[Signature],
    texts: Iterable[Scalar],
    editions: Mapping[Report, str],
    periods: Mapping[str, str],
    findings: Findings,
) -> None:
    """Reports signatures for these reports of sentences that are not there as they were.

    `texts` are those that were shown: of one with choices no more is known than what was chosen. `editions` has of each
    report the path of the file of its period, `periods` of each file that was read the period: a signature in the file
    of its own period stays there.
    """
    marks = {each.mark for each in account.claims}
    shown = list(texts)
    lines = {place for text in shown if not _CHOICE.search(text.text) for place in _lines_of(text)}
    left = _left_open(account, shown)
    for each in signed:
        if each.mark in marks:
            continue
        is_kept = periods.get(each.span.path) == each.report.period
        if each.report in editions and (each.is_alone or not lines.isdisjoint(_beside(each.span))):
            message = f"deze zin is veranderd sinds {each.who} ervoor tekende"
            findings.warning("T516", message, each.span, _AGAIN)
        elif not is_kept and (later := _elsewhere(each, editions) or _later(each, account, left)):
            message = f"{each.who} tekende over {each.report.period}, en niet over {later}"
            findings.warning("T516", message, each.span, _AGAIN)


def _left_open(account: Account, texts: Iterable[Scalar]) -> Mapping[tuple[str, int], Report]:
    """By line of a text with a sentence that is still to be signed, the report that it is to be signed for."""
    to_sign = {(each.span.path, each.span.line): each.report for each in account.claims if each.is_to_sign}
    left: dict[tuple[str, int], Report] = {}
    for text in texts:
        lines = list(_lines_of(text))
        reports = [report for place in lines if (report := to_sign.get(place)) is not None]
        left |= {place: reports[0] for place in lines if reports}
    return left


def _elsewhere(signature: Signature, editions: Mapping[Report, str]) -> str | None:
    """The period of the file that a signature for another period was left in."""
    own = {each.layout: each.period for each, path in editions.items() if path == signature.span.path}
    period = own.get(signature.report.layout)
    return period if period != signature.report.period else None


def _later(signature: Signature, account: Account, left: Mapping[tuple[str, int], Report]) -> str | None:
    """The period of a report for which nobody signed anew, where somebody did for an earlier one."""
    beside = (left[place] for place in _beside(signature.span) if place in left)
    same = (
        each.report
        for each in account.claims
        if each.report and each.is_to_sign and signature.mark == each.mark_in(signature.report)
    )
    for report in (*beside, *same):
        if report.layout == signature.report.layout and _is_before(signature.report.period, report.period):
            return report.period
    return None


def _is_before(one: str, other: str) -> bool:
    first, second = TimePeriod.parse(one), TimePeriod.parse(other)
    return first is not None and second is not None and first.start < second.start


def _lines_of(text: Scalar) -> Iterator[tuple[str, int]]:
    first = text.span.line
    return ((text.span.path, line) for line in range(first, first + text.raw.rstrip("\n").count("\n") + 1))


def _beside(span: Span) -> set[tuple[str, int]]:
    """The line of a signature; and the next, where it is alone on its line as a comment."""
    is_alone = span.file.line(span.line).lstrip().startswith("#")
    return {(span.path, span.line), (span.path, span.line + is_alone)}
