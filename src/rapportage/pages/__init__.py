"""From a document to pages, and to the bytes of a PDF."""
