"""The questions of the three forms, and the scales that they are answered on."""

from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel
from flows.programme.languages import Bilingual
from flows.programme.scales import MissingKind, Scale, ScaleLabel

AGREEMENT = Scale(
    "instämmer",
    (
        ScaleLabel(Bilingual("Instämmer inte alls", "Strongly disagree"), 1),
        ScaleLabel(Bilingual("Instämmer inte", "Disagree"), 2),
        ScaleLabel(Bilingual("Varken eller", "Neither agree nor disagree"), 3),
        ScaleLabel(Bilingual("Instämmer", "Agree"), 4, is_favourable=True),
        ScaleLabel(Bilingual("Instämmer helt", "Strongly agree"), 5, is_favourable=True),
        ScaleLabel(Bilingual("Vet ej", "Don't know"), None, MissingKind.DONT_KNOW),
        ScaleLabel(Bilingual("Ej aktuellt", "Not applicable"), None, MissingKind.NOT_APPLICABLE),
        ScaleLabel(
            Bilingual("Jag deltog inte", "I did not attend"), None, MissingKind.DID_NOT_ATTEND
        ),
    ),
)
ABILITY = Scale(
    "förmåga",
    (
        ScaleLabel(Bilingual("Inte alls", "Not at all"), 1),
        ScaleLabel(Bilingual("I liten grad", "To a small extent"), 2),
        ScaleLabel(Bilingual("Till viss del", "To some extent"), 3),
        ScaleLabel(Bilingual("I hög grad", "To a great extent"), 4, is_favourable=True),
        ScaleLabel(Bilingual("I mycket hög grad", "To a very great extent"), 5, is_favourable=True),
        ScaleLabel(Bilingual("Vet ej", "Don't know"), None, MissingKind.DONT_KNOW),
    ),
)
RECOMMENDATION = Scale(
    "ja-kanske-nej",
    (
        ScaleLabel(Bilingual("Nej", "No"), None),
        ScaleLabel(Bilingual("Kanske", "Perhaps"), None),
        ScaleLabel(Bilingual("Ja", "Yes"), None, is_favourable=True),
    ),
)
METHODS = Scale(
    "metoder",
    (
        ScaleLabel(Bilingual("Behovsintervju", "Needs interview"), None),
        ScaleLabel(Bilingual("Skuggning", "Shadowing"), None),
        ScaleLabel(Bilingual("Tjänsteresa", "Service journey"), None),
        ScaleLabel(Bilingual("Brainwriting", "Brainwriting"), None),
        ScaleLabel(Bilingual("Prototyp", "Prototype"), None),
        ScaleLabel(Bilingual("Test i liten skala", "Small-scale test"), None),
        ScaleLabel(Bilingual("Inget av detta", "None of these"), None),
    ),
)
SCALES = (AGREEMENT, ABILITY, RECOMMENDATION, METHODS)


def evaluation_scale(item_id: str, sv: str, en: str, level: KirkpatrickLevel) -> Item:
    """Return a statement that is agreed with after each session."""
    return Item(
        item_id, Bilingual(sv, en), ItemKind.SCALE, Instrument.EVALUATION, "instämmer", level
    )


LEADERSHIP = "innovationsförmåga"
"""The index of what leads an innovation; courage and support are other things."""


def self_assessment_scale(item_id: str, sv: str, en: str, index_id: str = "") -> Item:
    """Return a competence that is assessed before and after the programme."""
    return Item(
        item_id,
        Bilingual(sv, en),
        ItemKind.SCALE,
        Instrument.SELF_ASSESSMENT,
        "förmåga",
        KirkpatrickLevel.LEARNING,
        index_id,
    )


