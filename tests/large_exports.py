"""Exports of any length, written as Excel writes those of Microsoft Forms: shared strings, moments.

openpyxl takes seconds for a file of this size; here its XML is put together as text.
"""

import random
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from openpyxl.utils.datetime import to_excel

from flows.programme.places import column_letters
from tests.sample_programme.layouts.files import pack

OWN_COLUMNS = ("ID", "Starttid", "Slutförandetid", "E-post", "Namn")
OPENED_AT = datetime(2016, 2, 1, 16)
MOMENT = 1  # the second style below

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FRAME = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts><font/></fonts>'
    "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    "<cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def make_large_export(
    questions: tuple[str, ...], labels: tuple[str, ...], rows: int, seed: int
) -> bytes:
    """Return a workbook of `rows` responses: labels under all questions, words under the last."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    strings: dict[str, int] = {}
    opened_at = OPENED_AT

    def text(column: int, row: int, words: str) -> str:
        number = strings.setdefault(words, len(strings))
        return f'<c r="{column_letters(column)}{row}" t="s"><v>{number}</v></c>'

    def moment(column: int, row: int, at: datetime) -> str:
        return f'<c r="{column_letters(column)}{row}" s="{MOMENT}"><v>{to_excel(at)!r}</v></c>'

    headers = (*OWN_COLUMNS, *questions)
    written = [[text(column, 1, words) for column, words in enumerate(headers, 1)]]
    for row in range(2, rows + 2):
        opened_at += timedelta(seconds=chance.randint(1, 90))
        sent_at = opened_at + timedelta(seconds=chance.randint(30, 600))
        cells = [f'<c r="A{row}"><v>{row - 1}</v></c>', moment(2, row, opened_at)]
        cells += [moment(3, row, sent_at), text(4, row, "anonymous")]
        cells += [text(column, row, chance.choice(labels)) for column in range(6, len(headers))]
        if chance.random() < 0.4:
            cells.append(text(len(headers), row, f"Svar {row} & mer om dagen, nummer {seed} "))
        written.append(cells)
    return pack(
        {
            **{name: xml.encode() for name, xml in FRAME.items()},
            "xl/worksheets/sheet1.xml": worksheet(written),
            "xl/sharedStrings.xml": shared_strings(strings),
        }
    )


def worksheet(rows: list[list[str]]) -> bytes:
    """Return the worksheet with the cells of `rows`."""
    data = "".join(f'<row r="{n}">{"".join(cells)}</row>' for n, cells in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'.encode()


def shared_strings(strings: dict[str, int]) -> bytes:
    """Return the table of shared strings, in their order."""
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{items}</sst>'.encode()
