"""Themes are counted of coded comments and of the people behind them, past the gate."""

from dataclasses import replace

import pytest

from flows.aggregate.earlier_figures import read_earlier_figures
from flows.aggregate.indicator_file import write_indicators
from flows.aggregate.indicators import Status, Suppression
from flows.programme.decisions import ApprovedQuote
from tests.aggregate.coding_drawing import draw_coded, draw_people
from tests.aggregate.figure_lookup import Figures

K = 5


def earlier_than(dataset):
    """Return what a submission of `dataset` has told."""
    return (read_earlier_figures(write_indicators("sample", Figures(dataset).indicators)),)


def are_themes_shown(dataset, earlier=()):
    """Tell whether the themes of the one question are shown; all of them are, or none."""
    figures = Figures(dataset, earlier)
    names = ("item=voice answer=tid", "item=voice answer=chef", "item=voice answer=mod")
    (status,) = {
        figures["theme_respondents item=voice"].status,
        *(figures[f"theme_comments {name}"].status for name in names),
    }
    return status is Status.PUBLISHED


def test_a_theme_is_counted_in_comments_and_a_question_in_people():
    """A comment with two themes counts under both. Base: what is coded, by two people here."""
    figures = Figures(
        draw_coded(
            """
            | who | session | voice   | first     | second |
            | P1  | 1       | Mer tid | tid       |        |
            | P1  | 2       | Tid nu  | tid; chef |        |
            | P2  | 2       | Tid     | tid       |        |
            | P1  | 3       | Chefen  | chef      |        |
            | P3  | 3       | Oläst   |           |        |
            """
        )
    )

    assert figures("theme_comments item=voice answer=tid") == (3, 4)
    assert figures("theme_comments item=voice answer=chef") == (2, 4)
    assert figures("theme_respondents item=voice") == (2, None)
    assert figures("coded_comments item=voice") == figures("coded_comments") == (4, 5)


def test_the_anonymous_are_counted_no_higher_than_they_can_be_told_apart():
    """Three anonymous comments at two sessions are two people's at least."""
    figures = Figures(
        draw_coded(
            """
            | who | session | voice | first | second |
            | x   | 1       | Ett   | tid   |        |
            | y   | 1       | Två   | tid   |        |
            | z   | 2       | Tre   | tid   |        |
            """
        )
    )

    assert figures("theme_respondents item=voice") == (2, None)


def test_a_theme_that_nobody_wrote_about_is_counted_as_none():
    """A theme without a figure would tell which themes a suppressed question has."""
    figures = Figures(draw_coded(draw_people("tid", "tid; chef")))

    assert figures("theme_comments item=voice answer=mod") == (0, 2)


def test_a_figure_cites_the_comments_and_the_cells_in_which_they_were_coded():
    """All themes of a question rest on the same cells, those left empty as well.

    The cells that were filled in would tell whose comment has several themes.
    """
    figures = Figures(draw_coded(draw_people("tid; chef", "mod")))
    sources = figures["theme_comments item=voice answer=tid"].sources

    assert [(source.file, source.cells) for source in sources] == [
        ("decisions/themes.xlsx", "E2:G3"),
        ("exports/svar.xlsx", "C2:C3"),
    ]
    assert figures["theme_respondents item=voice"].sources == sources


def test_nothing_is_counted_where_nobody_codes():
    """A programme without a coding workbook has no figures of themes, and no gaps."""
    figures = Figures(replace(draw_coded(draw_people("tid")), coding=draw_coded("| who |").coding))

    assert "coded_comments" not in figures
    assert "theme_comments item=voice answer=tid" not in figures


@pytest.mark.parametrize(
    ("people", "is_shown"), [(K - 1, False), (K, True), (K + 1, True)], ids=["k-1", "k", "k+1"]
)
def test_themes_are_told_of_enough_people(people, is_shown):
    """The group is the people whose comments are coded, as it is for answers."""
    themes = ["tid", *["chef"] * (people - 1)]

    assert are_themes_shown(draw_coded(draw_people(*themes), k=K)) is is_shown


