"""What the alternative texts say: the values beside the sentences, in both languages."""

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from flows.aggregate.evidence import number_evidence
from flows.aggregate.indicators import Status
from flows.programme.languages import Language
from flows.render.alternatives.answers import (
    Change,
    OneWave,
    describe_changes,
    describe_shares,
    describe_spread,
    describe_waves,
)
from flows.render.alternatives.outcomes import Aim, Cost, describe_aims, describe_costs
from flows.render.alternatives.sentences import (
    SESSIONS,
    Value,
    tell_course,
    tell_ends,
    tell_gaps,
)
from flows.render.alternatives.sessions import (
    describe_attendance,
    describe_means,
    describe_overview,
    describe_presence,
    describe_year,
)
from flows.render.chapters.voice_themes import ThemeChart
from flows.render.exhibits import Chart
from flows.render.notation import Notation
from tests.invented_reports import KINDS, sample_findings, sample_report
from tests.render.report_drawing import YEAR, draw_report, with_threshold

SV, EN = Notation(Language.SV), Notation(Language.EN)
TOO_FEW = "för få personer; visas inte"


def draw_values(table: str) -> list[Value]:
    """Return the values drawn as `name: printed`, or `name: -reason` where there is none."""
    values = []
    for line in table.strip().splitlines():
        name, _colon, printed = line.strip().partition(": ")
        number = (
            None
            if printed.startswith("-")
            else float(re.sub(r"[^\d,]", "", printed).replace(",", "."))
        )
        values.append(Value(name, number, printed.removeprefix("-")))
    return values


ENDS = {
    "one of each": (
        """
        1: 89 %
        2: 62 %
        3: 96 %
        """,
        "Det största värdet, 96 %, har tillfälle 3; det minsta, 62 %, har tillfälle 2.",
        "The largest value, 96 %, is that of session 3; the smallest, 62 %, of session 2.",
    ),
    "up to three that share a value are named": (
        """
        1: 100 %
        2: 62 %
        3: 100 %
        4: 100 %
        """,
        "Det största värdet, 100 %, har tillfälle 1, 3 och 4; det minsta, 62 %, har tillfälle 2.",
        (
            "The largest value, 100 %, is that of sessions 1, 3 and 4; the smallest, 62 %, of "
            "session 2."
        ),
    ),
    "of more their number is told": (
        """
        1: 5
        2: 5
        3: 5
        4: 5
        5: 7
        """,
        "Det största värdet, 7, har tillfälle 5; det minsta, 5, har 4 av tillfällena.",
        "The largest value, 7, is that of session 5; the smallest, 5, of 4 of the sessions.",
    ),
    "all alike": (
        """
        1: 80 %
        2: 80 %
        """,
        "Värdet är detsamma, 80 %, för tillfälle 1 och 2.",
        "The value is the same, 80 %, for sessions 1 and 2.",
    ),
    "only one has a value": (
        """
        1: -för få personer; visas inte
        2: 80 %
        """,
        "Det enda värdet, 80 %, har tillfälle 2.",
        "The only value is 80 %, for session 2.",
    ),
    "none has a value": ("1: -inte frågat", "", ""),
}


@pytest.mark.parametrize(("table", "swedish", "english"), ENDS.values(), ids=ENDS)
def test_the_largest_and_the_smallest_are_told_with_all_that_share_them(table, swedish, english):
    """What is printed alike is equal to a reader, so no one of them is singled out."""
    values = draw_values(table)

    assert (tell_ends(values, SV, SESSIONS), tell_ends(values, EN, SESSIONS)) == (swedish, english)


def test_values_that_differ_only_before_rounding_share_the_end():
    """Nobody could see in the chart which of two 95 % is the larger."""
    values = [Value("1", 0.951, "95 %"), Value("2", 0.949, "95 %"), Value("3", 0.5, "50 %")]

    assert "95 %, har tillfälle 1 och 2;" in tell_ends(values, SV, SESSIONS)


