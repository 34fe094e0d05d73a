"""How well two coders agree about the comments that both have read."""

from collections.abc import Iterator, Sequence

from flows.aggregate.approved_words import quoted_ids
from flows.aggregate.indicators import Indicator, SourceCells, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.protected_tables import Breakdown, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.aggregate.statistics.kappa import cohen_kappa
from flows.aggregate.themes import make_theme_cell
from flows.programme.decisions import Theme
from flows.programme.indicator_names import IndicatorName, Measure
from flows.validate.dataset import CodedComment, CoderThemes, Dataset


def count_agreement(dataset: Dataset) -> Figures:
    """Return the agreement of two coders in all and on each theme; nothing where one coded.

    The base is the comments that both have read. The agreement tells something of what these
    say: it is not shown where they were written by too few people, nor where the rest of the
    coded comments were, because what those say could be worked out beside the themes. The same
    holds of each question, whose themes could be subtracted from what the agreement tells.
    """
    coding = dataset.coding
    read_twice = [each for each in coding.comments if each.second]
    read_once = [each for each in coding.comments if not each.second]
    if not read_twice:
        return Figures()
    themes, quoted = coding.themes, quoted_ids(dataset)
    figures = tuple(describe_agreement(read_twice, themes))
    items = dict.fromkeys(each.comment.item_id for each in coding.comments)
    of_items = (
        make_theme_cell((), [each for each in read if each.comment.item_id == item], themes, quoted)
        for read in (read_twice, read_once)
        for item in items
    )
    parts = (make_theme_cell(figures, read_twice, themes, quoted), *of_items)
    rest = make_theme_cell((), read_once, themes, quoted)
    everything = make_theme_cell((), coding.comments, themes, quoted)
    return Figures(
        protected=(Table(everything, (Breakdown(parts, rest, is_whole_or_nothing=True),)),)
    )


def describe_agreement(
    coded: Sequence[CodedComment], themes: Sequence[Theme]
) -> Iterator[Indicator]:
    """Yield the shares on which both coders agree, and Cohen's kappa of each theme.

    Without a theme, it is the share of the comments to which both gave exactly the same themes.
    """
    sources = fold_cells(
        place
        for each in coded
        for coder in coders_of(each)
        for place in (each.comment.place, *coder.places)
    )
    pairs = [tuple(set(coder.keys) for coder in coders_of(each)) for each in coded]
    alike = sum(first == second for first, second in pairs)
    yield make_figure(IndicatorName(Measure.AGREEMENT), alike / len(pairs), len(pairs), sources)
    for theme in themes:
        given = [(theme.key in first, theme.key in second) for first, second in pairs]
        agreed = sum(first == second for first, second in given)
        name = IndicatorName(Measure.AGREEMENT, answer=theme.key)
        yield make_figure(name, agreed / len(given), len(given), sources)
        yield describe_kappa(theme, given, sources)


def coders_of(coded: CodedComment) -> Iterator[CoderThemes]:
    """Yield what each coder made of a comment that both have read."""
    yield coded.first
    if coded.second:
        yield coded.second


def describe_kappa(
    theme: Theme, given: Sequence[tuple[bool, bool]], sources: tuple[SourceCells, ...]
) -> Indicator:
    """Return Cohen's kappa of `theme`; a gap where it has none, the theme being never given."""
    name = IndicatorName(Measure.KAPPA, answer=theme.key)
    kappa = cohen_kappa(
        given.count((True, True)),
        given.count((True, False)),
        given.count((False, True)),
        given.count((False, False)),
    )
    if kappa is None:
        return make_gap(name, Status.NO_ANSWERS, sources)
    return make_figure(name, kappa, len(given), sources)
