"""JSON of delivered files: figures exactly as they were written, and no key twice."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from rapportage.deliveries.reading.encoding import decoded
from rapportage.deliveries.reading.faults import damaged

_LONGEST = 60
"""Characters of a number: a longer one is none."""


def parsed(data: bytes) -> object:
    """What the file holds.

    Raises:
        DeliveryFault: it is no JSON.
    """
    text, _ = decoded(data)
    try:
        return json.loads(text, parse_float=_number, parse_int=_number, parse_constant=_no_number,
                          object_pairs_hook=_without_doubles)  # fmt: skip
    except json.JSONDecodeError as error:
        raise damaged(f"dit is geen leesbare JSON (regel {error.lineno})") from None
    except RecursionError:
        raise damaged("deze JSON is te diep genest") from None


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text) if len(text) <= _LONGEST else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 300:
        _no_number(text)
    return number


def _no_number(text: str) -> NoReturn:
    raise damaged(f"'{text[:_LONGEST]}' kan geen cijfer zijn")


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        double = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise damaged(f"'{double[:_LONGEST]}' staat er twee keer in")
    return made
