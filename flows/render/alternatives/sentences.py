"""The sentences that alternative texts have in common: ends, course, gaps and base."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.programme.translations import _
from flows.render.figures import Figure
from flows.render.notation import Notation

MOST_NAMED = 3
"""How many that share a value are named; of more only their number is told."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a chart: what it is about, and `text` as it is printed there.

    `number` orders the values; it is None where there is none, and `text` then says why.
    """

    name: str
    number: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Naming:
    """How values are named in a sentence: one, a few, and a number of them too large to name."""

    one: str = "{names}"
    few: str = "{names}"
    many: str = _("{count} of them")

    def name(self, values: Sequence[Value], notation: Notation) -> str:
        """Return the names of `values`, or how many they are."""
        if len(values) > MOST_NAMED:
            return notation.say(self.many, count=len(values))
        names = notation.enumerate(value.name for value in values)
        return notation.say(self.one if len(values) == 1 else self.few, names=names)


THEMSELVES = Naming()
SESSIONS = Naming(_("session {names}"), _("sessions {names}"), _("{count} of the sessions"))
"""Sessions, whose names are their numbers."""


def tell_ends(values: Iterable[Value], notation: Notation, naming: Naming = THEMSELVES) -> str:
    """Return the largest and the smallest of `values`; what is printed alike is shared."""
    known = [value for value in values if value.number is not None]
    if not known:
        return ""
    largest, smallest = max(known, key=number_of), min(known, key=number_of)
    if largest.text == smallest.text:
        return notation.say(
            _("The only value is {value}, for {names}.")
            if len(known) == 1
            else _("The value is the same, {value}, for {names}."),
            value=largest.text,
            names=naming.name(known, notation),
        )
    return notation.say(
        _("The largest value, {most}, is that of {largest}; the smallest, {least}, of {smallest}."),
        most=largest.text,
        largest=naming.name(sharing(largest, known), notation),
        least=smallest.text,
        smallest=naming.name(sharing(smallest, known), notation),
    )


def number_of(value: Value) -> float:
    """Return what orders values."""
    return value.number or 0.0


def sharing(value: Value, values: Iterable[Value]) -> list[Value]:
    """Return those of `values` that are printed like `value`: a reader sees them as equal."""
    return [other for other in values if other.text == value.text]


def name_commonest(values: Iterable[Value], notation: Notation) -> str:
    """Return the largest of `values` as a title tells it, with all that share it."""
    known = [value for value in values if value.number is not None]
    if not known:
        return ""
    commonest = max(known, key=number_of)
    return notation.say(
        _("most often {names}, {value}"),
        names=THEMSELVES.name(sharing(commonest, known), notation),
        value=commonest.text,
    )


def tell_course(values: Iterable[Value], notation: Notation, naming: Naming = THEMSELVES) -> str:
    """Return how it went from the first value to the last, and whether it turned on the way."""
    known = [value for value in values if value.number is not None]
    if len(known) < 2:  # noqa: PLR2004  # one value goes nowhere
        return ""
    first, last = known[0], known[-1]
    steps = [
        number_of(after) - number_of(before)
        for before, after in pairwise(known)
        if after.text != before.text
    ]
    turns = any(step > 0 for step in steps) and any(step < 0 for step in steps)
    if first.text == last.text:
        change = _("It begins and ends at {first_value}, at {first} and at {last}.")
    elif number_of(last) > number_of(first):
        change = _("From {first} to {last} it rises from {first_value} to {last_value}.")
    else:
        change = _("From {first} to {last} it falls from {first_value} to {last_value}.")
    told = notation.say(
        change,
        first=naming.name([first], notation),
        last=naming.name([last], notation),
        first_value=first.text,
        last_value=last.text,
    )
    return join((told, notation.say(_("On the way it goes both up and down.")) if turns else ""))


def tell_order(order: str, values: Iterable[Value], notation: Notation) -> str:
    """Return which of `values` come first and last in the `order` of their numbers, in words.

    Those whose numbers are printed alike are told together; each name says its own value.
    """
    known = [value for value in values if value.number is not None]
    if len(known) < 2:  # noqa: PLR2004  # one has no order
        return ""
    first, last = max(known, key=number_of), min(known, key=number_of)
    if first.text == last.text:
        return ""
    return notation.say(
        _("The order by {order} begins with {first} and ends with {last}."),
        order=order,
        first=THEMSELVES.name(sharing(first, known), notation),
        last=THEMSELVES.name(sharing(last, known), notation),
    )


def tell_gaps(values: Iterable[Value], notation: Notation, naming: Naming = THEMSELVES) -> str:
    """Return for what there is no value, and why; "" where nothing is missing."""
    gaps = [value for value in values if value.number is None]
    reasons = dict.fromkeys(value.text for value in gaps)
    return join(
        notation.say(
            _("There is no value for {names} ({reason})."),
            names=naming.name([gap for gap in gaps if gap.text == reason], notation),
            reason=reason,
        )
        for reason in reasons
    )


def tell_base(base: str | Figure, notation: Notation) -> str:
    """Return on what the values rest, in words with their number."""
    return notation.say(_("The base is {base}."), base=base) if str(base) else ""


def join(sentences: Iterable[str]) -> str:
    """Return `sentences` as one text, empty ones left out."""
    return " ".join(filter(None, sentences))
