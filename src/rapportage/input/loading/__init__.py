"""Loading: YAML files become nodes that know their file, line and column; nothing is converted or guessed."""

from rapportage.input.loading.reader import MAX_BYTES, OUTSIDE_HINT, load, load_bytes

__all__ = ["MAX_BYTES", "OUTSIDE_HINT", "load", "load_bytes"]
