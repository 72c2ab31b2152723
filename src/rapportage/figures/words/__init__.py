"""How numbers, periods, lists and signs are written and spoken, in the language that is spoken now."""
