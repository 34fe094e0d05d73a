"""How many comments were written: by item and by session. Their words are never indicators."""

from collections.abc import Collection

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.aggregate.protected_tables import Figures
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import ItemKind
from flows.validate.dataset import Comment, Dataset


def count_comments(dataset: Dataset) -> Figures:
    """Return the number of comments in all, by session, by item, and by item and session.

    A session or an item is there when free text was asked, also where nobody wrote any.
    """
    free_text = {item.item_id for item in dataset.programme.items if item.kind is ItemKind.TEXT}
    asked = {
        (asked.item_id, asked.session)
        for asked in dataset.asked_items
        if asked.item_id in free_text
    }
    if not asked:
        return Figures((make_gap(IndicatorName(Measure.COMMENTS), Status.NOT_ASKED),))
    subjects = asked | {(item, None) for item, _ in asked} | {("", session) for _, session in asked}
    return Figures(
        tuple(
            count_subject(dataset.comments, item, session)
            for item, session in sorted(subjects | {("", None)}, key=str)
        )
    )


def count_subject(comments: Collection[Comment], item: str, session: int | None) -> Indicator:
    """Return how many of `comments` are about `item` at `session`; empty and None mean any."""
    found = [
        comment
        for comment in comments
        if item in ("", comment.item_id) and session in (None, comment.session)
    ]
    group = Group(session=session) if session else EVERYBODY
    name = IndicatorName(Measure.COMMENTS, item, group=group)
    return make_figure(name, len(found), None, fold_cells(comment.place for comment in found))
