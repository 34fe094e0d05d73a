"""Three surveys that others published give the figures that they published, or the reason why not.

The Carpentries' long-term survey of October 2017 (carpentries/assessment, CC BY 4.0), the RSE
survey of 2016 (softwaresaved/international-survey, CC BY 2.5 Scotland) and FiveThirtyEight's
survey about Star Wars (fivethirtyeight/data, CC BY 4.0). The files are not ours to commit;
where they are absent the tests are skipped and say so.
"""

import csv
from datetime import date

import pytest

from flows.programme.items import ItemKind
from tests.real_surveys import (
    EXAMPLES,
    count_and_base,
    figure,
    find_findings,
    make_item,
    make_programme,
    make_scale,
)

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the surveys (../shared/examples) are not on this machine"
)

FIELDS = (
    "Agricultural or Environmental Sciences",
    "Biomedical/Health Sciences",
    "Business",
    "Computer Science",
    "Earth Sciences",
    "Engineering",
    "Humanities",
    "Library Sciences",
    "Life Sciences",
    "Mathematics or Statistics",
    "Physical Sciences",
    "Social Sciences",
)
TOOLS = (
    "Cloud Computing",
    "Git",
    "MATLAB",
    "Mercurial",
    "OpenRefine",
    "Python",
    "R",
    "Spreadsheets",
    "SQL",
    "Unix Shell",
    "I don't remember.",
)
AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
YES_NO = ("Yes", "No")


def drawn(table):
    """Return the lines of a drawn table as tuples of cells."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.fixture(scope="module")
def carpentries(tmp_path_factory):
    """Return the figures of the Carpentries' survey; fields and tools stand in unnamed columns."""
    scales = (
        make_scale("fields", FIELDS),
        make_scale("tools", TOOLS),
        make_scale("agreement", AGREEMENT, has_values=True),
        make_scale("recommended", ("Yes.", "No.", "I don't remember.")),
        make_scale("ago", ("0-6 months ago", "6 months - 1 year ago", "More than 1 year ago")),
        make_scale(
            "confidence",
            ("I'm less confident now.", "I'm equally confident now.", "I'm more confident now."),
            has_values=True,
        ),
    )
    items = (
        make_item("field", "Field", ItemKind.CHOICES, "fields"),
        make_item("tool", "Content", ItemKind.CHOICES, "tools"),
        make_item("reproducible", "Made-Analyses-Reproducible", ItemKind.SCALE, "agreement"),
        make_item("data", "Gained-Confidence-With-Data", ItemKind.SCALE, "agreement"),
        make_item("recommended", "Recommended", ItemKind.CHOICE, "recommended"),
        make_item("ago", "How-Long-Ago", ItemKind.CHOICE, "ago"),
        make_item("confidence", "Change-In-Confidence", ItemKind.SCALE, "confidence"),
    )
    export = EXAMPLES / "carpentries" / "longterm_October2017.csv"
    programme = make_programme(items, scales, 476, date(2017, 10, 1))
    return find_findings(tmp_path_factory.mktemp("carpentries"), export, programme)


CARPENTRIES = """
    field        | Life Sciences                          | 166 | 459 | 36.2
    field        | Biomedical/Health Sciences             | 95  | 459 | 20.7
    field        | Agricultural or Environmental Sciences | 74  | 459 | 16.1
    field        | Physical Sciences                      | 57  | 459 | 12.4
    field        | Earth Sciences                         | 48  | 459 | 10.5
    field        | Engineering                            | 41  | 459 | 8.9
    tool         | Git                                    | 362 |     |
    tool         | Python                                 | 289 |     |
    tool         | Unix Shell                             | 274 |     |
    tool         | R                                      | 186 |     |
    tool         | SQL                                    | 134 |     |
    tool         | OpenRefine                             | 28  |     |
    confidence   | 3                                      | 333 | 432 | 77
    reproducible | 4                                      | 144 | 409 |
    reproducible | 5                                      | 79  | 409 |
    data         | 4                                      | 186 | 408 |
    data         | 5                                      | 78  | 408 |
    recommended  | Yes.                                   | 298 | 401 | 74
    ago          | More than 1 year ago                   | 350 | 473 | 74
"""
"""Item, answer, count, base and published per cent; a scale's answer is its value."""


