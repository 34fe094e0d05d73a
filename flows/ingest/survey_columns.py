"""The columns of a survey, whichever tool wrote it: questions, and what tells the respondent."""

import re

from flows.ingest.column_roles import SURVEY_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole
from flows.programme.headers import display, normalise

GRID_ROW = re.compile(r"\[([^\[\]]*)\]\s*$")


def survey_column(
    index: int,
    text: str,
    wordings: frozenset[str],
    headers: dict[ColumnRole, tuple[str, ...]] = SURVEY_HEADERS,
) -> Column:
    """Return a question, with its row label in a grid, or a column about the respondent.

    What the programme workbook asks is a question, also where its wording is "Roll".
    """
    if not text.strip():
        return Column(index, text, ColumnRole.BLANK)
    role = role_of(text, headers)
    if role is not None and normalise(text) not in wordings:
        return Column(index, text, role)
    return Column(index, text, ColumnRole.QUESTION, row_label=row_label(text))


def row_label(header: str) -> str:
    """Return the part in square brackets that ends the header of a grid, or ""."""
    grid = GRID_ROW.search(header)
    return display(grid[1]) if grid else ""
