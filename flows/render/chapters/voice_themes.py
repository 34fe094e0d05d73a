"""The themes of the comments in answer to one question, each as a bar with quotes beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.aggregate.indicators import Indicator
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_shares
from flows.render.alternatives.sentences import THEMSELVES, Value, join, sharing
from flows.render.charts.canvas import draw_svg
from flows.render.charts.theme_bars import draw_theme_bar
from flows.render.figure_names import quote
from flows.render.figures import Citation, cite
from flows.render.material import Material

MOST_LINES_TOGETHER = 12
"""More themes and quotes than these take half a page."""


MOST_QUOTES_TOGETHER = 6
"""More quotes about one theme may begin on one page and go on upon the next."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme: its bar as SVG, the same in a sentence, and approved quotes about it.

    The sentence of the first row also tells what the bars compare.
    """

    picture: str
    in_words: str
    quotes: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether it may be split over pages, between its quotes."""
        return len(self.quotes) > MOST_QUOTES_TOGETHER


@dataclass(frozen=True, slots=True)
class ThemeChart:
    """The themes of one question, the most frequent first; `base` tells on what they rest."""

    anchor: str
    title: str
    base: str
    rows: tuple[ThemeRow, ...]
    evidence: tuple[Citation, ...]

    @property
    def has_quotes(self) -> bool:
        """Whether any quote stands beside a bar."""
        return any(row.quotes for row in self.rows)

    @property
    def is_long(self) -> bool:
        """Whether it may be split over pages, between its themes."""
        return sum(max(1, len(row.quotes)) for row in self.rows) > MOST_LINES_TOGETHER


def are_themes_suppressed(material: Material, item_id: str) -> bool:
    """Tell whether the comments in answer to an item are coded and their themes not shown."""
    return any(figure.suppression for figure in find_themes(material, item_id))


def find_themes(material: Material, item_id: str) -> tuple[Indicator, ...]:
    """Return the number of comments with each theme, in the order of the list."""
    names = (
        IndicatorName(Measure.THEME_COMMENTS, item_id, theme.key)
        for theme in material.dataset.coding.themes
    )
    return tuple(filter(None, map(material.indicators.find, names)))


def sort_themes(figures: Iterable[Indicator]) -> list[Indicator]:
    """Return the most frequent theme first; those as frequent as each other as they are listed."""
    return sorted(figures, key=lambda figure: -(figure.value or 0))


def chart_themes(
    material: Material, item_id: str, quotes: Mapping[str, Sequence[str]]
) -> ThemeChart | None:
    """Return the themes of the comments in answer to an item, None where none may be shown.

    `quotes` are those to be printed, by the key of their theme. Themes that no comment has are
    left out.
    """
    notation = material.notation
    figures = [figure for figure in sort_themes(find_themes(material, item_id)) if figure.value]
    if not figures:
        return None
    sentences = [describe_theme(material, figure) for figure in figures]
    if len(figures) > 1:
        sentences[0] = join((compare_themes(material, figures), sentences[0]))
    has_quotes = any(quotes.values())
    rows = (
        ThemeRow(
            draw_svg(
                draw_theme_bar(
                    name_theme(material, figure),
                    (figure.value or 0) / (figures[0].value or 1),
                    notation.value(figure),
                    sentence,
                    has_quotes=has_quotes,
                )
            ),
            sentence,
            tuple(quotes.get(figure.name.answer, ())),
        )
        for figure, sentence in zip(figures, sentences, strict=True)
    )
    return ThemeChart(
        f"chart-themes-{item_id}",
        title_themes(material, figures),
        notation.say(
            _("Number of comments with each theme, of {base}. A comment may have several themes."),
            base=write_base(material, figures[0]),
        ),
        tuple(rows),
        cite(
            material.words(figure.name.measure, item_id, figure.name.answer) for figure in figures
        ),
    )


def title_themes(material: Material, figures: Sequence[Indicator]) -> str:
    """Return which theme the most comments have; where all are as frequent, what is shown."""
    notation = material.notation
    values = list_values(material, figures)
    commonest = sharing(values[0], values)
    if len(commonest) == len(values):
        return notation.say(_("What the comments are about"))
    title = (
        _("The most frequent theme is {themes}")
        if len(commonest) == 1
        else _("The most frequent themes are {themes}")
    )
    return notation.say(title, themes=THEMSELVES.name(commonest, notation))


def list_values(material: Material, figures: Sequence[Indicator]) -> list[Value]:
    """Return the themes as values that a sentence compares."""
    notation = material.notation
    return [
        Value(
            quote(name_theme(material, figure), notation.language),
            figure.value,
            notation.value(figure),
        )
        for figure in figures
    ]


def write_base(material: Material, figure: Indicator) -> str:
    """Return in words how many comments are coded, and how many people wrote them at least."""
    return material.notation.say(
        _("{base} coded comments from at least {people} people"),
        base=material.notation.number(figure.base or 0),
        people=material.words(Measure.THEME_RESPONDENTS, figure.name.item),
    )


def name_theme(material: Material, figure: Indicator) -> str:
    """Return the name of the figure's theme."""
    theme = material.dataset.coding.find_theme(figure.name.answer)
    return material.notation.choose(theme.name) if theme else figure.name.answer


def describe_theme(material: Material, figure: Indicator) -> str:
    """Return a sentence that tells how many comments have the theme."""
    notation = material.notation
    return notation.say(
        _("{theme}: {count} of {base} comments."),
        theme=name_theme(material, figure),
        count=notation.value(figure),
        base=notation.number(figure.base or 0),
    )


def compare_themes(material: Material, figures: Sequence[Indicator]) -> str:
    """Return what the bars compare, the longest and the shortest, and on what they rest."""
    notation = material.notation
    return describe_shares(
        notation.say(_("The number of comments with each theme is compared.")),
        list_values(material, figures),
        write_base(material, figures[0]),
        notation,
    )
