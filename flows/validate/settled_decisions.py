"""Which decisions count: those that were answered with yes and contradict no other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from flows.ingest.identifiers import IDENTIFYING, identifier
from flows.programme.decisions import Decisions, MatchDecision, WordingDecision
from flows.programme.headers import normalise
from flows.programme.items import Instrument, Item
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant, Programme
from flows.validate.identification import RowLink

Decision = TypeVar("Decision", WordingDecision, MatchDecision)


def settle_wordings(
    decisions: tuple[WordingDecision, ...], items: Iterable[Item]
) -> tuple[tuple[WordingDecision, ...], tuple[Problem, ...]]:
    """Return the wordings that were confirmed, and what is open or contradicts itself.

    One wording may ask an item of each instrument, and no more than one.
    """
    instruments: dict[str, Instrument] = {item.item_id: item.instrument for item in items}
    return settle(
        decisions,
        lambda one: (normalise(one.wording), instruments.get(one.item_id)),
        lambda one: one.item_id,
    )


def as_decided(programme: Programme, decisions: Decisions) -> Programme:
    """Return the programme whose items are known by their confirmed wordings as well.

    Columns are recognised by it: the options of a question are taken together under whatever
    wording it is known to have. What is reworded is told by the programme itself.
    """
    confirmed, _problems = settle_wordings(decisions.wordings, programme.items)
    if not confirmed:
        return programme
    wordings = defaultdict(list)
    for decision in confirmed:
        wordings[decision.item_id].append(decision.wording)
    items = (
        replace(item, other_wordings=(*item.other_wordings, *wordings[item.item_id]))
        for item in programme.items
    )
    return replace(programme, items=tuple(items))


def settle_matches(
    decisions: tuple[MatchDecision, ...],
) -> tuple[tuple[MatchDecision, ...], tuple[Problem, ...]]:
    """Return the matches that were confirmed, and what is open or contradicts itself."""
    return settle(decisions, lambda one: normalise(one.written), lambda one: normalise(one.meant))


def settle(
    decisions: tuple[Decision, ...],
    subject: Callable[[Decision], object],
    meaning: Callable[[Decision], str],
) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the decisions with yes whose subjects have one meaning, and the problems.

    Where a subject is said to mean two things, neither counts.
    """
    meanings: dict[object, set[str]] = defaultdict(set)
    for one in decisions:
        if one.is_same:
            meanings[subject(one)].add(meaning(one))
    contradicted: set[object] = {about for about, meant in meanings.items() if len(meant) > 1}
    confirmed: list[Decision] = [one for one in decisions if one.is_same]
    return (
        tuple(one for one in confirmed if subject(one) not in contradicted),
        (
            *(problem("decision-open", one.place) for one in decisions if one.is_same is None),
            *(
                problem("decision-contradictory", one.place)
                for one in confirmed
                if subject(one) in contradicted
            ),
        ),
    )


def find_idle_matches(
    decisions: Iterable[MatchDecision],
    participants: Iterable[Participant],
    links: Iterable[RowLink],
) -> Iterator[Problem]:
    """Yield a problem for each confirmed match that means nobody, or that no export has."""
    written = {
        (claim.role, identifier(claim.role, claim.text)) for row in links for claim in row.claims
    }
    texts = {text for _role, text in written}
    keys = {normalise(participant.key) for participant in participants}
    for decision in decisions:
        if normalise(decision.meant) not in keys | texts:
            yield problem("match-meant-unknown", decision.place)
        elif not any((role, identifier(role, decision.written)) in written for role in IDENTIFYING):
            yield problem("match-unused", decision.place)
