"""What the report says of its own material, counted once more from the sample's files.

Which rows were left out and why, which problems there are, what was approved for printing, which
goals were reached and what is hidden. Nothing of flows/ has a part in it, nor has its list of
problems: each problem is found again in the cells.
"""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain

from tests.independent_counts import COUNTS, ROLES, count_economy, is_booked, read_ledger
from tests.independent_statistics import Figure, named, read_changes, read_points
from tests.sample_answers import (
    MISSING_KINDS,
    NUMBER,
    OFF_THE_SCALE,
    PRESENT,
    REWORDED,
    SESSIONS,
    WAVES,
    read_answers,
    read_items,
    sign_of,
    workbook,
)
from tests.sample_cells import SAMPLE, Record, read_sample

REFLECTIONS = "exports/Reflektioner*"
PROJECTS = "exports/Förändringsprojekt*"
ATTENDANCE = "exports/Närvarolista*"
SURVEYS = (*(f"sessions/{session:02}/*" for session in SESSIONS), *WAVES.values(), REFLECTIONS)

ABSENT = ("", "-", "sjuk", "frånv")
ABOUT_THE_RESPONSE = {
    *("ID", "Starttid", "Slutförandetid", "E-post", "Namn"),
    *("Start time", "Completion time", "Email", "Name"),
    *("Tidstämpel", "E-postadress", "Datum", "Roll"),
}
"""The columns of the form tools, and those of the paper forms, that hold no answer."""

USED = ""
"""The reason for leaving out a row that is not left out."""


def count_material() -> Iterator[Figure]:
    """Yield tables, and rows read, used and left out: in all, by kind of export, by reason."""
    reasons = judge_rows()
    everything = Counter(chain.from_iterable(reasons.values()))
    yield from describe_rows(len(SURVEYS) + 3, everything)
    for kind, of_kind in reasons.items():
        yield from describe_rows(len(SURVEYS) if kind == "survey" else 1, Counter(of_kind), kind)
    for reason, count in everything.items():
        if reason != USED:
            yield named("rows_excluded", answer=reason), count, everything.total()


def describe_rows(tables: int, reasons: Counter[str], kind: str = "") -> Iterator[Figure]:
    """Yield the tables and the rows of one kind of export."""
    read, used = reasons.total(), reasons[USED]
    yield named("tables", item=kind), tables, None
    yield named("rows_read", item=kind), read, None
    yield named("rows_used", item=kind), used, read
    yield named("rows_excluded", item=kind), read - used, read


def judge_rows() -> dict[str, list[str]]:
    """Return for each row of each kind of export why it is left out."""
    return {
        "survey": [reason for pattern in SURVEYS for reason in judge_responses(pattern)],
        "attendance": [*map(judge_attendance, filled(read_sample(ATTENDANCE).records(5)))],
        "change_projects": [USED for _ in filled(read_sample(PROJECTS).records())],
        "costs": [*map(judge_cost, filled(read_ledger()))],
    }


def filled(rows: Iterator[Record] | list[Record]) -> Iterator[Record]:
    """Yield the rows in which anything stands beside their number."""
    return (row for row in rows if any(cells_of(row)))


def cells_of(row: Record) -> list[str]:
    """Return what stands in a row."""
    return [text for header, text in row.items() if header != "row"]


def judge_responses(pattern: str) -> Iterator[str]:
    """Yield for each row of a survey why it is left out: unknown, a copy, or answered again.

    Whoever cannot be recognised cannot be told to have answered twice.
    """
    rows = list(filled(read_sample(pattern).records()))
    for place, row in enumerate(rows):
        same = [at for at, other in enumerate(rows) if sign_of(other) == sign_of(row) != ""]
        if same and sign_of(row) not in known_signs():
            yield "respondent-unknown"
        elif any(at < place and cells_of(rows[at]) == cells_of(row) for at in same):
            yield "row-duplicate"
        elif any(at > place and cells_of(rows[at]) != cells_of(row) for at in same):
            yield "answered-twice"
        else:
            yield USED


def known_signs() -> set[str]:
    """Return the keys and the addresses of everybody in the register."""
    return {person[header] for person in workbook("Deltagare") for header in ("Nyckel", "E-post")}


def judge_attendance(row: Record) -> str:
    """Return why a row of the attendance list is left out: a heading, or somebody unknown."""
    invited = {session["Inbjudna utöver deltagarna"] for session in workbook("Tillfällen")}
    if row["Nr"] in known_signs() or row["Namn"].lower() in invited - {""}:
        return USED
    return "respondent-unknown" if row["Namn"] else "row-is-a-heading"


