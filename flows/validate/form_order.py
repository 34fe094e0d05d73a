"""What a column may ask by where it stands: where other exports of the form ask an item."""

from dataclasses import dataclass

from flows.ingest.exports import Export
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind
from flows.validate.answers import make_answer_reader

LEAST_SHARE_ON_SCALE = 0.5
FEWEST_QUESTIONS = 2
"""A form of one question has no order."""


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one export in order: `items` holds None where a column is unknown.

    `positions` are where their values stand in a response.
    """

    export: Export
    positions: tuple[int, ...]
    items: tuple[Item | None, ...]
    instrument: Instrument | None


def find_by_position(form: Form, forms: tuple[Form, ...], programme: Programme) -> dict[int, Item]:
    """Return what unknown columns of `form` may ask: the items that the likest form asks there.

    Only where the answers are on the item's scale, and the item is not asked elsewhere in
    `form`. Keys are positions in a response.
    """
    model = find_likest(form, forms)
    if model is None:
        return {}
    asked = {item.item_id for item in form.items if item}
    return {
        position: known
        for position, item, known in zip(form.positions, form.items, model.items, strict=True)
        if item is None
        and known
        and known.item_id not in asked
        and are_answers_on_scale(form.export, position, known, programme)
    }


def find_likest(form: Form, forms: tuple[Form, ...]) -> Form | None:
    """Return the form with as many questions that agrees with most of `form`, None without any.

    It asks nothing else where both are known, and knows a question that `form` does not.
    """
    candidates = [(count_agreeing(form, other), other) for other in forms if is_model(form, other)]
    best = max((agreeing for agreeing, _ in candidates), default=0)
    likest = [other for agreeing, other in candidates if agreeing == best]
    return min(likest, key=lambda other: other.export.place(), default=None)


def is_model(form: Form, other: Form) -> bool:
    """Tell whether `other` may be the same form as `form`, with more of its questions known."""
    return (
        other is not form
        and other.instrument is not None
        and form.instrument in (None, other.instrument)
        and len(other.items) == len(form.items) >= FEWEST_QUESTIONS
        and all(
            item is None or known is None or item.item_id == known.item_id
            for item, known in zip(form.items, other.items, strict=True)
        )
    )


def count_agreeing(form: Form, other: Form) -> int:
    """Return how many questions both forms are known to ask at the same place."""
    pairs = zip(form.items, other.items, strict=True)
    return sum(item is not None and known is not None for item, known in pairs)


def are_answers_on_scale(export: Export, position: int, item: Item, programme: Programme) -> bool:
    """Tell whether most filled cells of a column can be read as answers to `item`.

    Free text fits any question, so it needs no more than to be there.
    """
    values = export.responses.column(position)
    if item.kind is ItemKind.TEXT:
        return any(value is not None for value in values)
    reader = make_answer_reader(item, programme)
    readings = [reader.read(value) for value in values]
    filled = [one for one in readings if one.flaw or one.missing is not MissingKind.NOT_ANSWERED]
    on_scale = sum(not one.flaw for one in filled)
    return bool(filled) and on_scale > LEAST_SHARE_ON_SCALE * len(filled)
