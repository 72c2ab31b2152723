"""From content to lines of text."""
