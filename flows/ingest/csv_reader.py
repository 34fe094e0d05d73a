"""Reads csv, tsv and txt as Excel would show them: a record a row, every cell text."""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from io import StringIO
from itertools import islice
from pathlib import Path

from flows.ingest.file_kinds import LARGEST_FILE_BYTES
from flows.programme.sheets import Sheet, filled_row

DELIMITERS = (";", ",", "\t")
SNIFFED_RECORDS = 50
END = "\0"

csv.field_size_limit(LARGEST_FILE_BYTES)  # or a quote that is never closed is told by its length


class NotTextError(ValueError):
    """The file's bytes are no text in any encoding that spreadsheets are saved in."""


class QuoteUnclosedError(ValueError):
    """A quotation mark opens a cell that swallows the rest of the file."""


def read_csv(path: Path, file: str) -> tuple[Sheet, ...]:
    """Return the file's one sheet, without name.

    A row's number is the record's, as Excel shows it: line breaks in quotes do not count,
    blank lines do, and Excel's own first line "sep=;" does not. Raises NotTextError for
    other bytes, and QuoteUnclosedError where rows would disappear into one cell.
    """
    text = decode(path.read_bytes())
    declared, text = declared_delimiter(text)
    delimiter = declared or sniff_delimiter(text)
    *records, last = csv.reader(StringIO(f"{text}\n{END}", newline=""), delimiter=delimiter)
    if last != [END]:
        raise QuoteUnclosedError
    rows = (filled_row(number, record) for number, record in enumerate(records, 1))
    return (Sheet(file=file, name="", rows=tuple(row for row in rows if row is not None)),)


def decode(content: bytes) -> str:
    """Return the text: by its byte order mark, else UTF-8, else Windows-1252."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if END not in text:
            return text
    raise NotTextError


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