STATEMENTS = (
    evaluation_scale(
        "nytta",
        "Jag har nytta av innehållet i mitt arbete",
        "The content is useful in my work",
        KirkpatrickLevel.REACTION,
    ),
    evaluation_scale(
        "metoder",
        "Jag kan använda metoderna i mitt eget förändringsprojekt",
        "I can use the methods in my own change project",
        KirkpatrickLevel.LEARNING,
    ),
    evaluation_scale(
        "användare",
        "Jag förstår bättre hur användarna kan vara med och utveckla tjänsten",
        "I understand better how users can take part in developing the service",
        KirkpatrickLevel.LEARNING,
    ),
    evaluation_scale(
        "samtal",
        "Samtalen i gruppen gav mig nya idéer",
        "The conversations in the group gave me new ideas",
        KirkpatrickLevel.REACTION,
    ),
    evaluation_scale(
        "tid",
        "Det fanns tillräckligt med tid att prova metoderna",
        "There was enough time to try the methods",
        KirkpatrickLevel.REACTION,
    ),
)
RATING = Item(
    "helhet",
    Bilingual(
        "Vilket betyg ger du träffen som helhet (1–10)?",
        "How do you rate the session as a whole (1–10)?",
    ),
    ItemKind.NUMBER,
    Instrument.EVALUATION,
    level=KirkpatrickLevel.REACTION,
)
RECOMMEND = Item(
    "rekommendera",
    Bilingual(
        "Skulle du rekommendera träffen för en kollega?",
        "Would you recommend the session to a colleague?",
    ),
    ItemKind.CHOICE,
    Instrument.EVALUATION,
    "ja-kanske-nej",
    KirkpatrickLevel.REACTION,
)
WILL_USE = Item(
    "ska-använda",
    Bilingual(
        "Vad kommer du att använda före nästa träff? Flera svar går bra.",
        "What will you use before the next session? You may choose several.",
    ),
    ItemKind.CHOICES,
    Instrument.EVALUATION,
    "metoder",
    KirkpatrickLevel.BEHAVIOUR,
)
BEST = Item(
    "värdefullt",
    Bilingual("Vad var mest värdefullt i dag?", "What was most valuable today?"),
    ItemKind.TEXT,
    Instrument.EVALUATION,
)
BETTER = Item(
    "bättre",
    Bilingual("Vad kan vi göra bättre?", "What can we do better?"),
    ItemKind.TEXT,
    Instrument.EVALUATION,
)
EVALUATION = (*STATEMENTS, RATING, RECOMMEND, WILL_USE, BEST, BETTER)

CODE = Item(
    "deltagarkod",
    Bilingual("Din deltagarkod", "Your participant code"),
    ItemKind.KEY,
    Instrument.SELF_ASSESSMENT,
)
ABILITIES = (
    self_assessment_scale(
        "leda",
        "Jag kan leda en innovationsprocess från behov till införande",
        "I can lead an innovation process from need to practice",
        LEADERSHIP,
    ),
    self_assessment_scale(
        "behov",
        "Jag kan ta reda på vad användarna behöver",
        "I can find out what users need",
        LEADERSHIP,
    ),
    self_assessment_scale(
        "grupp",
        "Jag kan leda kreativa grupprocesser",
        "I can facilitate creative group processes",
        LEADERSHIP,
    ),
    self_assessment_scale(
        "prototyp",
        "Jag kan pröva en idé tidigt med en enkel prototyp",
        "I can try an idea early with a simple prototype",
        LEADERSHIP,
    ),
    self_assessment_scale(
        "delaktighet",
        "Jag kan göra användarna delaktiga genom hela tjänsteinnovationsprocessen",
        "I can involve users through the whole service-innovation process",
        LEADERSHIP,
    ),
    self_assessment_scale(
        "mod",
        "Jag vågar prova sådant som kan misslyckas",
        "I dare to try things that may fail",
    ),
    self_assessment_scale(
        "stöd",
        "Jag har stöd av min ledning att prova nya arbetssätt",
        "My management supports me in trying new ways of working",
    ),
)

REFLECTIONS = (
    Item(
        "annorlunda",
        Bilingual(
            "Vad har du börjat göra annorlunda sedan utbildningen startade?",
            "What have you begun to do differently since the training started?",
        ),
        ItemKind.TEXT,
        Instrument.REFLECTION,
        level=KirkpatrickLevel.BEHAVIOUR,
    ),
    Item(
        "behöver",
        Bilingual(
            "Vad behöver du för att komma vidare?",
            "What do you need in order to move on?",
        ),
        ItemKind.TEXT,
        Instrument.REFLECTION,
        level=KirkpatrickLevel.RESULTS,
    ),
)
ITEMS = (*EVALUATION, CODE, *ABILITIES, *REFLECTIONS)

REWORDED_TIME = "Tiden räckte för att prova metoderna"
"""How the question about time was put from session 6 on."""
