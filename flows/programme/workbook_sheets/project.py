"""The sheets about the project itself: facts, sessions, participants."""

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import (
    CellForm,
    Column,
    SheetLayout,
    columns_in_both_languages,
)

PROJECT = SheetLayout(
    "project",
    Bilingual("Projekt", "Project"),
    _("The facts on the report's cover. Fill in the column Value."),
    (
        *columns_in_both_languages(
            "title",
            Bilingual("Projektets namn", "Project title"),
            _("As in the funder's decision."),
            _("Training in innovation leadership"),
            is_required=True,
        ),
        Column(
            "registration_number",
            Bilingual("Diarienummer", "Registration number"),
            _("The funder's number for the project."),
            "2015-06703",
            is_required=True,
            form=CellForm.WORDS,
        ),
        Column(
            "funder",
            Bilingual("Finansiär", "Funder"),
            _("Who gave the grant."),
            "Vinnova",
            is_required=True,
        ),
        Column(
            "coordinator",
            Bilingual("Koordinator", "Coordinator"),
            _("The organisation that answers to the funder."),
            _("Example Region"),
            is_required=True,
        ),
        Column(
            "parties",
            Bilingual("Parter", "Parties"),
            _("Every organisation that carries costs, separated by semicolons."),
            _("Example Region; Example Municipality"),
        ),
        Column(
            "grant_sek",
            Bilingual("Bidrag (kr)", "Grant (SEK)"),
            _("The grant in whole kronor."),
            "468000",
            is_required=True,
            form=CellForm.KRONOR,
        ),
        Column(
            "co_funding_sek",
            Bilingual("Egen finansiering (kr)", "Co-funding (SEK)"),
            _("What the parties pay themselves, in whole kronor; empty means 0."),
            "0",
            form=CellForm.KRONOR,
        ),
        Column(
            "starts_on",
            Bilingual("Startdatum", "Start date"),
            _("The first day of the project."),
            "2015-11-01",
            is_required=True,
            form=CellForm.DAY,
        ),
        Column(
            "ends_on",
            Bilingual("Slutdatum", "End date"),
            _("The last day of the project."),
            "2017-02-28",
            is_required=True,
            form=CellForm.DAY,
        ),
        *columns_in_both_languages(
            "status",
            Bilingual("Status", "Status"),
            _("As it should stand on the cover."),
            _("Completed"),
        ),
        Column(
            "language",
            Bilingual("Språk", "Language"),
            _("The language of the report and of the messages; empty means Swedish."),
            _("Swedish"),
            vocabulary=words.LANGUAGES,
        ),
        *columns_in_both_languages(
            "data_note",
            Bilingual("Om uppgifterna", "About the data"),
            _("Printed in the method section, for example that the data are invented."),
        ),
    ),
    is_settings=True,
)

SESSIONS = SheetLayout(
    "sessions",
    Bilingual("Tillfällen", "Sessions"),
    _("One row for each session. Its exports belong in the folder sessions/ with its number."),
    (
        Column(
            "number",
            Bilingual("Nummer", "Number"),
            _("1, 2, 3 …"),
            "1",
            is_required=True,
            form=CellForm.WHOLE,
            width=14,
        ),
        Column(
            "held_on",
            Bilingual("Datum", "Date"),
            _("The day of the session."),
            "2016-01-20",
            is_required=True,
            form=CellForm.DAY,
            width=14,
        ),
        *columns_in_both_languages(
            "theme",
            Bilingual("Tema", "Theme"),
            _("What the session was about."),
            _("What is innovation leadership?"),
            is_required=True,
            width=44,
        ),
        Column(
            "invited_groups",
            Bilingual("Inbjudna utöver deltagarna", "Invited beside the participants"),
            _("Groups that were invited but are no participants, separated by semicolons."),
            _("politicians"),
            width=30,
        ),
    ),
)

PARTICIPANTS = SheetLayout(
    "participants",
    Bilingual("Deltagare", "Participants"),
    _("One row for each enrolled person. Names and addresses never leave this workbook."),
    (
        Column(
            "key",
            Bilingual("Nyckel", "Key"),
            _("A short code of your own, one for each person; never a personal identity number."),
            "D01",
            is_required=True,
            form=CellForm.WORDS,
            width=18,
        ),
        Column(
            "name",
            Bilingual("Namn", "Name"),
            _("First name and last name."),
            _("Maja Andersson"),
            width=28,
        ),
        Column(
            "email",
            Bilingual("E-post", "E-mail"),
            _("The address that the survey tool knows; links answers to the register."),
            _("maja@municipality.example"),
            width=40,
        ),
        Column(
            "role",
            Bilingual("Roll", "Role"),
            _("The group in which the person is counted."),
            _("innovation leader"),
            is_required=True,
            width=22,
        ),
        Column(
            "organisation",
            Bilingual("Organisation", "Organisation"),
            _("The employer."),
            _("Example Municipality"),
            width=30,
        ),
        Column(
            "organisation_type",
            Bilingual("Organisationstyp", "Organisation type"),
            _("For example municipality or region."),
            _("municipality"),
            width=20,
        ),
    ),
)
