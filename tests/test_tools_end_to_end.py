r"""Each tool's export, drawn, and what the programme's questions are answered with in the end.

Every drawing asks the same two questions and is answered by Ada (4, shadowing and a test) and
Bo (2, a prototype), so that the same answers must come of every layout, each from its cells.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.aggregate.aggregation import aggregate
from flows.ingest.exports import Source
from flows.ingest.reading import ReadFile, read_files
from flows.ingest.recognition import recognise
from flows.programme.decisions import Decisions, WordingDecision
from flows.programme.items import ItemKind
from flows.programme.languages import Bilingual
from flows.programme.programme import Profile
from flows.programme.scales import Scale, ScaleLabel
from flows.programme.sheets import text_of
from flows.validate.settled_decisions import as_decided
from flows.validate.validation import validate
from tests.drawing import draw_sheet
from tests.ingest.test_ingest_tools_never_guess import sheets
from tests.validate.export_drawing import PROGRAMME, draw_item

ASKED = "Jag har nytta av det"
METHOD = "Vilka metoder har du använt?"
SCALE = Scale(
    "nytta",
    (
        ScaleLabel(Bilingual("Instämmer inte alls"), 1),
        ScaleLabel(Bilingual("Instämmer inte"), 2),
        ScaleLabel(Bilingual("Varken eller"), 3),
        ScaleLabel(Bilingual("Instämmer"), 4),
        ScaleLabel(Bilingual("Instämmer helt"), 5),
    ),
)
METHODS = Scale(
    "metod",
    tuple(ScaleLabel(Bilingual(word), None) for word in ("Skuggning", "Prototyp", "Test", "Annat")),
)
CODED_METHODS = Scale(
    "metod",
    tuple(
        ScaleLabel(Bilingual(word), number)
        for number, word in enumerate(("Skuggning", "Prototyp", "Test", "Annat"), 1)
    ),
)
ITEMS = (
    draw_item("nytta", ItemKind.SCALE, "nytta", wording=Bilingual(ASKED), other_wordings=("q1",)),
    draw_item(
        "metod", ItemKind.CHOICES, "metod", wording=Bilingual(METHOD), other_wordings=("q2",)
    ),
    draw_item("fritt", ItemKind.TEXT, wording=Bilingual("Något mer?")),
)
COURSE = replace(
    PROGRAMME, items=ITEMS, scales=(SCALE, METHODS), profile=Profile(suppression_threshold=1)
)


def read_sheets(file, programme=COURSE, **drawings):
    """Return the exports, the dataset and the codes of all problems in the drawn sheets."""
    sheets = tuple(draw_sheet(text, file=file, name=name) for name, text in drawings.items())
    read = (ReadFile(Source(file, "0" * 64, 1, 1), sheets),)
    exports, problems = recognise(read, programme)
    dataset, found = validate(programme, Decisions(), exports)
    codes = {one.code for one in (*problems, *found) if one.place.file == file}
    return exports, dataset, codes


def answers_to(dataset, item):
    """Return what each respondent answered to the item, with the cells that it stands in."""
    return [
        " ".join([*answer.codes, *(place.cell for place in answer.places)])
        for answer in dataset.answers
        if answer.item_id == item
    ]


MICROSOFT_FORMS = rf"""
    | ID | Starttid            | Slutförandetid      | E-post    | Namn | {METHOD}\n     | {ASKED} |
    | 1  | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | anonymous |      | Skuggning;Test; | Instämmer |
    | 2  | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | anonymous |      | Prototyp;       | Instämmer inte |
"""
FORMS_QUIZ_IN_FINNISH = rf"""
    | Tunnus | Aloitusaika | Valmistumisaika | S-posti | Nimi | Pisteet | Palaute | Pisteytetty | {METHOD} | Pistemäärä – {METHOD} | Palautetta – {METHOD} | {ASKED} | Pistemäärä – {ASKED} | Palautetta – {ASKED} | Muokattu |
    | 1  | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | anonymous | | 3 | | | Skuggning;Test; | 2 | | Instämmer | 1 | | |
    | 2  | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | anonymous | | 1 | | | Prototyp;       | 1 | | Instämmer inte | 0 | | |
"""
FORMS_WITHOUT_PEOPLE = f"""
    | Starttid            | Slutförandetid      | Språk             | {METHOD}        | {ASKED}   |
    | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | svenska (Sverige) | Skuggning;Test; | Instämmer |
    | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | svenska (Sverige) | Prototyp;       | Instämmer inte |
"""
GOOGLE_QUIZ_IN_FINNISH = f"""
    | Aikaleima               | Kokonaispisteet | {ASKED} | {ASKED} [Pisteet] | {ASKED} [Palaute] | {METHOD}        |
    | 1.3.2016 klo 16.05.00   | 8.00 / 10       | 4       | 1.00 / 1.00       |                   | Skuggning, Test |
    | 1.3.2016 klo 16.06.00   | 7.00 / 10       | 2       | 0.00 / 1.00       |                   | Prototyp        |
"""
GOOGLE_FORMS = rf"""
    | Tidstämpel          | Vad tycker du?\n[{ASKED}] | {METHOD}        |
    | 2016-03-01 16.05.00 | 4                         | Skuggning, Test |
    | 2016-03-01 16.06.00 | 2                         | Prototyp        |
"""
DATA = """
    | ID | Svarstillfälle      | VAR1 | VAR02_1 | VAR02_2 | VAR02_3 | VAR03_1 | VAR1C |
    | 1  | 2016-03-01 16:05:00 | 4    | 1       | 2       | 1       | 1       | 999   |
    | 2  | 2016-03-01 16:06:00 | 2    | 2       | 1       | 2       | 999     | Nej!  |
"""
VARIABLE_VIEW = rf"""
    | Variable Name | Label                   | Type                          | Data Type | Value Codes | Missing Code |
    | VAR01         | {ASKED}                 | Single-Choice - Radio Buttons | Numeric   | 1 = Instämmer inte alls\n2 = Instämmer inte\n3 = Varken eller\n4 = Instämmer\n5 = Instämmer helt | 999 |
    | VAR01C        | {ASKED}                 | Comment                       | Text      | none | 999 |
    | VAR02_1       | {METHOD} - Skuggning    | Multiple-Choice - Check Boxes | Numeric   | 1 = Ja\n2 = Nej | 999 |
    | VAR02_2       | {METHOD} - Prototyp     | Multiple-Choice - Check Boxes | Numeric   | 1 = Ja\n2 = Nej | 999 |
    | VAR02_3       | {METHOD} - Test         | Multiple-Choice - Check Boxes | Numeric   | 1 = Ja\n2 = Nej | 999 |
    | VAR03_1       | Håller du med - Alltid  | Matrix                        | Numeric   | 1 = Ja\n2 = Nej | 999 |
