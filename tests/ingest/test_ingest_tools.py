"""Each tool's layout, drawn, and what it is recognised as."""

from datetime import datetime

import pytest

from flows.ingest.exports import TABLE, ColumnRole
from flows.ingest.tools import google_forms, microsoft_forms
from flows.programme.programme import ExportDeclaration, ExportKind
from tests.ingest.recognition_drawing import recognise_drawing, roles_of, rows_of

FORMS = [ColumnRole.RESPONSE_ID, ColumnRole.STARTED_AT, ColumnRole.SUBMITTED_AT]


@pytest.mark.parametrize(
    "system_headers",
    [
        "ID | Starttid | Slutförandetid | E-post | Namn",
        "ID | Start time | Completion time | Email | Name",
        "ID | Starttidspunkt | Fullføringstidspunkt | E-postadresse | Navn",
        "ID | Aloitusaika | Valmistumisaika | S-posti | Nimi",
    ],
)
def test_microsoft_forms_in_any_language(system_headers):
    """Microsoft Forms is known by its words, or by ID, two moments and two texts."""
    export, problems = recognise_drawing(
        f"""
        | {system_headers} | Jag har nytta av det |
        | 1 | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | anonymous | | Instämmer |
        """
    )

    assert (export.tool, problems) == (microsoft_forms.TOOL, [])
    assert roles_of(export) == [*FORMS, ColumnRole.EMAIL, ColumnRole.NAME, ColumnRole.QUESTION]
    assert export.responses[0].submitted_at == datetime(2016, 1, 20, 16, 5)


FORMS_START = "ID | Start time | Completion time | Email | Name"
FORMS_ROW = "1 | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | a@b.c | A B"


@pytest.mark.parametrize(
    ("more_headers", "more_values", "roles"),
    [
        ("Last modified time | Fråga", " | 4", [ColumnRole.MODIFIED_AT, ColumnRole.QUESTION]),
        ("Fråga | Last modified time", "4 | ", [ColumnRole.QUESTION, ColumnRole.MODIFIED_AT]),
        (
            "Fråga | Senest ændret",  # in a language that we have no words for
            "4 | 2016-01-20 16:05:00",
            [ColumnRole.QUESTION, ColumnRole.MODIFIED_AT],
        ),
        (
            "Fråga | När började du?",
            "4 | 2015-01-20 16:00:00",
            [ColumnRole.QUESTION, ColumnRole.QUESTION],
        ),
        (
            "Total points | Fråga | Points - Fråga | Feedback - Fråga",
            "1 | 4 | 1 | ",
            [ColumnRole.TOOL, ColumnRole.QUESTION, ColumnRole.TOOL, ColumnRole.TOOL],
        ),
        (
            "Ort | Points - Ort | Lag | Points - Lag | Fråga",  # points without any feedback
            "Flen | 1 | B | 0 | 4",
            [
                ColumnRole.QUESTION,
                ColumnRole.TOOL,
                ColumnRole.QUESTION,
                ColumnRole.TOOL,
                ColumnRole.QUESTION,
            ],
        ),
        (
            "Fråga | Träff 1 - Fråga | Träff 2 - Något annat",  # one mark alone is a question
            "4 | 5 | 3",
            [ColumnRole.QUESTION] * 3,
        ),
        ("Sidst ændret | Fråga", " | 4", [ColumnRole.TOOL, ColumnRole.QUESTION]),
        ("Fråga | Muokattu", "4 | ", [ColumnRole.QUESTION, ColumnRole.TOOL]),
        ("Fråga | Språk", "4 | svenska", [ColumnRole.QUESTION, ColumnRole.QUESTION]),
        ("Feedback - from whom?", "4", [ColumnRole.QUESTION]),
        (
            "Email2 | Roll | Kod",
            "a@b.c | chef | Z",
            [ColumnRole.EMAIL, ColumnRole.ROLE, ColumnRole.KEY],
        ),
        ("Jag har nytta av det2", "4", [ColumnRole.QUESTION]),
    ],
)
def test_columns_of_microsoft_forms(more_headers, more_values, roles):
    """Last change and quiz are the tool's own, wherever they stand; the respondent's are known."""
    export, _problems = recognise_drawing(
        f"| {FORMS_START} | {more_headers} |\n| {FORMS_ROW} | {more_values} |"
    )

    assert roles_of(export)[5:] == roles


@pytest.mark.parametrize(
    ("row", "excluded"),
    [
        ("Medel |                     |                     |           | | 4", "row-is-a-sum"),
        (
            "      |                     |                     |           | Summa: | 4",
            "row-is-a-sum",
        ),
        ("5     | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | anonymous | | Medel", ""),
        ("5     | 2016-01-20 16:00:00 | 2016-01-20 16:05:00 | anonymous | Summa Summarum | 4", ""),
    ],
)
def test_a_mean_below_the_responses_is_nobodys(row, excluded):
    """What people count in the sheet itself is no response, unless it stands among the answers."""
    responses = "\n".join(f"| {number}{FORMS_ROW[1:]} | 4 |" for number in (1, 2, 3))
    export, problems = recognise_drawing(
        f"| {FORMS_START} | Jag har nytta av det |\n{responses}\n| {row} |"
    )

    assert dict(export.rows_skipped) == ({excluded: 1} if excluded else {})
    assert len(export.responses) == (3 if excluded else 4)
    assert problems == []


