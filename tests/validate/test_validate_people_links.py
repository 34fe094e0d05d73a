"""Rows are linked to people exactly or by a decision; near misses are proposed and counted."""

from dataclasses import replace

import pytest

from flows.ingest.exports import ColumnRole
from flows.programme.decisions import Decisions, MatchDecision
from flows.programme.items import Instrument, Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind
from flows.validate.near_misses import find_near_misses
from flows.validate.register import make_register
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export, draw_participant

NAME, EMAIL, KEY = ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.KEY


def people(*drawn):
    """Return the small programme with the participants "name" or "name <address>", D01, D02 ..."""
    participants = [
        draw_participant(number, name, "chef", "kommun") for number, name in enumerate(drawn, 1)
    ]
    return replace(PROGRAMME, participants=tuple(participants))


def near(role, written, *names):
    """Return the key and distance of each participant whom `written` may mean."""
    register = make_register(people(*names).participants)
    return [
        (one.participant.key, one.differences) for one in find_near_misses(register, role, written)
    ]


@pytest.mark.parametrize(
    "written",
    ["Berg, Ada", "ada  berg", "Ada Berg (EXT)", "Berg, Ada [Gäst]", "iPhone (Ada Berg)"],
)
def test_a_name_is_known_in_either_order_and_with_what_tools_add(written):
    """Meeting tools turn names round and put "(EXT)", or the name itself, in brackets."""
    register = make_register(PROGRAMME.participants)

    assert [participant.key for participant in register.find(NAME, written)] == ["D01"]


def test_a_hyphen_in_a_name_is_a_space():
    """Anna-Karin is Anna Karin, and a double surname may be written either way."""
    register = make_register(people("Ada Berg-Dahl").participants)

    assert [one.key for one in register.find(NAME, "Berg Dahl, Ada")] == ["D01"]


def test_brackets_that_name_somebody_else_find_both():
    """Ada's computer with Bo's name on it is for a person to settle, so the row is ambiguous."""
    assert check(draw_export("| Namn | Tiden räckte |\n| Ada Berg (Bo Dahl) | 4 |"))[1] == (
        "respondent-ambiguous A2",
    )


@pytest.mark.parametrize(
    ("role", "written", "names", "expected"),
    [
        (NAME, "Ada Brg", ["Ada Berg"], [("D01", 1)]),
        (NAME, "Aad Brg", ["Ada Berg"], [("D01", 2)]),
        (NAME, "Aad Brx", ["Ada Berg"], []),
        (NAME, "Zda Berg", ["Ada Berg"], [("D01", 1)]),  # the slip changes the words' order
        (NAME, "A Bek", ["Aa Bek"], []),  # five signs
        (NAME, "Aa Bek", ["Ab Bek"], [("D01", 1)]),  # six
        (NAME, "Ada Maria Berg", ["Ada Berg"], [("D01", 6)]),
        (NAME, "Ada Dahl", ["Ada Berg"], []),  # one name in common is no person in common
        (EMAIL, "ada.berg@annan.example", ["Ada Berg"], [("D01", 4)]),  # another domain
        (EMAIL, "asa.oberg@privat.example", ["Åsa Öberg"], [("D01", 18)]),
        (EMAIL, "info@annan.example", ["Ada Berg"], []),
        (KEY, "D91", ["Ada Berg"], []),
    ],
)
def test_near_misses_and_their_distance(role, written, names, expected):
    """One or two signs are near in six or more, and so is one's name with more names or less."""
    assert near(role, written, *names) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["Eva Berg"], ["D01"]),
        (["Eva Berg", "Eva Borg", "Eva Birg"], ["D01", "D02", "D03"]),
        (["Eva Berg", "Eva Borg", "Eva Birg", "Eva Burg"], []),
    ],
)
def test_a_spelling_near_many_tells_of_nobody(others, expected):
    """Up to three may be meant; near more, a spelling says nothing of whom it means."""
    assert [key for key, _ in near(NAME, "Eva Barg", *others)] == expected


MISSPELT = "| Namn | Tiden räckte |\n| Ada Breg | 4 |\n| Bo Dahl | 5 |"


def answered(dataset):
    """Return the key of each respondent, in order of place."""
    return [response.respondent.participant_key for response in dataset.responses]


@pytest.mark.parametrize(
    ("is_same", "keys", "codes"),
    [
        (True, ["D01", "D02"], []),
        (False, ["D02"], ["respondent-unknown"]),
        (None, ["D02"], ["respondent-misspelt", "respondent-unknown"]),
    ],
)
def test_only_a_yes_joins(is_same, keys, codes):
    """Yes joins; no leaves the row out and asks no more; an open question changes nothing."""
    decision = MatchDecision("Breg, Ada", "D01", is_same=is_same)
    dataset, problems = check(draw_export(MISSPELT), decisions=Decisions(matches=(decision,)))

    assert answered(dataset) == keys
    assert sorted(found.split()[0] for found in problems) == codes
    assert dataset.proposals.matches == ()


