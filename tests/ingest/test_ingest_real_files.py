"""Exports and broken files that nobody here wrote, read from beside the repository.

They are not ours to commit; where they are absent the tests are skipped and say so.
"""

from datetime import date
from pathlib import Path

import pytest

from flows.ingest.exports import ColumnRole
from flows.ingest.reading import read_files
from flows.ingest.recognition import recognise
from flows.ingest.tools import google_forms, microsoft_forms
from flows.programme.problem_catalogue import CATALOGUE
from flows.programme.programme import ExportKind
from flows.programme.sheets import CellError
from tests.ingest.recognition_drawing import make_programme, rows_of

EXAMPLES = Path(__file__).parents[2].parent / "shared" / "examples"

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the real files (../shared/examples) are not on this machine"
)


def read_folder(folder, pattern="*"):
    """Return every file under the folder as it was read, and each problem's code by file."""
    root = EXAMPLES / folder
    paths = (path for path in root.rglob(pattern) if path.is_file())
    files = tuple(sorted(path.relative_to(root).as_posix() for path in paths))
    read, problems = read_files(root, files)
    return read, {problem.place.file: problem.code for problem in problems}


@pytest.fixture(scope="module")
def hostile():
    """Return the hostile files as they were read, and what was refused."""
    return read_folder("hostile")


def test_hostile_tables_are_recognised_or_told_of(hostile):
    """Whatever a table holds, it ends as an export or as a problem in the catalogue."""
    read, _refused = hostile
    exports, problems = recognise(read, make_programme())

    assert {problem.code for problem in problems} <= CATALOGUE.keys()
    told = {problem.place.file for problem in problems} | {e.source.file for e in exports}
    assert {one.source.file for one in read if any(s.rows for s in one.sheets)} == told


@pytest.mark.parametrize(
    ("file", "row", "values"),
    [
        ("exceldatareader/cp1252.csv", 3, ("4", "5", "æøå")),
        ("phpspreadsheet/premiere.utf8bom.csv", 1, ("première", "second", "troisième")),
        ("poi/sample.strict.xlsx", 1, ("Lorem", 111)),
        ("calamine/date.ods", 1, (date(2021, 1, 1), 15)),
        ("calamine/date_1904.xlsb", 1, (date(2021, 1, 1), 15)),
        ("readxl/dates-1904.xls", 1, (date(2000, 1, 1),) * 5),
        ("openpyxl/date_1904.xlsx", 1, (date(2011, 10, 31),)),
        ("calamine/errors.xlsx", 1, (CellError("#DIV/0!"),)),
    ],
)
def test_cells_of_hostile_files(hostile, file, row, values):
    """What the owner sees is read: every encoding, both calendars, errors, strict workbooks."""
    read, _refused = hostile
    (found,) = [one for one in read if one.source.file == file]

    assert {row.number: row.values for row in found.sheets[0].rows}[row] == values


def test_merged_cells_of_an_xls_are_told(hostile):
    """A title merged across an old workbook is known as one."""
    read, _refused = hostile
    (found,) = [one for one in read if one.source.file == "readxl/deaths.xls"]

    assert [sheet.merged for sheet in found.sheets] == [("B4:E4",), ("B4:E4", "E19:F19")]


@pytest.mark.parametrize(
    ("file", "rows", "questions"),
    [
        ("20250425_day_2__evaluation_20250425_day_2.xlsx", 15, 13),
        ("20250428_day_3__evaluation_20250428_day_3.xlsx", 13, 12),
        ("20250429_day_4__evaluation_20250429_day_4.xlsx", 10, 12),
    ],
)
def test_microsoft_forms_as_the_tool_wrote_it(file, rows, questions):
    """Three exports of Microsoft Forms: each row a response with its moment, no column lost."""
    read, _refused = read_folder("uppmax-2025-04", file)
    (export,), problems = recognise(read, make_programme())

    assert (export.tool, export.kind, problems) == (microsoft_forms.TOOL, ExportKind.SURVEY, ())
    assert rows_of(export) == list(range(2, rows + 2))
    assert all(response.submitted_at.year == 2025 for response in export.responses)
    roles = [column.role for column in export.columns]
    assert roles.count(ColumnRole.QUESTION) == questions
    assert roles[-1] is ColumnRole.MODIFIED_AT


@pytest.mark.parametrize(
    ("folder", "file", "rows"),
    [
        ("uppmax-2025-04", "20250425_day_2__initial_knowledge.csv", 13),
        ("googleforms", "learningR2019_es_Responses.csv", 338),
        ("googleforms", "learningR2019_es_Responses.xlsx", 338),
    ],
)
def test_google_forms_as_the_tool_wrote_it(folder, file, rows):
    """Two exports of Google Forms, one of them as csv and as xlsx: every moment is read."""
    read, _refused = read_folder(folder, file)
    (export,), problems = recognise(read, make_programme())

    assert (export.tool, len(export.responses)) == (google_forms.TOOL, rows)
    assert all(response.submitted_at for response in export.responses)
    assert {problem.code for problem in problems} <= {"headers-collide"}
