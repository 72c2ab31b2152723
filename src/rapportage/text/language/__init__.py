"""The language of texts: expressions and Markdown, worked out to content of the document."""
