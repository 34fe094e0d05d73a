"""What charts of the sessions show: when they were held, who came, and how each went."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from flows.programme.translations import _
from flows.render.alternatives.sentences import (
    SESSIONS,
    Value,
    join,
    tell_base,
    tell_course,
    tell_ends,
    tell_gaps,
)
from flows.render.figures import Figure
from flows.render.notation import Notation


def count_sessions(count: int, notation: Notation) -> str:
    """Return a number of sessions in words."""
    return notation.say(_("{count} session") if count == 1 else _("{count} sessions"), count=count)


def describe_year(sessions: Sequence[tuple[int, date]], period: str, notation: Notation) -> str:
    """Return when the sessions were held, and the longest and shortest time between two."""
    in_time = sorted(sessions, key=lambda session: session[1])
    pauses = [
        Value(str(number), (day - day_before).days, count_days((day - day_before).days, notation))
        for (_number, day_before), (number, day) in pairwise(in_time)
    ]
    held = notation.say(
        _("The project period holds {sessions}, from {first} to {last}."),
        sessions=count_sessions(len(in_time), notation),
        first=notation.day(in_time[0][1]),
        last=notation.day(in_time[-1][1]),
    )
    told = tell_ends(pauses, notation, SESSIONS) if len(pauses) > 1 else ""
    since = notation.say(_("For each session but the first, the days since the one before count."))
    return join(
        (
            held,
            since if told else "",
            told,
            tell_base(notation.say(PERIOD, period=period), notation),
        )
    )


PERIOD = _("the project period, {period}")


def count_days(count: int, notation: Notation) -> str:
    """Return a number of days in words."""
    return notation.say(_("{count} day") if count == 1 else _("{count} days"), count=count)


def describe_presence(present: Sequence[Value], enrolled: str | Figure, notation: Notation) -> str:
    """Return how many of those enrolled were present at each session."""
    return join(
        (
            notation.say(
                _("The number of participants present is compared at {sessions}."),
                sessions=count_sessions(len(present), notation),
            ),
            tell_ends(present, notation, SESSIONS),
            tell_course(present, notation, SESSIONS),
            tell_base(count_enrolled(enrolled, notation), notation),
        )
    )


def count_enrolled(enrolled: str | Figure, notation: Notation) -> str:
    """Return the number of those enrolled in words."""
    return notation.say(_("{enrolled} enrolled participants"), enrolled=enrolled)


def describe_attendance(
    everybody: Sequence[Value],
    of_groups: Sequence[Value],
    enrolled: str | Figure,
    notation: Notation,
) -> str:
    """Return the attendance rate of all participants by session, and that of single groups.

    `everybody` has a value for each session, `of_groups` one for each group at each session.
    """
    return join(
        (
            notation.say(
                _(
                    "The attendance rate of all participants and of each group is compared at "
                    "{sessions}."
                ),
                sessions=count_sessions(len(everybody), notation),
            ),
            told_under(_("All participants"), everybody, notation),
            tell_course(everybody, notation, SESSIONS),
            told_under(
                _("Single groups at single sessions"), of_groups, notation, are_sessions=False
            ),
            tell_gaps(everybody, notation, SESSIONS),
            tell_gaps(of_groups, notation),
            tell_base(count_enrolled(enrolled, notation), notation),
        )
    )


def told_under(
    about: str, values: Sequence[Value], notation: Notation, *, are_sessions: bool = True
) -> str:
    """Return the ends of `values` after what they are about."""
    told = tell_ends(values, notation, SESSIONS) if are_sessions else tell_ends(values, notation)
    return put_under(notation.say(about), told)


def put_under(about: str, told: str) -> str:
    """Return a sentence after what it is about, "" where nothing is told."""
    return f"{about}: {told[0].lower()}{told[1:]}" if told else ""


def describe_overview(
    questions: Sequence[Value],
    squares: Sequence[Value],
    session_count: int,
    bases: Sequence[int],
    notation: Notation,
) -> str:
    """Return the favourable share of each question in all, and at single sessions.

    `bases` are the numbers of valid answers to the questions.
    """
    return join(
        (
            notation.say(
                _(
                    "The share of favourable answers to {count} questions is compared at "
                    "{sessions}."
                ),
                count=len(questions),
                sessions=count_sessions(session_count, notation),
            ),
            told_under(_("All sessions together"), questions, notation, are_sessions=False),
            told_under(_("Single sessions"), squares, notation, are_sessions=False),
            tell_gaps(questions, notation),
            tell_gaps(squares, notation),
            tell_base(count_answers(bases, notation), notation),
        )
    )


def count_answers(bases: Sequence[int], notation: Notation) -> str:
    """Return how many valid answers each question has: one number, or from the least on."""
    if not bases:
        return ""
    least, most = min(bases), max(bases)
    if least == most:
        return notation.say(_("{count} valid answers"), count=notation.number(least))
    return notation.say(
        _("between {least} and {most} valid answers to each question"),
        least=notation.number(least),
        most=notation.number(most),
    )


def describe_means(
    item: str,
    whole: Value,
    by_session: Sequence[Value],
    base: str | Figure,
    notation: Notation,
) -> str:
    """Return the mean of the answers to a question in numbers, in all and by session."""
    if len(by_session) == 1:
        opening = notation.say(
            _("The mean of the answers to “{item}” at session {session} is shown."),
            item=item,
            session=by_session[0].name,
        )
        in_all = _("It is {value}.")
    else:
        opening = notation.say(
            _("The mean of the answers to “{item}” is compared at {sessions}."),
            item=item,
            sessions=count_sessions(len(by_session), notation),
        )
        in_all = _("All sessions together it is {value}.")
    return join(
        (
            opening,
            notation.say(in_all, value=whole.text) if whole.number is not None else "",
            tell_ends(by_session, notation, SESSIONS) if len(by_session) > 1 else "",
            tell_course(by_session, notation, SESSIONS),
            tell_gaps(by_session, notation, SESSIONS),
            tell_base(notation.say(_("{base} answers"), base=base), notation)
            if whole.number is not None
            else "",
        )
    )
