"""What crosses from the child process that opens files."""

from dataclasses import dataclass

from flows.programme.sheets import Sheet


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What came of one file: its sheets, or the code of the problem that it is."""

    sheets: tuple[Sheet, ...]
    code: str = ""
