"""The columns of a survey, whichever tool wrote it: questions, and what tells the respondent."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from flows.ingest.column_roles import SURVEY_HEADERS, role_of
from flows.ingest.exports import Column, ColumnRole, OptionCell
from flows.ingest.header_parts import HeaderPart, part_header, texts_of
from flows.ingest.option_columns import are_ticks
from flows.ingest.recognised import Surroundings
from flows.programme.headers import display, normalise
from flows.programme.sheet_rows import Rows, is_empty
from flows.programme.sheets import Row, text_of

GRID_ROW = re.compile(r"\[([^\[\]]*)\]\s*$")
WRITE_IN = re.compile(
    r"(?:other|another|annat|annan|övrigt|andet|anden|annet|muu|jokin muu|andere|sonstige|otro)"
    r"\b[^.?!]{0,40}|.*\bwrite.in\b.*"
)
"""How an option is called that respondents write themselves, so that its cell holds no mark."""


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


def arrange_columns(
    header: Row,
    own: Mapping[int, ColumnRole],
    parts: Iterable[HeaderPart],
    rows: Rows,
    surroundings: Surroundings,
    *,
    are_options: Callable[[tuple[HeaderPart, ...]], bool] | None = None,
) -> tuple[Column, ...]:
    """Return the columns of an export in their order: the tool's own, and the questions.

    `own` holds what the tool's own columns are for, headed in `header`; `parts` are the other
    headers taken apart, and `rows` what stands below them.
    """
    columns = (
        *(Column(index, text_of(header.value_at(index)), role) for index, role in own.items()),
        *join_parts(parts, rows, surroundings, are_options=are_options),
    )
    return tuple(sorted(columns, key=lambda column: column.index))


def join_parts(
    parts: Iterable[HeaderPart],
    rows: Rows,
    surroundings: Surroundings,
    *,
    are_options: Callable[[tuple[HeaderPart, ...]], bool] | None = None,
) -> Iterator[Column]:
    """Yield the questions of `parts`: one for each option question, one for each row of a grid.

    Neighbours that share their question are taken together. The programme workbook decides
    what they are; where it knows neither them nor their question, `are_options` does, or else
    what stands in the cells.
    """
    for _question, neighbours in groupby(parts, lambda part: normalise(part.question)):
        group = tuple(neighbours)
        if is_option_question(group, rows, surroundings, are_options):
            yield option_question(group)
        else:
            yield from (part_column(part, surroundings) for part in group)


def is_option_question(
    group: tuple[HeaderPart, ...],
    rows: Rows,
    surroundings: Surroundings,
    are_options: Callable[[tuple[HeaderPart, ...]], bool] | None,
) -> bool:
    """Tell whether the columns of `group` answer one question together."""
    own_words = [part for part in group if not part.label]
    if len(group) == 1 or len(own_words) > 1:
        return bool(group[0].label) and surroundings.choices_item(group[0].question) is not None
    if any(surroundings.asks(text) for part in group if part.label for text in texts_of(part)):
        return False
    if surroundings.choices_item(group[0].question):
        return True
    if own_words:
        return all(is_write_in(part.label) for part in group if part.label)
    if are_options:
        return are_options(group)
    return all(
        is_write_in(part.label) or are_ticks(part.label, rows.column(part.index)) for part in group
    ) and not all(is_empty(rows.column(part.index)) for part in group)


def is_write_in(option: str) -> bool:
    """Tell whether respondents write in the option's cell what no option says."""
    return WRITE_IN.fullmatch(normalise(option)) is not None


def option_question(group: tuple[HeaderPart, ...]) -> Column:
    """Return the question that all columns of `group` answer together."""
    first = group[0]
    return Column(
        first.index,
        first.question,
        ColumnRole.QUESTION,
        names=(first.code,) if first.code else (),
        options=tuple(
            OptionCell(part.index, part.label, is_write_in=is_write_in(part.label))
            for part in group
        ),
        header_row=first.header_row,
    )


def part_column(part: HeaderPart, surroundings: Surroundings) -> Column:
    """Return the column of a question of its own, or of one row of a grid."""
    column = survey_column(part.index, part_header(part), surroundings.wordings)
    if column.role is not ColumnRole.QUESTION:
        return Column(part.index, part.question, column.role, header_row=part.header_row)
    return Column(
        part.index,
        column.header,
        ColumnRole.QUESTION,
        row_label=part.label or column.row_label,
        names=part.names,
        header_row=part.header_row,
    )
