"""A reader of QR codes of ISO/IEC 18004, versions 1 to 10 at level M, that shares nothing with what makes them.

It corrects nothing: a code of ours has no faults, which it holds every block to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

Modules = Sequence[Sequence[bool]]

BLOCKS = {
    1: (10, (16,)), 2: (16, (28,)), 3: (26, (44,)), 4: (18, (32, 32)), 5: (24, (43, 43)), 6: (16, (27,) * 4),
    7: (18, (31,) * 4), 8: (22, (38, 38, 39, 39)), 9: (22, (36, 36, 36, 37, 37)), 10: (26, (43, 43, 43, 43, 44)),
}  # fmt: skip
"""By version: how many bytes correct each block, and how many bytes of data each has (table 9)."""
ALIGNED = {1: (), 2: (18,), 3: (22,), 4: (26,), 5: (30,), 6: (34,), 7: (22, 38), 8: (24, 42), 9: (26, 46), 10: (28, 50)}
"""By version: where the centres of alignment patterns are, besides 6 (annex E)."""
MASKS = (
    lambda y, x: (y + x) % 2, lambda y, x: y % 2, lambda y, x: x % 3, lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2, lambda y, x: y * x % 2 + y * x % 3, lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)  # fmt: skip
"""What is turned where it is 0 (7.8.2)."""
FORMAT_MASK = 0b101010000010010
LEVEL_M = 0b00
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read(modules: Modules) -> str:
    """The text that it says.

    Raises:
        AssertionError: it is no code of that standard, or has a fault.
    """
    size = len(modules)
    version = (size - 17) // 4
    assert size == 17 + 4 * version
    level, mask = divmod(_format(modules) >> 10, 8)
    assert level == LEVEL_M
    bits = [modules[y][x] ^ (not MASKS[mask](y, x)) for y, x in _way(version, size)]
    taken = [int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) // 8 * 8, 8)]
    return _text(_data(taken, version), version)


def _format(modules: Modules) -> int:
    """The bits beside the upper left pattern; as they are beside the other two."""
    last = len(modules) - 1
    places = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    others = [(last - y, 8) for y in range(7)] + [(8, last - 7 + x) for x in range(8)]
    first, second = (sum(modules[y][x] << 14 - at for at, (y, x) in enumerate(each)) for each in (places, others))
    assert first == second
    assert modules[last - 7][8]  # which is always dark
    return first ^ FORMAT_MASK


def _way(version: int, size: int) -> Iterator[tuple[int, int]]:
    """The modules with data in their order: up and down in columns of two, from the right (7.7.3)."""
    fixed = _fixed(version, size)
    columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for turn, right in enumerate(columns):
        for y in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield from ((y, x) for x in (right, right - 1) if (y, x) not in fixed)


def _fixed(version: int, size: int) -> set[tuple[int, int]]:
    """Where patterns, format and version are."""
    corners = [(range(9), range(9)), (range(9), range(size - 8, size)), (range(size - 8, size), range(9))]
    areas = [*corners, (range(6, 7), range(size)), (range(size), range(6, 7))]
    centres = (6, *ALIGNED[version])
    for y, x in product(centres, centres):
        if ALIGNED[version] and not {(y, x)} & {(6, 6), (6, centres[-1]), (centres[-1], 6)}:
            areas.append((range(y - 2, y + 3), range(x - 2, x + 3)))
    if version >= 7:
        areas += [(range(6), range(size - 11, size - 8)), (range(size - 11, size - 8), range(6))]
    return {place for rows, columns in areas for place in product(rows, columns)}


def _data(taken: list[int], version: int) -> list[int]:
    """The bytes of all blocks, which lie woven (7.6), each block held to what corrects it."""
    correcting, lengths = BLOCKS[version]
    stream = iter(taken)
    blocks: list[list[int]] = [[] for _ in lengths]
    for at in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if at < length:
                block.append(next(stream))
    data = [byte for block in blocks for byte in block]
    for _ in range(correcting):
        for block in blocks:
            block.append(next(stream))
    assert list(stream) == []
    assert all(_remainder(block, root) == 0 for block in blocks for root in range(correcting))
    return data


def _remainder(block: list[int], root: int) -> int:
    """The polynomial of the block at the power `root` of 2, in the field of 256 with 0x11d (annex A)."""
    value = 0
    for byte in block:
        for _ in range(root):
            value = value << 1 ^ (0x11D if value & 0x80 else 0)
        value ^= byte
    return value


def _text(data: list[int], version: int) -> str:
    """What one segment of digits, signs or bytes says (7.4)."""
    bits = "".join(f"{byte:08b}" for byte in data)
    mode, at = int(bits[:4], 2), 4
    sizes = {1: (10, 12), 2: (9, 11), 4: (8, 16)}[mode]
    width = sizes[version > 9]
    count, at = int(bits[at : at + width], 2), at + width
    if mode == 4:
        return bytes(int(bits[at + 8 * each : at + 8 * each + 8], 2) for each in range(count)).decode()
    assert mode == 2
    made = ""
    while len(made) < count:
        length = 11 if count - len(made) > 1 else 6
        pair, at = int(bits[at : at + length], 2), at + length
        made += SIGNS[pair // 45] + SIGNS[pair % 45] if length == 11 else SIGNS[pair]
    return made
