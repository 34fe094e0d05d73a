"""What a coordinator may do in the workbook without being told off."""

from datetime import date

import pytest

from flows.programme.typed_values import parse_date, parse_number
from tests.programme.workbook_drawing import SHEETS, codes_and_places, place, read_workbook


def test_rows_and_columns_of_the_owners_own_do_no_harm():
    """A title, help, empty rows and empty columns around the table are not read as data."""
    drawing = """
        |  | Deltagare våren 2016 |        |  |      |
        |  | En rad per person    |        |  |      |

        |  | Roll                 | Namn   |  | Nyckel |

        |  | chef                 | Ada    |  | D01    |

        |  | ledare               | Bo     |  | D02    |
        """

    programme, problems = read_workbook({"Deltagare": drawing})

    assert problems == ()
    assert [(p.key, p.name, p.role) for p in programme.participants] == [
        ("D01", "Ada", "chef"),
        ("D02", "Bo", "ledare"),
    ]
    assert programme.participants[1].place == place("Deltagare", 8, 0)


def test_settings_are_found_by_their_titles():
    """On a settings sheet the values stand in the column called Värde, wherever it is."""
    drawing = """
        | Fält                   | Hjälp | Värde |
        | Minsta redovisade grupp | 99   | 7     |
        """

    programme, problems = read_workbook({"Profil": drawing})

    assert problems == ()
    assert programme.profile.suppression_threshold == 7


@pytest.mark.parametrize(
    ("said", "hides", "codes"),
    [
        ("ja", True, []),
        ("nej", False, []),
        ("no", False, []),
        ("", True, []),
        ("kanske", True, ["workbook-not-in-list"]),
    ],
)
def test_totals_that_tell_are_hidden_unless_the_profile_says_no(said, hides, codes):
    """An empty cell means the usual, and so does a word that is neither yes nor no."""
    drawing = f"""
        | Fält                             | Värde  |
        | Dölj totaler som röjer delar     | {said} |
        """

    programme, problems = read_workbook({"Profil": drawing})

    assert [problem.code for problem in problems] == codes
    assert programme.profile.hides_telling_totals is hides


def test_settings_without_header_are_read_beside_their_titles():
    """Where the header row was removed, the value stands to the right of its title."""
    drawing = """
        | Profil                  |   |
        | Minsta redovisade grupp | 7 |
        """

    programme, problems = read_workbook({"Profil": drawing})

    assert problems == ()
    assert programme.profile.suppression_threshold == 7


def test_titles_may_be_dirty_and_in_either_language():
    """Case, no-break spaces, line breaks and the language of a title do not matter."""
    drawing = """
        | NUMBER\\n | Datum      | tema\N{NO-BREAK SPACE} (svenska) | Theme (English) |
        | 1         | 2016-01-20 | Behov          | Needs           |
        """

    programme, problems = read_workbook({"tillfällen ": drawing}, without=("Tillfällen",))

    assert problems == ()
    assert (programme.sessions[0].theme.sv, programme.sessions[0].theme.en) == ("Behov", "Needs")


def test_words_that_differ_in_case_or_spaces_alone_are_one():
    """A role typed "Chef " once is the chefs' role, and a scale's id is found in any case."""
    people = """
        | Nyckel | Roll      | Organisationstyp |
        | D01    | chef      | Kommun           |
        | D02    | Chef\N{NO-BREAK SPACE} | kommun           |
        | D03    | chefer    |                  |
        """
    items = """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | Instämmer |
        """

    programme, problems = read_workbook({"Deltagare": people, "Frågor": items})

    assert problems == ()
    assert [(p.role, p.organisation_type) for p in programme.participants] == [
        ("chef", "Kommun"),
        ("chef", "Kommun"),
        ("chefer", ""),
    ]
    assert programme.scale_of(programme.items[0])


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("18 februari 2026", date(2026, 2, 18)),
        ("onsdag den 18 feb. 2026", date(2026, 2, 18)),
        ("1 May 2026", date(2026, 5, 1)),
        ("1 mars 2026", date(2026, 3, 1)),
        ("18 fe 2026", None),
        ("18 febr uari 2026", None),
        ("31 juni 2026", None),
        ("12 personer 2026", None),
    ],
)
def test_a_day_may_be_written_in_words(typed, day):
    """A month in Swedish or English, whole or begun with three letters, cannot be misread."""
    assert parse_date(typed) == day


def test_words_may_be_in_either_language_and_case():
    """Swedish and English words for a choice mean the same."""
    drawing = """
        | Fråge-id | Formulering (svenska) | Svarstyp  | Formulär        |
        | a        | Vad lärde du dig?     | Fritext   | Reflektion      |
        | b        | Vad saknade du?       | free text | self-assessment |
        """

    programme, problems = read_workbook({"Frågor": drawing})

    assert problems == ()
    assert [(item.kind, item.instrument) for item in programme.items] == [
        ("text", "reflection"),
        ("text", "self_assessment"),
    ]