@pytest.mark.parametrize(
    ("printed", "swedish"),
    [
        (("2", "3", "4"), "Från tillfälle 1 till tillfälle 3 stiger värdet från 2 till 4."),
        (("4", "4", "2"), "Från tillfälle 1 till tillfälle 3 sjunker värdet från 4 till 2."),
        (
            ("2", "5", "4"),
            (
                "Från tillfälle 1 till tillfälle 3 stiger värdet från 2 till 4. "
                "Däremellan går det både upp och ned."
            ),
        ),
        (("2", "2", "2"), "Värdet är 2 både vid tillfälle 1 och vid tillfälle 3."),
        (("2", "-", "-"), ""),
    ],
)
def test_the_course_goes_from_the_first_session_to_the_last(printed, swedish):
    """It says in which direction, and does not hide that it turned on the way."""
    values = draw_values("\n".join(f"{n}: {text}" for n, text in enumerate(printed, 1)))

    assert tell_course(values, SV, SESSIONS) == swedish


def test_gaps_are_told_by_their_reason():
    """Nothing that is missing is passed over, and nobody has to guess why."""
    values = draw_values(f"1: -{TOO_FEW}\n2: 5\n3: -inte frågat\n4: -{TOO_FEW}")

    assert tell_gaps(values, SV, SESSIONS) == (
        "Värde saknas för tillfälle 1 och 4 (för få personer; visas inte). "
        "Värde saknas för tillfälle 3 (inte frågat)."
    )


SHARES = draw_values("1: 50 %\n2: 75 %\n3: -för få personer; visas inte")
WHOLE = Value("", 0.6, "60 %")
ANSWERS = draw_values("”Nej”: 40 %\n”Ja”: 60 %")
BEFORE, AFTER = (
    OneWave(Value("före", 0.2, "20 %"), "26"),
    OneWave(Value("efter", 0.5, "50 %"), "24"),
)
CHANGES = [
    Change("”A”", Value("", 2.0, "2,0"), Value("", 3.5, "3,5"), 12, 1, 20),
    Change("”B”", Value("", 3.0, "3,0"), Value("", 2.5, "2,5"), 2, 5, 22),
    Change("”C”", Value("", None, TOO_FEW), Value("", None, TOO_FEW), None, None, None),
]

