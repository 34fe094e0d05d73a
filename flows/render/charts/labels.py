"""Labels beside charts: text broken into lines that fit."""

from flows.render.charts.marks import Anchor, Label
from flows.render.charts.palette import INK, TEXT_SIZE

LETTER_WIDTH = 0.49
"""The mean width of a letter of the chart's font, as a share of its size, on the safe side."""

LINE_HEIGHT = 1.18
BASELINE = 0.34
"""How far below its middle a line of text stands, as a share of its size."""


def fit_lines(text: str, width: float, size: float = TEXT_SIZE, most: int = 3) -> tuple[str, ...]:
    """Return `text` in at most `most` lines of `width` points; what is left out becomes "…"."""
    letters = max(4, int(width / (LETTER_WIDTH * size)))
    lines = [""]
    for word in filter(None, text.split(" ")):  # other spaces must not break
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= letters:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
    whole = [shorten(line, letters) for line in lines]
    if len(whole) <= most:
        return tuple(whole)
    return (*whole[: most - 1], shorten(f"{whole[most - 1]} …", letters))


def shorten(line: str, letters: int) -> str:
    """Return `line`, cut to `letters` with an ellipsis where it is longer."""
    return line if len(line) <= letters else line[: letters - 1].rstrip(" …") + "…"


def place_lines(
    lines: tuple[str, ...],
    x: float,
    middle: float,
    *,
    anchor: Anchor = Anchor.START,
    colour: str = INK,
    size: float = TEXT_SIZE,
    is_bold: bool = False,
) -> tuple[Label, ...]:
    """Return `lines` as labels whose block is centred on the height `middle`."""
    pitch = LINE_HEIGHT * size
    first = middle - pitch * (len(lines) - 1) / 2 + BASELINE * size
    return tuple(
        Label(x, first + number * pitch, line, anchor, colour, size, is_bold)
        for number, line in enumerate(lines)
    )


def place_text(
    text: str,
    x: float,
    middle: float,
    *,
    anchor: Anchor = Anchor.START,
    colour: str = INK,
    size: float = TEXT_SIZE,
    is_bold: bool = False,
) -> Label:
    """Return one line of text whose letters are centred on the height `middle`."""
    return Label(x, middle + BASELINE * size, text, anchor, colour, size, is_bold)
