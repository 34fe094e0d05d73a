"""Words that the coordinator's texts are written with, in both languages, beside their numbers."""

SMALL_NUMBERS = (
    (
        "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
        " arton nitton"
    ),
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen"
    ),
)
TENS = (
    "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
UNITS = ("ett två tre fyra fem sex sju åtta nio", "one two three four five six seven eight nine")
SIGNS = ("", "-")
"""What stands between tens and units in Swedish, and in English."""

NUMBER_WORDS = {
    **{word: number for words in SMALL_NUMBERS for number, word in enumerate(words.split(), 2)},
    **{word: 10 * number for words in TENS for number, word in enumerate(words.split(), 2)},
    **{
        ten + sign + unit: 10 * tens + units
        for all_tens, all_units, sign in zip(TENS, UNITS, SIGNS, strict=True)
        for tens, ten in enumerate(all_tens.split(), 2)
        for units, unit in enumerate(all_units.split(), 1)
    },
}
"""What each word stands for. "En" and "one" are left out, which mean many other things."""

ALL_OF_THEM = r"(?:alla|samtliga)(?:\s+de)?|all(?:\s+the)?"
"""The words by which a text speaks of all that there are."""

SWEDISH_MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)
ENGLISH_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
BEFORE_YEARS = f"{SWEDISH_MONTHS}|{ENGLISH_MONTHS}|år(?:et)?|under|sedan|från|i|in|during|since"
"""The words after which 2016 is a year, whatever comes next."""

NUMBERED = (
    "träff(?:en)?|tillfälle(?:t)?|session|kapitel|avsnitt|tabell(?:en)?|figur(?:en)?|bilaga|sida"
    "|sid|s|nivå|steg|fas|etapp|modul|nummer|nr|punkt|version|paragraf|iso|chapter|section|table"
    "|figure|appendix|annex|page|level|step|phase|module|number|no"
)
"""The words after which a number is a name, such as that of a session or a page."""

SCALE_ENDS = r"(?:skala|skalan)(?:\s+från)?|scale(?:\s+(?:from|of))?"
"""The words after which two numbers are the ends of a scale."""
