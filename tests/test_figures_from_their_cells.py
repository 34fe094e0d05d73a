"""Every figure of the sample can be worked out from the cells that it names, and from no others."""

import glob
import json
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from statistics import mean, median
from typing import NamedTuple

import pytest
from scipy import stats

from flows.aggregate.indicator_file import write_indicators
from flows.chain.stages import Request, conclude, examine, read
from tests.independent_accounts import link_attendance, link_responses
from tests.independent_coding import read_themes
from tests.independent_statistics import (
    bootstrap,
    cronbach,
    direction,
    sign_test,
    walsh_median,
    wilcoxon,
)
from tests.sample_answers import (
    LEFT_OUT,
    NUMBER,
    OFF_THE_SCALE,
    PRESENT,
    Answer,
    Item,
    number,
    read_items,
    workbook,
)
from tests.sample_cells import SAMPLE, Record, read_sample

CODE_COLUMN = 6
CODING = "decisions/themes.xlsx"
FIRST_CODER, SECOND_CODER = slice(4, 7), slice(7, 10)
USERS_COLUMN = 8
ITEMS = {item.item_id: item for item in read_items()}


HEADER_ROWS = {
    "exports/Huvudboksutdrag 2015-06703.xlsx": 2,
    "exports/Närvarolista innovationsledning 2016-2017.xlsx": 4,
}
"""How many rows stand above the first one that is told of, where they are more than one."""

EXCLUDED = {
    "exports/Huvudboksutdrag 2015-06703.xlsx": 2,
    "exports/Närvarolista innovationsledning 2016-2017.xlsx": 3,
    "exports/Självskattning efter utbildningen(1-28).xlsx": 1,
    **{
        next(SAMPLE.glob(pattern)).relative_to(SAMPLE).as_posix(): len(rows)
        for pattern, rows in LEFT_OUT.items()
    },
}
"""How many rows a person would not count."""

OF_THE_REPORT = {"goals_reached", "goals_partly_reached", "suppressed", "problems"}
"""Counted from other figures and from problems, not from cells."""


class Cell(NamedTuple):
    """One cell that a figure names, the header above it and the whole row it stands in."""

    file: str
    header: str
    text: str
    row: tuple[str, ...]


class Figure(NamedTuple):
    """One figure as it is written, and the cells that it names."""

    measure: str
    item: str
    answer: str
    value: float
    base: int | None
    group: dict[str, str | int]
    cells: list[Cell]


@pytest.fixture(scope="module")
def figures():
    """Every figure of the sample by its id, without those that are not shown."""
    request = Request(SAMPLE.name, inputs=SAMPLE.parent, outputs=SAMPLE.parent / "nowhere")
    findings = conclude(examine(read(request)), request)
    text = write_indicators(SAMPLE.name, findings.indicators)
    return {
        written["id"]: read_figure(written)
        for written in json.loads(text)["indicators"]
        if not written["suppression"]
    }


def read_figure(written) -> Figure:
    """Return a written indicator with its cells opened."""
    cells = []
    for source in written["sources"]:
        table = read_sample(glob.escape(source["file"]), source["sheet"])
        for row, column in table.cells_in(source["cells"]):
            header = " ".join(table.cell(1, column).split())
            cells.append(Cell(table.file, header, table.cell(row, column), table.rows[row - 1]))
    keys = ("measure", "item", "answer", "value", "base", "group")
    return Figure(*(written[key] for key in keys), cells)


@cache
def register() -> list[Record]:
    """The rows of the register."""
    return workbook("Deltagare")


def is_enrolled(cell: Cell) -> bool:
    """Tell whether the cell stands in the register."""
    return cell.file == "programme.xlsx"


@cache
def part_of(row: tuple[str, ...], part: str) -> str:
    """Return the role, or the organisation type, of whom a row is about, "" if nobody can tell.

    The register knows it by the key or the address in the row; a paper form has the role itself.
    """
    header = {"role": "Roll", "organisation_type": "Organisationstyp"}[part]
    for person in register():
        if {person["Nyckel"], person["E-post"]} & set(row):
            return person[header]
    parts = {person[header] for person in register()}
    return next((text.lower() for text in row if text.lower() in parts), "")


