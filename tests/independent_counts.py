"""The sample's participants, answers, projects and costs, counted once more from its files.

Nothing of flows/ has a part in it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product
from statistics import mean, median

from tests.independent_statistics import Figure, named, read_changes
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
from tests.sample_cells import Record, read_sample

ROLES = ("innovationsledare", "chef")
ORGANISATION_TYPES = ("kommun", "landsting")


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
    """Yield budget, outcome and how they differ: in all, by category, by party and by both.

    What the ledger does not book, the workbook states.
    """
    budget, outcome = Counter(), Counter()
    for row in workbook("Ekonomi"):
        add(budget, row, row["Budget (kr)"])
        add(outcome, row, row["Utfall (kr)"] or "0")
    for row in read_ledger():
        if is_booked(row):
            add(outcome, row, row["Belopp (kr)"])
    for (category, party), amount in budget.items():
        group = {"category": category, "party": party}
        differs = outcome[category, party] - amount
        yield named("budget", **group), amount, None
        yield named("outcome", **group), outcome[category, party], None
        yield named("deviation", **group), differs, None
        share = (differs / amount, None) if amount else (None, 0)
        yield named("deviation_share", **group), *share


def count_funding() -> Iterator[Figure]:
    """Yield grant and co-funding, and what the ledger's own sum leaves of them."""
    fields = {row["Fält"]: row["Värde"] for row in workbook("Projekt")}
    grant, own = int(fields["Bidrag (kr)"]), int(fields["Egen finansiering (kr)"])
    total = float(read_ledger()[-1]["Belopp (kr)"])
    yield "grant", grant, None
    yield "co_funding", own, None
    yield "outcome", total, None
    yield "remains", grant + own - total, None


def read_ledger() -> list[Record]:
    """Return the rows of the ledger; the last one is its sum."""
    return list(read_sample("exports/Huvudboksutdrag*").records(header_row=3))


def is_booked(row: Record) -> bool:
    """Tell whether a row of the ledger is a voucher with an amount."""
    is_amount = row["Belopp (kr)"].replace(".", "").isdecimal()
    return bool(row["Verifikation"]) and is_amount


def add(sums: Counter[tuple[str, str]], row: Record, amount: str) -> None:
    """Add an amount to the sums of its category, of its party, of both and of everything."""
    for group in product(("", row["Kostnadsslag"]), ("", row["Part"])):
        sums[group] += float(amount)


COUNTS = (
    count_participation,
    count_responses,
    count_answers,
    count_changes,
    count_change_projects,
    count_comments,
    count_economy,
    count_funding,
)
