"""Comparing: what one report shows and says otherwise than another."""

from rapportage.comparing.as_html import as_html
from rapportage.comparing.as_json import as_json
from rapportage.comparing.as_text import as_text
from rapportage.comparing.compare import compare
from rapportage.comparing.git_folder import NoRevision
from rapportage.comparing.marking import marked
from rapportage.comparing.model import Change, Comparison, FigureChange, Statement, StatementChange
from rapportage.comparing.revision import files_of

__all__ = [
    "Change",
    "Comparison",
    "FigureChange",
    "NoRevision",
    "Statement",
    "StatementChange",
    "as_html",
    "as_json",
    "as_text",
    "compare",
    "files_of",
    "marked",
]
