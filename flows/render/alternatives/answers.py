"""What charts of answers show: how they were spread, how often each was given, what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.programme.translations import _
from flows.render.alternatives.sentences import (
    SESSIONS,
    THEMSELVES,
    Value,
    join,
    sharing,
    tell_base,
    tell_course,
    tell_ends,
    tell_gaps,
    tell_order,
)
from flows.render.alternatives.sessions import count_answers, count_sessions, put_under
from flows.render.figures import Figure
from flows.render.notation import Notation


def describe_spread(
    item: str,
    answers: Sequence[Value],
    shares: tuple[str, Value, Sequence[Value]],
    base: str | Figure,
    notation: Notation,
) -> str:
    """Return how the answers to a question were spread over the sessions.

    `answers` has the share of each answer, all sessions together. `shares` follows one share:
    what of, in all, and at each session.
    """
    of, whole, by_session = shares
    if len(by_session) == 1:
        opening = notation.say(
            _("The answers to “{item}” at session {session} are shown."),
            item=item,
            session=by_session[0].name,
        )
    else:
        opening = notation.say(
            _("The answers to “{item}” are compared at {sessions}."),
            item=item,
            sessions=count_sessions(len(by_session), notation),
        )
    return join(
        (
            opening,
            tell_commonest(answers, notation, is_one_session=len(by_session) == 1),
            notation.say(_("{of}: {share} in all."), of=of, share=whole.text)
            if whole.number is not None
            else "",
            tell_ends(by_session, notation, SESSIONS) if len(by_session) > 1 else "",
            tell_course(by_session, notation, SESSIONS),
            tell_gaps(by_session, notation, SESSIONS),
            tell_base(notation.say(_("{base} valid answers"), base=base), notation)
            if whole.number is not None
            else "",
        )
    )


def tell_commonest(answers: Sequence[Value], notation: Notation, *, is_one_session: bool) -> str:
    """Return which answer was given most often, all sessions together."""
    known = [answer for answer in answers if answer.number is not None]
    if not known:
        return ""
    commonest = max(known, key=lambda answer: answer.number or 0)
    return notation.say(
        _("The most frequent answer is {answer} ({share}).")
        if is_one_session
        else _("All sessions together, the most frequent answer is {answer} ({share})."),
        answer=THEMSELVES.name(sharing(commonest, known), notation),
        share=commonest.text,
    )


def describe_questions(
    name: str, shares: Sequence[Value], bases: Sequence[int], notation: Notation
) -> str:
    """Return how the answers were spread to questions that were asked at one session each.

    `shares` has the share with that `name` for each question, `bases` its number of valid
    answers.
    """
    return join(
        (
            notation.say(
                _("The answers to {count} questions, each asked on one occasion, are compared."),
                count=len(shares),
            ),
            put_under(name, tell_ends(shares, notation)),
            tell_gaps(shares, notation),
            tell_base(count_answers(bases, notation), notation),
        )
    )


@dataclass(frozen=True, slots=True)
class OneWave:
    """What of the answers is followed at one time, and on how many it rests, in words."""

    value: Value
    base: str


def describe_waves(
    item: str,
    followed: str,
    waves: tuple[OneWave | None, OneWave | None, OneWave | None],
    notation: Notation,
) -> str:
    """Return how what is `followed`, such as the median, went from before to after.

    `waves` are those before, after and in hindsight; None where it was not asked then.
    """
    before, after, hindsight = waves
    asked = [wave for wave in waves if wave]
    known = [wave for wave in asked if wave.value.number is not None]
    if len(asked) == 1:
        opening = notation.say(
            _("The answers to “{item}” {wave} are shown."), item=item, wave=asked[0].value.name
        )
    else:
        opening = notation.say(
            _("The answers to “{item}” are compared before and after."), item=item
        )
    told = ""
    if before in known and after in known and before and after:
        told = tell_step(followed, before.value, after.value, notation)
    else:
        told = join(
            notation.say(
                _("{followed} is {value} {wave}."),
                followed=followed,
                value=wave.value.text,
                wave=wave.value.name,
            )
            for wave in known
            if wave is not hindsight
        )
    return join(
        (
            opening,
            told,
            notation.say(_("Seen in hindsight it was {value} before."), value=hindsight.value.text)
            if hindsight and hindsight in known
            else "",
            tell_gaps([wave.value for wave in asked], notation),
            tell_base(
                notation.enumerate(
                    notation.say(_("{base} answers {wave}"), base=wave.base, wave=wave.value.name)
                    for wave in known
                ),
                notation,
            )
            if known
            else "",
        )
    )


def tell_step(followed: str, before: Value, after: Value, notation: Notation) -> str:
    """Return in which direction what is `followed` went; what is printed alike is the same."""
    if before.text == after.text:
        step = _("{followed} is the same before and after, {before}.")
    elif (after.number or 0) > (before.number or 0):
        step = _("{followed} rises from {before} before to {after} after.")
    else:
        step = _("{followed} falls from {before} before to {after} after.")
    return notation.say(step, followed=followed, before=before.text, after=after.text)


def describe_shares(
    opening: str, values: Sequence[Value], base: str | Figure, notation: Notation
) -> str:
    """Return what bars from zero show: the longest, the shortest, what is missing, the base.

    `opening` is a sentence that says what is compared; `base` are words with a number. The
    answers to a question with several choices are told so, and counts of any kind.
    """
    return join(
        (
            opening,
            tell_ends(values, notation),
            tell_gaps(values, notation),
            tell_base(base, notation),
        )
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One question asked before and after: its means, and the people who rose and fell."""

    item: str
    before: Value
    after: Value
    rose: float | None
    fell: float | None
    pairs: int | None

    @property
    def is_shown(self) -> bool:
        """Whether both means may be printed."""
        return self.before.number is not None and self.after.number is not None

    @property
    def is_counted(self) -> bool:
        """Whether it may be printed how many rose and fell, beside both means."""
        return self.is_shown and self.rose is not None and self.fell is not None

    @property
    def has_risen(self) -> bool:
        """Whether more people rose than fell."""
        return (self.rose or 0) > (self.fell or 0)

    @property
    def reason(self) -> str:
        """Why it is not shown, in words."""
        return self.after.text if self.after.number is None else self.before.text


