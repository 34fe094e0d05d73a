"""Approved quotes, held against what was really written."""

from collections.abc import Collection, Iterable

from flows.programme.decisions import ApprovedQuote
from flows.programme.headers import display
from flows.programme.problems import Problem, problem
from flows.programme.programme import Participant
from flows.validate.dataset import ChangeProject, Comment
from flows.validate.quote_screen import points_at_somebody


def find_quotes(
    quotes: Collection[ApprovedQuote],
    comments: Iterable[Comment],
    projects: Iterable[ChangeProject],
    participants: tuple[Participant, ...] = (),
) -> tuple[tuple[ApprovedQuote, ...], tuple[Problem, ...]]:
    """Return the quotes that somebody wrote letter by letter, as a whole or in one passage.

    White space may differ. A quote that nobody wrote is a problem and is never printed. The
    title and the description of a change project are somebody's own words as well. A quote
    that may point at somebody needs a second person's word.
    """
    if not quotes:
        return (), ()
    written = [display(comment.text) for comment in comments]
    written += [
        display(text) for project in projects for text in (project.title, project.description)
    ]
    found: list[ApprovedQuote] = []
    problems: list[Problem] = []
    for quote in quotes:
        words = display(quote.text)
        if not words or not any(words in text for text in written):
            problems.append(problem("quote-not-found", quote.place))
        elif not quote.has_second_word and points_at_somebody(words, participants):
            problems.append(problem("quote-names-somebody", quote.place))
        else:
            found.append(quote)
    return tuple(found), tuple(problems)
