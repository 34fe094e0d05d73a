"""Reads csv, tsv and txt as Excel would show them: a record a row, every cell text."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

from flows.ingest.encodings import decode
from flows.ingest.limits import LARGEST_FILE_BYTES, MOST_ROWS
from flows.ingest.opened_files import OpenedFile
from flows.programme.places import Place
from flows.programme.sheets import Row, Sheet, filled_row

DELIMITERS = (";", ",", "\t")
SNIFFED_RECORDS = 50
END = "\0"

csv.field_size_limit(LARGEST_FILE_BYTES)  # or a quote that is never closed is told by its length


class QuoteUnclosedError(ValueError):
    """A quotation mark opens a cell that swallows the rest of the file."""


def read_csv(path: Path, file: str) -> OpenedFile:
    """Return the file's one sheet, without name, and what was repaired to read it.

    A row's number is the record's, as Excel shows it: line breaks in quotes do not count,
    blank lines do, and Excel's own first line "sep=;" does not. One row more than the limit
    is read, and no further. Raises NotTextError for other bytes, and QuoteUnclosedError where
    rows would disappear into one cell.
    """
    text, problems = decode(path.read_bytes(), Place(file))
    delimiter, text = declared_delimiter(text)
    rows = islice(read_records(text, delimiter or sniff_delimiter(text)), MOST_ROWS + 1)
    return OpenedFile((Sheet(file=file, name="", rows=tuple(rows)),), problems)


def read_records(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the filled rows; a last record of our own tells whether the one before was closed."""
    record: list[str] = []
    records = csv.reader(StringIO(f"{text}\n{END}", newline=""), delimiter=delimiter)
    for number, record in enumerate(records, 1):
        row = filled_row(number, record)
        if row is not None and record != [END]:
            yield row
    if record != [END]:
        raise QuoteUnclosedError


def declared_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter of a first line "sep=;" and the text below it."""
    first, _newline, rest = text.partition("\n")
    first = first.strip()
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1], rest
    return "", text


def sniff_delimiter(text: str) -> str:
    """Return the delimiter by which most records have the same number of cells, over one.

    Nobody types a tab in a cell, so tabs in half of the lines are the delimiter, also where
    the blocks of a report have different widths and commas stand in its dates.
    """
    lines = [line for line in islice(StringIO(text), SNIFFED_RECORDS) if line.strip()]
    if sum("\t" in line for line in lines) * 2 > len(lines):
        return "\t"

    def evenness(delimiter: str) -> tuple[float, int]:
        records = islice(
            csv.reader(StringIO(text, newline=""), delimiter=delimiter), SNIFFED_RECORDS
        )
        widths = Counter(len(record) for record in records if record)
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0, 0
        width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
        return count / widths.total(), width

    return max(DELIMITERS, key=evenness)
