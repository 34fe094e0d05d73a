"""Complementary suppression: which further parts of a total must be hidden.

Whoever subtracts the shown parts from their total knows the sum of the hidden ones, count by
count. Of a part of n records among N hidden ones, a count of which H are hidden can have any
value from max(0, n - (N - H)) to min(n, H): the support of a hypergeometric distribution.
Without any part shown, N and H are those of the total.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.aggregate.protected_tables import Breakdown, Cell
from flows.aggregate.published_counts import counts_of, records_of, subtract


@dataclass(frozen=True, slots=True)
class Cover:
    """One total, one breakdown of it and a threshold: what must be hidden with what."""

    total: Cell
    breakdown: Breakdown
    threshold: int

    def find_hidden(self, sensitive: Sequence[Cell]) -> tuple[Cell, ...]:
        """Return the parts that must be hidden: those of `sensitive` and what covers for them.

        Covers are taken smallest first; where a larger one makes a smaller one needless, the
        smaller one is given back. Among the `sensitive` may be the unnamed part.
        """
        if not sensitive:
            return ()
        shown = [part for part in self.breakdown.parts if part not in sensitive]
        # A part in which nobody answered cannot cover for others, so its turn comes last.
        shown.sort(
            key=lambda part: (not part.people_answered, part.people_answered, part.people_asked)
        )
        covers: list[Cell] = []
        while shown and not self.is_enough(sensitive, covers):
            covers.append(shown.pop(0))
        for part in tuple(covers[:-1]):
            fewer = [cover for cover in covers if cover is not part]
            if self.is_enough(sensitive, fewer):
                covers = fewer
        return tuple(part for part in self.breakdown.parts if part in (*sensitive, *covers))

    def is_enough(self, sensitive: Sequence[Cell], covers: Sequence[Cell]) -> bool:
        """Tell whether subtraction reaches `threshold` people and narrows no sensitive count."""
        hidden = [*sensitive, *covers]
        rest = [*hidden, self.breakdown.unnamed]  # counting the unnamed twice changes no maximum
        if is_few(max(part.people_answered for part in rest), self.threshold):
            return False
        if is_few(max(part.people_asked for part in rest), self.threshold):
            return False
        return all(self.keeps_values(part, hidden) for part in sensitive)

    def keeps_values(self, part: Cell, hidden: Sequence[Cell]) -> bool:
        """Tell whether no count of `part` is narrowed to fewer than `threshold` values."""
        shown = [each for each in self.breakdown.parts if each not in hidden]
        totals, records = counts_of(self.total), records_of(part.figures)
        total_records = records_of(self.total.figures)
        rest = subtract(totals, map(counts_of, shown))
        rest_records = total_records - sum(records_of(each.figures) for each in shown)
        return all(
            count_possible_values(rest[name], rest_records, records)
            >= min(self.threshold, count_possible_values(total, total_records, records))
            for name, total in totals.items()
        )


def count_possible_values(counted: int, everybody: int, part: int) -> int:
    """Return how many values a count of `part` records may have, if it is `counted` of `everybody`.

    At least one: a part cannot be larger than the whole it is taken from.
    """
    return min(part, counted) - max(0, part - (everybody - counted)) + 1


def is_small(cell: Cell, threshold: int) -> bool:
    """Tell whether the figures of `cell` are about some people, but fewer than `threshold`."""
    return is_few(cell.people_answered, threshold) or is_few(cell.people_asked, threshold)


def is_few(people: int, threshold: int) -> bool:
    """Tell whether there is somebody, but not `threshold` people."""
    return 0 < people < threshold
