"""How figures are typed, and what they are measured in."""
