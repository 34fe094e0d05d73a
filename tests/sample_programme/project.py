"""The project and its ten sessions. The cover's facts are Vinnova's; the rest is invented."""

from datetime import date

from flows.programme.languages import Bilingual, Language
from flows.programme.programme import Profile, Project, Session
from tests.sample_programme.people import COUNTY_COUNCIL, DOMAINS

NAME = "innovationsledning-sormland"
POLITICIANS = "politiker"
COORDINATOR = f"{COUNTY_COUNCIL} – FoU i Sörmland"
GRANT_SEK = 468_000

PROJECT = Project(
    title=Bilingual(
        "Utbildning i innovationsledning inom kommuner och landsting i Sörmland",
        "Training in innovation leadership in municipalities and the county council in Sörmland",
    ),
    registration_number="2015-06703",
    funder="Vinnova",
    coordinator=COORDINATOR,
    parties=(COORDINATOR, *(party for party in DOMAINS if party != COUNTY_COUNCIL)),
    grant_sek=GRANT_SEK,
    co_funding_sek=0,
    starts_on=date(2015, 11, 1),
    ends_on=date(2017, 2, 28),
    status=Bilingual("Avslutat", "Completed"),
    language=Language.SV,
    data_note=Bilingual(
        "Detta är ett exempel. Projektets titel, diarienummer, koordinator, bidrag och löptid "
        "är verkliga och hämtade från Vinnovas öppna projektlista. Alla personer, svar, "
        "kommentarer, förändringsprojekt och kostnader är påhittade.",
        "This is an example. The project's title, registration number, coordinator, grant and "
        "period are real and taken from Vinnova's public list of projects. All people, answers, "
        "comments, change projects and costs are invented.",
    ),
)

SESSIONS = (
    Session(
        1,
        date(2016, 3, 9),
        Bilingual(
            "Innovation i offentlig sektor: varför och för vem?",
            "Innovation in the public sector: why, and for whom?",
        ),
        invited_groups=(POLITICIANS,),
    ),
    Session(
        2,
        date(2016, 4, 13),
        Bilingual(
            "Förstå behov: intervju, skuggning och tjänsteresa",
            "Understanding needs: interviews, shadowing and the service journey",
        ),
    ),
    Session(
        3,
        date(2016, 5, 11),
        Bilingual("Från behov till rätt fråga", "From needs to the right question"),
    ),
    Session(
        4,
        date(2016, 6, 8),
        Bilingual("Att leda kreativa grupprocesser", "Facilitating creative group processes"),
    ),
    Session(
        5,
        date(2016, 8, 31),
        Bilingual("Prototyp: gör idén synlig tidigt", "Prototypes: making the idea visible early"),
    ),
    Session(
        6,
        date(2016, 9, 28),
        Bilingual("Test: prova i liten skala", "Testing: trying things on a small scale"),
    ),
    Session(
        7,
        date(2016, 10, 26),
        Bilingual("Användarna med hela vägen", "Users involved all the way"),
    ),
    Session(
        8,
        date(2016, 11, 23),
        Bilingual("Ledarskap som ger mod att prova", "Leadership that gives courage to try"),
    ),
    Session(
        9,
        date(2016, 12, 14),
        Bilingual(
            "Införande: från test till vardag", "Putting into practice: from test to routine"
        ),
    ),
    Session(
        10,
        date(2017, 2, 1),
        Bilingual("Resultat, spridning och nästa steg", "Results, dissemination and next steps"),
        invited_groups=(POLITICIANS,),
    ),
)

PROFILE = Profile(
    suppression_threshold=5,
    hides_telling_totals=False,
    summary_limit_characters=560,
    budget_deviation_limit_share=0.10,
    indirect_cost_limit_share=0.30,
    acknowledgement=Bilingual(
        "Projektet har genomförts med stöd från Vinnova.",
        "The project was carried out with support from Vinnova.",
    ),
    valid_from=date(2015, 11, 1),
)
