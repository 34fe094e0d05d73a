"""Every figure of the sample can be worked out from the cells that it names, and from no others."""

import glob
import json
from collections import defaultdict
from collections.abc import Callable
from statistics import mean, median
from typing import NamedTuple

import pytest

from flows.aggregate.indicator_file import write_indicators
from flows.chain.stages import Request, conclude, examine, read
from tests.sample_answers import NUMBER, Answer, Item, number, read_items
from tests.sample_cells import SAMPLE, read_sample

PRESENT = ("x", "1", "ja", "närv")
CODE_COLUMN = 6
USERS_COLUMN = 8
ITEMS = {item.item_id: item for item in read_items()}


class Cell(NamedTuple):
    """One cell that a figure names; `row` is the whole row it stands in."""

    file: str
    text: str
    row: tuple[str, ...]


class Figure(NamedTuple):
    """One figure as it is written, and the cells that it names."""

    measure: str
    item: str
    answer: str
    value: float
    base: int | None
    cells: list[Cell]


@pytest.fixture(scope="module")
def figures():
    """Every figure of the sample by its id."""
    request = Request(SAMPLE.name, inputs=SAMPLE.parent, outputs=SAMPLE.parent / "nowhere")
    findings = conclude(examine(read(request)), request)
    text = write_indicators(SAMPLE.name, findings.indicators)
    return {written["id"]: read_figure(written) for written in json.loads(text)["indicators"]}


def read_figure(written) -> Figure:
    """Return a written indicator with its cells opened."""
    cells = []
    for source in written["sources"]:
        table = read_sample(glob.escape(source["file"]), source["sheet"])
        for row, column in table.cells_in(source["cells"]):
            cells.append(Cell(table.file, table.cell(row, column), table.rows[row - 1]))
    keys = ("measure", "item", "answer", "value", "base")
    return Figure(*(written[key] for key in keys), cells)


def recount_answers(figure: Figure) -> tuple[float, int]:
    """Return what the cells say about one item, none of which may be missing."""
    item = ITEMS[figure.item]
    texts = [cell.text.lower() for cell in figure.cells]
    kinds = [Answer(item.item_id, "", "", text).missing for text in texts]
    if figure.measure == "missing":
        return kinds.count(figure.answer), len(texts)
    assert not any(kinds)
    return measure_answers(figure, item, texts), len(texts)


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


def recount_pairs(figure: Figure) -> tuple[float, int]:
    """Return how many pairs changed as the measure says; the code in the row pairs them."""
    points: dict[str, dict[bool, float]] = defaultdict(dict)
    for cell in figure.cells:
        (code,) = ITEMS[figure.item].chosen(cell.text.lower())
        points[cell.row[CODE_COLUMN - 1]]["efter" in cell.file] = number(code)
    changes = [both[True] - both[False] for both in points.values()]
    counts = {
        "pairs": len(changes),
        "rose": sum(change > 0 for change in changes),
        "same": changes.count(0),
        "fell": sum(change < 0 for change in changes),
    }
    return counts[figure.measure], len(changes)


def recount_attendance(figure: Figure) -> tuple[float, int]:
    """Return how many of the marks say present, or which share."""
    count = sum(cell.text.lower() in PRESENT for cell in figure.cells)
    marks = len(figure.cells)
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


def count_cells(figure: Figure) -> tuple[float, int | None]:
    """Return the number of cells; the base is told by other cells."""
    return len(figure.cells), figure.base


def add_cells(figure: Figure) -> tuple[float, int | None]:
    """Return the sum of the cells."""
    return sum(number(cell.text) for cell in figure.cells), None


RECOUNTS: dict[Callable[[Figure], tuple[float, int | None]], tuple[str, ...]] = {
    recount_answers: ("answers", "missing", "share", "share_favourable", "median", "mean"),
    recount_pairs: ("pairs", "rose", "same", "fell"),
    recount_attendance: ("present", "attendance_rate"),
    recount_response_rate: ("response_rate",),
    recount_response_rate_enrolled: ("response_rate_enrolled",),
    recount_users: ("users_involved",),
    count_cells: ("enrolled", "sessions", "responses", "comments", "change_projects"),
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

    assert {figure.measure for figure in figures.values()} == recounted
