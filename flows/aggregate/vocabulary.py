"""The words that an indicator's name may use in a programme."""

from collections.abc import Collection

from flows.aggregate.change_projects import METHOD, STAGE
from flows.programme.indicator_names import IndicatorName, quoted
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind


def find_unknown_word(name: IndicatorName, programme: Programme) -> str:
    """Return the first part of `name` that the programme workbook does not know, else "".

    It tells a misspelt name ("item=nyta") from a figure that no export has given yet.
    """
    known_words: dict[str, Collection[object]] = {
        "session": programme.session_numbers,
        "role": {*programme.roles, *programme.invited_groups},
        "organisation_type": {person.organisation_type for person in programme.participants},
        "category": {line.category for line in programme.budget},
        "party": {line.party for line in programme.budget},
    }
    items = {item.item_id for item in programme.items}
    if name.item and name.item not in items | {STAGE, METHOD} | programme.indices.keys():
        return f"item={quoted(name.item)}"
    if name.answer and name.item in items and name.answer not in answers_to(name.item, programme):
        return f"answer={quoted(name.answer)}"
    for key, value in name.group.items():
        if key in known_words and value not in known_words[key]:
            return f"{key}={quoted(str(value))}"
    return ""


def answers_to(item_id: str, programme: Programme) -> set[str]:
    """Return the codes of the labels of the item's scale, and the kinds of missing."""
    scales = [programme.scale_of(item) for item in programme.items if item.item_id == item_id]
    labels = {label.code for scale in scales if scale for label in scale.valid_labels}
    return labels | {kind.value for kind in MissingKind}
