"""Respondents are linked to the register, or are told apart, or the row is not used."""

from dataclasses import replace

import pytest

from flows.programme.decisions import Decisions
from flows.programme.items import ItemKind
from flows.programme.problems import problem
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export, draw_item, draw_participant


def respondents(drawing, **options):
    """Return the key and role of each respondent of the drawn survey, and the problems."""
    dataset, problems = check(draw_export(drawing, **options))
    found = [
        (response.respondent.participant_key, response.respondent.role)
        for response in dataset.responses
    ]
    return found, problems


@pytest.mark.parametrize(
    "claim",
    [
        "Nyckel | d01",
        "kod | D01",
        "E-post | ADA.berg@flen.example",
        "Namn | Ada Berg",
        "Namn | Berg, Ada",
        "Namn | Berg  Ada",
    ],
)
def test_key_address_or_name_in_either_order_links(claim):
    """One exact identifier is enough; the role comes from the register."""
    header, text = claim.split(" | ")
    found, problems = respondents(f"| {header} | Tiden räckte |\n| {text} | 4 |")

    assert (found, problems) == ([("D01", "ledare")], ())


@pytest.mark.parametrize("address", ["anonymous", "", "-"])
def test_anonymous_respondents_are_told_apart_by_their_row(address):
    """What tools write for nobody links to nobody; each row is a respondent of its own."""
    dataset, _ = check(
        draw_export(f"| E-post | Tiden räckte |\n| {address} | 4 |\n| {address} | 4 |")
    )

    assert len({response.respondent.identity for response in dataset.responses}) == 2
    assert not any(response.respondent.participant_key for response in dataset.responses)


def test_unknown_address_excludes_the_row():
    """Somebody who is not in the register does not count, whatever they answered."""
    found, problems = respondents("| E-post | Tiden räckte |\n| eva@annan.example | 4 |")

    assert (found, problems) == ([], ("respondent-unknown A2",))


def test_an_empty_register_makes_every_survey_anonymous():
    """Where nobody is registered nobody is missing: answers count, but for those of politicians."""
    export = draw_export(
        "| Namn | Roll | Tiden räckte |\n| Eva | chef | 4 |\n| Ada | politiker | 4 |"
    )
    dataset, problems = check(export, programme=replace(PROGRAMME, participants=()))

    assert [response.respondent.participant_key for response in dataset.responses] == [""]
    assert problems == ("respondent-invited B3",)


@pytest.mark.parametrize(
    ("address", "differences"),
    [
        ("ada.brg@flen.example", 1),
        ("ada.breg@flen.example", 1),
        ("ad.brg@flen.example", 2),
        ("a.brg@flen.example", None),
    ],
)
def test_near_miss_is_hinted_at_and_never_joined(address, differences):
    """One or two characters off point to the register's row; three do not. Nobody is joined."""
    export = draw_export(f"| E-post | Tiden räckte |\n| {address} | 4 |")
    dataset, problems = validate(PROGRAMME, Decisions(), (export,))
    hints = [found for found in problems if found.code == "respondent-misspelt"]

    assert not dataset.responses
    cell = export.place(2, 1)
    hint = problem("respondent-misspelt", cell, row=2, differences=differences or 0)
    assert hints == ([hint] if differences else [])


def test_short_keys_are_no_near_misses():
    """Keys differ in one character by design: D91 is no misspelt D01."""
    alone = replace(PROGRAMME, participants=PROGRAMME.participants[:1])
    export = draw_export("| Nyckel | Tiden räckte |\n| D01 | 4 |\n| D91 | 4 |")

    assert check(export, programme=alone)[1] == ("respondent-unknown A3",)


def test_spelling_between_two_participants_hints_at_both():
    """A name that may be either of two is left to the person who knows them."""
    programme = replace(
        PROGRAMME,
        participants=(
            draw_participant(1, "Eva Berg", "chef", "kommun"),
            draw_participant(2, "Eva Borg", "chef", "kommun"),
        ),
    )
    export = draw_export("| Namn | Tiden räckte |\n| Eva Barg | 4 |")

    assert check(export, programme=programme)[1] == (
        "respondent-misspelt A2",
        "respondent-misspelt A2",
        "respondent-unknown A2",
    )


def test_contradicting_identifiers_find_nobody():
    """An address of one participant beside the name of another leaves the row out."""
    found, problems = respondents(
        "| E-post | Namn | Tiden räckte |\n| ada.berg@flen.example | Bo Dahl | 4 |"
    )

    assert (found, problems) == ([], ("respondent-ambiguous A2",))


def test_name_of_two_participants_finds_nobody_alone():
    """A shared name needs a key or an address beside it."""
    twins = replace(
        PROGRAMME,
        participants=(
            *PROGRAMME.participants,
            draw_participant(4, "Ada Berg", "chef", "kommun"),
        ),
    )
    export = draw_export(
        "| Nyckel | Namn | Tiden räckte |\n| | Ada Berg | 4 |\n| D04 | Ada Berg | 4 |"
    )
    dataset, problems = check(export, programme=twins)

    assert [found.respondent.participant_key for found in dataset.responses] == ["D04"]
    assert problems == ("respondent-ambiguous B2",)


def test_self_made_codes_pair_when_none_is_in_the_register():
    """Codes that respondents made up are identities; one register key makes all codes keys."""
    own = draw_export("| kod | Tiden räckte |\n| Räv7 | 4 |\n| räv7 | 5 |\n| Älg3 | 4 |")
    mixed = draw_export("| kod | Tiden räckte |\n| Räv7 | 4 |\n| D01 | 5 |")
    dataset, problems = check(own)
    linked, unknown = check(mixed)

    assert len(dataset.responses) == 2
    assert problems == ("answered-twice A2",)
    assert [found.respondent.participant_key for found in linked.responses] == ["D01"]
    assert unknown == ("respondent-unknown A2",)


def test_role_column_gives_anonymous_respondents_their_role():
    """The role is that of the register in any case; an unknown one is noted and left empty."""
    found, problems = respondents("| Roll | Tiden räckte |\n| CHEF | 4 |\n| Rektor | 4 |\n| | 4 |")

    assert found == [("", "chef"), ("", ""), ("", "")]
    assert problems == ("role-unknown A3",)


def test_choice_of_roles_gives_the_role():
    """A question whose every option is a role tells the role where no column does."""
    programme = replace(
        PROGRAMME, items=(*PROGRAMME.items, draw_item("min roll", ItemKind.CHOICE, "roles"))
    )
    export = draw_export("| min roll | Tiden räckte |\n| Chef | 4 |")
    dataset, problems = check(export, programme=programme)

    assert [found.respondent.role for found in dataset.responses] == ["chef"]
    assert problems == ()


def test_invited_group_is_no_participant():
    """A politician's answers are not counted among the participants'."""
    found, problems = respondents("| Roll | Tiden räckte |\n| Politiker | 4 |\n| chef | 5 |")

    assert (found, problems) == ([("", "chef")], ("respondent-invited A2",))


def test_blank_row_is_excluded():
    """A row with a name and no answer to any question is no response."""
    found, problems = respondents(
        "| Namn | Tiden räckte | lunch |\n| Ada Berg | | God |\n| Bo Dahl | 4 | |"
    )

    assert (found, problems) == ([("D02", "ledare")], ("row-blank A2",))