def own_cells(figure: Figure) -> list[Cell]:
    """Return the cells of the figure's part; a figure names those of everybody, and the register.

    The register is left out, unless there is nothing else.
    """
    parts = {part: of for part, of in figure.group.items() if part in ("role", "organisation_type")}
    told = [cell for cell in figure.cells if not is_enrolled(cell)] or figure.cells
    return [
        cell
        for cell in (told if parts else figure.cells)
        if all(part_of(cell.row, part) == of for part, of in parts.items())
    ]


def missing_kind(cell: Cell, item_id: str) -> str:
    """Return the kind of missing that a cell stands for, "" where it holds an answer."""
    return Answer(item_id, "", "", cell.text.lower()).missing


def recount_answers(figure: Figure) -> tuple[float, int]:
    """Return what the cells say about one item; of missing ones only how many there are."""
    item, cells = ITEMS[figure.item], own_cells(figure)
    if figure.measure == "missing":
        kinds = [missing_kind(cell, figure.item) for cell in cells]
        return kinds.count(figure.answer), len(cells)
    texts = [cell.text.lower() for cell in cells if not missing_kind(cell, figure.item)]
    return measure_answers(figure, item, texts), len(texts)


def recount_complete_cases(figure: Figure) -> tuple[float, int]:
    """Return the median, before or after, of those with an answer both times."""
    is_after = figure.group["wave"] == "after"
    values = [both[is_after] for both in pairs_in(figure.cells, figure.item)]
    return median(values), len(values)


def measure_answers(figure: Figure, item: Item, texts: list[str]) -> float:
    """Return the value of the figure's measure for valid answers."""
    chosen = [{text} if item.kind == NUMBER else item.chosen(text) for text in texts]
    of_answer = sum(figure.answer in codes for codes in chosen) if figure.answer else len(chosen)
    match figure.measure:
        case "mean" | "median":
            points = [number(code) for codes in chosen for code in codes]
            return mean(points) if figure.measure == "mean" else median(points)
        case "share":
            return of_answer / len(chosen)
        case "share_favourable":
            return sum(bool(codes & item.favourable) for codes in chosen) / len(chosen)
    return of_answer


def pairs_in(cells: list[Cell], item: str) -> list[dict[bool, float]]:
    """Return what each one with two answers said before and, True, after.

    The code in the row pairs the cells.
    """
    points: dict[str, dict[bool, float]] = defaultdict(dict)
    for cell in cells:
        if not missing_kind(cell, item):
            (code,) = ITEMS[item].chosen(cell.text.lower())
            points[cell.row[CODE_COLUMN - 1]]["Självskattning efter" in cell.file] = number(code)
    return [both for code, both in points.items() if code and len(both) == len((True, False))]


def changes_in(cells: list[Cell], item: str) -> list[float]:
    """Return after minus before of everybody with two answers, ascending."""
    return sorted(both[True] - both[False] for both in pairs_in(cells, item))


def recount_tests(figure: Figure) -> tuple[float, int]:
    """Return the measure of the changes in the cells, by SciPy and plain loops."""
    changes = changes_in(figure.cells, figure.item)
    tests: dict[str, Callable[[list[float]], float]] = {
        "shift": walsh_median,
        "shift_low": lambda changes: bootstrap(changes)[0],
        "shift_high": lambda changes: bootstrap(changes)[1],
        "rank_biserial": direction,
        "sign_test_p": sign_test,
        "wilcoxon_p": wilcoxon,
    }
    return pytest.approx(tests[figure.measure](changes), abs=1e-12), len(changes)


def recount_adjusted(figure: Figure) -> tuple[float, int]:
    """Return the p-value adjusted for the questions whose cells there are."""
    test = sign_test if figure.measure.startswith("sign") else wilcoxon
    wordings = {row["Formulering (svenska)"]: row["Fråge-id"] for row in workbook("Frågor")}
    p_values = {
        item: test(changes_in([cell for cell in figure.cells if cell.header == wording], item))
        for wording, item in wordings.items()
        if wording in {cell.header for cell in figure.cells}
    }
    smaller = [p for p in p_values.values() if p < p_values[figure.item]]
    steps = [*sorted(smaller), p_values[figure.item]]
    adjusted = max(p * (len(p_values) - rank) for rank, p in enumerate(steps))
    return pytest.approx(min(1, adjusted), abs=1e-12), len(p_values)


