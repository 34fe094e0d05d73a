"""A changed wording is proposed with what speaks for it, and used only by decision."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.programme.decisions import Decisions, WordingDecision
from flows.programme.items import ItemKind
from flows.programme.languages import Bilingual
from flows.programme.places import Place
from flows.validate.crosswalk import LEAST_SIMILARITY_PCT
from flows.validate.proposals import Likeness
from flows.validate.spelling import measure_similarity_pct
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export, draw_item


def proposed(*exports, **options):
    """Return the item, similarity and reason of each proposed wording, and where it stands."""
    dataset, _ = check(*exports, **options)
    return [
        (one.item_id, one.similarity_pct, one.likeness, [place.cell for place in one.places])
        for one in dataset.proposals.wordings
    ]


def test_a_proposal_shows_both_wordings_and_what_differs():
    """Header and question stand side by side with the words that only one of them has."""
    dataset, _ = check(draw_export("| betyg | Tiden räckte inte |\n| 7 | 4 |"))
    (proposal,) = dataset.proposals.wordings

    assert (proposal.wording, proposal.known_wording) == ("Tiden räckte inte", "Tiden räckte")
    assert (proposal.item_id, proposal.similarity_pct) == ("tid", 83)
    assert proposal.differing_words == ("inte",)


def test_the_order_of_words_does_not_matter():
    """The same words in another order are the same wording for a person to confirm."""
    assert proposed(draw_export("| betyg | räckte Tiden |\n| 7 | 4 |")) == [
        ("tid", 100, Likeness.WORDING, ["B1"])
    ]


def test_either_language_is_compared():
    """A header in English is held against the item's English wording."""
    (found,) = proposed(draw_export("| betyg | The contents are useful |\n| 7 | 4 |"))

    assert found[0] == "nytta"


@pytest.mark.parametrize(
    ("header", "similarity_pct", "is_proposed"),
    [
        ("abcdefghijklVWXYZåäö", 60, True),
        ("abcdefghijkUVWXYZåäö", 55, False),
        ("abcdefghijklmWXYZåäö", 65, True),
    ],
)
def test_what_is_less_alike_is_not_proposed(header, similarity_pct, is_proposed):
    """From 60 per cent on a wording is proposed, and no lower."""
    item = draw_item("q", ItemKind.NUMBER, wording=Bilingual("abcdefghijklmnopqrst"))
    programme = replace(PROGRAMME, items=(*PROGRAMME.items, item))
    found = proposed(draw_export(f"| betyg | {header} |\n| 7 | 4 |"), programme=programme)

    assert LEAST_SIMILARITY_PCT == 60
    assert measure_similarity_pct(header.casefold(), "abcdefghijklmnopqrst") == similarity_pct
    assert [one[:2] for one in found] == ([("q", similarity_pct)] if is_proposed else [])


def test_a_question_in_another_language_is_proposed_by_its_place():
    """It stands where the same form asks the item, and its answers are on the item's scale."""
    swedish = draw_export("| Tiden räckte | råd | betyg |\n| Instämmer | Ja | 7 |")
    english = draw_export(
        "| There was enough time | råd | betyg |\n| Agree | Ja | 8 |\n| Disagree | Nej | 4 |",
        file="sessions/02/svar.xlsx",
    )
    dataset, _ = check(swedish, english)
    (proposal,) = dataset.proposals.wordings

    assert (proposal.item_id, proposal.likeness) == ("tid", Likeness.POSITION)
    assert proposal.similarity_pct < LEAST_SIMILARITY_PCT
    assert proposal.places == (Place("sessions/02/svar.xlsx", "Sheet1", 1, 1),)


def test_a_whole_form_in_another_language_is_proposed_question_by_question():
    """No question of it is known; its folder tells the form, and its answers fit one by one."""
    swedish = draw_export("| Tiden räckte | betyg |\n| Instämmer | 7 |")
    english = draw_export("| Enough time | Grade |\n| Agree | 8 |", file="sessions/02/svar.xlsx")

    assert [(item, likeness, cells) for item, _, likeness, cells in proposed(swedish, english)] == [
        ("tid", Likeness.POSITION, ["A1"]),
        ("betyg", Likeness.POSITION, ["B1"]),
    ]