def test_a_near_miss_is_proposed_once_for_a_person():
    """The match sheet has a row for each spelling and person, with every place and the distance."""
    other = draw_export(
        "| Namn | T1 |\n| Breg, Ada | x |", file="exports/när.xlsx", kind=ExportKind.ATTENDANCE
    )
    dataset, _ = check(draw_export(MISSPELT), other)
    (proposal,) = dataset.proposals.matches

    assert (proposal.written, proposal.meant, proposal.name) == ("Breg, Ada", "D01", "Ada Berg")
    assert proposal.differences == 1
    assert [(place.file, place.cell) for place in proposal.places] == [
        ("exports/när.xlsx", "A2"),
        ("sessions/01/svar.xlsx", "A2"),
    ]


def test_contradicting_decisions_join_nobody():
    """A spelling that is said to mean two people means neither."""
    matches = tuple(
        MatchDecision("Ada Breg", key, Place("decisions/people.xlsx", "Personer", row))
        for row, key in ((5, "D01"), (6, "D02"))
    )
    dataset, problems = validate(PROGRAMME, Decisions(matches=matches), (draw_export(MISSPELT),))

    assert answered(dataset) == ["D02"]
    assert [found.code for found in problems].count("decision-contradictory") == 2


def test_idle_decisions_about_people_are_told():
    """A decision must mean somebody, and some export must have its spelling."""
    matches = (MatchDecision("Ada Breg", "D99"), MatchDecision("Eva Fors", "D01"))
    _, problems = validate(PROGRAMME, Decisions(matches=matches), (draw_export(MISSPELT),))
    codes = [found.code for found in problems]

    assert codes.count("match-meant-unknown") == 1
    assert codes.count("match-unused") == 1


def assessments(before, after):
    """Return two self-assessments in which the codes `before` and `after` answered."""
    return tuple(
        draw_export(
            "\n".join(["| kod | leda |", *(f"| {code} | 4 |" for code in codes.split())]),
            file=f"exports/{wave.value}.xlsx",
            wave=wave,
        )
        for wave, codes in ((Wave.BEFORE, before), (Wave.AFTER, after))
    )


@pytest.mark.parametrize(
    ("before", "after", "differences"),
    [
        ("abc", "abd", None),  # three signs are too few
        ("abcd", "abce", 1),
        ("abcde", "abcxy", None),  # two of five are too many
        ("abcdef", "abcdxy", 2),
        ("abcdef", "abcxyz", None),
        ("abcdef", "ABCDFE", 1),  # neighbours that changed places
    ],
)
def test_codes_left_alone_are_compared(before, after, differences):
    """A code without a pair may be another's, misspelt: one sign in four, two in six."""
    dataset, problems = check(*assessments(f"{before} par1", f"{after} par1"))
    proposals = [(one.written, one.meant, one.differences) for one in dataset.proposals.matches]

    assert proposals == ([(after, before, differences)] if differences else [])
    assert ("code-misspelt A2" in problems) == bool(differences)


@pytest.mark.parametrize(
    ("before", "after", "hindsight", "proposed"),
    [
        ("abcdef", "abcdef", "abcdeg", [("abcdeg", "abcdef")]),
        ("", "abcdef", "abcdeg", [("abcdeg", "abcdef")]),
        ("abcdef", "", "abcdeg", [("abcdeg", "abcdef")]),
        ("abcdeg", "abcdef", "abcdef", [("abcdef", "abcdeg")]),
        ("abcdef abcdeg", "", "abcdef abcdeg", []),  # two people, each with both
    ],
)
def test_codes_in_hindsight_are_compared_with_those_before_and_after(
    before, after, hindsight, proposed
):
    """Whoever misspells the code in the third form is proposed to be who wrote it in the others."""
    waves = {Wave.BEFORE: before, Wave.AFTER: after, Wave.RETROSPECTIVE: hindsight}
    exports = [
        draw_export(
            "\n".join(["| kod | leda |", *(f"| {code} | 4 |" for code in codes.split())]),
            file=f"exports/{wave.value}.xlsx",
            wave=wave,
        )
        for wave, codes in waves.items()
        if codes
    ]

    matches = check(*exports)[0].proposals.matches

    assert [(one.written, one.meant) for one in matches] == proposed