def test_the_header_of_a_second_export_below_the_first_is_nobodys():
    """Somebody put two exports below each other: both are read, and the header between is none."""
    header = f"| {FORMS_START} | Jag har nytta av det |"
    export, problems = recognise_drawing(
        f"{header}\n| {FORMS_ROW} | 4 |\n{header}\n| {FORMS_ROW} | 5 |"
    )

    assert rows_of(export) == [2, 4]
    assert (dict(export.rows_skipped), problems) == ({"row-is-a-heading": 1}, [])


def test_rows_that_the_tool_did_not_write_are_told_of():
    """Answers without the number and the time of every other row are a mean, or typed by hand."""
    responses = "\n".join(f"| {number}{FORMS_ROW[1:]} | 4 |" for number in (1, 2, 3))
    export, problems = recognise_drawing(
        f"| {FORMS_START} | Jag har nytta av det |\n{responses}\n| | | | | | 4 |"
    )

    assert problems == ["rows-typed-by-hand"]
    assert len(export.responses) == 4


def test_google_forms_with_a_grid():
    """A grid's column is headed Question [Row], with a line break before the bracket or not."""
    export, problems = recognise_drawing(
        r"""
        | Tidstämpel                | E-postadress | Hur väl stämmer det?\n[Jag har nytta av det] |
        | 2016/01/20 4:12:31 pm CET | a@b.c        | 4                                             |
        """
    )

    assert (export.tool, problems) == (google_forms.TOOL, [])
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


def test_what_a_number_stands_for_is_declared():
    """No export says of itself whether 1 is a label's value or its place."""
    drawing = "| Svarsdatum | Jag har nytta av det |\n| 2016-01-20 10:00 | 4 |"

    for are_positions in (False, True):
        declared = ExportDeclaration("a.xlsx", are_positions=are_positions)
        export, _problems = recognise_drawing(drawing, declared)

        assert export.are_positions is are_positions


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


@pytest.mark.parametrize(
    ("category", "text", "codes"),
    [
        ("Personal", "Summa lön", ()),  # a cost that is called so
        ("", "Total Konsult AB", (("row-is-a-sum", 1),)),  # nothing that could be counted
        ("", "Konsult", ()),  # a cost without category is a problem of validation
        ("Totalt", "", (("row-is-a-sum", 1),)),
        ("Summanen", "", ()),  # a name that begins as the word does
    ],
)
def test_a_sum_is_a_row_without_category_that_says_so(category, text, codes):
    """A cost must not disappear because its text begins with a word for a sum."""
    export, _problems = recognise_drawing(
        f"| Kostnadsslag | Text | Belopp |\n| {category} | {text} | 24600 |"
    )

    assert export.rows_skipped == codes


def test_change_projects():
    """A list of projects has titles, stages and methods."""
    export, _problems = recognise_drawing(
        """
        | Projekt      | Innovationsledare | Fas  | Metoder             | Användare delaktiga |
        | Kortare köer | Ada Å             | Test | Skuggning; Prototyp | Ja                  |
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

    assert (export.tool, export.kind, problems) == (TABLE, ExportKind.SURVEY, [])
    assert export.header_rows == (2,)


def test_the_analysis_of_moodle_feedback_holds_no_responses():
    """What Moodle exports from its page Analysis counts answers, and is told to be no responses."""
    analysis = """
        | Tuesday, 1 March 2016, 4:42 PM |                      |           |
        | Submitted answers: 14          |                      |           |
        | Questions: 1                   |                      |           |

        | Label                          | Question             | Responses |
        | q                              | Jag har nytta av det | Instämmer |
    """

    assert recognise_drawing(analysis) == (None, ["table-without-responses"])


def test_a_rating_of_moodle_questionnaire_may_not_apply():
    """-1 is no answer in a rating, else a number; Anonymous1 is no name; days come first."""
    export, problems = recognise_drawing(
        """
        | Response | Submitted on:       | Full name  | Q01_Nytta->Jag har nytta av det | Q02_grad |
        | 7        | 02/03/2016 16:05:00 | Anonymous1 | -1                              | -1       |
        | 8        | 03/03/2016 16:05:00 | Anonymous2 | 4                               | 3        |
        """
    )

    assert [response.values[2:] for response in export.responses] == [
        (None, None, -1),
        (None, 4, 3),
    ]
    assert export.responses[0].submitted_at == datetime(2016, 3, 2, 16, 5)
    assert problems == []