def recount_share_risen(figure: Figure) -> tuple[float, int]:
    """Return the share of the register that rose, without or with those who have no pair."""
    enrolled = sum(map(is_enrolled, figure.cells))
    answers = [cell for cell in figure.cells if not is_enrolled(cell)]
    changes = changes_in(answers, figure.item)
    rose = sum(change > 0 for change in changes)
    without = enrolled - len(changes) if figure.measure.endswith("high") else 0
    return (rose + without) / enrolled, enrolled


def recount_favourable_bounds(figure: Figure) -> tuple[float, int]:
    """Return the share of the marks that say present with a favourable answer, or with none."""
    marks = [cell for cell in figure.cells if "Närvarolista" in cell.file]
    present = sum(cell.text.lower() in PRESENT for cell in marks)
    answers = [cell for cell in figure.cells if "Närvarolista" not in cell.file]
    texts = [cell.text.lower() for cell in answers if not missing_kind(cell, figure.item)]
    item = ITEMS[figure.item]
    favourable = sum(bool(item.chosen(text) & item.favourable) for text in texts)
    without = present - len(texts) if figure.measure.endswith("high") else 0
    return (favourable + without) / present, present


def recount_forms(figure: Figure) -> tuple[float, int]:
    """Return the complete responses, or the partial ones, of the rows of the cells.

    A rate is of the marks that say present, or of the register once for each file of answers.
    """
    forms: dict[tuple[str, ...], list[bool]] = defaultdict(list)
    for cell in figure.cells:
        if "Närvarolista" not in cell.file and cell.file != "programme.xlsx":
            is_off_scale = cell.text == OFF_THE_SCALE and "betyg" not in cell.header
            forms[cell.file, *cell.row].append(bool(cell.text) and not is_off_scale)
    complete = sum(sum(form) > 0.8 * len(form) for form in forms.values())
    match figure.measure:
        case "complete_responses":
            return complete, len(forms)
        case "partial_responses":
            return len(forms) - complete, len(forms)
        case "complete_rate":
            marks = [cell.text for cell in figure.cells if "Närvarolista" in cell.file]
            base = sum(mark.lower() in PRESENT for mark in marks)
        case _:
            files = {cell.file for cell in figure.cells} - {"programme.xlsx"}
            base = len(files) * sum(cell.file == "programme.xlsx" for cell in figure.cells)
    return complete / base, base


def recount_retained(figure: Figure) -> tuple[float, int | None]:
    """Return the people with a mark that says present, or who sent in both forms."""
    if all("Närvarolista" in cell.file for cell in figure.cells):
        return len({cell.row for cell in figure.cells if cell.text.lower() in PRESENT}), figure.base
    codes = [
        {
            cell.row[CODE_COLUMN - 1]
            for cell in figure.cells
            if f"Självskattning {word}" in cell.file
        }
        for word in ("före", "efter")
    ]
    return len(codes[0] & codes[1]), len(codes[0])


def recount_alpha(figure: Figure) -> tuple[float, int]:
    """Return Cronbach's alpha of the rows of the cells, or an end of its interval."""
    rows: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for cell in figure.cells:
        if not missing_kind(cell, "leda"):
            (code,) = ITEMS["leda"].chosen(cell.text.lower())
            rows[cell.row].append(number(code))
    items = max(map(len, rows.values()))
    scores = [row for row in rows.values() if len(row) == items]
    alpha, freedom = cronbach(scores), len(scores) - 1
    share = {"alpha_low": 0.975, "alpha_high": 0.025}.get(figure.measure)
    if share is None:
        return pytest.approx(alpha), len(scores)
    quantile = stats.f.ppf(share, freedom, freedom * (len(scores[0]) - 1))
    return pytest.approx(1 - (1 - alpha) * quantile), len(scores)


def coded_rows(figure: Figure) -> list[tuple[Cell, tuple[str, ...]]]:
    """Return each comment among the cells with the row in which its very words are coded."""
    rows = {cell.row[1]: cell.row for cell in figure.cells if cell.file == CODING}
    comments = [cell for cell in figure.cells if cell.file != CODING]
    return [(cell, rows[cell.text]) for cell in comments]


def recount_themes(figure: Figure) -> tuple[float, int | None]:
    """Return how many comments have the theme, or how many people there are at least."""
    names = {key: name for name, key in read_themes().items()}
    coded = coded_rows(figure)
    if figure.measure == "theme_respondents":
        return people_behind([cell for cell, _ in coded]), None
    return sum(names[figure.answer] in row[FIRST_CODER] for _, row in coded), len(coded)


