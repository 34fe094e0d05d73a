"""What crosses from the child process that opens files."""

from dataclasses import dataclass

from flows.programme.problems import Problem
from flows.programme.sheets import Sheet


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What came of one file: its sheets, none where it was refused, and what is wrong with it."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()
