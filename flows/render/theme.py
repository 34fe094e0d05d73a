"""A theme: what the colours and the font of the charts are, read from the style sheets.

The variables of templates/styles/type.css hold for pages and charts alike, and those that a
funder's theme sets anew come after them. Shades are mixed from them, so that a theme that sets
one colour has all of its shades. What could not be read or told apart stops the report.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from flows.programme.exceptions import ThemeColourError, ThemeContrastError
from flows.render.charts.contrast import contrast_of, mix
from flows.render.charts.palette import (
    ACCENT,
    ACCENT_LIGHT,
    CATEGORIES,
    FAINT,
    INK,
    MUTED,
    NEUTRAL,
    PAPER,
    RULE,
    WARM,
    WHOLE,
    Tone,
    diverging_colours,
    heat,
)
from flows.render.theme_files import COMMENT, check_families

CONDITION = re.compile(r"@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
ROOT_RULE = re.compile(r":root\s*\{([^}]*)\}")
VARIABLE = re.compile(r"--([a-z-]+)\s*:\s*([^;]+)")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MARK = re.compile(r"--chart-(on-)?([a-z]+(?:-[a-z]+)*)(?:-(\d+))?")
"""How a chart names a colour, or its font: the letters on it, its name, its depth in a ramp."""

BLACK = "#000000"
MILD = 0.5
"""How much of a colour is in its mild shade; the rest is paper."""

PALEST = 0.06
"""How much of the accent is in the palest square of a matrix; in the deepest it is MILD."""

LETTERS, SHAPES, NEIGHBOURS = 4.5, 3.0, 1.5
"""The least contrast of letters and what they stand on, of what must be seen and the paper
(WCAG 2.2, 1.4.3 and 1.4.11), and of two parts of a bar that touch. These are told apart by the
number on each and a line between them as well."""

FONTS = ("serif", "sans")
NAMED = (INK, MUTED, RULE, FAINT, PAPER, ACCENT, WARM, NEUTRAL)
ON_PAPER = ((INK, LETTERS), (MUTED, LETTERS), (ACCENT, LETTERS), (WARM, SHAPES))
LONGEST_CHECKED_SCALE = 7
"""The parts of a longer scale differ less; there the numbers and the lines alone must do."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the theme `name` by their names, and the families of its font."""

    name: str
    colours: Mapping[str, str]
    font: str

    def colour(self, tone: Tone) -> str:
        """Return the colour that `tone` names, as "#rrggbb"."""
        ramp, _hyphen, depth = tone.rpartition("-")
        paper, accent = self.colours[PAPER], self.colours[ACCENT]
        match ramp:
            case "favourable":
                return self.shade(ACCENT, int(depth))
            case "unfavourable":
                return self.shade(WARM, int(depth))
            case "heat":
                return mix(paper, accent, PALEST + (MILD - PALEST) * int(depth) / WHOLE)
        return self.shade(ACCENT, 0) if tone == ACCENT_LIGHT else self.colours[tone]

    def shade(self, tone: Tone, depth_pct: int) -> str:
        """Return a colour from mild (0) to strong (100)."""
        share = MILD + (1 - MILD) * depth_pct / WHOLE
        return mix(self.colours[PAPER], self.colours[tone], share)

    def letters_on(self, tone: Tone) -> str:
        """Return the colour of letters on `tone`: paper or ink, or black where these are hard."""
        ground = self.colour(tone)
        usual = max((self.colours[PAPER], self.colours[INK]), key=lambda c: contrast_of(c, ground))
        return usual if contrast_of(usual, ground) >= LETTERS else BLACK

    def paint(self, page: str) -> str:
        """Return `page` with every colour that its charts name, and their font, as it is."""
        return MARK.sub(self.translate, page)

    def translate(self, mark: re.Match[str]) -> str:
        """Return what one name in a page stands for."""
        on, name, depth = mark.groups()
        if name == "font":
            return self.font
        tone = f"{name}-{depth}" if depth else name
        return self.letters_on(tone) if on else self.colour(tone)


def read_theme(name: str, *stylesheets: Path) -> Theme:
    """Return the theme that `stylesheets` give, later ones first where both set a variable.

    Raises ThemeColourError where a colour of the charts is not written as #rrggbb,
    ThemeContrastError where two cannot be told apart, and ThemeFontError where a style sheet
    sets type in a family that none of them brings.
    """
    variables = {
        variable: value.strip()
        for stylesheet in stylesheets
        if stylesheet.is_file()
        for variable, value in read_variables(stylesheet.read_text("utf-8"))
    }
    for variable in NAMED:
        if not COLOUR.fullmatch(variables[variable]):
            raise ThemeColourError(theme=name, variable=variable, value=variables[variable])
    theme = Theme(
        name,
        {variable: variables[variable].lower() for variable in NAMED},
        variables["sans"].replace('"', "'"),
    )
    check_families(name, [(each, variables[each]) for each in FONTS], *stylesheets)
    for first, second, contrast, least in list_contrasts(theme):
        if contrast < least:
            raise ThemeContrastError(
                theme=name, first=first, second=second, contrast=f"{contrast:.1f}", least=str(least)
            )
    return theme


def read_variables(css: str) -> Iterator[tuple[str, str]]:
    """Yield the variables of a style sheet that hold without condition, with their values."""
    plain = CONDITION.sub("", COMMENT.sub("", css))
    for rule in ROOT_RULE.findall(plain):
        yield from VARIABLE.findall(rule)


def list_contrasts(theme: Theme) -> Iterator[tuple[str, str, float, float]]:
    """Yield each pair of colours that must differ, their contrast and the least that will do."""
    for tone, least in ON_PAPER:
        yield tone, PAPER, contrast_of(theme.colour(tone), theme.colours[PAPER]), least
    scales = [diverging_colours(count) for count in range(2, LONGEST_CHECKED_SCALE + 1)]
    for tones in (*scales, (*CATEGORIES, CATEGORIES[0]), (heat(0), heat(1))):
        for tone in tones:
            letters = theme.letters_on(tone)
            yield f"on-{tone}", tone, contrast_of(letters, theme.colour(tone)), LETTERS
    for tones in (*scales, (*CATEGORIES, CATEGORIES[0])):
        for tone, neighbour in pairwise(tones):
            if not are_opposite(tone, neighbour):
                contrast = contrast_of(theme.colour(tone), theme.colour(neighbour))
                yield tone, neighbour, contrast, NEIGHBOURS


def are_opposite(tone: Tone, neighbour: Tone) -> bool:
    """Tell whether two colours meet in the middle of a scale, warm and cool and equally strong."""
    return {tone.partition("-")[0], neighbour.partition("-")[0]} == {"favourable", "unfavourable"}
