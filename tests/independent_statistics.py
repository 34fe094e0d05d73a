"""The statistics of the sample, worked out once more from its files by SciPy, NumPy and loops.

Nothing of flows/ has a part in it.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement
from random import Random
from statistics import median, variance

from scipy import stats

from tests.sample_answers import (
    SESSIONS,
    WAVES,
    number,
    read_answers,
    read_forms,
    read_items,
    read_marks,
    rows_used,
    sign_of,
    workbook,
)

Figure = tuple[str, float | None, int | None]
"""A figure's id, its value, None where there can be none, and its base."""

Change = tuple[str, float, float]
"""A person's role and points before and after."""

ENROLLED = 30


def named(measure: str, **words: object) -> str:
    """Return the id of a figure; a word with a space stands in quotation marks."""
    parts = [(key, str(word)) for key, word in words.items() if word]
    quoted = (f'{key}="{word}"' if " " in word else f"{key}={word}" for key, word in parts)
    return " ".join((measure, *quoted))


def read_points() -> dict[str, dict[str, dict[str, tuple[str, float]]]]:
    """Return role and points by item, wave and person."""
    items = {item.item_id: item for item in read_items()}
    points: dict = defaultdict(lambda: defaultdict(dict))
    for wave, pattern in WAVES.items():
        for answer in read_answers(pattern):
            if answer.item_id in items and not answer.missing:
                (code,) = items[answer.item_id].chosen(answer.text)
                points[answer.item_id][wave][answer.person] = (answer.role, number(code))
    return points


def read_changes() -> dict[tuple[str, str], list[Change]]:
    """Return the pairs of each item with each wave that the one after is compared with."""
    return {
        (item_id, baseline): [
            (role, before, waves["after"][person][1])
            for person, (role, before) in waves[baseline].items()
            if person in waves["after"]
        ]
        for item_id, waves in read_points().items()
        for baseline in ("before", "retrospective")
    }


def count_change_tests() -> Iterator[Figure]:
    """Yield the shift with its interval, the direction and the p-values of each item."""
    p_values: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for (item_id, baseline), people in read_changes().items():
        wave = "" if baseline == "before" else baseline
        changes = sorted(after - before for _, before, after in people)
        low, high = bootstrap(changes)
        values = {
            "shift": walsh_median(changes),
            "shift_low": low,
            "shift_high": high,
            "rank_biserial": direction(changes),
            "sign_test_p": sign_test(changes),
            "wilcoxon_p": wilcoxon(changes),
        }
        for measure, value in values.items():
            yield named(measure, item=item_id, wave=wave), value, len(changes)
        for test in ("sign_test_p", "wilcoxon_p"):
            p_values[test, wave][item_id] = values[test]
    for (test, wave), by_item in p_values.items():
        smallest = 0.0
        for rank, item_id in enumerate(sorted(by_item, key=by_item.__getitem__)):
            smallest = max(smallest, min(1.0, by_item[item_id] * (len(by_item) - rank)))
            yield named(f"{test}_holm", item=item_id, wave=wave), smallest, len(by_item)


def walsh_median(changes: list[float]) -> float:
    """Return the median of the means of all pairs of changes, each with itself as well."""
    return median((one + other) / 2 for one, other in combinations_with_replacement(changes, 2))


def bootstrap(ordered: list[float]) -> tuple[float, float]:
    """Return the ends of the interval of `ordered` changes."""
    return draw_shifts(tuple(ordered))


@cache
def draw_shifts(ordered: tuple[float, ...]) -> tuple[float, float]:
    """Return the 51st and the 51st last shift of 2000 samples of people: draws and mirrors."""
    chance, shifts = Random(30), []  # noqa: S311  # nothing is kept secret by it
    for _ in range(1000):
        draw = [int(chance.random() * len(ordered)) for _ in ordered]
        shifts.append(walsh_median([ordered[person] for person in draw]))
        shifts.append(walsh_median([ordered[len(ordered) - 1 - person] for person in draw]))
    shifts.sort()
    return shifts[50], shifts[-51]


def direction(changes: list[float]) -> float:
    """Return the rank share of the rises minus that of the falls."""
    changed = [change for change in changes if change]
    ranks = stats.rankdata([abs(change) for change in changed])
    return sum(r if c > 0 else -r for r, c in zip(ranks, changed, strict=True)) / sum(ranks)


def sign_test(changes: list[float]) -> float:
    """Return the exact p-value of the rises among those who changed."""
    rose, fell = (sum(sign * change > 0 for change in changes) for sign in (1, -1))
    return stats.binomtest(rose, rose + fell).pvalue


def wilcoxon(changes: list[float]) -> float:
    """Return the exact p-value: of all ways in which those who changed might have, so one-sided."""
    ranks = stats.rankdata([abs(change) for change in changes])
    ways = {0.0: 1}
    for rank, change in zip(ranks, changes, strict=True):
        if change:
            others = {total + rank: count for total, count in ways.items()}
            ways = {total: ways.get(total, 0) + others.get(total, 0) for total in ways | others}
    observed = sum(rank for rank, change in zip(ranks, changes, strict=True) if change > 0)
    lower = sum(count for total, count in ways.items() if total <= observed)
    upper = sum(count for total, count in ways.items() if total >= observed)
    return min(1.0, 2 * min(lower, upper) / sum(ways.values()))


