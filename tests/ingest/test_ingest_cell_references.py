"""A fault is named at the very cell where it stands in Excel, whatever stands around it."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from flows.ingest.csv_reader import read_csv
from flows.ingest.exports import Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.programme.places import Place
from flows.programme.xlsx_reader import read_xlsx
from flows.validate.validation import validate
from tests.sample_programme.layouts.files import make_csv
from tests.sample_programme.layouts.spreadsheet import Spreadsheet
from tests.validate.export_drawing import PROGRAMME

FILE = "sessions/01/svar"
SOUND, NUMBER = "Instämmer", 8
QUESTIONS = ("Tiden räckte", "Jag har nytta av innehållet", "betyg")
ANSWERS = (SOUND, SOUND, NUMBER)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a tool heads its table: columns of its own, the rows of the header, merged cells.

    `before` are the tool's own cells of a response; the questions stand to their right.
    """

    header: tuple[tuple[object, ...], ...]
    before: tuple[object, ...] = ()
    merged_down: bool = False


MONKEY = ("Respondent ID", "Collector ID", "Start Date", "End Date")
QUALTRICS = ("StartDate", "EndDate", "Status", "Finished", "ResponseId")
WHEN = "2016-03-01 16:05:00"
LAYOUTS = {
    "one header row": Layout((QUESTIONS,)),
    "a merged header above its columns": Layout((QUESTIONS, (None, None, None)), merged_down=True),
    "two header rows": Layout(
        ((*MONKEY, *QUESTIONS), (None, None, None, None, "Response", "Response", "Response")),
        before=(1, 2, WHEN, WHEN),
    ),
    "three header rows": Layout(
        (
            (*QUALTRICS, "Q1", "Q2", "Q3"),
            (*QUALTRICS, *QUESTIONS),
            tuple(f'{{"ImportId":"{code}"}}' for code in (*QUALTRICS, "QID1", "QID2", "QID3")),
        ),
        before=(WHEN, WHEN, "IP Address", "True", "R_1"),
    ),
}
FAULTS = {
    ("answer-off-scale", 0): 6,
    ("answer-not-a-label", 1): "egna ord",
    ("cell-error", 0): "#N/A",
    ("cell-error", 2): "#DIV/0!",
    ("answer-not-a-number", 2): "många",
}
"""What is planted, by the code under which it must be found and the position of its question."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A sheet with faults: its cells by row and column, and the place of each fault by code."""

    cells: dict[tuple[int, int], object]
    found: frozenset[tuple[str, str]]
    hidden: frozenset[int]
    merged: tuple[str, ...]


@st.composite
def sheets(draw, layout):
    """Draw a sheet: preamble, header, and responses with gaps, hidden rows and faults."""
    cells: dict[tuple[int, int], object] = {}
    merged = []
    row = 1
    for title in draw(st.lists(st.sampled_from(["Träff 1", "Utskriven 2016", None]), max_size=4)):
        if title:
            cells[row, 1] = title
            merged += draw(st.sampled_from([[], [f"A{row}:C{row}"]]))
        row += 1
    first_header = row
    for texts in layout.header:
        cells |= {(row, column): text for column, text in enumerate(texts, 1) if text}
        row += 1
    if layout.merged_down:
        letters = "ABC"[: len(QUESTIONS)]
        merged += [f"{letter}{first_header}:{letter}{row - 1}" for letter in letters]
    rows = []
    for number in range(draw(st.integers(6, 10))):
        row += draw(st.sampled_from([0, 0, 0, 1, 3]))
        values = (*layout.before, *ANSWERS)
        if layout.before:
            values = (*layout.before[:-1], f"R_{number}", *ANSWERS)
        if layout.before and isinstance(layout.before[0], int):
            values = (number + 1, *values[1:])
        cells |= {(row, column): value for column, value in enumerate(values, 1)}
        rows.append(row)
        row += 1
    found = set()
    for code, question in draw(st.lists(st.sampled_from(sorted(FAULTS)), unique=True, max_size=4)):
        column = len(layout.before) + question + 1
        at = draw(st.sampled_from(rows)), column
        if cells[at] == ANSWERS[question]:
            cells[at] = FAULTS[code, question]
            found.add((code, Place("", row=at[0], column=column).cell))
    hidden = frozenset(draw(st.lists(st.sampled_from(rows), max_size=2)))
    return Planted(cells, frozenset(found), hidden, tuple(merged))


def write_xlsx(planted, path):
    """Write the sheet as a workbook."""
    workbook = Workbook()
    for (row, column), value in planted.cells.items():
        workbook.active.cell(row, column, value)
    for row in planted.hidden:
        workbook.active.row_dimensions[row].hidden = True
    for cells in planted.merged:
        workbook.active.merge_cells(cells)
    workbook.save(path)


def write_csv(planted, path):
    """Write the sheet as csv, which has neither merged cells nor hidden rows."""
    height = max(row for row, _column in planted.cells)
    width = max(column for _row, column in planted.cells)
    rows = tuple(
        tuple(planted.cells.get((row, column)) for column in range(1, width + 1))
        for row in range(1, height + 1)
    )
    path.write_bytes(make_csv(Spreadsheet(path.name, rows)))


def find_faults(sheets):
    """Return code and cell of each problem of an answer, and the number of rows not used."""
    file = sheets[0].file
    read = ReadFile(Source(file, "0" * 64, 1, 1), sheets)
    exports, _unrecognised = recognise((read,), PROGRAMME)
    dataset, problems = validate(PROGRAMME, Decisions(), exports)
    (account,) = dataset.accounts
    codes = {code for code, _question in FAULTS}
    found = {(one.code, one.place.cell) for one in problems if one.code in codes}
    return found, account.rows_read - account.rows_used


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_faults_are_found_at_their_cells(layout, data):
    """Preambles, gaps, hidden rows, merged and repeated header rows move no fault by a cell."""
    planted = data.draw(sheets(layout))
    with TemporaryDirectory() as folder:
        workbook, text = Path(folder) / "a.xlsx", Path(folder) / "a.csv"
        write_xlsx(planted, workbook)
        assert find_faults(read_xlsx(workbook, f"{FILE}.xlsx")) == (planted.found, 0)
        if not layout.merged_down:
            write_csv(planted, text)
            in_csv = {fault for fault in planted.found if fault[0] != "cell-error"}
            found, unused = find_faults(read_csv(text, f"{FILE}.csv").sheets)
            assert in_csv <= found
            assert unused == 0
