"""Kirkpatrick's four levels, by which results are ordered: from how it was liked to what came."""

from collections.abc import Iterable

from flows.programme.items import Item, KirkpatrickLevel
from flows.programme.translations import _
from flows.render.notation import Notation

LEVELS = {
    KirkpatrickLevel.REACTION: _("Level 1, reaction: what the participants thought of it"),
    KirkpatrickLevel.LEARNING: _("Level 2, learning: what they say they know and can do"),
    KirkpatrickLevel.BEHAVIOUR: _("Level 3, behaviour: what they do at work"),
    KirkpatrickLevel.RESULTS: _("Level 4, results: what it leads to"),
}
AFTER_SESSIONS = {
    KirkpatrickLevel.LEARNING: _("Level 2, learning: what they said after the sessions"),
    KirkpatrickLevel.BEHAVIOUR: _("Level 3, behaviour: what they said after the sessions"),
    KirkpatrickLevel.RESULTS: _("Level 4, results: what they said after the sessions"),
}
"""The levels of evaluations in the chapters that begin with something else of the same level."""
NO_LEVEL = _("Other questions")


def sort_by_level(items: Iterable[Item]) -> list[Item]:
    """Return `items` by level, those of a level in their order; without a level they come last."""
    return sorted(items, key=lambda item: item.level or len(LEVELS) + 1)


def group_by_level(items: Iterable[Item]) -> dict[KirkpatrickLevel | None, list[Item]]:
    """Return `items` by level, in the order of the levels."""
    groups: dict[KirkpatrickLevel | None, list[Item]] = {}
    for item in sort_by_level(items):
        groups.setdefault(item.level, []).append(item)
    return groups


def name_level_of_sessions(level: KirkpatrickLevel | None, notation: Notation) -> str:
    """Return the heading of what was asked after the sessions at a level."""
    return (
        notation.say(AFTER_SESSIONS[level])
        if level in AFTER_SESSIONS
        else name_level(level, notation)
    )


def name_level(level: KirkpatrickLevel | None, notation: Notation) -> str:
    """Return the heading of a level."""
    return notation.say(LEVELS[level] if level else NO_LEVEL)
