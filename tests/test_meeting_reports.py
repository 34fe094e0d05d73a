"""Reports of video meetings, drawn: who was there, who was not, and on which day."""

from dataclasses import replace

import pytest

from flows.ingest.exports import Source
from flows.ingest.reading import ReadFile, read_files
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions
from flows.validate.validation import validate
from tests.drawing import draw_csv, draw_sheet
from tests.validate.export_drawing import PROGRAMME

TEAMS = """
    | 1. Summary          |                    |
    | Meeting title       | Träff 1            |
    | Start time          | 01/03/16, 09:00:00 |

    | 2. Participants |                    |                    |                     |       |                      |           |
    | Name            | First join         | Last leave         | In-meeting duration | Email | Participant ID (UPN) | Role      |
    | Berg, Ada (EXT) | 01/03/16, 09:00:46 | 01/03/16, 11:50:12 | 2h 49m 26s          |       | ada@flen.example     | Presenter |
    | Bo Dahl         | 01/03/16, 09:10:46 | 01/03/16, 11:50:12 | 19m 20s             | bo.dahl@flen.example | b@flen.example | Attendee |
    | Eva Fors        | 01/03/16, 09:10:46 | 01/03/16, 11:50:12 | 19m 20s             |       | eva@flen.example     | Organizer |

    | 3. In-Meeting activities |                    |                    |            |
    | Name                     | Join time          | Leave time         | Duration   |
    | Berg, Ada (EXT)          | 01/03/16, 09:00:46 | 01/03/16, 11:50:12 | 2h 49m 26s |
"""
TEAMS_BY_THE_CLOCK = """
    | 1. Summary         |                    |
    | Meeting Title      | Träff 1            |
    | Meeting Start Time | 3/1/16, 9:00:00 AM |

    | 2. Participants |            |            |                     |
    | Name            | First Join | Last Leave | In-Meeting Duration |
    | Berg, Ada (EXT) | 9:00 AM    | 11:50 AM   | 2h 49m              |
    | Bo Dahl         | 9:10 AM    | 11:50 AM   | 19m                 |
    | Eva Fors        | 9:10 AM    | 11:50 AM   | 19m                 |

    | 3. In-Meeting Activities |
"""
TEAMS_IN_SWEDISH = (
    TEAMS.replace("1. Summary", "1. Sammanfattning")
    .replace("2. Participants", "2. Deltagare")
    .replace(
        "| Name            | First join         | Last leave         | In-meeting duration | Email |",
        "| Namn | Anslöt först | Lämnade senast | Tid i mötet | E-post |",
    )
    .replace("3. In-Meeting activities", "3. Aktiviteter under mötet")
    .replace("01/03/16, 09", "2016-03-01 09")
    .replace("01/03/16, 11", "2016-03-01 11")
)
ZOOM = """
    | Meeting ID | Topic   | Start Time             | End Time               | User Email   | Duration (Minutes) | Participants |
    | 123        | Träff 1 | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | kurs@x.example | 170              | 3            |

    | Name (Original Name) | User Email           | Join Time              | Leave Time             | Duration (Minutes) | Guest |
    | Ada Berg             |                      | 03/01/2016 09:00:00 AM | 03/01/2016 10:00:00 AM | 60                 | Yes   |
    | iPhone (Bo Dahl)     | bo.dahl@flen.example | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | 170                | Yes   |
    | Ada Berg             |                      | 03/01/2016 10:05:00 AM | 03/01/2016 11:50:00 AM | 105                | Yes   |
    | Eva Fors             | eva@flen.example     | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | 170                | Yes   |
"""
ZOOM_TOTALS = """
    | Namn (ursprungligt namn) | E-postadress för användare | Total varaktighet (minuter) | Gäst |
    | Berg, Ada                |                            | 165                         | Ja   |
    | Bo Dahl                  |                            | 170                         | Ja   |
    | Eva Fors                 |                            | 170                         | Ja   |
"""
TEAMS_LIVE = """
    | Full Name       | User Action | Timestamp          |
    | Berg, Ada (EXT) | Joined      | 01/03/16, 09:00:46 |
    | Bo Dahl         | Joined      | 01/03/16, 09:01:46 |
    | Berg, Ada (EXT) | Left        | 01/03/16, 10:00:46 |
    | Eva Fors        | Joined      | 01/03/16, 09:02:46 |
"""
TEAMS_OF_2021_IN_SWEDISH = """
    | Mötessammanfattning    |                     |
    | Totalt antal deltagare | 3                   |
    | Mötets starttid        | 2016-03-01 09:00:00 |

    | Fullständigt namn | Anslutningstid      | Tid för utträde     | Varaktighet | E-post               | Roll     | Deltagar-ID (UPN) |
    | Berg, Ada (EXT)   | 2016-03-01 09:00:46 | 2016-03-01 11:50:12 | 2t 49m      |                      | Arrangör |                   |
    | Bo Dahl           | 2016-03-01 09:00:46 | 2016-03-01 11:50:12 | 2t 49m      | bo.dahl@flen.example | Deltagare |                  |
    | Eva Fors          | 2016-03-01 09:00:46 | 2016-03-01 11:50:12 | 2t 49m      |                      | Deltagare |                  |
"""
TEAMS_WEBINAR = """
    | 1. Summary              |                    |
    | Registered participants | 4                  |
    | Start time              | 01/03/16, 09:00:00 |

    | 2. Participants |                    |                    |                     |       |                      |           |                         |
    | Name            | First Join         | Last Leave         | In-Meeting Duration | Email | Participant ID (UPN) | Role      | Registration First Name |
    | Cia Ek          |                    |                    |                     |       |                      | Attendee  | Cia                     |
    | Berg, Ada       | 01/03/16, 09:00:46 | 01/03/16, 11:50:12 | 2h 49m 26s          |       |                      | Attendee  | Ada                     |
    | Bo Dahl         | 01/03/16, 09:10:46 | 01/03/16, 11:50:12 | 19m 20s             |       |                      | Attendee  | Bo                      |
    | Eva Fors        | 01/03/16, 09:10:46 | 01/03/16, 11:50:12 | 19m 20s             |       |                      | Organizer | Eva                     |
"""
ZOOM_WAITING_ROOM = """
    | Name (Original Name) | User Email | Join Time              | Leave Time             | Duration (Minutes) | Guest | In Waiting Room |
    | Ada Berg             |            | 03/01/2016 08:50:00 AM | 03/01/2016 09:00:00 AM | 10                 | Yes   | Yes             |
    | Bo Dahl              |            | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | 170                | Yes   | No              |
    | Ada Berg             |            | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | 170                | Yes   | No              |
    | Cia Ek               |            | 03/01/2016 09:00:00 AM | 03/01/2016 09:02:00 AM | 2                  | Yes   | Yes             |
    | Eva Fors             |            | 03/01/2016 09:00:00 AM | 03/01/2016 11:50:00 AM | 170                | Yes   | No              |
"""
ZOOM_WITHOUT_ORIGINAL_NAMES = (
    ZOOM_WAITING_ROOM.replace("Name (Original Name)", "Name")
    .replace("User Email", "Email")
    .replace("Join Time", "Join time")
    .replace("Leave Time", "Leave time")
    .replace("(Minutes)", "(minutes)")
)
ZOOM_WEBINAR = """
    | Attendee Report   |                     |
    | Report Generated: | Mar 2, 2016 3:00 PM |
    | Topic   | Webinar ID | Actual Start Time   | Actual Duration (minutes) | # Registered | Unique Viewers |
    | Träff 1 | 812        | Mar 1, 2016 9:00 AM | 170                       | 4            | 3              |
    | Host Details |
    | Attended     | User Name (Original Name) | Email              | Join Time           | Leave Time           | Time in Session (minutes) | Is Guest | Country/Region Name |
    | Yes          | Eva Fors                  | eva@flen.example   | Mar 1, 2016 9:00 AM | Mar 1, 2016 11:50 AM | 170                       | No       | Sweden              |
    | Panelist Details |
    | Attended     | User Name (Original Name) | Email              | Join Time           | Leave Time           | Time in Session (minutes) | Is Guest | Country/Region Name |
    | Yes          | Ada Berg                  | ada@flen.example   | Mar 1, 2016 9:00 AM | Mar 1, 2016 11:50 AM | 170                       | No       | Sweden              |
    | Attendee Details |
    | Attended     | User Name (Original Name) | First Name | Last Name | Email                | Registration Time    | Approval Status | Join Time           | Leave Time           | Time in Session (minutes) | Is Guest | Country/Region Name |
    | No           | Cia Ek                    | Cia        | Ek        | cia.ek@flen.example  | Apr 1, 2016 1:00 PM  | approved        | --                  | --                   | --                        | --       |                     |
    | Yes          | B                         | Bo         | Dahl      | bo.dahl@flen.example | Apr 1, 2016 1:00 PM  | approved        | Mar 1, 2016 9:00 AM | Mar 1, 2016 9:30 AM  | 30                        | Yes      | Sweden              |
    | Yes          | B                         | Bo         | Dahl      | bo.dahl@flen.example | Apr 1, 2016 1:00 PM  | approved        | Mar 1, 2016 9:40 AM | Mar 1, 2016 11:50 AM | 130                       | Yes      | Sweden              |
    | Other Attended |
    | User Name      | Join Time           | Leave Time           | Time in Session (minutes) | Country/Region Name |
    | 4670           | Mar 1, 2016 9:00 AM | Mar 1, 2016 11:50 AM | 170                       | Sweden              |
"""
GOOGLE_MEET = """
    | First name | Last name | Email                | Duration   | Time joined | Time exited |
    | Ada        | Berg      | ada@privat.example   | 1 hr 2 min | 9:00 AM     | 10:02 AM    |
    | Bo         | Dahl      | bo.dahl@flen.example | 45 min     | 9:05 AM     | 9:50 AM     |
    | Eva        | Fors      | eva@flen.example     | 45 min     | 9:05 AM     | 9:50 AM     |
"""
WEBEX = """
    | Meeting Name | Meeting Start Time  | Display Name | First Name | Last Name | Role | Attendee Email | Join Time           | Leave Time          |
    | Träff 1      | 2016-03-01 09:00:00 | Ada Berg     | Ada | Berg | Attendee | ada.berg@flen.example  | 2016-03-01 09:00:10 | 2016-03-01 10:00:00 |
    | Träff 1      | 2016-03-01 09:00:00 | Ada Berg     | Ada | Berg | Attendee | ada.berg@flen.example  | 2016-03-01 10:10:10 | 2016-03-01 11:00:00 |
    | Träff 1      | 2016-03-01 09:00:00 | Bo D         | Bo  | Dahl | Attendee | bo.dahl@flen.example   | 2016-03-01 09:01:10 | 2016-03-01 11:00:00 |
    | Träff 1      | 2016-03-01 09:00:00 | Eva          | Eva | Fors | Host     | eva@flen.example       | 2016-03-01 08:50:10 | 2016-03-01 11:00:00 |
"""
CHECKED_IN = """
    | Träff 1, 2016-03-01 |
    | Förnamn | Efternamn | E-postadress          | Status | Incheckad     |
    | Ada     | Berg      | ada.berg@flen.example | Kommer | 1.3.2016 9.01 |
    | Bo      | Dahl      | bo.dahl@flen.example  | Kommer | 1.3.2016 9.05 |
    | Cia     | Ek        | cia.ek@flen.example   | Kommer |               |
    | Eva     | Fors      | eva@flen.example      | Kommer | 1.3.2016 9.05 |
"""
REPORTS = [
    ("table", GOOGLE_MEET, "sessions/01/möte.csv", (("respondent-unknown", 1),)),
    ("table", WEBEX, "exports/möte.csv", (("respondent-unknown", 1), ("row-joins-again", 1))),
    ("table", CHECKED_IN, "exports/möte.csv", (("respondent-unknown", 1),)),
    (
        "Zoom",
        ZOOM_WEBINAR,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-joins-again", 1), ("row-of-another-block", 7)),
    ),
    (
        "Microsoft Teams",
        TEAMS_OF_2021_IN_SWEDISH,
        "exports/möte.csv",
        (("respondent-unknown", 1),),
    ),
    ("Microsoft Teams", TEAMS_WEBINAR, "exports/möte.csv", (("respondent-unknown", 1),)),
    (
        "Zoom",
        ZOOM_WAITING_ROOM,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-joins-again", 1)),
    ),
    (
        "Microsoft Teams",
        TEAMS_LIVE,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-joins-again", 1)),
    ),
    (
        "Microsoft Teams",
        TEAMS,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-of-another-block", 3)),
    ),
    (
        "Microsoft Teams",
        TEAMS_BY_THE_CLOCK,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-of-another-block", 1)),
    ),
    (
        "Microsoft Teams",
        TEAMS_IN_SWEDISH,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-of-another-block", 3)),
    ),
    (
        "Zoom",
        ZOOM_WITHOUT_ORIGINAL_NAMES,
        "exports/möte.csv",
        (("respondent-unknown", 1), ("row-joins-again", 1)),
    ),
    ("Zoom", ZOOM, "exports/möte.csv", (("respondent-unknown", 1), ("row-joins-again", 1))),
    ("Zoom", ZOOM_TOTALS, "sessions/01/möte.csv", (("respondent-unknown", 1),)),
]


