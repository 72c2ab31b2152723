"""What is said of a series over periods: comparisons, courses and trends."""