def count_complete_cases() -> Iterator[Figure]:
    """Yield the medians of those who answered both times, and the bounds of the share risen."""
    for (item_id, baseline), people in read_changes().items():
        wave, pairs = "" if baseline == "before" else baseline, len(people)
        rose = sum(after > before for _, before, after in people)
        yield named("share_rose_low", item=item_id, wave=wave), rose / ENROLLED, ENROLLED
        highest = (rose + ENROLLED - pairs) / ENROLLED
        yield named("share_rose_high", item=item_id, wave=wave), highest, ENROLLED
        if not wave:
            for index, word in ((1, "before"), (2, "after")):
                middle = median(person[index] for person in people)
                yield named("median_paired", item=item_id, wave=word), middle, pairs


def count_favourable_bounds() -> Iterator[Figure]:
    """Yield the least and the greatest favourable share of everybody who was there."""
    present = sum(is_present for _, _, is_present in read_marks())
    everything = [
        answer for session in SESSIONS for answer in read_answers(f"sessions/{session:02}/*")
    ]
    for item in read_items():
        answers = [
            item.chosen(answer.text)
            for answer in everything
            if answer.item_id == item.item_id and not answer.missing
        ]
        favourable = sum(bool(codes & item.favourable) for codes in answers)
        if item.favourable and answers:
            highest = (favourable + present - len(answers)) / present
            yield named("share_favourable_low", item=item.item_id), favourable / present, present
            yield named("share_favourable_high", item=item.item_id), highest, present


def count_completeness() -> Iterator[Figure]:
    """Yield complete and partial responses and the rates of the complete ones."""
    present = {
        session: sum(is_present for number, _, is_present in read_marks() if number == session)
        for session in SESSIONS
    }
    complete, partial = {}, {}
    for session in SESSIONS:
        complete[session], partial[session] = sort_forms(f"sessions/{session:02}/*")
        group = {"session": session}
        yield from describe_forms(complete[session], partial[session], 1, group)
        rate = complete[session] / present[session]
        yield named("complete_rate", **group), rate, present[session]
    total, there = sum(complete.values()), sum(present.values())
    yield from describe_forms(total, sum(partial.values()), len(SESSIONS), {})
    yield "complete_rate", total / there, there
    for wave, pattern in WAVES.items():
        yield from describe_forms(*sort_forms(pattern), 1, {"wave": wave})


def sort_forms(pattern: str) -> tuple[int, int]:
    """Return how many responses of an export are complete, and how many are not."""
    closed = {item.item_id for item in read_items()}
    shares = []
    for form in read_forms(pattern):
        kinds = [answer.missing for answer in form if answer.item_id in closed]
        shares.append(1 - kinds.count("not_answered") / len(kinds))
    return sum(share > 0.8 for share in shares), sum(share <= 0.8 for share in shares)


def describe_forms(
    complete: int, partial: int, occasions: int, group: dict[str, object]
) -> Iterator[Figure]:
    """Yield the counts, and the complete ones as a share of all enrolled at each occasion."""
    base = ENROLLED * occasions
    yield named("complete_responses", **group), complete, complete + partial
    yield named("partial_responses", **group), partial, complete + partial
    yield named("complete_rate_enrolled", **group), complete / base, base


def count_retention() -> Iterator[Figure]:
    """Yield who still comes at each session, and who answers before and again after."""
    marks = read_marks()
    for session in SESSIONS:
        still = {p["Nyckel"] for number, p, is_present in marks if is_present and number >= session}
        yield named("retained", session=session), len(still), ENROLLED
    before, after = (set(map(sign_of, rows_used(WAVES[wave]))) for wave in ("before", "after"))
    yield "retained wave=after", len(before & after), len(before)


def count_reliability() -> Iterator[Figure]:
    """Yield Cronbach's alpha of each index in each wave, with Feldt's interval."""
    indices: dict[str, list[str]] = defaultdict(list)
    for row in workbook("Frågor"):
        indices[row["Index"]].append(row["Fråge-id"])
    points = read_points()
    for index, item_ids in indices.items():
        for wave in WAVES if index else ():
            of_items = [points[item_id][wave] for item_id in item_ids]
            people = sorted(set.intersection(*map(set, of_items)))
            scores = [[of_item[person][1] for of_item in of_items] for person in people]
            alpha = cronbach(scores)
            freedoms = len(people) - 1, (len(people) - 1) * (len(item_ids) - 1)
            low, high = (1 - (1 - alpha) * stats.f.ppf(q, *freedoms) for q in (0.975, 0.025))
            for measure, value in (("alpha", alpha), ("alpha_low", low), ("alpha_high", high)):
                yield named(measure, item=index, wave=wave), value, len(people)


def cronbach(scores: list[list[float]]) -> float:
    """Return alpha: k over k minus 1, times the variance that the items do not have alone."""
    items = list(zip(*scores, strict=True))
    alone, together = sum(map(variance, items)), variance(map(sum, scores))
    return len(items) / (len(items) - 1) * (1 - alone / together)


STATISTICS = (
    count_change_tests,
    count_complete_cases,
    count_favourable_bounds,
    count_completeness,
    count_retention,
    count_reliability,
)
