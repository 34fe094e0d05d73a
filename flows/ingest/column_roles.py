"""Which headers mean what, in the languages whose exports we have seen."""

from flows.ingest.exports import ColumnRole
from flows.programme.headers import normalise

PERSON_HEADERS = {
    ColumnRole.KEY: (
        "nyckel",
        "key",
        "deltagar-id",
        "deltagarid",
        "deltagarnyckel",
        "kod",
        "code",
        "participant key",
    ),
    ColumnRole.EMAIL: (
        "e-post",
        "epost",
        "e-postadress",
        "mejl",
        "mejladress",
        "email",
        "e-mail",
        "email address",
        "e-mail address",
        "username",
        "e-postadresse",
        "mail",
        "mailadress",
        "mailadresse",
        "e-mailadresse",
        "e-mail-adresse",
        "sähköposti",
        "sähköpostiosoite",
        "användarnamn",
        "brukernavn",
        "brugernavn",
        "nutzername",
        "käyttäjänimi",
    ),
    ColumnRole.NAME: (
        "namn",
        "name",
        "deltagare",
        "participant",
        "för- och efternamn",
        "full name",
        "förnamn",
        "first name",
        "deltagarens namn",
        "deltagarnamn",
        "participant name",
        "fullständigt namn",
        "fullt navn",
        "fullt namn",
        "navn",
        "nimi",
        "vollständiger name",
        "fornavn",
        "etunimi",
        "vorname",
    ),
    ColumnRole.FAMILY_NAME: (
        "efternamn",
        "last name",
        "surname",
        "family name",
        "etternavn",
        "sukunimi",
        "nachname",
    ),
    ColumnRole.ROLE: ("roll", "role", "grupp", "group"),
    ColumnRole.ORGANISATION: ("organisation", "kommun", "arbetsgivare", "employer", "organization"),
}
PERSON_ROLES = frozenset((ColumnRole.NAME, ColumnRole.EMAIL, ColumnRole.KEY))
"""What tells who a row is about."""

SURVEY_HEADERS = {
    **PERSON_HEADERS,
    ColumnRole.WAVE: ("mättillfälle", "mätning", "wave", "measurement"),
    ColumnRole.PERSONAL: (
        "ip-adress",
        "ip address",
        "ipaddr",
        "location latitude",
        "location longitude",
        "latitude",
        "longitude",
    ),
}
TABLE_HEADERS = {
    **SURVEY_HEADERS,
    ColumnRole.SUBMITTED_AT: (
        "svarstid",
        "svarsdatum",
        "datum",
        "inskickad",
        "inlämnad",
        "submitted at",
        "date submitted",
        "timestamp",
        "tidstämpel",
        "tidsstämpel",
    ),
    ColumnRole.RESPONSE_ID: ("id", "svars-id", "response id", "löpnummer", "nr"),
}
PROJECT_HEADERS = {
    **PERSON_HEADERS,
    ColumnRole.NAME: (
        *PERSON_HEADERS[ColumnRole.NAME],
        "ansvarig",
        "projektledare",
        "ägare",
        "owner",
        "innovationsledare",
    ),
    ColumnRole.PROJECT_ID: ("projekt-id", "projektnr", "project id", "nr", "id"),
    ColumnRole.PROJECT_TITLE: (
        "projekt",
        "förändringsprojekt",
        "projektnamn",
        "projekttitel",
        "titel",
        "project",
        "change project",
        "project title",
        "title",
    ),
    ColumnRole.STAGE: ("fas", "skede", "status", "läge", "stage", "phase"),
    ColumnRole.METHODS: (
        "metod",
        "metoder",
        "kreativa metoder",
        "method",
        "methods",
        "creative methods",
    ),
    ColumnRole.USERS_INVOLVED: (
        "användare involverade",
        "användarna involverade",
        "användare medverkade",
        "användare delaktiga",
        "brukare involverade",
        "users involved",
    ),
    ColumnRole.DESCRIPTION: (
        "beskrivning",
        "kort beskrivning",
        "vad har förändrats",
        "vad har förändrats?",
        "description",
        "what changed",
    ),
}
COST_HEADERS = {
    ColumnRole.CATEGORY: ("kostnadsslag", "cost category", "category"),
    ColumnRole.PARTY: ("part", "projektpart", "party", "organisation"),
    ColumnRole.AMOUNT_SEK: (
        "belopp",
        "belopp (kr)",
        "belopp kr",
        "belopp (sek)",
        "kr",
        "utfall",
        "utfall (kr)",
        "amount",
        "amount (sek)",
        "amount sek",
    ),
    ColumnRole.PAID_ON: (
        "datum",
        "bokföringsdatum",
        "betalningsdatum",
        "date",
        "booked on",
        "paid on",
    ),
    ColumnRole.DESCRIPTION: ("text", "beskrivning", "verifikationstext", "description"),
    ColumnRole.RESPONSE_ID: ("verifikation", "ver.nr", "ver nr", "verifikat", "voucher"),
}


def role_of(header: str, headers: dict[ColumnRole, tuple[str, ...]]) -> ColumnRole | None:
    """Return the role that `header` has among `headers`, or None."""
    key = normalise(header).rstrip(":*")
    return next((role for role, texts in headers.items() if key.strip() in texts), None)
