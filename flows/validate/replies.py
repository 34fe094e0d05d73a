"""Replies: the rows of a survey that hold an answer, each with who gave it and in which wave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import compress
from typing import NamedTuple, overload

from flows.ingest.exports import ColumnRole
from flows.ingest.responses import Response
from flows.programme.items import Wave
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import CellValue, text_of
from flows.programme.value_columns import (
    KeptSequence,
    ValueColumn,
    keep_numbers,
    make_column,
    repeat_value,
)
from flows.validate.dataset import Respondent
from flows.validate.defects import Defects
from flows.validate.identification import Claim, RowLink
from flows.validate.occasions import parse_wave
from flows.validate.register import Register
from flows.validate.respondents import make_respondent_reader
from flows.validate.surveys import Survey
from flows.validate.used_responses import UsedResponses, name_by_row


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


@dataclass(frozen=True, slots=True, eq=False)
class Replies(KeptSequence[Reply]):
    """The replies of one survey in order of place, each made when it is looked at.

    `chosen` says which responses of the export they are, counted from 0. What a reply adds to
    its response stands in columns; an anonymous respondent has no identity there.
    """

    survey: Survey
    chosen: Sequence[int]
    respondents: ValueColumn[Respondent]
    waves: ValueColumn[Wave | None]
    codes: ValueColumn[Claim | None]

    def __len__(self) -> int:
        """Return how many replies there are."""
        return len(self.chosen)

    def __iter__(self) -> Iterator[Reply]:
        """Yield every reply, each made when it is asked for."""
        responses = self.survey.export.responses.pick(self.chosen)
        for told in zip(responses, self.respondents, self.waves, self.codes, strict=True):
            yield self.make(*told)

    @overload
    def __getitem__(self, at: int) -> Reply: ...

    @overload
    def __getitem__(self, at: slice) -> "Replies": ...

    def __getitem__(self, at: int | slice) -> "Reply | Replies":
        """Return one reply, or some of them."""
        if isinstance(at, slice):
            return self.pick(range(*at.indices(len(self))))
        response = self.survey.export.responses[self.chosen[at]]
        return self.make(response, self.respondents[at], self.waves[at], self.codes[at])

    def make(
        self, response: Response, respondent: Respondent, wave: Wave | None, code: Claim | None
    ) -> Reply:
        """Return the reply that `response` is."""
        place = self.place(response.row)
        is_anonymous = not respondent.identity
        known = name_by_row(respondent, place) if is_anonymous else respondent
        return Reply(self.survey, response, known, is_anonymous, wave, place, code)

    def pick(self, kept: Sequence[int]) -> "Replies":
        """Return the replies that are `kept`, by where they stand here, from 0."""
        return replace(
            self,
            chosen=keep_numbers(map(self.chosen.__getitem__, kept)),
            respondents=self.respondents.pick(kept),
            waves=self.waves.pick(kept),
            codes=self.codes.pick(kept),
        )

    def column(self, position: int) -> ValueColumn[CellValue]:
        """Return what all replies have at `position` of their values."""
        return self.survey.export.responses.column(position).pick(self.chosen)

    @property
    def moments(self) -> ValueColumn[datetime | None]:
        """When each was sent in."""
        return self.survey.export.responses.moments.pick(self.chosen)

    @property
    def rows(self) -> Sequence[int]:
        """The number in Excel of each row."""
        return keep_numbers(map(self.survey.export.responses.rows.__getitem__, self.chosen))

    def place(self, row: int = 0) -> Place:
        """Return the first cell of a row."""
        export = self.survey.export
        return Place(export.source.file, export.sheet, row, export.columns[0].index)

    def as_used(self) -> UsedResponses:
        """Return them as they are counted."""
        return UsedResponses(
            self.survey.instrument,
            self.survey.session,
            self.place(),
            self.rows,
            self.respondents,
            self.waves,
            self.survey.export.responses.partial.pick(self.chosen),
        )


@dataclass(frozen=True, slots=True)
class CollectedReplies:
    """The replies of one survey, and how the rows that hold an answer are linked.

    `links` are those of rows that tell of somebody; `nameless` counts the others.
    """

    replies: Replies
    links: tuple[RowLink, ...]
    nameless: int


def collect_replies(
    survey: Survey, register: Register, programme: Programme
) -> tuple[CollectedReplies, Defects]:
    """Return the replies of `survey`; blank rows and unknown respondents are excluded."""
    responses = survey.export.responses
    every = Replies(
        survey,
        keep_numbers(sorted(range(len(responses)), key=responses.rows.__getitem__)),
        repeat_value(NOBODY, len(responses)),
        repeat_value(survey.wave, len(responses)),
        repeat_value(None, len(responses)),
    )
    filled, blank = leave_out_blank(every)
    waved, without_wave = read_waves(filled)
    collected, excluded, notes = read_respondents(waved, register, programme)
    return collected, Defects(rows=(*blank, *without_wave, *excluded), notes=notes)


NOBODY = Respondent("")
"""Somebody who is known by nothing but the row."""


def leave_out_blank(replies: Replies) -> tuple[Replies, tuple[Problem, ...]]:
    """Return the `replies` with an answer, and a problem for each that has none."""
    blank: Sequence[int] = range(len(replies))
    for position in find_answer_positions(replies.survey):
        are_blank = replies.column(position).translate(is_blank)
        blank = tuple(compress(blank, are_blank.pick(blank)))
    if not blank:
        return replies, ()
    left_out = set(blank)
    kept = replies.pick([number for number in range(len(replies)) if number not in left_out])
    return kept, tuple(problem("row-blank", replies.place(row)) for row in replies.pick(blank).rows)


def find_answer_positions(survey: Survey) -> tuple[int, ...]:
    """Return where answers stand in a row, those to questions that nobody knows included."""
    asked = {question.position for question in survey.questions}
    return tuple(
        position
        for position, column in enumerate(survey.export.columns)
        if position in asked
        or (column.role is ColumnRole.QUESTION and position not in survey.unasked)
    )


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell holds nothing but white space."""
    return value is None or not text_of(value).strip()


def read_waves(replies: Replies) -> tuple[Replies, tuple[Problem, ...]]:
    """Return the `replies` in the waves of their column, and why others cannot be used."""
    survey = replies.survey
    if survey.wave_column is None:
        return replies, ()
    waves = replies.column(survey.wave_column).translate(lambda value: parse_wave(text_of(value)))
    index = survey.export.columns[survey.wave_column].index
    kept = tuple(compress(range(len(replies)), waves))
    return replace(replies, waves=waves).pick(kept), tuple(
        problem("wave-mark-unknown", survey.export.place(row, index))
        for row, wave in zip(replies.rows, waves, strict=True)
        if wave is None
    )


def read_respondents(
    replies: Replies, register: Register, programme: Programme
) -> tuple[CollectedReplies, tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the `replies` with who gave them, the rows excluded, and what else was seen."""
    reader = make_respondent_reader(replies.survey, register, programme)
    if reader.tells_nothing:
        return CollectedReplies(replies, (), len(replies)), (), ()
    found = [reader.read(reply.response, reply.place) for reply in replies]
    kept = [number for number, one in enumerate(found) if one.respondent]
    used = replace(
        replies.pick(kept),
        respondents=make_column(one.respondent for one in found if one.respondent),
        codes=make_column(one.code for one in found if one.respondent),
    )
    links = tuple(one.link for one in found if one.link)
    return (
        CollectedReplies(used, links, len(found) - len(links)),
        tuple(one.reason for one in found if one.reason),
        tuple(note for one in found for note in one.notes),
    )
