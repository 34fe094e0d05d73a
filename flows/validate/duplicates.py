"""Rows that stand there twice, and respondents who answered twice."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import time
from functools import partial
from itertools import chain, compress, pairwise, repeat

from flows.ingest.exports import ColumnRole
from flows.programme.headers import normalise
from flows.programme.items import ItemKind, Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import CellValue, text_of
from flows.programme.value_columns import keep_numbers, repeat_value
from flows.validate.cells import content_of
from flows.validate.defects import Defects
from flows.validate.replies import Replies, Reply
from flows.validate.surveys import Survey

UNCOMPARED = (
    ColumnRole.STARTED_AT,
    ColumnRole.SUBMITTED_AT,
    ColumnRole.MODIFIED_AT,
    ColumnRole.PERSONAL,
    ColumnRole.BLANK,
)
"""Columns that the same response may show differently in two exports, or not at all."""


Spot = tuple[int, int]
"""Where a reply stands: the number of its survey, and its own in it."""


def drop_repeated_rows(surveys: Sequence[Replies]) -> tuple[tuple[Replies, ...], Defects]:
    """Return the replies of all `surveys` without the rows that repeat another, in any file.

    Two rows are the same response when all their values and their moment are the same. Where
    nothing but the answers tells rows apart (a paper form without name and time of day), two
    people may well have ticked alike, and both count; that they wrote alike too is noted.
    """
    dropped: list[Spot] = []
    excluded: list[Problem] = []
    notes: list[Problem] = []
    for spot, reply, first in find_repeats(surveys):
        if is_unmistakable(reply):
            dropped.append(spot)
            excluded.append(repeat_of(first, reply, "row-duplicate"))
        elif has_comment(reply):
            notes.append(repeat_of(first, reply, "row-repeated"))
    return drop(surveys, dropped), Defects(rows=tuple(excluded), notes=tuple(notes))


def drop(surveys: Sequence[Replies], dropped: Iterable[Spot]) -> tuple[Replies, ...]:
    """Return the replies of all `surveys` without those at the spots `dropped`."""
    numbers_by_survey: dict[int, set[int]] = defaultdict(set)
    for survey, number in dropped:
        numbers_by_survey[survey].add(number)
    return tuple(
        replies.pick([one for one in range(len(replies)) if one not in numbers_by_survey[survey]])
        if survey in numbers_by_survey
        else replies
        for survey, replies in enumerate(surveys)
    )


def find_repeats(surveys: Sequence[Replies]) -> Iterator[tuple[Spot, Reply, Reply]]:
    """Yield each reply that repeats another one, with the first of them by place.

    Only those of one moment are compared cell by cell.
    """
    every = tuple(range(len(replies)) for replies in surveys)
    alike = find_alike(surveys, find_alike(surveys, every, hash_numbers), hash_contents)
    first_by_content: dict[Hashable, Reply] = {}
    for survey, numbers in enumerate(alike):
        for number in numbers:
            reply = surveys[survey][number]
            cells = content_of(reply.survey.export, reply.response, UNCOMPARED)
            first = first_by_content.setdefault((moment_of(reply), cells), reply)
            if first is not reply:
                yield (survey, number), reply, first


def find_alike(
    surveys: Sequence[Replies],
    numbers: Sequence[Sequence[int]],
    hash_replies: Callable[[Replies], Iterator[int]],
) -> tuple[Sequence[int], ...]:
    """Return those of the `numbers` in each survey whose replies have a hash that others have.

    Of a million replies the hashes are all that stands in memory. Replies that are not alike
    may share one, and so it does not decide.
    """
    hashes = [
        array("q", hash_replies(replies.pick(some)))
        for replies, some in zip(surveys, numbers, strict=True)
    ]
    ordered = sorted(chain.from_iterable(hashes))
    repeated = {one for one, other in pairwise(ordered) if one == other}
    return tuple(
        keep_numbers(compress(some, map(repeated.__contains__, of_survey)))
        for some, of_survey in zip(numbers, hashes, strict=True)
    )


def hash_numbers(replies: Replies) -> Iterator[int]:
    """Yield a hash of each reply that is the same where `moment_of` is.

    Of the moment a number is left, where there is one: it is told at once.
    """
    names = replies.waves.translate(partial(name_survey, replies.survey))
    for name, number, moment in zip(
        names.translate(hash), response_numbers(replies), replies.moments, strict=True
    ):
        yield hash((name, number or moment))


def hash_contents(replies: Replies) -> Iterator[int]:
    """Yield a hash of each reply that is the same where `moment_of` is and all cells are."""
    export = replies.survey.export
    columns = [
        replies.column(position).translate(partial(hash_cell, column.key))
        for position, column in enumerate(export.columns)
        if column.role not in UNCOMPARED
    ]
    cells = zip(*columns, strict=True) if columns else repeat(())
    for number, content in zip(hash_numbers(replies), cells, strict=False):
        yield hash((number, frozenset((None, *content))))


def hash_cell(header: str, value: CellValue) -> int | None:
    """Return a hash of what a cell says below its `header`, None where it is empty."""
    text = normalise(text_of(value))
    return hash((header, text)) if text else None


def moment_of(reply: Reply) -> Hashable:
    """Return the survey and the tool's number of the response, without one the exact time.

    The time goes with the number to the minute only, as far as Excel's csv keeps it.
    """
    number = response_number(reply)
    moment = reply.response.submitted_at
    if number and moment:
        moment = moment.replace(second=0, microsecond=0)
    return name_survey(reply.survey, reply.wave), number, moment


def name_survey(survey: Survey, wave: Wave | None) -> Hashable:
    """Return what tells surveys apart: the questions, and after which session or in which wave."""
    return survey.instrument, survey.session, wave, survey.item_ids


def response_numbers(replies: Replies) -> Sequence[str]:
    """Return the number that the survey tool gave each response, or ""."""
    position = replies.survey.number_column
    if position is None:
        return repeat_value("", len(replies))
    return replies.column(position).translate(text_of)


def response_number(reply: Reply) -> str:
    """Return the number that the survey tool gave the response, or ""."""
    position = reply.survey.number_column
    return "" if position is None else text_of(reply.response.values[position])


def is_unmistakable(reply: Reply) -> bool:
    """Tell whether more than the answers marks the response: a number, a person or a time."""
    moment = reply.response.submitted_at
    has_time_of_day = moment is not None and moment.time() != time.min
    return bool(response_number(reply)) or not reply.is_anonymous or has_time_of_day


def has_comment(reply: Reply) -> bool:
    """Tell whether the respondent wrote anything in words of their own."""
    return any(
        text_of(reply.response.values[question.position]).strip()
        for question in reply.survey.questions
        if question.item.kind is ItemKind.TEXT
    )


def drop_earlier_replies(surveys: Sequence[Replies]) -> tuple[tuple[Replies, ...], Defects]:
    """Return the replies of all `surveys` with only the last one of each respondent to each.

    The last one sent in counts; without times, the one lowest down. Written reflections that
    belong to no session may be asked again, so only those of one file are one survey.
    """
    spots_by_respondent: dict[Hashable, list[Spot]] = defaultdict(list)
    for survey, replies in enumerate(surveys):
        for number, respondent in enumerate(replies.respondents):
            if respondent.identity:
                wave = replies.waves[number]
                belongs_nowhere = replies.survey.session is None and wave is None
                file = replies.survey.export.source.file if belongs_nowhere else ""
                named = name_survey(replies.survey, wave), file, respondent.identity
                spots_by_respondent[named].append((survey, number))
    dropped: list[Spot] = []
    excluded: list[Problem] = []
    for spots in spots_by_respondent.values():
        if len(spots) > 1:
            same = [(surveys[survey][number], (survey, number)) for survey, number in spots]
            *earlier, (last, _) = sorted(same, key=lambda one: sent_in(one[0]))
            dropped += (spot for _, spot in earlier)
            excluded += (repeat_of(last, reply, "answered-twice") for reply, _ in earlier)
    return drop(surveys, dropped), Defects(rows=tuple(excluded))


def sent_in(reply: Reply) -> tuple[str, Place]:
    """Return what replies are ordered by: the moment they were sent in, then their place.

    One without a moment comes before those that have one.
    """
    moment = reply.response.submitted_at
    return moment.isoformat() if moment else "", reply.place


def repeat_of(counted: Reply, reply: Reply, code: str) -> Problem:
    """Return the problem `code` at `reply`, naming the row that counts instead."""
    return problem(code, reply.place, row=counted.place.row, file=counted.place.file)
