"""Distributions, medians and means of items; the values are worked out by hand."""

import pytest

from flows.aggregate.indicators import Status
from tests.aggregate.figure_lookup import count

REGISTER = """
    | key | role   |
    | ada | chef   |
    | bo  | ledare |
    | cia | ledare |
"""
ANSWERS = """
    | who | session | benefit     | rating | recommend | methods  | clarity     |
    | ada | 1       | 5           | 7.5    | ja        | ja; nej  | vet ej      |
    | bo  | 1       | 4           | 8      | nej       | ja       | ej aktuellt |
    | cia | 1       | 2           |        | ja        |          | vet ej      |
    |     | 1       | vet ej      | 6      |           | annat    |             |
    | ada | 2       | 3           | -      | ja        | ja       | -           |
    | bo  | 2       | deltog inte | -      | nej       | ja       | -           |
"""


@pytest.fixture(scope="module")
def figures():
    """Return the figures of the answers above."""
    return count(register=REGISTER, answers=ANSWERS)


def test_mean_and_median_leave_every_kind_of_missing_out(figures):
    """5, 4 and 2 have the mean 11/3 and the median 4; "vet ej" is no number."""
    assert figures("mean item=benefit session=1") == (11 / 3, 3)
    assert figures("median item=benefit session=1") == (4, 3)
    assert figures("missing item=benefit session=1 answer=dont_know") == (1, 4)
    assert figures("missing item=benefit session=1 answer=not_answered") == (0, 4)


def test_sessions_are_pooled_answer_by_answer(figures):
    """5, 4, 2 and 3 have the median 3.5: the midpoint of the two in the middle."""
    assert figures("mean item=benefit") == (14 / 4, 4)
    assert figures("median item=benefit") == (3.5, 4)


def test_distribution_has_every_label_of_the_scale_on_one_base(figures):
    """A label that nobody chose is there with 0, and the shares add up to one."""
    counts = [figures(f"answers item=benefit session=1 answer={n}") for n in range(1, 6)]
    shares = [figures(f"share item=benefit session=1 answer={n}") for n in range(1, 6)]

    assert counts == [(0, 3), (1, 3), (0, 3), (1, 3), (1, 3)]
    assert [value for value, _ in shares] == [0, 1 / 3, 0, 1 / 3, 1 / 3]


def test_favourable_share_follows_the_scale(figures):
    """4 and 5 are marked as favourable: two of three."""
    assert figures("share_favourable item=benefit session=1") == (2 / 3, 3)
    assert "share_favourable item=recommend" not in figures


def test_single_choice_is_a_share_of_those_who_answered(figures):
    """Three of four chose in session 1, two of them yes."""
    assert figures("share item=recommend session=1 answer=ja") == (2 / 3, 3)
    assert figures("share item=recommend answer=ja") == (3 / 5, 5)
    assert "mean item=recommend" not in figures


def test_multiple_choice_is_a_share_of_those_who_chose_at_least_one(figures):
    """Ada's two choices count in both, her person once in the base."""
    assert figures("share item=methods session=1 answer=ja") == (2 / 3, 3)
    assert figures("share item=methods session=1 answer=nej") == (1 / 3, 3)
    assert figures("answers item=methods session=1 answer=annat") == (1, 3)


def test_numbers_have_mean_median_and_their_count(figures):
    """7.5, 8 and 6; there are no labels to count."""
    assert figures("mean item=rating session=1") == (21.5 / 3, 3)
    assert figures("median item=rating session=1") == (7.5, 3)
    assert figures("answers item=rating session=1") == (3, 3)


def test_not_asked_and_no_answers_are_told_apart(figures):
    """Clarity was asked in session 1 and nobody had an answer; in session 2 it was left out."""
    asked, left_out = (figures[f"mean item=clarity session={n}"] for n in (1, 2))

    assert (asked.status, asked.value, asked.base) == (Status.NO_ANSWERS, None, 0)
    assert (left_out.status, left_out.value, left_out.base) == (Status.NOT_ASKED, None, None)
    assert "median item=clarity session=2" not in figures
    assert figures("missing item=clarity session=1 answer=dont_know") == (2, 4)