def people_behind(cells: list[Cell]) -> int:
    """Return the addresses in the rows of the cells, or everybody of one file if they are more."""
    signs = [next((text for text in cell.row if "@" in text), "") for cell in cells]
    by_file: dict[str, list[str]] = defaultdict(list)
    for cell, sign in zip(cells, signs, strict=True):
        by_file[cell.file].append(sign)
    together = (len(set(some) - {""}) + some.count("") for some in by_file.values())
    return max(len(set(signs) - {""}), *together, 0)


def recount_agreement(figure: Figure) -> tuple[float | None, int]:
    """Return how far the two coders' cells agree, from the table of both."""
    names = {key: name for name, key in read_themes().items()}
    pairs = [(set(row[FIRST_CODER]), set(row[SECOND_CODER])) for _, row in coded_rows(figure)]
    if not figure.answer:
        return sum(first == second for first, second in pairs) / len(pairs), len(pairs)
    theme = names[figure.answer]
    given = [(theme in first, theme in second) for first, second in pairs]
    agreed = sum(first == second for first, second in given) / len(given)
    if figure.measure == "agreement":
        return agreed, len(given)
    first, second = (mean(map(float, marks)) for marks in zip(*given, strict=True))
    chance = first * second + (1 - first) * (1 - second)
    if chance == 1:
        return None, 0
    return pytest.approx((agreed - chance) / (1 - chance)), len(given)


def recount_pairs(figure: Figure) -> tuple[float, int]:
    """Return how many pairs changed as the measure says."""
    changes = changes_in(own_cells(figure), figure.item)
    counts = {
        "pairs": len(changes),
        "rose": sum(change > 0 for change in changes),
        "same": changes.count(0),
        "fell": sum(change < 0 for change in changes),
    }
    return counts[figure.measure], len(changes)


def recount_attendance(figure: Figure) -> tuple[float, int]:
    """Return how many of the marks say present, or which share."""
    cells = own_cells(figure)
    count = sum(cell.text.lower() in PRESENT for cell in cells)
    marks = len(cells)
    return (count if figure.measure == "present" else count / marks), marks


def recount_response_rate(figure: Figure) -> tuple[float, int]:
    """Return the rows of answers as a share of the marks that say present."""
    marks = [cell for cell in figure.cells if "Närvarolista" in cell.file]
    present = sum(cell.text.lower() in PRESENT for cell in marks)
    return (len(figure.cells) - len(marks)) / present, present


def recount_response_rate_enrolled(figure: Figure) -> tuple[float, int]:
    """Return the rows of answers as a share of the register, once for each file of answers."""
    enrolled = [cell for cell in figure.cells if cell.file == "programme.xlsx"]
    answers = [cell for cell in figure.cells if cell.file != "programme.xlsx"]
    base = len(enrolled) * len({cell.file for cell in answers})
    return len(answers) / base, base


def recount_users(figure: Figure) -> tuple[float, int]:
    """Return in how many of the projects' rows users are involved."""
    involved = [cell for cell in figure.cells if cell.row[USERS_COLUMN - 1] == "Ja"]
    return len(involved), len(figure.cells)


def recount_deviation(figure: Figure) -> tuple[float | None, int | None]:
    """Return what was spent less what was planned, in kronor or as a share of the plan."""
    planned = [number(cell.text) for cell in figure.cells if cell.file == "programme.xlsx"]
    budget = sum(planned)
    spent = sum(number(cell.text) for cell in figure.cells) - budget
    deviation = spent - budget
    if figure.value is None:
        return None, 0  # a share of nothing
    return pytest.approx(deviation / budget if "share" in figure.measure else deviation), None


def recount_remains(figure: Figure) -> tuple[float, int | None]:
    """Return grant and co-funding less everything else."""
    given = sum(number(cell.text or "0") for cell in figure.cells if cell.file == "programme.xlsx")
    costs = sum(number(cell.text) for cell in figure.cells if cell.file != "programme.xlsx")
    return pytest.approx(given - costs), None


def recount_setting(figure: Figure) -> tuple[float, int | None]:
    """Return the one number in the workbook, where an empty cell has its usual meaning."""
    (cell,) = figure.cells
    usual = {"smallest_group": "5"}.get(figure.measure, "0")
    text = cell.text.removesuffix(" %") or usual
    return number(text) / (100 if cell.text.endswith("%") else 1), None