@pytest.mark.parametrize(
    ("answers", "is_proposed"),
    [("Agree Agree Sun", True), ("Agree Sun", False), ("Agree Sun Rain", False)],
)
def test_answers_off_the_scale_speak_against_a_place(answers, is_proposed):
    """More than half of the answers must be on the scale."""
    rows = "\n".join(f"| {answer} | 8 |" for answer in answers.split())
    swedish = draw_export("| Tiden räckte | betyg |\n| Instämmer | 7 |")
    other = draw_export(f"| Weather? | betyg |\n{rows}", file="sessions/02/svar.xlsx")

    assert bool(proposed(swedish, other)) == is_proposed


def test_another_form_tells_nothing_of_places():
    """A form with more questions, or with another known one at the place, is no model."""
    model = draw_export("| Tiden räckte | betyg | råd |\n| Instämmer | 7 | Ja |")
    shorter = draw_export("| Weather? | betyg |\n| Agree | 7 |", file="sessions/02/a.xlsx")
    turned = draw_export(
        "| Weather? | råd | betyg |\n| Agree | Ja | 7 |", file="sessions/03/a.xlsx"
    )

    assert proposed(model, shorter, turned) == []


def test_an_item_that_the_form_asks_already_is_not_proposed():
    """Two columns cannot ask one item."""
    assert proposed(draw_export("| Tiden räckte | Tiden räckte? |\n| 4 | 4 |")) == []


def test_a_header_of_several_exports_is_proposed_once():
    """One answer settles all of them; every place is named."""
    drawing = "| betyg | Tiden räckte till |\n| 7 | 4 |"
    exports = (draw_export(drawing, file=f"sessions/0{n}/svar.xlsx") for n in (1, 2))

    assert proposed(*exports) == [("tid", 83, Likeness.WORDING, ["B1", "B1"])]


@pytest.mark.parametrize(
    ("is_same", "asked", "code"),
    [
        (True, ["betyg", "tid"], "wording-changed"),
        (False, ["betyg"], "column-unknown"),
        (None, ["betyg"], "column-unknown"),
    ],
)
def test_only_a_yes_is_used(is_same, asked, code):
    """What was answered with no, or not at all, stays unknown and is not proposed again."""
    export = draw_export("| betyg | Tiden räckte till |\n| 7 | 4 |")
    decision = WordingDecision("Tiden räckte till", "tid", is_same=is_same)
    dataset, problems = check(export, decisions=Decisions(wordings=(decision,)))

    assert [item.item_id for item in dataset.asked_items] == asked
    assert problems == (f"{code} B1",)
    assert dataset.proposals.wordings == ()


def test_contradicting_wordings_are_not_used():
    """A wording that is said to be two items of one form is neither."""
    wordings = (
        WordingDecision("Tiden räckte till", "tid", Place("decisions/wording.xlsx", "F", 5)),
        WordingDecision("Tiden räckte till", "nytta", Place("decisions/wording.xlsx", "F", 6)),
    )
    export = draw_export("| betyg | Tiden räckte till |\n| 7 | 4 |")
    dataset, problems = validate(PROGRAMME, Decisions(wordings=wordings), (export,))

    assert [item.item_id for item in dataset.asked_items] == ["betyg"]
    assert [found.code for found in problems].count("decision-contradictory") == 2


HEADERS = st.sampled_from(
    [
        "Tiden räckte",
        "Tiden räckte till",
        "Tid räckte",
        "betyg",
        "Grade",
        "Nyttan av innehållet",
        "x",
    ]
)
TABLES = st.lists(st.lists(HEADERS, min_size=1, max_size=4, unique=True), min_size=1, max_size=3)


@settings(deadline=None, max_examples=100)
@given(TABLES, st.randoms(use_true_random=False))
def test_order_of_files_changes_no_proposal(tables, chance):
    """The same wordings are proposed in whichever order the exports come."""
    exports = [
        draw_export(
            f"| {' | '.join(headers)} |\n| {' | '.join('4' for _ in headers)} |",
            file=f"sessions/0{number}/svar.xlsx",
        )
        for number, headers in enumerate(tables, 1)
    ]
    first, _ = validate(PROGRAMME, Decisions(), tuple(exports))
    chance.shuffle(exports)
    again, _ = validate(PROGRAMME, Decisions(), tuple(exports))

    assert first.proposals == again.proposals