"""
DATA_IN_FINNISH = DATA.replace("Svarstillfälle", "Vastausaika   ")
VIEW_IN_FINNISH = (
    VARIABLE_VIEW.replace("Variable Name | Label  ", "Muuttuja | Otsikko ")
    .replace("| Type   ", "| Tyyppi ")
    .replace("Data Type | Value Codes | Missing Code", "Tietotyyppi | Arvokoodit | Puuttuva")
    .replace("Multiple-Choice - Check Boxes", "Monivalinta - Valintaruudut")
)
LABELS_FOR_HEADERS = f"""
    | ID | Svarstillfälle      | {ASKED} | {METHOD} - Skuggning | {METHOD} - Prototyp | VAR02_2C | {METHOD} - Test |
    | 1  | 2016-03-01 16:05:00 | 4       | 1                    | 2                   |          | 1               |
    | 2  | 2016-03-01 16:06:00 | 2       | 2                    | 1                   | ja, en   | 2               |
"""
COMMENTED_VIEW = rf"""
    {VARIABLE_VIEW.strip()}
    | VAR02_2C      | {METHOD} - Prototyp     | Comment                       | Text      | none | 999 |
"""
LIMESURVEY = f"""
    | id. Response ID | submitdate. Date submitted | lastpage. Last page | G1Q1. {ASKED} | G1Q2[S1]. {METHOD} [Skuggning] | G1Q2[S2]. {METHOD} [Prototyp] | G1Q2[S3]. {METHOD} [Test] | G1Q2[other]. {METHOD} [Annat] |
    | 1 | 2016-03-01 16:05:00 | 3 | Instämmer      | Y |   | Y | |
    | 2 | 2016-03-01 16:06:00 | 3 | Instämmer inte |   | Y |   | |
"""
LIMESURVEY_COLONS = f"""
    | id: Svars-ID | submitdate: Inlämningsdatum | lastpage: Sista sida | G1Q1: {ASKED} | G1Q2[S1]: {METHOD} [Skuggning] | G1Q2[S2]: {METHOD} [Prototyp] | G1Q2[S3]: {METHOD} [Test] |
    | 1 | 2016-03-01 16:05:00 | 3 | Instämmer      | Ja  | Nej | Ja  |
    | 2 | 2016-03-01 16:06:00 | 3 | Instämmer inte | Nej | Ja  | Nej |
"""
LIMESURVEY_IN_NORWEGIAN = f"""
    | Svar-ID | Innsendt dato       | Siste side | Startspråk | Frø       | Startdato           | {ASKED}        | {METHOD} [Skuggning] | {METHOD} [Prototyp] | {METHOD} [Test] |
    | 1       | 2016-03-01 16:05:00 | 3          | nb         | 183746152 | 2016-03-01 16:00:00 | Instämmer      | Ja                   | Nei                 | Ja              |
    | 2       | 2016-03-01 16:06:00 | 3          | sv         | 183746153 | 2016-03-01 16:01:00 | Instämmer inte | Nei                  | Ja                  | Nei             |
"""
LIMESURVEY_TIMED = """
    | id | submitdate          | lastpage | q1             | q2[Skuggning] | q2[Prototyp] | q2[Test] | interviewtime | groupTime7 | q1Time | q2Time |
    | 1  | 2016-03-01 16:05:00 | 3        | Instämmer      | Y             | N/A          | Y        | 55.2          | 50.1       | 20.3   | 10     |
    | 2  | 2016-03-01 16:06:00 | 3        | Instämmer inte | N/A           | Y            | N/A      | 31            | 31         | 20     | 11     |
"""
LIMESURVEY_CODES = """
    | id | submitdate          | lastpage | startlanguage | q1             | q2[Skuggning] | q2[Prototyp] | q2[Test] |
    | 1  | 1980-01-01 00:00:00 | 3        | sv            | Instämmer      | Ja            | Nej          | Ja       |
    | 2  | 1980-01-01 00:00:00 | 3        | sv            | Instämmer inte | Nej           | Ja           | Nej      |
"""
SURVEYMONKEY = f"""
    | Respondent ID | Collector ID | Start Date | End Date            | IP Address | {ASKED}  | {METHOD}  |          |      |                       |
    |               |              |            |                     |            | Response | Skuggning | Prototyp | Test | Annat (specificera)   |
    | 11            | 7            | 2016-03-01 | 2016-03-01 16:05:00 | 10.0.0.1   | Instämmer | Skuggning |         | Test |                       |
    | 12            | 7            | 2016-03-01 | 2016-03-01 16:06:00 | 10.0.0.2   | Instämmer inte |      | Prototyp |      |                       |
"""
SURVEYMONKEY_BY_ITS_API = f"""
    | respondent_id | collector_id | date_created | date_modified       | ip_address | {ASKED}  | {METHOD}  |          |      |
    |               |              |              |                     |            | Response | Skuggning | Prototyp | Test |
    | 11            | 7            | 2016-03-01   | 2016-03-01 16:05:00 | 10.0.0.1   | Instämmer | Skuggning |         | Test |
    | 12            | 7            | 2016-03-01   | 2016-03-01 16:06:00 | 10.0.0.2   | Instämmer inte |      | Prototyp |      |
"""
QUALTRICS_UNSEEN = f"""
    | StartDate           | EndDate             | Status     | Finished | ResponseId | Q1      | Q2_1 | Q2_2 | Q2_3 |
    | Startdatum          | Slutdatum           | Svarstyp   | Klar     | Svars-ID   | {ASKED} | {METHOD} - Skuggning | {METHOD} - Prototyp | {METHOD} - Test |
    | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | 0          | 1        | R_1        | 4       | 1    | -99  | 1    |
    | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | 0          | 1        | R_2        | 2       | -99  | 1    | -99  |