def recount_rows(figure: Figure) -> tuple[float, int | None]:
    """Return the rows below the headers, or what is left of them; tables where they are asked."""
    files = {cell.file for cell in figure.cells}
    read = len(figure.cells) - sum(HEADER_ROWS.get(file, 1) for file in files)
    excluded = sum(EXCLUDED.get(file, 0) for file in files)
    counts = {
        "tables": (len(files), None),
        "rows_read": (read, None),
        "rows_used": (read - excluded, read),
        "rows_excluded": (excluded, read),
    }
    return (figure.value, figure.base) if figure.answer else counts[figure.measure]


def recount_links(figure: Figure) -> tuple[float, int | None]:
    """Return the rows of the whole tables that name a person in the way asked for."""
    files = {cell.file for cell in figure.cells}
    ways = [way for file in files for way in link_rows(file)]
    return (ways.count(figure.answer), len(ways)) if figure.answer else (len(ways), None)


def link_rows(file: str) -> list[str]:
    """Return how each row of a file is tied to a person."""
    if "Närvarolista" in file:
        return [*link_attendance()]
    rows = read_sample(glob.escape(file)).records()
    return ["email" for _ in rows] if "projekt" in file else [*link_responses(glob.escape(file))]


def count_rows(figure: Figure) -> tuple[float, int | None]:
    """Return the number of rows that the cells stand in; the base is told by others."""
    return len({(cell.file, cell.row) for cell in figure.cells}), figure.base


def count_cells(figure: Figure) -> tuple[float, int | None]:
    """Return the number of cells; the base is told by other cells."""
    return len(own_cells(figure)), figure.base


def add_cells(figure: Figure) -> tuple[float, int | None]:
    """Return the sum of the cells."""
    return sum(number(cell.text) for cell in figure.cells), None


RECOUNTS: dict[Callable[[Figure], tuple[float, int | None]], tuple[str, ...]] = {
    recount_answers: (*("answers", "missing", "share", "share_favourable", "median", "mean"),),
    recount_complete_cases: ("median_paired",),
    recount_pairs: ("pairs", "rose", "same", "fell"),
    recount_tests: (
        *("shift", "shift_low", "shift_high", "rank_biserial", "sign_test_p", "wilcoxon_p"),
    ),
    recount_adjusted: ("sign_test_p_holm", "wilcoxon_p_holm"),
    recount_share_risen: ("share_rose_low", "share_rose_high"),
    recount_favourable_bounds: ("share_favourable_low", "share_favourable_high"),
    recount_forms: (
        *("complete_responses", "partial_responses", "complete_rate", "complete_rate_enrolled"),
    ),
    recount_retained: ("retained",),
    recount_themes: ("theme_comments", "theme_respondents"),
    recount_agreement: ("agreement", "kappa"),
    recount_alpha: ("alpha", "alpha_low", "alpha_high"),
    recount_attendance: ("present", "attendance_rate"),
    recount_response_rate: ("response_rate",),
    recount_response_rate_enrolled: ("response_rate_enrolled",),
    recount_users: ("users_involved",),
    count_cells: (
        *("enrolled", "sessions", "responses", "change_projects"),
        *("comments", "coded_comments", "coding_lapsed"),
    ),
    recount_deviation: ("deviation", "deviation_share"),
    recount_remains: ("remains",),
    recount_setting: ("co_funding", "smallest_group", "target", "partly_target"),
    recount_rows: ("tables", "rows_read", "rows_used", "rows_excluded"),
    recount_links: ("rows_linked",),
    count_rows: ("goals", "quotes", "projects_unnamed"),
    add_cells: ("invited_present", "budget", "outcome", "grant"),
}


@pytest.mark.parametrize("recount", RECOUNTS, ids=lambda recount: recount.__name__)
def test_figures_follow_from_their_cells(recount, figures):
    """Value and base agree to the last digit, and something was there to agree."""
    found = {name: each for name, each in figures.items() if each.measure in RECOUNTS[recount]}

    assert found
    assert {
        name: recount(each)
        for name, each in found.items()
        if recount(each) != (each.value, each.base)
    } == {}


def test_every_measure_is_recounted(figures):
    """No figure is without cells from which it follows."""
    recounted = {measure for measures in RECOUNTS.values() for measure in measures}

    measures = {figure.measure for figure in figures.values()}
    assert measures == recounted | OF_THE_REPORT
