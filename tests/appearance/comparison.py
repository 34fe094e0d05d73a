"""Compares two pages as an eye at arm's length does: by the lightness of each small patch."""

from dataclasses import dataclass

from PIL import Image, ImageChops

PATCH_PIXELS = 6
MOST_DIFFERENCE = 14
"""Steps of lightness, of 256, by which the mean of one patch may differ: less is the rounding of
a letter's edge, more is a letter."""


@dataclass(frozen=True)
class Comparison:
    """How two pages compare; `difference` is dark where they differ, or None where sizes do."""

    worst: float
    difference: Image.Image | None

    @property
    def is_alike(self) -> bool:
        """Whether an eye would take one for the other."""
        return self.difference is not None and self.worst <= MOST_DIFFERENCE


def compare(kept: Image.Image, now: Image.Image) -> Comparison:
    """Return how the page looks `now` beside how it was `kept`.

    Source: CIE 1976 lightness, which steps evenly to the eye, as 116 ∛Y − 16 with gamma 2.2.
    """
    if kept.size != now.size:
        return Comparison(255.0, None)
    difference = ImageChops.difference(lightness(kept), lightness(now))
    patches = (max(1, side // PATCH_PIXELS) for side in difference.size)
    means = difference.resize(tuple(patches), Image.Resampling.BOX)
    return Comparison(float(means.getextrema()[1]), ImageChops.invert(difference))


def lightness(page: Image.Image) -> Image.Image:
    """Return the page in steps of lightness that are even to the eye."""
    return page.convert("L").point([lightness_of(grey) for grey in range(256)])


def lightness_of(grey: int) -> int:
    """Return the lightness of a grey value, both from 0 to 255."""
    luminance = (grey / 255) ** 2.2
    return round(2.55 * max(0.0, 116 * luminance ** (1 / 3) - 16))


def lay_side_by_side(*pages: Image.Image) -> Image.Image:
    """Return `pages` beside each other on grey."""
    gap = 8
    width = sum(page.width for page in pages) + gap * (len(pages) + 1)
    sheet = Image.new("L", (width, max(page.height for page in pages) + 2 * gap), 128)
    left = gap
    for page in pages:
        sheet.paste(page.convert("L"), (left, gap))
        left += page.width + gap
    return sheet
