"""Who was at which session, and how it was marked in the hand-kept list."""

from flows.programme.programme import Participant, Session
from tests.sample_programme.chance import draw_fraction, happens
from tests.sample_programme.people import LEADER, PARTICIPANTS

POLITICIANS_PRESENT = {1: 9, 10: 11}
PRESENCE_OF_LEADERS = {6: 0.86, 9: 0.89}
PRESENCE_OF_MANAGERS = {1: 0.95, 6: 0.70, 9: 0.60}
"""Probabilities that differ: the lecturer of 6 fell ill, 9 clashed with the budget."""

PRESENT_MARKS = {1: "x", 2: "x", 3: "x", 4: "X", 5: 1, 6: 1, 7: "ja", 8: "Ja", 9: "närv", 10: "x"}
"""Whoever kept the list that day had a way of their own."""

ABSENT_MARKS = (None, None, None, "sjuk", "frånv", "-")


def is_present(participant: Participant, session: Session) -> bool:
    """Return whether `participant` was at `session`."""
    usual, by_session = (
        (0.94, PRESENCE_OF_LEADERS) if participant.role == LEADER else (0.84, PRESENCE_OF_MANAGERS)
    )
    probability = by_session.get(session.number, usual)
    return happens(probability, "present", participant.key, session.number)


def list_present(session: Session) -> tuple[Participant, ...]:
    """Return the participants who were at `session`, in the order of the register."""
    return tuple(person for person in PARTICIPANTS if is_present(person, session))


def attendance_mark(participant: Participant, session: Session) -> str | int | None:
    """Return what stands in the list for `participant` at `session`; None is an empty cell."""
    if is_present(participant, session):
        return PRESENT_MARKS[session.number]
    choice = draw_fraction("absent", participant.key, session.number)
    return ABSENT_MARKS[int(choice * len(ABSENT_MARKS))]
