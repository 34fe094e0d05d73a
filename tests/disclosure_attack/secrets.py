"""What is to be protected, worked out from the dataset without any of the gate's code."""

from collections import Counter, defaultdict

from flows.programme.indicator_names import IndicatorName, Measure
from flows.validate.dataset import Answer, Dataset

CHANGES = {Measure.PAIRS, Measure.ROSE, Measure.SAME, Measure.FELL}


def is_secret(dataset: Dataset, earlier: Dataset | None, name: IndicatorName, k: int) -> bool:
    """Tell whether the count called `name` is about 1 to k - 1 people, a few alike, or few new.

    That newcomers typed one and the same number is told by no figure.
    """
    if name.measure is Measure.ENROLLED:
        return is_few(len(members(dataset, name)), k)
    if name.measure is Measure.PRESENT:
        return is_few(len(members(dataset, name)), k) or is_few(len(marked(dataset, name)), k)
    if name.measure is Measure.RESPONSES:
        return is_few(len(members(dataset, name)), k) or is_few(responding(dataset, name), k)
    if name.measure in CHANGES:
        moves = list(moves_of(dataset, name))
        signs = {(after > before) - (after < before) for before, after in moves}
        return is_few(len(moves), k) or (0 < len(moves) < 2 * k and len(signs) == 1)
    answers = answers_of(dataset, name)
    valid = [answer for answer in answers if answer.missing is None]
    is_alike = 0 < people(valid) < 2 * k and are_alike(valid)
    is_told_by_earlier = earlier is not None and are_few_new(answers, answers_of(earlier, name), k)
    return is_few(people(valid), k) or is_few(people(answers), k) or is_alike or is_told_by_earlier


def are_few_new(now: list[Answer], earlier: list[Answer], k: int) -> bool:
    """Tell whether few have answered since, or a few who are all alike and not the first ones."""
    said = Counter((answer.value, answer.codes, answer.missing) for answer in earlier)
    new = []
    for answer in now:
        key = (answer.value, answer.codes, answer.missing)
        if said[key]:
            said[key] -= 1
        else:
            new.append(answer)
    valid = [answer for answer in new if answer.missing is None]
    is_numbered = bool(valid) and not valid[0].codes
    is_alike = 0 < len(new) < 2 * k and len(valid) == len(new) and are_alike(valid)
    return is_few(len(new), k) or (is_alike and not is_numbered and bool(earlier))


def are_alike(valid: list[Answer]) -> bool:
    """Tell whether all are on one side of the scale, typed one number, or made one same choice."""
    if not valid[0].codes:
        return len({answer.value for answer in valid}) == 1
    if valid[0].value is None:
        return bool(frozenset.intersection(*(frozenset(answer.codes) for answer in valid)))
    return len({answer.value > 3 for answer in valid}) == 1


def is_few(number: int, k: int) -> bool:
    """Tell whether there is somebody, but fewer than `k`."""
    return 0 < number < k


def members(dataset: Dataset, name: IndicatorName) -> list[str]:
    """Return the participants whom the group of `name` holds."""
    return [
        person.key
        for person in dataset.programme.participants
        if name.group.role in ("", person.role)
        and name.group.organisation_type in ("", person.organisation_type)
    ]


def marked(dataset: Dataset, name: IndicatorName) -> set[str]:
    """Return the participants of the group of `name` of whom it is known whether they were there.

    The group is of a session, or of all of them.
    """
    return {
        mark.participant_key
        for mark in dataset.attendances
        if name.group.session in (None, mark.session)
        and name.group.role in ("", mark.role)
        and name.group.organisation_type in ("", mark.organisation_type)
    }


def responding(dataset: Dataset, name: IndicatorName) -> int:
    """Return how many of a role responded at all."""
    return len(
        {
            response.respondent.identity
            for response in dataset.responses
            if response.session and response.respondent.role == name.group.role
        }
    )


def answers_of(dataset: Dataset, name: IndicatorName) -> list[Answer]:
    """Return the answers, missing ones as well, that the group of `name` holds."""
    return [
        answer
        for answer in dataset.answers
        if answer.item_id == name.item
        and answer.wave is name.group.wave
        and name.group.session in (None, answer.session)
        and name.group.role in ("", answer.respondent.role)
    ]


def people(answers: list[Answer]) -> int:
    """Return how many people must stand behind `answers`, if the anonymous ones come back."""
    by_session = defaultdict(set)
    for answer in answers:
        by_session[answer.session].add(answer.respondent.identity)
    named = {answer.respondent.participant_key for answer in answers} - {""}
    return max([len(named), *map(len, by_session.values())], default=0)


def moves_of(dataset: Dataset, name: IndicatorName):
    """Yield what each one of the group answered before and after, where both are valid."""
    values = {
        (answer.respondent.identity, answer.wave.value): answer
        for answer in dataset.answers
        if answer.wave
        and answer.item_id == name.item
        and answer.value is not None
        and name.group.role in ("", answer.respondent.role)
    }
    for (who, wave), answer in values.items():
        if wave == "before" and (who, "after") in values:
            yield answer.value, values[who, "after"].value
