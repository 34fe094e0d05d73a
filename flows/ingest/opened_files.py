"""What crosses from the child process that opens files."""

import pickle
from dataclasses import dataclass, replace

from flows.programme.garbage import without_garbage_search
from flows.programme.problems import Problem
from flows.programme.sheet_rows import keep_rows
from flows.programme.sheets import Sheet


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What came of one file: its sheets, none where it was refused, and what is wrong with it."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def keep_by_columns(opened: OpenedFile) -> OpenedFile:
    """Return `opened` with the rows of its sheets by columns, as which they take least memory."""
    sheets = tuple(replace(sheet, rows=keep_rows(sheet.rows)) for sheet in opened.sheets)
    return replace(opened, sheets=sheets)


def pack_opened(opened: OpenedFile) -> bytes:
    """Return `opened` as bytes."""
    return pickle.dumps(opened, pickle.HIGHEST_PROTOCOL)


@without_garbage_search()
def unpack_opened(content: bytes) -> OpenedFile:
    """Return what was packed. Raises pickle.UnpicklingError or EOFError of a part of it."""
    opened: OpenedFile = pickle.loads(content)  # noqa: S301  # written by our own child
    return opened
