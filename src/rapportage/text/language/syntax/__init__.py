"""How a text of the user is read: expressions, choices and loops, and what may have been meant."""