"""
QUALTRICS = f"""
    | StartDate           | EndDate             | Status     | Finished | ResponseId | Q1      | Q2_1 | Q2_2 | Q2_3 |
    | Startdatum          | Slutdatum           | Svarstyp   | Klar     | Svars-ID   | {ASKED} | {METHOD} - Skuggning | {METHOD} - Prototyp | {METHOD} - Test |
    | {{"ImportId":"startDate"}} | {{"ImportId":"endDate"}} | {{"ImportId":"status"}} | {{"ImportId":"finished"}} | {{"ImportId":"_recordId"}} | {{"ImportId":"QID1"}} | {{"ImportId":"QID2_1"}} | {{"ImportId":"QID2_2"}} | {{"ImportId":"QID2_3"}} |
    | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | IP Address | True     | R_1        | Instämmer | Skuggning |  | Test |
    | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | IP Address | True     | R_2        | Instämmer inte |  | Prototyp |  |
    | 2016-03-01 16:01:00 | 2016-03-01 16:07:00 | Survey Preview | True | R_3        | Instämmer | Skuggning |  |  |
"""
QUALTRICS_NUMERIC = f"""
    | V1  | V2 | V6 | V7 | V8 | V9 | V10 | Q1 | Q2_1 | Q2_2 | Q2_3 |
    | ResponseID | ResponseSet | IPAddress | Status | StartDate | EndDate | Finished | {ASKED} | {METHOD}-Skuggning | {METHOD}-Prototyp | {METHOD}-Test |
    | R_1 | x | 1.2.3.4 | 0 | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | 1 | 4 | 1 |   | 1 |
    | R_2 | x | 1.2.3.4 | 0 | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | 1 | 2 |   | 1 |   |
"""
VOTERS = f"""
    | Note: there are more sheets in this document | | | | | | | |
    | Each session is found on its own sheet below. | | | | | | | |
    | Date       | Session | Voter | Nöjd med dagen?: - {ASKED} | {METHOD}: Skuggning | {METHOD}: Prototyp | {METHOD}: Test | Något mer?: 1 | Upvotes | Något mer?: 2 | Upvotes |
    | 2016-03-01 | 1 | 1 | 4 | 1 |   | 1 | Bra | 0 | Roligt | 0 |
    | 2016-03-01 | 1 | 2 | 2 |   | 1 |   |     |   |        |   |