def read_report(*drawings, file):
    """Return the exports and the dataset of drawn reports, each a file of its own."""
    files = tuple(
        ReadFile(
            Source(f"{file}{number}", str(number), 1, 1 if file.startswith("sessions") else None),
            (draw_sheet(drawing, file=f"{file}{number}"),),
        )
        for number, drawing in enumerate(drawings)
    )
    exports, _problems = recognise(files, PROGRAMME)
    dataset, _found = validate(PROGRAMME, Decisions(), exports)
    return exports, dataset


@pytest.mark.parametrize(("tool", "drawing", "file", "excluded"), REPORTS)
def test_who_was_at_the_meeting(tool, drawing, file, excluded):
    """Those whom the report lists were there, under any spelling of their name; others were not."""
    (export,), dataset = read_report(drawing, file=file)
    marks = {mark.participant_key: mark.is_present for mark in dataset.attendances}
    (account,) = dataset.accounts

    assert export.tool.name == tool
    assert marks == {"D01": True, "D02": True, "D03": False}
    assert {mark.session for mark in dataset.attendances} == {1}
    assert account.excluded == excluded
    assert account.rows_read == account.rows_used + sum(count for _code, count in excluded)


def test_a_present_mark_rests_on_the_cell_of_the_duration():
    """How long somebody stayed is the cell that says they were there."""
    _exports, dataset = read_report(TEAMS, file="exports/möte.csv")

    cells = {mark.participant_key: mark.place.cell for mark in dataset.attendances}
    assert cells == {"D01": "D7", "D02": "D8", "D03": "D:D"}


