"""Rows that stand there twice, and respondents who answered twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import time
from operator import attrgetter

from flows.ingest.exports import ColumnRole
from flows.programme.items import ItemKind
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.sheets import text_of
from flows.validate.cells import content_of
from flows.validate.defects import Defects
from flows.validate.replies import Reply

UNCOMPARED = (
    ColumnRole.STARTED_AT,
    ColumnRole.SUBMITTED_AT,
    ColumnRole.MODIFIED_AT,
    ColumnRole.PERSONAL,
    ColumnRole.BLANK,
)
"""Columns that the same response may show differently in two exports, or not at all."""


place_of = attrgetter("place")
"""Where a reply stands, by which all are ordered."""


def drop_repeated_rows(replies: Sequence[Reply]) -> tuple[tuple[Reply, ...], Defects]:
    """Return `replies` without the rows that repeat another, also one in another file.

    Two rows are the same response when all their values and their moment are the same. Where
    nothing but the answers tells rows apart (a paper form without name and time of day), two
    people may well have ticked alike, and both count; that they wrote alike too is noted.
    """
    kept: list[Reply] = []
    excluded: list[Problem] = []
    notes: list[Problem] = []
    first_by_repeat = dict(find_repeats(replies))
    for reply in sorted(replies, key=place_of):
        first = first_by_repeat.get(reply.place) if first_by_repeat else None
        if first is None:
            kept.append(reply)
        elif is_unmistakable(reply):
            excluded.append(repeat_of(first, reply, "row-duplicate"))
        else:
            kept.append(reply)
            if has_comment(reply):
                notes.append(repeat_of(first, reply, "row-repeated"))
    return tuple(kept), Defects(rows=tuple(excluded), notes=tuple(notes))


def find_repeats(replies: Sequence[Reply]) -> Iterator[tuple[Place, Reply]]:
    """Yield the place of each reply that repeats another one, with the first of them.

    Only those of one moment are compared cell by cell, and only while they are compared does
    what they hold stand in memory once more.
    """
    for marked in gather_alike(replies, mark_of):
        for alike in gather_alike(marked, moment_of):
            first_by_content: dict[Hashable, Reply] = {}
            for reply in sorted(alike, key=place_of):
                cells = content_of(reply.survey.export, reply.response, UNCOMPARED)
                first = first_by_content.setdefault(cells, reply)
                if first is not reply:
                    yield reply.place, first


def gather_alike(
    replies: Sequence[Reply], key: Callable[[Reply], Hashable]
) -> Iterator[list[Reply]]:
    """Yield the replies that share their `key` with others."""
    keys = list(map(key, replies))
    repeated = {found for found, count in Counter(keys).items() if count > 1}
    if not repeated:
        return
    replies_by_key: dict[Hashable, list[Reply]] = defaultdict(list)
    for reply, found in zip(replies, keys, strict=True):
        if found in repeated:
            replies_by_key[found].append(reply)
    yield from replies_by_key.values()


def mark_of(reply: Reply) -> Hashable:
    """Return what is looked at first, because it is quickly told and differs mostly."""
    return reply.survey.session, response_number(reply) or reply.response.submitted_at


def moment_of(reply: Reply) -> Hashable:
    """Return the survey and the tool's number of the response, without one the exact time.

    The time goes with the number to the minute only, as far as Excel's csv keeps it.
    """
    number = response_number(reply)
    moment = reply.response.submitted_at
    if number and moment:
        moment = moment.replace(second=0, microsecond=0)
    return survey_of(reply), number, moment


def survey_of(reply: Reply) -> Hashable:
    """Return what tells surveys apart: the questions, and after which session or in which wave."""
    survey = reply.survey
    return survey.instrument, survey.session, reply.wave, survey.item_ids


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


def drop_earlier_replies(replies: Iterable[Reply]) -> tuple[tuple[Reply, ...], Defects]:
    """Return `replies` with only the last one of each respondent to each survey.

    The last one sent in counts; without times, the one lowest down. Written reflections that
    belong to no session may be asked again, so only those of one file are one survey.
    """
    replies_by_respondent: dict[Hashable, list[Reply]] = defaultdict(list)
    kept: list[Reply] = []
    for reply in replies:
        if reply.is_anonymous:
            kept.append(reply)
            continue
        belongs_nowhere = reply.survey.session is None and reply.wave is None
        file = reply.place.file if belongs_nowhere else ""
        replies_by_respondent[survey_of(reply), file, reply.respondent.identity].append(reply)
    excluded: list[Problem] = []
    for same in replies_by_respondent.values():
        *earlier, last = sorted(same, key=sent_in)
        kept.append(last)
        excluded += (repeat_of(last, reply, "answered-twice") for reply in earlier)
    return tuple(sorted(kept, key=place_of)), Defects(rows=tuple(excluded))


def sent_in(reply: Reply) -> tuple[str, Place]:
    """Return what replies are ordered by: the moment they were sent in, then their place.

    One without a moment comes before those that have one.
    """
    moment = reply.response.submitted_at
    return moment.isoformat() if moment else "", reply.place


def repeat_of(counted: Reply, reply: Reply, code: str) -> Problem:
    """Return the problem `code` at `reply`, naming the row that counts instead."""
    return problem(code, reply.place, row=counted.place.row, file=counted.place.file)
