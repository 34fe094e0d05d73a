"""What the validation finds wrong, apart by what is lost: whole tables, rows, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.programme.problems import Problem


@dataclass(frozen=True, slots=True)
class Defects:
    """Problems by what they cost.

    `tables` holds a problem for each table of which no row is used, `rows` exactly one for
    each row that is not used, `notes` all others. The accounts are made from the first two.
    """

    tables: tuple[Problem, ...] = ()
    rows: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in order of place."""
        return tuple(sorted({*self.tables, *self.rows, *self.notes}))


def join_defects(parts: Iterable[Defects]) -> Defects:
    """Return the defects of all `parts` together."""
    joined = tuple(parts)
    return Defects(
        tuple(problem for part in joined for problem in part.tables),
        tuple(problem for part in joined for problem in part.rows),
        tuple(problem for part in joined for problem in part.notes),
    )
