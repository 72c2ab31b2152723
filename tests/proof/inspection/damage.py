"""Damaged copies of a PDF, by a seed: `python -m tests.proof.inspection.damage FILE.pdf 2000` reads many, in 500 MB."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from rapportage.proof.inspection import InspectionError, inspect, read_besides, read_said

MEGABYTES = 500
READABLE = "leesbaar"
_WORD = re.compile(rb"/\w+|\d+ 0 R|\b\d+\b|\[|\]|<<|>>")
_KEYS = (
    "/Kids", "/K", "/Pages", "/Contents", "/Resources", "/Font", "/StructTreeRoot", "/ParentTree", "/RoleMap", "/Names",
    "/Outlines", "/Metadata", "/MediaBox", "/Annots", "/ToUnicode", "/Dests", "/First", "/Next", "/Count", "/A", "/Pg",
    "/S", "/P", "/Type", "/Filter", "/DecodeParms", "/EF", "/F", "/AF", "/Lang", "/Title", "/Nums", "/Limits",
    "/Parent", "/Obj", "/MCID", "/Alt", "/E", "/ID", "/IDTree", "/EmbeddedFiles", "/XObject", "/Subtype",
    "/DescendantFonts", "/D", "/Dest", "/URI", "/Contents", "/Desc", "/BaseFont", "/FontDescriptor", "/StructParents",
    "/MarkInfo",
)  # fmt: skip


def loose(data: bytes) -> bytes:
    """The file with its objects as plain text, so that damage hits what they say and not only their packing."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return out.getvalue()


def damaged(packed: bytes, plain: bytes, seed: int) -> bytes | None:
    """Bytes changed, the end gone, words of the objects changed, or a value that is of another kind.

    None where that makes something that can't be written.
    """
    chance = random.Random(seed)
    kind = seed % 6
    data = bytearray(packed if kind in (0, 1) else plain)
    if kind in (0, 2):
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 1:
        del data[chance.randrange(len(data)) :]
    elif kind == 3:
        start = chance.randrange(len(data))
        del data[start : start + chance.randrange(1, 2000)]
    elif kind == 4:
        words = list(_WORD.finditer(plain))
        for _ in range(chance.choice((1, 5))):
            one, other = chance.choice(words), chance.choice(words)
            data[one.start() : one.end()] = other[0].ljust(one.end() - one.start())
    else:
        try:
            return _changed(plain, chance)
        except (pikepdf.PikepdfError, TypeError, ValueError):
            return None
    return bytes(data)


def _changed(plain: bytes, chance: random.Random) -> bytes:
    """A sound file, in which something is what it should not be."""
    out = BytesIO()
    with pikepdf.open(BytesIO(plain)) as pdf:
        holders = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
        for _ in range(chance.choice((1, 2, 8))):
            places = [(holder, key) for holder in holders for key in holder if key in _KEYS]
            holder, key = chance.choice(places)
            values = (
                0, -1, 10**9, 1.5, True, None, "tekst", pikepdf.String("\xff\xfe"), pikepdf.Name.X, pikepdf.Array(),
                pikepdf.Array([0, None, "x"]), pikepdf.Dictionary(), holder, chance.choice(holders), pdf.Root,
                pikepdf.Array([holder] * 3), pikepdf.Array([chance.choice(holders)] * 20),
            )  # fmt: skip
            holder[key] = chance.choice(values) if key != "/Length" else 0
        pdf.save(out, static_id=True)
    return out.getvalue()


def told(path: Path) -> str:
    """What is said of the file: nothing when it can be read in every way."""
    try:
        assert inspect(path)
        read_said(path)
        read_besides(path)
    except InspectionError as fault:
        return str(fault).removeprefix(str(path)).strip()
    return ""


def main(file: Path, first: int, last: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: without a bound
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
    packed = file.read_bytes()
    plain, counts = loose(packed), Counter[str]()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        for seed in range(first, last):
            data = damaged(packed, plain, seed)
            if data is None:
                continue
            path.write_bytes(data)
            counts[told(path)] += 1
    for reason, count in counts.most_common():
        print(count, reason or READABLE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *((0, int(sys.argv[2])) if len(sys.argv) == 3 else map(int, sys.argv[2:4])))
