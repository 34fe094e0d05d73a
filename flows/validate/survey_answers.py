"""From replies to what they say: responses, answers, comments and the items that were asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.programme.items import ItemKind, Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind
from flows.programme.sheets import CellValue, Ticks, text_of
from flows.validate.answers import AnswerReader, CellAnswer, make_answer_reader
from flows.validate.columns import Question
from flows.validate.dataset import Answer, AskedItem, Comment, UsedResponse
from flows.validate.replies import Reply
from flows.validate.surveys import Survey

DASHES = "-–—"
"""A comment of dashes alone says that there is none."""

MOST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What the replies of one survey say."""

    responses: tuple[UsedResponse, ...] = ()
    answers: tuple[Answer, ...] = ()
    comments: tuple[Comment, ...] = ()
    asked_items: tuple[AskedItem, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_answers(survey: Survey, replies: tuple[Reply, ...], programme: Programme) -> SurveyAnswers:
    """Return what `replies`, all of `survey`, say question by question."""
    answers: list[Answer] = []
    comments: list[Comment] = []
    problems: list[Problem] = []
    for question in survey.questions:
        if question.item.kind is ItemKind.TEXT:
            comments += read_comments(survey, question, replies)
            continue
        reader = make_answer_reader(question.item, programme)
        readings = read_column(reader, question, replies)
        problems += find_flaws(survey, question, reader, readings)
        answers += make_answers(survey, question, readings)
    return SurveyAnswers(
        responses=tuple(map(count_as_used, replies)),
        answers=tuple(answers),
        comments=tuple(comments),
        asked_items=tuple(list_asked(survey, replies)),
        problems=tuple(problems),
    )


def read_column(
    reader: AnswerReader, question: Question, replies: Iterable[Reply]
) -> list[tuple[Reply, CellAnswer]]:
    """Return each reply with its answer to `question`; equal cells are read once."""
    known: dict[tuple[type, CellValue], CellAnswer] = {}
    readings = []
    for reply in replies:
        value = reply.response.values[question.position]
        kind_and_value = (type(value), value)
        if kind_and_value not in known:
            known[kind_and_value] = reader.read(value)
        readings.append((reply, known[kind_and_value]))
    return readings


def find_flaws(
    survey: Survey,
    question: Question,
    reader: AnswerReader,
    readings: list[tuple[Reply, CellAnswer]],
) -> Iterator[Problem]:
    """Yield a problem for each cell that cannot be read.

    Where that is most of the filled cells, the column is not on the item's scale at all: one
    problem says so, and it blocks, because the figures would be of the few others.
    """
    export = survey.export
    flawed = [(reply, reading) for reply, reading in readings if reading.flaw]
    filled = sum(
        reading.missing is not MissingKind.NOT_ANSWERED or bool(reading.flaw)
        for _, reading in readings
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


def make_answers(
    survey: Survey, question: Question, readings: Iterable[tuple[Reply, CellAnswer]]
) -> Iterator[Answer]:
    """Yield the answer of each reply to `question`, with every cell that it stands in."""
    file, sheet = survey.export.source.file, survey.export.sheet
    first, *further = question.column.indexes
    for reply, reading in readings:
        row = reply.response.row
        yield Answer(
            item_id=question.item.item_id,
            respondent=reply.respondent,
            session=survey.session,
            wave=reply.wave,
            value=reading.value,
            codes=reading.codes,
            missing=reading.missing,
            place=Place(file, sheet, row, first),
            further_places=tuple(Place(file, sheet, row, index) for index in further),
        )


def count_as_used(reply: Reply) -> UsedResponse:
    """Return `reply` as it is counted."""
    return UsedResponse(
        instrument=reply.survey.instrument,
        respondent=reply.respondent,
        session=reply.survey.session,
        wave=reply.wave,
        place=reply.place,
        is_partial=reply.response.is_partial,
    )


def read_comments(
    survey: Survey, question: Question, replies: Iterable[Reply]
) -> Iterator[Comment]:
    """Yield the free text of each reply that wrote any, as it was written."""
    for reply in replies:
        text = text_of(reply.response.values[question.position]).strip()
        if text.strip(DASHES).strip():
            yield Comment(
                item_id=question.item.item_id,
                respondent=reply.respondent,
                session=survey.session,
                text=text,
                place=survey.export.place(reply.response.row, question.column.index),
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
