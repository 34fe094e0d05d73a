"""Approved quotes, held against what was really written."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from flows.programme.comment_ids import identify_comment
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
    """Return the quotes that may be printed: somebody wrote them letter by letter, to this day.

    White space may differ. A whole answer is bound to its own words, a part of one to the id of
    the answer; where either has changed, the approval no longer holds and a problem says so.
    The title and the description of a change project are somebody's own words as well. A quote
    that may point at somebody needs a second person's word.
    """
    if not quotes:
        return (), ()
    texts = {identify_comment(one.item_id, one.text): display(one.text) for one in comments}
    of_projects = [
        display(text) for project in projects for text in (project.title, project.description)
    ]
    found: list[ApprovedQuote] = []
    problems: list[Problem] = []
    for quote in quotes:
        code = find_obstacle(quote, texts, of_projects)
        if code is None and not quote.has_second_word:
            code = "quote-names-somebody" if points_at_somebody(quote.text, participants) else None
        if code is None:
            found.append(quote)
        else:
            problems.append(problem(code, quote.place))
    return tuple(found), tuple(problems)


def find_obstacle(
    quote: ApprovedQuote, texts: Mapping[str, str], of_projects: Sequence[str]
) -> str | None:
    """Return why `quote` is not what somebody wrote, as a problem's code, or None.

    `texts` are the comments by id, `of_projects` what is written of change projects.
    """
    words = display(quote.text)
    if quote.comment_id and quote.comment_id not in texts:
        return "quote-text-changed"
    answers = [texts[quote.comment_id]] if quote.comment_id else [*texts.values(), *of_projects]
    if not words or not any(words in text for text in answers):
        return "quote-not-found"
    is_bound = quote.comment_id or words in texts.values() or any(words in t for t in of_projects)
    return None if is_bound else "quote-not-bound"
