"""A filled-in form: who, when and what; and the ways in which people fill it in."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.programme.programme import Participant
from flows.programme.scales import Scale
from tests.sample_programme.chance import draw_fraction, happens, shuffled

Reply = str | float | tuple[str, ...] | None
"""A label, a number, several labels, or nothing."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One form that a participant sent in; `replies` by item id."""

    participant: Participant
    started_at: datetime
    submitted_at: datetime
    replies: Mapping[str, Reply]


def fill_form(
    person: Participant,
    opens_at: datetime,
    replies: Mapping[str, Reply],
    *,
    may_forget: bool = True,
) -> FilledForm:
    """Return a form sent in some time after `opens_at`: most at once, a few days later."""
    decision = (person.key, opens_at.date())
    waited = timedelta(seconds=round(-1500 * math.log(draw_fraction("waits", *decision))))
    if may_forget and happens(0.2, "forgets", *decision):
        waited += timedelta(days=1 + int(4 * draw_fraction("remembers", *decision)))
    wrote = timedelta(seconds=90 + round(420 * draw_fraction("writes for", *decision)))
    return FilledForm(person, opens_at + waited, opens_at + waited + wrote, replies)


def in_order_of_arrival(forms: Iterable[FilledForm]) -> tuple[FilledForm, ...]:
    """Return `forms` as a survey tool lists them, the first to be sent in first."""
    return tuple(sorted(forms, key=lambda form: (form.submitted_at, form.participant.key)))


def hand_out(
    texts: tuple[str, ...], people: tuple[Participant, ...], *decision: object
) -> dict[str, str]:
    """Return who wrote which of `texts`, by participant key; each text once."""
    keys = shuffled(tuple(person.key for person in people), "writes", *decision)
    return dict(zip(keys, texts, strict=False))


def label_at(scale: Scale, position: float) -> str:
    """Return the label of `scale` nearest to `position`, in points."""
    labels = scale.valid_labels
    return labels[min(len(labels), max(1, round(position))) - 1].label.sv
