"""How figures become marks, and marks become SVG."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.render.charts.attendance_dots import draw_attendance_dots
from flows.render.charts.canvas import draw_svg
from flows.render.charts.labels import fit_lines, shorten
from flows.render.charts.marks import Bar, Dot, Drawing, Label, Rule
from flows.render.charts.palette import (
    CHART_WIDTH,
    FAVOURABLE,
    NEUTRAL,
    PAPER,
    UNFAVOURABLE,
    diverging_colours,
)
from flows.render.charts.stacked_bars import (
    FROM_THE_LEFT,
    Extent,
    StackedRow,
    common_extent,
    draw_stacked_bars,
    left_share,
)
from flows.render.pictures import split_evenly

EVERYTHING = Drawing(
    100,
    50,
    (
        Bar(0, 0, 10, 5, "accent"),
        Bar(20, 0, 10, 5, "accent"),
        Rule(0, 10, 100, 10, "ink"),
        Dot(50, 20, 4, "paper", "accent"),
        Label(5, 40, "46 % & <$x$>"),
    ),
    "Två staplar, en linje & en punkt.",
)


def test_the_alternative_text_is_the_first_child_of_the_picture():
    """A reader who cannot see the chart hears its title first (PDF/UA-1, 7.3)."""
    beginning = '<svg [^>]*role="img"[^>]*><title>Två staplar, en linje &amp; en punkt.</title>'

    assert re.match(beginning, draw_svg(EVERYTHING))


def test_a_picture_leaks_nothing_into_the_page():
    """No identifiers, styles or metadata: many pictures stand in one page."""
    svg = draw_svg(EVERYTHING)

    assert not re.search(r" id=| style=|<style|<metadata|<defs|<g\b", svg)


def test_letters_stay_letters():
    """Numbers on charts can be searched and read aloud, and a dollar sign is no formula."""
    svg = draw_svg(EVERYTHING)

    assert "46 % &amp; &lt;$x$&gt;</text>" in svg


def test_bars_of_one_colour_are_one_node():
    """The time that a PDF takes is in its nodes."""
    assert draw_svg(EVERYTHING).count("<path ") == 3


def test_the_same_marks_make_the_same_bytes():
    """No clock and no chance stand in a picture."""
    assert draw_svg(EVERYTHING) == draw_svg(EVERYTHING)


@pytest.mark.parametrize(
    ("shares", "left"),
    [
        ((1.0, 0, 0, 0, 0), 1.0),
        ((0, 0, 1.0, 0, 0), 0.5),
        ((0.1, 0.2, 0.2, 0.3, 0.2), 0.4),
        ((0.25, 0.25, 0.25, 0.25), 0.5),
        ((0, 1.0), 0.0),
    ],
)
def test_neutral_answers_lie_across_the_line(shares, left):
    """Left of the line lie the unfavourable answers and half of the neutral ones."""
    assert left_share(shares) == pytest.approx(left)


@given(
    st.lists(
        st.lists(st.integers(0, 20), min_size=5, max_size=5).filter(any), min_size=1, max_size=12
    )
)
def test_bars_of_one_chart_share_a_scale_and_stay_in_their_place(rows):
    """Whatever the answers, every bar has the same length per answer and touches no column."""
    spreads = [tuple(count / sum(counts) for count in counts) for counts in rows]
    drawing = draw_stacked_bars(
        [StackedRow(str(n), shares, ("",) * 5, ("1", "2")) for n, shares in enumerate(spreads)],
        ("a", "b"),
        diverging_colours(5),
        common_extent(spreads),
        "",
    )
    bars = [mark for mark in drawing.marks if isinstance(mark, Bar)]
    lengths = {y: sum(bar.width for bar in bars if bar.y == y) for y in {bar.y for bar in bars}}

    assert len(lengths) == len(rows)
    assert max(lengths.values()) == pytest.approx(min(lengths.values()))
    assert min(bar.x for bar in bars) >= 92 - 1e-6
    assert max(bar.x + bar.width for bar in bars) <= CHART_WIDTH - 2 * 42


def test_parts_of_a_bar_that_touch_have_a_line_of_paper_between_them():
    """Three quarters of a point or more, as high as the bar: colour alone parts nothing."""
    row = StackedRow("Alla", (0.2, 0.0, 0.3, 0.5), ("20", "0", "30", "50"), ())
    marks = draw_stacked_bars([row], [], diverging_colours(4), FROM_THE_LEFT, "").marks
    bars = [mark for mark in marks if isinstance(mark, Bar)]
    seams = [mark for mark in marks if isinstance(mark, Rule) and mark.colour == PAPER]

    assert [seam.x for seam in seams] == [bar.x for bar in bars[1:]]
    for seam in seams:
        assert seam.thickness >= 0.75
        assert (seam.y, seam.end_y) == (bars[0].y, bars[0].y + bars[0].height)


def test_a_long_label_takes_lines_and_makes_room():
    """Rows never touch: a label of three lines moves what is below it."""
    short, long = "Tillfälle 3", "Jag kan leda en innovationsprocess från behov till införande"
    row = StackedRow(short, (0.5, 0.5), ("50", "50"), ("2",))
    heights = [
        draw_stacked_bars(
            [replace(row, label=label), row],
            ("Svar",),
            ("a", "b"),
            Extent(0.5, 0.5),
            "",
            label_width=92,
        ).height
        for label in (short, long)
    ]
    lines = fit_lines(long, 92)

    assert len(lines) == 3
    assert heights[1] - heights[0] == pytest.approx(1.18 * 8 * 3 + 3.6 - 13.2)


def test_a_row_without_answers_says_why():
    """An empty chart row is never left to be guessed at."""
    drawing = draw_stacked_bars(
        [StackedRow("Tillfälle 3", (), (), (), reason="inga svar")],
        ("Svar",),
        diverging_colours(5),
        Extent(0.5, 0.5),
        "",
    )

    assert "inga svar" in [mark.text for mark in drawing.marks if isinstance(mark, Label)]
    assert not [mark for mark in drawing.marks if isinstance(mark, Bar)]


def test_as_many_dots_are_filled_as_people_came():
    """The cover's picture is the attendance, not a decoration."""
    drawing = draw_attendance_dots((28, 0, 30), 30, "")

    filled = [mark for mark in drawing.marks if mark.fill == mark.outline]

    assert (len(drawing.marks), len(filled)) == (90, 58)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, (UNFAVOURABLE[1], FAVOURABLE[1])),
        (3, (UNFAVOURABLE[1], NEUTRAL, FAVOURABLE[1])),
        (4, (UNFAVOURABLE[1], UNFAVOURABLE[0], FAVOURABLE[0], FAVOURABLE[1])),
        (
            5,
            (UNFAVOURABLE[1], UNFAVOURABLE[0], NEUTRAL, FAVOURABLE[0], FAVOURABLE[1]),
        ),
        (
            7,
            (
                *("unfavourable-100", "unfavourable-50", "unfavourable-0"),
                NEUTRAL,
                *("favourable-0", "favourable-50", "favourable-100"),
            ),
        ),
    ],
)
def test_agreement_runs_from_warm_to_cool(count, expected):
    """The ends are the strong colours, and every answer has a colour of its own."""
    assert diverging_colours(count) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kort", ("Kort",)),
        ("Jag kan leda en process", ("Jag kan leda", "en process")),
        (
            "ett två tre fyra fem sex sju åtta nio tio elva",
            ("ett två tre", "fyra fem sex", "sju åtta nio…"),
        ),
    ],
)
def test_labels_are_broken_into_lines_that_fit(text, expected):
    """Long wordings wrap; what does not fit into the lines ends with an ellipsis."""
    assert fit_lines(text, 52, most=3) == expected


@given(st.text(alphabet="ab ", max_size=80), st.integers(4, 20))
def test_a_shortened_line_is_never_too_long(text, letters):
    """Whatever the text, it fits."""
    assert len(shorten(text, letters)) <= letters


@given(st.lists(st.integers(), max_size=60), st.integers(1, 15))
def test_pictures_hold_everything_once_and_none_too_much(things, most):
    """Rows are spread over pictures without loss."""
    parts = split_evenly(things, most)

    assert [thing for part in parts for thing in part] == things
    assert all(len(part) <= most for part in parts)
