"""How much of a delivered file is read: more is no table of figures, or meant to do harm."""

from __future__ import annotations

MOST_BYTES = 100_000_000
"""Of the file itself."""
MOST_UNPACKED = 600_000_000
"""Of all parts of a package together, whatever it says of their sizes."""
MOST_PARTS = 5_000
MOST_CELLS = 6_000_000
"""Of one sheet, blank ones between others included: 200,000 rows of 30 columns."""
