"""What crosses from the child process that opens files."""

import pickle
from dataclasses import dataclass, replace
from itertools import starmap

from flows.programme.garbage import without_garbage_search
from flows.programme.problems import Problem
from flows.programme.sheets import Row, Sheet


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What came of one file: its sheets, none where it was refused, and what is wrong with it."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def pack_opened(opened: OpenedFile) -> bytes:
    """Return `opened` as bytes: the numbers of its rows together, and their values together.

    Rows taken apart so are packed in half the time, as plain tuples.
    """
    bare = tuple(replace(sheet, rows=()) for sheet in opened.sheets)
    rows = tuple(tuple(zip(*sheet.rows, strict=True)) for sheet in opened.sheets)
    return pickle.dumps((bare, rows, opened.problems), pickle.HIGHEST_PROTOCOL)


@without_garbage_search()
def unpack_opened(content: bytes) -> OpenedFile:
    """Return what was packed. Raises pickle.UnpicklingError or EOFError of a part of it."""
    bare, rows, problems = pickle.loads(content)  # noqa: S301  # written by our own child
    sheets = (
        replace(sheet, rows=tuple(starmap(Row, zip(*parts, strict=True))))
        for sheet, parts in zip(bare, rows, strict=True)
    )
    return OpenedFile(tuple(sheets), problems)
