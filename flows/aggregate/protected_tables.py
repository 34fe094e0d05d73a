"""What the families hand to the disclosure gate: cells, breakdowns and tables."""

from dataclasses import dataclass

from flows.aggregate.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one group, which are published or suppressed together.

    `people_answered` counts the different people behind the values, `people_asked` those
    with a missing answer as well. Both are lower bounds where answers are anonymous.
    `is_unanimous` says of numbers that they are all the same, and `numbers` how many gave each
    of them, which no count among the figures tells.
    """

    figures: tuple[Indicator, ...]
    people_answered: int
    people_asked: int
    is_unanimous: bool = False
    numbers: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that add up to a total.

    `unnamed` stands for the people of the total whom no part shows, such as those whose role
    is not known: an unpublished part. Where `is_whole_or_nothing`, one hidden part hides
    them all, as for roles; otherwise only as many as needed, as for sessions, in which the
    same people come back.
    """

    parts: tuple[Cell, ...]
    unnamed: Cell
    is_whole_or_nothing: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One protected total with its breakdowns; `total` is None where the total is public.

    `untold` holds further ways to take the total apart, of which no figure tells.
    """

    total: Cell | None
    breakdowns: tuple[Breakdown, ...] = ()
    untold: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedTable:
    """A table with its cells that are hidden, and with those that are sensitive in themselves.

    Among the sensitive may be untold parts. Of the parts in `told` an earlier submission told.
    `telling` are the cells that are hidden as well because they would narrow a sensitive one.
    """

    table: Table
    hidden: tuple[Cell, ...]
    sensitive: tuple[Cell, ...]
    told: tuple[Cell, ...] = ()
    telling: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What one family counted: public figures, and tables for the gate."""

    public: tuple[Indicator, ...] = ()
    protected: tuple[Table, ...] = ()


NOBODY = Cell((), people_answered=0, people_asked=0)
"""The unnamed part where every person stands in a part that is shown or hidden by name."""
