"""The budget by the funder's cost categories, and the costs as they were booked."""

from dataclasses import dataclass
from datetime import date

from flows.programme.programme import BudgetLine
from tests.sample_programme.project import COORDINATOR

PERSONNEL = "Personalkostnader"
EQUIPMENT = "Utrustning, mark och byggnader"
CONSULTANTS = "Konsultkostnader, licenser m.m."
OTHER = "Övriga direkta kostnader"
INDIRECT = "Indirekta kostnader"

BUDGET = (
    BudgetLine(PERSONNEL, COORDINATOR, 214_000),
    BudgetLine(EQUIPMENT, COORDINATOR, 0, outcome_sek=0),
    BudgetLine(CONSULTANTS, COORDINATOR, 132_000),
    BudgetLine(OTHER, COORDINATOR, 58_000),
    BudgetLine(INDIRECT, COORDINATOR, 64_000),
)


@dataclass(frozen=True, slots=True)
class BookedCost:
    """One voucher. The lecturer of session 6 fell ill: that is why consultants cost less."""

    booked_on: date
    category: str
    text: str
    amount_sek: float


COSTS = (
    BookedCost(date(2015, 12, 18), PERSONNEL, "Projektledning november–december", 24_600),
    BookedCost(date(2015, 12, 18), INDIRECT, "OH-påslag november–december", 6_990),
    BookedCost(date(2016, 2, 11), OTHER, "Annons och inbjudan", 3_150),
    BookedCost(date(2016, 3, 14), OTHER, "Lokal och förtäring, träff 1", 7_480.50),
    BookedCost(date(2016, 3, 22), CONSULTANTS, "Föreläsare, träff 1", 18_000),
    BookedCost(date(2016, 3, 31), PERSONNEL, "Projektledning januari–mars", 41_200),
    BookedCost(date(2016, 3, 31), INDIRECT, "OH-påslag januari–mars", 11_700),
    BookedCost(date(2016, 4, 18), OTHER, "Lokal och förtäring, träff 2", 4_890),
    BookedCost(date(2016, 4, 29), CONSULTANTS, "Processledare, träff 2 och 3", 27_500),
    BookedCost(date(2016, 5, 17), OTHER, "Lokal och förtäring, träff 3", 4_735),
    BookedCost(date(2016, 6, 14), OTHER, "Lokal och förtäring, träff 4", 4_962),
    BookedCost(date(2016, 6, 23), CONSULTANTS, "Processledare, träff 4", 16_000),
    BookedCost(date(2016, 6, 30), PERSONNEL, "Projektledning april–juni", 45_800),
    BookedCost(date(2016, 6, 30), INDIRECT, "OH-påslag april–juni", 13_010),
    BookedCost(date(2016, 9, 6), OTHER, "Lokal, förtäring och prototypmaterial, träff 5", 8_214.50),
    BookedCost(date(2016, 9, 16), CONSULTANTS, "Tjänstedesigner, träff 5", 21_000),
    BookedCost(date(2016, 9, 30), PERSONNEL, "Projektledning juli–september", 38_900),
    BookedCost(date(2016, 9, 30), INDIRECT, "OH-påslag juli–september", 11_050),
    BookedCost(date(2016, 10, 4), OTHER, "Lokal och förtäring, träff 6", 4_580),
    BookedCost(date(2016, 11, 1), OTHER, "Lokal och förtäring, träff 7", 5_120),
    BookedCost(date(2016, 11, 15), CONSULTANTS, "Forskare, träff 7", 21_000),
    BookedCost(date(2016, 11, 29), OTHER, "Lokal och förtäring, träff 8", 4_655),
    BookedCost(date(2016, 12, 20), OTHER, "Lokal och förtäring, träff 9", 4_905),
    BookedCost(date(2016, 12, 30), PERSONNEL, "Projektledning oktober–december", 46_700),
    BookedCost(date(2016, 12, 30), INDIRECT, "OH-påslag oktober–december", 13_260),
    BookedCost(date(2017, 2, 7), OTHER, "Lokal och förtäring, träff 10", 8_548),
    BookedCost(date(2017, 2, 24), PERSONNEL, "Projektledning och slutrapport 2017", 24_200),
    BookedCost(date(2017, 2, 24), INDIRECT, "OH-påslag 2017", 6_890),
)
