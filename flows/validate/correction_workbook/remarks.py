"""Remarks: the problems of one file, each at the cell where its owner puts it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.ingest.correction_signs import comparable_text
from flows.programme.languages import Language
from flows.programme.problem_catalogue import ProblemText, describe, severity_of
from flows.programme.problems import Problem, Severity
from flows.programme.sheets import Sheet

RIGHT_AS_THEY_ARE = frozenset(
    {
        "column-without-header",
        "correction-left-out",
        "correction-without-original",
        "marks-not-read",
        "respondent-invited",
        "row-is-a-heading",
        "row-is-a-sum",
        "rows-hidden",
        "session-by-date",
        "wording-changed",
    }
)
"""Problems that call for nothing unless the owner says so: alone they make no work for anybody."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One problem at a cell of the workbook.

    `row` and `column` are 0 where it is about a whole sheet, and `sheet` is empty where it is
    about the whole file. `before` is the text that stands in the cell.
    """

    sheet: str
    row: int
    column: int
    is_fault: bool
    text: ProblemText
    before: str

    @property
    def is_at_cell(self) -> bool:
        """Tell whether there is a cell to mark."""
        return bool(self.row and self.column)


def needs_correction(problem: Problem) -> bool:
    """Tell whether somebody can correct the problem in a cell, a row or a column of its file."""
    has_cell = bool(problem.place.row or problem.place.column)
    return has_cell and problem.code not in RIGHT_AS_THEY_ARE


def make_remarks(
    problems: Iterable[Problem],
    sheets: Sequence[Sheet],
    names: dict[str, str],
    language: Language,
) -> tuple[Remark, ...]:
    """Return the remarks on one file, those to correct first and those at no cell last.

    `names` are the names of its sheets in the correction workbook.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    remarks = [
        make_remark(problem, by_name.get(problem.place.sheet), names, language)
        for problem in sorted(problems)
    ]
    return tuple(sorted(remarks, key=lambda one: (not one.is_fault, not one.is_at_cell)))


def make_remark(
    problem: Problem, sheet: Sheet | None, names: dict[str, str], language: Language
) -> Remark:
    """Return the remark that a problem is."""
    row, column = find_anchor(problem, sheet)
    filled = next((one for one in sheet.rows if one.number == row), None) if sheet else None
    return Remark(
        names.get(problem.place.sheet, ""),
        row,
        column,
        severity_of(problem) is not Severity.NOTE,
        describe(problem, language),
        comparable_text(filled.value_at(column)) if filled and column else "",
    )


def find_anchor(problem: Problem, sheet: Sheet | None) -> tuple[int, int]:
    """Return the cell of a problem: of a row or a column, its first filled one; else 0, 0."""
    row, column = problem.place.row, problem.place.column
    if sheet is None or (row and column):
        return row, column
    for one in sheet.rows:
        if row == one.number:
            filled = (n for n, value in enumerate(one.values, 1) if value is not None)
            return row, next(filled, 1)
        if column and one.value_at(column) is not None:
            return one.number, column
    return 0, 0
