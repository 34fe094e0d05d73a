"""A spreadsheet before it is a file: one sheet of cells, and how it is dressed."""

from dataclasses import dataclass, replace

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from flows.programme.sheets import CellValue

Cells = tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a csv file is written: as a tool does, or as Excel in Swedish does."""

    encoding: str = "utf-8"
    delimiter: str = ","
    line_end: str = "\r\n"
    decimal_sign: str = "."
    is_all_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """One file with one sheet; `rows` from row 1. `csv_style` matters to csv files only.

    `merged` and `coloured` hold ranges and cells ("A1:F1", "D9"); `widths` the columns'
    widths in characters, from A.
    """

    file: str
    rows: Cells
    sheet: str = "Sheet1"
    csv_style: CsvStyle = CsvStyle()
    merged: tuple[str, ...] = ()
    coloured: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()

    def with_cell(self, cell: str, value: CellValue) -> "Spreadsheet":
        """Return the spreadsheet with `value` in `cell`."""
        letters, row = coordinate_from_string(cell)
        column = column_index_from_string(letters)
        values = self.rows[row - 1]
        values = (*values, *[None] * (column - len(values)))
        return self.with_rows_between(
            row - 1, row, ((*values[: column - 1], value, *values[column:]),)
        )

    def with_row(self, row: int, values: tuple[CellValue, ...]) -> "Spreadsheet":
        """Return the spreadsheet with `values` inserted as row number `row`."""
        return self.with_rows_between(row - 1, row - 1, (values,))

    def with_column(self, values: dict[int, CellValue]) -> "Spreadsheet":
        """Return the spreadsheet with a last column; `values` by row number."""
        width = max(map(len, self.rows))
        rows = tuple(
            (*row, *[None] * (width - len(row)), values.get(number))
            for number, row in enumerate(self.rows, 1)
        )
        return replace(self, rows=rows)

    def with_rows_between(self, start: int, end: int, rows: Cells) -> "Spreadsheet":
        """Return the spreadsheet with the rows from `start` to `end` replaced."""
        return replace(self, rows=(*self.rows[:start], *rows, *self.rows[end:]))
