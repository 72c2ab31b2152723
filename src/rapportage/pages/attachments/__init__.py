"""The figures of a document as files for calculating with them: CSV with a description (CSVW), and ODS."""

from rapportage.pages.attachments.attachment import Attachment, Publication
from rapportage.pages.attachments.files import attachments, publication
from rapportage.pages.attachments.ods import workbook

__all__ = ["Attachment", "Publication", "attachments", "publication", "workbook"]
