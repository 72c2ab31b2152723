"""The HTML edition: the document as a page on the web, readable by everyone and everywhere, without a script."""

from rapportage.html.edition import edition
from rapportage.html.site import site

__all__ = ["edition", "site"]
