"""Marks in a worksheet: the cells of a problem get a filled style, and nothing else changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.programme.places import Place, column_number
from flows.validate.correction_workbook.xml_elements import (
    Element,
    Splice,
    append_to,
    children_of,
    need_element,
    read_elements,
    remove_attribute,
    set_attribute,
    splice,
)

Position = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """The rows and cells of a worksheet that are to be marked, where they are there.

    `elements` hold all of the worksheet but the rows that nobody marks.
    """

    xml: bytes
    elements: tuple[Element, ...]
    rows: Mapping[int, Element]
    cells: Mapping[Position, Element]

    def style_at(self, position: Position) -> int:
        """Return the style of a cell; of one that is not there, its row's or its column's."""
        row, column = position
        if position in self.cells:
            return int(self.cells[position].attribute("s", "0"))
        if row in self.rows and self.rows[row].attribute("customFormat") in ("1", "true"):
            return int(self.rows[row].attribute("s", "0"))
        for dimension in self.elements:
            if dimension.name == "col" and spans(dimension, column):
                return int(dimension.attribute("style", "0"))
        return 0


def spans(dimension: Element, column: int) -> bool:
    """Tell whether the column is one of those that <col min= max=> is about."""
    return int(dimension.attribute("min", "0")) <= column <= int(dimension.attribute("max", "0"))


def find_cells(xml: bytes, positions: Iterable[Position]) -> SheetCells:
    """Return what the worksheet has at `positions`.

    Rows and cells that do not say their number follow the one before them.
    """
    wanted = {row for row, _column in positions}
    numbers: list[int] = []

    def is_skipped(name: str, attributes: dict[str, str]) -> bool:
        if name != "row":
            return False
        number = int(attributes.get("r") or (numbers[-1] if numbers else 0) + 1)
        numbers.append(number)
        return number not in wanted

    elements = read_elements(xml, is_skipped)
    data = need_element(elements, "sheetData")
    kept = children_of(data, elements)
    rows = dict(zip((number for number in numbers if number in wanted), kept, strict=True))
    cells = {
        (number, column): cell
        for number, row in rows.items()
        for column, cell in number_cells(children_of(row, elements))
    }
    return SheetCells(xml, elements, rows, cells)


def number_cells(cells: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row with their columns."""
    column = 0
    for cell in cells:
        letters = cell.attribute("r").rstrip("0123456789")
        column = column_number(letters) if letters else column + 1
        yield column, cell


def fill_cells(sheet: SheetCells, styles: Mapping[Position, int]) -> bytes:
    """Return the worksheet where every cell of `styles` has that style, made where it is not."""
    splices: list[Splice] = []
    missing: dict[int, list[int]] = defaultdict(list)
    for position, style in styles.items():
        cell = sheet.cells.get(position)
        if cell:
            tag = set_attribute(sheet.xml[cell.start : cell.inner_start], "s", str(style))
            splices.append((cell.start, cell.inner_start, tag))
        else:
            missing[position[0]].append(position[1])
    new_rows = []
    for number, columns in sorted(missing.items()):
        made = {column: styles[number, column] for column in sorted(columns)}
        if number in sheet.rows:
            splices += add_cells(sheet, number, made)
        else:
            new_rows.append((number, made))
    return splice(sheet.xml, [*splices, *add_rows(sheet, new_rows)])


def add_cells(sheet: SheetCells, number: int, styles: Mapping[int, int]) -> Iterator[Splice]:
    """Yield the splices that put empty cells into a row, each before the next one there."""
    row = sheet.rows[number]
    own = sorted(
        (position[1], cell) for position, cell in sheet.cells.items() if position[0] == number
    )
    prefix = row.prefix
    tag = sheet.xml[row.start : row.inner_start]
    if row.inner_start == row.end:
        inside = b"".join(empty_cell(prefix, number, *one) for one in styles.items())
        yield (
            row.start,
            row.end,
            (
                remove_attribute(tag.removesuffix(b"/>") + b">", "spans")
                + inside
                + f"</{row.tag}>".encode()
            ),
        )
        return
    yield row.start, row.inner_start, remove_attribute(tag, "spans")
    for column, style in styles.items():
        after = next((cell.start for other, cell in own if other > column), row.inner_end)
        yield after, after, empty_cell(prefix, number, column, style)


def add_rows(sheet: SheetCells, rows: Sequence[tuple[int, Mapping[int, int]]]) -> Iterator[Splice]:
    """Yield the splices that put new rows into the worksheet, in their order."""
    if not rows:
        return
    numbers: list[int] = []
    elements = read_elements(sheet.xml, lambda name, _attributes: name == "c")
    data = need_element(elements, "sheetData")
    own = []
    for row in children_of(data, elements):
        numbers.append(int(row.attribute("r") or (numbers[-1] if numbers else 0) + 1))
        own.append((numbers[-1], row))
    made = [(number, new_row(data.prefix, number, styles)) for number, styles in rows]
    if not own:
        yield append_to(sheet.xml, data, b"".join(row for _number, row in made))
        return
    for number, new in made:
        after = next((one.start for other, one in own if other > number), data.inner_end)
        yield after, after, new


def new_row(prefix: str, number: int, styles: Mapping[int, int]) -> bytes:
    """Return a row of empty cells."""
    cells = b"".join(empty_cell(prefix, number, *one) for one in styles.items())
    return f'<{prefix}row r="{number}">'.encode() + cells + f"</{prefix}row>".encode()


def empty_cell(prefix: str, row: int, column: int, style: int) -> bytes:
    """Return a cell with nothing but a style."""
    name = Place("", row=row, column=column).cell
    return f'<{prefix}c r="{name}" s="{style}"/>'.encode()
