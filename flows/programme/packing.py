"""Packs parts into one file, as xlsx is made: the same parts give the same bytes on any day."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3
"""Where a zip says it was made; the same wherever it is."""


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the archive of `parts`, each a name and its content, in their order."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            part = ZipInfo(name, FIXED_ZIP_DATE)
            part.create_system = UNIX
            archive.writestr(part, content, ZIP_DEFLATED)
    return packed.getvalue()