"""
VOTERS_IN_A_QUIZ = f"""
    | Note: there are more sheets in this document | | | | | | | |
    | Each session is found on its own sheet below. | | | | | | | |
    | Date (UTC) | Session | Voter | {ASKED}: | {METHOD}: Name | {METHOD}: Emoji | {METHOD}: Answer | {METHOD}: Score |
    | 2016-03-01 | 1       | 1     | 4        | Ada            | :)              | Skuggning, Test  | 980             |
    | 2016-03-01 | 1       | 2     | 2        | Bo             | :(              | Prototyp         | 0               |
"""
SESSION = """
    | Question 2  |            |
    | Date        | 2016-03-01 |
    | Session     | 1          |
    | Type        | scales     |
    | Question    | Nöjd?      |
    | Respondents | 2          |
    | Choices     | Weighted average |
    | Nytta       | 3,0        |
"""
DATASET = """
    | respondent | closeTime           | statoverall_3 | statoverall_4 | s_1 | s_2_1 | s_2_2 | s_2_3 |
    | a          | 2016-03-01 16:05:00 | 0             | 1             | 4   | 1     | 0     | 1     |
    | b          | 2016-03-01 16:06:00 | 0             | 1             | 2   | 0     | 1     | 0     |
"""
STRUCTURE = f"""
    | questionName | variableName | questionType | subType  | questionText | choiceValue | choiceText |
    | s_1          | s_1          | Closed       | Single   | {ASKED}      |             |            |
    | s_2          | s_2_1        | Closed       | Multiple | {METHOD}     | 1           | Skuggning  |
    | s_2          | s_2_2        | Closed       | Multiple | {METHOD}     | 2           | Prototyp   |
    | s_2          | s_2_3        | Closed       | Multiple | {METHOD}     | 3           | Test       |
"""
LABELS = """
    | s_1 | 1 | Instämmer inte alls |
    | s_1 | 2 | Instämmer inte |
    | s_1 | 3 | Varken eller |
    | s_1 | 4 | Instämmer |
    | s_1 | 5 | Instämmer helt |
"""
ALCHEMER = f"""
    | Response ID | Time Started        | Date Submitted      | Status   | {ASKED} | Skuggning:{METHOD} | Prototyp:{METHOD} | Test:{METHOD} | Annat - Write In:{METHOD} |
    | 1           | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | Complete | Instämmer | Skuggning |  | Test | |
    | 2           | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | Complete | Instämmer inte |  | Prototyp |  | |
"""
REDCAP = """
    | record_id | redcap_survey_identifier | kurs_timestamp      | q1 | q2___1 | q2___2 | q2___3 | kurs_complete |
    | 1         |                          | 2016-03-01 16:05:00 | 4  | 1      | 0      | 1      | 2             |
    | 2         |                          | 2016-03-01 16:06:00 | 2  | 0      | 1      | 0      | 2             |
"""
TYPEFORM = """
    | Jag har <strong>nytta</strong> av det | Skuggning | Prototyp | Test | Annat | Start Date (UTC)    | Submit Date (UTC)   |
    | Instämmer                             | Skuggning |          | Test |       | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 |
    | Instämmer inte                        |           | Prototyp |      |       | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 |
"""
INDICO = f"""
    | Submitter | Submitter Email | Submission Date                  | Kursen: {ASKED} | Kursen: {METHOD} |
    |           |                 | 2016-03-01 16:05:03.235413+00:00 | Instämmer       | Skuggning; Test  |
    |           |                 | 2016-03-01 16:06:03.235413+00:00 | Instämmer inte  | Prototyp         |
"""
KOBO = f"""
    | start | end | kurs/{ASKED} | {METHOD} | {METHOD}/Skuggning | {METHOD}/Prototyp | {METHOD}/Test | _id | _uuid | _submission_time | __version__ |
    | 2016-03-01T16:00:00.356+01:00 | 2016-03-01T16:04:00.356+01:00 | 4 | Skuggning Test | 1 | 0 | 1 | 1 | u1 | 2016-03-01T16:05:00 | v1 |
    | 2016-03-01T16:01:00.356+01:00 | 2016-03-01T16:04:00.356+01:00 | 2 | Prototyp       | 0 | 1 | 0 | 2 | u2 | 2016-03-01T16:06:00 | v1 |
"""
ODK = f"""
    | SubmissionDate           | {ASKED} | {METHOD}/Skuggning | {METHOD}/Prototyp | {METHOD}/Test | KEY    | SubmitterName | FormVersion |
    | 2016-03-01T16:05:00.123Z | 4       | 1                  | 0                 | 1             | uuid:1 | Kursledaren   | 2           |
    | 2016-03-01T16:06:00.123Z | 2       | 0                  | 1                 | 0             | uuid:2 | Kursledaren   | 2           |
"""
MOODLE = rf"""
    | Fullständigt namn | Grupper | E-postadress          | Datum                        | (q) {ASKED}    | {METHOD}        |
    | Ada Berg          |         | ada.berg@flen.example | tisdag, 1 mars 2016, 16:05   | Instämmer      | Skuggning\nTest |
    | Bo Dahl           |         | bo.dahl@flen.example  | Tuesday, 1 March 2016, 4:06 PM | Instämmer inte | Prototyp      |
"""
MOODLE_QUESTIONNAIRE = f"""
    | Response | Submitted on:       | Institution | Department | Course | Group | ID | Full name  | Username | Complete | Q01_{ASKED} | Q02_{METHOD}->Skuggning | Q02_{METHOD}->Prototyp | Q02_{METHOD}->Test | Q02_{METHOD}->!other=Annat: | Q02_{METHOD}->[Annat] | Q03_omdöme->lokalen |
    | 11       | 01/03/2016 16:05:00 |             |            | Kursen |       |    | Anonymous1 |          | y | 4 : Instämmer      | 1 | 0 | 1 | 0 |  | -1 |
    | 12       | 01/03/2016 16:06:00 |             |            | Kursen |       |    | Anonymous2 |          | y | 2 : Instämmer inte | 0 | 1 | 0 | 0 |  | 5  |
    | Averages |                     |             |            |        |       |    |            |          |   |                    |   |   |   |   |  | 5  |
"""
MOODLE_SHORT_NAMES = """
    | Svar | Inskickad den:      | Fullständigt namn | Användarnamn          | Q01_q1         | Q02_q2->Skuggning | Q02_q2->Prototyp | Q02_q2->Test |
    | 11   | 2016-03-01 16:05:00 | Ada Berg          | ada.berg@flen.example | Instämmer      | 1                 | 0                | 1            |
    | 12   | 2016-03-01 16:06:00 | Bo Dahl           | bo.dahl@flen.example  | Instämmer inte | 0                 | 1                | 0            |
"""
MOODLE_ANONYMOUS = rf"""
    | Response number | (q) {ASKED}    | {METHOD}        |
    | 1               | Instämmer      | Skuggning\nTest |
    | 2               | Instämmer inte | Prototyp        |
"""
TABLE = f"""
    | Tidpunkt            | {ASKED} | {METHOD} - Skuggning | {METHOD} - Prototyp | {METHOD} - Test |
    | 2016-03-01 16:05:00 | 4       | x                    |                     | x               |
    | 2016-03-01 16:06:00 | 2       |                      | x                   |                 |
"""
TYPEFORM_IN_A_GOOGLE_SHEET = f"""
    | {ASKED}        | {METHOD}        | Submitted At        | Token |
    | Instämmer      | Skuggning, Test | 2016-03-01 16:05:00 | abc   |
    | Instämmer inte | Prototyp        | 2016-03-01 16:06:00 | def   |
"""
SURVEYMONKEY_CONDENSED = f"""
    | Respondent ID | Collector ID | Start Date | End Date            | IP Address | Custom Data 1 | {ASKED}        | {METHOD}        |
    | 11            | 7            | 2016-03-01 | 2016-03-01 16:05:00 | 10.0.0.1   |               | Instämmer      | Skuggning, Test |
    | 12            | 7            | 2016-03-01 | 2016-03-01 16:06:00 | 10.0.0.2   |               | Instämmer inte | Prototyp        |
"""
QUALTRICS_MATRIX_OF_ONE = f"""
    | StartDate           | EndDate             | Status        | Finished | ResponseId  | Q1_1 | Q2_1 | Q2_2 | Q2_3 |
    | Start Date          | End Date            | Response Type | Finished | Response ID | Vad tycker du? - {ASKED} | {METHOD} - Selected Choice - Skuggning | {METHOD} - Selected Choice - Prototyp | {METHOD} - Selected Choice - Test |
    | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | 0             | 1        | R_1         | 4    | 1    |      | 1    |
    | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | 0             | 1        | R_2         | 2    |      | 1    |      |
"""
QUALTRICS_TEXT_BETWEEN = f"""
    | StartDate           | EndDate             | Status        | Finished | ResponseId  | Q1_1 | Q1_1_TEXT | Q2_1 | Q2_1_TEXT | Q2_2 | Q2_3 |
    | Start Date          | End Date            | Response Type | Finished | Response ID | Dagen-{ASKED} | Dagen-{ASKED} | {METHOD}-Skuggning | {METHOD}-Skuggning | {METHOD}-Prototyp | {METHOD}-Test |
    | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | 0             | 1        | R_1         | 4    | Ja då     | 1    | En dag    |      | 1    |
    | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | 0             | 1        | R_2         | 2    |           |      |           | 1    |      |
"""
KOBO_IN_ONE_COLUMN = f"""
    | start                         | {ASKED} | {METHOD}       | _id | _uuid | _submission_time    | _index |
    | 2016-03-01T16:00:00.356+01:00 | 4       | Skuggning Test | 1   | u1    | 2016-03-01T16:05:00 | 1      |
    | 2016-03-01T16:01:00.356+01:00 | 2       | Prototyp       | 2   | u2    | 2016-03-01T16:06:00 | 2      |
"""
ENALYZER = f"""
    | Respondent ID | Status    | Started             | Completed           | Email                 | First name | Last name | {ASKED}        | {METHOD} - Skuggning | {METHOD} - Prototyp | {METHOD} - Test |
    | 1001          | Completed | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | ada.berg@flen.example | Ada        | Berg      | Instämmer      | 1                    | 0                   | 1               |
    | 1002          | Completed | 2016-03-01 16:01:00 | 2016-03-01 16:06:00 | bo.dahl@flen.example  | Bo         | Dahl      | Instämmer inte | 0                    | 1                   | 0               |
"""
ENALYZER_IN_DANISH = f"""
    | Respondent-ID | Status     | Startet          | Afsluttet        | E-mail                | Fornavn | Efternavn | {ASKED}        | {METHOD}: Skuggning | {METHOD}: Prototyp | {METHOD}: Test |
    | 1001          | Gennemført | 03-14-2016 16:00 | 03-14-2016 16:05 | ada.berg@flen.example | Ada     | Berg      | Instämmer      | Valgt               | Ikke valgt         | Valgt          |
    | 1002          | Gennemført | 03-14-2016 16:01 | 03-14-2016 16:06 | bo.dahl@flen.example  | Bo      | Dahl      | Instämmer inte | Ikke valgt          | Valgt              | Ikke valgt     |
"""
TABLE_OF_TWO_HEADER_ROWS = f"""
    |    |                     | {METHOD}  |          |      | Vad tycker du? |       |
    | Nr | Svarstid            | Skuggning | Prototyp | Test | {ASKED}        | Annat |
    | 1  | 2016-03-01 16:05:00 | x         |          | x    | 4              | 4     |
    | 2  | 2016-03-01 16:06:00 |           | x        |      | 2              | 4     |
"""
NUMBERED_TABLE = f"""
    | Svars-ID | Startdatum          | Slutdatum           | Språk   | 1. {ASKED}     | 2. {METHOD}:Skuggning | 2. {METHOD}:Prototyp | 2. {METHOD}:Test |
    | 1        | 2016-03-01 16:00:00 | 2016-03-01 16:05:00 | Svenska | Instämmer      | Skuggning             |                      | Test             |
    | 2        | 2016-03-01 16:00:00 | 2016-03-01 16:06:00 | Svenska | Instämmer inte |                       | Prototyp             |                  |
"""

CASES = [
    ("Microsoft Forms", "xlsx", {"Sheet1": MICROSOFT_FORMS}, "G2 G3", "F2 F3"),
    ("Microsoft Forms", "xlsx", {"Sheet1": FORMS_QUIZ_IN_FINNISH}, "L2 L3", "I2 I3"),
    ("Microsoft Forms", "csv", {"": FORMS_WITHOUT_PEOPLE}, "E2 E3", "D2 D3"),
    ("Google Forms", "csv", {"": GOOGLE_FORMS}, "B2 B3", "C2 C3"),
    ("Google Forms", "csv", {"": GOOGLE_QUIZ_IN_FINNISH}, "C2 C3", "F2 F3"),
    (
        "Artologik Survey&Report",
        "xlsx",
        {"Data": DATA, "VariableView": VARIABLE_VIEW},
        "C2 C3",
        "D2 E2 F2 D3 E3 F3",
    ),
    (
        "Artologik Survey&Report",
        "xlsx",
        {"Data": DATA_IN_FINNISH, "VariableView": VIEW_IN_FINNISH},
        "C2 C3",
        "D2 E2 F2 D3 E3 F3",
    ),
    (
        "Artologik Survey&Report",
        "xlsx",
        {"Data": LABELS_FOR_HEADERS, "VariableView": COMMENTED_VIEW},
        "C2 C3",
        "D2 E2 G2 D3 E3 G3",
    ),
    ("LimeSurvey", "csv", {"": LIMESURVEY}, "D2 D3", "E2 F2 G2 H2 E3 F3 G3 H3"),
    ("LimeSurvey", "csv", {"": LIMESURVEY_COLONS}, "D2 D3", "E2 F2 G2 E3 F3 G3"),
    ("LimeSurvey", "csv", {"": LIMESURVEY_IN_NORWEGIAN}, "G2 G3", "H2 I2 J2 H3 I3 J3"),
    ("LimeSurvey", "csv", {"": LIMESURVEY_TIMED}, "D2 D3", "E2 F2 G2 E3 F3 G3"),
    ("LimeSurvey", "csv", {"": LIMESURVEY_CODES}, "E2 E3", "F2 G2 H2 F3 G3 H3"),
    ("SurveyMonkey", "xlsx", {"Sheet": SURVEYMONKEY}, "F3 F4", "G3 H3 I3 J3 G4 H4 I4 J4"),
    (
        "SurveyMonkey",
        "xlsx",
        {"Sheet": SURVEYMONKEY_BY_ITS_API},
        "F3 F4",
        "G3 H3 I3 G4 H4 I4",
    ),
    ("Qualtrics", "csv", {"": QUALTRICS_UNSEEN}, "F3 F4", "G3 H3 I3 G4 H4 I4"),
    ("Qualtrics", "csv", {"": QUALTRICS}, "F4 F5", "G4 H4 I4 G5 H5 I5"),
    ("Qualtrics", "csv", {"": QUALTRICS_NUMERIC}, "H3 H4", "I3 J3 K3 I4 J4 K4"),
    ("Mentimeter", "xlsx", {"Voters": VOTERS, "Session 1": SESSION}, "D4 D5", "E4 F4 G4 E5 F5 G5"),
    ("Mentimeter", "xlsx", {"Voters": VOTERS_IN_A_QUIZ}, "D4 D5", "G4 G5"),
    (
        "SurveyXact",
        "xlsx",
        {"Labels": LABELS, "Dataset": DATASET, "Structure": STRUCTURE},
        "E2 E3",
        "F2 G2 H2 F3 G3 H3",
    ),
    ("Alchemer", "csv", {"": ALCHEMER}, "E2 E3", "F2 G2 H2 I2 F3 G3 H3 I3"),
    ("REDCap", "csv", {"": REDCAP}, "D2 D3", "E2 F2 G2 E3 F3 G3"),
    ("Typeform", "csv", {"": TYPEFORM}, "A2 A3", "B2 C2 D2 E2 B3 C3 D3 E3"),
    ("Indico", "csv", {"": INDICO}, "D2 D3", "E2 E3"),
    ("KoboToolbox/ODK", "xlsx", {"kurs": KOBO}, "C2 C3", "E2 F2 G2 E3 F3 G3"),
    ("KoboToolbox/ODK", "csv", {"": ODK}, "B2 B3", "C2 D2 E2 C3 D3 E3"),
    ("Moodle Feedback", "xlsx", {"Svar": MOODLE}, "E2 E3", "F2 F3"),
    ("Moodle Feedback", "csv", {"": MOODLE_ANONYMOUS}, "B2 B3", "C2 C3"),
    (
        "Moodle Questionnaire",
        "csv",
        {"": MOODLE_QUESTIONNAIRE},
        "K2 K3",
        "L2 M2 N2 O2 P2 L3 M3 N3 O3 P3",
    ),
    ("Moodle Questionnaire", "xlsx", {"Svar": MOODLE_SHORT_NAMES}, "E2 E3", "F2 G2 H2 F3 G3 H3"),
    ("Typeform", "xlsx", {"Sheet1": TYPEFORM_IN_A_GOOGLE_SHEET}, "A2 A3", "B2 B3"),
    ("SurveyMonkey", "csv", {"": SURVEYMONKEY_CONDENSED}, "G2 G3", "H2 H3"),
    ("Qualtrics", "csv", {"": QUALTRICS_TEXT_BETWEEN}, "F3 F4", "H3 J3 K3 H4 J4 K4"),
    ("Qualtrics", "xlsx", {"Sheet0": QUALTRICS_MATRIX_OF_ONE}, "F3 F4", "G3 H3 I3 G4 H4 I4"),
    ("KoboToolbox/ODK", "xlsx", {"kurs": KOBO_IN_ONE_COLUMN}, "B2 B3", "C2 C3"),
    ("table", "xlsx", {"Data": ENALYZER}, "H2 H3", "I2 J2 K2 I3 J3 K3"),
    ("table", "csv", {"": ENALYZER_IN_DANISH}, "H2 H3", "I2 J2 K2 I3 J3 K3"),
    (
        "table",
        "xlsx",
        {"Blad1": TABLE_OF_TWO_HEADER_ROWS},
        "F3 F4",
        "C3 D3 E3 C4 D4 E4",
    ),
    ("table", "xlsx", {"Blad1": NUMBERED_TABLE}, "E2 E3", "F2 G2 H2 F3 G3 H3"),
    ("table", "xlsx", {"Blad1": TABLE}, "B2 B3", "C2 D2 E2 C3 D3 E3"),
]


def named(case):
    """Return the tool that a case is about."""
    return case[0] if isinstance(case, tuple) else None


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_layout_gives_the_same_answers(case):
    """4 and 2, shadowing with a test and a prototype: from the very cells, nothing lost."""
    tool, ending, drawings, nytta_cells, metod_cells = case
    programme = replace(COURSE, scales=(SCALE, CODED_METHODS)) if tool == "REDCap" else COURSE
    exports, dataset, codes = read_sheets(f"sessions/01/a.{ending}", programme, **drawings)
    (export,) = exports
    methods = ("1", "3", "2") if tool == "REDCap" else ("skuggning", "test", "prototyp")

    assert export.tool.name == tool
    first, second = nytta_cells.split()
    assert answers_to(dataset, "nytta") == [f"4 {first}", f"2 {second}"]
    cells = metod_cells.split()
    half = len(cells) // 2
    assert answers_to(dataset, "metod") == [
        " ".join([methods[0], methods[1], *cells[:half]]),
        " ".join([methods[2], *cells[half:]]),
    ]
    assert codes <= {"column-unknown", "sheet-explains-another", "wording-changed"}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_row_of_every_layout_is_accounted_for(case):
    """Rows read = rows used + rows excluded, and the figures rest on the cells of the answers."""
    _tool, ending, drawings, nytta_cells, _metod_cells = case
    _exports, dataset, _codes = read_sheets(f"sessions/01/a.{ending}", **drawings)
    (account,) = dataset.accounts

    assert account.rows_read == account.rows_used + sum(n for _code, n in account.excluded)
    assert account.rows_used == 2
    figures = {str(one.name): one for one in aggregate(dataset)}
    mean = figures["mean item=nytta session=1"]
    assert (mean.value, mean.base) == (3, 2)
    first, second = nytta_cells.split()
    assert [source.cells for source in mean.sources] == [f"{first}:{second}"]


PARTIAL = [
    (
        "LimeSurvey",
        LIMESURVEY_IN_NORWEGIAN.replace("2       | 2016-03-01 16:06:00", "2 |                    "),
    ),
    ("LimeSurvey", LIMESURVEY.replace("2 | 2016-03-01 16:06:00", "2 |                    ")),
    ("Qualtrics", QUALTRICS_NUMERIC.replace("16:06:00 | 1", "16:06:00 | 0")),
    ("Alchemer", ALCHEMER.replace("16:06:00 | Complete", "16:06:00 | Partial ")),
    ("REDCap", REDCAP.replace("0      | 2 ", "0      | 0 ")),
    ("table", ENALYZER.replace("1002          | Completed", "1002 | Partially completed")),
    (
        "table",
        ENALYZER_IN_DANISH.replace("1002          | Gennemført", "1002 | Ikke gennemført"),
    ),
    ("SurveyXact", DATASET.replace("16:06:00 | 0             | 1", "16:06:00 | 1             | 0")),
    (
        "Typeform",
        TYPEFORM.replace("Submit Date (UTC)", "Submit Date (UTC) | Response Type")
        .replace("16:05:00 |", "16:05:00 | completed |")
        .replace("16:06:00 |", "16:06:00 | partial |"),
    ),
]


@pytest.mark.parametrize(("tool", "drawing"), PARTIAL, ids=named)
def test_an_unfinished_response_counts_as_partial(tool, drawing):
    """What somebody answered before leaving is used, and the response is known as partial."""
    sheets = {"": drawing}
    if tool == "SurveyXact":
        sheets = {"Labels": LABELS, "Dataset": drawing, "Structure": STRUCTURE}
    exports, dataset, codes = read_sheets("sessions/01/a.csv", **sheets)

    assert exports[0].tool.name == tool
    assert [response.is_partial for response in dataset.responses] == [False, True]
    assert "responses-partial" in codes


def test_a_form_that_belongs_to_another_event_of_redcap_makes_no_response_partial():
    """A record has a row for each event, in which the forms of the other events are blank."""
    drawing = """
        | record_id | redcap_event_name | q1 | kurs_complete | start_complete |
        | 1         | kurs_arm_1        | 4  | 2             |                |
        | 2         | kurs_arm_1        | 2  |               |                |
        | 3         | kurs_arm_1        | 3  | 0             |                |
        """
    exports, _dataset, _codes = read_sheets("sessions/01/a.csv", **{"": drawing})

    assert exports[0].tool.name == "REDCap"
    assert [response.is_partial for response in exports[0].responses] == [False, False, True]


def test_a_preview_is_no_response():
    """What the tool says was made to look at the form is excluded with its code."""
    _exports, dataset, _codes = read_sheets("sessions/01/a.csv", **{"": QUALTRICS})

    assert dataset.accounts[0].excluded == (("row-is-a-test", 1),)


def test_codes_are_read_through_the_sheet_that_explains_them():
    """999 is no answer, a matrix of yes and no is no check box, a comment is a column of its own."""
    exports, dataset, codes = read_sheets(
        "sessions/01/a.xlsx", Data=DATA, VariableView=VARIABLE_VIEW
    )
    columns = {column.index: column for column in exports[0].columns}

    assert [columns[7].header, columns[7].row_label] == ["Håller du med - Alltid", ""]
    assert columns[8].header == f"{ASKED} [kommentar]"
    assert [response.values[-1] for response in exports[0].responses] == [None, "Nej!"]
    assert codes == {"column-unknown", "sheet-explains-another"}
    assert len(dataset.responses) == 2


def test_codes_may_be_explained_by_another_file_of_the_folder():
    """SurveyXact writes csv in three files: two of them only explain the third."""
    drawings = {"dataset.csv": DATASET, "labels.csv": LABELS, "structure.csv": STRUCTURE}
    files = tuple(
        ReadFile(
            Source(f"sessions/01/{name}", name, 1, 1),
            (draw_sheet(drawing, file=f"sessions/01/{name}", name=""),),
        )
        for name, drawing in drawings.items()
    )
    exports, problems = recognise(files, COURSE)
    dataset, _found = validate(COURSE, Decisions(), exports)

    assert [answer.split()[0] for answer in answers_to(dataset, "nytta")] == ["4", "2"]
    assert [(one.code, one.parameters) for one in problems] == [
        ("sheet-explains-another", (("sheet", "dataset.csv"),))
    ] * 2


def test_fields_are_read_through_the_dictionary_beside_them():
    """REDCap's data dictionary tells the questions and the labels of the data beside it."""
    dictionary = f"""
        | Variable / Field Name | Form Name | Field Type | Field Label | Choices, Calculations, OR Slider Labels |
        | q1 | kurs | radio    | {ASKED}  | 4, Instämmer; 2, Instämmer inte |
        | q2 | kurs | checkbox | {METHOD} | 1, Skuggning; 2, Prototyp; 3, Test |
    """
    sheets = {"a.csv": draw_sheet(REDCAP, file="sessions/01/a.csv", name="")}
    beside = draw_sheet(dictionary, file="sessions/01/b.csv", name="")
    sheets["b.csv"] = replace(
        beside,
        rows=tuple(
            row._replace(
                values=tuple(
                    value.replace("; ", " | ") if isinstance(value, str) else value
                    for value in row.values
                ),
            )
            for row in beside.rows
        ),
    )
    files = tuple(
        ReadFile(Source(sheet.file, name, 1, 1), (sheet,)) for name, sheet in sheets.items()
    )
    exports, problems = recognise(files, COURSE)
    dataset, _found = validate(COURSE, Decisions(), exports)

    assert answers_to(dataset, "nytta") == ["4 D2", "2 D3"]
    assert answers_to(dataset, "metod") == ["skuggning test E2 F2 G2", "prototyp E3 F3 G3"]
    assert [one.code for one in problems] == ["sheet-explains-another"]


REPEATED = [
    (
        {
            "kurs": KOBO,
            "moment": f"| {ASKED} | _index | _parent_index |\n| 4 | 1 | 1 |\n| 3 | 2 | 1 |",
        },
        "moment",
    ),
    (
        {"a.csv": ODK, "b.csv": f"| {ASKED} | PARENT_KEY | KEY |\n| 4 | uuid:1 | uuid:1/m[1] |"},
        "b.csv",
    ),
]


@pytest.mark.parametrize(("drawings", "repeated"), REPEATED)
def test_a_group_that_was_repeated_makes_nobody_answer_twice(drawings, repeated):
    """What KoboToolbox and ODK write of a repeated group has rows of its own, told of and not read."""
    is_csv = repeated.endswith(".csv")
    files = (
        [(name, "", drawing) for name, drawing in drawings.items()]
        if is_csv
        else [("a.xlsx", name, drawing) for name, drawing in drawings.items()]
    )
    sheets = [draw_sheet(text, file=f"sessions/01/{file}", name=name) for file, name, text in files]
    read = tuple(
        ReadFile(Source(file, file, 1, 1), tuple(one for one in sheets if one.file == file))
        for file in dict.fromkeys(one.file for one in sheets)
    )
    exports, problems = recognise(read, COURSE)

    assert [len(export.responses) for export in exports] == [2]
    assert [(one.code, one.place.sheet or one.place.file[-5:]) for one in problems] == [
        ("sheet-repeats-part", repeated)
    ]


def test_somebody_who_was_invited_and_never_answered_is_no_response():
    """SurveyXact lists everybody: who did not answer has a key, and is excluded without a fault."""
    invited = DATASET.rstrip() + "\n    | c | | 0 | 0 | | | | |\n"
    sheets = {"Labels": LABELS, "Dataset": invited, "Structure": STRUCTURE}
    _exports, dataset, codes = read_sheets("sessions/01/a.xlsx", **sheets)

    assert dataset.accounts[0].excluded == (("row-blank", 1),)
    assert codes == {"row-blank", "sheet-explains-another"}


def test_a_response_of_every_option_is_no_header():
    """Whoever ticked all options in columns without headers of their own has answered."""
    table = f"""
        | Nr | {METHOD}  |          |      | {ASKED} |
        | 1  | Skuggning | Prototyp | Test | 4       |
        | 2  | Skuggning |          |      | 2       |
    """
    exports, dataset, _codes = read_sheets("sessions/01/a.xlsx", Blad1=table)

    assert exports[0].header_rows == (1,)
    assert answers_to(dataset, "metod") == [
        "skuggning prototyp test B2 C2 D2",
        "skuggning B3 C3 D3",
    ]


def test_options_are_taken_together_under_a_confirmed_wording():
    """A question that decisions/ confirms in other words is folded as under its own, and marked."""
    reworded = "Hur har du arbetat?"
    sheet = draw_sheet(TABLE.replace(METHOD, reworded), file="sessions/01/a.xlsx")
    decisions = Decisions(wordings=(WordingDecision(reworded, "metod"),))
    read = (ReadFile(Source(sheet.file, "0", 1, 1), (sheet,)),)

    exports, _ = recognise(read, as_decided(COURSE, decisions))
    dataset, problems = validate(COURSE, decisions, exports)

    assert answers_to(dataset, "metod") == ["skuggning test C2 D2 E2", "prototyp C3 D3 E3"]
    assert "wording-changed" in {problem.code for problem in problems}
    assert as_decided(COURSE, Decisions()) is COURSE


def test_what_stands_behind_the_options_of_typeform_is_their_other():
    """Other belongs to the question whose options stand before it, and to no earlier one."""
    exports, _dataset, _codes = read_sheets(
        "sessions/01/a.csv", **{"": TYPEFORM.replace("| Annat ", "| Other ")}
    )
    (column,) = (one for one in exports[0].columns if one.header == METHOD)

    assert column.options[-1].is_write_in


def test_a_pivot_table_beside_the_responses_holds_none():
    """What somebody counted with Excel in the same workbook is no table of responses."""
    pivot = """
        | Radetiketter | Antal av ID |
        | Instämmer    | 1           |
        | Totalsumma   | 2           |
    """
    exports, dataset, codes = read_sheets("sessions/01/a.xlsx", Blad2=pivot, Sheet1=MICROSOFT_FORMS)

    assert [export.sheet for export in exports] == ["Sheet1"]
    assert len(dataset.responses) == 2
    assert codes == {"sheet-explains-another"}


def test_a_code_that_nothing_explains_is_told_at_its_cell():
    """A seven on a scale of one to five is named where it stands, and counts as no answer."""
    wrong = DATA.replace("| 4    | 1 ", "| 7    | 1 ")
    sheets = tuple(
        draw_sheet(text, file="sessions/01/a.xlsx", name=name)
        for name, text in {"Data": wrong, "VariableView": VARIABLE_VIEW}.items()
    )
    exports, _ = recognise((ReadFile(Source("sessions/01/a.xlsx", "0", 1, 1), sheets),), COURSE)
    _dataset, problems = validate(COURSE, Decisions(), exports)

    assert ("answer-off-scale", "C2") in {(one.code, one.place.cell) for one in problems}


def test_an_option_that_the_scale_has_not_is_told_at_its_cell():
    """Of options in columns the fault stands at the very one, and the others count."""
    sheet = draw_sheet(SURVEYMONKEY, file="sessions/01/a.xlsx")
    sheet = replace(
        sheet,
        rows=tuple(
            row._replace(values=tuple("Lek" if value == "Test" else value for value in row.values))
            for row in sheet.rows
        ),
    )
    exports, _ = recognise((ReadFile(Source(sheet.file, "0", 1, 1), (sheet,)),), COURSE)
    dataset, problems = validate(COURSE, Decisions(), exports)

    assert [one.place.cell for one in problems if one.code == "choice-unknown"] == ["I3"]
    assert answers_to(dataset, "metod")[0].startswith("skuggning G3")


SAVED_BY_EXCEL = [case for case in CASES if len(case[2]) == 1]


@pytest.mark.parametrize("case", SAVED_BY_EXCEL, ids=named)
def test_a_layout_saved_again_by_swedish_excel_is_the_same(case, tmp_path):
    """Semicolons, Windows-1252 and decimal commas change neither the tool nor the answers."""
    tool, _ending, drawings, *_cells = case
    (drawing,) = drawings.values()
    rows = [row.values for row in draw_sheet(drawing).rows]
    path = tmp_path / "sessions" / "01" / "a.csv"
    path.parent.mkdir(parents=True)
    lines = [";".join(quoted(value) for value in values) for values in rows]
    path.write_text("\r\n".join(lines), encoding="cp1252", newline="")
    read, problems = read_files(tmp_path, ("sessions/01/a.csv",))
    exports, _ = recognise(read, COURSE)
    dataset, _ = validate(COURSE, Decisions(), exports)

    assert {problem.code for problem in problems} <= {"encoding-assumed"}
    assert [export.tool.name for export in exports] == [tool]
    if tool != "REDCap":
        assert [answer.split()[0] for answer in answers_to(dataset, "nytta")] == ["4", "2"]
        assert {answer.split()[0] for answer in answers_to(dataset, "metod")} == {
            "skuggning",
            "prototyp",
        }


def quoted(value):
    """Return a cell as Swedish Excel writes it in a csv file."""
    text = text_of(value)
    if isinstance(value, float):
        text = text.replace(".", ",")
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ';"\n') else text


