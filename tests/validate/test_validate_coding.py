"""Which coding of comments counts, and what is told of the rest."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import CodedRow, ThemeMark
from flows.programme.places import Place
from flows.validate.coding import propose_coding, settle_coding
from tests.validate.coding_drawing import (
    dataset_of,
    draw_coding,
    draw_comments,
    draw_themes,
    rows_in,
    settle,
    themes_of,
)


def test_the_first_coders_themes_count_and_the_second_ones_are_kept():
    """Themes stand in the list's order, each once; who has read nothing has no themes."""
    coding, problems = settle(
        comments="""
        | who | item | comment      |
        | A   | mer  | Tid och chef |
        | B   | mer  | Mer tid      |
        """,
        coding="""
        | item | comment      | first           | second |
        | mer  | Tid och chef | chef; tid; chef | tid    |
        | mer  | Mer tid      | tid             |        |
        """,
    )

    assert problems == []
    assert themes_of(coding) == [
        ("Tid och chef", ("tid", "chef"), ("tid",)),
        ("Mer tid", ("tid",), None),
    ]
    assert rows_in(coding) == ([2, 3], [], [])


@pytest.mark.parametrize("word", ["tid", "TID", "Tid", "time", " Time "])
def test_a_theme_is_chosen_by_its_id_or_either_name(word):
    """The list offers names; who types the id means the same theme."""
    coding, problems = settle(
        comments="| who | item | comment |\n| A | mer | Ja |",
        coding=f"| item | comment | first |\n| mer | Ja | {word} |",
    )

    assert (themes_of(coding), problems) == ([("Ja", ("tid",), None)], [])


def test_a_theme_that_the_list_does_not_have_is_told_at_its_cell():
    """The other themes of the row count; a row with none left is not coded."""
    coding, problems = settle(
        comments="""
        | who | item | comment |
        | A   | mer  | Ett     |
        | B   | mer  | Två     |
        """,
        coding="""
        | item | comment | first      |
        | mer  | Ett     | tidd; chef |
        | mer  | Två     | tidd       |
        """,
    )

    assert themes_of(coding) == [("Ett", ("chef",), None)]
    assert rows_in(coding) == ([2], [3], [])
    assert problems == [
        ("theme-unknown", "E2"),
        ("theme-unknown", "E3"),
        ("coding-incomplete", ""),
    ]


def test_coding_holds_for_the_very_words():
    """A changed text is to be coded again; white space is no change. What is gone is told."""
    coding, problems = settle(
        comments="""
        | who | item | comment          |
        | A   | mer  | Jag vågar inte   |
        | B   | mer  | Mer   tid        |
        """,
        coding="""
        | item | comment   | first | spot                       |
        | mer  | Jag vågar | annat | sessions/01/svar.csv › A2  |
        | mer  | Mer tid   | tid   | sessions/01/svar.csv › A3  |
        | mer  | Borttaget | annat | sessions/01/svar.csv › A9  |
        | mer  | Oläst     |       | sessions/01/svar.csv › A9  |
        """,
    )

    assert themes_of(coding) == [("Mer   tid", ("tid",), None)]
    assert rows_in(coding) == ([3], [], [2, 4, 5])
    assert problems == [
        ("coding-text-changed", "2:2"),
        ("coding-text-gone", "4:4"),
        ("coding-incomplete", ""),
    ]


def test_words_belong_to_their_question():
    """The same words mean another thing in answer to another question."""
    coding, problems = settle(
        comments="| who | item | comment |\n| A | bra | Tiden |",
        coding="| item | comment | first |\n| mer | Tiden | tid |",
    )

    assert (themes_of(coding), problems) == ([], [("coding-text-gone", "2:2")])


def test_a_row_whose_cells_were_mixed_up_does_not_count():
    """Whoever sorts one column without the others would give comments each other's themes."""
    other = identify_comment("mer", "Mer tid")
    coding, problems = settle(
        comments="""
        | who | item | comment |
        | A   | mer  | Chefen  |
        | B   | mer  | Mer tid |
        """,
        coding=f"""
        | item | comment | first | id      |
        | mer  | Chefen  | tid   | {other} |
        """,
    )

    assert themes_of(coding) == []
    assert problems == [("coding-row-mixed", "2:2")]


def test_two_coders_may_have_a_workbook_each():
    """Rows of the same comment are put together, unless one coder says two things of it."""
    coding, problems = settle(
        comments="""
        | who | item | comment |
        | A   | mer  | Ett     |
        | B   | mer  | Två     |
        """,
        coding="""
        | item | comment | first | second |
        | mer  | Ett     | tid   |        |
        | mer  | Ett     |       | chef   |
        | mer  | Två     | tid   |        |
        | mer  | Två     | chef  |        |
        """,
    )

    assert themes_of(coding) == [("Ett", ("tid",), ("chef",))]
    assert rows_in(coding) == ([2, 3], [], [4, 5])
    assert problems == [
        ("coding-contradictory", "4:4"),
        ("coding-contradictory", "5:5"),
        ("coding-incomplete", ""),
    ]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ("| mer | Ett | | tid |", ["coding-second-alone"]),
        ("| mer | Ett | | tid |\n| mer | Ett | tid | |", ["coding-incomplete"]),
        (
            "| mer | Ett | | tid |\n| mer | Två | tid | |",
            ["coding-second-alone", "coding-incomplete"],
        ),
    ],
)
def test_what_the_second_coder_alone_has_read_is_told(rows, problems):
    """Whoever codes alone in the wrong columns would otherwise wonder where the themes are."""
    _, found = settle(
        comments="| who | item | comment |\n| A | mer | Ett |\n| B | mer | Två |",
        coding=f"| item | comment | first | second |\n{rows}",
    )

    assert sorted(found) == sorted((code, "") for code in problems)


