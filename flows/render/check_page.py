"""The page of `check`: what its template prints, in words of one language."""

from dataclasses import dataclass

from flows.programme.languages import Language
from flows.programme.problems import Severity
from flows.render.problem_groups import ProblemGroup


@dataclass(frozen=True, slots=True)
class CauseLine:
    """The problems of one cause in one table: "14 cells", the cause, and which cells."""

    spots: str
    title: str
    cells: str
    reach: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column with what it is for: an item's id, or a word for anything else.

    `is_unknown` tells of a question that nobody knows.
    """

    cell: str
    header: str
    use: str
    is_unknown: bool


@dataclass(frozen=True, slots=True)
class TableCard:
    """One table of a file: as what it was recognised and why, its rows and its columns."""

    sheet: str
    tool: str
    reason: str
    header: str
    rows: str
    matched: str
    columns: tuple[ColumnLine, ...]
    causes: tuple[CauseLine, ...]


@dataclass(frozen=True, slots=True)
class FileCard:
    """One file; without tables it was not recognised, and `causes` say why."""

    file: str
    verdict: str
    is_clean: bool
    tables: tuple[TableCard, ...]
    causes: tuple[CauseLine, ...]


@dataclass(frozen=True, slots=True)
class SessionLine:
    """What there is of one session, or the word for missing."""

    number: int
    held_on: str
    theme: str
    evaluations: str
    present: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything that `check` tells, in one language.

    `obstacle` says why no report can be made, "" where one can. `next_steps` say what
    waits to be corrected, decided and coded, and how.
    """

    language: Language
    programme: str
    summary: str
    obstacle: str
    next_steps: tuple[str, ...]
    files: tuple[FileCard, ...]
    sessions: tuple[SessionLine, ...]
    faults: tuple[ProblemGroup, ...]
    notes: tuple[ProblemGroup, ...]
    acknowledged: tuple[ProblemGroup, ...]
