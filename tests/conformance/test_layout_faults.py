"""The look at the layout finds what it looks for."""

import pytest

from tests.conformance.layout_faults import Word, find_layout_faults, find_overlaps, read_words

LINES = [(100, 100 + 20 * line, 200, 112 + 20 * line, f"rad{line}") for line in range(3)]
FAULTS = {
    "nothing": ([], []),
    "a word in the margin": ([(500, 300, 560, 312, "lång")], ["“lång” sticks out of the margins"]),
    "words on each other": (
        [(300, 300, 360, 312, "ett"), (310, 302, 380, 314, "två")],
        ["“ett” and “två” stand on each other"],
    ),
    "words side by side": ([(300, 300, 360, 312, "ett"), (359, 300, 400, 312, "två")], []),
    "a running footer that is too wide": (
        [(60, 800, 580, 810, "Titel")],
        ["the running header or footer sticks out"],
    ),
}


@pytest.mark.parametrize(("words", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_on_a_page_is_told(words, expected, monkeypatch, tmp_path):
    """A page of three lines with something more on it."""
    page = [Word(*word) for word in (*LINES, *words)]
    monkeypatch.setattr(f"{read_words.__module__}.read_words", lambda _pdf: [[], page])

    assert list(find_layout_faults(tmp_path)) == [f"page 2: {fault}" for fault in expected]


def test_a_page_with_a_lone_line_is_told(monkeypatch, tmp_path):
    """Two lines are no page."""
    page = [Word(*word) for word in LINES[:2]]
    monkeypatch.setattr(f"{read_words.__module__}.read_words", lambda _pdf: [[], page])

    assert list(find_layout_faults(tmp_path)) == ["page 2: 2 lines stand alone"]


def test_words_far_apart_are_not_compared_with_each_other():
    """Lines one below the other share no box."""
    assert list(find_overlaps(1, [Word(*line) for line in LINES])) == []
