"""The colours of scales, for everybody's eyes: as they are, in grey, and to colour-blind people.

Colours are worked out here once more, apart from the program. What colour-blind people see is
simulated by matrices on linear RGB for full protanopia and deuteranopia.
Source: Machado, Oliveira and Fernandes (2009), A Physiologically-based Model for Simulation of
Color Vision Deficiency, IEEE TVCG 15(6), table for severity 1.0.
"""

from itertools import pairwise

import pytest

from flows.render.charts.palette import CATEGORIES, diverging_colours
from flows.render.html import list_stylesheets
from flows.render.theme import are_opposite, read_theme

SAME = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
GREY = ((0.2126, 0.7152, 0.0722),) * 3
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
EYES = {
    "everybody": SAME,
    "in grey": GREY,
    "protanopia": PROTANOPIA,
    "deuteranopia": DEUTERANOPIA,
}
THEMES = {name: read_theme(name, *list_stylesheets(name)) for name in ("", "exempelfonden")}
SCALES = {f"scale of {count}": diverging_colours(count) for count in range(2, 8)}
NEIGHBOURS, DIFFERENT_COLOURS = 1.45, 20
"""The least contrast of neighbours, whatever the eyes, and the least distance of two colours
that are equally light, in CIE Lab: 2 can just be seen."""


def see(colour: str, matrix) -> tuple[float, float, float]:
    """Return the linear red, green and blue of "#rrggbb" as these eyes see it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return tuple(
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, linear, strict=True)))) for row in matrix
    )


def lightness(seen) -> float:
    """Return the relative luminance of a colour that is seen."""
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(colour: str, other: str, matrix=SAME) -> float:
    """Return the contrast ratio of two colours to these eyes."""
    darker, lighter = sorted(lightness(see(each, matrix)) for each in (colour, other))
    return (lighter + 0.05) / (darker + 0.05)


def distance(colour: str, other: str, matrix) -> float:
    """Return how far apart two colours are to these eyes, in CIE Lab (1976)."""
    ours, theirs = (lab(see(each, matrix)) for each in (colour, other))
    return sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True)) ** 0.5


def lab(seen) -> tuple[float, float, float]:
    """Return linear RGB in CIE Lab, for white of D65."""
    rows = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (
        cube_root(sum(w * c for w, c in zip(row, seen, strict=True)) / w_point)
        for row, w_point in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube_root(share: float) -> float:
    """Return the cube root of `share`, straight near zero as CIE Lab has it."""
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


@pytest.mark.parametrize("matrix", EYES.values(), ids=EYES)
@pytest.mark.parametrize("tones", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_parts_of_a_bar_that_touch_can_be_told_apart(theme, tones, matrix):
    """By how light they are; only the two sides of the middle may be told by their colour."""
    for tone, neighbour in pairwise(tones):
        colour, other = theme.colour(tone), theme.colour(neighbour)
        if not are_opposite(tone, neighbour):
            assert contrast(colour, other, matrix) >= NEIGHBOURS
        elif matrix is not GREY:  # there the place on the axis and the line between must do
            assert distance(colour, other, matrix) >= DIFFERENT_COLOURS


@pytest.mark.parametrize("matrix", EYES.values(), ids=EYES)
@pytest.mark.parametrize("tones", SCALES.values(), ids=SCALES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_scale_grows_darker_from_its_middle_to_its_ends(theme, tones, matrix):
    """Whatever the eyes: the stronger the answer, the darker its part of the bar."""
    lights = [lightness(see(theme.colour(tone), matrix)) for tone in tones]
    half = len(tones) // 2

    assert lights[:half] == sorted(lights[:half])
    assert lights[-half:] == sorted(lights[-half:], reverse=True)
    assert len(tones) % 2 == 0 or lights[half] == max(lights)


@pytest.mark.parametrize("matrix", EYES.values(), ids=EYES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_answers_without_an_order_alternate_between_dark_and_light(theme, matrix):
    """Also where their colours begin anew."""
    for tone, neighbour in pairwise((*CATEGORIES, CATEGORIES[0])):
        assert contrast(theme.colour(tone), theme.colour(neighbour), matrix) >= NEIGHBOURS


@pytest.mark.parametrize("depth", range(0, 101, 5))
@pytest.mark.parametrize("ramp", ["favourable", "unfavourable", "heat"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_numbers_can_be_read_on_every_shade(theme, ramp, depth):
    """Letters and what they stand on differ by a contrast of 4.5 or more (WCAG 2.2, 1.4.3)."""
    tone = f"{ramp}-{depth}"

    assert contrast(theme.letters_on(tone), theme.colour(tone)) >= 4.5
