"""What people write in free text, which themes two coders give it, and what is quoted: by lot."""

from dataclasses import dataclass, replace
from random import Random

from flows.programme.decisions import ApprovedQuote
from flows.programme.places import Place
from flows.validate.dataset import CodedComment, CoderThemes, Coding, Comment, Dataset
from tests.aggregate.coding_drawing import CODING_FILE, THEMES

TEXT_ITEMS = ("voice", "wish")
POOLS = (
    ("tid", "tid", "tid", "chef"),
    ("tid", "chef", "mod"),
    ("tid", "tid;chef", "tid;mod"),
    ("tid", "chef", "mod", "tid;chef", "chef;mod", "tid;chef;mod"),
)
"""What comments are about, each as likely: often all the same, often one theme among others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What both coders make of a comment; "" where nobody has read it, by then or ever."""

    first: str
    second: str
    is_late: bool
    is_read_again_late: bool


def draw_comments(chance: Random, people: int, sessions: int) -> list[list[tuple[str, ...]]]:
    """Return what everybody would write after each session in answer to each question.

    In half of the programmes most write, in the others often few.
    """
    shares = chance.choice(((0.0, 0.9, 1.0), (0.0, 0.1, 0.4, 0.8)))
    return [
        [
            tuple(
                f"{item} {session} {n}" if chance.random() < share else ""
                for item, share in willing.items()
            )
            for n in range(people)
        ]
        for session in range(1, sessions + 1)
        for willing in [{item: chance.choice(shares) for item in TEXT_ITEMS}]
    ]


def code_comments(chance: Random, earlier: Dataset, now: Dataset) -> tuple[Dataset, Dataset]:
    """Return both with their comments coded: some read by two, some read only since, some quoted.

    Everybody's words are their own, so that a comment is known by them at both times.
    """
    pools = {item: chance.choice(POOLS) for item in TEXT_ITEMS}
    share_read = chance.choice((0.0, 0.7, 1.0, 1.0, 1.0))
    share_read_again = chance.choice((0.0, 0.5, 1.0, 1.0))
    share_late = chance.choice((0.0, 0.0, 0.0, 0.1, 0.4))
    share_alike = chance.choice((0.5, 0.9, 1.0))
    share_quoted = chance.choice((0.0, 0.0, 0.1, 0.5))
    readings: dict[str, Reading] = {}
    quotes: list[ApprovedQuote] = []
    for comment in now.comments:
        pool = pools[comment.item_id]
        first = chance.choice(pool) if chance.random() < share_read else ""
        second = first if chance.random() < share_alike else chance.choice(POOLS[-1])
        is_read_again = first and chance.random() < share_read_again
        readings[comment.text] = Reading(
            first,
            second if is_read_again else "",
            chance.random() < share_late,
            chance.random() < share_late,
        )
        if chance.random() < share_quoted:
            quotes.append(ApprovedQuote(comment.text))
    return (
        with_coding(earlier, readings, quotes, is_earlier=True),
        with_coding(now, readings, quotes, is_earlier=False),
    )


def with_coding(
    dataset: Dataset,
    readings: dict[str, Reading],
    quotes: list[ApprovedQuote],
    *,
    is_earlier: bool,
) -> Dataset:
    """Return the dataset with what is read of its comments by then."""
    texts = {comment.text for comment in dataset.comments}
    coded = tuple(
        CodedComment(
            comment,
            place_themes(reading.first, comment, 5),
            place_themes(reading.second, comment, 8)
            if reading.second and not (is_earlier and reading.is_read_again_late)
            else None,
        )
        for comment in dataset.comments
        if (reading := readings[comment.text]).first and not (is_earlier and reading.is_late)
    )
    places = tuple(Place(CODING_FILE, "Kommentarer", each.comment.place.row) for each in coded)
    return replace(
        dataset,
        coding=Coding(THEMES, coded, places),
        quotes=tuple(quote for quote in quotes if quote.text in texts),
    )


def place_themes(themes: str, comment: Comment, column: int) -> CoderThemes:
    """Return the themes of one coder, with the three cells of the comment's row for them."""
    row = comment.place.row * len(TEXT_ITEMS) + TEXT_ITEMS.index(comment.item_id)
    cells = (Place(CODING_FILE, "Kommentarer", row, n) for n in range(column, column + 3))
    return CoderThemes(tuple(themes.split(";")), tuple(cells))
