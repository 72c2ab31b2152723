"""Comparing: what one report shows and says otherwise than another."""

from rapportage.proof.comparing.as_html import as_html
from rapportage.proof.comparing.as_json import as_json
from rapportage.proof.comparing.as_text import as_text
from rapportage.proof.comparing.compare import compare
from rapportage.proof.comparing.comparison import Change, Comparison, FigureChange, Statement, StatementChange
from rapportage.proof.comparing.git_folder import NoRevision
from rapportage.proof.comparing.marking import marked
from rapportage.proof.comparing.revision import files_of

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
