"""What an xls file says of its cells that python-calamine does not. The only module with xlrd."""

from io import StringIO
from pathlib import Path

import xlrd

from flows.ingest.table_markup import TableMarkup, complete
from flows.programme.sheets import Sheet


def complete_sheets(path: Path, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of the xls at `path` with their failed cells and what is hidden.

    Raises whatever xlrd raises of a file that it cannot read, though calamine can.
    """
    with xlrd.open_workbook(path, logfile=StringIO(), formatting_info=True) as workbook:
        return complete(sheets, {sheet.name: read_markup(sheet) for sheet in workbook.sheets()})


def read_markup(sheet: xlrd.sheet.Sheet) -> TableMarkup:
    """Return what xlrd tells of one table; it counts rows and columns from 0."""
    table = TableMarkup()
    for row, dimension in sorted(sheet.rowinfo_map.items()):
        if dimension.hidden:
            table.hidden_rows.append(range(row + 1, row + 2))
    for column, dimension in sorted(sheet.colinfo_map.items()):
        if dimension.hidden:
            table.hidden_columns.append(range(column + 1, column + 2))
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                code = sheet.cell_value(row, column)
                text = xlrd.error_text_from_code.get(code, "#VALUE!")
                table.errors[row + 1, column + 1] = text
    return table