def describe_changes(
    changes: Sequence[Change], responses: tuple[str | Figure, str | Figure], notation: Notation
) -> str:
    """Return what changed from before to after, by question: how many rose, and the means.

    `responses` are the numbers of those who answered before and after.
    """
    known = [change for change in changes if change.is_shown]
    counted = [change for change in known if change.is_counted]
    return join(
        (
            notation.say(
                _(
                    "The self-assessments before and after are compared, question by question and "
                    "person by person."
                ),
            ),
            notation.say(
                _("Of {count} questions, {risen} have more people who rose than people who fell."),
                count=len(counted),
                risen=sum(change.has_risen for change in counted),
            )
            if counted
            else "",
            tell_order(
                notation.say(_("the change of the mean")),
                [order_change(change, notation) for change in known],
                notation,
            ),
            tell_gaps(
                [Value(each.item, None, each.reason) for each in changes if not each.is_shown],
                notation,
            ),
            tell_base(tell_people(counted, responses, notation), notation),
        )
    )


def order_change(change: Change, notation: Notation) -> Value:
    """Return a question with its means, ordered by how far the mean went."""
    named = notation.say(
        _("{item} (from {before} to {after})"),
        item=change.item,
        before=change.before.text,
        after=change.after.text,
    )
    went = (change.after.number or 0) - (change.before.number or 0)
    return Value(named, went, notation.points(went))


def tell_people(
    counted: Sequence[Change], responses: tuple[str | Figure, str | Figure], notation: Notation
) -> str:
    """Return how many responded before and after, and how many answered both times."""
    before, after = responses
    pairs = [change.pairs for change in counted if change.pairs is not None]
    responded = notation.say(
        _("{before} responses before and {after} after"), before=before, after=after
    )
    if not pairs:
        return responded
    return notation.say(
        _("{responded}, with {least} to {most} people who answered a question both times"),
        responded=responded,
        least=notation.number(min(pairs)),
        most=notation.number(max(pairs)),
    )