DESCRIBED = {
    "the year": (
        lambda notation: describe_year(
            [(1, date(2016, 3, 9)), (2, date(2016, 4, 13)), (3, date(2016, 4, 20))],
            "mars 2016 – maj 2016",
            notation,
        ),
        (
            "Under projekttiden hölls 3 tillfällen, från 9 mars 2016 till 20 april 2016. För "
            "varje tillfälle utom det första räknas dagarna sedan det förra. Det största värdet, "
            "35 dagar, har tillfälle 2; det minsta, 7 dagar, har tillfälle 3. Underlaget är "
            "projekttiden, mars 2016 – maj 2016."
        ),
        (
            "The project period holds 3 sessions, from 9 March 2016 to 20 April 2016. For each "
            "session but the first, the days since the one before count. The largest value, 35 "
            "days, is that of session 2; the smallest, 7 days, of session 3. The base is the "
            "project period, mars 2016 – maj 2016."
        ),
    ),
    "who came": (
        lambda notation: describe_presence(draw_values("1: 28\n2: 22\n3: 22"), "30", notation),
        (
            "Antalet deltagare på plats jämförs mellan 3 tillfällen. Det största värdet, 28, har "
            "tillfälle 1; det minsta, 22, har tillfälle 2 och 3. Från tillfälle 1 till tillfälle 3 "
            "sjunker värdet från 28 till 22. Underlaget är 30 inskrivna deltagare."
        ),
        (
            "The number of participants present is compared at 3 sessions. The largest value, 28, "
            "is that of session 1; the smallest, 22, of sessions 2 and 3. From session 1 to "
            "session 3 it falls from 28 to 22. The base is 30 enrolled participants."
        ),
    ),
    "attendance by group": (
        lambda notation: describe_attendance(
            draw_values("1: 90 %\n2: 95 %"),
            draw_values("chef vid tillfälle 1: 70 %\nchef vid tillfälle 2: -inga svar"),
            "30",
            notation,
        ),
        (
            "Närvaron för alla deltagare och för varje grupp jämförs mellan 2 tillfällen. Alla "
            "deltagare: det största värdet, 95 %, har tillfälle 2; det minsta, 90 %, har "
            "tillfälle 1. Från tillfälle 1 till tillfälle 2 stiger värdet från 90 % till 95 %. "
            "Enskilda grupper vid enskilda tillfällen: det enda värdet, 70 %, har chef vid "
            "tillfälle 1. Värde saknas för chef vid tillfälle 2 (inga svar). Underlaget är 30 "
            "inskrivna deltagare."
        ),
        (
            "The attendance rate of all participants and of each group is compared at 2 sessions. "
            "All participants: the largest value, 95 %, is that of session 2; the smallest, 90 %, "
            "of session 1. From session 1 to session 2 it rises from 90 % to 95 %. Single groups "
            "at single sessions: the only value is 70 %, for chef vid tillfälle 1. There is no "
            "value for chef vid tillfälle 2 (inga svar). The base is 30 enrolled participants."
        ),
    ),
    "the questions side by side": (
        lambda notation: describe_overview(
            draw_values("”A”: 87 %\n”B”: 54 %"),
            draw_values("”A” vid tillfälle 1: 90 %\n”B” vid tillfälle 1: 15 %"),
            1,
            [200, 216],
            notation,
        ),
        (
            "Andelen positiva svar på 2 frågor jämförs mellan 1 tillfälle. Alla tillfällen "
            "tillsammans: det största värdet, 87 %, har ”A”; det minsta, 54 %, har ”B”. Enskilda "
            "tillfällen: det största värdet, 90 %, har ”A” vid tillfälle 1; det minsta, 15 %, har "
            "”B” vid tillfälle 1. Underlaget är mellan 200 och 216 giltiga svar på varje fråga."
        ),
        (
            "The share of favourable answers to 2 questions is compared at 1 session. All "
            "sessions together: the largest value, 87 %, is that of ”A”; the smallest, 54 %, of "
            "”B”. Single sessions: the largest value, 90 %, is that of ”A” vid tillfälle 1; the "
            "smallest, 15 %, of ”B” vid tillfälle 1. The base is between 200 and 216 valid "
            "answers to each question."
        ),
    ),
    "a question over the sessions": (
        lambda notation: describe_spread(
            "Nytta", ANSWERS, ("Andel positiva svar", WHOLE, SHARES), "40", notation
        ),
        (
            "Svaren på ”Nytta” jämförs mellan 3 tillfällen. För alla tillfällen tillsammans är "
            "det vanligaste svaret ”Ja” (60 %). Andel positiva svar: 60 % sammanlagt. Det största "
            "värdet, 75 %, har tillfälle 2; det minsta, 50 %, har tillfälle 1. Från tillfälle 1 "
            "till tillfälle 2 stiger värdet från 50 % till 75 %. Värde saknas för tillfälle 3 "
            "(för få personer; visas inte). Underlaget är 40 giltiga svar."
        ),
        (
            "The answers to “Nytta” are compared at 3 sessions. All sessions together, the most "
            "frequent answer is ”Ja” (60 %). Andel positiva svar: 60 % in all. The largest value, "
            "75 %, is that of session 2; the smallest, 50 %, of session 1. From session 1 to "
            "session 2 it rises from 50 % to 75 %. There is no value for session 3 (för få "
            "personer; visas inte). The base is 40 valid answers."
        ),
    ),
    "a question before and after": (
        lambda notation: describe_waves(
            "Leda", "Andelen positiva svar", (BEFORE, AFTER, None), notation
        ),
        (
            "Svaren på ”Leda” jämförs före och efter. Andelen positiva svar stiger från 20 % före "
            "till 50 % efter. Underlaget är 26 svar före och 24 svar efter."
        ),
        (
            "The answers to “Leda” are compared before and after. Andelen positiva svar rises from "
            "20 % before to 50 % after. The base is 26 answers före and 24 answers efter."
        ),
    ),
    "a mean over the sessions": (
        lambda notation: describe_means(
            "Betyg", Value("", 8.2, "8,2"), draw_values("1: 8,0\n2: 8,4"), "50", notation
        ),
        (
            "Medelvärdet av svaren på ”Betyg” jämförs mellan 2 tillfällen. För alla tillfällen "
            "tillsammans är det 8,2. Det största värdet, 8,4, har tillfälle 2; det minsta, 8,0, "
            "har tillfälle 1. Från tillfälle 1 till tillfälle 2 stiger värdet från 8,0 till 8,4. "
            "Underlaget är 50 svar."
        ),
        (
            "The mean of the answers to “Betyg” is compared at 2 sessions. All sessions together "
            "it is 8,2. The largest value, 8,4, is that of session 2; the smallest, 8,0, of "
            "session 1. From session 1 to session 2 it rises from 8,0 to 8,4. The base is 50 "
            "answers."
        ),
    ),
    "bars": (
        lambda notation: describe_shares(
            "Teman jämförs.", draw_values("tid: 12\nlokal: 3"), "40 kommentarer", notation
        ),
        (
            "Teman jämförs. Det största värdet, 12, har tid; det minsta, 3, har lokal. Underlaget "
            "är 40 kommentarer."
        ),
        (
            "Teman jämförs. The largest value, 12, is that of tid; the smallest, 3, of lokal. The "
            "base is 40 kommentarer."
        ),
    ),
    "changes": (
        lambda notation: describe_changes(CHANGES, ("28", "27"), notation),
        (
            "Självskattningarna före och efter jämförs, fråga för fråga och person för person. Av "
            "2 frågor har 1 fler personer som stigit än som sjunkit. Ordnat efter medelvärdets "
            "förändring kommer ”A” (från 2,0 till 3,5) först och ”B” (från 3,0 till 2,5) sist. "
            "Värde saknas för ”C” (för få personer; visas inte). Underlaget är 28 svarande före "
            "och 27 efter, varav 20 till 22 personer besvarat en fråga båda gångerna."
        ),
        (
            "The self-assessments before and after are compared, question by question and person "
            "by person. Of 2 questions, 1 have more people who rose than people who fell. The "
            "order by the change of the mean begins with ”A” (from 2,0 to 3,5) and ends with ”B” "
            "(from 3,0 to 2,5). There is no value for ”C” (för få personer; visas inte). The base "
            "is 28 responses before and 27 after, with 20 to 22 people who answered a question "
            "both times."
        ),
    ),
    "goals": (
        lambda notation: describe_aims(
            [
                Aim("God närvaro.", "89 %", "minst 85 %", "uppnått", 1.05, is_reached=True),
                Aim("Alla leder.", "15", "minst 20", "inte uppnått", 0.75, is_reached=False),
                Aim("Ny kultur.", "", "", "kan inte bedömas", None, is_reached=False),
            ],
            notation,
        ),
        (
            "Utfallet för varje mål jämförs med målvärdet. Av 2 mål med utfall och målvärde är 1 "
            "helt uppnådda. Alla leder. Utfall: 15; målvärde: minst 20; inte uppnått. Ordnat "
            "efter utfallet i förhållande till målvärdet kommer ”God närvaro” (89 %; målvärde: "
            "minst 85 %) först och ”Alla leder” (15; målvärde: minst 20) sist. Värde saknas för "
            "”Ny kultur” (kan inte bedömas). Underlaget är 3 mål i ansökan."
        ),
        (
            "The outcome of each goal is compared with its target. Of 2 goals with an outcome and "
            "a target, 1 are fully reached. Alla leder. Outcome: 15; target: minst 20; inte "
            "uppnått. The order by the outcome in relation to the target begins with “God "
            "närvaro” (89 %; target: minst 85 %) and ends with “Alla leder” (15; target: minst "
            "20). There is no value for “Ny kultur” (kan inte bedömas). The base is 3 goals of "
            "the application."
        ),
    ),
    "costs": (
        lambda notation: describe_costs(
            [Cost("Personal", 300_000, 320_000), Cost("Resor", 168_000, 120_000)],
            (notation.amount(468_000), notation.amount(440_000)),
            notation,
        ),
        (
            "Utfallet för varje kostnadsslag jämförs med budgeten. Det största värdet, 320 000 "
            "kronor, har Personal; det minsta, 120 000 kronor, har Resor. Ordnat efter utfallet i "
            "förhållande till budgeten kommer Personal (320 000 kronor av 300 000 kronor) först "
            "och Resor (120 000 kronor av 168 000 kronor) sist. Underlaget är en budget på 468 "
            "000 kronor och ett utfall på 440 000 kronor sammanlagt."
        ),
        (
            "The outcome of each cost category is compared with its budget. The largest value, "
            "320,000 kronor, is that of Personal; the smallest, 120,000 kronor, of Resor. The "
            "order by the outcome in relation to the budget begins with Personal (320,000 kronor "
            "of 300,000 kronor) and ends with Resor (120,000 kronor of 168,000 kronor). The base "
            "is a budget of 468,000 kronor and an outcome of 440,000 kronor in all."
        ),
    ),
}


