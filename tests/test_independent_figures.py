"""Every figure of the sample, counted once more from its files by code that shares nothing.

The program appears here only as the indicators and verdicts that are held against the count.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from statistics import mean, median

import pytest

from flows.aggregate.goals import Verdict
from flows.aggregate.indicator_file import write_indicators
from flows.chain.stages import Request, make_findings
from tests.independent_statistics import STATISTICS, Figure, named, read_changes
from tests.sample_answers import (
    NUMBER,
    SESSIONS,
    WAVES,
    Answer,
    Item,
    number,
    read_answers,
    read_items,
    read_marks,
    rows_used,
    workbook,
)
from tests.sample_cells import SAMPLE, Record, read_sample

ROLES = ("innovationsledare", "chef")
ORGANISATION_TYPES = ("kommun", "landsting")
MOST_SUPPRESSED_SHARE = 0.05


@pytest.fixture(scope="module")
def findings():
    """Everything that the program finds out about the sample."""
    request = Request(SAMPLE.name, inputs=SAMPLE.parent, outputs=SAMPLE.parent / "nowhere")
    return make_findings(request)


@pytest.fixture(scope="module")
def written(findings):
    """Value and base of every indicator of the sample by its id, as they are written."""
    text = write_indicators(SAMPLE.name, findings.indicators)
    return {
        indicator["id"]: (indicator["value"], indicator["base"])
        for indicator in json.loads(text)["indicators"]
    }


@pytest.fixture(scope="module")
def suppressed(findings):
    """The ids of what the disclosure gate hides, few enough to be looked through."""
    hidden = {str(each.name) for each in findings.indicators if each.suppression}
    assert 0 < len(hidden) < MOST_SUPPRESSED_SHARE * len(findings.indicators)
    return hidden


def count_participation() -> Iterator[Figure]:
    """Yield enrolment and attendance: of everybody, by role and by organisation type."""
    enrolled = {person["Nyckel"]: person for person in workbook("Deltagare")}
    attendance = read_marks()
    yield "sessions", len(workbook("Tillfällen")), None
    for group in groups_of_people():
        yield named("enrolled", **group), sum(is_in(group, row) for row in enrolled.values()), None
        for session in (None, *SESSIONS):
            marks = [
                mark
                for number, person, mark in attendance
                if session in (None, number) and is_in(group, person)
            ]
            yield named("present", session=session, **group), sum(marks), len(marks)
            rate = sum(marks) / len(marks)
            yield named("attendance_rate", session=session, **group), rate, len(marks)
    yield "invited_present session=1 role=politiker", 9, None
    yield "invited_present session=10 role=politiker", 11, None


def groups_of_people() -> list[dict[str, str]]:
    """Return the groups that participants are counted in; the first one is everybody."""
    by_type = [{"organisation_type": kind} for kind in ORGANISATION_TYPES]
    return [{}, *({"role": role} for role in ROLES), *by_type]


def is_in(group: dict[str, str], person: Record) -> bool:
    """Tell whether a row of the register belongs to `group`."""
    headers = {"role": "Roll", "organisation_type": "Organisationstyp"}
    return all(person[headers[key]] == word for key, word in group.items())


def count_responses() -> Iterator[Figure]:
    """Yield responses and response rates, of those present and of those enrolled."""
    present = {name: value for name, value, _ in count_participation()}
    enrolled = int(present["enrolled"])
    responses = {session: rows_used(f"sessions/{session:02}/*") for session in SESSIONS}
    for session, rows in responses.items():
        there = int(present[f"present session={session}"])
        yield from count_rows(len(rows), enrolled, session=session)
        yield f"response_rate session={session}", len(rows) / there, there
    everything = sum(map(len, responses.values()))
    yield from count_rows(everything, enrolled * len(SESSIONS))
    yield "response_rate", everything / present["present"], int(present["present"])
    for wave, pattern in WAVES.items():
        yield from count_rows(len(rows_used(pattern)), enrolled, wave=wave)


def count_rows(count: int, base: int, **group: object) -> Iterator[Figure]:
    """Yield a number of responses and its share of everybody enrolled."""
    yield named("responses", **group), count, base
    yield named("response_rate_enrolled", **group), count / base, base


def count_answers() -> Iterator[Figure]:
    """Yield the answers to each item: by session, in all and by role, or before and after."""
    answers_by_item = defaultdict(list)
    for session in SESSIONS:
        for answer in read_answers(f"sessions/{session:02}/*"):
            answers_by_item[answer.item_id, "session", session].append(answer)
            answers_by_item[answer.item_id, "", None].append(answer)
            if answer.role:
                answers_by_item[answer.item_id, "role", answer.role].append(answer)
    for wave, pattern in WAVES.items():
        for answer in read_answers(pattern):
            answers_by_item[answer.item_id, "wave", wave].append(answer)
    items = {item.item_id: item for item in read_items()}
    for (item_id, key, word), answers in answers_by_item.items():
        if item_id in items:
            group = {key: word} if key else {}
            yield from describe_answers(items[item_id], answers, group)


def describe_answers(
    item: Item, answers: list[Answer], group: dict[str, object]
) -> Iterator[Figure]:
    """Yield distribution, median, mean and the missing answers of one group."""

    def figure(measure: str, value: float, base: int, answer: str = "") -> Figure:
        return named(measure, item=item.item_id, answer=answer, **group), value, base

    valid = [item.chosen(answer.text) for answer in answers if not answer.missing]
    for kind in item.missing_kinds:
        missing = sum(answer.missing == kind for answer in answers)
        yield figure("missing", missing, len(answers), kind)
    if item.kind == NUMBER:
        points = [number(answer.text) for answer in answers if not answer.missing]
        yield figure("answers", len(points), len(points))
    else:
        points = [number(code) for codes in valid for code in codes if item.kind == "skala"]
    if points:
        yield figure("median", median(points), len(points))
        yield figure("mean", mean(points), len(points))
    for code in item.codes.values():
        chosen = sum(code in codes for codes in valid)
        yield figure("answers", chosen, len(valid), code)
        yield figure("share", chosen / len(valid), len(valid), code)
    if item.favourable:
        favourable = sum(bool(codes & item.favourable) for codes in valid)
        yield figure("share_favourable", favourable / len(valid), len(valid))


def count_changes() -> Iterator[Figure]:
    """Yield for each competence how many pairs rose, stayed and fell, in all and by role."""
    for (item_id, baseline), people in read_changes().items():
        for role in ("", *ROLES):
            wave = "" if baseline == "before" else baseline
            changes = [after - before for of, before, after in people if role in ("", of)]
            for measure, count in (
                ("pairs", len(changes)),
                ("rose", sum(change > 0 for change in changes)),
                ("same", changes.count(0)),
                ("fell", sum(change < 0 for change in changes)),
            ):
                yield named(measure, item=item_id, role=role, wave=wave), count, len(changes)


def count_change_projects() -> Iterator[Figure]:
    """Yield the projects: in all, by organisation type, stage and method, and with users."""
    rows = rows_used("exports/Förändringsprojekt*")
    type_of = {row["Organisation"]: row["Organisationstyp"] for row in workbook("Deltagare")}
    types = Counter(type_of[row["Organisation"]] for row in rows)
    stages = Counter(row["Fas"].lower() for row in rows)
    methods = Counter(method.lower() for row in rows for method in row["Metoder"].split("; "))
    users = Counter(row["Användare delaktiga"] for row in rows)
    yield "change_projects", len(rows), len(rows)
    yield "users_involved", users["Ja"], users["Ja"] + users["Nej"]
    for kind, count in types.items():
        yield named("change_projects", organisation_type=kind), count, len(rows)
    for item, counts in (("stage", stages), ("method", methods)):
        for label, count in counts.items():
            yield named("change_projects", item=item, answer=label), count, len(rows)


def count_comments() -> Iterator[Figure]:
    """Yield how many cells below the free-text questions are filled."""
    free_text = {row["Fråge-id"] for row in workbook("Frågor") if row["Svarstyp"] == "fritext"}
    counts: Counter[tuple[str, int | None]] = Counter()
    for session, pattern in (
        *((session, f"sessions/{session:02}/*") for session in SESSIONS),
        (None, "exports/Reflektioner*"),
    ):
        for answer in read_answers(pattern):
            if answer.item_id in free_text and answer.text:
                item_id = answer.item_id
                counts.update({(item_id, session), (item_id, None), ("", session), ("", None)})
    for (item_id, session), count in counts.items():
        yield named("comments", item=item_id, session=session), count, None


def count_economy() -> Iterator[Figure]:
    """Yield grant, budget and outcome; what the ledger does not book, the workbook states."""
    (grant,) = (row["Värde"] for row in workbook("Projekt") if row["Fält"] == "Bidrag (kr)")
    yield "grant", int(grant), None
    ledger = read_sample("exports/Huvudboksutdrag*").records(header_row=3)
    booked = [row for row in ledger if row["Belopp (kr)"].replace(".", "").isdecimal()]
    total = booked.pop()
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in workbook("Ekonomi"):
        add(sums, "budget", row, row["Budget (kr)"])
        add(sums, "outcome", row, row["Utfall (kr)"] or "0")
    for row in booked:
        add(sums, "outcome", row, row["Belopp (kr)"])
    for (measure, category, party), amount in sums.items():
        yield named(measure, category=category, party=party), amount, None
    yield "outcome", float(total["Belopp (kr)"]), None


def add(sums: Counter[tuple[str, str, str]], measure: str, row: Record, amount: str) -> None:
    """Add an amount to the sums of its category, of its party, of both and of everything."""
    for category, party in product(("", row["Kostnadsslag"]), ("", row["Part"])):
        sums[measure, category, party] += float(amount)


FAMILIES = (
    count_participation,
    count_responses,
    count_answers,
    count_changes,
    count_change_projects,
    count_comments,
    count_economy,
)


@cache
def figures_of(count_family: Callable[[], Iterator[Figure]]) -> tuple[Figure, ...]:
    """Return the figures of one family; counting them takes a while."""
    return tuple(count_family())


@pytest.mark.parametrize("count_family", STATISTICS, ids=lambda family: family.__name__)
def test_statistics_are_what_other_code_gives(count_family, written, suppressed):
    """Value and base agree with SciPy, NumPy and plain loops, but for the dust of fractions."""
    for name, value, base in figures_of(count_family):
        if name not in suppressed:
            assert written.get(name) == (pytest.approx(value, abs=1e-12), base), name


@pytest.mark.parametrize("count_family", FAMILIES, ids=lambda family: family.__name__)
def test_figures_are_what_an_independent_count_gives(count_family, written, suppressed):
    """Value and base agree to the last digit, nothing rounded."""
    wrong = {
        name: (value, base, written.get(name))
        for name, value, base in figures_of(count_family)
        if name not in suppressed and written.get(name) != (value, base)
    }

    assert wrong == {}


def test_every_figure_is_counted_independently(written):
    """There is no figure that only the program itself has counted."""
    families = (*FAMILIES, *STATISTICS)
    counted = {name for count_family in families for name, _, _ in figures_of(count_family)}

    assert written.keys() - counted == set()


def test_goals_are_judged_by_the_counted_figures(findings):
    """A goal is reached when the figure that it names is at least its target."""
    counted = {
        name: value for count_family in FAMILIES for name, value, _ in figures_of(count_family)
    }
    reached = {
        goal["Mål-id"]: counted[goal["Indikator"]] >= float(goal["Målvärde"])
        for goal in workbook("Mål")
    }

    assert {
        outcome.goal.goal_id: outcome.verdict is Verdict.REACHED
        for outcome in findings.goal_outcomes
    } == reached
    assert {goal["Jämförelse"] for goal in workbook("Mål")} == {"minst"}
