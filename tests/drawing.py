"""Spreadsheets drawn as text tables, so that input and expectation share one screen.

    | Namn  | Poäng | Svarat              |
    | Ada   | 4     | 2016-01-20 16:05:00 |
    | Bo    |       | '2016-01-21         |

Cells become numbers and dates where they look like them; an apostrophe keeps text, as in
Excel. An empty cell is empty; an empty line in the drawing is an empty row.
"""

import csv
from datetime import datetime
from io import BytesIO
from pathlib import Path
from textwrap import dedent

from openpyxl import Workbook

from flows.programme.sheet_rows import keep_rows
from flows.programme.sheets import CellError, CellValue, Row, Sheet, shown_value
from flows.programme.xlsx_writer import FIXED_DATE, without_clock


def cell_value(text: str) -> CellValue:
    """Return what the drawn cell `text` holds."""
    if text.startswith("'"):
        return text[1:]
    if text.startswith("#") and text.endswith(("!", "?", "A")):
        return CellError(text)
    for convert in (int, float, datetime.fromisoformat):
        try:
            return convert(text)
        except ValueError:
            continue
    return text.replace("\\n", "\n") or None


def drawn_rows(drawing: str) -> list[list[CellValue]]:
    """Return the rows of `drawing`, empty lines as empty rows."""
    lines = (line.strip().strip("|") for line in drawn_lines(drawing))
    return [
        [cell_value(cell.strip()) for cell in line.split("|")] if line else [] for line in lines
    ]


def drawn_lines(drawing: str) -> list[str]:
    """Return the lines of `drawing` without the blank ones around it."""
    return dedent(drawing).strip().splitlines()


def draw_sheet(drawing: str, *, file: str = "export.xlsx", name: str = "Sheet1") -> Sheet:
    """Return the sheet drawn as `drawing`, as the reading process hands it over."""
    numbered = enumerate(drawn_rows(drawing), 1)
    rows = (Row(number, tuple(map(shown_value, values))) for number, values in numbered)
    filled = (row for row in rows if any(value is not None for value in row.values))
    return Sheet(file=file, name=name, rows=keep_rows(filled))


def draw_workbook(path: Path, **drawings: str) -> Path:
    """Write an xlsx file at `path` with one sheet for each drawing; return `path`.

    The same drawings give the same bytes on any day, because a file's hash names the run.
    """
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.created = FIXED_DATE
    for name, drawing in drawings.items():
        worksheet = workbook.create_sheet(name)
        for number, values in enumerate(drawn_rows(drawing), 1):
            for column, value in enumerate(values, 1):
                text = value.text if isinstance(value, CellError) else value
                worksheet.cell(number, column, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    saved = BytesIO()
    workbook.save(saved)
    path.write_bytes(without_clock(saved))
    return path


def draw_csv(path: Path, drawing: str, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write a csv file at `path` in `encoding`; every cell is text; return `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        for line in drawn_lines(drawing):
            writer.writerow([cell.strip() for cell in line.strip().strip("|").split("|")])
    return path
