"""The profile's smallest group shown, k, holds everywhere: at three, at five and at ten."""

import pytest

from flows.aggregate.earlier_figures import read_earlier_figures
from flows.aggregate.indicator_file import write_indicators
from flows.aggregate.indicators import Status
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import ABILITIES, ITEMS, draw_dataset
from tests.aggregate.figure_lookup import Figures

THRESHOLDS = (3, 5, 10)


def around(k: int) -> list[tuple[int, int, bool]]:
    """Return k with one fewer people, as many and one more, and whether they are shown."""
    return [(k, k - 1, False), (k, k, True), (k, k + 1, True)]


BOUNDARIES = [case for k in THRESHOLDS for case in around(k)]
UNANIMITY = [(k, people, is_shown) for k in THRESHOLDS for _k, people, is_shown in around(2 * k)]


def spread(people: int) -> str:
    """Return the replies of so many people, who never are all of one opinion."""
    return ("15243" * people)[:people]


def draw(k: int, *rows: str, register: int, attendance: str = ""):
    """Return the dataset of responses, drawn as rows, of so many people of one role."""
    people = [f"| p{n} | chef |" for n in range(register)]
    return draw_dataset(
        register="\n".join(["| key | role |", *people]),
        attendance=attendance,
        answers="\n".join([HEADER, *rows]),
        profile=Profile(suppression_threshold=k),
        items=(*ITEMS, *ABILITIES),
    )


HEADER = "| who | wave | session | benefit | rating | methods | skill | lead | listen | try |"


def evaluate(replies: str, session: int = 1) -> list[str]:
    """Return the rows of those who gave `replies` to three kinds of questions in a session."""
    choices = ("ja", "nej", "annat", "ja; nej", "nej; annat")
    return [
        f"| p{n} | | {session} | {reply} | {reply} | {choices[int(reply) - 1]} | - | - | - | - |"
        for n, reply in enumerate(replies)
    ]


def assess(wave: str, replies: str) -> list[str]:
    """Return the rows of those who gave `replies` to every question of a wave."""
    return [
        f"| p{n} | {wave} | | - | - | - | {reply} | {reply} | {reply} | {reply} |"
        for n, reply in enumerate(replies)
    ]


def are_shown(figures: Figures, *names: str) -> set[bool]:
    """Return whether each of the figures called `names` is there with a value."""
    return {figures[name].status is not Status.SUPPRESSED for name in names}


@pytest.mark.parametrize(("k", "people", "is_shown"), BOUNDARIES)
def test_answers_of_a_session_and_in_all(k, people, is_shown):
    """A scale, a number and several choices, with whatever is counted of them."""
    figures = Figures(draw(k, *evaluate(spread(people)), register=people))

    names = [
        f"{measure}{group}"
        for measure in ("mean item=benefit", "median item=rating", "share item=methods answer=ja")
        for group in ("", " session=1", " role=chef")
    ]
    assert are_shown(figures, *names, "missing item=rating answer=not_answered") == {is_shown}
    assert are_shown(figures, "complete_responses", "partial_responses session=1") == {is_shown}


@pytest.mark.parametrize(("k", "people", "is_shown"), BOUNDARIES)
def test_waves_changes_and_indices(k, people, is_shown):
    """Whatever is told of before and after, also to how many came back."""
    rows = (*assess("before", spread(people)), *assess("after", spread(people)[::-1]))
    figures = Figures(draw(k, *rows, register=people))

    names = (
        *("mean item=skill wave=before", "pairs item=skill", "rose item=skill role=chef"),
        *("shift item=skill", "rank_biserial item=skill", "median_paired item=skill wave=after"),
        *("share_rose_low item=skill", "alpha item=ability wave=before", "retained wave=after"),
        *("complete_responses wave=before",),
    )
    assert are_shown(figures, *names) == {is_shown}


@pytest.mark.parametrize(("k", "people", "is_shown"), BOUNDARIES)
def test_enrolment_and_attendance_of_a_role(k, people, is_shown):
    """Of everybody they are public; of a role they need k people."""
    marks = "\n".join(["| who | 1 |", *(f"| p{n} | x |" for n in range(people))])
    figures = Figures(draw(k, register=people, attendance=marks))

    assert are_shown(figures, "enrolled", "present session=1") == {True}
    assert are_shown(figures, "enrolled role=chef", "present session=1 role=chef") == {is_shown}


@pytest.mark.parametrize(("k", "people", "is_shown"), UNANIMITY)
def test_small_groups_of_one_opinion(k, people, is_shown):
    """Fewer than 2k who all are content, who all rose, or who all made the same choice."""
    figures = Figures(draw(k, *evaluate("5" * people), register=people))
    assert are_shown(figures, "mean item=benefit", "mean item=rating") == {is_shown}
    assert are_shown(figures, "share item=methods answer=nej session=1") == {is_shown}

    waves = (*assess("before", ("12" * people)[:people]), *assess("after", "3" * people))
    risen = Figures(draw(k, *waves, register=people))
    assert are_shown(risen, "pairs item=skill", "sign_test_p item=skill") == {is_shown}


@pytest.mark.parametrize(("k", "people", "is_shown"), BOUNDARIES)
def test_what_was_added_since_an_earlier_submission(k, people, is_shown):
    """So many late responses, beside those that were submitted."""
    early = evaluate(spread(3 * k))
    late = [row.replace("| p", "| late") for row in evaluate(spread(people))]
    told = Figures(draw(k, *early, register=3 * k)).indicators
    earlier = (read_earlier_figures(write_indicators("sample", told)),)
    figures = Figures(draw(k, *early, *late, register=3 * k), earlier)

    assert are_shown(figures, "mean item=benefit", "mean item=rating session=1") == {is_shown}