@pytest.mark.parametrize(("describe", "swedish", "english"), DESCRIBED.values(), ids=DESCRIBED)
def test_each_kind_of_chart_is_told_in_both_languages(describe, swedish, english):
    """What is compared, the ends, the course where there is one, what is missing, and the base."""
    assert (plain(describe(SV)), plain(describe(EN))) == (swedish, english)


def plain(text: str) -> str:
    """Return `text` with ordinary spaces, as tests are typed."""
    return re.sub(r"\s", " ", text)


NUMBER = re.compile(r"[+−]?\d+(?:[.,]\d+)*")
CHART_WORDS = re.compile(
    r"(en |ett |a |an |the )?(bar |line |stacked )?(chart|graph|diagram|figur|picture|bild|tabell"
    r"|tidslinje|timeline|stapel|linje)",
    re.IGNORECASE,
)
BASE = {Language.SV: "Underlaget är ", Language.EN: "The base is "}


def list_charts(printed: object):
    """Yield every chart of a report, at any depth; the bars of themes are one chart together."""
    match printed:
        case Chart():
            yield printed
        case ThemeChart(anchor, title, base, rows, evidence):
            in_words = " ".join(row.in_words for row in rows)
            yield Chart(anchor, title, base, (), evidence=evidence, in_words=in_words)
        case tuple():
            for part in printed:
                yield from list_charts(part)
        case _ if is_dataclass(printed):
            for field in fields(printed):
                yield from list_charts(getattr(printed, field.name))


