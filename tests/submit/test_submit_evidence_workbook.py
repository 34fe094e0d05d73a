"""evidence.en.xlsx: a row for each figure, with what an analyst needs to work it out again."""

from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from openpyxl import load_workbook

from flows.aggregate.aggregation import aggregate
from flows.aggregate.definitions import DEFINITIONS
from flows.aggregate.evidence import number_evidence
from flows.aggregate.indicators import SourceCells
from flows.programme.indicator_names import Measure
from flows.programme.languages import Language
from flows.programme.programme import ExportKind, Profile
from flows.programme.translations import translate
from flows.render.notation import Notation
from flows.submit.evidence_workbook import (
    INPUTS_FROM_DRAFT,
    INPUTS_FROM_SUBMISSION,
    EvidenceWorkbook,
)
from flows.validate.dataset import FileAccount
from tests.aggregate.dataset_drawing import draw_dataset

DATASET = draw_dataset(
    register="| key |\n| ada |\n| bo |",
    answers="""
        | who | session | benefit |
        | ada | 1       | 3       |
        | bo  | 1       | 5       |
    """,
    profile=Profile(suppression_threshold=1),
)
FILE, SHEET = "exports/svar.xlsx", "Svar"
ACCOUNT = FileAccount(
    *(FILE, SHEET, "", "", ExportKind.SURVEY, 1, 5, 2),
    (("row-blank", 1), ("row-duplicate", 2)),
)


def draw_workbook(language=Language.EN, inputs=INPUTS_FROM_DRAFT, sources=()):
    """Return the rows of each sheet as dictionaries; `sources` are cells of every figure."""
    figures = aggregate(DATASET)
    if sources:
        figures = tuple(replace(figure, sources=sources) for figure in figures)
    dataset = replace(DATASET, accounts=(ACCOUNT,))
    evidence = number_evidence(dataset.programme, figures)
    workbook = EvidenceWorkbook(dataset, evidence, Notation(language), inputs).make()
    sheets = load_workbook(BytesIO(workbook.content)).worksheets
    return [records_of(list(sheet.iter_rows())) for sheet in sheets]


def records_of(rows):
    """Return each row below the first by the headings in it, as cells."""
    headings = [cell.value for cell in rows[0]]
    return [dict(zip(headings, row, strict=True)) for row in rows[1:]]


def test_a_figure_has_definition_formula_base_and_cells():
    """3 and 5: the mean is 4 of 2 answers, (3 + 5) / 2, from C2 and C3."""
    figures, _cells, _excluded = draw_workbook()
    (row,) = [each for each in figures if each["Name"].value == "mean item=benefit session=1"]

    assert {heading: cell.value for heading, cell in row.items()} == {
        "Evidence": row["Evidence"].value,
        "Figure": row["Figure"].value,
        "As printed": "4.0",
        "Value": 4,
        "Base": 2,
        "Unit": "scale points",
        "Status": "published",
        "Name": "mean item=benefit session=1",
        "Definition": DEFINITIONS[Measure.MEAN].sentence,
        "Formula": "sum(values of the valid answers) / count(valid answers)",
        "Cells": f"{FILE} › {SHEET} › C2:C3",
    }


def test_formulas_are_told_in_swedish_too():
    """The workbook speaks the report's first language."""
    figures, _cells, _excluded = draw_workbook(Language.SV)
    formulas = {each["Namn"].value: each["Formel"].value for each in figures}

    assert formulas["share item=benefit answer=3 session=1"] == (
        "antal(giltiga svar = svaret) / antal(giltiga svar)"
    )


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_formula_in_both_languages(measure):
    """Only what reads the same in both may be the same."""
    formula = DEFINITIONS[measure].formula

    assert formula
    assert translate(formula, Language.SV) != formula


def test_the_cells_tell_which_rows_were_left_out_of_their_table_and_why():
    """Five rows read, two used: three are missing, each for a reason."""
    _figures, cells, _excluded = draw_workbook()

    assert {each["Rows excluded"].value for each in cells if each["File"].value == FILE} == {
        "1 · A row has no answers; 2 · A row stands there twice"
    }


@pytest.mark.parametrize(
    ("source", "link"),
    [
        (("exports/Frågor 1.xlsx", "Blad 1", "B2:B9, C3"), "exports/Frågor 1.xlsx#'Blad 1'!B2:B9"),
        (("exports/a.csv", "", "B2"), "exports/a.csv"),
        (("exports/a.xlsx", "Bo's", "B2"), "exports/a.xlsx#'Bo''s'!B2"),
        (("exports/50% #1.xlsx", "S", "B2"), "exports/50%25 %231.xlsx#'S'!B2"),
        (("exports/a.xlsx", 'S"', "B2"), "exports/a.xlsx#'S\"\"'!B2"),
        (("exports/" + "å" * 250, "S", "B2"), None),
    ],
)
def test_a_link_opens_the_file_at_its_cell(source, link):
    """It is a path from the run folder, as Excel writes one; one too long for Excel is none."""
    _figures, cells, _excluded = draw_workbook(sources=(SourceCells(*source),))

    written = {each["Open"].value for each in cells}
    name = DATASET.programme.name
    assert written == {
        link and f'=HYPERLINK("../../../inputs/{name}/{link}","Open")',
    }


@pytest.mark.parametrize(("more", "parts"), [("", 1), ("X", 2)])
def test_no_cell_is_longer_than_excel_takes(more, parts):
    """4 095 names of six signs and a last one of seven are 32 767 signs; one more is too many."""
    names = [*(f"A{row}" for row in range(10_001, 10_001 + 2 * 4_095, 2)), f"{more}AB90001"]
    source = SourceCells("a.xlsx", "S", ", ".join(names))
    assert len(source.cells) == 32_767 + len(more)
    figures, cells, _excluded = draw_workbook(sources=(source,))

    of_one = [each["Cells"].value for each in cells if each["Evidence"].value == "E1"]
    assert len(of_one) == parts
    assert ", ".join(of_one) == source.cells
    texts = [cell.value for row in (*figures, *cells) for cell in row.values()]
    assert max(len(text) for text in texts if isinstance(text, str)) <= 32_767


@pytest.mark.parametrize(
    ("run_folder", "inputs"),
    [
        ("outputs/kurs/0123456789ab", INPUTS_FROM_DRAFT),
        ("outputs/kurs/latest", INPUTS_FROM_DRAFT),
        ("outputs/kurs/submissions/0123456789ab", INPUTS_FROM_SUBMISSION),
    ],
)
def test_links_lead_from_each_kind_of_run_folder_to_the_inputs(run_folder, inputs):
    """A submission stands one folder deeper than a draft."""
    parts = [*PurePosixPath(run_folder).parts, *PurePosixPath(inputs).parts]
    while ".." in parts:
        up = parts.index("..")
        del parts[up - 1 : up + 1]

    assert parts == ["inputs"]


def test_no_text_of_a_spreadsheet_is_a_formula():
    """A sheet that is called =1+1 stays a name."""
    _figures, cells, _excluded = draw_workbook(sources=(SourceCells(FILE, "=1+1", "B2"),))

    assert {(each["Sheet"].value, each["Sheet"].data_type) for each in cells} == {("=1+1", "s")}
