"""No tool takes a table for its own that is not, and none stumbles over what it is shown."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.ingest.exports import TABLE, Source
from flows.ingest.reading import ReadFile
from flows.ingest.recognition import recognise
from flows.programme.sheets import CellError, Sheet, filled_row
from tests.ingest.recognition_drawing import make_programme, recognise_drawing

PLAIN = [
    "| ID | Namn | Jag har nytta av det |\n| 1 | Ada | 4 |",
    "| Status | Datum | Jag har nytta av det |\n| Klar | 2016-01-20 | 4 |",
    "| 1. Jag har nytta av det | 2. Annat |\n| 4 | 5 |",
    "| Q1. Jag har nytta av det | Q2. Tid | Q3. Mat | Q4. Ljus | Q5. Ljud |\n| 4 | 5 | 4 | 5 |",
    "| record_id | Jag har nytta av det |\n| 1 | 4 |",
    "| id | task_complete | Jag har nytta av det |\n| 1 | 1 | 4 |",
    "| Name | Role | Join time | Jag har nytta av det |\n| Ada | x | 9.00 | 4 |",
    "| Timestamp | Jag har nytta av det |\n| inte en tid | 4 |",
    "| Respondent ID | Jag har nytta av det |\n| 7 | 4 |",
    "| Voter | Session | Jag har nytta av det |\n| 7 | 1 | 4 |",
    "| Start date | End date | Jag har nytta av det |\n| 2016-01-20 | 2016-01-20 | 4 |",
    "| key | submissiondate2 | Jag har nytta av det |\n| a | 2016-01-20 | 4 |",
]


@pytest.mark.parametrize("drawing", PLAIN)
def test_a_plain_table_is_nobodys_export(drawing):
    """One familiar header is not a layout: the table is read as a table."""
    export, _problems = recognise_drawing(drawing, session=1)

    assert export.tool == TABLE


def test_sums_are_no_responses():
    """The blocks of a presentation tool, saved alone, hold counts: no response is read of them."""
    export, problems = recognise_drawing(
        """
        | Question 2       | |
        | Date (UTC)       | 2026-05-06 |
        | Session          | 1 |
        | Type             | scales |
        | Question         | Jag har nytta av det |
        | Respondents      | 6 |

        | Choices          | Weighted average | 1 | 2 |
        | Jag har nytta av det | 7,83 | 0 | 2 |
        """
    )

    assert (export, problems) == (None, ["table-without-responses"])


HEADERS = st.sampled_from(
    """
    ID;Start time;Completion time;Email;Name;Last modified time;Timestamp;Tidstämpel;Score;
    Respondent ID;Collector ID;Response;Open-Ended Response;StartDate;EndDate;Status;Finished;
    ResponseId;Q1;Q2_1;Q2_2;V1;V2;{"ImportId":"QID1"};id. Response ID;submitdate;lastpage;
    startlanguage;Q1[SQ001];Q1[other];Q2. Fråga?;record_id;a___1;a___2;form_complete;
    Start Date (UTC);Submit Date (UTC);Other;Annat;Skuggning;Submitter;Submitter Email;
    Submission Date;_id;_uuid;_submission_time;fråga/Skuggning;SubmissionDate;KEY;Date;Session;
    Voter;Upvotes;Variable Name;Label;Type;Value Codes;Missing Code;VAR01;VAR01_1;VAR01C;
    variableName;questionText;subType;choiceText;Time Started;Date Submitted;Other:Fråga?;
    Name (Original Name);Duration (Minutes);1. Summary;2. Participants;First join;Role;
    Jag har nytta av det;Fråga [Rad];Namn;E-post;Nyckel;1;2;Kostnadsslag;Belopp;Projekt;Fas;
    Response number;Datum;Question 2;Respondents;[];[;a[;...;:;";
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
VALUES = st.one_of(
    st.none(),
    HEADERS,
    st.text(max_size=12),
    st.integers(-3, 1000),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.datetimes(min_value=datetime(1899, 12, 31), max_value=datetime(2100, 1, 1)),
    st.sampled_from(
        ("01/03/16, 09:00:46", "Tuesday, 1 March 2016, 4:06 PM", "1 = Ja\n2 = Nej", "999", "Y")
    ),
    st.just(CellError("#N/A")),
)
ROWS = st.lists(
    st.one_of(st.lists(HEADERS, max_size=12), st.lists(VALUES, max_size=12)), max_size=8
)
NAMES = st.sampled_from(
    ("Sheet1", "Data", "VariableView", "Voters", "Dataset", "Structure", "Labels", "")
)


@st.composite
def sheets(draw):
    """Return a sheet of familiar headers and anything at all below them."""
    rows = (filled_row(number, values) for number, values in enumerate(draw(ROWS), 1))
    return Sheet("exports/a.xlsx", draw(NAMES), tuple(row for row in rows if row))


@given(st.lists(sheets(), min_size=1, max_size=3), st.sampled_from((None, 1)))
@settings(max_examples=200, deadline=None)
def test_every_row_is_a_response_or_left_out_whatever_a_table_holds(drawn, session):
    """No layout, mixed with any other, stops the program, loses a row or makes one up."""
    source = Source("exports/a.xlsx", "0" * 64, 1, session)
    exports, problems = recognise((ReadFile(source, tuple(drawn)),), make_programme())

    assert len(exports) + len(problems) >= sum(bool(sheet.rows) for sheet in drawn)
    for export in exports:
        fitting = [sheet for sheet in drawn if sheet.name == export.sheet]
        counts = [
            sum(row.number > export.header_rows[-1] for row in sheet.rows) for sheet in fitting
        ]
        skipped = sum(count for _code, count in export.rows_skipped)
        assert len(export.responses) + skipped in counts
        indexes = [index for column in export.columns for index in column.indexes]
        assert len(indexes) == len(set(indexes))


@given(sheets())
@settings(max_examples=50, deadline=None)
def test_a_hidden_sheet_is_never_read(sheet):
    """What its owner hid is told of and not read, whatever it looks like."""
    source = Source("exports/a.xlsx", "0" * 64, 1)
    exports, _problems = recognise(
        (ReadFile(source, (replace(sheet, is_hidden=True),)),), make_programme()
    )

    assert exports == ()
