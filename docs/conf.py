"""The documentation site: `make docs` makes build/docs of these pages and the changelog, with Sphinx and MyST."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.locale import _

from rapportage import __version__

project = "rapportage"
author = "de makers van rapportage"
project_copyright = f"2026 {author}"
release = __version__
language = "nl"
ENGLISH = ("CONTRIBUTING", "api", "architecture")
"""Pages in English; all others, and all that is around a page, are Dutch."""
DUTCH = {
    "Announcement": "Mededeling",
    "Back to top": "Naar boven",
    "Breadcrumb": "Plaats",
    "Color mode": "Licht of donker",
    "Dark": "Donker",
    "Home": "Begin",
    "Light": "Licht",
    "On this page": "Op deze pagina",
    "Site navigation": "Alle pagina's",
    "Skip to main content": "Naar de inhoud",
    "System Settings": "Zoals de computer",
    "Version warning": "Over deze versie",
}
"""Words of the theme, which has no Dutch."""

extensions = ["myst_parser"]
myst_heading_anchors = 4
html_theme = "pydata_sphinx_theme"
html_theme_options = {
    "footer_end": [],
    "footer_start": ["copyright"],
    "search_bar_text": "Zoek in de documentatie",
    "secondary_sidebar_items": ["page-toc"],
    "show_prev_next": False,
}
html_sidebars = {"**": []}
html_permalinks = False
html_title = f"{project} {release}"
html_copy_source = False


def speak_one_language(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, object], doctree: object
) -> None:
    """Dutch around every page, and words in English marked as such for who hears them (WCAG 2.2, 3.1.2)."""
    context["_"] = lambda words: DUTCH.get(words) or _(words)
    if pagename in ENGLISH:
        context["body"] = f'<div lang="en">{context["body"]}</div>'


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", speak_one_language)
