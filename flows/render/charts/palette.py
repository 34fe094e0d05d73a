"""Names of the colours and sizes of charts. The theme says what each colour is.

The scale from disagreement to agreement is read by colour-blind people (a warm and a cool
colour differ for all of them) and in grey: the ends are dark, the middle is light, and which
side is which is told by the place on the axis.
"""

Tone = str
"""The name of a colour: "accent", or one of a ramp with its depth in per cent: "heat-40"."""

INK = "ink"
MUTED = "muted"
RULE = "rule"
FAINT = "faint"
PAPER = "paper"
ACCENT = "accent"
ACCENT_LIGHT = "accent-light"
WARM = "warm"
NEUTRAL = "neutral"

UNFAVOURABLE = ("unfavourable-0", "unfavourable-100")
FAVOURABLE = ("favourable-0", "favourable-100")
"""From the middle outwards: mild, then strong."""

CATEGORIES = (ACCENT, NEUTRAL, WARM, FAVOURABLE[0], MUTED, UNFAVOURABLE[0])
"""Answers without an order; of two that lie side by side one is dark and one is light."""

WHOLE = 100
HEAT_STEP = 5
"""The shades of a matrix, in per cent: what looks alike is drawn together."""

TEXT_SIZE = 8.0
SMALL_TEXT_SIZE = 7.0

CHART_WIDTH = 467.0
"""The width of the text block (165 mm)."""


def letters_on(tone: Tone) -> Tone:
    """Return the colour of letters on a bar of the colour `tone`."""
    return f"on-{tone}"


def heat(fraction: float) -> Tone:
    """Return the colour of a square from 0, the palest, to 1."""
    share = min(1.0, max(0.0, fraction))
    return f"heat-{HEAT_STEP * round(share * WHOLE / HEAT_STEP)}"


def ordered_colours(count: int) -> tuple[Tone, ...]:
    """Return `count` colours from the lowest answer, the palest, to the highest."""
    return tuple(heat(number / count) for number in range(1, count + 1))


def diverging_colours(count: int) -> tuple[Tone, ...]:
    """Return `count` colours from strong disagreement to strong agreement.

    An odd number has the neutral colour in the middle; each side grows stronger step by step.
    """
    half = count // 2
    depths = [WHOLE * step // (half - 1) if half > 1 else WHOLE for step in range(half)]
    unfavourable = [f"unfavourable-{depth}" for depth in reversed(depths)]
    favourable = [f"favourable-{depth}" for depth in depths]
    return (*unfavourable, *((NEUTRAL,) if count % 2 else ()), *favourable)
