"""From replies to what they say: responses, answers, comments and the items that were asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from flows.programme.items import KINDS_WITH_SCALE, Item, ItemKind, Wave
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind
from flows.programme.sheets import CellValue, Ticks, text_of
from flows.validate.answer_tables import AnswerColumn, AnswerTable
from flows.validate.answers import AnswerReader, CellAnswer, make_answer_reader
from flows.validate.columns import Question
from flows.validate.dataset import AskedItem, Comment, UsedResponse
from flows.validate.replies import Reply
from flows.validate.surveys import Survey

DASHES = "-–—"
"""A comment of dashes alone says that there is none."""

MOST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What the replies of one survey say."""

    responses: tuple[UsedResponse, ...]
    answers: AnswerTable
    comments: tuple[Comment, ...]
    asked_items: tuple[AskedItem, ...]
    problems: tuple[Problem, ...]


def read_answers(survey: Survey, replies: tuple[Reply, ...], programme: Programme) -> SurveyAnswers:
    """Return what `replies`, all of `survey`, say question by question; equal cells read once."""
    columns: list[AnswerColumn] = []
    comments: list[Comment] = []
    problems: list[Problem] = []
    values_by_position = tuple(zip(*(reply.response.values for reply in replies), strict=True))
    for question in survey.questions:
        values = values_by_position[question.position] if replies else ()
        if question.item.kind is ItemKind.TEXT:
            comments += read_comments(survey, question, replies, values)
            continue
        reader = make_answer_reader(
            question.item, programme, are_positions=survey.export.are_positions
        )
        readings = read_cells(reader, values)
        if any(map(flaw_of, readings)) and not lacks_scale(question.item, programme):
            problems += find_flaws(survey, question, reader, replies, readings)
        columns.append(AnswerColumn(question.item.item_id, question.column.indexes, readings))
    responses = tuple(count_as_used(survey, replies))
    columns.sort(key=lambda column: column.cells)
    return SurveyAnswers(
        responses=responses,
        answers=AnswerTable(responses, tuple(columns), survey.export.continuations),
        comments=tuple(comments),
        asked_items=tuple(list_asked(survey, replies)),
        problems=tuple(problems),
    )


def lacks_scale(item: Item, programme: Programme) -> bool:
    """Tell whether `item` needs a scale that the programme workbook lacks, and tells of itself."""
    return item.kind in KINDS_WITH_SCALE and programme.scale_of(item) is None


def read_cells(reader: AnswerReader, values: tuple[CellValue, ...]) -> tuple[CellAnswer, ...]:
    """Return what each of `values` answers; equal ones are read once.

    TRUE equals 1, but is no 1 to whoever reads it.
    """
    distinct = set(values)
    if not distinct.isdisjoint((0, 1)) and bool in map(type, values):
        return tuple(map(reader.read, values))
    readings = {value: reader.read(value) for value in distinct}
    return tuple(map(readings.__getitem__, values))


flaw_of = attrgetter("flaw")
"""The code of what is wrong with a reading: most columns have none."""


def find_flaws(
    survey: Survey,
    question: Question,
    reader: AnswerReader,
    replies: Iterable[Reply],
    readings: Iterable[CellAnswer],
) -> Iterator[Problem]:
    """Yield a problem for each cell that cannot be read.

    Where that is most of the filled cells, the column is not on the item's scale at all: one
    problem says so, and it blocks, because the figures would be of the few others.
    """
    export = survey.export
    flawed = [
        (reply, reading) for reply, reading in zip(replies, readings, strict=True) if reading.flaw
    ]
    filled = sum(
        reading.missing is not MissingKind.NOT_ANSWERED or bool(reading.flaw)
        for reading in readings
    )
    if len(flawed) > max(1, MOST_SHARE * filled):
        yield problem(
            "column-off-scale",
            export.header_place(question.column),
            item=question.item.item_id,
            cells=len(flawed),
            filled=filled,
            expected=reader.expected(reading.flaw for _, reading in flawed),
        )
        return
    for reply, reading in flawed:
        yield problem(
            reading.flaw,
            export.place(reply.response.row, flawed_cell(question, reply, reader)),
            found=reading.found,
            expected=reader.expected([reading.flaw]),
        )


def flawed_cell(question: Question, reply: Reply, reader: AnswerReader) -> int:
    """Return the column of the cell that cannot be read: of ticked ones the unknown option's."""
    value = reply.response.values[question.position]
    ticks = value.ticks if isinstance(value, Ticks) else ()
    unknown = (tick.column for tick in ticks if not reader.knows_all(tick.option))
    return next(unknown, question.column.index)


def count_as_used(survey: Survey, replies: Iterable[Reply]) -> Iterator[UsedResponse]:
    """Yield the `replies`, all of `survey`, as they are counted."""
    instrument, session = survey.instrument, survey.session
    for reply in replies:
        yield UsedResponse(
            instrument,
            reply.respondent,
            session,
            reply.wave,
            reply.place,
            reply.response.is_partial,
        )


def read_comments(
    survey: Survey, question: Question, replies: Iterable[Reply], values: Iterable[CellValue]
) -> Iterator[Comment]:
    """Yield the free text of each reply that wrote any, as it was written."""
    for reply, value in zip(replies, values, strict=True):
        text = "" if value is None else text_of(value).strip()
        if text.strip(DASHES).strip():
            yield Comment(
                question.item.item_id,
                reply.respondent,
                survey.session,
                text,
                survey.export.place(reply.response.row, question.column.index),
            )


def list_asked(survey: Survey, replies: Iterable[Reply]) -> Iterator[AskedItem]:
    """Yield each question of `survey`: once, or once in each wave that its rows tell."""
    waves: list[Wave | None] = [survey.wave]
    if survey.wave_column is not None:
        answered = {reply.wave for reply in replies}
        waves = [wave for wave in Wave if wave in answered]
    for question in survey.questions:
        for wave in waves:
            yield AskedItem(
                item_id=question.item.item_id,
                session=survey.session,
                wave=wave,
                wording=question.column.title,
                place=survey.export.header_place(question.column),
            )
