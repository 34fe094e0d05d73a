"""What went wrong on the way, as it does: each fault, where it stands, what must tell of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from openpyxl.utils.cell import coordinate_from_string

from flows.programme.sheets import CellValue
from tests.sample_programme.economy import OTHER
from tests.sample_programme.layouts.spreadsheet import Spreadsheet
from tests.sample_programme.project import COORDINATOR
from tests.sample_programme.questions import REWORDED_TIME

LUNCH = "Hur nöjd är du med lunchen och lokalen?"

Plant = Callable[[Spreadsheet, str], Spreadsheet]


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake. `file` begins the file's name; `cell` is what a person would point at.

    `code` is the problem that must be found there.
    """

    what: str
    file: str
    cell: str
    code: str
    plant: Plant


def type_over(value: CellValue) -> Plant:
    """Return the planting of `value` over what stood in the cell."""
    return lambda spreadsheet, cell: spreadsheet.with_cell(cell, value)


def paste_twice(spreadsheet: Spreadsheet, cell: str) -> Spreadsheet:
    """Return the spreadsheet with the row above the cell's row pasted once more."""
    row = row_of(cell)
    return spreadsheet.with_row(row, spreadsheet.rows[row - 2])


def answer_again(spreadsheet: Spreadsheet, cell: str) -> Spreadsheet:
    """Return a Forms export in which the respondent of the row sends the form once more."""
    _number, started_at, submitted_at, *answers = spreadsheet.rows[row_of(cell) - 1]
    count = len(spreadsheet.rows)
    later = timedelta(days=4)
    again = (count, started_at + later, submitted_at + later, *answers)
    file = spreadsheet.file.replace(f"(1-{count - 1})", f"(1-{count})")
    return replace(spreadsheet.with_row(count + 1, again), file=file)


def add_row(*values: CellValue) -> Plant:
    """Return the planting of a row that pushes the cell's row down."""
    return lambda spreadsheet, cell: spreadsheet.with_row(row_of(cell), values)


def add_column(header: str, *answers: CellValue) -> Plant:
    """Return the planting of a question that the workbook does not know."""
    return lambda spreadsheet, cell: spreadsheet.with_column(
        {row_of(cell): header}
        | {row_of(cell) + number: answer for number, answer in enumerate(answers, 1)}
    )


def row_of(cell: str) -> int:
    """Return the row of `cell`."""
    return coordinate_from_string(cell)[1]


def plant_faults(spreadsheet: Spreadsheet) -> Spreadsheet:
    """Return `spreadsheet` with the faults of its file."""
    for fault in FAULTS:
        if spreadsheet.file.startswith(fault.file):
            spreadsheet = fault.plant(spreadsheet, fault.cell)
    return spreadsheet


FAULTS = (
    Fault(
        "A respondent types her own address with one letter missing.",
        "sessions/03/",
        "B7",
        "respondent-unknown",
        type_over("emil.haselro@strangnas.example"),
    ),
    Fault(
        "A row is pasted twice when two sheets are put together.",
        "sessions/04/",
        "A13",
        "row-duplicate",
        paste_twice,
    ),
    *(
        Fault(
            "From session 6 on, the question about time is put in other words.",
            f"sessions/{session:02}/",
            cell,
            "wording-changed",
            type_over(REWORDED_TIME),
        )
        for session, cell in ((6, "J1"), (7, "G1"), (8, "J1"), (9, "G1"), (10, "J1"))
    ),
    Fault(
        "Whoever types in the paper forms hits 6 on a scale from 1 to 5.",
        "sessions/07/",
        "G10",
        "answer-off-scale",
        type_over(6),
    ),
    Fault(
        "A question about lunch is added to one form and to nothing else.",
        "sessions/08/",
        "P1",
        "column-unknown",
        add_column(LUNCH, "Bra", "Mycket bra", "Bra", None, "Sådär", "Bra", "Bra", "Mycket bra"),
    ),
    Fault(
        "A participant forgets that she has answered, and answers again.",
        "sessions/10/",
        "A5",
        "answered-twice",
        answer_again,
    ),
    Fault(
        "Nobody remembers whether the participant was there.",
        "exports/Närvarolista",
        "I21",
        "attendance-mark-unknown",
        type_over("?"),
    ),
    Fault(
        "A substitute who is not enrolled signs the list.",
        "exports/Närvarolista",
        "B38",
        "respondent-unknown",
        add_row(None, "Gunvor Näckrosén", "Flens kommun", *[None] * 7, "Ja"),
    ),
    Fault(
        "A participant has lost the code that pairs before and after.",
        "exports/Självskattning efter",
        "F12",
        "respondent-unknown",
        type_over("minns inte"),
    ),
    Fault(
        "A date is typed as text.",
        "exports/Huvudboksutdrag",
        "A12",
        "date-as-text",
        type_over("29.4.2016"),
    ),
    Fault(
        "An amount is a reference to another voucher.",
        "exports/Huvudboksutdrag",
        "F30",
        "amount-unreadable",
        add_row(
            date(2017, 2, 14),
            "V1129",
            OTHER,
            COORDINATOR,
            "Porto, inbjudan träff 10",
            "ingår i V1126",
        ),
    ),
)
"""Every mistake in the sample. The tests hold each against the problems that are found."""