@pytest.fixture(scope="module", params=Language)
def sample(request):
    """The sample's report in a language, with its charts."""
    report = sample_report(request.param)
    return report, tuple(list_charts(report))


def test_no_alternative_text_of_the_sample_says_that_it_is_a_chart(sample):
    """A screen reader has said so already: "graphic"."""
    _report, charts = sample

    assert len(charts) > 20
    assert [chart.in_words for chart in charts if CHART_WORDS.match(chart.in_words)] == []


def test_every_alternative_text_of_the_sample_names_its_base_and_figures(sample):
    """At least two figures, and what they rest on, in sentences that end."""
    report, charts = sample

    for chart in charts:
        assert BASE[report.language] in chart.in_words
        assert len(NUMBER.findall(chart.in_words)) >= 2
        assert chart.in_words.endswith(".")


STRUCTURE = {
    Language.SV: (
        r"tillfälle \d+(?:, \d+)*(?: och \d+)?|mellan \d+ tillfällen?|\d+ av (?:dem|tillfällena)"
        r"|på \d+ frågor|Av \d+ frågor har \d+|Av \d+ mål med utfall och målvärde är \d+|\d+ mål i "
    ),
    Language.EN: (
        r"sessions? \d+(?:, \d+)*(?: and \d+)?|at \d+ sessions?|\d+ of (?:them|the sessions)"
        r"|to \d+ questions|Of \d+ questions, \d+|Of \d+ goals with an outcome and a target, \d+"
        r"|\d+ goals of "
    ),
}
"""What counts rows and columns or names them, and is no figure."""

