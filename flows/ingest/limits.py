"""How much of a file is read: its size, unpacked and not, its rows, columns and cells, the time.

Far above what a survey of a region fills, and far below what stops a computer. A problem
names the limit that its file met.
"""

from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import Sheet

LARGEST_FILE_BYTES = 50_000_000
LARGEST_EXPANDED_BYTES = 500_000_000
LARGEST_EXPANSION = 100
"""How many times its own size a packed file may unpack to, beyond HARMLESS_BYTES."""
HARMLESS_BYTES = 50_000_000

MOST_ROWS = 200_000
MOST_COLUMNS = 16_384
"""As many as Excel has."""
MOST_CELLS = 5_000_000
"""Filled rows × their widths, over all sheets of a file."""

LONGEST_READING_SECONDS = 60.0
"""How long one file may take, the start of the child process included."""
LARGEST_MEMORY_BYTES = 2_000_000_000
"""What the process that opens files may use."""


def check_packed_size(size_bytes: int, expanded_bytes: int, place: Place) -> Problem | None:
    """Return the problem of an archive that unpacks to more than is read, or None."""
    if expanded_bytes > LARGEST_EXPANDED_BYTES:
        return problem("file-expands-too-far", place, limit=megabytes(LARGEST_EXPANDED_BYTES))
    if expanded_bytes > HARMLESS_BYTES and expanded_bytes > LARGEST_EXPANSION * size_bytes:
        return problem("file-packed-too-tightly", place, limit=LARGEST_EXPANSION)
    return None


def check_sheets(sheets: tuple[Sheet, ...], place: Place) -> Problem | None:
    """Return the problem of a file with more rows, columns or cells than are read, or None."""
    cells = 0
    for sheet in sheets:
        if len(sheet.rows) > MOST_ROWS:
            return problem("file-too-many-rows", sheet.place(), limit=grouped(MOST_ROWS))
        widths = [len(row.values) for row in sheet.rows]
        if max(widths, default=0) > MOST_COLUMNS:
            return problem("file-too-many-columns", sheet.place(), limit=grouped(MOST_COLUMNS))
        cells += sum(widths)
    return too_many_cells(place) if cells > MOST_CELLS else None


def too_many_cells(place: Place) -> Problem:
    """Return the problem of a file with more cells than are read."""
    return problem("file-too-many-cells", place, limit=grouped(MOST_CELLS))


def megabytes(size_bytes: int) -> str:
    """Return a limit on a size as it is written."""
    return f"{grouped(size_bytes // 1_000_000)} MB"


def grouped(number: int) -> str:
    """Return a limit on a number as it is written, thousands apart, in any language."""
    return f"{number:,}".replace(",", "\u00a0")
