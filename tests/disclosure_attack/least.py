"""What protection costs, beside the least that would do.

A table is all figures of an item's evaluations, of its changes, or of attendance by role or by
organisation type. Its total stays, unless it is sensitive itself; sensitive parts go. Of all
ways to hide further parts, by exhaustion, the one with the fewest cells counts that leaves each
sensitive count the values that the gate's rule asks for. Where the profile hides totals that
tell, the total may be one of them. Each table is taken alone, published once, and against a
reader who does not know the rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from flows.aggregate.aggregation import aggregate
from flows.aggregate.indicators import Indicator
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.programme import Profile
from tests.disclosure_attack.adversary import Adversary, Question
from tests.disclosure_attack.attack import (
    cell_of,
    find_counted_at,
    is_within,
    list_hidden,
    open_counts,
    scope_of,
)
from tests.disclosure_attack.programmes import RandomProgramme, draw_programme
from tests.disclosure_attack.secrets import CHANGES, is_secret
from tests.disclosure_attack.told import ATTENDANCE, COUNTS, Counts, number_totals
from tests.disclosure_attack.unknowns import list_unknowns

NOW = 1
PUBLIC = frozenset({Measure.PRESENT, Measure.RESPONSES, Measure.RETAINED})

Table = tuple[str, str]
"""The item, "" for attendance, and what is counted of it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How many cells there are, how many of them the gate hides, and how many would do."""

    cells: int
    hidden: int
    least: int


def count_cost(seed: int, *, hides_telling_totals: bool = False) -> Cost:
    """Return what protection costs in the programme number `seed`, by either rule."""
    programme = draw_programme(seed, hides_telling_totals=hides_telling_totals)
    ledger = Ledger(programme)
    tables: dict[Table, set[IndicatorName]] = defaultdict(set)
    for name in ledger.truths:
        if name.measure in COUNTS and (table := table_of(name)):
            tables[table].add(name)
    return add_costs(ledger.count_table(names) for names in tables.values())


def table_of(name: IndicatorName) -> Table | None:
    """Return which table a count is in; None where it is public."""
    if name.measure in ATTENDANCE:
        part = "role" if name.group.role else "organisation_type"
        return ("", part) if name.group.role or name.group.organisation_type else None
    if name.measure is Measure.RESPONSES:
        return None
    if name.measure in CHANGES:
        return name.item, "changes"
    return name.item, name.group.wave.value if name.group.wave else "evaluations"


def part_of(name: IndicatorName) -> Group:
    """Return what is hidden together: a part over all sessions, as far as it is of attendance."""
    return replace(name.group, session=None) if name.measure in ATTENDANCE else name.group


class Ledger:
    """One programme, everything that is true of it, and what the gate hides."""

    def __init__(self, programme: RandomProgramme) -> None:
        self.programme = programme
        self.dataset = programme.now
        self.is_strict = programme.now.programme.profile.hides_telling_totals
        self.truths: Counts = open_counts(self.dataset)
        opened = replace(self.dataset.programme, profile=Profile(suppression_threshold=1))
        self.figures = aggregate(replace(self.dataset, programme=opened), is_quick=True)
        self.hidden = {
            cell_of(each) for each in list_hidden(aggregate(self.dataset, is_quick=True))
        }
        self.unknowns = list(list_unknowns(programme.shape, NOW))

    def count_table(self, names: set[IndicatorName]) -> Cost:
        """Return what the table of `names` costs."""
        cells = defaultdict(set)
        for name in names:
            cells[part_of(name)].add(cell_of(name))
        secrets = {name for name in names if self.is_secret(name)}
        sensitive = {part_of(name) for name in secrets}
        hidden = {part for part, of_part in cells.items() if of_part & self.hidden}
        kept = sensitive if self.is_strict else sensitive | {EVERYBODY}
        covers = sorted(hidden - kept, key=str)
        others = sorted(set(cells) - hidden - kept, key=str)
        least = self.find_least(secrets, sensitive, [*covers, *others], len(covers))

        def count(parts: Iterable[Group]) -> int:
            return sum(len(cells[part]) for part in parts)

        return Cost(count(cells), count(hidden), min(count(hidden), count(least)))

    def find_least(
        self,
        secrets: set[IndicatorName],
        sensitive: set[Group],
        covers: Sequence[Group],
        enough: int,
    ) -> set[Group]:
        """Return the fewest parts that protect `secrets`; fewer than `enough` covers are tried."""
        for size in range(enough):
            for chosen in combinations(covers, size):
                hidden = sensitive | set(chosen)
                if self.is_protected(secrets, hidden):
                    return hidden
        return sensitive | set(covers[:enough])

    def is_protected(self, secrets: set[IndicatorName], hidden: set[Group]) -> bool:
        """Tell whether each of `secrets` keeps its values where the `hidden` parts are."""
        if not secrets:
            return True
        some = next(iter(secrets))
        known = [each for each in self.unknowns if is_within(each, scope_of(some))]
        shown = [each for each in self.figures if self.is_shown(each, some, hidden)]
        asked = sorted(secrets, key=str)
        questions = [
            Question(find_counted_at(NOW, name, known), self.truths[name], self.programme.threshold)
            for name in asked
        ]
        reader = Adversary(self.programme.shape, known, [(), shown], questions)
        told = [*filter(is_public if self.is_strict else is_told, shown)]
        if not self.is_strict:
            told += number_totals(self.truths, some.item)
        for number, question in enumerate(questions):
            values = reader.count_values(number)
            if values < question.enough:
                layman = Adversary(self.programme.shape, known, [(), told], [question])
                if values < layman.count_values(0):
                    return False
        return True

    def is_shown(self, figure: Indicator, some: IndicatorName, hidden: set[Group]) -> bool:
        """Tell whether a figure is public, or of the same table as `some` and not `hidden`."""
        name = figure.name
        if name.measure in PUBLIC and not (name.group.role or name.group.organisation_type):
            return not name.group.wave or name.measure is Measure.RESPONSES
        counted = name if name.measure in COUNTS else replace(name, measure=Measure.ANSWERS)
        if name.measure not in COUNTS | {Measure.MEAN, Measure.MEDIAN, Measure.SHARE_FAVOURABLE}:
            return False
        is_public = table_of(counted) is None
        return is_public or (table_of(counted) == table_of(some) and part_of(counted) not in hidden)

    def is_secret(self, name: IndicatorName) -> bool:
        """Tell whether a count is sensitive in itself."""
        return is_secret(self.dataset, None, name, self.programme.threshold)


def is_public(figure: Indicator) -> bool:
    """Tell whether a figure is a public fact of everybody."""
    return figure.name.measure in PUBLIC and is_told(figure)


def is_told(figure: Indicator) -> bool:
    """Tell whether a figure is of everybody, or public."""
    group = figure.name.group
    is_everybody = not (group.role or group.organisation_type)
    return is_everybody and (group.session is None or figure.name.measure in PUBLIC)


def add_costs(costs: Iterable[Cost]) -> Cost:
    """Return all of `costs` together."""
    listed = list(costs)
    return Cost(
        sum(cost.cells for cost in listed),
        sum(cost.hidden for cost in listed),
        sum(cost.least for cost in listed),
    )