@pytest.mark.parametrize("line", drawn(CARPENTRIES))
def test_figures_of_the_carpentries(carpentries, line):
    """Each count, base and share is the published one, also of choices in unnamed columns.

    17 of 476 wrote a field of their own and ticked none; they are outside the base, as there.
    """
    item, answer, count, base, share_pct = line

    ours = count_and_base(carpentries, item, answer)
    assert ours == (int(count), int(base or ours[1]))
    if share_pct:
        decimals = len(share_pct.partition(".")[2])
        share = figure(carpentries, "share", item, answer).value
        assert round(100 * share, decimals) == float(share_pct)


@pytest.mark.parametrize(
    ("item", "agree", "share_pct"), [("reproducible", 223, 54), ("data", 264, 65)]
)
def test_agreement_of_the_carpentries(carpentries, item, agree, share_pct):
    """Those who agree and those who agree strongly are the published 54 and 65 per cent.

    223/409 is 54.5 % and is published as 54.
    """
    counts = [count_and_base(carpentries, item, value) for value in ("4", "5")]

    assert sum(count for count, _base in counts) == agree
    assert int(100 * agree / counts[0][1] + 0.4) == share_pct


def test_the_cells_of_a_multiple_choice_are_all_its_columns(carpentries):
    """What was not ticked says as much as what was: the figure rests on every column."""
    (cells,) = figure(carpentries, "answers", "field", "Engineering").sources

    first, last = cells.cells.split(", ")[0].split(":")
    assert (first[0], last[0]) == ("D", "P")


FILMS = (
    "Star Wars: Episode I  The Phantom Menace",
    "Star Wars: Episode II  Attack of the Clones",
    "Star Wars: Episode III  Revenge of the Sith",
    "Star Wars: Episode IV  A New Hope",
    "Star Wars: Episode V The Empire Strikes Back",
    "Star Wars: Episode VI Return of the Jedi",
)
SHOTS = ("Han", "Greedo", "I don't understand this question")


@pytest.fixture(scope="module")
def star_wars(tmp_path_factory):
    """Return the figures of FiveThirtyEight's survey: SurveyMonkey, two header rows, not UTF-8."""
    scales = (
        make_scale("films", FILMS),
        make_scale("shots", SHOTS),
        make_scale("yes-no", YES_NO),
        make_scale("ranks", map(str, range(1, 7)), has_values=True),
    )
    items = (
        make_item(
            "films",
            "Which of the following Star Wars films have you seen? Please select all that apply.",
            ItemKind.CHOICES,
            "films",
        ),
        make_item("shot", "Which character shot first?", ItemKind.CHOICE, "shots"),
        make_item(
            "seen",
            "Have you seen any of the 6 films in the Star Wars franchise?",
            ItemKind.CHOICE,
            "yes-no",
        ),
        make_item(
            "rank",
            "Please rank the Star Wars films in order of preference with 1 being your favorite "
            f"film in the franchise and 6 being your least favorite film. [{FILMS[4]}]",
            ItemKind.SCALE,
            "ranks",
        ),
    )
    export = EXAMPLES / "surveymonkey" / "StarWars.csv"
    programme = make_programme(items, scales, 1186, date(2014, 6, 3))
    return find_findings(tmp_path_factory.mktemp("star-wars"), export, programme)


STAR_WARS = f"""
    films | {FILMS[4]} | 758 | 835 | 91 |
    films | {FILMS[5]} | 738 | 835 | 88 |
    films | {FILMS[0]} | 673 | 835 | 80 | 80.6 % in the data, cut off and not rounded there
    films | {FILMS[3]} | 607 | 835 | 73 |
    shot  | Han        | 325 | 828 | 39 |
    shot  | Greedo     | 197 | 828 | 24 |
"""
"""Item, answer, count, base, published per cent, and why ours is another where it is."""


@pytest.mark.parametrize("line", drawn(STAR_WARS))
def test_figures_of_star_wars(star_wars, line):
    """Each share of those who saw any film, or who answered, is the published one."""
    item, answer, count, base, share_pct, reason = line
    share = 100 * figure(star_wars, "share", item, answer).value

    assert count_and_base(star_wars, item, answer) == (int(count), int(base))
    assert (int(share) if reason else round(share)) == int(share_pct)


