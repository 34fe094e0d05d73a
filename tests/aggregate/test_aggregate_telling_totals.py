"""Where the profile hides totals that tell, a hidden count keeps k values, or all of its size.

A part of n people has n + 1 possible values at most; everything shown must leave it k of them.
"""

import pytest

from flows.aggregate.indicators import Status, Suppression
from flows.aggregate.telling_totals import Room
from flows.aggregate.telling_waves import WaveAnswers, bound_changes
from flows.programme.indicator_names import Measure
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import draw_dataset
from tests.aggregate.figure_lookup import Figures

K = 3
PAIRS, ROSE, SAME, FELL = Measure.PAIRS, Measure.ROSE, Measure.SAME, Measure.FELL
WORDS = "| who | session | recommend |"


def draw_sessions(*sessions: str, hides: bool = True):
    """Return the dataset in which each string is what was answered in one session.

    Of the words j is ja, n is nej and a is annat; "?" answered nothing, which is missing.
    """
    words = {"j": "ja", "n": "nej", "a": "annat", "?": ""}
    rows = [
        f"| p{who} | {number} | {words[sign]} |"
        for number, drawn in enumerate(sessions, 1)
        for who, sign in enumerate(drawn)
    ]
    return draw_dataset(
        register="\n".join(["| key |", *(f"| p{who} |" for who in range(40))]),
        answers="\n".join([WORDS, *rows]),
        sessions=len(sessions),
        profile=Profile(K, hides_telling_totals=hides),
    )


def hidden(dataset) -> list[str]:
    """Return the sessions and roles, "all" for everybody, whose answers are suppressed."""
    return [
        str(each.name.group.session or each.name.group.role or "all")
        for each in Figures(dataset).indicators
        if each.name.measure is Measure.ANSWERS
        and each.name.answer == "ja"
        and each.status is Status.SUPPRESSED
    ]


@pytest.mark.parametrize(
    ("counted", "others", "records", "is_size_known", "is_kept"),
    [
        (1, 9, 4, True, False),  # 0 or 1
        (2, 9, 4, True, True),  # 0, 1 or 2
        (3, 9, 4, True, True),
        (9, 1, 4, True, False),  # 3 or 4
        (9, 2, 4, True, True),
        (0, 9, 1, True, False),  # one who did not say it
        (1, 9, 1, True, True),  # one who may have: every value that one person has
        (1, 9, 1, False, False),  # of one or of nine: 0 or 1
        (2, 9, 1, False, True),
    ],
)
def test_room_for_k_values_or_every_one_that_the_size_leaves(
    counted, others, records, is_size_known, is_kept
):
    """With k of three; where nobody knows how many a part is of, it may be of as many as k."""
    room = Room(counted, others)

    assert room.keeps_values(records, K, is_size_known=is_size_known) is is_kept


@pytest.mark.parametrize(
    ("missing", "is_total_hidden"),
    [("", True), ("?", True), ("??", False), ("???", False)],
    ids=["nobody", "one", "two", "three"],
)
def test_a_total_goes_that_tells_what_nobody_of_a_hidden_session_answered(missing, is_total_hidden):
    """Two responded in session 1: of how many left it empty, 0 to 2 must stay possible."""
    dataset = draw_sessions("jn", "jjjnnnaaa" + missing)

    assert hidden(dataset) == (["all", "1"] if is_total_hidden else ["1", "2"])


def test_a_profile_may_let_totals_stand():
    """Nobody left it empty, so neither did the two: then a session covers, and the total stands."""
    sessions = ("jn", "jjjnnnaaa")

    assert hidden(draw_sessions(*sessions, hides=False)) == ["1", "2"]
    assert hidden(draw_sessions(*sessions, hides=True)) == ["all", "1"]


