"""Problems grouped by their cause, as a person works through them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flows.programme.folder import WORKBOOK
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import ProblemText, describe, severity_of
from flows.programme.problems import Problem, Severity
from flows.programme.translations import _, counted, translate


@dataclass(frozen=True, slots=True)
class Discovery:
    """One sentence about what was found, and the cells of one table where it was.

    `table` is a file and perhaps its sheet. `cells` is "F7, F9, G12" or "line 3", and `spots`
    how many they are, "3 cells"; `cells` is empty where the whole table is meant.
    """

    table: str
    cells: str
    count: int
    spots: str
    found: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What was expected and what to do about it, for all the discoveries to which it applies."""

    expected: str
    remedy: str
    discoveries: tuple[Discovery, ...]


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Every problem of one cause.

    `spots` says in how many cells, rows or files it is ("14 cells"), `reach` how far it
    reaches, both in the reader's language.
    """

    code: str
    severity: Severity
    title: str
    reach: str
    count: int
    spots: str
    advice: tuple[Advice, ...]


REACHES = {
    Severity.BLOCKS_SUBMISSION: _("blocks the submission"),
    Severity.FILE_REJECTED: _("the file is not used"),
    Severity.ROW_EXCLUDED: _("the row is not counted"),
    Severity.NOTE: _("to know"),
}
"""How far each severity reaches; the gravest first, which is the order people read in."""


class Spot(StrEnum):
    """What a problem's place points at."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    LINE = "line"
    SHEET = "sheet"
    FILE = "file"


SPOTS = {
    Spot.CELL: (_("{count} cell"), _("{count} cells")),
    Spot.ROW: (_("{count} row"), _("{count} rows")),
    Spot.COLUMN: (_("{count} column"), _("{count} columns")),
    Spot.LINE: (_("{count} line"), _("{count} lines")),
    Spot.SHEET: (_("{count} sheet"), _("{count} sheets")),
    Spot.FILE: (_("{count} file"), _("{count} files")),
}
PLACES = (_("{count} place"), _("{count} places"))


def group_problems(problems: Iterable[Problem], language: Language) -> tuple[ProblemGroup, ...]:
    """Return `problems` by cause: the gravest causes first, then by code.

    Among equals the programme workbook comes first: what is wrong there makes the rest wrong.
    """
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems):
        by_code[problem.code].append(problem)
    gravest_first = list(REACHES)

    def rank(code: str) -> tuple[int, bool, str]:
        alike = by_code[code]
        is_elsewhere = all(problem.place.file != WORKBOOK for problem in alike)
        return gravest_first.index(severity_of(alike[0])), is_elsewhere, code

    return tuple(make_group(by_code[code], language) for code in sorted(by_code, key=rank))


def make_group(problems: list[Problem], language: Language) -> ProblemGroup:
    """Return the group of `problems`, which share one code and are sorted by place."""
    described = [(problem, describe(problem, language)) for problem in problems]
    by_advice: dict[tuple[str, str], list[tuple[Problem, ProblemText]]] = defaultdict(list)
    for problem, text in described:
        by_advice[text.expected, text.remedy].append((problem, text))
    first = described[0][1]
    return ProblemGroup(
        code=first.code,
        severity=first.severity,
        title=first.title,
        reach=translate(REACHES[first.severity], language),
        count=len(problems),
        spots=count_spots(problems, language),
        advice=tuple(
            Advice(expected, remedy, gather_discoveries(alike, language))
            for (expected, remedy), alike in by_advice.items()
        ),
    )


def count_spots(problems: Iterable[Problem], language: Language) -> str:
    """Return in how many spots `problems` are: "14 cells", "3 places" where they are mixed."""
    spots = [spot_of(problem.place) for problem in problems]
    words = SPOTS[spots[0]] if len(set(spots)) == 1 else PLACES
    return counted(*words, len(spots), language)


def spot_of(place: Place) -> Spot:
    """Return what `place` points at."""
    if place.line:
        return Spot.LINE
    if place.row and place.column:
        return Spot.CELL
    if place.row or place.column:
        return Spot.ROW if place.row else Spot.COLUMN
    return Spot.SHEET if place.sheet else Spot.FILE


def gather_discoveries(
    described: Iterable[tuple[Problem, ProblemText]], language: Language
) -> tuple[Discovery, ...]:
    """Return the cells of each table where the same sentence says what was found."""
    alike: dict[tuple[str, str], list[tuple[Problem, ProblemText]]] = defaultdict(list)
    for problem, text in described:
        alike[problem.place.table, text.found].append((problem, text))
    return tuple(
        Discovery(
            table,
            ", ".join(filter(None, (cell_in(table, text) for _problem, text in found_alike))),
            len(found_alike),
            count_spots((problem for problem, _text in found_alike), language),
            found,
        )
        for (table, found), found_alike in alike.items()
    )


def cell_in(table: str, text: ProblemText) -> str:
    """Return the cell or line of `text` in `table`, "" where it is the whole of it."""
    return text.place.removeprefix(table).removeprefix(" › ")