def judge_cost(row: Record) -> str:
    """Return why a row of the ledger is left out: a sum, or a voucher without an amount."""
    if is_booked(row):
        return USED
    return "amount-unreadable" if row["Verifikation"] else "row-is-a-sum"


def count_links() -> Iterator[Figure]:
    """Yield the rows of each form by how they are tied to a person, or why they are not."""
    linked = {
        "evaluation": [way for pattern in SURVEYS[:10] for way in link_responses(pattern)],
        "self_assessment": [way for pattern in WAVES.values() for way in link_responses(pattern)],
        "reflection": [*link_responses(REFLECTIONS)],
        "attendance": [*link_attendance()],
        "change_projects": ["email" for _ in filled(read_sample(PROJECTS).records())],
    }
    ways = {way for ways in linked.values() for way in ways}
    for name, found in linked.items():
        yield named("rows_linked", item=name), len(found), None
        for way in ways:
            yield named("rows_linked", item=name, answer=way), found.count(way), len(found)


def link_responses(pattern: str) -> Iterator[str]:
    """Yield for each row of a survey which sign it has, or why it is nobody's."""
    rows = filled(read_sample(pattern).records())
    for row, reason in zip(rows, judge_responses(pattern), strict=True):
        if reason == "respondent-unknown":
            yield "unknown"
        elif reason:
            yield "repeated"
        elif sign_of(row):
            yield "email" if "@" in sign_of(row) else "key"
        else:
            yield "nobody"


def link_attendance() -> Iterator[str]:
    """Yield for each row of the attendance list about people whether their name is known."""
    for row in filled(read_sample(ATTENDANCE).records(5)):
        if row["Nr"] in known_signs():
            yield "name"
        elif row["Namn"]:
            yield "unknown" if judge_attendance(row) else "group"


def count_problems() -> Iterator[Figure]:
    """Yield how many places each kind of problem is found in."""
    left_out = Counter(chain.from_iterable(judge_rows().values()))
    counts = {code: left_out[code] for code in left_out if code and not code.startswith("row-is-")}
    counts |= {
        "answer-off-scale": sum(map(count_off_scale, SURVEYS)),
        "attendance-mark-unknown": count_unknown_marks(),
        "budget-deviation": count_large_deviations(),
        "column-unknown": len([header for header in headers() if is_unknown(header)]),
        "date-as-text": sum(not is_day(row["Datum"]) for row in read_ledger()[:-1]),
        "encoding-assumed": sum(not is_utf8(path.read_bytes()) for path in SAMPLE.rglob("*.csv")),
        "respondent-misspelt": sum(map(count_misspelt, SURVEYS)),
        "wording-changed": len([header for header in headers() if header in REWORDED]),
    }
    for code, count in counts.items():
        yield named("problems", answer=code), count, None


def count_off_scale(pattern: str) -> int:
    """Return how many cells of a survey hold what may not be answered to their question."""
    items = {item.item_id: item for item in read_items() if item.kind != NUMBER}
    labels = MISSING_KINDS.keys() - {OFF_THE_SCALE}
    return sum(
        not items[answer.item_id].chosen(answer.text) <= {*items[answer.item_id].codes.values()}
        for answer in read_answers(pattern)
        if answer.item_id in items and answer.text not in labels
    )


def count_unknown_marks() -> int:
    """Return how many marks of enrolled people mean neither present nor absent."""
    return sum(
        row[f"Träff {session}"].lower() not in (*PRESENT, *ABSENT)
        for row in read_sample(ATTENDANCE).records(header_row=5)
        for session in SESSIONS
        if row["Nr"] in known_signs()
    )


def count_large_deviations() -> int:
    """Return how many categories are further from their budget than may stand unexplained."""
    profile = {row["Fält"]: row["Värde"] for row in workbook("Profil")}
    limit = float(profile["Största avvikelse utan förklaring"])
    return sum(
        name.startswith("deviation_share category=") and "party" not in name and abs(share) > limit
        for name, share, _ in count_economy()
        if share is not None
    )


def headers() -> list[str]:
    """Return the headers of all surveys, of a grid only what stands in brackets."""
    every = chain.from_iterable(read_sample(pattern).rows[0] for pattern in SURVEYS)
    return [" ".join(header.split()).rpartition("[")[2].rstrip("]") for header in every]


def is_unknown(header: str) -> bool:
    """Tell whether a header is neither a question nor about the response."""
    questions = {row["Formulering (svenska)"] for row in workbook("Frågor")}
    return header not in {*questions, *REWORDED, *ABOUT_THE_RESPONSE}


