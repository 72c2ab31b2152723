"""What the machine may lack, in Dutch."""

from __future__ import annotations

import errno
from collections.abc import Mapping

OF_THE_MACHINE: Mapping[int, str] = {
    errno.ENOSPC: "er is geen ruimte meer",
    errno.EDQUOT: "er is geen ruimte meer voor deze gebruiker",
    errno.EFBIG: "het bestand wordt te groot",
    errno.ENAMETOOLONG: "een naam is te lang",
    errno.EBADF: "de standaarduitvoer is gesloten",
    errno.EIO: "de schijf of het netwerk doet het niet",
    errno.EROFS: "hier kan niet worden geschreven",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.ENOMEM: "er is geen geheugen meer",
}
"""What is wrong when the system says so: no fault of ours."""
