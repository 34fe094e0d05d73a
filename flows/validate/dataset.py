"""The dataset: what is left when every row was used or excluded. Later stages trust it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from flows.ingest.corrections import Correction
from flows.programme.decisions import ApprovedQuote, Theme
from flows.programme.items import Instrument, Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind, Programme
from flows.programme.scales import MissingKind
from flows.validate.proposals import NOTHING_PROPOSED, Proposals


class Respondent(NamedTuple):
    """Who answered. `identity` tells respondents apart and is never printed.

    It is the participant's key, a self-made code, or the response's own place for an
    anonymous one. `role` and `organisation_type` are empty where they are not known;
    `participant_key` is empty where the respondent is not linked to the register. A named
    tuple like all values here of which there is one for each row: making them is what counts.
    """

    identity: str
    participant_key: str = ""
    role: str = ""
    organisation_type: str = ""


class UsedResponse(NamedTuple):
    """One response that is used; what it answers stands in the answers and comments.

    `is_partial` tells that its tool calls it unfinished. AAPOR's response rate 1 counts only
    complete responses, its rate 2 the partial ones too.
    """

    instrument: Instrument
    respondent: Respondent
    session: int | None
    wave: Wave | None
    place: Place
    is_partial: bool = False


class Answer(NamedTuple):
    """One answer to one item: a value or codes (ScaleLabel.code), else a kind of missing.

    `value` is in scale points, or the number typed; None for choices and for missing ones.
    `codes` holds one code for scales and choices, several for multiple choice. `place` is
    its first cell, `further_places` the others where each option has a column of its own, and
    `response` is the first cell of the whole response.
    """

    item_id: str
    respondent: Respondent
    session: int | None
    wave: Wave | None
    value: float | None
    codes: tuple[str, ...]
    missing: MissingKind | None
    place: Place
    response: Place
    further_places: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every cell that the answer was read from."""
        return (self.place, *self.further_places)


class Comment(NamedTuple):
    """One free-text answer that is not empty."""

    item_id: str
    respondent: Respondent
    session: int | None
    text: str
    place: Place


class CoderThemes(NamedTuple):
    """What one coder read out of a comment: keys of themes in the list's order.

    `places` are all cells that the coder might have filled in.
    """

    keys: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CodedComment:
    """One comment whose themes are counted, those of the first coder.

    `second` is None where no second coder has read it.
    """

    comment: Comment
    first: CoderThemes
    second: CoderThemes | None


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of comments; every row of a coding workbook is coded, uncoded or lapsed.

    A row is lapsed where its words changed or are gone, where its cells do not belong together,
    or where another row contradicts it. Rows and comments need not be as many: those who wrote
    the same words in answer to the same question share a row. `known_ids` are those of the
    comments that have a row.
    """

    themes: tuple[Theme, ...] = ()
    comments: tuple[CodedComment, ...] = ()
    coded: tuple[Place, ...] = ()
    uncoded: tuple[Place, ...] = ()
    lapsed: tuple[Place, ...] = ()
    known_ids: frozenset[str] = frozenset()

    def find_theme(self, key: str) -> Theme | None:
        """Return the theme with `key`, or None where the list has none."""
        return next((theme for theme in self.themes if theme.key == key), None)

    @property
    def rows(self) -> tuple[Place, ...]:
        """The place of every row that was read."""
        return (*self.coded, *self.uncoded, *self.lapsed)


NOTHING_CODED = Coding()


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a participant was at a session."""

    participant_key: str
    role: str
    organisation_type: str
    session: int
    is_present: bool
    place: Place


@dataclass(frozen=True, slots=True)
class InvitedAttendance:
    """How many of an invited group were at a session; they are no participants."""

    group: str
    session: int
    persons: int
    place: Place


@dataclass(frozen=True, slots=True)
class ChangeProject:
    """One change project at home; texts as the participant wrote them.

    `users_involved` is None where the question was not answered.
    """

    project_id: str
    owner_key: str
    organisation_type: str
    title: str
    stage: str
    methods: tuple[str, ...]
    users_involved: bool | None
    description: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cost:
    """One booked cost in kronor (SEK)."""

    category: str
    party: str
    amount_sek: float
    paid_on: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class FileAccount:
    """The sum of one table: rows_read = rows_used + the rows excluded, each with its code.

    `further_sheets` are those in which the same rows go on to the right.
    """

    file: str
    sheet: str
    sha256: str
    tool: str
    kind: ExportKind
    session: int | None
    rows_read: int
    rows_used: int
    excluded: tuple[tuple[str, int], ...]
    further_sheets: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[tuple[str, str], ...]:
        """File and sheet of all that it accounts for, its own first."""
        return tuple((self.file, sheet) for sheet in (self.sheet, *self.further_sheets))


class Link(StrEnum):
    """How a row is linked to a person, or why it is not."""

    KEY = "key"
    EMAIL = "email"
    NAME = "name"
    DECISION = "decision"  # somebody confirmed whom a near miss means
    CODE = "code"  # a self-made code, which tells respondents apart
    NOBODY = "nobody"  # anonymous: the row names nobody
    GROUP = "group"  # an invited group, counted apart
    REPEATED = "repeated"  # the same person stands in another row, which counts
    AMBIGUOUS = "ambiguous"  # it may be about two participants
    UNKNOWN = "unknown"  # it names somebody who is not in the register


@dataclass(frozen=True, slots=True)
class TableLinks:
    """How many rows of one table are linked in each way; every row that was looked at once.

    `instrument` is None for what is no survey.
    """

    file: str
    sheet: str
    kind: ExportKind
    instrument: Instrument | None
    rows: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item that an export asked, with the wording it was asked in."""

    item_id: str
    session: int | None
    wave: Wave | None
    wording: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that indicators are made of, each collection sorted by place.

    `unpaired_codes` counts the self-made codes that only one wave has. `corrections` says of
    each corrected file what it is read instead of, the programme workbook's among them; what
    that one holds is not counted.
    """

    programme: Programme
    responses: Collection[UsedResponse]
    answers: Collection[Answer]
    comments: Collection[Comment]
    attendances: tuple[Attendance, ...]
    invited_attendances: tuple[InvitedAttendance, ...]
    change_projects: tuple[ChangeProject, ...]
    costs: tuple[Cost, ...]
    asked_items: tuple[AskedItem, ...]
    accounts: tuple[FileAccount, ...]
    quotes: tuple[ApprovedQuote, ...]
    latest_date: date | None
    links: tuple[TableLinks, ...] = ()
    unpaired_codes: tuple[tuple[Wave, int], ...] = ()
    proposals: Proposals = NOTHING_PROPOSED
    coding: Coding = NOTHING_CODED
    corrections: tuple[tuple[str, Correction], ...] = ()
