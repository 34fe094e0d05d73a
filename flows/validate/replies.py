"""Replies: the rows of a survey that hold an answer, each with who gave it and in which wave."""

from dataclasses import dataclass
from typing import NamedTuple

from flows.ingest.exports import ColumnRole, Response
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import text_of
from flows.validate.cells import first_cells
from flows.validate.dataset import Respondent
from flows.validate.defects import Defects
from flows.validate.identification import Claim, RowLink
from flows.validate.occasions import parse_wave
from flows.validate.register import Register
from flows.validate.respondents import make_respondent_reader
from flows.validate.surveys import Survey


class Reply(NamedTuple):
    """One row of a survey, with who answered and in which wave.

    `place` is its first cell, `code` the cell with the respondent's self-made code, None
    where there is none.
    """

    survey: Survey
    response: Response
    respondent: Respondent
    is_anonymous: bool
    wave: Wave | None
    place: Place
    code: Claim | None = None


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies of one survey, and how each row that holds an answer is linked."""

    replies: tuple[Reply, ...]
    links: tuple[RowLink, ...]


def collect_replies(
    survey: Survey, register: Register, programme: Programme
) -> tuple[Replies, Defects]:
    """Return the replies of `survey`; blank rows and unknown respondents are excluded."""
    reader = make_respondent_reader(survey, register, programme)
    answer_positions = find_answer_positions(survey)
    replies: list[Reply] = []
    links: list[RowLink] = []
    excluded: list[Problem] = []
    notes: list[Problem] = []
    for response, place in zip(survey.export.responses, first_cells(survey.export), strict=True):
        if is_blank(response, answer_positions):
            excluded.append(problem("row-blank", place))
            continue
        wave, reason = read_wave(survey, response)
        if reason:
            excluded.append(reason)
            continue
        link, respondent, is_anonymous, reason, remarks, code = reader.read(response, place)
        links.append(link)
        notes += remarks
        if respondent:
            replies.append(Reply(survey, response, respondent, is_anonymous, wave, place, code))
        elif reason:
            excluded.append(reason)
    defects = Defects(rows=tuple(excluded), notes=tuple(notes))
    return Replies(tuple(replies), tuple(links)), defects


def find_answer_positions(survey: Survey) -> tuple[int, ...]:
    """Return where answers stand in a row, those to questions that nobody knows included."""
    asked = {question.position for question in survey.questions}
    return tuple(
        position
        for position, column in enumerate(survey.export.columns)
        if position in asked
        or (column.role is ColumnRole.QUESTION and position not in survey.unasked)
    )


def is_blank(response: Response, positions: tuple[int, ...]) -> bool:
    """Tell whether nothing but white space stands at `positions`."""
    for position in positions:
        value = response.values[position]
        if value is not None and text_of(value).strip():
            return False
    return True


def read_wave(survey: Survey, response: Response) -> tuple[Wave | None, Problem | None]:
    """Return the wave of `response`, and why it cannot be used where its column names none."""
    if survey.wave_column is None:
        return survey.wave, None
    wave = parse_wave(text_of(response.values[survey.wave_column]))
    if wave:
        return wave, None
    column = survey.export.columns[survey.wave_column]
    return None, problem("wave-mark-unknown", survey.export.place(response.row, column.index))
