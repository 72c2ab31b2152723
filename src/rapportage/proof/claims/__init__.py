"""What sentences claim about figures, as data: read from left to right, bound to figures and times, and evaluated."""
