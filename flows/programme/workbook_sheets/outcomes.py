"""The sheets about what came of it: goals, economy and the funder's rules."""

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import Column, SheetLayout, same

GOALS = SheetLayout(
    "goals",
    Bilingual("Mål", "Goals"),
    _("One row for each goal of the application, with the figure that shows whether it was met."),
    (
        Column(
            "goal_id",
            Bilingual("Mål-id", "Goal id"),
            _("A short code of your own."),
            same("M1"),
            is_required=True,
            width=16,
        ),
        Column(
            "statement_sv",
            Bilingual("Mål (svenska)", "Goal (Swedish)"),
            _("The goal as in the application."),
            same("Minst 80 % av deltagarna är med vid varje tillfälle"),
            is_required=True,
            width=52,
        ),
        Column(
            "statement_en",
            Bilingual("Mål (engelska)", "Goal (English)"),
            _("The goal in English."),
            same("At least 80 % of the participants attend each session"),
            width=52,
        ),
        Column(
            "indicator",
            Bilingual("Indikator", "Indicator"),
            _("A figure's name, such as attendance_rate or mean item=nytta; empty if none fits."),
            same("attendance_rate"),
            width=34,
        ),
        Column(
            "comparison",
            Bilingual("Jämförelse", "Comparison"),
            _("Whether the target is a least or a most."),
            Bilingual("minst", "at least"),
            vocabulary=words.COMPARISONS,
            width=14,
        ),
        Column(
            "target",
            Bilingual("Målvärde", "Target"),
            _("A number, or a percentage such as 80 %."),
            same("80 %"),
            width=12,
        ),
        Column(
            "period",
            Bilingual("Period", "Period"),
            _("When the goal should be met."),
            same("2016"),
            width=16,
        ),
    ),
)

ECONOMY = SheetLayout(
    "economy",
    Bilingual("Ekonomi", "Economy"),
    _("One row for each cost category and party, in whole kronor."),
    (
        Column(
            "category",
            Bilingual("Kostnadsslag", "Cost category"),
            _("As in the funder's decision."),
            Bilingual("Personalkostnader", "Personnel costs"),
            is_required=True,
            width=36,
        ),
        Column(
            "party",
            Bilingual("Part", "Party"),
            _("Who carries the cost."),
            Bilingual("Region Exempel", "Region Example"),
            is_required=True,
            width=32,
        ),
        Column(
            "budget_sek",
            Bilingual("Budget (kr)", "Budget (SEK)"),
            _("As in the funder's decision."),
            same("250 000"),
            is_required=True,
        ),
        Column(
            "outcome_sek",
            Bilingual("Utfall (kr)", "Outcome (SEK)"),
            _("What it cost; empty where the ledger's export is in the folder exports/."),
        ),
    ),
)

PROFILE = SheetLayout(
    "profile",
    Bilingual("Profil", "Profile"),
    _("The funder's rules. Change a value only where the funder's decision says so."),
    (
        Column(
            "suppression_threshold",
            Bilingual("Minsta redovisade grupp", "Smallest group shown"),
            _("Figures about fewer respondents are not shown."),
            same("5"),
        ),
        Column(
            "summary_limit_characters",
            Bilingual("Längsta avsnitt i sammanfattningen", "Longest section of the summary"),
            _("Characters in each of the three sections of the funder's form."),
            same("560"),
        ),
        Column(
            "budget_deviation_limit_share",
            Bilingual("Största avvikelse utan förklaring", "Largest unexplained deviation"),
            _("Share of a cost category's budget."),
            same("10 %"),
        ),
        Column(
            "indirect_cost_limit_share",
            Bilingual("Högsta andel indirekta kostnader", "Largest share of indirect costs"),
            _("Share of the personnel costs."),
            same("30 %"),
        ),
        Column(
            "acknowledgement_sv",
            Bilingual("Finansieringstext (svenska)", "Acknowledgement (Swedish)"),
            _("The sentence that the funder wants to see."),
            same("Projektet har finansierats av Vinnova."),
        ),
        Column(
            "acknowledgement_en",
            Bilingual("Finansieringstext (engelska)", "Acknowledgement (English)"),
            _("The same in English."),
            same("The project was funded by Vinnova."),
        ),
        Column(
            "valid_from",
            Bilingual("Reglerna gäller från", "Rules valid from"),
            _("The date of the rules: those in force at the decision apply."),
            same("2015-11-01"),
        ),
    ),
    is_settings=True,
    is_optional=True,
)
