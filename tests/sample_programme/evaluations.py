"""What the participants thought of the sessions: people differ, and days differ.

An answer is a position on a line, rounded to the scale: a person's mood, the day, the
question and chance.
"""

from datetime import datetime, time

from flows.programme.items import Item
from flows.programme.programme import Participant, Session
from tests.sample_programme.attendance import list_present
from tests.sample_programme.chance import draw_fraction, draw_normal, happens
from tests.sample_programme.comments import COULD_BE_BETTER, MOST_VALUABLE
from tests.sample_programme.forms import (
    FilledForm,
    Reply,
    fill_form,
    hand_out,
    in_order_of_arrival,
    label_at,
)
from tests.sample_programme.people import LEADER
from tests.sample_programme.project import SESSIONS
from tests.sample_programme.questions import (
    AGREEMENT,
    BEST,
    BETTER,
    METHODS,
    RATING,
    RECOMMEND,
    RECOMMENDATION,
    STATEMENTS,
    WILL_USE,
)

DAY_POINTS = {1: 0.2, 2: 0.1, 3: -0.15, 4: 0.4, 5: 0.3, 6: -0.5, 7: 0.3, 8: 0.05, 9: 0.0, 10: 0.4}
STATEMENT_POINTS = {"nytta": 0.42, "metoder": 0.2, "användare": 0.12, "samtal": 0.42, "tid": -0.5}
MEAN_AGREEMENT_POINTS = 3.95

SESSION_ON_PAPER = 7
RESPONSE_PROBABILITY = {6: 0.72, SESSION_ON_PAPER: 0.92, 8: 0.74, 9: 0.70}
USUAL_RESPONSE_PROBABILITY = 0.84
"""On paper, before anyone leaves, more people answer than from a link."""

METHODS_OF_THE_DAY = {
    1: ("Behovsintervju",),
    2: ("Behovsintervju", "Skuggning", "Tjänsteresa"),
    3: ("Behovsintervju", "Tjänsteresa"),
    4: ("Brainwriting",),
    5: ("Prototyp",),
    6: ("Test i liten skala",),
    7: ("Behovsintervju", "Tjänsteresa"),
    8: ("Test i liten skala",),
    9: ("Test i liten skala", "Prototyp"),
    10: ("Behovsintervju", "Brainwriting"),
}


def fill_evaluations(session: Session) -> tuple[FilledForm, ...]:
    """Return the evaluations of `session`, in the order they came in."""
    probability = RESPONSE_PROBABILITY.get(session.number, USUAL_RESPONSE_PROBABILITY)
    respondents = tuple(
        person
        for person in list_present(session)
        if happens(probability, "evaluates", person.key, session.number)
    )
    remarks = {
        item.item_id: hand_out(texts[session.number], respondents, item.item_id, session.number)
        for item, texts in ((BEST, MOST_VALUABLE), (BETTER, COULD_BE_BETTER))
    }
    return in_order_of_arrival(
        fill_form(
            person,
            datetime.combine(session.held_on, time(15, 45)),
            evaluate(person, session)
            | {item_id: handed.get(person.key) for item_id, handed in remarks.items()},
            may_forget=session.number != SESSION_ON_PAPER,
        )
        for person in respondents
    )


def evaluate(person: Participant, session: Session) -> dict[str, Reply]:
    """Return what `person` thought of `session`, without the remarks."""
    mood = draw_normal(MEAN_AGREEMENT_POINTS, 0.5, "mood", person.key)
    day = mood + DAY_POINTS[session.number] + draw_normal(0, 0.3, "day", person.key, session.number)
    return {
        **{item.item_id: agree(item, day, person, session) for item in STATEMENTS},
        RATING.item_id: rate(day, session),
        RECOMMEND.item_id: RECOMMENDATION.labels[(day > 2.9) + (day > 3.5)].label.sv,
        WILL_USE.item_id: choose_methods(person, session),
    }


def rate(day: float, session: Session) -> float:
    """Return a rating from 1 to 10; on paper some write 8,5 where a form would not let them."""
    points = min(10, max(1, 2 * day))
    return round(2 * points) / 2 if session.number == SESSION_ON_PAPER else round(points)


def agree(item: Item, day: float, person: Participant, session: Session) -> str | None:
    """Return how far `person` agrees, or one of the ways of not answering."""
    decision = (item.item_id, person.key, session.number)
    luck = draw_fraction("missing", *decision)
    has_no_project = item.item_id == "metoder" and person.role != LEADER
    if luck < (0.14 if has_no_project else 0.005):
        return "Ej aktuellt"
    if luck > 0.985:
        return None
    if luck > 0.97:
        return "Vet ej"
    if luck > 0.945 and item.item_id == "samtal":
        return "Jag deltog inte"
    return label_at(
        AGREEMENT, day + STATEMENT_POINTS[item.item_id] + draw_normal(0, 0.5, *decision)
    )


def choose_methods(person: Participant, session: Session) -> tuple[str, ...]:
    """Return the methods that `person` means to use; those of the day more often."""
    *methods, none_of_these = [label.label.sv for label in METHODS.labels]
    chosen = tuple(
        method
        for method in methods
        if happens(
            0.6 if method in METHODS_OF_THE_DAY[session.number] else 0.12,
            method,
            person.key,
            session.number,
        )
    )
    return chosen or (none_of_these,)


EVALUATIONS = {session.number: fill_evaluations(session) for session in SESSIONS}