def test_many_comments_of_few_people_are_not_told_of():
    """What is protected is the person: ten comments of four people are about four people."""
    rows = [
        f"| P{n % 4} | {n % 3 + 1} | Svar {n} | {'tid' if n else 'chef'} | |" for n in range(10)
    ]
    drawing = "\n".join(["| who | session | voice | first | second |", *rows])

    assert not are_themes_shown(draw_coded(drawing, k=K))


@pytest.mark.parametrize(
    ("people", "is_shown"), [(2 * K - 1, False), (2 * K, True), (2 * K + 1, True)]
)
def test_a_small_group_that_wrote_about_one_theme_is_not_told_of(people, is_shown):
    """If everybody wrote about the manager, the figure tells it of each of them."""
    themes = [f"chef{'; tid' if n else ''}" for n in range(people)]

    assert are_themes_shown(draw_coded(draw_people(*themes), k=K)) is is_shown


def test_no_theme_is_told_of_a_session_or_a_role():
    """A session's few comments are known to be somebody's: their themes are never counted."""
    figures = Figures(draw_coded(draw_people(*["tid"] * 9, "chef")))
    groups = {
        each.name.group.items()
        for each in figures.indicators
        if each.name.measure.value.startswith(("theme", "agreement", "kappa", "coded"))
    }

    assert groups == {()}


@pytest.mark.parametrize(("more", "is_shown"), [(K - 1, False), (K, True), (K + 1, True)])
def test_comments_that_came_since_a_submission_are_told_of_with_enough_others(more, is_shown):
    """Subtracting the earlier figures must not tell of fewer than k people."""
    before = draw_coded(draw_people(*["tid"] * K, "chef"), k=K)
    after = draw_coded(draw_people(*["tid"] * K, "chef", "tid", *["mod"] * (more - 1)), k=K)

    assert are_themes_shown(after, earlier_than(before)) is is_shown


def test_people_are_never_counted_theme_by_theme():
    """Of six people only one wrote at two sessions: two comments of one person tell of the second.

    Two of the seven comments are about time. That one person wrote both would tell what the lone
    comment of session 2 is about, and colleagues know who wrote it.
    """
    drawing = draw_people("tid", *["chef"] * 5) + "\n| P0 | 2 | Mer | tid | |"
    figures = Figures(draw_coded(drawing, k=K))

    assert figures("comments item=voice session=2") == (1, None)
    assert figures("theme_comments item=voice answer=tid") == (2, 7)
    assert "theme_respondents item=voice answer=tid" not in figures


@pytest.mark.parametrize(
    ("quoted", "is_shown"),
    [(0, True), (1, True), (2, False), (5, False), (6, True)],
    ids=["none", "k left", "k-1 left", "one left", "nobody left"],
)
def test_what_is_not_quoted_is_told_of_enough_people(quoted, is_shown):
    """Whoever reads six comments' quotes knows their themes, and subtracts them from the counts."""
    dataset = draw_coded(draw_people("tid", "tid", "chef", "chef", "tid", "chef"), k=K)
    quotes = tuple(ApprovedQuote(comment.text) for comment in dataset.comments[:quoted])

    assert are_themes_shown(replace(dataset, quotes=quotes)) is is_shown


@pytest.mark.parametrize(
    ("more", "is_shown"), [(2 * K - 1, False), (2 * K, True)], ids=["2k-1", "2k"]
)
def test_newcomers_who_all_wrote_about_one_theme_are_told_of_with_enough_others(more, is_shown):
    """All that has come since the earlier submission is about courage: so each of them said."""
    before = draw_coded(draw_people(*["tid"] * K, "chef"), k=K)
    after = draw_coded(draw_people(*["tid"] * K, "chef", *["mod"] * more), k=K)

    assert are_themes_shown(after, earlier_than(before)) is is_shown


def test_one_persons_many_comments_since_a_submission_are_not_told_of():
    """The comments have grown by six, the people by one: the six would be that one's."""
    before = draw_people(*["tid"] * K, "chef")
    drawing = "\n".join([before, *(f"| Px | {n % 3 + 1} | Ny {n} | mod | |" for n in range(6))])

    assert not are_themes_shown(draw_coded(drawing, k=K), earlier_than(draw_coded(before, k=K)))


