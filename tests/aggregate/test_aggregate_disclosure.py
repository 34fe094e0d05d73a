"""No published figure is about a few people, and none can be worked out from the others."""

import json
from dataclasses import replace

import pytest

from flows.aggregate.disclosure import disclose
from flows.aggregate.earlier_figures import read_earlier_figures
from flows.aggregate.hidden_parts import count_possible_values
from flows.aggregate.indicator_file import write_indicators
from flows.aggregate.indicators import Status, Suppression
from flows.aggregate.measures import make_figure
from flows.aggregate.protected_tables import Figures as ProtectedFigures
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.items import Wave
from flows.programme.programme import Profile
from tests.aggregate.dataset_drawing import draw_dataset
from tests.aggregate.figure_lookup import Figures

K = 5
SCALE = "12345"


def answers_of(replies: str, session: int, role: str = "p") -> list[str]:
    """Return a row for each reply: one sign a person, "?" for don't know, "-" for nobody."""
    return [
        f"| {role}{n} | {session} | {'vet ej' if reply == '?' else reply} |"
        for n, reply in enumerate(replies)
        if reply != "-"
    ]


def draw_sessions(*replies: str, k: int = K):
    """Return the dataset in which each string of `replies` is what was answered in one session."""
    rows = [row for n, drawn in enumerate(replies, 1) for row in answers_of(drawn, n)]
    keys = [f"| p{n} |" for n in range(max(map(len, replies)))]
    return draw_dataset(
        register="\n".join(["| key |", *keys]),
        answers="\n".join(["| who | session | benefit |", *rows]),
        sessions=len(replies),
        profile=Profile(k, hides_telling_totals=False),
    )


def draw_roles(k: int = K, **replies: str):
    """Return the dataset of one session in which each role answered what its string says."""
    register = [f"| {role}{n} | {role} |" for role in replies for n in range(len(replies[role]))]
    rows = [row for role, drawn in replies.items() for row in answers_of(drawn, 1, role)]
    return draw_dataset(
        register="\n".join(["| key | role |", *register]),
        answers="\n".join(["| who | session | benefit |", *rows]),
        sessions=1,
        profile=Profile(k, hides_telling_totals=False),
    )


def hidden(dataset, earlier=()) -> list[str]:
    """Return the sessions and roles, "all" for everybody, whose mean is suppressed."""
    return [
        str(each.name.group.session or each.name.group.role or "all")
        for each in Figures(dataset, earlier).indicators
        if each.name.measure is Measure.MEAN and each.status is Status.SUPPRESSED
    ]


@pytest.mark.parametrize(
    ("replies", "is_hidden"), [("1", 1), ("1234", 1), ("12345", 0), ("123451", 0), ("1234?", 1)]
)
def test_a_figure_about_fewer_than_five_people_is_suppressed(replies, is_hidden):
    """Four are too few, five are enough; four who answered of five who were asked are four."""
    assert bool(hidden(draw_sessions(replies))) == bool(is_hidden)


def test_a_suppressed_figure_tells_nothing_of_how_few_it_is_about():
    """Value, base and sources go together; the reason does not tell few from alike."""
    mean = Figures(draw_sessions("1234"))["mean item=benefit session=1"]

    assert (mean.value, mean.base, mean.sources) == (None, None, ())
    assert mean.suppression is Suppression.PART


def test_public_figures_pass_whatever_their_size():
    """That three people are enrolled in all stands in the agreement with the funder."""
    enrolled = make_figure(IndicatorName(Measure.ENROLLED), 3, None, ())

    assert disclose([ProtectedFigures(public=(enrolled,))], threshold=K) == (enrolled,)