def test_the_reason_is_the_total_itself():
    """The list of reasons tells a total that would tell from one that is of few."""
    figures = Figures(draw_sessions("jn", "jjjnnnaaa"))

    assert figures["answers item=recommend answer=ja"].suppression is Suppression.TELLING
    assert figures["answers item=recommend answer=ja session=1"].suppression is Suppression.PART


def draw_roles(chef: str, leader: str):
    """Return the dataset of one session in which each role answered what its string says."""
    words = {"j": "ja", "n": "nej", "a": "annat", "?": ""}
    roles = {"chef": chef, "ledare": leader}
    people = [f"| {role}{n} | {role} |" for role, said in roles.items() for n in range(len(said))]
    rows = [
        f"| {role}{n} | 1 | {words[sign]} |"
        for role, said in roles.items()
        for n, sign in enumerate(said)
    ]
    return draw_dataset(
        register="\n".join(["| key | role |", *people]),
        answers="\n".join([WORDS, *rows]),
        sessions=1,
        profile=Profile(K),
    )


@pytest.mark.parametrize(("others", "is_shown"), [("jnnaa??", False), ("jjnnaa??", True)])
def test_everything_goes_that_tells_what_nobody_of_a_hidden_role_answered(others, is_shown):
    """Two managers are hidden, and so is how many they are: 0, 1 and 2 must stay possible."""
    figures = hidden(draw_roles("??", others))

    assert figures == (["chef", "ledare"] if is_shown else ["all", "chef", "ledare", "1"])


def assess(before: str, after: str, roles: str, *, hides: bool = True):
    """Return the figures of a self-assessment: one sign a person in each string."""
    rows = [
        f"| p{n} | {wave} | {said} |"
        for wave, replies in (("before", before), ("after", after))
        for n, said in enumerate(replies)
        if said != "-"
    ]
    people = [f"| p{n} | {'chef' if sign == 'c' else 'ledare'} |" for n, sign in enumerate(roles)]
    return Figures(
        draw_dataset(
            register="\n".join(["| key | role |", *people]),
            answers="\n".join(["| who | wave | skill |", *rows]),
            profile=Profile(K, hides_telling_totals=hides),
        )
    )


def test_changes_of_everybody_go_that_tell_of_a_role_and_so_does_a_wave():
    """All five managers rose and nobody fell, so no manager did; the answers say so as well."""
    figures = {
        hides: assess("11222" + "2233222", "33455" + "2244333", "ccccclllllll", hides=hides)
        for hides in (False, True)
    }

    def status_of(name: str) -> list[Status]:
        return [figures[hides][name].status for hides in (False, True)]

    assert status_of("rose item=skill role=chef") == [Status.SUPPRESSED] * 2
    assert status_of("rose item=skill") == [Status.PUBLISHED, Status.SUPPRESSED]
    waves = [status_of(f"mean item=skill wave={wave}")[1] for wave in ("before", "after")]
    assert sorted(waves) == [Status.PUBLISHED, Status.SUPPRESSED]


@pytest.mark.parametrize(
    ("before", "after", "bounds"),
    [
        ((1, 1, 2), (2, 3, 3), ((3, 3), (2, 3), (0, 1), (0, 0))),
        ((1, 2, 3), (1, 2, 3), ((3, 3), (0, 2), (0, 3), (0, 2))),
        ((1, 2, 3), None, ((0, 3), (0, 3), (0, 3), (0, 2))),
        (None, (5, 5, 5), ((0, 3), (0, 3), (0, 3), (0, 0))),
        (None, None, ((0, 3), (0, 3), (0, 3), (0, 3))),
    ],
)
def test_what_the_answers_before_and_after_tell_of_changes(before, after, bounds):
    """Least and most pairs, rises, no changes and falls, of three who all responded both times."""
    waves = (WaveAnswers(3, answers, 1, 5) for answers in (before, after))
    found = bound_changes(*waves, enrolled=3)

    assert list(found) == [(each, "") for each in (PAIRS, ROSE, SAME, FELL)]
    assert tuple((each.least, each.most) for each in found.values()) == bounds
