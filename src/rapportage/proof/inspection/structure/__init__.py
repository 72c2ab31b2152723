"""Our own check of the structure of a PDF."""