def test_codes_without_a_pair_are_counted():
    """What only one wave has is counted by wave; a decision makes two codes one."""
    exports = assessments("par1 ensam1 annan99", "par1 ensam2")
    decided = Decisions(matches=(MatchDecision("ensam2", "ensam1"),))

    assert check(*exports)[0].unpaired_codes == ((Wave.BEFORE, 2), (Wave.AFTER, 1))
    assert check(*exports, decisions=decided)[0].unpaired_codes == ((Wave.BEFORE, 1),)


def test_a_code_with_a_pair_is_nobodys_near_miss():
    """Two codes that differ in a sign are two people where both have their pair."""
    dataset, problems = check(*assessments("abcdef abcdeg", "abcdef abcdeg"))

    assert (dataset.proposals.matches, problems) == ((), ())


@pytest.mark.parametrize(("is_same", "people"), [(True, 1), (False, 2), (None, 2)])
def test_codes_are_one_person_by_decision_only(is_same, people):
    """Before and after pair when a person says that two codes are one."""
    decision = MatchDecision("abcdeg", "abcdef", is_same=is_same)
    dataset, _ = check(*assessments("abcdef", "abcdeg"), decisions=Decisions(matches=(decision,)))

    assert len({response.respondent.identity for response in dataset.responses}) == people


def test_a_self_made_code_may_be_decided_to_be_a_participant():
    """Who knows whose code it is may link it to the register."""
    decisions = Decisions(matches=(MatchDecision("räv7", "D02"),))
    dataset, problems = check(
        draw_export("| kod | leda |\n| RÄV7 | 4 |\n| älg3 | 5 |", wave=Wave.AFTER),
        decisions=decisions,
    )

    assert (answered(dataset), problems) == (["D02", ""], ())


def links(dataset):
    """Return how many rows are linked in each way, table by table."""
    return [{link.value: count for link, count in table.rows} for table in dataset.links]


def test_links_are_counted_by_how_they_were_made():
    """Every row with an answer counts once: by what it was linked, or why it was not."""
    survey = draw_export(
        """
        | Nyckel | E-post                | Namn               | Roll      | Tiden räckte |
        | D01    |                       | Bergh              |           | 4            |
        |        | bo.dahl@flen.example  |                    |           | 4            |
        |        |                       | Ek, Cia            |           | 4            |
        |        |                       | Ek, Cia            |           | 5            |
        |        |                       | Ada Brg            |           | 4            |
        |        | ada.berg@flen.example | Bo Dahl            |           | 4            |
        |        | anonymous             |                    | chef      | 4            |
        |        |                       |                    | politiker | 4            |
        |        |                       | Eva Fors           |           | 4            |
        | D02    |                       |                    |           |              |
        """
    )
    decisions = Decisions(matches=(MatchDecision("Ada Brg", "D01"),))
    dataset, _ = check(survey, decisions=decisions)
    (table,) = dataset.links

    assert links(dataset) == [
        {
            "email": 1,
            "name": 1,
            "decision": 1,
            "nobody": 1,
            "group": 1,
            "repeated": 2,
            "ambiguous": 1,
            "unknown": 1,
        }
    ]
    assert (table.kind, table.instrument) == (ExportKind.SURVEY, Instrument.EVALUATION)


def test_attendance_and_projects_count_their_links():
    """Lists and projects are linked by the same rules as surveys, invited groups apart."""
    attendance = draw_export(
        "| Namn | T1 |\n| Berg, Ada (EXT) | x |\n| Dahl, Bo | x |\n| Bo Dahl | x |\n"
        "| politiker | 4 |\n| Eva Fors | x |\n| | |",
        file="exports/när.xlsx",
        kind=ExportKind.ATTENDANCE,
    )
    projects = draw_export(
        "| Nyckel | Projekt |\n| D01 | Ett |\n| D77 | Två |\n| | Tre |",
        file="exports/projekt.xlsx",
        kind=ExportKind.CHANGE_PROJECTS,
    )

    assert links(check(attendance, projects)[0]) == [
        {"name": 2, "group": 1, "repeated": 1, "unknown": 1},
        {"key": 1, "nobody": 1, "unknown": 1},
    ]


def test_problems_never_quote_whom_they_are_about():
    """Names, addresses and codes stand in the match sheet and nowhere else."""
    survey = draw_export("| E-post | Tiden räckte |\n| ada.breg@flen.example | 4 |")
    dataset, problems = validate(
        PROGRAMME, Decisions(), (survey, *assessments("hemlig1", "hemlig2"))
    )
    quoted = repr(problems).casefold()

    assert len(dataset.proposals.matches) == 2
    assert [word for word in ("breg", "ada", "hemlig") if word in quoted] == []
