"""Approved quotes, held against what was really written."""

from collections.abc import Iterable

from flows.programme.decisions import ApprovedQuote
from flows.programme.headers import display
from flows.programme.problems import Problem, problem
from flows.validate.dataset import ChangeProject, Comment


def find_quotes(
    quotes: Iterable[ApprovedQuote],
    comments: Iterable[Comment],
    projects: Iterable[ChangeProject],
) -> tuple[tuple[ApprovedQuote, ...], tuple[Problem, ...]]:
    """Return the quotes that somebody wrote letter by letter, as a whole or in one passage.

    White space may differ. A quote that nobody wrote is a problem and is never printed. The
    title and the description of a change project are somebody's own words as well.
    """
    written = [display(comment.text) for comment in comments]
    written += [
        display(text) for project in projects for text in (project.title, project.description)
    ]
    found: list[ApprovedQuote] = []
    problems: list[Problem] = []
    for quote in quotes:
        words = display(quote.text)
        if words and any(words in text for text in written):
            found.append(quote)
        else:
            problems.append(problem("quote-not-found", quote.place))
    return tuple(found), tuple(problems)
