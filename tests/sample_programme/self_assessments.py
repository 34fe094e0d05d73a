"""What the participants say they can do, before and after, and what they wrote half-way.

Before and after share the person's position, so that pairs belong together; the gain
differs by ability, and for some people it is a loss. Afterwards most people think that they
could less before than they thought at the time.
"""

from datetime import date, datetime, time

from flows.programme.items import Item, Wave
from flows.programme.programme import Participant
from tests.sample_programme.chance import draw_normal, happens, shuffled
from tests.sample_programme.comments import BEGUN_TO_DO, NEED_TO_MOVE_ON
from tests.sample_programme.forms import (
    FilledForm,
    fill_form,
    hand_out,
    in_order_of_arrival,
    label_at,
)
from tests.sample_programme.people import PARTICIPANTS
from tests.sample_programme.questions import ABILITIES, ABILITY, CODE, REFLECTIONS

ABILITY_BEFORE_POINTS = {
    "leda": 2.4,
    "behov": 2.9,
    "grupp": 2.6,
    "prototyp": 2.1,
    "delaktighet": 2.3,
    "mod": 3.0,
    "stöd": 3.2,
}
ABILITY_GAIN_POINTS = {
    "leda": 1.2,
    "behov": 0.8,
    "grupp": 1.1,
    "prototyp": 1.3,
    "delaktighet": 0.8,
    "mod": 0.5,
    "stöd": 0.0,
}
HINDSIGHT_POINTS = -0.35
RESPONSE_TO_WAVE = {Wave.BEFORE: 0.95, Wave.AFTER: 0.9, Wave.RETROSPECTIVE: 0.8}
FORMS_OPEN = {
    Wave.BEFORE: date(2016, 2, 22),
    Wave.AFTER: date(2017, 2, 2),
    Wave.RETROSPECTIVE: date(2017, 2, 6),
}
REFLECTIONS_OPEN = date(2016, 9, 5)


def assess_abilities(wave: Wave) -> tuple[FilledForm, ...]:
    """Return the self-assessments of `wave`, in the order they came in."""
    opens_at = datetime.combine(FORMS_OPEN[wave], time(9, 0))
    return in_order_of_arrival(
        fill_form(
            person,
            opens_at,
            {CODE.item_id: person.key}
            | {item.item_id: assess(item, wave, person) for item in ABILITIES},
        )
        for person in PARTICIPANTS
        if happens(RESPONSE_TO_WAVE[wave], "assesses", person.key, wave)
    )


def assess(item: Item, wave: Wave, person: Participant) -> str | None:
    """Return how `person` rates the ability, or a way of not answering."""
    if happens(0.02, "does not know", item.item_id, person.key, wave):
        return "Vet ej"
    usual = draw_normal(0, 0.45, "ability", person.key)
    before = draw_normal(
        ABILITY_BEFORE_POINTS[item.item_id], 0.5, "before", item.item_id, person.key
    )
    gain = draw_normal(ABILITY_GAIN_POINTS[item.item_id], 0.65, "gain", item.item_id, person.key)
    moved = {Wave.BEFORE: 0, Wave.AFTER: gain, Wave.RETROSPECTIVE: HINDSIGHT_POINTS}
    return label_at(ABILITY, usual + before + moved[wave])


def write_reflections() -> tuple[FilledForm, ...]:
    """Return the reflections written half-way, in the order they came in."""
    writers = shuffled(PARTICIPANTS, "reflects")[: len(BEGUN_TO_DO) + 2]
    begun, needed = (
        hand_out(texts, writers, item.item_id)
        for item, texts in zip(REFLECTIONS, (BEGUN_TO_DO, NEED_TO_MOVE_ON), strict=True)
    )
    return in_order_of_arrival(
        fill_form(
            person,
            datetime.combine(REFLECTIONS_OPEN, time(8, 30)),
            {
                REFLECTIONS[0].item_id: begun.get(person.key),
                REFLECTIONS[1].item_id: needed.get(person.key),
            },
        )
        for person in writers
        if person.key in begun or person.key in needed
    )
