"""No published figure is about a few people, and none can be subtracted from its total."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.aggregate.disclosure import Breakdown, Cell, Figures, Table, disclose
from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_gap
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.programme import Profile
from tests.aggregate import figure_lookup
from tests.aggregate.dataset_drawing import draw_dataset

K = 5


def draw_part(role: str, people: int, asked: int | None = None) -> Cell:
    """Return a cell with the mean of `role`, answered by `people` of those `asked`."""
    name = IndicatorName(Measure.MEAN, "benefit", group=Group(role=role))
    figure = make_figure(name, 4.0, people, ()) if people else make_gap(name, Status.NO_ANSWERS)
    return Cell((figure,), people, people if asked is None else asked)


def suppressed_roles(parts: list[Cell], unnamed: int = 0, *, distinct: bool = True) -> list[str]:
    """Return the roles that the gate suppresses with a threshold of five."""
    breakdown = Breakdown(tuple(parts), Cell((), unnamed, unnamed), are_people_distinct=distinct)
    indicators = disclose([Figures(protected=(Table(None, (breakdown,)),))], threshold=K)
    assert len(indicators) == len(parts)
    return sorted(each.name.group.role for each in indicators if each.status is Status.SUPPRESSED)


@pytest.mark.parametrize(
    ("people", "is_suppressed"), [(1, True), (4, True), (5, False), (6, False)]
)
def test_a_figure_about_fewer_than_five_people_is_suppressed(people, is_suppressed):
    """Four are too few, five are enough; value, base and sources go together."""
    total = draw_part("", people)

    (indicator,) = disclose([Figures(protected=(Table(total),))], threshold=K)

    assert (indicator.status is Status.SUPPRESSED) == is_suppressed
    assert (indicator.value is None, indicator.base is None) == (is_suppressed, is_suppressed)


def test_public_figures_pass_whatever_their_size():
    """That three people are enrolled stands in the agreement with the funder."""
    enrolled = make_figure(IndicatorName(Measure.ENROLLED), 3, None, ())

    assert disclose([Figures(public=(enrolled,))], threshold=K) == (enrolled,)


def test_nobody_is_nobody_s_secret():
    """A part without answers says so; a part where two were asked and none answered does not."""
    assert suppressed_roles([draw_part("a", 0), draw_part("b", 9)]) == []
    assert suppressed_roles([draw_part("a", 0, asked=2), draw_part("b", 9)]) == ["a", "b"]


def test_the_next_smallest_part_is_hidden_with_a_single_small_one():
    """30 - 19 would reveal the two: the eleven go with them."""
    parts = [draw_part("a", 19), draw_part("b", 2), draw_part("c", 11)]

    assert suppressed_roles(parts) == ["b", "c"]


@pytest.mark.parametrize(("second", "suppressed"), [(2, ["a", "b", "c"]), (3, ["a", "b"])])
def test_small_parts_cover_for_each_other_once_they_are_five(second, suppressed):
    """Two and two are four, still too few; two and three are five."""
    parts = [draw_part("a", 2), draw_part("b", second), draw_part("c", 9), draw_part("d", 12)]

    assert suppressed_roles(parts) == suppressed


def test_a_part_in_which_nobody_answered_covers_for_nobody():
    """Six who were asked and did not answer leave the two beside them bare."""
    parts = [draw_part("a", 2), draw_part("b", 0, asked=6), draw_part("c", 12)]

    assert suppressed_roles(parts) == ["a", "c"]


@pytest.mark.parametrize(
    ("unnamed", "suppressed"), [(0, []), (1, ["a"]), (4, ["a"]), (5, []), (6, [])]
)
def test_people_without_a_role_are_protected_from_subtraction(unnamed, suppressed):
    """Whoever subtracts all roles from the total reaches those without one."""
    assert suppressed_roles([draw_part("a", 8), draw_part("b", 9)], unnamed) == suppressed


def test_the_same_people_in_two_sessions_do_not_cover_for_each_other():
    """Three in one session and three in another may be the same three."""
    parts = [draw_part("a", 3), draw_part("b", 3), draw_part("c", 9)]

    assert suppressed_roles(parts, distinct=True) == ["a", "b"]
    assert suppressed_roles(parts, distinct=False) == ["a", "b", "c"]


def test_one_person_who_answers_every_session_is_still_one_person():
    """Six answers of one participant are no group of six, and nor are they when anonymous."""
    answers = "| who | session | benefit |\n" + "\n".join(
        f"| {who} | {session} | 4 |" for session in range(1, 7) for who in ("ada", "")
    )
    dataset = draw_dataset(register="| key |\n| ada |", answers=answers, profile=Profile())

    indicators = figure_lookup.Figures(dataset).indicators
    benefit = [each for each in indicators if each.name.item == "benefit"]

    assert len(benefit) > 7 * 10
    assert {each.status for each in benefit} == {Status.SUPPRESSED}


@pytest.mark.parametrize("anonymous", [0, 4, 5, 9])
def test_an_anonymous_session_covers_for_no_role(anonymous):
    """Subtracting the session and all shown roles must not reach the two: six go with them."""
    roles = ["chef"] * 2 + ["stöd"] * 6 + ["ledare"] * 10
    register = "| key | role |\n" + "\n".join(f"| p{n} | {role} |" for n, role in enumerate(roles))
    rows = [*(f"| p{n} | 1 | 4 |" for n in range(len(roles))), *["|  | 2 | 3 |"] * anonymous]
    answers = "\n".join(["| who | session | benefit |", *rows])

    figures = figure_lookup.Figures(
        draw_dataset(register=register, answers=answers, profile=Profile(suppression_threshold=K))
    ).indicators

    assert {
        each.name.group.role: each.status
        for each in figures
        if each.name.measure is Measure.MEAN and each.name.group.role
    } == {
        "chef": Status.SUPPRESSED,
        "stöd": Status.SUPPRESSED,
        "ledare": Status.PUBLISHED,
    }


ROLES = ("chef", "ledare", "stöd", "")
REPLIES = ("1", "2", "4", "5", "vet ej", "")


@st.composite
def datasets(draw):
    """Return a register of up to 24 people and what each answered in up to three sessions."""
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=24))
    register = "| key | role |\n" + "\n".join(f"| p{n} | {role} |" for n, role in enumerate(roles))
    rows, marks = [], []
    for n in range(len(roles)):
        who = draw(st.sampled_from((f"p{n}", f"p{n}", "")))
        for session in range(1, 4):
            reply = draw(st.sampled_from((None, *REPLIES)))
            if reply is not None:
                rows.append(f"| {who} | | {session} | {reply} | - |")
        for wave in ("before", "after"):
            reply = draw(st.sampled_from((None, *REPLIES)))
            if reply is not None:
                rows.append(f"| p{n} | {wave} | | - | {reply} |")
        marks.append(f"| p{n} | {draw(st.sampled_from('x-?'))} | {draw(st.sampled_from('x-?'))} |")
    return draw_dataset(
        register=register,
        attendance="\n".join(["| who | 1 | 2 |", *marks]),
        answers="\n".join(["| who | wave | session | benefit | skill |", *rows]),
        profile=Profile(suppression_threshold=K),
    )


PROTECTED = {
    Measure.ANSWERS,
    Measure.MISSING,
    Measure.SHARE,
    Measure.SHARE_FAVOURABLE,
    Measure.MEAN,
    Measure.MEDIAN,
    Measure.PAIRS,
    Measure.ROSE,
    Measure.SAME,
    Measure.FELL,
}


@settings(max_examples=60, deadline=None)
@given(datasets())
def test_no_protected_figure_is_published_about_one_to_four_people(dataset):
    """Neither its base nor the number of people behind it is between 1 and 4."""
    for indicator in figure_lookup.Figures(dataset).indicators:
        if indicator.name.measure in PROTECTED:
            assert indicator.base not in range(1, K)
        if indicator.name.measure is Measure.MEAN and indicator.status is Status.PUBLISHED:
            assert people_behind(dataset, indicator.name) >= K


def people_behind(dataset, name: IndicatorName) -> int:
    """Return how many different people gave a valid answer, counted without the gate's code."""
    return len(
        {
            answer.respondent.identity
            for answer in dataset.answers
            if answer.item_id == name.item
            and answer.missing is None
            and answer.wave is name.group.wave
            and name.group.session in (None, answer.session)
            and name.group.role in ("", answer.respondent.role)
        }
    )


