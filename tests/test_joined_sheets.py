"""Datasets of more columns than a sheet may have: SurveyXact writes the rest to further sheets."""

import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.aggregate.aggregation import aggregate
from flows.chain.runs import draft_report
from flows.chain.stages import Request
from flows.ingest.exports import Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.validate.validation import validate
from tests.drawing import draw_sheet, draw_workbook
from tests.small_programme import NAME, PEOPLE, PROGRAMME, write_small_programme
from tests.test_tools_end_to_end import (
    ASKED,
    COURSE,
    LABELS,
    STRUCTURE,
    answers_to,
    read_sheets,
)

QUESTION = PROGRAMME.items[0].wordings[0]
FIRST = """
    | respondent | closeTime           | statoverall_3 | s_1 | s_2_1 |
    | a          | 2016-03-01 16:05:00 | 0             | 4   | 1     |
    | b          | 2016-03-01 16:06:00 | 1             | 2   | 0     |
"""
IN_THE_SAME_ORDER = """
    | respondent | s_2_2 | s_2_3 |
    | a          | 0     | 1     |
    | b          | 1     | 0     |
"""
IN_ANOTHER_ORDER = """
    | respondent | s_2_2 | s_2_3 |

    | b          | 1     | 0     |
    | a          | 0     | 1     |
"""
WITHOUT_KEYS = """
    | s_2_2 | s_2_3 |
    | 0     | 1     |
    | 1     | 0     |
"""
A_COPY = FIRST
OF_SOMEBODY_ELSE = IN_THE_SAME_ORDER.replace("| b ", "| c ")
OF_ONE_TWICE = IN_THE_SAME_ORDER.replace("| b ", "| a ")
OF_FEWER = IN_THE_SAME_ORDER.strip().rpartition("\n")[0]
OF_FEWER_WITHOUT_KEYS = WITHOUT_KEYS.strip().rpartition("\n")[0]


def read_split(second, first=FIRST):
    """Return the exports, the dataset and the codes of a dataset in two sheets."""
    sheets = {"Labels": LABELS, "Dataset(1)": first, "Dataset(2)": second, "Structure": STRUCTURE}
    return read_sheets("sessions/01/a.xlsx", **sheets)


def cells_of(dataset, item):
    """Return the sheet and the cell of all that each respondent answered to the item."""
    return [
        " ".join(f"{place.sheet}!{place.cell}" for place in answer.places)
        for answer in dataset.answers
        if answer.item_id == item
    ]


@pytest.mark.parametrize(
    ("second", "code", "rows"),
    [
        (IN_THE_SAME_ORDER, "sheet-joined", "B2 C2, B3 C3"),
        (IN_ANOTHER_ORDER, "sheet-joined", "B4 C4, B3 C3"),
        (WITHOUT_KEYS, "sheet-joined-by-number", "A2 B2, A3 B3"),
    ],
)
def test_each_cell_is_named_in_its_own_sheet(second, code, rows):
    """Respondents are counted once, and what they answered stands where its owner sees it."""
    exports, dataset, codes = read_split(second)

    assert [export.sheet for export in exports] == ["Dataset(1)"]
    assert codes == {"sheet-explains-another", "responses-partial", code}
    assert [answer.split()[0] for answer in answers_to(dataset, "nytta")] == ["4", "2"]
    assert [answer.split()[:-3] for answer in answers_to(dataset, "metod")] == [
        ["skuggning", "test"],
        ["prototyp"],
    ]
    assert cells_of(dataset, "metod") == [
        f"Dataset(1)!E{row} " + " ".join(f"Dataset(2)!{cell}" for cell in cells.split())
        for row, cells in zip((2, 3), rows.split(", "), strict=True)
    ]
    (account,) = dataset.accounts
    assert (account.rows_read, account.rows_used, len(dataset.responses)) == (2, 2, 2)


@pytest.mark.parametrize(
    "second",
    [OF_SOMEBODY_ELSE, OF_ONE_TWICE, OF_FEWER, OF_FEWER_WITHOUT_KEYS],
)
def test_a_sheet_of_other_respondents_is_refused(second):
    """Where it is in doubt whose answers they are, they are told of and never joined."""
    _exports, dataset, codes = read_split(second)

    assert "sheet-continues-another" in codes
    assert answers_to(dataset, "metod")[0].split() == ["skuggning", "E2"]
    assert len(dataset.responses) == 2


def test_a_copy_of_the_sheet_counts_nobody_twice():
    """What Excel calls Dataset (2) when somebody copies the sheet holds nothing new."""
    copied = {"Labels": LABELS, "Dataset": FIRST, "Dataset (2)": A_COPY, "Structure": STRUCTURE}
    _exports, dataset, _codes = read_sheets("sessions/01/a.xlsx", **copied)

    assert len(dataset.responses) == 2
    assert cells_of(dataset, "nytta") == ["Dataset!D2", "Dataset!D3"]


