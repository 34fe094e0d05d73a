"""How many different people stand behind answers, some of which may be anonymous."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from flows.aggregate.indicators import Indicator
from flows.aggregate.protected_tables import Cell
from flows.validate.dataset import Answer, Comment


def make_cell(figures: Iterable[Indicator], answers: Iterable[Answer]) -> Cell:
    """Return `figures` as one cell with the people who gave `answers`."""
    asked = tuple(answers)
    valid = [answer for answer in asked if answer.missing is None]
    return Cell(
        tuple(figures),
        people_answered=count_people(valid),
        people_asked=count_people(asked),
        is_unanimous=len({(answer.value, answer.codes) for answer in valid}) == 1,
        numbers=count_numbers(valid),
    )


def count_numbers(valid: Iterable[Answer]) -> tuple[tuple[float, int], ...]:
    """Return each number that was typed, ascending, with how many typed it; no label counts."""
    typed = (answer.value for answer in valid if answer.value is not None and not answer.codes)
    return tuple(sorted(Counter(typed).items()))


def count_people(answers: Iterable[Answer | Comment]) -> int:
    """Return the least number of different people who can have given `answers`.

    Participants are told apart everywhere. Anonymous respondents are told apart within a
    session only: the one in session 3 may be the one in session 4.
    """
    participants: set[str] = set()
    identities_by_session: dict[int | None, set[str]] = defaultdict(set)
    for answer in answers:
        respondent = answer.respondent
        identities_by_session[answer.session].add(respondent.identity)
        if respondent.participant_key:
            participants.add(respondent.participant_key)
    largest_session = max(map(len, identities_by_session.values()), default=0)
    return max(len(participants), largest_session)
