"""Each tool's layout, drawn, and what it is recognised as."""

from datetime import date, datetime

import pytest

from flows.ingest.exports import ColumnRole, Source, Tool
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.items import Instrument, Item, ItemKind, Wave
from flows.programme.languages import Bilingual
from flows.programme.programme import (
    ExportDeclaration,
    ExportKind,
    Profile,
    Programme,
    Project,
    Session,
)
from tests.drawing import draw_sheet

BENEFIT = Item("benefit", Bilingual("Jag har nytta av det"), ItemKind.SCALE, Instrument.EVALUATION)


def make_programme(*declarations):
    """Return a programme of three sessions that asks one item."""
    project = Project(
        Bilingual("P"), "1", "V", "K", (), 0, 0, date(2016, 1, 1), date(2016, 12, 31), Bilingual("")
    )
    sessions = tuple(Session(n, date(2016, n, 20), Bilingual(f"T{n}")) for n in (1, 2, 3))
    return Programme("p", project, sessions, (), (BENEFIT,), (), declarations, (), (), Profile())


def recognise_drawing(drawing, *declarations, file="exports/a.xlsx", session=None):
    """Return the one export in the drawn sheet, and its problems' codes."""
    source = Source(file, "0" * 64, 1, session)
    sheet = draw_sheet(drawing, file=file)
    exports, problems = recognise((ReadFile(source, (sheet,)),), make_programme(*declarations))
    return (exports[0] if exports else None), [problem.code for problem in problems]


def roles_of(export):
    """Return the roles of the export's columns, by their letters in the drawing."""
    return [column.role for column in export.columns]


FORMS = [ColumnRole.RESPONSE_ID, ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT]


@pytest.mark.parametrize(
    "header",
    [
        "| ID | Starttid            | Slutförandetid      | E-post    | Namn | Jag har nytta av det |",
        "| ID | Start time          | Completion time     | Email     | Name | Jag har nytta av det |",
        "| ID | Starttidspunkt      | Fullføringstidspunkt | E-postadresse | Navn | Jag har nytta av det |",
        "| ID | Aloitusaika         | Valmistumisaika     | S-posti   | Nimi | Jag har nytta av det |",
    ],
)
def test_microsoft_forms_in_any_language(header):
    """Microsoft Forms is known by its words, or by ID, two moments and two texts."""
    export, problems = recognise_drawing(
        header + "\n| 1 | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | anonymous | | Instämmer |"
    )

    assert (export.tool, problems) == (Tool.MICROSOFT_FORMS, [])
    assert roles_of(export)[:3] == FORMS
    assert roles_of(export)[5] is ColumnRole.QUESTION
    assert export.responses[0].submitted_at == datetime(2016, 1, 20, 16, 5)


def test_microsoft_forms_with_last_change_first_and_quiz_columns():
    """The last change may stand before the questions, and quiz columns are no questions."""
    export, _problems = recognise_drawing(
        """
        | ID | Start time          | Completion time     | Email | Name | Last modified time | Jag har nytta av det | Points - Jag har nytta av det |
        | 1  | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | a@b.c | A B  |                    | Instämmer            | 1                             |
        """
    )

    assert roles_of(export)[3:] == [
        ColumnRole.EMAIL,
        ColumnRole.NAME,
        ColumnRole.MODIFIED_AT,
        ColumnRole.QUESTION,
        ColumnRole.TOOL,
    ]


def test_google_forms_with_a_grid():
    """A grid's column is headed Question [Row], with a line break before the bracket or not."""
    export, problems = recognise_drawing(
        r"""
        | Tidstämpel                | E-postadress | Hur väl stämmer det?\n[Jag har nytta av det] |
        | 2016/01/20 4:12:31 pm CET | a@b.c        | 4                                             |
        """
    )

    assert (export.tool, problems) == (Tool.GOOGLE_FORMS, [])
    assert export.columns[1].role is ColumnRole.EMAIL
    assert export.columns[2].row_label == "Jag har nytta av det"
    assert export.responses[0].submitted_at == datetime(2016, 1, 20, 16, 12, 31)


def test_dates_that_could_be_two_are_in_doubt_until_declared():
    """4/5/2016 alone is a problem; the sheet of exports settles it."""
    drawing = """
        | Timestamp       | Jag har nytta av det |
        | 4/5/2016 10:00  | 4                    |
        """
    _export, problems = recognise_drawing(drawing)
    export, settled = recognise_drawing(drawing, ExportDeclaration("a.xlsx", is_month_first=True))

    assert (problems, settled) == (["moments-in-doubt"], [])
    assert export.responses[0].submitted_at == datetime(2016, 4, 5, 10)


