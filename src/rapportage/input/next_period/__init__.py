"""The file of the next period, made of the last: the same series and sources, with everything to be filled in empty."""

from rapportage.input.next_period.writer import NextPeriodFile, next_period_file

__all__ = ["NextPeriodFile", "next_period_file"]
