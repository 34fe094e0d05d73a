"""Replies: the rows of a survey that hold an answer, each with who gave it and in which wave."""

from dataclasses import dataclass

from flows.ingest.exports import ColumnRole, Response
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import text_of
from flows.validate.cells import first_cell
from flows.validate.dataset import Respondent
from flows.validate.defects import Defects
from flows.validate.occasions import parse_wave
from flows.validate.register import Register
from flows.validate.respondents import RespondentReader, make_respondent_reader
from flows.validate.surveys import Survey


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of a survey, with who answered and in which wave."""

    survey: Survey
    response: Response
    respondent: Respondent
    is_anonymous: bool
    wave: Wave | None

    @property
    def place(self) -> Place:
        """The first cell of its row."""
        return first_cell(self.survey.export, self.response)


def collect_replies(
    survey: Survey, register: Register, programme: Programme
) -> tuple[tuple[Reply, ...], Defects]:
    """Return the replies of `survey`; blank rows and unknown respondents are excluded."""
    reader = make_respondent_reader(survey, register, programme)
    answer_positions = find_answer_positions(survey)
    replies: list[Reply] = []
    excluded: list[Problem] = []
    notes: list[Problem] = []
    for response in survey.export.responses:
        if not any(text_of(response.values[position]).strip() for position in answer_positions):
            excluded.append(problem("row-blank", first_cell(survey.export, response)))
            continue
        reply, reason, remarks = read_reply(survey, response, reader)
        notes += remarks
        if reply:
            replies.append(reply)
        elif reason:
            excluded.append(reason)
    return tuple(replies), Defects(rows=tuple(excluded), notes=tuple(notes))


def find_answer_positions(survey: Survey) -> tuple[int, ...]:
    """Return where answers stand in a row, those to questions that nobody knows included."""
    asked = {question.position for question in survey.questions}
    return tuple(
        position
        for position, column in enumerate(survey.export.columns)
        if position in asked
        or (column.role is ColumnRole.QUESTION and position not in survey.unasked)
    )


def read_reply(
    survey: Survey, response: Response, reader: RespondentReader
) -> tuple[Reply | None, Problem | None, tuple[Problem, ...]]:
    """Return the reply in `response`, or None and the reason; with notes either way."""
    wave = survey.wave
    if survey.wave_column is not None:
        wave = parse_wave(text_of(response.values[survey.wave_column]))
        if wave is None:
            column = survey.export.columns[survey.wave_column]
            cell = survey.export.place(response.row, column.index)
            return None, problem("wave-mark-unknown", cell), ()
    found = reader.read(response)
    if found.respondent is None:
        return None, found.reason, found.notes
    reply = Reply(survey, response, found.respondent, found.is_anonymous, wave)
    return reply, None, found.notes