def is_day(text: str) -> bool:
    """Tell whether a cell held a date: those are read as 2016-04-29."""
    return [*map(len, text.split("-"))] == [4, 2, 2]


def is_utf8(content: bytes) -> bool:
    """Tell whether a file says itself how it is to be read."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def count_misspelt(pattern: str) -> int:
    """Return how many of the unknown signs in a survey are nearly those of somebody enrolled."""
    unknown = {sign_of(row) for row in read_sample(pattern).records()} - known_signs() - {""}
    return sum(bool(get_close_matches(sign, known_signs(), cutoff=0.9)) for sign in unknown)


def count_approved() -> Iterator[Figure]:
    """Yield the approved quotes that stand in a comment, and the projects without a title."""
    approved = {row["Citat"] for row in read_sample("decisions/quotes.xlsx").records(header_row=4)}
    free_text = {row["Fråge-id"] for row in workbook("Frågor") if row["Svarstyp"] == "fritext"}
    comments = [
        answer.text
        for pattern in SURVEYS
        for answer in read_answers(pattern)
        if answer.item_id in free_text and answer.text
    ]
    quoted = [quote for quote in approved if any(quote.lower() in text for text in comments)]
    yield "quotes", len(quoted), len(comments)
    titles = [row["Projekt"] for row in read_sample(PROJECTS).records()]
    yield "projects_unnamed", len([title for title in titles if title not in approved]), len(titles)


def count_goals() -> Iterator[Figure]:
    """Yield the goals, how many were reached, wholly or partly, and the targets of each."""
    verdicts = list(judge_goals().values())
    yield "goals", len(verdicts), None
    yield "goals_reached", verdicts.count("reached"), len(verdicts)
    yield "goals_partly_reached", verdicts.count("partly reached"), len(verdicts)
    for goal in workbook("Mål"):
        for measure, column in (("target", "Målvärde"), ("partly_target", "Delvis uppnått vid")):
            if goal[column]:
                yield named(measure, item=goal["Mål-id"]), float(goal[column]), None


def judge_goals() -> dict[str, str]:
    """Return whether the figure of each goal is at least its target, or what is partly enough."""
    counted = {name: value for count_family in COUNTS for name, value, _ in count_family()}
    verdicts = {}
    for goal in workbook("Mål"):
        value, partly = counted[goal["Indikator"]], goal["Delvis uppnått vid"]
        is_partly = partly and value >= float(partly)
        missed = "partly reached" if is_partly else "not reached"
        verdicts[goal["Mål-id"]] = "reached" if value >= float(goal["Målvärde"]) else missed
    return verdicts


def count_hidden() -> Iterator[Figure]:
    """Yield the smallest group that is told of, and how many figures are hidden, all as parts."""
    hidden = len(find_hidden())
    yield "smallest_group", smallest_group(), None
    yield "suppressed", hidden, None
    yield named("suppressed", answer="part"), hidden, hidden


def smallest_group() -> int:
    """Return how many people a group must be to be told of."""
    (size,) = (row["Värde"] for row in workbook("Profil") if row["Fält"].startswith("Minsta"))
    return int(size)


def find_hidden() -> set[str]:
    """Return the ids of the figures that tell of few people, or of a few alike.

    In the sample these are changes by role, which are shown for every role or for none, and
    medians of those who answered twice, where few others answered in the same wave.
    """
    hidden, points = set(), read_points()
    for (item_id, baseline), people in read_changes().items():
        by_role = [[after - before for of, before, after in people if of == role] for role in ROLES]
        if any(map(tells_of_few, by_role)):
            wave = "" if baseline == "before" else baseline
            hidden |= {
                named(measure, item=item_id, role=role, wave=wave)
                for role in ROLES
                for measure in ("pairs", "rose", "same", "fell")
            }
        for wave in ("before", "after") if baseline == "before" else ():
            if 0 < len(points[item_id][wave]) - len(people) < smallest_group():
                hidden.add(named("median_paired", item=item_id, wave=wave))
    return hidden


def tells_of_few(changes: list[float]) -> bool:
    """Tell whether a group is too small, or not twice that and all went the same way."""
    directions = {(change > 0) - (change < 0) for change in changes}
    least = smallest_group()
    return 0 < len(changes) < least * (2 if len(directions) == 1 else 1)


ACCOUNTS = (
    count_material,
    count_links,
    count_problems,
    count_approved,
    count_goals,
    count_hidden,
)
