"""Opening a PDF to look inside."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf


class InspectionError(Exception):
    """The file can't be looked into; the message says why, in Dutch."""


def open_pdf(source: bytes | Path) -> pikepdf.Pdf:
    """The PDF in `source`.

    Raises:
        InspectionError: the file is not there, is no PDF, is damaged, or asks for a password.
    """
    name = "het bestand" if isinstance(source, bytes) else str(source)
    try:
        return pikepdf.open(BytesIO(source) if isinstance(source, bytes) else source)
    except FileNotFoundError:
        raise InspectionError(f"{name} bestaat niet") from None
    except IsADirectoryError:
        raise InspectionError(f"{name} is een map, geen PDF-bestand") from None
    except OSError as error:
        raise InspectionError(f"{name} kan niet worden gelezen: {error.strerror}") from error
    except pikepdf.PasswordError:
        raise InspectionError(f"{name} is versleuteld: zonder wachtwoord is er niets van te lezen") from None
    except pikepdf.PdfError:
        raise InspectionError(f"{name} is geen (gave) PDF") from None