def test_what_a_respondent_answered_in_two_sheets_is_one_response():
    """Figures rest on cells of both sheets, and one form is complete or partial only once."""
    _exports, dataset, _codes = read_split(IN_ANOTHER_ORDER)
    figures = {str(one.name): one for one in aggregate(dataset)}

    shares = figures["answers item=metod answer=test session=1"]
    assert {(source.sheet, source.cells) for source in shares.sources} == {
        ("Dataset(1)", "E2:E3"),
        ("Dataset(2)", "B3:C4"),
    }
    complete = figures["complete_responses session=1"]
    assert (complete.value, figures["partial_responses session=1"].value) == (1, 1)


def test_personal_numbers_in_a_further_sheet_cost_all_rows():
    """The account of the table tells that its rows are lost, whichever sheet the reason is in."""
    second = """
        | respondent | pnr         | s_2_2 |
        | a          | 900101-1234 | 0     |
        | b          | 900202-1234 | 1     |
    """
    _exports, dataset, codes = read_split(second)
    (account,) = dataset.accounts

    assert "column-personal-number" in codes
    assert (account.rows_read, account.rows_used) == (2, 0)


@st.composite
def splits(draw):
    """Return how many rows there are, their order and the blanks in the second sheet.

    Behind them stand how many more columns the first one has, and the row with a fault.
    """
    rows = draw(st.integers(2, 6))
    order = draw(st.permutations(range(rows)))
    blank = draw(st.integers(0, 3))
    width = draw(st.integers(0, 4))
    fault = draw(st.integers(0, rows - 1))
    return rows, order, blank, width, fault


@given(splits())
@settings(max_examples=60, deadline=None)
def test_a_fault_in_a_further_sheet_is_named_at_its_cell(split):
    """However the second sheet is sorted and spaced, its faults are found where they stand."""
    rows, order, blank, width, fault = split
    extra = "".join(f" x_{n} |" for n in range(width))
    first = f"| respondent | s_9 |{extra}\n" + "\n".join(
        f"| r{n} | 1 |" + " 1 |" * width for n in range(rows)
    )
    lines = [f"| {9 if n == fault else 4} | r{n} |" for n in order]
    second = "| s_1 | respondent |\n" + "\n" * blank + "\n".join(lines)
    structure = f"""
        | questionName | variableName | subType | questionText |
        | s_1          | s_1          | Single  | {ASKED}      |
        | s_9          | s_9          | Single  | Övrigt       |
    """
    drawings = {"Dataset(1)": first, "Structure": structure, "Dataset(2)": second}
    file = "sessions/01/a.xlsx"
    sheets = tuple(draw_sheet(text, file=file, name=name) for name, text in drawings.items())
    programme = replace(COURSE, items=COURSE.items[:1])
    exports, found = recognise((ReadFile(Source(file, "0", 1, 1), sheets),), programme)
    dataset, problems = validate(programme, Decisions(), exports)
    number = 2 + blank + order.index(fault)

    assert "sheet-joined" in {one.code for one in found}
    assert [
        (one.place.sheet, one.place.cell) for one in problems if one.code == "answer-off-scale"
    ] == [("Dataset(2)", f"A{number}")]
    assert sorted(place.row for answer in dataset.answers for place in answer.places) == [
        2 + blank + position for position in range(rows)
    ]


def test_a_report_knows_a_further_sheet_as_part_of_its_table(tmp_path):
    """The register of sources names its tool and its hash, and counts its rows with the first."""
    folder = write_small_programme(tmp_path / "inputs")
    (folder / "sessions" / "01" / "svar.csv").unlink()
    first = "\n".join(f"| r{n} | 2016-02-01 16:0{n}:00 | p{n}@ort.example |" for n in PEOPLE)
    second = "\n".join(f"| r{n} | {1 + n % 5} |" for n in reversed(PEOPLE))
    export = draw_workbook(
        folder / "sessions" / "01" / "sx.xlsx",
        **{
            "Dataset(1)": f"| respondent | closeTime | email |\n{first}",
            "Dataset(2)": f"| respondent | s_1 |\n{second}",
            "Structure": f"| variableName | questionText |\n| s_1 | {QUESTION} |",
        },
    )
    run = draft_report(Request(NAME, tmp_path / "inputs", tmp_path / "outputs"))
    page = (run.folder / "report.sv.html").read_text("utf-8")
    sha256 = hashlib.sha256(export.read_bytes()).hexdigest()

    (register,) = re.findall(r'<tr id="T\d+">(?:(?!</tr>).)*Dataset\(2\).*?</tr>', page, re.DOTALL)
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", register)
    assert cells[1:6] == ["sessions/01/sx.xlsx › Dataset(2)", "SurveyXact", "–", "–", "–"]
    assert cells[6].replace(" ", "") == sha256