def test_attendance_matrix_below_titles():
    """Titles above, sub-headings and sums between: persons are rows and sessions columns."""
    export, problems = recognise_drawing(
        """
        | Närvaro 2016 |           |         |            |    |
        |              |           | Våren   |            |    |
        | Nr           | Namn      | Träff 1 | 2016-02-20 | 3  |
        | 1            | Ada Å     | x       | ja         |    |
        | 2            | Bo B      | 1       |            | x  |
        | Summa        |           | 2       | 1          | 1  |
        """
    )

    assert (export.kind, problems) == (ExportKind.ATTENDANCE, [])
    assert [column.session for column in export.columns] == [None, None, 1, 2, 3]
    assert [response.row for response in export.responses] == [4, 5]
    assert export.rows_skipped == (("row-is-a-sum", 1),)


def test_attendance_of_one_session_in_its_folder():
    """In a session's folder, a column headed Närvaro is that session's."""
    export, _problems = recognise_drawing("| Namn | Närvaro |\n| Ada | x |", session=2)

    assert export.columns[1].session == 2


def test_costs_below_a_title_with_a_sum():
    """A ledger's extract has a category and an amount; its sum is no cost."""
    export, _problems = recognise_drawing(
        """
        | Utdrag     |                   |             |
        | Datum      | Kostnadsslag      | Belopp (kr) |
        | 2016-01-20 | Personalkostnader | 24600       |
        | Summa      |                   | 24600       |
        """
    )

    assert (export.kind, len(export.responses)) == (ExportKind.COSTS, 1)
    assert export.rows_skipped == (("row-is-a-sum", 1),)


def test_change_projects():
    """A list of projects has titles, stages and methods."""
    export, _problems = recognise_drawing(
        """
        | Projekt          | Innovationsledare | Fas  | Metoder               | Användare delaktiga |
        | Kortare väntetid | Ada Å             | Test | Skuggning; Prototyp   | Ja                  |
        """
    )

    assert export.kind is ExportKind.CHANGE_PROJECTS
    assert ColumnRole.PROJECT_TITLE in roles_of(export)


def test_plain_table_is_known_by_its_questions():
    """Any table with a question of the workbook is a survey; a preamble does not hide it."""
    export, problems = recognise_drawing(
        """
        | Svar från pappersenkäten |                      |
        | Datum                    | Jag har nytta av det |
        | 2016-01-20               | 4                    |
        """
    )

    assert (export.tool, export.kind, problems) == (Tool.TABLE, ExportKind.SURVEY, [])
    assert export.header_rows == (2,)


def test_unknown_table_is_a_problem_until_declared():
    """What nothing recognises is never guessed; the sheet of exports can say what it is."""
    drawing = "| Alfa | Beta |\n| 1 | 2 |"
    declared = ExportDeclaration("a*.xlsx", kind=ExportKind.SURVEY, session=2, wave=Wave.BEFORE)

    assert recognise_drawing(drawing) == (None, ["file-not-recognised"])
    export, problems = recognise_drawing(drawing, declared)
    assert (export.session, export.wave, problems) == (2, Wave.BEFORE, [])


def test_declared_unused_file_is_left_alone():
    """A file that is declared as not used is neither read nor a problem."""
    ignored = ExportDeclaration("a.xlsx", kind=ExportKind.IGNORED)

    assert recognise_drawing("| Alfa |\n| 1 |", ignored) == (None, [])


def test_headers_that_collide_are_named():
    """Two questions that differ only in white space are a problem at the second one."""
    _export, problems = recognise_drawing(
        "| Tidstämpel | Jag har nytta av det | Jag\u00a0har  nytta av det |\n| 2016-01-20 | 4 | 5 |"
    )

    assert problems == ["headers-collide"]


def test_values_without_header_are_a_note():
    """A column with values but no header is told of and not read."""
    export, problems = recognise_drawing(
        "| Tidstämpel | Jag har nytta av det | |\n| 2016-01-20 | 4 | anteckning |"
    )

    assert problems == ["column-without-header"]
    assert export.columns[2].role is ColumnRole.BLANK


def test_header_without_rows_is_a_problem():
    """A header with nothing below it is an export without answers."""
    _export, problems = recognise_drawing("| Tidstämpel | Jag har nytta av det |")

    assert problems == ["file-has-no-rows"]
