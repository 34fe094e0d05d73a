"""The themes of coded comments: how many comments each theme has, and how many people wrote.

Themes are counted question by question, over all sessions. A session's comments are few, their
number is public, and colleagues know who speaks up: themes by session or by role would tell
what one of them wrote. They are therefore never counted, and no table has parts to subtract.
Nor are the people behind one theme: if two comments of one person are about time, and only one
person wrote at two sessions, the lone comment of the second session is one of them.
Every theme of the list is counted for every question, because a missing zero would tell which
themes a suppressed question has.
"""

from collections.abc import Iterator, Sequence

from flows.aggregate.approved_words import quoted_ids
from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure
from flows.aggregate.people import count_people
from flows.aggregate.protected_tables import Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import Theme
from flows.programme.indicator_names import IndicatorName, Measure
from flows.validate.dataset import CodedComment, Dataset


def count_themes(dataset: Dataset) -> Figures:
    """Return how far the coding has come, and the themes of each question.

    Nothing where no coding workbook was read. How many comments are coded is public, as is how
    many were written; what they are about is protected, and the people who wrote them are the
    group that it is told of.
    """
    coding = dataset.coding
    if not coding.rows:
        return Figures()
    quoted = quoted_ids(dataset)
    coded_by_item = {
        item.item_id: [coded for coded in coding.comments if coded.comment.item_id == item.item_id]
        for item in dataset.programme.items
    }
    return Figures(
        (
            *count_coded(dataset),
            make_figure(
                IndicatorName(Measure.CODING_LAPSED),
                len(coding.lapsed),
                len(coding.rows),
                fold_cells(coding.lapsed),
            ),
        ),
        tuple(
            Table(
                describe_themes(item_id, coded, coding.themes, quoted),
                untold=tuple(split_themes(item_id, coded, coding.themes, quoted)),
            )
            for item_id, coded in coded_by_item.items()
            if coded
        ),
    )


def count_coded(dataset: Dataset) -> Iterator[Indicator]:
    """Yield how many comments are coded, in all and by item, of those that were written."""
    items = {comment.item_id for comment in dataset.comments}
    for item in ("", *sorted(items)):
        written = [each for each in dataset.comments if item in ("", each.item_id)]
        coded = [each for each in dataset.coding.comments if item in ("", each.comment.item_id)]
        yield make_figure(
            IndicatorName(Measure.CODED_COMMENTS, item),
            len(coded),
            len(written),
            fold_cells(each.comment.place for each in coded),
        )


def split_themes(
    item_id: str, coded: Sequence[CodedComment], themes: Sequence[Theme], quoted: frozenset[str]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the themes by session, and those that two coders read and only one, without quotes."""
    unquoted = [each for each in coded if not is_quoted(each, quoted)]
    for part_of in (lambda each: each.comment.session, lambda each: each.second is None):
        parts = dict.fromkeys(part_of(each) for each in unquoted)
        yield tuple(
            describe_themes(
                item_id, [each for each in unquoted if part_of(each) == part], themes, quoted
            )
            for part in parts
        )


def describe_themes(
    item_id: str, coded: Sequence[CodedComment], themes: Sequence[Theme], quoted: frozenset[str]
) -> Cell:
    """Return every theme's figures in answer to one item, as one cell.

    All rest on the same cells: each coded comment, and all that the first coder might have
    filled in, because the cells that are would tell how much was read out of whose comment.
    They tell of those whose comment is not among the `quoted` ids: what the others wrote about
    is read beside them, and can be subtracted.
    """
    sources = fold_cells(
        place for each in coded for place in (each.comment.place, *each.first.places)
    )
    people = IndicatorName(Measure.THEME_RESPONDENTS, item_id)
    figures = (
        make_figure(people, count_people(each.comment for each in coded), None, sources),
        *(
            make_figure(
                IndicatorName(Measure.THEME_COMMENTS, item_id, theme.key),
                sum(theme.key in each.first.keys for each in coded),
                len(coded),
                sources,
            )
            for theme in themes
        ),
    )
    return make_theme_cell(figures, coded, themes, quoted)


def make_theme_cell(
    figures: tuple[Indicator, ...],
    coded: Sequence[CodedComment],
    themes: Sequence[Theme],
    quoted: frozenset[str],
) -> Cell:
    """Return `figures` as one cell with those who wrote the `coded` comments but for the `quoted`.

    They are unanimous where all of them wrote about one theme.
    """
    unquoted = [each for each in coded if not is_quoted(each, quoted)]
    people = count_people(each.comment for each in unquoted)
    with_theme = (
        count_people(each.comment for each in unquoted if theme.key in each.first.keys)
        for theme in themes
    )
    return Cell(
        figures,
        people_answered=people,
        people_asked=people,
        is_unanimous=people > 0 and people in with_theme,
    )


def is_quoted(coded: CodedComment, quoted: frozenset[str]) -> bool:
    """Tell whether the comment is among the `quoted` ids."""
    return identify_comment(coded.comment.item_id, coded.comment.text) in quoted
