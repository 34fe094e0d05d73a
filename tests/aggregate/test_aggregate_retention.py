"""Who stayed from session to session, and from one wave to the next."""

from flows.aggregate.indicators import Status
from tests.aggregate.figure_lookup import count

REGISTER = """
    | key | role |
    | ada | chef |
    | bo  | chef |
    | cia | chef |
"""


def test_whoever_comes_back_never_left():
    """Ada misses session 2 and comes to 3; Bo leaves after 1; Cia stays: 3, 2, 2 of 3."""
    figures = count(
        register=REGISTER,
        sessions=3,
        attendance="""
            | who | 1 | 2 | 3 |
            | ada | x | - | x |
            | bo  | x | - | - |
            | cia | x | x | x |
        """,
    )

    assert [figures(f"retained session={session}") for session in (1, 2, 3)] == [
        (3, 3),
        (2, 3),
        (2, 3),
    ]


def test_who_answered_before_and_again_after():
    """Of three who answered before, two answered after; Dan, who only came then, is no base."""
    figures = count(
        register=REGISTER,
        answers="""
            | who | wave   | skill |
            | ada | before | 2     |
            | bo  | before | 2     |
            | cia | before | 2     |
            | ada | after  | 3     |
            | bo  | after  | 3     |
            | dan | after  | 3     |
        """,
    )

    assert figures("retained wave=after") == (2, 3)


def test_anonymous_answers_tell_nothing_of_who_came_back():
    """Nobody is recognised, which is not the same as everybody having left."""
    figures = count(answers="| who | wave | skill |\n| | before | 2 |\n| | after | 3 |")

    assert figures["retained wave=after"].status is Status.NO_ANSWERS
