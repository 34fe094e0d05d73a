"""What must agree between files: answers, attendance and the plan of sessions."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator
from datetime import date

from flows.programme.items import Instrument
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.validate.dataset import Attendance, UsedResponse


def check_presence(
    responses: Iterable[UsedResponse], attendances: Collection[Attendance]
) -> Iterator[Problem]:
    """Yield a problem for each session with more evaluations than participants present.

    It stands at the table of the session's first evaluation. Sessions without attendance
    are left out.
    """
    if not attendances:
        return
    present: Counter[int] = Counter()
    for mark in attendances:
        present[mark.session] += mark.is_present
    answers: Counter[int] = Counter()
    first_evaluations: dict[int, Place] = {}
    for response in sorted(responses, key=lambda response: response.place):
        if response.instrument is Instrument.EVALUATION and response.session is not None:
            answers[response.session] += 1
            first_evaluations.setdefault(response.session, response.place)
    for session in sorted(set(answers) & set(present)):
        if answers[session] > present[session]:
            yield problem(
                "more-answers-than-present",
                Place(*first_evaluations[session][:2]),
                session=session,
                answers=answers[session],
                present=present[session],
            )


def check_absentees(
    responses: Iterable[UsedResponse], attendances: Iterable[Attendance]
) -> Iterator[Problem]:
    """Yield a problem for each evaluation by a participant who is marked absent."""
    absences = {
        (mark.participant_key, mark.session): mark.place
        for mark in attendances
        if not mark.is_present
    }
    for response in responses if absences else ():
        if response.instrument is not Instrument.EVALUATION or response.session is None:
            continue
        mark = absences.get((response.respondent.participant_key, response.session))
        if mark:
            yield problem("answered-but-absent", response.place, cell=mark.cell, file=mark.file)


def check_sessions(
    programme: Programme,
    evaluated: Container[int],
    attendances: Iterable[Attendance],
    latest_date: date | None,
) -> Iterator[Problem]:
    """Yield a problem for each session held so far that nobody `evaluated` or marked.

    What has been held so far is judged by the newest date in the exports, not by the clock.
    """
    marked = {mark.session for mark in attendances}
    for session in programme.sessions:
        if latest_date is None or session.held_on > latest_date:
            continue
        if session.number not in evaluated:
            yield problem("session-not-evaluated", session.place, session=session.number)
        if session.number not in marked:
            yield problem("session-not-marked", session.place, session=session.number)
