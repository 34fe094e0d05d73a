"""Disclosure control: the one gate that every indicator passes before anybody sees it.

Protected is what people answered and what they wrote about, and what is told of a part of the
participants: figures of answers, of themes, of before and after, and enrolment, attendance and
responses by role or by organisation type. Public is

- how many are enrolled, came to each session and are of invited groups: everybody in the room
  saw it;
- how many responded, by session and by wave, and how many comments they left and somebody coded:
  the report prints how many rows of each file were read and used, for nothing disappears. Of
  three who responded a count has four values, and each stays possible: that they responded is
  known, and nothing of what they said;
- change projects, which their owners present openly; budget, outcome and grant, which the
  agreement with the funder lists; the goals; and which cells are at fault, since the problem
  list tells of them;
- quotes, which somebody approved: what their comments are about is known to whoever reads them;
- what of a role or an organisation type is shown, its size among it: all its parts are then
  of k people or more, or none is shown.

A total over everybody is no public fact. It goes by the rules below like every other figure,
and is hidden as well where it would narrow a hidden part (rule 9), unless the programme's profile
says that totals stand. Then it is what the report is for, and not hidden to protect a part.
Only the total of the part's own table stands so, and of changes the answers before and after,
which are the margins of their table; no other table is an excuse.

Figures are sensitive, for a threshold of k people, where

1. they are about 1 to k - 1 people: so many answered, or so many were asked;
2. fewer than 2k people answered, and all alike, be it only on the same side of the scale: the
   figures then tell what each of them said;
3. they differ from an earlier submission's by less than k people, or by less than 2k who are
   all alike: subtraction tells of those. A part that an earlier submission hid stays hidden;
4. they are themes, and few of those who wrote are not quoted, or they are of few and alike:
   whoever reads the quotes subtracts what these are about.

They are suppressed, and so that they cannot be worked out,

5. parts by session are hidden until the hidden ones together are k people or more and leave
   k possible values to each sensitive count (flows/aggregate/hidden_parts.py);
6. parts by role or by organisation type are shown whole or not at all, and never beside a
   table that hides a session: no overlap is left to subtract;
7. every figure cites the cells of everybody asked, missing answers as well, and a figure of a
   role or an organisation type those of everybody and the register: cells can be counted, and
   the rows of one figure be looked for among those of another;
8. figures that are made of hidden ones are hidden too (flows/aggregate/dependent_figures.py);
9. totals go that would leave a sensitive count fewer than k values: the total of a table, with
   as many of its sessions as would tell the same (flows/aggregate/telling_totals.py), changes
   of everybody, and the answers of a wave (flows/aggregate/telling_waves.py). What an earlier
   submission hid of a total stays hidden.

The rule that a solver proves on random programmes, knowing every figure and every public fact
(`make attack`): **no sensitive count is narrowed to fewer than k possible values, unless the size
of its group leaves fewer; then each of these stays possible.** And no sensitive count is shown.
Where something was told by an earlier submission, which nothing takes back, the group is of
those who are new. Where the profile lets totals stand, the rule is weaker: k values or, where
the totals over everybody and the public facts leave fewer, every value that these leave.

Public is also how many of each role are enrolled, where that is shown, and how many of it
responded, once its answers to some question are. How many typed each number is protected as if
numbers were labels, and how many comments of one session, or of those that two coders read or
only one, have a theme, although no figure tells either.

The reader is taken to know these rules. The reason is therefore given for a breakdown as a
whole and for few and alike together: it does not tell which part is the small one.

Source: Hundepool et al., Handbook on Statistical Disclosure Control, second edition (2024),
https://github.com/sdcTools/HandbookSDC: minimum frequency, group disclosure, secondary
suppression, and linked tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from flows.aggregate.earlier_figures import EarlierFigures
from flows.aggregate.hidden_parts import Cover, is_few, is_small
from flows.aggregate.indicators import Indicator, Status, Suppression
from flows.aggregate.protected_tables import Breakdown, Cell, ClosedTable, Figures, Table
from flows.aggregate.published_counts import are_all_missing_alike, are_answers_alike
from flows.aggregate.telling_figures import hide_telling
from flows.programme.indicator_names import IndicatorName, Measure


def disclose(
    figures: Iterable[Figures],
    threshold: int,
    earlier: tuple[EarlierFigures, ...] = (),
    *,
    hides_telling_totals: bool = False,
) -> tuple[Indicator, ...]:
    """Return every indicator, those suppressed that the rules above do not let through."""
    families = tuple(figures)
    gate = Gate(threshold, earlier, hides_telling_totals)
    public = [figure for family in families for figure in family.public]
    closed = [gate.close(table) for family in families for table in family.protected]
    if hides_telling_totals:
        closed = hide_telling(closed, count_enrolled(public), threshold)
    return (*public, *(figure for each in closed for figure in gate.open(each)))


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules with what they go by: the threshold k, and what earlier submissions told."""

    threshold: int
    earlier: tuple[EarlierFigures, ...]
    hides_telling_totals: bool

    def close(self, table: Table) -> ClosedTable:
        """Return `table` with every cell of it that is not shown."""
        sensitive: list[Cell] = []
        if table.total and (self.is_sensitive(table.total) or self.stays_hidden(table.total)):
            sensitive.append(table.total)
        for breakdown in table.breakdowns:
            sensitive += self.find_sensitive(breakdown)
            if self.is_sensitive(breakdown.unnamed):
                sensitive.append(breakdown.unnamed)
        sensitive += (part for parts in table.untold for part in parts if self.is_sensitive(part))
        told = (
            part
            for breakdown in table.breakdowns
            for part in breakdown.parts
            if any(each.has_told(part.figures) for each in self.earlier)
        )
        return ClosedTable(table, tuple(self.find_hidden(table)), tuple(sensitive), tuple(told))

    def open(self, closed: ClosedTable) -> Iterator[Indicator]:
        """Yield the indicators of a table, those of its hidden and telling cells suppressed."""
        table = closed.table
        total = (table.total,) if table.total else ()
        for cells, usual_reason in (
            (total, Suppression.FEW_OR_ALIKE),
            *((breakdown.parts, Suppression.PART) for breakdown in table.breakdowns),
        ):
            hidden_cells = [cell for cell in cells if cell in closed.hidden]
            is_told = any(self.is_told_by_earlier(cell) for cell in hidden_cells)
            reason = Suppression.EARLIER if is_told else usual_reason
            for cell in cells:
                if cell in closed.hidden:
                    yield from suppress(cell, reason)
                elif cell in closed.telling:
                    yield from suppress(cell, Suppression.TELLING)
                else:
                    yield from cell.figures

    def find_hidden(self, table: Table) -> list[Cell]:
        """Return every cell of `table` that is not shown."""
        by_session = [each for each in table.breakdowns if not each.is_whole_or_nothing]
        whole = [each for each in table.breakdowns if each.is_whole_or_nothing]
        sensitive = [self.find_sensitive(breakdown) for breakdown in by_session]
        hidden: list[Cell] = []
        if table.total and self.is_total_hidden(table.total, by_session, sensitive):
            hidden.append(table.total)
        for breakdown, parts in zip(by_session, sensitive, strict=True):
            if table.total and not hidden:
                rest = (breakdown.unnamed,) if self.is_sensitive(breakdown.unnamed) else ()
                cover = Cover(table.total, breakdown, self.threshold)
                hidden += cover.find_hidden((*parts, *rest))
            else:
                hidden += parts  # there is no total to subtract the others from
        for breakdown in whole:
            is_rest_told = self.is_sensitive(breakdown.unnamed)
            if hidden or is_rest_told or self.find_sensitive(breakdown):
                hidden += breakdown.parts
        return hidden

    def is_total_hidden(
        self, total: Cell, by_session: Sequence[Breakdown], sensitive: Sequence[Sequence[Cell]]
    ) -> bool:
        """Tell whether the total itself is sensitive.

        That it differs a little from an earlier submission's tells nothing that its sessions
        do not tell, where these are all shown.
        """
        if self.is_sensitive(total) or self.stays_hidden(total):
            return True
        is_sum_shown = bool(by_session) and not any(
            parts or breakdown.unnamed.people_asked
            for breakdown, parts in zip(by_session, sensitive, strict=True)
        )
        is_session_told = any(
            self.is_told_by_earlier(part) or self.was_hidden(part)
            for breakdown in by_session
            for part in breakdown.parts
        )
        if is_session_told and self.has_changed(total):
            return True  # its growth less that of the shown sessions is what a few have added
        return self.is_told_by_earlier(total) and not is_sum_shown

    def find_sensitive(self, breakdown: Breakdown) -> tuple[Cell, ...]:
        """Return the parts of `breakdown` that are hidden for their own sake."""
        return tuple(
            part
            for part in breakdown.parts
            if self.is_sensitive(part) or self.is_told_by_earlier(part) or self.was_hidden(part)
        )

    def is_sensitive(self, cell: Cell) -> bool:
        """Tell whether the figures of `cell` are about few people, or about a few alike.

        With a threshold of one the gate stands open: nobody is alike to himself.
        """
        if is_small(cell, self.threshold):
            return True
        small_group = 2 * self.threshold
        return self.threshold > 1 and (
            (
                is_few(cell.people_answered, small_group)
                and (cell.is_unanimous or are_answers_alike(cell.figures))
            )
            or (is_few(cell.people_asked, small_group) and are_all_missing_alike(cell.figures))
        )

    def is_told_by_earlier(self, cell: Cell) -> bool:
        """Tell whether `cell` beside an earlier submission tells of a few people."""
        return any(each.tells_of_few(cell.figures, self.threshold) for each in self.earlier)

    def has_changed(self, cell: Cell) -> bool:
        """Tell whether `cell` differs at all from an earlier submission."""
        return any(each.tells_of_few(cell.figures, inf) for each in self.earlier)

    def stays_hidden(self, total: Cell) -> bool:
        """Tell whether a total would narrow what an earlier submission hid of it."""
        return self.hides_telling_totals and self.was_hidden(total)

    def was_hidden(self, cell: Cell) -> bool:
        """Tell whether an earlier submission hid figures of `cell`."""
        return any(each.has_hidden(cell.figures) for each in self.earlier)


def count_enrolled(public: Iterable[Indicator]) -> int:
    """Return how many are enrolled, which is no secret; nobody where no register tells."""
    name = IndicatorName(Measure.ENROLLED)
    return next((int(figure.value or 0) for figure in public if figure.name == name), 0)


def suppress(cell: Cell, reason: Suppression) -> Iterator[Indicator]:
    """Yield the figures of `cell` without value, and without what tells how few they are about.

    That a question was not asked is no secret.
    """
    for figure in cell.figures:
        if figure.status is Status.NOT_ASKED:
            yield figure
        else:
            yield replace(
                figure,
                value=None,
                base=None,
                status=Status.SUPPRESSED,
                sources=(),
                suppression=reason,
            )