def test_roles_are_pooled_over_sessions_and_leave_out_the_anonymous(figures):
    """Ada is the only manager: 5 and 3. Who is not in the register has no role."""
    assert figures("mean item=benefit role=chef") == (4, 2)
    assert figures("mean item=benefit role=ledare") == (3, 2)


def test_waves_are_never_mixed_with_sessions():
    """Before and after have figures of their own, and nothing is pooled over them."""
    figures = count(
        answers="""
            | who | wave   | skill  |
            | ada | before | 2      |
            | bo  | before | vet ej |
            | ada | after  | 5      |
        """
    )

    assert figures("mean item=skill wave=before") == (2, 1)
    assert figures("mean item=skill wave=after") == (5, 1)
    assert "mean item=skill" not in figures


def test_an_item_asked_in_a_wave_and_at_a_session_has_both_apart():
    """What participants knew beforehand never enters the mean of the evaluations."""
    figures = count(
        answers="""
            | who | wave   | session | benefit |
            |     | before |         | 1       |
            |     |        | 2       | 4       |
        """
    )

    assert figures("mean item=benefit") == (4, 1)
    assert figures("mean item=benefit wave=before") == (1, 1)


def test_figures_cite_the_cells_of_everybody_asked(figures):
    """Those of the valid answers alone would tell how many are missing, wherever it is hidden."""
    (mean_source,) = figures["mean item=benefit session=1"].sources
    (missing_source,) = figures["missing item=benefit session=1 answer=dont_know"].sources

    assert (mean_source.file, mean_source.sheet) == ("exports/svar.xlsx", "Svar")
    assert mean_source.cells == missing_source.cells == "C2:C5"


def test_a_role_cites_the_answers_of_everybody_and_the_register(figures):
    """The rows of a role would tell how many of it answered in each session."""
    of_role = figures["mean item=benefit role=chef"].sources

    assert of_role == figures["mean item=benefit role=ledare"].sources
    assert [source.file for source in of_role] == ["exports/svar.xlsx", "programme.xlsx"]
    assert of_role[0] in figures["mean item=benefit"].sources


def test_comments_are_counted_where_free_text_was_asked():
    """Zero comments in a session that asked for them is a figure; their words are none."""
    figures = count(
        answers="""
            | who | session | voice |
            |     | 1       | Bra!  |
            |     | 1       |       |
            |     | 2       |       |
        """
    )

    assert figures("comments") == (1, None)
    assert figures("comments session=1") == (1, None)
    assert figures("comments item=voice session=2") == (0, None)
    assert not any("bra" in str(indicator).casefold() for indicator in figures.indicators)


def test_the_favourable_share_of_all_who_were_present_lies_between_two_bounds():
    """Two of three valid answers are favourable and four were present: at least 2/4, most 3/4."""
    figures = count(
        register="| key |\n| ada |\n| bo |\n| cia |\n| dan |",
        attendance="| who | 1 |\n| ada | x |\n| bo | x |\n| cia | x |\n| dan | x |",
        answers="""
            | who | session | benefit |
            | ada | 1       | 5       |
            | bo  | 1       | 4       |
            | cia | 1       | 2       |
            | dan | 1       | vet ej  |
        """,
    )

    assert figures("share_favourable item=benefit") == (2 / 3, 3)
    assert figures("share_favourable_low item=benefit") == (2 / 4, 4)
    assert figures("share_favourable_high item=benefit") == (3 / 4, 4)


@pytest.mark.parametrize(("present_first", "is_bounded"), [("x", True), ("-", False)])
def test_bounds_need_a_list_that_agrees_with_the_answers_of_each_session(present_first, is_bounded):
    """Two answered at the first session: if only one was there, it is not known who is missing."""
    figures = count(
        register="| key |\n| ada |\n| bo |\n| cia |",
        attendance=f"""
            | who | 1               | 2 |
            | ada | {present_first} | x |
            | bo  | x               | x |
            | cia | -               | x |
        """,
        answers="""
            | who | session | benefit |
            | ada | 1       | 5       |
            | bo  | 1       | 2       |
            | ada | 2       | 4       |
        """,
    )

    assert ("share_favourable_low item=benefit" in figures) is is_bounded