@pytest.mark.parametrize(
    ("replies", "is_hidden"),
    [
        ("444444444", True),  # nine alike
        ("4444444444", False),  # ten alike are no small group
        ("444444443", False),  # one of nine differs
        ("554544455", True),  # nine on the favourable side
        ("112212211", True),  # nine on the other side
        ("44444????", True),  # five alike, and four who do not know
        ("?????????", True),  # nine who all do not know
        ("??????????", False),
    ],
)
def test_a_small_group_that_answers_alike_is_suppressed(replies, is_hidden):
    """Fewer than ten (twice five) who say the same would each be known to have said it."""
    figures = Figures(draw_sessions(replies)).indicators
    counts = [each for each in figures if each.name.measure is Measure.MISSING]

    assert {each.status is Status.SUPPRESSED for each in counts} == {is_hidden}


def test_numbers_that_are_all_the_same_are_alike_as_well():
    """No count among the figures of a number says so, but mean and median would."""
    rows = "\n".join(["| who | session | rating |", *["|  | 1 | 7.5 |"] * 6])
    figures = Figures(draw_dataset(answers=rows, profile=Profile(K, hides_telling_totals=False)))

    assert figures["mean item=rating session=1"].status is Status.SUPPRESSED


def test_a_session_is_hidden_with_another_that_covers_for_it():
    """The total without the shown sessions would reveal the three; the smallest that helps goes."""
    spread = SCALE * 4

    assert hidden(draw_sessions("135", "11112222333344445555", spread)) == ["1", "2"]


def test_a_cover_needs_people_of_every_answer_that_the_total_has():
    """Beside one other 1, at most two of the three answered 1; the smallest that helps goes."""
    assert hidden(draw_sessions("135", "55555123", SCALE * 4, SCALE * 5)) == ["1", "3"]


@pytest.mark.parametrize(
    ("counted", "everybody", "part", "values"),
    [
        (0, 20, 3, 1),  # nobody gave the answer, so none of the three did
        (2, 20, 3, 3),  # 0, 1 or 2
        (9, 20, 3, 4),  # 0 to 3
        (19, 20, 3, 2),  # all but one gave it: 2 or 3 of the three
        (9, 20, 20, 1),  # the part is everybody
    ],
)
def test_what_a_count_may_be_is_the_support_of_a_hypergeometric(counted, everybody, part, values):
    """So many of so many, of whom the part is drawn."""
    assert count_possible_values(counted, everybody, part) == values


def test_roles_are_shown_whole_or_not_at_all():
    """Two assistants hide every role: their own figures, and those that would tell them."""
    few = draw_roles(chef="1234512345", stöd="13", ledare="12345123451234")

    assert hidden(few) == ["chef", "ledare", "stöd"]
    assert hidden(draw_roles(chef="1234512345", ledare="12345123451234")) == []


def test_enrolment_and_attendance_of_a_small_role_hide_those_of_every_role():
    """30 - 19 reveals 11, and 13 - 11 reveals two."""
    figures = Figures(
        draw_dataset(
            register="\n".join(
                [
                    "| key | role |",
                    *(f"| p{n} | {'chef' if n < 2 else 'ledare'} |" for n in range(9)),
                ]
            ),
            attendance="\n".join(["| who | 1 |", *(f"| p{n} | x |" for n in range(9))]),
            profile=Profile(K, hides_telling_totals=False),
        )
    )

    assert figures("enrolled") == (9, None)
    assert figures("present session=1") == (9, 9)
    for name in ("enrolled role=chef", "enrolled role=ledare", "present session=1 role=ledare"):
        assert figures[name].status is Status.SUPPRESSED


@pytest.mark.parametrize(("unnamed", "is_hidden"), [(0, 0), (1, 1), (4, 1), (5, 0)])
def test_people_without_a_role_are_protected_from_subtraction(unnamed, is_hidden):
    """Whoever subtracts all roles from the total reaches those without one."""
    dataset = draw_roles(chef="12345123", ledare="123451234", **{"": "12345"[:unnamed]})

    assert bool(hidden(dataset)) == bool(is_hidden)


