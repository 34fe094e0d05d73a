"""One attack: a random programme is published twice, and every hidden count is asked after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from flows.aggregate.aggregation import aggregate
from flows.aggregate.earlier_figures import read_earlier_figures
from flows.aggregate.indicator_file import write_indicators
from flows.aggregate.indicators import Indicator, Status
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.programme import Profile
from flows.validate.dataset import Dataset
from tests.disclosure_attack.adversary import Adversary
from tests.disclosure_attack.programmes import RandomProgramme, draw_programme
from tests.disclosure_attack.secrets import CHANGES, is_secret
from tests.disclosure_attack.unknowns import Kind, Unknown, find_counted, list_unknowns

COUNTS = frozenset(
    {
        Measure.ENROLLED,
        Measure.PRESENT,
        Measure.RESPONSES,
        Measure.ANSWERS,
        Measure.MISSING,
        Measure.PAIRS,
        Measure.ROSE,
        Measure.SAME,
        Measure.FELL,
    }
)
MOST_TARGETS = 8
"""How many hidden counts of one programme are asked after, drawn by lot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hidden count that the adversary has narrowed too far."""

    seed: int
    time: int
    name: str
    is_secret: bool
    values: int
    values_before: int


@dataclass(frozen=True, slots=True)
class Attack:
    """What came of one programme: counts asked after, secrets among them, and what was found."""

    targets: int
    secrets: int
    findings: tuple[Finding, ...]
    cells: int
    cells_hidden: int


def publish(programme: RandomProgramme) -> tuple[tuple[Indicator, ...], tuple[Indicator, ...]]:
    """Return what the earlier submission publishes, and what is published now beside it."""
    earlier = aggregate(programme.earlier)
    submitted = read_earlier_figures(write_indicators("random", earlier))
    return earlier, aggregate(programme.now, (submitted,))


def attack(seed: int) -> Attack:
    """Return what the adversary finds out about the programme number `seed`."""
    programme = draw_programme(seed)
    published = publish(programme)
    truths = [open_counts(dataset) for dataset in (programme.earlier, programme.now)]
    totals = [tuple(keep_totals(each)) for each in published]
    unknowns = unknowns_of(programme.now)
    readers: dict[tuple[Kind, ...], Adversary] = {}
    hidden = [
        (time, name)
        for time, indicators in enumerate(published)
        for name in list_hidden(indicators)
        if name in truths[time]
    ]
    targets = choose(programme, hidden, seed)
    findings = []
    for time, name in targets:
        kinds = kinds_of(name)
        known = [each for each in unknowns if each.kind in kinds]
        if kinds not in readers:
            readers[kinds] = Adversary(known, [about(kinds, each) for each in published])
            assert readers[kinds].is_possible([], 0), "the truth itself must be possible"
        secret = is_secret_at(programme, time, name)
        counted = find_counted(name, [each for each in known if each.time == time])
        truth = truths[time][name]
        enough = programme.threshold if secret else 2
        values = readers[kinds].count_values(counted, truth, enough)
        if values < enough:
            told = (published[0] if time else totals[0], totals[1])
            layman = Adversary(known, [about(kinds, each) for each in told])
            before = layman.count_values(counted, truth, enough)
            if values < before:
                findings.append(Finding(seed, time, str(name), secret, values, before))
    cells = {cell_of(each.name) for each in published[1] if each.name.measure in COUNTS}
    hidden_cells = {cell_of(name) for name in list_hidden(published[1])}
    return Attack(
        len(targets),
        sum(is_secret_at(programme, time, name) for time, name in targets),
        tuple(findings),
        len(cells),
        len(hidden_cells),
    )


def about(kinds: tuple[Kind, ...], indicators: Iterable[Indicator]) -> list[Indicator]:
    """Return the published figures that tell something of unknowns of these `kinds`."""
    return [
        indicator
        for indicator in indicators
        if not set(kinds_of(indicator.name)).isdisjoint(kinds)
        and (indicator.value is not None or indicator.status is Status.NO_ANSWERS)
    ]


def kinds_of(name: IndicatorName) -> tuple[Kind, ...]:
    """Return the kinds of unknowns whose equations tell something of the count called `name`."""
    if name.measure in {Measure.ENROLLED, Measure.PRESENT}:
        return (Kind.MARKS, Kind.PEOPLE)
    if name.group.wave or name.measure in CHANGES:
        return (Kind.MOVES,)
    return (Kind.REPLIES, Kind.PEOPLE)


def choose(
    programme: RandomProgramme, hidden: Sequence[tuple[int, IndicatorName]], seed: int
) -> list[tuple[int, IndicatorName]]:
    """Return some of the `hidden` counts: secret ones first, then those that cover for them."""
    drawn = Random(seed).sample(hidden, len(hidden))  # noqa: S311  # reproducible, no secret
    drawn.sort(key=lambda target: not is_secret_at(programme, *target))
    return drawn[: MOST_TARGETS - 2] + drawn[MOST_TARGETS - 2 :][-2:]


def is_secret_at(programme: RandomProgramme, time: int, name: IndicatorName) -> bool:
    """Tell whether a count was to be protected then, or is now."""
    dataset = programme.now if time else programme.earlier
    return is_secret(dataset, programme.earlier if time else None, name, programme.threshold)


def unknowns_of(dataset: Dataset) -> list[Unknown]:
    """Return the unknowns of a programme, at the earlier submission and now."""
    people = dataset.programme.participants
    roles = tuple(sorted({person.role for person in people} - {""}))
    types = tuple(sorted({person.organisation_type for person in people} - {""}))
    sessions = dataset.programme.session_numbers
    return [each for time in (0, 1) for each in list_unknowns(time, sessions, roles, types)]


def open_counts(dataset: Dataset) -> dict[IndicatorName, int]:
    """Return every count as it is, published or not, with the numbers of valid answers."""
    programme = replace(dataset.programme, profile=Profile(suppression_threshold=1))
    counts = {}
    for figure in aggregate(replace(dataset, programme=programme)):
        if figure.name.measure in COUNTS:
            counts[figure.name] = int(figure.value or 0)
        if figure.name.measure is Measure.MEAN:
            counts[valid_answers(figure.name)] = figure.base or 0
    return counts


def list_hidden(indicators: Iterable[Indicator]) -> Iterator[IndicatorName]:
    """Yield the names of all suppressed counts."""
    for indicator in indicators:
        if indicator.status is Status.SUPPRESSED:
            if indicator.name.measure in COUNTS:
                yield indicator.name
            if indicator.name.measure is Measure.MEAN:
                yield valid_answers(indicator.name)


def valid_answers(name: IndicatorName) -> IndicatorName:
    """Return the name of how many valid answers there are behind the mean called `name`."""
    return IndicatorName(Measure.ANSWERS, name.item, group=name.group)


def keep_totals(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield what is told of everybody: totals and public facts, but no part of a breakdown."""
    public = {Measure.PRESENT, Measure.RESPONSES}
    for indicator in indicators:
        group, measure = indicator.name.group, indicator.name.measure
        is_everybody = not (group.role or group.organisation_type)
        if is_everybody and (group.session is None or measure in public):
            yield indicator


def cell_of(name: IndicatorName) -> tuple[str, Group, bool]:
    """Return which figures stand and fall together."""
    return (name.item, name.group, name.measure in {Measure.ENROLLED, Measure.PRESENT})
