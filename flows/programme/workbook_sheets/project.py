"""The sheets about the project itself: facts, sessions, participants."""

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import Column, SheetLayout, same

PROJECT = SheetLayout(
    "project",
    Bilingual("Projekt", "Project"),
    _("The facts on the report's cover. Fill in the column Value."),
    (
        Column(
            "title_sv",
            Bilingual("Projektets namn (svenska)", "Project title (Swedish)"),
            _("As in the funder's decision."),
            Bilingual("Utbildning i innovationsledning", "Utbildning i innovationsledning"),
            is_required=True,
        ),
        Column(
            "title_en",
            Bilingual("Projektets namn (engelska)", "Project title (English)"),
            _("Used in the English report."),
            same("Training in innovation leadership"),
        ),
        Column(
            "registration_number",
            Bilingual("Diarienummer", "Registration number"),
            _("The funder's number for the project."),
            same("2015-06703"),
            is_required=True,
        ),
        Column(
            "funder",
            Bilingual("Finansiär", "Funder"),
            _("Who gave the grant."),
            same("Vinnova"),
            is_required=True,
        ),
        Column(
            "coordinator",
            Bilingual("Koordinator", "Coordinator"),
            _("The organisation that answers to the funder."),
            Bilingual("Region Exempel", "Region Example"),
            is_required=True,
        ),
        Column(
            "parties",
            Bilingual("Parter", "Parties"),
            _("Every organisation that carries costs, separated by semicolons."),
            Bilingual("Region Exempel; Exempels kommun", "Region Example; Example Municipality"),
        ),
        Column(
            "grant_sek",
            Bilingual("Bidrag (kr)", "Grant (SEK)"),
            _("The grant in whole kronor."),
            same("468 000"),
            is_required=True,
        ),
        Column(
            "co_funding_sek",
            Bilingual("Egen finansiering (kr)", "Co-funding (SEK)"),
            _("What the parties pay themselves, in whole kronor; empty means 0."),
            same("0"),
        ),
        Column(
            "starts_on",
            Bilingual("Startdatum", "Start date"),
            _("The first day of the project."),
            same("2015-11-01"),
            is_required=True,
        ),
        Column(
            "ends_on",
            Bilingual("Slutdatum", "End date"),
            _("The last day of the project."),
            same("2017-02-28"),
            is_required=True,
        ),
        Column(
            "status_sv",
            Bilingual("Status (svenska)", "Status (Swedish)"),
            _("As it should stand on the cover."),
            same("Avslutat"),
        ),
        Column(
            "status_en",
            Bilingual("Status (engelska)", "Status (English)"),
            _("As it should stand on the cover of the English report."),
            same("Ended"),
        ),
        Column(
            "language",
            Bilingual("Språk", "Language"),
            _("The language of the report and of the messages."),
            Bilingual("svenska", "Swedish"),
            vocabulary=words.LANGUAGES,
        ),
        Column(
            "data_note_sv",
            Bilingual("Om uppgifterna (svenska)", "About the data (Swedish)"),
            _("Printed in the method section, for example that the data are invented."),
        ),
        Column(
            "data_note_en",
            Bilingual("Om uppgifterna (engelska)", "About the data (English)"),
            _("The same in English."),
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
            same("1"),
            is_required=True,
            width=10,
        ),
        Column(
            "held_on",
            Bilingual("Datum", "Date"),
            _("The day of the session."),
            same("2016-01-20"),
            is_required=True,
            width=14,
        ),
        Column(
            "theme_sv",
            Bilingual("Tema (svenska)", "Theme (Swedish)"),
            _("What the session was about."),
            same("Vad är innovationsledning?"),
            is_required=True,
            width=44,
        ),
        Column(
            "theme_en",
            Bilingual("Tema (engelska)", "Theme (English)"),
            _("Used in the English report."),
            same("What is innovation leadership?"),
            width=44,
        ),
        Column(
            "invited_groups",
            Bilingual("Inbjudna utöver deltagarna", "Invited beside the participants"),
            _("Groups that were invited but are no participants, separated by semicolons."),
            Bilingual("politiker", "politicians"),
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
            _("A short code of your own, one for each person."),
            same("D01"),
            is_required=True,
            width=16,
        ),
        Column(
            "name",
            Bilingual("Namn", "Name"),
            _("First name and last name."),
            same("Maja Exempelsson"),
            width=28,
        ),
        Column(
            "email",
            Bilingual("E-post", "E-mail"),
            _("The address that the survey tool knows; links answers to the register."),
            same("maja@kommun.example"),
            width=34,
        ),
        Column(
            "role",
            Bilingual("Roll", "Role"),
            _("The group in which the person is counted."),
            Bilingual("innovationsledare", "innovation leader"),
            is_required=True,
            width=22,
        ),
        Column(
            "organisation",
            Bilingual("Organisation", "Organisation"),
            _("The employer."),
            Bilingual("Exempels kommun", "Example Municipality"),
            width=30,
        ),
        Column(
            "organisation_type",
            Bilingual("Organisationstyp", "Organisation type"),
            _("For example municipality or region."),
            Bilingual("kommun", "municipality"),
            width=20,
        ),
    ),
)