def test_the_same_words_share_a_row_and_count_as_often_as_they_were_written():
    """Two people who wrote the same in answer to the same question are two comments."""
    coding, _ = settle(
        comments="""
        | who | session | item | comment |
        | A   | 1       | mer  | Mer tid |
        | B   | 2       | mer  | Mer tid |
        """,
        coding="| item | comment | first |\n| mer | Mer tid | tid |",
    )

    assert [one.comment.session for one in coding.comments] == [1, 2]


def test_what_is_left_is_told_once_coding_has_begun():
    """A workbook that nobody has begun to fill in is no problem."""
    comments = "| who | item | comment |\n| A | mer | Ett |\n| B | mer | Två |"
    _, untouched = settle(comments, "| item | comment | first |\n| mer | Ett | |")
    coding, begun = settle(comments, "| item | comment | first |\n| mer | Ett | tid |")

    assert untouched == []
    assert begun == [("coding-incomplete", "")]
    assert len(coding.comments) == 1


def test_a_later_workbook_repeats_the_list_and_may_not_contradict_it():
    """The same theme again is none of its own; two themes of one name are told apart by nobody."""
    again = draw_themes(file="decisions/themes-2.xlsx")
    mixed = draw_themes("| id | name |\n| chefer | Chefen |", file="decisions/themes-3.xlsx")

    coding, problems = settle_coding((*draw_themes(), *again, *mixed), (), ())

    assert [theme.key for theme in coding.themes] == ["tid", "chef", "annat"]
    assert [(found.code, found.place.file) for found in problems] == [
        ("theme-listed-twice", "decisions/themes-3.xlsx")
    ]


def test_only_comments_without_a_row_are_proposed():
    """Question by question, each text once with every place, and never what waits already."""
    comments = draw_comments(
        """
        | who | session | item | comment |
        | A   | 2       | mer  | Mer tid |
        | B   | 1       | bra  | Allt    |
        | C   | 1       | mer  | Mer tid |
        | D   | 1       | bra  | Vana    |
        """
    )
    waiting = draw_coding("| item | comment | first |\n| bra | Vana | |", comments)
    proposals = propose_coding(dataset_of(comments, waiting))

    assert [
        (one.text, one.sessions, [p.cell for p in one.places]) for one in proposals.codings
    ] == [
        ("Mer tid", (1, 2), ["A2", "A4"]),
        ("Allt", (1,), ["A3"]),
    ]


WORDS = st.sampled_from(["Mer tid", "Chefen", "Nät verk", "Tyst"])
MARKS = st.lists(st.sampled_from(["tid", "chef", "Annat", "okänt"]), max_size=3)
WRITTEN = st.lists(st.tuples(WORDS, st.sampled_from(["mer", "bra"])), max_size=6)
CODED = st.lists(st.tuples(WORDS, st.sampled_from(["mer", "bra"]), MARKS, MARKS), max_size=8)


def make_rows(coded):
    """Return the rows of a coding workbook, one of them with another row's id."""
    rows = [
        CodedRow(
            identify_comment(item, words),
            item,
            words,
            (),
            tuple(map(ThemeMark, first)),
            tuple(map(ThemeMark, second)),
            Place("decisions/themes.xlsx", "Kommentarer", number),
        )
        for number, (words, item, first, second) in enumerate(coded, 5)
    ]
    return [replace(row, comment_id="") if row.place.row == 6 else row for row in rows]


@settings(deadline=None)
@given(WRITTEN, CODED, st.randoms(use_true_random=False))
def test_every_row_is_coded_uncoded_or_lapsed(written, coded, chance):
    """Rows read are those three together, each once, in whatever order the rows stand."""
    drawing = [f"| P{n} | {item} | {words} |" for n, (words, item) in enumerate(written)]
    comments = draw_comments("\n".join(["| who | item | comment |", *drawing]))
    rows = make_rows(coded)
    coding, _ = settle_coding(draw_themes(), rows, comments)
    again, _ = settle_coding(draw_themes(), chance.sample(rows, len(rows)), comments)

    assert sorted(coding.rows) == sorted(row.place for row in rows)
    assert sorted(themes_of(coding), key=repr) == sorted(themes_of(again), key=repr)
    assert {one.comment for one in coding.comments} <= set(comments)
    assert all(one.first.keys for one in coding.comments)
    assert len({one.comment.place for one in coding.comments}) == len(coding.comments)