def test_date_typed_as_text_is_read_with_a_note():
    """A date that Excel holds as text counts, and its cell is named."""
    drawing = """
        | Nummer | Datum       | Tema (svenska) |
        | 1      | '20/1 2016  | Behov          |
        | 2      | '17.2.2016  | Idéer          |
        """

    programme, problems = read_workbook({"Tillfällen": drawing})

    assert [row.held_on for row in programme.sessions] == [date(2016, 1, 20), date(2016, 2, 17)]
    assert codes_and_places(problems) == [
        ("workbook-date-as-text", "Tillfällen", "B2"),
        ("workbook-date-as-text", "Tillfällen", "B3"),
    ]


@pytest.mark.parametrize(
    "typed", ["468000", "'468 000 kr", "'468\N{NO-BREAK SPACE}000 SEK", "'468000:-", "'468 000,00"]
)
def test_amounts_as_people_type_them(typed):
    """Thousand spaces, kronor and decimals of zero öre are one and the same amount."""
    programme, problems = read_workbook({"Projekt": SHEETS["Projekt"].replace("468000", typed)})

    assert problems == ()
    assert programme.project.grant_sek == 468_000


@pytest.mark.parametrize("typed", ["'80 %", "'80%", "'0,8", "0.8"])
def test_targets_as_people_type_them(typed):
    """A target of 80 % may be typed as a percentage or as a fraction."""
    programme, problems = read_workbook({"Mål": SHEETS["Mål"].replace("0.8", typed)})

    assert problems == ()
    assert programme.goals[0].target == 0.8


@pytest.mark.parametrize(("target", "is_a_share"), [(0.99, True), (1, True), (1.01, False)])
def test_target_of_a_rate_is_at_most_the_whole(target, is_a_share):
    """A rate's target may be 100 % and not more."""
    _programme, problems = read_workbook({"Mål": SHEETS["Mål"].replace("0.8", str(target))})

    assert (problems == ()) is is_a_share


def test_target_of_a_count_may_be_any_number():
    """Thirty participants are no share."""
    drawing = SHEETS["Mål"].replace("attendance_rate", "enrolled       ").replace("0.8", "30")

    assert read_workbook({"Mål": drawing})[1] == ()


def test_example_left_in_place_is_not_read():
    """The example row is no participant, also when rows were filled in below it."""
    drawing = """
        | Nyckel       | Namn           | Roll              |
        | Exempel: D01 | Maja Andersson | innovationsledare |
        | D01          | Bo Bergh       | chef              |
        """

    programme, problems = read_workbook({"Deltagare": drawing})

    assert problems == ()
    assert [person.name for person in programme.participants] == ["Bo Bergh"]


def test_example_with_a_date_is_known_again():
    """Excel gives the example's day back as a date; it is the same example."""
    drawing = """
        | Nummer     | Datum      | Tema (svenska)               |
        | Exempel: 1 | 2016-01-20 | Vad är innovationsledning?   |
        | 1          | 2016-01-21 | Behov                        |
        """

    programme, problems = read_workbook({"Tillfällen": drawing})

    assert problems == ()
    assert len(programme.sessions) == 1


def test_sessions_are_in_order_of_their_numbers():
    """Sessions may be typed in any order; the report tells them from the first to the last."""
    drawing = """
        | Nummer | Datum      | Tema (svenska) |
        | 2      | 2016-02-17 | Idéer          |
        | 1      | 2016-01-20 | Behov          |
        """

    programme, problems = read_workbook({"Tillfällen": drawing})

    assert problems == ()
    assert [session.number for session in programme.sessions] == [1, 2]


def test_word_example_alone_marks_nothing():
    """A category or role may be called something with "exempel": only the colon marks."""
    drawing = """
        | Kostnadsslag      | Part     | Budget (kr) |
        | Exempelsamlingen  | Regionen | 1000        |
        """

    programme, problems = read_workbook({"Ekonomi": drawing})

    assert problems == ()
    assert programme.budget[0].category == "Exempelsamlingen"


def test_text_items_need_no_scale_and_other_forms_may_share_a_wording():
    """Only scale and choice items need a scale; a wording is told apart by its form."""
    drawing = """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär       |
        | a        | Vad lärde du dig?     | fritext  | utvärdering    |
        | b        | Vad lärde du dig?     | fritext  | självskattning |
        """

    assert read_workbook({"Frågor": drawing})[1] == ()


def test_same_category_at_two_parties_is_no_repetition():
    """Each party has its own line of a cost category."""
    drawing = """
        | Kostnadsslag | Part     | Budget (kr) |
        | Personal     | Regionen | 400000      |
        | Personal     | Kommunen | 68000       |
        """

    assert read_workbook({"Ekonomi": drawing})[1] == ()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("−3", -3), ("0,5", 0.5), ("1 200", 1200), ("7 %", 0.07), ("12 kr", 12), ("1,2,3", None)],
)
def test_numbers_typed_as_text(typed, number):
    """Decimal comma, thousand space, percent and krona are understood; guesses are not made."""
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2016-01-20", date(2016, 1, 20)),
        ("20.1.2016", date(2016, 1, 20)),
        ("20/1 2016", date(2016, 1, 20)),
        ("20160120", date(2016, 1, 20)),
        ("2016-02-30", None),
        ("20 januari", None),
    ],
)
def test_dates_typed_as_text(typed, day):
    """Swedish ways of typing a date are understood, day before month."""
    assert parse_date(typed) == day
