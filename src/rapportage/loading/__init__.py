"""Loading: YAML files become nodes that know their file, line and column; nothing is converted or guessed."""

from rapportage.loading.reader import load, load_bytes

__all__ = ["load", "load_bytes"]
