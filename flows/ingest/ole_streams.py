"""One stream of an OLE file, the container of an xls: it is cut into sectors that point onwards.

No chain is followed further than there are sectors, so that no file can keep it going.
Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT), 2.6 (directory).
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

FIRST_SECTORS_OF_FAT = 109
"""How many the header names; a DIFAT names those of a larger file."""
LAST_SECTOR = 0xFFFFFFFA
"""Numbers above it are no sectors: the end of a chain, and sectors that nobody uses."""
ENTRY_BYTES = 128
ROOT, STREAM = 5, 2


class StreamNotFoundError(ValueError):
    """The file holds no stream of that name, or its chain of sectors is broken."""


@dataclass(frozen=True, slots=True)
class Sectors:
    """Pieces of `size` bytes of some `content`, and which of them follows which."""

    content: bytes
    size: int
    following: Sequence[int]

    def join(self, first: int) -> bytes:
        """Return the chain that begins with the sector `first`. Raises StreamNotFoundError."""
        pieces: list[bytes] = []
        sector = first
        while sector < LAST_SECTOR:
            if sector >= len(self.following) or len(pieces) > len(self.following):
                raise StreamNotFoundError
            pieces.append(self.content[sector * self.size : (sector + 1) * self.size])
            sector = self.following[sector]
        return b"".join(pieces)


def read_stream(content: bytes, name: str) -> bytes:
    """Return the stream called `name` of an OLE file.

    Raises StreamNotFoundError, and struct.error where the file ends too early.
    """
    size, small_size = (1 << power for power in struct.unpack_from("<HH", content, 30))
    directory, smallest, small_fat, small_fat_sectors = struct.unpack_from("<I4xIII", content, 48)
    body = content[size:]
    sectors = Sectors(body, size, read_fat(content, body, size))
    root, entry = find_entries(sectors.join(directory), name)
    if entry.length >= smallest:
        return sectors.join(entry.first)[: entry.length]
    following = numbers_in(sectors.join(small_fat)) if small_fat_sectors else ()
    small = Sectors(sectors.join(root.first), small_size, following)
    return small.join(entry.first)[: entry.length]


def read_fat(content: bytes, body: bytes, size: int) -> Sequence[int]:
    """Return for each sector the one that follows it."""
    named = list(struct.unpack_from(f"<{FIRST_SECTORS_OF_FAT}I", content, 76))
    (sector,) = struct.unpack_from("<I", content, 68)
    for _sector in range(len(body) // size):
        if sector >= LAST_SECTOR:
            break
        *more, sector = numbers_in(body[sector * size : (sector + 1) * size])
        named += more
    parts = (body[one * size : (one + 1) * size] for one in named if one < LAST_SECTOR)
    return numbers_in(b"".join(parts))[: len(body) // size + 1]


def numbers_in(content: bytes) -> tuple[int, ...]:
    """Return the numbers of four bytes each."""
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of a stream: its first sector and its length in bytes."""

    first: int
    length: int


def find_entries(directory: bytes, name: str) -> tuple[Entry, Entry]:
    """Return the entries of the root, in which small streams lie, and of the stream `name`."""
    found: dict[tuple[int, str], Entry] = {}
    for start in range(0, len(directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
        letters, length, kind = struct.unpack_from("<64sHB", directory, start)
        written = letters[: max(length - 2, 0)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", directory, start + 116)
        found.setdefault((kind, "" if kind == ROOT else written), Entry(first, size))
    root, entry = found.get((ROOT, "")), found.get((STREAM, name))
    if root is None or entry is None:
        raise StreamNotFoundError
    return root, entry
