"""The coding workbook is prepared by the program, filled in by a person, and read back."""

import pytest
from openpyxl import load_workbook

from flows.chain.proposals import put_proposals
from flows.programme.coding_layouts import COMMENTS, FIRST_MARKS
from flows.programme.comment_ids import identify_comment
from flows.programme.decision_files import read_decisions
from flows.programme.folder import ProgrammeFolder
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.xlsx_reader import read_xlsx
from flows.validate.coding import propose_coding, settle_coding
from flows.validate.proposals import CodingProposal, Proposals
from tests.drawing import draw_sheet
from tests.validate.coding_drawing import dataset_of, draw_comments, themes_of

WRITTEN = draw_comments(
    """
    | who | session | item  | comment               |
    | A   | 1       | fritt | =Exempel: mer tid     |
    | B   | 2       | fritt | Exempel: fler pauser  |
    """
)
PAUSE = "Exempel: fler pauser"


def folder_at(root, *decisions):
    """Return the programme folder at `root` with the files `decisions`."""
    return ProgrammeFolder("kurs", root, "", (), (), decisions)


def proposals_of(comments, rows=(), themes=()):
    """Return the comments to code among `comments`, none that has one of `rows`."""
    return propose_coding(dataset_of(comments, rows, themes))


def column(name):
    """Return the number of the column `name` of the sheet of comments."""
    return 1 + [each.name for each in COMMENTS.columns].index(name)


def fill_in(path, themes, marks):
    """Fill in the list of themes and each comment's first theme, as a person does."""
    workbook = load_workbook(path)
    listed, comments = workbook.worksheets
    for row, theme in enumerate(themes, 5 + ("Exempel" in str(listed["A5"].value))):
        for number, text in enumerate(theme, 1):
            listed.cell(row, number, text)
    for row in range(5, comments.max_row + 1):
        words = comments.cell(row, column("text")).value
        comments.cell(row, column(FIRST_MARKS[0]), marks.get(words))
    workbook.save(path)


def read_back(*paths):
    """Return the decisions in the workbooks at `paths`, without any problem."""
    sheets = (sheet for path in paths for sheet in read_xlsx(path, f"decisions/{path.name}"))
    decisions, problems = read_decisions(tuple(sheets))
    assert problems == ()
    return decisions


@pytest.mark.parametrize("language", Language)
def test_what_a_person_fills_in_is_what_is_counted(tmp_path, language):
    """Texts come back letter by letter, also those that look like formulas or examples."""
    (path,) = put_proposals(proposals_of(WRITTEN), folder_at(tmp_path), language)
    fill_in(path, [("tid", "Tid", "Time")], {"=Exempel: mer tid": "Tid", PAUSE: "time"})
    decisions = read_back(path)
    coding, problems = settle_coding(decisions.themes, decisions.coded_rows, WRITTEN)

    assert problems == ()
    assert themes_of(coding) == [("=Exempel: mer tid", ("tid",), None), (PAUSE, ("tid",), None)]
    assert [mark.place.cell for row in decisions.coded_rows for mark in row.first] == ["E5", "E6"]


def test_a_later_run_keeps_what_was_filled_in_and_adds_what_is_new(tmp_path):
    """The next workbook has the themes as they are, and only the comments that came since."""
    (first,) = put_proposals(proposals_of(WRITTEN[:1]), folder_at(tmp_path), Language.SV)
    fill_in(first, [("tid", "Tid", "Time")], {"=Exempel: mer tid": "Tid"})
    filled = first.read_bytes()
    decisions = read_back(first)
    new = proposals_of(WRITTEN, decisions.coded_rows, decisions.themes)
    (second,) = put_proposals(new, folder_at(tmp_path, "decisions/themes.xlsx"), Language.SV)
    fill_in(second, [], {PAUSE: "Tid"})
    both = read_back(first, second)
    coding, problems = settle_coding(both.themes, both.coded_rows, WRITTEN)

    assert second.name == "themes-2.xlsx"
    assert first.read_bytes() == filled
    assert [row.text for row in both.coded_rows] == ["=Exempel: mer tid", PAUSE]
    assert (problems, len(coding.themes), len(coding.comments)) == ((), 1, 2)
    assert proposals_of(WRITTEN, both.coded_rows, coding.themes).codings == ()


def test_a_row_shows_the_comment_its_question_and_where_it_stands(tmp_path):
    """Id, words, question, sessions and every place; the coders' cells are empty."""
    place = Place("sessions/03/a.xlsx", "Svar", 7, 4)
    proposal = CodingProposal(
        "f00",
        "fritt",
        Bilingual("Vad?", "What?"),
        (3, 5),
        "Mer tid",
        (place, Place("b.csv", "", 9, 1)),
    )
    (path,) = put_proposals(Proposals(codings=(proposal,)), folder_at(tmp_path), Language.SV)
    sheet = load_workbook(path)["Kommentarer"]

    assert [cell.value for cell in sheet[5]] == [
        *("f00", "Mer tid", "Vad?", "3, 5"),
        *[None] * 6,
        "sessions/03/a.xlsx › Svar › D7\nb.csv › A9",
        "fritt",
    ]
    assert sheet.freeze_panes == "C5"


def test_themes_are_chosen_from_the_list_of_the_other_sheet(tmp_path):
    """Each coder's cells offer the names that are filled in, in the workbook's language."""
    (path,) = put_proposals(proposals_of(WRITTEN), folder_at(tmp_path), Language.EN)
    lists = load_workbook(path)["Comments"].data_validations.dataValidation

    assert [str(one.sqref)[:2] for one in lists] == ["E5", "F5", "G5", "H5", "I5", "J5"]
    assert {one.formula1 for one in lists} == {
        "OFFSET('Themes'!$C$5,0,0,MAX(1,COUNTA('Themes'!$C$5:$C$105)),1)"
    }


def test_an_incomplete_row_is_told_and_a_sheet_of_ones_own_is_let_be():
    """A row without its id is about no comment; notes of one's own are not read."""
    coding = draw_sheet(
        """
        | Kommentarens id | Kommentar | Fråge-id | Tema 1 |
        |                 | Mer tid   | fritt    | Tid    |
        """,
        file="decisions/themes.xlsx",
        name="Kommentarer",
    )
    notes = draw_sheet("| Att göra |", file="decisions/themes.xlsx", name="Mitt")

    decisions, problems = read_decisions((coding, notes))
    settled, _ = settle_coding((), decisions.coded_rows, WRITTEN)

    assert [(found.code, found.place.cell) for found in problems] == [
        ("decision-cell-empty", "A2"),
        ("decision-sheet-extra", ""),
    ]
    assert [place.row for place in settled.lapsed] == [2]


def test_the_workbook_is_the_same_bytes_every_time(tmp_path):
    """No clock has a part in it."""
    first, again = (
        put_proposals(proposals_of(WRITTEN), folder_at(tmp_path / name), Language.SV)
        for name in "ab"
    )

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_invisible_signs_and_white_space_do_not_change_an_id():
    """Excel writes line ends in another way, and some signs not at all."""
    assert identify_comment("a", "Mer\r\ntid\u200b\x07 nu") == identify_comment("a", "Mer tid nu")
    assert identify_comment("a", "Mer tid nu") != identify_comment("a", "Mer tid, nu")
    assert identify_comment("a", "Mer tid nu") != identify_comment("b", "Mer tid nu")
