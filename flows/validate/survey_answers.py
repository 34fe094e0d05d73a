"""From replies to what they say: responses, answers, comments and the items that were asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.programme.items import KINDS_WITH_SCALE, Item, ItemKind, Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind
from flows.programme.sheets import Ticks
from flows.validate.answer_tables import AnswerColumn, AnswerTable, CommentColumn, CommentTable
from flows.validate.answers import AnswerReader, CellAnswer, make_answer_reader
from flows.validate.columns import Question
from flows.validate.dataset import AskedItem
from flows.validate.replies import Replies, Reply
from flows.validate.surveys import Survey
from flows.validate.used_responses import UsedResponses

MOST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What the replies of one survey say; `comments` stand apart by sheet."""

    responses: UsedResponses
    answers: AnswerTable
    comments: tuple[tuple[Place, CommentTable], ...]
    asked_items: tuple[AskedItem, ...]
    problems: tuple[Problem, ...]


def read_answers(replies: Replies, programme: Programme) -> SurveyAnswers:
    """Return what `replies` say question by question; equal cells are read once."""
    survey = replies.survey
    columns: list[AnswerColumn] = []
    comments: list[CommentColumn] = []
    problems: list[Problem] = []
    for question in survey.questions:
        values = replies.column(question.position)
        if question.item.kind is ItemKind.TEXT:
            comments.append(CommentColumn(question.item.item_id, question.column.index, values))
            continue
        reader = make_answer_reader(
            question.item, programme, are_positions=survey.export.are_positions
        )
        readings = values.translate(reader.read)
        is_flawed = any(reading.flaw for reading in readings.different)
        if is_flawed and not lacks_scale(question.item, programme):
            problems += find_flaws(question, reader, replies, readings)
        columns.append(AnswerColumn(question.item.item_id, question.column.indexes, readings))
    responses = replies.as_used()
    columns.sort(key=lambda column: column.cells)
    return SurveyAnswers(
        responses=responses,
        answers=AnswerTable(responses, tuple(columns), survey.export.continuations),
        comments=tuple(part_by_sheet(survey, responses, comments)),
        asked_items=tuple(list_asked(replies)),
        problems=tuple(problems),
    )


def part_by_sheet(
    survey: Survey, responses: UsedResponses, columns: Iterable[CommentColumn]
) -> Iterator[tuple[Place, CommentTable]]:
    """Yield each sheet in which comments stand, with those that do."""
    columns_by_sheet: dict[Place, list[CommentColumn]] = defaultdict(list)
    for column in columns:
        cell = survey.export.place(0, column.cell)
        columns_by_sheet[Place(cell.file, cell.sheet)].append(column)
    for sheet, some in columns_by_sheet.items():
        yield sheet, CommentTable(responses, tuple(some), survey.export.continuations)


def lacks_scale(item: Item, programme: Programme) -> bool:
    """Tell whether `item` needs a scale that the programme workbook lacks, and tells of itself."""
    return item.kind in KINDS_WITH_SCALE and programme.scale_of(item) is None


def find_flaws(
    question: Question, reader: AnswerReader, replies: Replies, readings: Iterable[CellAnswer]
) -> Iterator[Problem]:
    """Yield a problem for each cell that cannot be read.

    Where that is most of the filled cells, the column is not on the item's scale at all: one
    problem says so, and it blocks, because the figures would be of the few others.
    """
    export = replies.survey.export
    flawed = [(number, reading) for number, reading in enumerate(readings) if reading.flaw]
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
    for number, reading in flawed:
        reply = replies[number]
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


def list_asked(replies: Replies) -> Iterator[AskedItem]:
    """Yield each question of their survey: once, or once in each wave that its rows tell."""
    survey = replies.survey
    waves: list[Wave | None] = [survey.wave]
    if survey.wave_column is not None:
        answered = set(replies.waves)
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
