"""What became of every claim, as the user sees it: counts, a list to sign that can be copied, and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapportage.proof.claims.account import Account, Claim

_REFERENCE = re.compile(r"\[(?=\s|$)")
"""What is left of a reference of which the layout does not give the words."""
_MOST = 200
"""So many characters of a sentence are shown."""


def counts(account: Account) -> str:
    """'uitspraken en getallen in zinnen: 44 waar (29 cijfers uit de gegevens), 0 onwaar, …'."""
    from rapportage.proof.claims.verdict import Outcome

    told = []
    for outcome in Outcome:
        number, signed = account.count(outcome), account.signed(outcome)
        besides = [f"{account.figures} uit de gegevens"] if outcome is Outcome.TRUE and account.figures else []
        besides += [f"{signed} getekend of erkend"] if signed else []
        told.append(f"{number} {outcome.value}" + (f" (waarvan {', '.join(besides)})" if besides else ""))
    return f"uitspraken en getallen in zinnen: {', '.join(told)}"


def to_sign(account: Account, today: date) -> Iterator[str]:
    """The list, as lines that are comments in YAML: whoever has read them fills in a name and keeps them."""
    from rapportage.proof.claims.signatures import NAME, line_for

    report = None
    for claim, words in account.to_sign():
        if claim.report != report:
            report = claim.report
            yield f"# Nog na te gaan in {report}. Klopt een zin, zet dan uw naam in plaats van {NAME},"
            yield "# en de regel onderaan het periodebestand, of achter de zin: {# nagegaan … #}"
        page = f"pagina {claim.page}, " if claim.page else ""
        yield f"# {page}{claim.span}: {', '.join(words)}"
        yield f"#    {_shortened(claim.sentence)}"
        yield f"# {line_for(claim, today)}"


def as_json(account: Account, *, all_claims: bool, today: date) -> dict[str, object]:
    """The counts, and with `all_claims` every claim; `tekenen` is what is written to sign for one."""
    from rapportage.proof.claims.verdict import Outcome

    keys = {outcome: outcome.value.replace(" ", "_") for outcome in Outcome}
    told: dict[str, object] = {
        "cijfers": account.figures,
        **{key: account.count(outcome) for outcome, key in keys.items()},
        "getekend": sum(account.signed(outcome) for outcome in Outcome),
        "te_tekenen": sum(1 for _ in account.to_sign()),
    }
    if all_claims:
        told["uitspraken"] = [_entry(each, today) for each in account.claims]
    return told


def _entry(claim: Claim, today: date) -> dict[str, object]:
    from rapportage.proof.claims.signatures import line_for

    return {
        "rapport": str(claim.report),
        "pagina": claim.page,
        "pad": claim.span.path,
        "regel": claim.span.line,
        "kolom": claim.span.column,
        "lengte": claim.span.length,
        "woorden": claim.words,
        "zin": " ".join(claim.sentence.split()),
        "uitkomst": claim.outcome.value,
        "code": claim.told or None,
        "getekend_door": claim.signed_by or None,
        "tekenen": line_for(claim, today) if claim.is_to_sign else None,
    }


def _shortened(sentence: str) -> str:
    words = " ".join(_REFERENCE.sub("…", sentence).split())
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"
