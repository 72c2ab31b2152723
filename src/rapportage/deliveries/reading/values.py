"""What calamine gives of a cell."""

from __future__ import annotations

from datetime import date, time, timedelta

Value = int | float | str | bool | date | time | timedelta
"""A datetime is a date; '' is a blank cell."""
