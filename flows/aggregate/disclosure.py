"""Disclosure control: the one gate that every indicator passes before anybody sees it.

Protected is what people answered, and what is told of a part of the participants: figures
of answers, of before and after, and attendance and responses by role or organisation type.
Public are the facts that everybody in the room knows, or that the agreement with the funder
lists: enrolment, attendance and responses as a whole, invited groups, how many comments were
left, change projects (their owners present them openly), budget, outcome and grant.

A family of protected figures says which parts add up to which total. Then two rules hold,
for a threshold of k people:

1. No protected figure is published about 1 to k - 1 people.
2. Whoever subtracts the published parts from their total is left with nobody, or with
   k people or more. Where hiding the small parts does not achieve that, the next smallest
   part is hidden as well.

Source: Hundepool et al., Handbook on Statistical Disclosure Control, second edition (2024),
https://github.com/sdcTools/HandbookSDC: the minimum frequency rule and secondary suppression.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.aggregate.indicators import Indicator, Status


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one group, which are published or suppressed together.

    `people_answered` counts the different people behind the values, `people_asked` those
    with a missing answer as well. Both are lower bounds where answers are anonymous.
    """

    figures: tuple[Indicator, ...]
    people_answered: int
    people_asked: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that add up to a total.

    `unnamed` stands for the people of the total whom no part shows, such as those whose role
    is not known: an unpublished part. `are_people_distinct` tells whether nobody stands in
    two parts; the same people come back in several sessions.

    `told_apart` are groups of further people whom no part shows, but whom another breakdown
    shows or hides by themselves, such as a session in which nobody gave a role: subtracting
    that session as well leaves the other hidden people bare.
    """

    parts: tuple[Cell, ...]
    unnamed: Cell
    are_people_distinct: bool
    told_apart: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One protected total with its breakdowns; `total` is None where the total is public."""

    total: Cell | None
    breakdowns: tuple[Breakdown, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What one family counted: public figures, and tables for the gate."""

    public: tuple[Indicator, ...] = ()
    protected: tuple[Table, ...] = ()


def disclose(figures: Iterable[Figures], threshold: int) -> tuple[Indicator, ...]:
    """Return every indicator, those suppressed that the rules above do not let through."""
    indicators: list[Indicator] = []
    for family in figures:
        indicators += family.public
        for table in family.protected:
            indicators += protect(table, threshold)
    return tuple(indicators)


def protect(table: Table, threshold: int) -> list[Indicator]:
    """Return the indicators of `table` past the gate."""
    hidden: list[Cell] = []
    shown: list[Cell] = []
    if table.total:
        (hidden if is_small(table.total, threshold) else shown).append(table.total)
    for breakdown in table.breakdowns:
        hidden_parts, shown_parts = split_parts(breakdown, threshold)
        hidden += hidden_parts
        shown += shown_parts
    return [
        *(suppress(figure) for cell in hidden for figure in cell.figures),
        *(figure for cell in shown for figure in cell.figures),
    ]


def split_parts(breakdown: Breakdown, threshold: int) -> tuple[list[Cell], list[Cell]]:
    """Return the hidden parts and the shown ones.

    Hidden are the small parts, then the next smallest while subtraction would still reach
    fewer people than `threshold`.
    """
    hidden = [part for part in breakdown.parts if is_small(part, threshold)]
    shown = [part for part in breakdown.parts if not is_small(part, threshold)]
    # A part in which nobody answered cannot cover for others, so its turn comes last.
    shown.sort(key=lambda part: (not part.people_answered, part.people_answered, part.people_asked))
    while shown and is_any_rest_small(hidden, breakdown, threshold):
        hidden.append(shown.pop(0))
    return hidden, shown


def is_any_rest_small(hidden: list[Cell], breakdown: Breakdown, threshold: int) -> bool:
    """Tell whether subtraction reaches few people: all but at most one group told apart."""
    rest = [*hidden, breakdown.unnamed]
    return any(
        is_small(join([*rest, *group], breakdown), threshold)
        for group in ((), *((cell,) for cell in breakdown.told_apart))
    )


def join(parts: list[Cell], breakdown: Breakdown) -> Cell:
    """Return `parts` as one cell with the least number of people that may stand behind it."""
    count = sum if breakdown.are_people_distinct else max
    return Cell(
        (),
        count(part.people_answered for part in parts),
        count(part.people_asked for part in parts),
    )


def is_small(cell: Cell, threshold: int) -> bool:
    """Tell whether the figures of `cell` are about some people, but fewer than `threshold`."""
    return 0 < cell.people_answered < threshold or 0 < cell.people_asked < threshold


def suppress(figure: Indicator) -> Indicator:
    """Return `figure` without its value, and without what tells how few it is about.

    That a question was not asked is no secret.
    """
    if figure.status is Status.NOT_ASKED:
        return figure
    return replace(figure, value=None, base=None, status=Status.SUPPRESSED, sources=())
