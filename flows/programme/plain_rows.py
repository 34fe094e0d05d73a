"""Rows of a plain worksheet: what is written of rows that are spelled alike is taken apart once.

Without its number and the texts stored in its cells, most rows of an export are spelled as the
row above. What is left is the row's layout; a row of a known one is cut at its stored texts,
which are looked up, and nothing in it is left unaccounted for.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import getitem, itemgetter

from flows.programme.places import column_number
from flows.programme.plain_cells import (
    ATTRIBUTE,
    CONTENT,
    CellReader,
    NotPlainError,
    StoredValues,
    Vocabulary,
)
from flows.programme.sheets import CellValue, Row

Cells = tuple[CellValue, ...]

ROW_BEGINNING = "<row "
NUMBER_BEGINNING = 'r="'
NUMBER, STORED = "\0", "\1"
"""What stands in a layout for the row's number and for a stored text. No XML holds either."""

ROW = re.compile(
    r'r="(\d{1,7})"((?: [\w:]+="[^"<>&]*")*) ?(?:/>|>(.*)</row>)', re.ASCII | re.DOTALL
)
CELL = re.compile(rf'<c r="([A-Z]{{1,3}})(\d{{1,7}})"({CONTENT})>', re.ASCII)
MOST_LAYOUTS = 1_000
"""How many layouts are kept: where every row has its own, no row is like another."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What rows have in common that are spelled alike but for their number and stored texts.

    `stored` says what each stored text means, `fixed` holds the values of cells without one, an
    empty cell before them. `arrange` puts all of them in their columns. `uncalculated` holds the
    letters of formulas without a stored value, `cells` counts the cells.
    """

    stored: tuple[StoredValues, ...]
    fixed: Cells
    arrange: Callable[[Cells], Cells]
    uncalculated: tuple[str, ...]
    is_hidden: bool
    cells: int


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one worksheet.

    `layouts` are those known so far, `uncalculated` the cells so far whose formula has no
    stored value.
    """

    cells: CellReader
    layouts: dict[str, Layout] = field(default_factory=dict)
    uncalculated: list[str] = field(default_factory=list)

    def read(self, text: str) -> Row:
        """Return the row of which `text` is written behind "<row ".

        Raises NotPlainError, and ValueError or IndexError for a value of another kind.
        """
        number = text[len(NUMBER_BEGINNING) : text.find('"', len(NUMBER_BEGINNING))]
        parts = text.replace("</v>", f"<v>{STORED}").split("<v>")
        skeleton, stored = "<v>".join(parts[::2]), parts[1::2]
        layout = self.find_layout(skeleton, number)
        if len(stored) != len(layout.stored):
            raise NotPlainError
        cells = layout.arrange((*map(getitem, layout.stored, stored), *layout.fixed))
        while cells and cells[-1] is None:
            cells = cells[:-1]
        if layout.uncalculated:
            self.uncalculated.extend(f"{letters}{number}" for letters in layout.uncalculated)
        return Row(int(number), cells, layout.is_hidden)

    def find_layout(self, skeleton: str, number: str) -> Layout:
        """Return the layout of the row with `number`, without its stored texts.

        It is kept for others where the number is found in nothing but the names of its cells:
        "1:18" may be a span of columns in row 18.
        """
        spelling = skeleton.replace(f'{number}"', f'{NUMBER}"')
        known = self.layouts.get(spelling)
        if known is not None:
            return known
        layout = make_layout(skeleton, number, self.cells)
        if spelling.count(NUMBER) == layout.cells + 1 and len(self.layouts) < MOST_LAYOUTS:
            self.layouts[spelling] = layout
        return layout


def make_row_reader(vocabulary: Vocabulary) -> RowReader:
    """Return a reader of rows whose cells refer to `vocabulary`."""
    return RowReader(CellReader(vocabulary))


def make_layout(skeleton: str, number: str, reader: CellReader) -> Layout:
    """Return the layout of a row; every sign of it is accounted for. Raises NotPlainError."""
    row = ROW.fullmatch(skeleton.replace(STORED, f"{STORED}</v>"))
    if row is None or row[1] != number:
        raise NotPlainError
    between, letters, digits, contents = (
        CELL.split(row[3] or "")[part :: CELL.groups + 1] for part in range(CELL.groups + 1)
    )
    if any(between) or digits.count(number) != len(digits):
        raise NotPlainError
    columns = [column_number(one) for one in letters]
    check_order(columns)
    cells = [reader.read(content) for content in contents]
    named = list(zip(columns, cells, strict=True))
    with_text = [column for column, cell in named if cell.stored is not None]
    without = [column for column, cell in named if cell.stored is None]
    return Layout(
        stored=tuple(cell.stored for cell in cells if cell.stored is not None),
        fixed=(None, *(cell.value for cell in cells if cell.stored is None)),
        arrange=arrange([*with_text, 0, *without]),
        uncalculated=tuple(
            one for one, cell in zip(letters, cells, strict=True) if cell.is_uncalculated
        ),
        is_hidden=is_said_hidden(row[2]),
        cells=len(cells),
    )


def arrange(columns: list[int]) -> Callable[[Cells], Cells]:
    """Return what puts values of `columns` side by side; that of column 0 stands in all others.

    At least two stand there, since of one itemgetter makes no tuple.
    """
    positions = {column: position for position, column in enumerate(columns)}
    width = max(columns) + 1
    return itemgetter(
        *(positions.get(column, positions[0]) for column in range(1, width + 1)), positions[0]
    )


@lru_cache
def is_said_hidden(attributes: str) -> bool:
    """Tell whether the attributes of a row hide it."""
    return is_true(dict(ATTRIBUTE.findall(attributes)).get("hidden"))


def is_true(attribute: str | None) -> bool:
    """Tell whether an XML attribute says yes."""
    return attribute in ("1", "true")


def check_order(numbers: Iterable[int]) -> None:
    """Make sure that rows or columns follow each other, from the first one on."""
    if not all(one < other for one, other in pairwise((0, *numbers))):
        raise NotPlainError