QUOTED = re.compile("[“”][^“”]*[“”]")


def find_foreign(text: str, language: Language, known: set[str]) -> list[str]:
    """Return the numbers of an alternative text that are neither structure nor `known`."""
    plain_text = re.sub(STRUCTURE[language], " ", plain(QUOTED.sub(" ", text)))
    return [number for number in NUMBER.findall(join_thousands(plain_text)) if number not in known]


def join_thousands(text: str) -> str:
    """Return `text` without the spaces between thousands."""
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Det största värdet, 96 %, har tillfälle 5 och 7.", []),
        ("Det största värdet, 97 %, har tillfälle 5.", ["97"]),
        ("Underlaget är 211 giltiga svar på ”1–10”.", ["211"]),
        ("100 %, har 15 av dem", ["100"]),
    ],
)
def test_a_number_that_is_no_figure_is_found(text, foreign):
    """The rule below can fail."""
    assert find_foreign(text, Language.SV, {"96"}) == foreign


@pytest.mark.parametrize("language", Language)
def test_every_number_of_the_sample_is_a_published_figure_of_its_chart(language):
    """The gate has let it through, and the chart cites it as its evidence."""
    findings = sample_findings()
    notation = Notation(language)
    numbering = number_evidence(findings.dataset.programme, findings.indicators)
    printed: dict[int, set[str]] = defaultdict(set)
    for indicator in findings.indicators:
        number = numbering.number_of(indicator.name)
        if number and indicator.status is Status.PUBLISHED:
            words = [notation.value(indicator), notation.number(indicator.base or 0)]
            printed[number].update(NUMBER.findall(join_thousands(plain("; ".join(words)))))

    foreign = {
        chart.anchor: find_foreign(
            chart.in_words,
            language,
            set().union(*(printed[n] for citation in chart.evidence for n in citation.numbers)),
        )
        for chart in list_charts(sample_report(language))
        if chart.anchor != "chart-year"  # it has dates of the workbook, and no figures
    }

    assert len(foreign) > 20
    assert any(anchor.startswith("chart-themes-") for anchor in foreign)
    assert {anchor: numbers for anchor, numbers in foreign.items() if numbers} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_programme_no_alternative_text_is_empty(kind):
    """Small or large, suppressed or without answers: each says something, in both languages."""
    for language in Language:
        for chart in list_charts(KINDS[kind](language)):
            assert chart.in_words
            assert not CHART_WORDS.match(chart.in_words)
            assert "  " not in chart.in_words


def test_a_suppressed_chart_says_so_and_no_number():
    """With everybody too few, the evaluations' texts tell why there is nothing, and no share."""
    evaluations = draw_report(with_threshold(YEAR, 50)).evaluations

    for level in evaluations.levels:
        for chart in level.charts:
            assert TOO_FEW in chart.in_words
            assert "%" not in chart.in_words


FAULTS = {
    Language.SV: r"\"|'|“|\d %|\d\.\d|\d-\d|-\d| - |\d \d{3}\b|,\d{3}\b",
    Language.EN: r"\"|'|“[^”]*$|\d %|\d\N{NO-BREAK SPACE}%|\d-\d|-\d| - |\d \d{3}\b",
}
"""Straight quotes, breaking spaces in numbers, hyphens for dashes, the other language's comma."""


@pytest.mark.parametrize("language", Language)
def test_titles_bases_and_alternative_texts_are_set_by_one_rule(language):
    """Quotes, spaces in numbers, decimal signs and dashes are those of the language."""
    texts = [
        text
        for chart in list_charts(sample_report(language))
        for text in (chart.title, chart.base, chart.in_words)
    ]

    assert len(texts) > 60
    assert [text for text in texts if re.search(FAULTS[language], text)] == []


@pytest.mark.parametrize(
    "text", ['"A"', "46 %", "3.5", "1-10", "a - b", "468 000 kronor", "468,000 kronor", "-3"]
)
def test_a_fault_of_typography_is_found(text):
    """The rule above can fail."""
    assert re.search(FAULTS[Language.SV], text)
