"""Files of the user: whether a path may be followed, and the only code that opens or replaces one."""

from rapportage.input.files.delivery import (
    DEFAULT_FOLDER,
    DRAFT,
    HTML,
    LEVERINGEN,
    MANIFEST,
    PDF,
    PROVENANCE,
    WORKBOOK,
    Destination,
    check_name,
    deliver,
    sibling,
)
from rapportage.input.files.faults import FileFault, Reason
from rapportage.input.files.fence import inside, real_path
from rapportage.input.files.lock import Busy, locked
from rapportage.input.files.names import as_on_disk
from rapportage.input.files.reading import exists, names_below, names_in, read, read_inside
from rapportage.input.files.together import undo_unfinished, write_together
from rapportage.input.files.writing import make_folder, write_new

__all__ = [
    "DEFAULT_FOLDER",
    "DRAFT",
    "HTML",
    "LEVERINGEN",
    "MANIFEST",
    "PDF",
    "PROVENANCE",
    "WORKBOOK",
    "Busy",
    "Destination",
    "FileFault",
    "Reason",
    "as_on_disk",
    "check_name",
    "deliver",
    "exists",
    "inside",
    "locked",
    "make_folder",
    "names_below",
    "names_in",
    "read",
    "read_inside",
    "real_path",
    "sibling",
    "undo_unfinished",
    "write_new",
    "write_together",
]