def test_a_list_in_the_room_adds_to_the_report_of_the_meeting():
    """Somebody whom only the list in the room marks was there: nobody is absent by silence."""
    room = "| Namn | T1 | T2 |\n| Cia Ek | x | |"
    _exports, dataset = read_report(TEAMS, room, file="exports/möte.csv")

    assert all(mark.is_present for mark in dataset.attendances)
    assert len(dataset.attendances) == 3


def test_a_meeting_on_another_day_is_no_session():
    """A report that neither folder nor date gives to a session is not guessed into one."""
    _exports, dataset = read_report(TEAMS.replace("01/03/16", "17/03/16"), file="exports/möte.csv")

    assert dataset.attendances == ()


def test_a_day_that_could_be_two_is_the_one_with_a_session():
    """4/1/16 is 1 April where a session was held then, and never 4 January where none was."""
    drawing = TEAMS.replace("01/03/16", "4/1/16")
    _exports, dataset = read_report(drawing, file="exports/möte.csv")

    assert {mark.session for mark in dataset.attendances} == {2}


def test_teams_as_teams_saves_it(tmp_path):
    """UTF-16 with tabs, blocks of different widths and commas in every date."""
    path = draw_csv(
        tmp_path / "sessions" / "01" / "möte.csv", TEAMS, encoding="utf-16", delimiter="\t"
    )
    read, problems = read_files(tmp_path, (path.relative_to(tmp_path).as_posix(),))
    (export,), _ = recognise(read, replace(PROGRAMME))

    assert (export.tool.name, len(export.responses), problems) == ("Microsoft Teams", 3, ())


