"""Colours and sizes of charts. The same colours stand in templates/styles/type.css.

The scale from disagreement to agreement is read by colour-blind people (brown and blue
differ for all of them) and in grey: the ends are dark, the middle is light, and which side
is which is told by the place on the axis.
"""

INK = "#1f2a33"
MUTED = "#5d6a73"
RULE = "#c9d0d4"
FAINT = "#e9edef"
PAPER = "#ffffff"
ACCENT = "#0f5c6e"
ACCENT_LIGHT = "#9cc5cd"
WARM = "#b4572a"

NEUTRAL = "#dfe1dc"
UNFAVOURABLE = ("#eebc96", "#b4572a")
FAVOURABLE = ("#8fbfc6", "#0f5c6e")
"""From the middle outwards: mild, then strong."""

CATEGORIES = ("#0f5c6e", "#8fbfc6", "#dfe1dc", "#eebc96", "#b4572a", "#5d6a73")
"""Answers without an order, from the last label of the scale to the first."""

EQUAL_CONTRAST_LUMINANCE = 0.179
"""Where black and white letters are equally easy to read."""

TEXT_SIZE = 8.0
SMALL_TEXT_SIZE = 7.0

CHART_WIDTH = 467.0
"""The width of the text block (165 mm)."""


def is_dark(colour: str) -> bool:
    """Tell whether white letters are easier to read on `colour` than dark ones.

    Source: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance, with its gamma taken as 2.2.
    """
    red, green, blue = ((channel / 255) ** 2.2 for channel in channels_of(colour))
    luminance: float = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return luminance < EQUAL_CONTRAST_LUMINANCE


def channels_of(colour: str) -> tuple[int, ...]:
    """Return red, green and blue of "#rrggbb", from 0 to 255."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def mix(light: str, dark: str, fraction: float) -> str:
    """Return the colour at `fraction` of the way from `light` to `dark`."""
    share = min(1.0, max(0.0, fraction))
    pairs = zip(channels_of(light), channels_of(dark), strict=True)
    return "#" + "".join(f"{round(start + share * (end - start)):02x}" for start, end in pairs)


def text_colour_on(colour: str) -> str:
    """Return the colour of letters on a bar of `colour`."""
    return PAPER if is_dark(colour) else INK


def diverging_colours(count: int) -> tuple[str, ...]:
    """Return `count` colours from strong disagreement to strong agreement.

    An odd number has the neutral colour in the middle. Long scales repeat the strong ends.
    """
    half = count // 2
    unfavourable, favourable = (
        tuple(side[0] if step < half / 2 and half > 1 else side[-1] for step in range(half))
        for side in (UNFAVOURABLE, FAVOURABLE)
    )
    return (*reversed(unfavourable), *((NEUTRAL,) if count % 2 else ()), *favourable)