def test_who_saw_all_six(star_wars):
    """835 of 1 186 saw any of the films, and 471 of them all six, as published."""
    seen = [answer for answer in star_wars.dataset.answers if answer.item_id == "films"]

    assert len(seen) == 1186
    assert sum(bool(answer.codes) for answer in seen) == 835
    assert sum(len(answer.codes) == len(FILMS) for answer in seen) == 471
    assert [place.cell for place in seen[0].places] == ["D3", "E3", "F3", "G3", "H3", "I3"]


@pytest.mark.parametrize("survey", ["carpentries", "star_wars", "rse"])
def test_every_row_of_a_survey_is_accounted_for(request, survey):
    """Rows read = rows used + rows excluded, each exclusion with its code."""
    (account,) = request.getfixturevalue(survey).dataset.accounts

    excluded = sum(count for _code, count in account.excluded)
    assert account.rows_read == account.rows_used + excluded


PUBLISHED = EXAMPLES / "limesurvey" / "published"
RSE = EXAMPLES / "limesurvey" / "rse_2016_uk_public_data.csv"
OFTEN = ("Never", "Sometimes", "Often", "Very Often", "Always")
RSE_AGREEMENT = (
    "Strongly disagree",
    "Disagree",
    "Neither agree or disagree",
    "Agree",
    "Strongly Agree",
)
DEGREES = (
    "Doctorate",
    "Masters degree",
    "Undergraduate degree",
    "Further Education (NVQ  A-Level ...)",
    "None",
)
RSE_SCALES = {
    "perfCheck": OFTEN,
    "turnOver1": OFTEN,
    "turnOver2": OFTEN,
    "turnOver3": OFTEN,
    "turnOver4": OFTEN,
    "turnOver": RSE_AGREEMENT,
    "affRec": RSE_AGREEMENT,
    "affSat": RSE_AGREEMENT,
    "percEmp": RSE_AGREEMENT,
    "rse16": YES_NO,
    "paper": YES_NO,
    "currentEmp12": ("Full time", "Part time"),
    "edu1": DEGREES,
}
"""The labels of each question by how its code begins; the longest beginning counts."""


def read_table(path):
    """Return the rows of a csv file, read by the csv module alone."""
    with path.open(newline="", encoding="utf-8") as file:
        return [row for row in csv.reader(file) if row]


def rse_questions():
    """Return the text of each question that is published, by its code."""
    headers = [header.partition(". ") for header in read_table(RSE)[0] if header]
    return {
        code: text
        for code, _dot, text in headers
        if any(code.startswith(beginning) for beginning in RSE_SCALES)
    }


@pytest.fixture(scope="module")
def rse(tmp_path_factory):
    """Return the figures of the RSE survey: LimeSurvey, headed by codes and texts."""
    labels = {
        code: RSE_SCALES[max((one for one in RSE_SCALES if code.startswith(one)), key=len)]
        for code in rse_questions()
    }
    scales = {names: f"s{number}" for number, names in enumerate(dict.fromkeys(labels.values()))}
    programme = make_programme(
        (
            make_item(code, text, ItemKind.CHOICE, scales[labels[code]])
            for code, text in rse_questions().items()
        ),
        (make_scale(scale_id, names) for names, scale_id in scales.items()),
        273,
        date(2016, 3, 1),
    )
    return find_findings(tmp_path_factory.mktemp("rse"), RSE, programme)