@pytest.mark.parametrize("drawing", [TEAMS, TEAMS_WEBINAR, ZOOM, ZOOM_WAITING_ROOM])
def test_a_report_tells_of_one_session_only(drawing):
    """What else a report says with yes and no, such as who is a guest, is nobody's mark."""
    sheet = draw_sheet(drawing, file="exports/möte.csv")
    read = (ReadFile(Source(sheet.file, "0", 1), (sheet,)),)

    _exports, problems = recognise(read, PROGRAMME)

    assert [problem.code for problem in problems] == []


def test_what_people_filled_in_to_register_is_dropped_at_the_door():
    """A webinar's report repeats names and answers that nobody needs here."""
    (export,), _dataset = read_report(TEAMS_WEBINAR, file="exports/möte.csv")

    assert {response.values[7] for response in export.responses} == {None}


def test_a_meeting_that_nobody_came_to_is_a_report_without_rows():
    """The header of an empty list is known, so that the file is not called unknown."""
    drawing = TEAMS_WEBINAR.partition("    | Cia Ek")[0]
    sheet = draw_sheet(drawing, file="exports/möte.csv")

    _exports, problems = recognise((ReadFile(Source(sheet.file, "0", 1), (sheet,)),), PROGRAMME)

    assert [problem.code for problem in problems] == ["file-has-no-rows"]