@pytest.mark.parametrize("key", ["role", "session"])
@settings(max_examples=60, deadline=None)
@given(dataset=datasets())
def test_subtracting_published_parts_from_their_total_reaches_nobody_or_five(key, dataset):
    """By role and by session, for answers and for pairs."""
    figures = figure_lookup.Figures(dataset).indicators
    open_figures = [each for each in figures if each.status is Status.PUBLISHED]
    for total in open_figures:
        if total.name.measure in {Measure.MEAN, Measure.PAIRS} and not total.name.group.items():
            parts = [each for each in open_figures if is_part(each, total, key)]
            rest = total.base - sum(part.base for part in parts)
            assert not parts or rest == 0 or rest >= K


def is_part(part: Indicator, total: Indicator, key: str) -> bool:
    """Tell whether `part` is the same figure as `total`, for one role or one session."""
    is_same = (part.name.measure, part.name.item) == (total.name.measure, total.name.item)
    return is_same and [name for name, _ in part.name.group.items()] == [key]


@settings(max_examples=60, deadline=None)
@given(datasets())
def test_attendance_of_a_small_role_cannot_be_subtracted_in_any_session(dataset):
    """The hidden roles of every session are together nobody, five people, or everybody."""
    enrolled = Counter(person.role for person in dataset.programme.participants)
    figures = figure_lookup.Figures(dataset).indicators
    for session in (None, 1, 2):
        shown = [
            each.name.group.role
            for each in figures
            if each.name.measure is Measure.PRESENT
            and each.name.group.session == session
            and each.name.group.role
            and each.status is not Status.SUPPRESSED
        ]
        hidden = sum(number for role, number in enrolled.items() if role not in shown)
        assert all(enrolled[role] >= K for role in shown)
        assert not shown or hidden == 0 or hidden >= K
