"""A workbook made of what was read: for csv and the formats that cannot be edited in place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.programme.sheets import Sheet, text_of
from flows.validate.correction_workbook.package import (
    CONTENT_TYPES,
    DOCUMENT,
    MAIN,
    SHEETML,
    TYPES,
    XML,
    Package,
    add_relation,
    declare_ending,
    declare_type,
    empty_part,
)
from flows.validate.correction_workbook.sheet_markup import (
    Cell,
    Layout,
    write_worksheet,
)
from flows.validate.correction_workbook.styles import (
    MINIMAL_STYLES,
    Look,
    add_looks,
    read_styles,
    write_styles,
)
from flows.validate.correction_workbook.workbook_sheets import LONGEST_NAME
from flows.validate.correction_workbook.xml_elements import escape_text

NARROWEST, WIDEST = 9, 48
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
WORKBOOK = "xl/workbook.xml"


def name_sheets(sheets: Sequence[Sheet], nameless: str) -> tuple[Sheet, ...]:
    """Return the sheets with names that Excel takes; a csv file's table has none of its own."""
    named: list[Sheet] = []
    for sheet in sheets:
        plain = " ".join(sheet.name.translate(NOT_IN_A_NAME).split()).strip("'") or nameless
        taken = {one.name.casefold() for one in named}
        endings = ("", *(f" {number}" for number in range(2, len(sheets) + 2)))
        names = (plain[: LONGEST_NAME - len(ending)] + ending for ending in endings)
        named.append(replace(sheet, name=next(n for n in names if n.casefold() not in taken)))
    return tuple(named)


def copy_values(sheets: Sequence[Sheet]) -> Package:
    """Return a workbook with the values of `sheets`, whose names Excel takes.

    Text stays text: what is typed over it is text as well, as in the csv file that it was.
    """
    styles, numbers = add_looks(read_styles(MINIMAL_STYLES), Look)
    package = Package(((CONTENT_TYPES, empty_part("Types", TYPES)),))
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        package = declare_ending(package, ending, kind)
    package, _id = add_relation(package, "", "officeDocument", WORKBOOK)
    package = declare_type(package, WORKBOOK, f"{SHEETML}.sheet.main+xml")
    package = package.put("xl/styles.xml", write_styles(styles))
    package = declare_type(package, "xl/styles.xml", f"{SHEETML}.styles+xml")
    package, _id = add_relation(package, WORKBOOK, "styles", "xl/styles.xml")
    lines = []
    for number, sheet in enumerate(sheets, 1):
        part = f"xl/worksheets/sheet{number}.xml"
        content = write_worksheet(list_rows(sheet), Layout(measure_columns(sheet)), numbers)
        package = declare_type(package.put(part, content), part, f"{SHEETML}.worksheet+xml")
        package, relation_id = add_relation(package, WORKBOOK, "worksheet", part)
        hidden = ' state="hidden"' if sheet.is_hidden else ""
        lines.append(
            f'<sheet name="{escape_text(sheet.name)}" sheetId="{number}"{hidden} '
            f'r:id="{relation_id}"/>'
        )
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{''.join(lines)}</sheets></workbook>"
    )
    return package.put(WORKBOOK, XML + workbook.encode())


def list_rows(sheet: Sheet) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield the rows of the sheet under the numbers they had."""
    for row in sheet.rows:
        yield (
            row.number,
            tuple(
                Cell(value, Look.TYPED if isinstance(value, str) else Look.PLAIN)
                for value in row.values
            ),
        )


def measure_columns(sheet: Sheet) -> tuple[float, ...]:
    """Return how wide each column is: as its longest text, within reason."""
    count = max((len(row.values) for row in sheet.rows), default=0)
    longest = [
        max((len(text_of(row.value_at(column))) for row in sheet.rows), default=0)
        for column in range(1, count + 1)
    ]
    return tuple(float(min(max(length + 2, NARROWEST), WIDEST)) for length in longest)
