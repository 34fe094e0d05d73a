"""The crosswalk: which columns that nobody knows may ask an item in other words.

Two things speak for a column: its words are alike, or it stands where another export asks the
item and its answers are on the item's scale. The second finds a question in another language.
Both are proposed, and neither has any effect until a person says yes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from flows.ingest.exports import Column, ColumnRole, Export
from flows.programme.decisions import WordingDecision
from flows.programme.headers import display, normalise
from flows.programme.items import Instrument, Item
from flows.programme.places import Place
from flows.programme.programme import Programme
from flows.validate.columns import (
    ASKED_KINDS,
    Wordings,
    match_columns,
    most_common_instrument,
)
from flows.validate.form_order import Form, find_by_position
from flows.validate.proposals import Likeness, WordingProposal
from flows.validate.spelling import measure_similarity_pct

LEAST_SIMILARITY_PCT = 60
"""Questions of one form are often alike by half, since they begin with the same words."""

MOST_CANDIDATES = 3
WORD = re.compile(r"\w+")


def propose_wordings(
    exports: Iterable[Export],
    wordings: Wordings,
    programme: Programme,
    decisions: Iterable[WordingDecision],
) -> tuple[WordingProposal, ...]:
    """Return which unknown columns of the survey `exports` may ask which items.

    A header that stands in several exports is proposed once for each item. What stands in a
    decision, whatever its answer, is not proposed again.
    """
    tables = tuple(exports)
    if not any(is_unknown(column, wordings) for export in tables for column in export.columns):
        return ()
    decided = {(normalise(one.wording), one.item_id) for one in decisions}
    forms = tuple(read_form(export, wordings) for export in tables)
    found: dict[tuple[str, str], list[WordingProposal]] = defaultdict(list)
    for form in forms:
        for proposal in propose_for_form(form, forms, programme):
            about = normalise(proposal.wording), proposal.item_id
            if about not in decided:
                found[about].append(proposal)
    joined = (join_proposals(same) for same in found.values())
    return tuple(sorted(joined, key=lambda one: (one.places, -one.similarity_pct, one.item_id)))


def read_form(export: Export, wordings: Wordings) -> Form:
    """Return the questions of `export` in the order of its columns, known and unknown."""
    questions, _ = match_columns(export, wordings)
    items = {question.position: question.item for question in questions}
    asking = tuple(
        position
        for position, column in enumerate(export.columns)
        if (
            items[position].kind in ASKED_KINDS
            if position in items
            else is_unknown(column, wordings)
        )
    )
    asked = [items[position] for position in asking if position in items]
    return Form(
        export=export,
        positions=asking,
        items=tuple(items.get(position) for position in asking),
        instrument=most_common_instrument(item.instrument for item in asked) or guess(export),
    )


def is_unknown(column: Column, wordings: Wordings) -> bool:
    """Tell whether the column asks a question that no wording of any item has."""
    return column.role is ColumnRole.QUESTION and not wordings.find(column)


def guess(export: Export) -> Instrument | None:
    """Return the instrument of an export none of whose questions is known, if anything tells."""
    if export.session is not None:
        return Instrument.EVALUATION
    return Instrument.SELF_ASSESSMENT if export.wave else None


def propose_for_form(
    form: Form, forms: tuple[Form, ...], programme: Programme
) -> Iterator[WordingProposal]:
    """Yield what each unknown column of `form` may ask, of the items that it does not ask."""
    if None not in form.items:
        return
    asked = {item.item_id for item in form.items if item}
    open_items = [
        item
        for item in programme.items
        if item.kind in ASKED_KINDS
        and item.item_id not in asked
        and form.instrument in (None, item.instrument)
    ]
    by_position = find_by_position(form, forms, programme)
    for position, item in zip(form.positions, form.items, strict=True):
        if item is None:
            column = form.export.columns[position]
            place = form.export.header_place(column)
            yield from propose_for_column(column, place, open_items, by_position.get(position))


def propose_for_column(
    column: Column, place: Place, items: Iterable[Item], by_position: Item | None
) -> Iterator[WordingProposal]:
    """Yield what `column` may ask: the few items most alike, and the one of its position."""
    compared = [compare(column, place, item) for item in items]
    alike = [one for one in compared if one.similarity_pct >= LEAST_SIMILARITY_PCT]
    alike.sort(key=lambda one: (-one.similarity_pct, one.item_id))
    yield from alike[:MOST_CANDIDATES]
    if by_position and by_position.item_id not in {one.item_id for one in alike}:
        yield compare(column, place, by_position, Likeness.POSITION)


def compare(
    column: Column, place: Place, item: Item, likeness: Likeness = Likeness.WORDING
) -> WordingProposal:
    """Return the proposal that `column` asks `item`, with the two wordings most alike.

    Of a grid, the row alone may be the wording.
    """
    headers = [text for text in (column.title, display(column.row_label)) if text]
    similarity_pct, header, wording = max(
        (
            (measure_similarity_pct(normalise(header), normalise(wording)), header, wording)
            for header in headers
            for wording in item.wordings
        ),
        key=lambda compared: compared[0],
    )
    differing = find_differing_words(header, wording)
    return WordingProposal(
        header, item.item_id, display(wording), similarity_pct, likeness, differing, (place,)
    )


def find_differing_words(one: str, other: str) -> tuple[str, ...]:
    """Return the words that only one of two texts has, in the order in which they stand."""
    words, other_words = (WORD.findall(normalise(text)) for text in (one, other))
    only_here = [word for word in words if word not in other_words]
    only_there = [word for word in other_words if word not in words]
    return tuple(dict.fromkeys((*only_here, *only_there)))


def join_proposals(same: list[WordingProposal]) -> WordingProposal:
    """Return the one proposal of a header that stands in several exports."""
    first = min(same, key=lambda one: (one.likeness is not Likeness.WORDING, one.places))
    return WordingProposal(
        first.wording,
        first.item_id,
        first.known_wording,
        first.similarity_pct,
        first.likeness,
        first.differing_words,
        tuple(sorted({place for one in same for place in one.places})),
    )
