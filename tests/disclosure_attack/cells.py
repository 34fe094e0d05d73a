"""Whether the evidence tells anything: a figure's cells must follow from public facts alone.

Which rows were handed in at which session is public. So a second programme is drawn that has the
same rows and the same register, but other answers to the same questions and the same people in
other roles. Where a figure is published of both, it must name the same cells in both.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from flows.aggregate.aggregation import aggregate
from flows.aggregate.indicators import Indicator, SourceCells
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.programme import Participant, Profile
from flows.programme.scales import MissingKind
from flows.validate.dataset import Answer, Dataset, Respondent

WORKED_OUT = frozenset({Measure.SIGN_TEST_P_HOLM, Measure.WILCOXON_P_HOLM})
"""Made of published figures, whose cells they name."""


def find_telling_cells(dataset: Dataset, seed: int) -> Iterator[str]:
    """Yield the names of the figures whose cells are others when only secrets are others."""
    one = cells_by_name(dataset)
    other = cells_by_name(disguise(dataset, Random(seed)))  # noqa: S311  # reproducible
    for name, cells in one.items():
        others = other.get(name)
        if name.measure not in WORKED_OUT and cells and others and cells != others:
            yield str(name)


def cells_by_name(dataset: Dataset) -> dict[IndicatorName, tuple[SourceCells, ...]]:
    """Return the cells of every figure, with the gate open so that there are as many as can be."""
    programme = replace(dataset.programme, profile=Profile(suppression_threshold=1))
    figures: tuple[Indicator, ...] = aggregate(replace(dataset, programme=programme), is_quick=True)
    return {figure.name: figure.sources for figure in figures}


def disguise(dataset: Dataset, chance: Random) -> Dataset:
    """Return the dataset with other answers in its cells, and its people in other parts."""
    programme = dataset.programme
    parts = [(person.role, person.organisation_type) for person in programme.participants]
    chance.shuffle(parts)
    people = tuple(
        replace(person, role=role, organisation_type=kind)
        for person, (role, kind) in zip(programme.participants, parts, strict=True)
    )
    by_key = {person.key: person for person in people}
    return replace(
        dataset,
        programme=replace(programme, participants=people),
        answers=tuple(
            disguise_answer(answer, dataset.answers, by_key, chance) for answer in dataset.answers
        ),
        responses=tuple(
            response._replace(respondent=disguise_respondent(response.respondent, by_key))
            for response in dataset.responses
        ),
        attendances=tuple(
            replace(
                mark,
                role=by_key[mark.participant_key].role,
                organisation_type=by_key[mark.participant_key].organisation_type,
                is_present=chance.random() < 0.5,
            )
            for mark in dataset.attendances
        ),
    )


def disguise_answer(
    answer: Answer, answers: tuple[Answer, ...], by_key: dict[str, Participant], chance: Random
) -> Answer:
    """Return the answer with what somebody else said of the item, or with nothing."""
    others = [each for each in answers if each.item_id == answer.item_id]
    said = chance.choice(others)
    is_missing = chance.random() < 0.2
    return answer._replace(
        respondent=disguise_respondent(answer.respondent, by_key),
        value=None if is_missing else said.value,
        codes=() if is_missing else said.codes,
        missing=MissingKind.NOT_ANSWERED if is_missing else said.missing,
    )


def disguise_respondent(respondent: Respondent, by_key: dict[str, Participant]) -> Respondent:
    """Return the respondent in the part where the register now has them."""
    person = by_key.get(respondent.participant_key)
    if person is None:
        return respondent
    return respondent._replace(role=person.role, organisation_type=person.organisation_type)
