"""The eye of the comparison: what it sees, and what it overlooks as an eye does."""

import pytest
from PIL import Image, ImageDraw

from tests.appearance.comparison import compare, lay_side_by_side


def page(*, text="Närvaro 89 %", x=40, shade=0, noise=0) -> Image.Image:
    """Return a small page with a line of text at `x`; `noise` lightens every third pixel."""
    image = Image.new("L", (330, 468), 255)
    ImageDraw.Draw(image).text((x, 60), text, fill=shade)
    for position in range(0, 330 * 468, 3) if noise else ():
        spot = (position % 330, position // 330)
        image.putpixel(spot, max(0, image.getpixel(spot) - noise))
    return image


CASES = {
    "the same": (page(), True),
    "the rounding of edges": (page(noise=4), True),
    "a word that moved": (page(x=52), False),
    "another figure": (page(text="Närvaro 17 %"), False),
    "a line that vanished": (page(text=""), False),
    "letters grown pale": (page(shade=170), False),
    "another size": (Image.new("L", (331, 468), 255), False),
}


@pytest.mark.parametrize(("now", "is_alike"), CASES.values(), ids=CASES)
def test_what_an_eye_sees_is_seen(now, is_alike):
    """A page is held against a line of text at a small size."""
    assert compare(page(), now).is_alike is is_alike


def test_a_failing_page_is_shown_with_the_kept_one():
    """Both pages and their difference stand beside each other."""
    kept, now = page(), page(x=60)

    sheet = lay_side_by_side(kept, now, compare(kept, now).difference)

    assert sheet.width == 3 * 330 + 4 * 8
    assert sheet.crop((8, 8, 338, 476)).tobytes() == kept.tobytes()