BELOW_A_TITLE = [case for case in CASES if case[0] not in ("SurveyXact", "Mentimeter")]


@pytest.mark.parametrize("case", BELOW_A_TITLE, ids=named)
def test_a_title_above_the_header_moves_the_cells_and_nothing_else(case):
    """Somebody wrote a title into the file: the same answers are read, three rows further down."""
    tool, ending, drawings, nytta_cells, _metod_cells = case
    name, drawing = next(iter(drawings.items()))
    moved = {**drawings, name: f"| Kursutvärdering |\n| Utskriven i mars |\n\n{drawing.strip()}"}
    programme = replace(COURSE, scales=(SCALE, CODED_METHODS)) if tool == "REDCap" else COURSE
    exports, dataset, _codes = read_sheets(f"sessions/01/a.{ending}", programme, **moved)
    first, second = (f"{cell[0]}{int(cell[1:]) + 3}" for cell in nytta_cells.split())

    assert [export.tool.name for export in exports] == [tool]
    assert answers_to(dataset, "nytta") == [f"4 {first}", f"2 {second}"]


@given(st.lists(sheets(), min_size=1, max_size=3, unique_by=lambda sheet: sheet.name))
@settings(max_examples=50, deadline=None)
def test_every_row_is_accounted_for_whatever_a_table_holds(drawn):
    """From a table to its figures nothing stops the program, and no row disappears."""
    file = "sessions/01/a.xlsx"
    tables = tuple(replace(sheet, file=file) for sheet in drawn)
    exports, _problems = recognise((ReadFile(Source(file, "0", 1, 1), tables),), COURSE)
    dataset, _found = validate(COURSE, Decisions(), exports)
    aggregate(dataset)

    assert all(
        account.rows_read == account.rows_used + sum(count for _code, count in account.excluded)
        for account in dataset.accounts
    )


PERSONAL = [
    (LIMESURVEY.replace("lastpage. Last page", "attribute_1. Chef"), "attribute_1. Chef"),
    (SURVEYMONKEY, "IP Address"),
    (QUALTRICS_NUMERIC, "IPAddress"),
    (ODK, "SubmitterName"),
    (VOTERS_IN_A_QUIZ, f"{METHOD}: Name"),
]


@pytest.mark.parametrize(("drawing", "header"), PERSONAL)
def test_what_a_tool_knows_of_a_person_is_dropped_at_the_door(drawing, header):
    """Addresses, devices and what somebody wrote about a respondent never get past recognition."""
    (export,), _dataset, _codes = read_sheets("sessions/01/a.csv", **{"": drawing})
    position = [column.header for column in export.columns].index(header)

    assert {response.values[position] for response in export.responses} == {None}
