"""What a figure is: observation, period, rounding and arithmetic, and the Dutch for it."""
