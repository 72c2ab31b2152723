"""The HTML edition: the document as a page on the web, readable by everyone and everywhere, without a script."""

from rapportage.html.edition import edition

__all__ = ["edition"]
