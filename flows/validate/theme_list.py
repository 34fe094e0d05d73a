"""The list of themes, in which coders' words are looked up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.programme.decisions import Theme, ThemeMark
from flows.programme.headers import normalise
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.validate.dataset import CoderThemes


@dataclass(frozen=True, slots=True)
class ThemeList:
    """The themes in the order of the list; each is found by its key and by its names."""

    themes: tuple[Theme, ...]
    by_word: Mapping[str, Theme]

    def knows(self, mark: ThemeMark) -> bool:
        """Tell whether a coder's word is that of a theme."""
        return normalise(mark.word) in self.by_word

    def find(self, marks: Iterable[ThemeMark], cells: tuple[Place, ...]) -> CoderThemes:
        """Return the themes of one coder, each once; words that nobody knows are left out.

        `cells` are all that the coder might have filled in: those that are would tell how much
        was read out of the comment.
        """
        keys = {self.by_word[normalise(mark.word)].key for mark in marks if self.knows(mark)}
        return CoderThemes(tuple(theme.key for theme in self.themes if theme.key in keys), cells)


def make_theme_list(listed: Iterable[Theme]) -> tuple[ThemeList, tuple[Problem, ...]]:
    """Return the list without rows that say a theme again, and a problem where two are mixed up.

    A later coding workbook repeats the list of an earlier one; the same key and names are the
    same theme.
    """
    themes: list[Theme] = []
    by_word: dict[str, Theme] = {}
    problems: list[Problem] = []
    for theme in listed:
        words = set(words_of(theme))
        other = next((by_word[word] for word in sorted(words) if word in by_word), None)
        if other is None:
            themes.append(theme)
            by_word |= dict.fromkeys(words, theme)
        elif set(words_of(other)) != words or other.key != theme.key:
            where = other.place
            problems.append(
                problem("theme-listed-twice", theme.place, row=where.row, file=where.file)
            )
    return ThemeList(tuple(themes), by_word), tuple(problems)


def words_of(theme: Theme) -> Iterator[str]:
    """Yield what a coder may type for `theme`: its key and its names."""
    yield from (normalise(word) for word in (theme.key, theme.name.sv, theme.name.en) if word)