NOT_OURS = """
    perfCheck1 | Never | –   | 7  | "Never " with a space behind it is another answer there
    perfCheck2 | Never | –   | 14 | "Never " with a space behind it is another answer there
    perfCheck4 | Never | –   | 6  | "Never " with a space behind it is another answer there
    perfCheck5 | Never | –   | 12 | "Never " with a space behind it is another answer there
    perfCheck6 | Never | –   | 21 | "Never " with a space behind it is another answer there
    perfCheck7 | Never | –   | 43 | "Never " with a space behind it is another answer there
    turnOver1  | Never | –   | 15 | "Never " with a space behind it is another answer there
    turnOver2  | Never | 27  | 43 | "Never " with a space behind it is another answer there
    turnOver3  | Never | 15  | 73 | "Never " with a space behind it is another answer there
    turnOver4  | Never | –   | 38 | "Never " with a space behind it is another answer there
    paper1     | Yes   | 316 | 239 | counted over 592 respondents, not these 273
    paper1     | No    | 38  | 34  | counted over 592 respondents, not these 273
    paper1     |       | 238 | 0   | counted over 592 respondents, not these 273
    paper2     | Yes   | 239 | 182 | counted over 592 respondents, not these 273
    paper2     | No    | 75  | 55  | counted over 592 respondents, not these 273
    paper2     |       | 278 | 36  | counted over 592 respondents, not these 273
    paper4     | Yes   | 223 | 170 | counted over 592 respondents, not these 273
    paper4     | No    | 93  | 69  | counted over 592 respondents, not these 273
    paper4     |       | 276 | 34  | counted over 592 respondents, not these 273
    paper5     | Yes   | 133 | 103 | counted over 592 respondents, not these 273
    paper5     | No    | 182 | 135 | counted over 592 respondents, not these 273
    paper5     |       | 277 | 35  | counted over 592 respondents, not these 273
"""
"""Question, answer, their count, ours, and why: every published count that ours is not."""


def published_counts(path):
    """Yield question, answer and count of each cell of a published table; None for a blank one."""
    codes = {text.strip(): code for code, text in rse_questions().items()}

    def code_of(header):
        text = header.removesuffix("[PERCENTAGE]").strip()
        return codes.get(text) or text.partition(". ")[0]

    (_title, *headers), *rows = read_table(path)
    are_answers_headers = headers[:2] == ["Yes", "No"]
    for name, *cells in rows:
        for header, cell in zip(headers, cells, strict=False):
            question, answer = (name, header) if are_answers_headers else (header, name)
            yield code_of(question), answer.strip(), float(cell) if cell else None


TABLES = sorted(EXAMPLES.glob("limesurvey/published/*.csv"))
COUNTS = [path for path in TABLES if "PERC" not in path.name]
PERCENTAGES = [path for path in TABLES if "PERC" in path.name]


def our_count(rse, question, answer):
    """Return how many gave the answer; without one, how many gave none."""
    if answer:
        return figure(rse, "answers", question, answer).value
    return figure(rse, "missing", question, "not_answered").value


def explained(question, answer, theirs):
    """Return our count where theirs is explained to be another, else None."""
    shown = "–" if theirs is None else f"{theirs:g}"
    lines = (line for line in drawn(NOT_OURS) if line[:3] == (question, answer, shown))
    return next((int(line[3]) for line in lines), None)


def test_there_are_49_published_tables():
    """All of them are compared: tables of counts, and tables of percentages."""
    assert (len(COUNTS), len(PERCENTAGES)) == (31, 18)


@pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.stem)
def test_published_counts_of_the_rse_survey(rse, path):
    """Each count of the table is ours, or is explained above with both numbers."""
    for question, answer, theirs in published_counts(path):
        ours = our_count(rse, question, answer)

        assert ours in (theirs or 0, explained(question, answer, theirs)), (question, answer)


@pytest.mark.parametrize("path", PERCENTAGES, ids=lambda path: path.stem)
def test_published_percentages_of_the_rse_survey(rse, path):
    """Each percentage follows from the published counts, and those are ours or explained.

    Tables of several questions give each answer's share among the questions, not among the
    respondents; blanks are outside every base.
    """
    cells = [cell for cell in published_counts(path) if cell[2] is not None]
    theirs = theirs_of_tables(path)
    counts = {
        (question, answer): theirs.get((question, answer), our_count(rse, question, answer))
        for question, answer, _pct in cells
    }
    questions = {question for question, _answer, _pct in cells}
    is_of_respondents = len(questions) == 1 or {answer for _, answer, _ in cells} == set(YES_NO)
    for question, answer, theirs_pct in cells:
        position = 0 if is_of_respondents else 1
        base = sum(n for key, n in counts.items() if key[position] == (question, answer)[position])

        assert 100 * counts[question, answer] / base == pytest.approx(theirs_pct, abs=0.51)


def theirs_of_tables(path):
    """Return the published counts beneath a table of percentages where they are not ours."""
    counted = path.with_name(path.name.replace("[PERC]", ""))
    tables = [table for table in COUNTS if table.name == counted.name]
    return {
        (question, answer): theirs or 0
        for table in tables
        for question, answer, theirs in published_counts(table)
        if explained(question, answer, theirs) is not None
    }
