"""Files of the user: whether a path may be followed, and the only code that opens one."""

from rapportage.files.faults import FileFault, Reason
from rapportage.files.fence import inside, real_path
from rapportage.files.names import as_on_disk
from rapportage.files.reading import exists, names_in, read, read_inside
from rapportage.files.writing import write_new

__all__ = [
    "FileFault",
    "Reason",
    "as_on_disk",
    "exists",
    "inside",
    "names_in",
    "read",
    "read_inside",
    "real_path",
    "write_new",
]
