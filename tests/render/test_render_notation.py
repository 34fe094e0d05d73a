"""How numbers, dates and words are written."""

from datetime import date

import pytest

from flows.aggregate.indicators import Indicator, Status, Unit
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.languages import NO_TEXT, Language
from flows.render.notation import Notation, round_half_up

SV, EN = Notation(Language.SV), Notation(Language.EN)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (SV.number(468000), "468\u202f000"),
        (SV.number(3.14159, 2), "3,14"),
        (SV.number(-1100), "−1\u202f100"),
        (SV.percent(0.46), "46\u00a0%"),
        (SV.percent(1), "100\u00a0%"),
        (SV.amount(468000), "468\u202f000\u00a0kronor"),
        (SV.day(date(2016, 3, 9)), "9\u00a0mars\u00a02016"),
        (SV.period(date(2015, 11, 1), date(2017, 2, 28)), "november 2015 – februari 2017"),
        (SV.enumerate(["a", "b", "c"]), "a, b och c"),
        (EN.number(468000), "468,000"),
        (EN.percent(0.46), "46%"),
        (EN.day(date(2016, 3, 9)), "9\u00a0March\u00a02016"),
    ],
)
def test_each_language_has_its_own_notation(written, expected):
    """Swedish has a decimal comma and spaces that never break; English its own signs."""
    assert written == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(2.4, 0, "2"), (2.5, 0, "3"), (3.5, 0, "4"), (0.125, 2, "0.13"), (-0.4, 0, "0")],
)
def test_halves_are_rounded_up_as_people_do(value, decimals, expected):
    """A half rounds away from zero, never to the even number, and zero has no sign."""
    assert str(round_half_up(value, decimals)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1200, "+1\u202f200"), (0.4, "0"), (0, "0"), (-0.4, "0"), (-1200, "−1\u202f200")],
)
def test_a_change_shows_its_sign(value, expected):
    """A deviation says in which direction; one that rounds to zero has none."""
    assert SV.change(value) == expected


@pytest.mark.parametrize(("value", "expected"), [(4.0, "4"), (4.5, "4,5"), (4.25, "4,25")])
def test_a_plain_number_has_the_decimals_it_needs(value, expected):
    """Scale values are written as the coordinator wrote them."""
    assert SV.plain(value) == expected


@pytest.mark.parametrize(
    ("status", "sign"),
    [(Status.SUPPRESSED, ".."), (Status.NO_ANSWERS, "–"), (Status.NOT_ASKED, "·")],
)
def test_a_figure_without_value_is_a_sign(status, sign):
    """The three reasons for having no value look different."""
    gap = Indicator(IndicatorName(Measure.MEAN), None, None, Unit.POINTS, status, NO_TEXT, ())

    assert SV.value(gap) == sign
