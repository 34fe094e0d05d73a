"""One attack: a random programme is published twice, and every hidden count is asked after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from flows.aggregate.aggregation import aggregate
from flows.aggregate.earlier_figures import read_earlier_figures
from flows.aggregate.indicator_file import write_indicators
from flows.aggregate.indicators import Indicator, Status
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.programme import Profile
from flows.validate.dataset import Dataset
from tests.disclosure_attack.adversary import Adversary, Question
from tests.disclosure_attack.cells import find_telling_cells
from tests.disclosure_attack.programmes import RandomProgramme, draw_programme
from tests.disclosure_attack.readings import valid_answers
from tests.disclosure_attack.secrets import CHANGES, is_secret
from tests.disclosure_attack.theme_attack import attack_themes
from tests.disclosure_attack.told import (
    ATTENDANCE,
    COUNTS,
    PUBLIC,
    Counts,
    Publications,
    told_of_sizes,
    told_to_all,
)
from tests.disclosure_attack.unknowns import (
    CODES,
    TYPED,
    Kind,
    Unknown,
    find_counted,
    list_unknowns,
)

MOST_TARGETS = 6
"""How many hidden counts of one programme are asked after, drawn by lot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hidden count that the adversary has narrowed too far."""

    seed: int
    time: int
    name: str
    values: int
    values_before: int


@dataclass(frozen=True, slots=True)
class Attack:
    """What came of one programme: counts asked after, secrets among them, and what was found.

    `telling_cells` are the figures whose cells depend on more than public facts, `shown` the
    sensitive counts that are not suppressed. Of the secrets, `bounded` have fewer than k possible
    values because public facts leave no more or, where the profile lets them, totals;
    `known_exactly` only their own, although somebody is counted.
    """

    targets: int
    secrets: int
    findings: tuple[Finding, ...]
    telling_cells: tuple[str, ...]
    shown: tuple[str, ...]
    bounded: int
    known_exactly: int
    cells: int
    cells_hidden: int


Scope = tuple[frozenset[Kind], str]
"""The kinds of unknowns that are of one table and of those bound to it; moves of one item only."""


def publish(programme: RandomProgramme) -> Publications:
    """Return what the earlier submission publishes, and what is published now beside it.

    Intervals and Wilcoxon's p, which take long, are left out: nobody reads them.
    """
    earlier = aggregate(programme.earlier, is_quick=True)
    submitted = read_earlier_figures(write_indicators("random", earlier))
    return earlier, aggregate(programme.now, (submitted,), is_quick=True)


def attack(seed: int, *, hides_telling_totals: bool = False) -> Attack:
    """Return what the adversary finds out about the programme number `seed`, by either rule."""
    programme = draw_programme(seed, hides_telling_totals=hides_telling_totals)
    published = publish(programme)
    truths = [open_counts(dataset) for dataset in (programme.earlier, programme.now)]
    hidden = [
        (time, name)
        for time, indicators in enumerate(published)
        for name in list_hidden(indicators)
        if name in truths[time]
    ]
    targets = choose(programme, hidden, seed)
    unknowns = list_all(programme)
    findings: list[Finding] = []
    bounded = known_exactly = 0
    for scope in dict.fromkeys(scope_of(name) for _, name in targets):
        of_scope = [(time, name) for time, name in targets if scope_of(name) == scope]
        known = [each for each in unknowns if is_within(each, scope)]
        questions = [
            Question(
                find_counted_at(time, name, known),
                truths[time][name],
                programme.threshold if is_secret_at(programme, time, name) else 2,
            )
            for time, name in of_scope
        ]
        reader = Adversary(programme.shape, known, published, questions)
        for number, (time, name) in enumerate(of_scope):
            question, values = questions[number], reader.count_values(number)
            if values < question.enough:
                is_sensitive = is_secret_at(programme, time, name)
                bounded += is_sensitive
                known_exactly += is_sensitive and values == 1 and question.truth > 0
                told = (
                    told_of_sizes(published, time, name)
                    if hides_telling_totals and is_sensitive
                    else told_to_all(published, truths, time, name)
                )
                layman = Adversary(programme.shape, known, told, [question])
                before = layman.count_values(0)
                if values < before:
                    findings.append(Finding(seed, time, str(name), values, before))
    of_themes = attack_themes(programme, published, seed, are_totals_told=not hides_telling_totals)
    findings += (
        Finding(seed, each.target.time, each.target.label, each.values, each.values_before)
        for each in of_themes.narrowed
    )
    shown = (*of_themes.shown, *find_shown(programme, published, truths))
    cells = {cell_of(each.name) for each in published[1] if each.name.measure in COUNTS}
    hidden_cells = {cell_of(name) for name in list_hidden(published[1])}
    return Attack(
        len(targets) + len(of_themes.targets),
        sum(is_secret_at(programme, *target) for target in targets) + len(of_themes.targets),
        tuple(findings),
        tuple(find_telling_cells(programme.now, seed)),
        tuple(f"{seed} {name}" for name in shown),
        bounded,
        known_exactly,
        len(cells),
        len(hidden_cells),
    )


def find_shown(
    programme: RandomProgramme, published: Publications, truths: Sequence[Counts]
) -> Iterator[str]:
    """Yield the sensitive counts that are published all the same; those of everybody are public.

    What has come since the earlier submission is told only where that one told the rest.
    """
    told_earlier = {figure.name for figure in published[0] if figure.value is not None}
    datasets = (programme.earlier, programme.now)
    for time, (indicators, counts) in enumerate(zip(published, truths, strict=True)):
        for figure in indicators:
            name = figure.name
            is_public = name.measure in PUBLIC and not (
                name.group.role or name.group.organisation_type
            )
            if figure.value is None or name not in counts or is_public:
                continue
            earlier = programme.earlier if time and name in told_earlier else None
            if is_secret(datasets[time], earlier, name, programme.threshold):
                yield f"{name} at {time}"


def list_all(programme: RandomProgramme) -> list[Unknown]:
    """Return every unknown of the programme, at both times."""
    return [each for time in (0, 1) for each in list_unknowns(programme.shape, time)]


def find_counted_at(
    time: int, name: IndicatorName, unknowns: Iterable[Unknown]
) -> tuple[Unknown, ...]:
    """Return the unknowns that the count called `name` adds up at `time`."""
    return tuple(find_counted(name, [each for each in unknowns if each.time == time]))


def scope_of(name: IndicatorName) -> Scope:
    """Return which unknowns are bound to those of the count called `name`."""
    if name.measure in ATTENDANCE:
        return frozenset({Kind.PEOPLE, Kind.MARKS, Kind.STAYED}), ""
    if name.group.wave or name.measure in CHANGES:
        of_waves = {Kind.RETURNED, Kind.WAVE_REPLIES, Kind.WAVE_PARTIAL, Kind.ALL_VALID}
        return frozenset({Kind.PEOPLE, Kind.MOVES, *of_waves}), name.item
    return frozenset({Kind.PEOPLE, Kind.RESPONDED, Kind.REPLIES, Kind.PARTIAL}), ""


def is_within(unknown: Unknown, scope: Scope) -> bool:
    """Tell whether an unknown is of `scope`."""
    kinds, item = scope
    return unknown.kind in kinds and (unknown.kind is not Kind.MOVES or unknown.item == item)


def choose(
    programme: RandomProgramme, hidden: Sequence[tuple[int, IndicatorName]], seed: int
) -> list[tuple[int, IndicatorName]]:
    """Return some of the `hidden` counts: secret ones first, then those that cover for them."""
    drawn = list(hidden)
    Random(seed).shuffle(drawn)  # noqa: S311  # reproducible, no secret
    secret = [target for target in drawn if is_secret_at(programme, *target)]
    covers = [target for target in drawn if target not in secret]
    secrets = secret[: MOST_TARGETS - min(2, len(covers))]
    return [*secrets, *covers[: MOST_TARGETS - len(secrets)]]


def is_secret_at(programme: RandomProgramme, time: int, name: IndicatorName) -> bool:
    """Tell whether the count called `name` is to be protected at `time`."""
    if time:
        return is_secret(programme.now, programme.earlier, name, programme.threshold)
    return is_secret(programme.earlier, None, name, programme.threshold)


def open_counts(dataset: Dataset) -> Counts:
    """Return every count as it is, published or not, with valid answers and typed numbers."""
    programme = replace(dataset.programme, profile=Profile(suppression_threshold=1))
    counts = {}
    for figure in aggregate(replace(dataset, programme=programme), is_quick=True):
        if figure.name.measure in COUNTS:
            counts[figure.name] = int(figure.value or 0)
        if figure.name.measure in (Measure.MEAN, Measure.SHARE):
            counts[valid_answers(figure.name)] = figure.base or 0
    typed = [answer for answer in dataset.answers if answer.item_id == TYPED and answer.value]
    groups = {Group(session=number) for number in dataset.programme.session_numbers}
    groups |= {Group(role=person.role) for person in dataset.programme.participants} | {EVERYBODY}
    for group in groups if typed else ():
        of_group = [
            str(int(answer.value or 0))
            for answer in typed
            if group.session in (None, answer.session)
            and group.role in ("", answer.respondent.role)
        ]
        tally = Counter(of_group)
        counts |= {
            IndicatorName(Measure.ANSWERS, TYPED, code, group): tally[code] for code in CODES
        }
    return counts


def list_hidden(indicators: Iterable[Indicator]) -> Iterator[IndicatorName]:
    """Yield the names of all suppressed counts, and of how many typed each number."""
    for indicator in indicators:
        name = indicator.name
        if indicator.status is Status.SUPPRESSED:
            if name.measure in COUNTS:
                yield name
            if name.measure is Measure.MEAN:
                yield valid_answers(name)
                if name.item == TYPED:
                    yield from (replace(valid_answers(name), answer=code) for code in CODES)


def cell_of(name: IndicatorName) -> tuple[str, Group, bool]:
    """Return which figures stand and fall together."""
    return (name.item, name.group, name.measure in ATTENDANCE)
