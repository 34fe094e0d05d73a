"""Where something stands, as its owner sees it in Excel."""

from typing import NamedTuple


def column_letters(column: int) -> str:
    """Return the letters of the 1-based `column`: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the 1-based column with `letters`: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Place(NamedTuple):
    """A file of the programme folder and, where known, its sheet, row, column or text line.

    `file` is relative to the programme folder, with forward slashes. `sheet` is empty in
    formats that have none (csv). `row` and `column` count from 1 as Excel does; 0 is
    "the whole row", "the whole column" or, both together, "the whole sheet".
    `line` is the line of a text file. A named tuple, because every answer has a place: of all
    values it is made and compared the most, and a tuple takes a third of the time.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    line: int = 0

    @property
    def table(self) -> str:
        """The table as it is read: "file › sheet", or the file alone."""
        return " › ".join(part for part in (self.file, self.sheet) if part)

    @property
    def cell(self) -> str:
        """The cell's name ("F17"), a row's ("17:17"), a column's ("F:F") or ""."""
        letters = column_letters(self.column)
        if self.row and self.column:
            return f"{letters}{self.row}"
        if self.row:
            return f"{self.row}:{self.row}"
        return f"{letters}:{letters}" if self.column else ""


def name_spot(place: Place) -> str:
    """Return a cell as a workbook of decisions names it: "file › sheet › F17"."""
    return f"{place.table} › {place.cell}"


NOWHERE = Place("")
"""The place of a value that was made in code and read from no file."""