def test_a_table_that_hides_a_session_hides_the_roles():
    """A session and a role overlap; what both breakdowns leave would narrow their overlap."""
    rows = [*answers_of("1234512345", 1, "chef"), *answers_of("135", 2, "chef")]
    register = [f"| chef{n} | chef |" for n in range(10)]
    dataset = draw_dataset(
        register="\n".join(["| key | role |", *register]),
        answers="\n".join(["| who | session | benefit |", *rows]),
        profile=Profile(K, hides_telling_totals=False),
    )

    assert hidden(dataset) == ["chef", "1", "2"]


def test_no_cells_tell_how_many_gave_a_valid_answer():
    """The total cites everybody asked, also the one of the hidden four who did not know."""
    figures = Figures(draw_sessions("135?", SCALE * 4, SCALE * 5))
    (source,) = figures["mean item=benefit"].sources

    assert figures["mean item=benefit session=1"].status is Status.SUPPRESSED
    assert source.cells == "C2:C50"


def draw_waves(before: str, after: str, k: int = K):
    """Return the dataset of a self-assessment: one sign a person, "?" for nothing answered."""
    rows = [
        f"| p{n} | {wave} | {'' if reply == '?' else reply} |"
        for wave, replies in (("before", before), ("after", after))
        for n, reply in enumerate(replies)
    ]
    return draw_dataset(
        register="\n".join(["| key |", *(f"| p{n} |" for n in range(len(before)))]),
        answers="\n".join(["| who | wave | skill |", *rows]),
        profile=Profile(k, hides_telling_totals=False),
    )


def test_nothing_tells_how_many_pairs_there_are_where_pairs_are_hidden():
    """Seven of seven rose: the base of the paired medians would be the number of pairs."""
    figures = Figures(draw_waves("1122112???", "3344344???"))

    for name in ("pairs item=skill", "retained wave=after"):
        assert figures[name].status is Status.SUPPRESSED
    for wave in ("before", "after"):
        assert figures[f"median_paired item=skill wave={wave}"].base is None
    shown = Figures(draw_waves("1122155???", "3344344???"))
    assert shown("median_paired item=skill wave=after") == (4, 7)
    assert shown("retained wave=after") == (10, 10)


def test_few_who_came_back_are_not_told():
    """Two of eight answered after as well: no more than two pairs, and six codes without one."""
    rows = [f"| p{n} | before | {n % 5 + 1} |" for n in range(8)]
    rows += [f"| {who} | after | {n % 5 + 1} |" for n, who in enumerate(("p0", "p1", *"abcdef"))]
    dataset = draw_dataset(
        register="\n".join(["| key |", *(f"| p{n} |" for n in range(8))]),
        answers="\n".join(["| who | wave | skill |", *rows]),
        profile=Profile(K, hides_telling_totals=False),
    )

    figures = Figures(replace(dataset, unpaired_codes=((Wave.BEFORE, 6), (Wave.AFTER, 6))))

    assert figures["retained wave=after"].status is Status.SUPPRESSED
    for wave in ("before", "after"):
        assert figures[f"codes_unpaired wave={wave}"].status is Status.SUPPRESSED


def test_partial_responses_do_not_tell_who_is_missing_in_a_hidden_wave():
    """Seven alike of ten are hidden; three partial responses would be the other three."""
    figures = Figures(draw_waves("4444444???", "1234512???"))

    for name in ("complete_responses", "partial_responses", "complete_rate_enrolled"):
        assert figures[f"{name} wave=before"].status is Status.SUPPRESSED
        assert figures[f"{name} wave=after"].status is Status.PUBLISHED


def test_a_reason_that_only_few_gave_is_counted_everywhere():
    """A figure that is there only where somebody gave the reason would tell that somebody did."""
    rows = [f"|  | 1 | {reply} |" for reply in ("1", "3", "deltog inte")]
    rows += [f"|  | 2 | {reply} |" for reply in SCALE * 4]
    drawn = draw_dataset(
        answers="\n".join(["| who | session | recommend |", *rows]),
        profile=Profile(K, hides_telling_totals=False),
    )
    figures = Figures(drawn)
    kept = "missing item=recommend answer=did_not_attend session="

    assert [figures[f"{kept}{n}"].status for n in (1, 2)] == [Status.SUPPRESSED] * 2


