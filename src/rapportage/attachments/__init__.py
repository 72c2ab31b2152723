"""The figures of a document as files for calculating with them: CSV with a description (CSVW), and ODS."""

from rapportage.attachments.files import attachments, publication
from rapportage.attachments.model import Attachment, Publication
from rapportage.attachments.ods import workbook

__all__ = ["Attachment", "Publication", "attachments", "publication", "workbook"]
