"""The occasions on which sessions' questions were asked: all together, and each."""

from flows.programme.indicator_names import EVERYBODY, Group
from flows.programme.translations import _
from flows.render.material import Material


def list_occasions(material: Material) -> list[tuple[str, Group]]:
    """Return all sessions together and each of them, with their names."""
    notation = material.notation
    sessions = material.programme.session_numbers
    return [
        (notation.say(_("All sessions")), EVERYBODY),
        *(
            (notation.say(_("Session {number}"), number=number), Group(session=number))
            for number in sessions
        ),
    ]