def test_numbers_that_are_almost_the_same_cover_nobody():
    """Three typed 1, five of the next session too: the mean of the eight would tell all of them."""
    sessions = ("111", "11111", SCALE * 4, SCALE * 5)
    rows = [f"|  | {n} | {reply} |" for n, drawn in enumerate(sessions, 1) for reply in drawn]
    dataset = draw_dataset(
        answers="\n".join(["| who | session | rating |", *rows]),
        sessions=len(sessions),
        profile=Profile(K, hides_telling_totals=False),
    )
    means = {n: Figures(dataset)[f"mean item=rating session={n}"].status for n in range(1, 5)}

    assert means == {n: Status.SUPPRESSED if n < 4 else Status.PUBLISHED for n in range(1, 5)}


def submitted(dataset, earlier=()):
    """Return what a submission of `dataset` has told, as its indicators.json tells it."""
    return read_earlier_figures(write_indicators("sample", Figures(dataset, earlier).indicators))


@pytest.mark.parametrize(
    ("late", "is_hidden"), [("", False), ("3", True), ("3451", True), ("34512", False)]
)
def test_what_a_few_late_responses_add_cannot_be_subtracted(late, is_hidden):
    """One to four new answers since the earlier submission hide the session and the total."""
    earlier = submitted(draw_sessions("12345" * 2, SCALE * 3))
    now = draw_sessions("12345" * 2 + late, SCALE * 3)

    assert hidden(now, (earlier,)) == (["all", "1"] if is_hidden else [])
    if is_hidden:
        (reason,) = {
            each.suppression
            for each in Figures(now, (earlier,)).indicators
            if each.suppression and each.name.item == "benefit"
        }
        assert reason is Suppression.EARLIER


def test_a_corrected_answer_is_a_difference_of_one():
    """The number of answers is the same, and one of them is another."""
    earlier = submitted(draw_sessions("1234512345"))

    assert hidden(draw_sessions("1234512344"), (earlier,)) == ["all", "1"]


def test_a_part_that_an_earlier_submission_hid_stays_hidden():
    """Five late answers to the small session; the other one would still tell the first three."""
    spread = "11112222333344445555"
    earlier = submitted(draw_sessions("135", spread, SCALE * 4))

    assert hidden(draw_sessions("13512345", spread, SCALE * 4), (earlier,)) == ["all", "1", "2"]


def test_indicators_json_tells_why_a_figure_is_suppressed():
    """An additional key, null where nothing is suppressed."""
    written = json.loads(write_indicators("x", Figures(draw_sessions("123")).indicators))

    reasons = {each["status"]: each["suppression"] for each in written["indicators"]}
    assert reasons["published"] is None
    assert reasons["suppressed"] in set(Suppression)


@pytest.mark.parametrize(
    ("since", "is_hidden"),
    [
        ("44455", True),  # each of the five is content
        ("11222", True),  # and each of these is not
        ("44453", False),
        ("4445544455", False),  # as many as may be alike
    ],
)
def test_newcomers_who_all_answered_alike_are_not_told_of(since, is_hidden):
    """Beside the earlier submission, fewer than 2k who all said the same are told of each."""
    earlier = submitted(draw_sessions("12345" * 2))
    now = draw_sessions("12345" * 2 + since)

    assert hidden(now, (earlier,)) == (["all", "1"] if is_hidden else [])


@pytest.mark.parametrize(("before", "is_hidden"), [("455555", True), ("345555", False)])
def test_changes_are_hidden_with_the_answers_of_a_wave(before, is_hidden):
    """All are 5 after: how many stayed the same would be how many were 5 before."""
    figures = Figures(draw_waves(f"{before}????", "5555555551"))

    assert figures["answers item=skill answer=5 wave=after"].status is Status.PUBLISHED
    hidden = {
        bool(figures[name].suppression)
        for name in (
            "answers item=skill answer=5 wave=before",
            "same item=skill",
            "pairs item=skill",
        )
    }
    assert hidden == {is_hidden}