def test_agreement_is_of_the_comments_that_both_coded():
    """On time both agree in three of four; on the manager in all; the sets are alike in three."""
    figures = Figures(
        draw_coded(
            draw_people(
                *("tid", "tid", "chef", "chef", "mod"),
                second=("tid", "chef; tid", "chef", "chef; tid"),
            )
        )
    )

    assert figures("agreement answer=tid") == (0.75, 4)
    assert figures("kappa answer=tid") == (0.5, 4)
    assert figures("agreement answer=chef") == (0.75, 4)
    assert figures("agreement") == (0.5, 4)
    assert figures("agreement answer=mod") == (1, 4)
    assert figures["kappa answer=mod"].status is Status.NO_ANSWERS


def test_one_coder_alone_agrees_with_nobody():
    """Without a second coder there is no agreement to tell of."""
    assert "agreement" not in Figures(draw_coded(draw_people("tid", "chef")))


@pytest.mark.parametrize(
    ("read_twice", "read_once", "is_shown"),
    [
        (K - 1, K, False),
        (K, K, True),
        (K + 1, 0, True),
        (K + 1, K - 1, False),  # what is left beside the themes of all would be these few
        (K + 1, K, True),
    ],
)
def test_agreement_is_told_of_enough_people_and_leaves_enough(read_twice, read_once, is_shown):
    """Agreement tells of those read twice, and beside the themes of all also of the rest."""
    themes = [("tid", "chef", "mod")[n % 3] for n in range(read_twice + read_once)]
    figures = Figures(draw_coded(draw_people(*themes, second=tuple(themes[:read_twice])), k=K))

    is_told = figures["agreement answer=tid"].status is not Status.SUPPRESSED
    assert is_told is is_shown
    assert (figures["kappa answer=tid"].status is not Status.SUPPRESSED) is is_shown


@pytest.mark.parametrize(("of_other", "is_shown"), [(K - 1, False), (K, True)], ids=["k-1", "k"])
def test_agreement_tells_of_enough_people_question_by_question(of_other, is_shown):
    """All answers to one question are read twice and few of the other: subtraction tells of these.

    What kappa tells of all that were read twice, less the themes of the first question.
    """
    themes = ("tid", "chef", "mod")
    rows = [
        f"| P{n} | 1 | Ett {n} | Två {n} | {themes[n % 3]} | {themes[n % 3]} |" for n in range(15)
    ]
    drawing = "\n".join(["| who | session | voice | wish | first | second |", *rows])
    dataset = draw_coded(drawing, k=K)
    seen = {("voice", n) for n in range(15)} | {("wish", n) for n in range(of_other)}
    read = tuple(
        each
        if (each.comment.item_id, int(each.comment.text.split()[1])) in seen
        else replace(each, second=None)
        for each in dataset.coding.comments
    )
    figures = Figures(replace(dataset, coding=replace(dataset.coding, comments=read)))

    assert figures["theme_comments item=wish answer=tid"].status is Status.PUBLISHED
    assert (figures["agreement"].status is Status.PUBLISHED) is is_shown


def test_agreement_that_has_changed_since_a_submission_is_not_told_of():
    """Six more comments read twice may all be one person's: their number tells of nobody else."""
    themes = ("tid", "chef", "mod") * 5
    before = draw_coded(draw_people(*themes, second=themes[:5]), k=K)
    after = draw_coded(draw_people(*themes, second=themes[:10]), k=K)
    unchanged = Figures(before, earlier_than(before))["agreement"]
    changed = Figures(after, earlier_than(before))["kappa answer=tid"]

    assert unchanged.status is Status.PUBLISHED
    assert changed.suppression is Suppression.EARLIER


def test_agreement_is_hidden_with_the_themes_that_it_would_tell_of():
    """Six people, all of whom wrote about time, are alike: neither themes nor agreement."""
    themes = ("tid", "tid", "tid; chef", "tid", "tid; mod", "tid")
    figures = Figures(draw_coded(draw_people(*themes, second=themes), k=K))

    assert figures["theme_comments item=voice answer=tid"].status is Status.SUPPRESSED
    assert figures["agreement"].status is Status.SUPPRESSED
    assert figures["agreement"].base is None
