"""The Dutch of figures: how numbers, periods, lists and signs are written and spoken. Pure functions of their input."""
