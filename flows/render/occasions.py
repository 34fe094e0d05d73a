"""The occasions on which a session's question was asked: all together, and each."""

from collections.abc import Sequence

from flows.programme.indicator_names import EVERYBODY, Group
from flows.programme.items import Item
from flows.programme.translations import _
from flows.render.answer_rows import is_asked
from flows.render.material import Material
from flows.render.notation import EN_DASH, Notation

FEWEST_IN_A_RANGE = 3


def sessions_of(material: Material, item: Item) -> tuple[int, ...]:
    """Return the sessions at which an item was asked."""
    return tuple(
        session
        for session in material.programme.session_numbers
        if is_asked(material, item, Group(session=session))
    )


def list_occasions(material: Material, item: Item) -> list[tuple[str, Group]]:
    """Return all sessions together and each at which an item was asked, with their names.

    Where that was one session only, it stands alone: together is the same.
    """
    notation = material.notation
    together = (notation.say(_("All sessions")), EVERYBODY)
    each = [
        (notation.say(_("Session {number}"), number=number), Group(session=number))
        for number in sessions_of(material, item)
    ]
    return each if len(each) == 1 else [together, *each]


def tell_sessions(material: Material, item: Item) -> str:
    """Return at which sessions an item was asked, "" where that was at every one."""
    asked = sessions_of(material, item)
    if asked == tuple(material.programme.session_numbers):
        return ""
    words = (
        _("Asked at session {numbers}.") if len(asked) == 1 else _("Asked at sessions {numbers}.")
    )
    return material.notation.say(words, numbers=fold_numbers(asked, material.notation))


def fold_numbers(numbers: Sequence[int], notation: Notation) -> str:
    """Return rising `numbers` as they stand in a sentence: 1–4, 6 and 8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return notation.enumerate(
        words
        for run in runs
        for words in (
            (f"{run[0]}{EN_DASH}{run[-1]}",) if len(run) >= FEWEST_IN_A_RANGE else map(str, run)
        )
    )
