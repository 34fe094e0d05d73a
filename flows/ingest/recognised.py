"""What a tool's module says of a sheet that it recognises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from flows.ingest.continuations import JoinedSheet
from flows.ingest.exports import Column, ColumnRole, Tool
from flows.ingest.identifiers import IDENTIFYING, identifier, list_identifiers
from flows.ingest.option_columns import CellReader
from flows.programme.headers import normalise
from flows.programme.items import Item, ItemKind
from flows.programme.programme import ExportKind, Programme
from flows.programme.sheets import Row, Sheet


@dataclass(frozen=True, slots=True)
class ChoicesItem:
    """A question of the programme workbook to which several options may be chosen.

    `wordings` and `options` are normalised; `wording` is the first one as it is written.
    """

    wording: str
    wordings: frozenset[str]
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tool's module may know beside the sheet.

    `session` is the number that the folder or the sheet Exports tells; `header_row` and
    `kind` are what the sheet Exports says. All three are None where nothing tells.
    `wordings` are the normalised wordings of all items, `invited_groups` normalised names,
    `people` are the keys of the register's participants by what identifies them.
    `siblings` are all sheets of the same file, in their order, `neighbours` those of the other
    files in its folder: some tools write the meaning of their codes to a file of its own.
    """

    session: int | None = None
    header_row: int | None = None
    kind: ExportKind | None = None
    session_dates: tuple[tuple[int, date], ...] = ()
    wordings: frozenset[str] = frozenset()
    invited_groups: frozenset[str] = frozenset()
    people: Mapping[tuple[ColumnRole, str], str] = field(default_factory=dict)
    choices_items: tuple[ChoicesItem, ...] = ()
    siblings: tuple[Sheet, ...] = ()
    neighbours: tuple[Sheet, ...] = ()

    @property
    def session_numbers(self) -> tuple[int, ...]:
        """The numbers of the programme's sessions."""
        return tuple(number for number, _held_on in self.session_dates)

    def asks(self, text: str) -> bool:
        """Tell whether `text` is a wording of an item in the programme workbook."""
        return normalise(text) in self.wordings

    def participant_named(self, text: str) -> str:
        """Return the key of whom `text` names by key, address or name, "" where it is nobody."""
        keys = (self.people.get((role, identifier(role, text)), "") for role in IDENTIFYING)
        return next(filter(None, keys), "")

    def knows(self, text: str) -> bool:
        """Tell whether `text` names a participant."""
        return self.participant_named(text) != ""

    def choices_item(self, text: str) -> ChoicesItem | None:
        """Return the multiple-choice question that `text` words, or None."""
        key = normalise(text)
        return next((item for item in self.choices_items if key in item.wordings), None)

    @property
    def related(self) -> tuple[Sheet, ...]:
        """The sheets that may explain this one: of the same file first, then of its folder."""
        return (*self.siblings, *self.neighbours)


def every_row(_row: Row) -> str:
    """Count every row as a response."""
    return ""


def every_response(_row: Row) -> bool:
    """Count no response as partial."""
    return False


@dataclass(frozen=True, slots=True)
class Recognition:
    """A sheet is recognised: `reason` is an English message that its printer translates.

    `header_rows` are the rows of the header in Excel. `row_code` returns the code under which
    a row below it is left out, or "" for a response. `cell_of` returns what a row says in a
    cell, where that is another thing than the cell holds: a label for a code. `is_partial`
    tells which responses the tool calls unfinished, `lists_only_present` that whoever an
    attendance list does not name was not there; `session_at` returns the session that a row's
    cell is about, where not every row is told by the column's header alone. `joined` is what is
    read where the table goes on in further sheets: its columns are counted on through them.
    `notes` are the codes of what somebody should know of how the sheet is read.
    """

    tool: Tool
    reason: str
    kind: ExportKind
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    row_code: Callable[[Row], str] = every_row
    cell_of: CellReader = Row.value_at
    is_partial: Callable[[Row], bool] = every_response
    lists_only_present: bool = False
    session_at: Callable[[Row, int], int | None] | None = None
    joined: JoinedSheet | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sheet that is likely to be of a kind that is known, and not read: `code` tells why.

    `row` and `column` are the cell that stands in the way, 0 where it is the whole sheet.
    """

    code: str
    row: int = 0
    column: int = 0
    kind: ExportKind = ExportKind.ATTENDANCE


class Companionship(StrEnum):
    """What a sheet without responses of its own is to its main one: the code that tells of it."""

    EXPLAINS = "sheet-explains-another"
    JOINED = "sheet-joined"
    JOINED_BY_NUMBER = "sheet-joined-by-number"
    CONTINUES = "sheet-continues-another"  # and cannot be joined to it
    REPEATS = "sheet-repeats-part"  # several rows for each response


@dataclass(frozen=True, slots=True)
class Companion:
    """A sheet that belongs to the sheet or file named `main` and holds no responses of its own.

    `main` is empty where there is no such sheet.
    """

    main: str = ""
    is_to_main: Companionship = Companionship.EXPLAINS


def companion_of(
    main: Sheet | None, is_to_main: Companionship = Companionship.EXPLAINS
) -> Companion:
    """Return the companion of a sheet: by its name or, where it has none, its file's."""
    name = (main.name or PurePosixPath(main.file).name) if main else ""
    return Companion(name, is_to_main)


Recogniser = Callable[[Sheet, Surroundings], Recognition | Companion | Refusal | None]
"""Each module of flows/ingest/tools/ has one, called `recognise`."""


def surroundings_of(
    programme: Programme | None,
    session: int | None,
    header_row: int | None = None,
    kind: ExportKind | None = None,
    *,
    siblings: tuple[Sheet, ...] = (),
    neighbours: tuple[Sheet, ...] = (),
) -> Surroundings:
    """Return what is known around a sheet; little, where the programme workbook is missing."""
    if programme is None:
        return Surroundings(session, header_row, kind, siblings=siblings, neighbours=neighbours)
    return Surroundings(
        session,
        header_row,
        kind,
        tuple((session.number, session.held_on) for session in programme.sessions),
        frozenset(normalise(wording) for item in programme.items for wording in item.wordings),
        frozenset(map(normalise, programme.invited_groups)),
        {
            (role, identifier(role, text)): participant.key
            for participant in programme.participants
            for role, text in list_identifiers(participant)
        },
        tuple(
            make_choices_item(item, programme)
            for item in programme.items
            if item.kind is ItemKind.CHOICES
        ),
        siblings,
        neighbours,
    )


def make_choices_item(item: Item, programme: Programme) -> ChoicesItem:
    """Return the multiple-choice `item` with the labels of its scale in both languages."""
    scale = programme.scale_of(item)
    texts = [
        text
        for label in (scale.labels if scale else ())
        for text in (label.label.sv, label.label.en)
        if text
    ]
    return ChoicesItem(
        item.wordings[0] if item.wordings else item.item_id,
        frozenset(map(normalise, item.wordings)),
        frozenset(map(normalise, texts)),
    )
