"""Every export that nobody here wrote: which tool, and every row and column of it.

The files are not ours to commit; where they are absent the tests are skipped and say so. Rows
and columns are those that the owner sees: their README counts a last column that has neither
header nor value, and rows of nothing but commas.
"""

from pathlib import Path

import pytest

from flows.ingest.reading import read_files
from flows.ingest.recognition import recognise

EXAMPLES = Path(__file__).parents[2].parent / "shared" / "examples"

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the real files (../shared/examples) are not on this machine"
)

READ = """
    googleforms/learningR2019_es_Responses.csv          | Google Forms    | 339×52  | 1   | 338
    googleforms/learningR2019_es_Responses.xlsx         | Google Forms    | 339×52  | 1   | 338
    indico/cr_post_2018.csv                             | Indico          | 39×14   | 1   | 38
    indico/cr_post_2019-a.csv                           | Indico          | 36×14   | 1   | 35
    indico/cr_post_2019-b.csv                           | Indico          | 46×15   | 1   | 45
    indico/cr_post_2019-c-2020.csv                      | Indico          | 76×16   | 1   | 75
    indico/cr_post_2019-d-2021.csv                      | Indico          | 108×16  | 1   | 107
    limesurvey/rse_2016_uk_public_data.csv              | LimeSurvey      | 274×67  | 1   | 273
    qualtrics/Comment_Coding_*                          | Qualtrics       | 13×17   | 123 | 10
    qualtrics/Many_Different_*                          | Qualtrics       | 7×189   | 12  | 5
    qualtrics/Multiple_Answer_Multip_*                  | Qualtrics       | 7×35    | 12  | 5
    qualtrics/No_Basis_*                                | Qualtrics       | 18×49   | 123 | 15
    qualtrics/Sample_Survey_*                           | Qualtrics       | 8×74    | 123 | 5
    qualtrics/Side-by-Side_*                            | Qualtrics       | 27×70   | 12  | 25
    qualtrics/Single_Answer_Matrix_*_Questions.csv      | Qualtrics       | 7×29    | 12  | 5
    qualtrics/Single_Answer_Matrix_*_(Insights).csv     | Qualtrics       | 8×30    | 123 | 5
    qualtrics/Single_Answer_Multiple_*                  | Qualtrics       | 8×20    | 123 | 5
    qualtrics/Test_Getting_Choice_*                     | Qualtrics       | 8×30    | 123 | 5
    qualtrics/User_Notes_*                              | Qualtrics       | 8×17    | 123 | 5
    redcap/checkboxes-1__data.csv                       | REDCap          | 5×13    | 1   | 4
    redcap/potentially-problematic-values__data.csv     | REDCap          | 3×5     | 1   | 2
    surveygizmo/20160115235816-SurveyExport.csv         | Alchemer        | 1707×37 | 1   | 1706
    surveymonkey/StarWars.csv                           | SurveyMonkey    | 1188×38 | 12  | 1186
    surveymonkey/jupyter_2020-12_all_responses.csv      | SurveyMonkey    | 1136×216| 1   | 1135
    teams/IDL-14-11-22.csv                              | Microsoft Teams | 27×7    | 10  | 7+9
    teams/IDL-16-11-22.csv                              | Microsoft Teams | 29×7    | 10  | 8+10
    teams/utf8_IDL-14-11-22.csv                         | Microsoft Teams | 27×7    | 10  | 7+9
    teams/utf8_IDL-16-11-22.csv                         | Microsoft Teams | 29×7    | 10  | 8+10
    typeform/cr_pre_2017_linkoeping-nov.csv             | Typeform        | 23×68   | 1   | 22
    typeform/cr_pre_2017_umea-oct.csv                   | Typeform        | 22×36   | 1   | 21
    typeform/cr_pre_2018_lund-may.csv                   | Typeform        | 32×69   | 1   | 31
    uppmax-2025-04/20250425_day_2__evaluation_*.csv     | Microsoft Forms | 16×19   | 1   | 15
    uppmax-2025-04/20250425_day_2__evaluation_*.xlsx    | Microsoft Forms | 16×19   | 1   | 15
    uppmax-2025-04/20250428_day_3__evaluation_*.csv     | Microsoft Forms | 14×18   | 1   | 13
    uppmax-2025-04/20250428_day_3__evaluation_*.xlsx    | Microsoft Forms | 14×18   | 1   | 13
    uppmax-2025-04/20250429_day_4__evaluation_*.csv     | Microsoft Forms | 11×18   | 1   | 10
    uppmax-2025-04/20250429_day_4__evaluation_*.xlsx    | Microsoft Forms | 11×18   | 1   | 10
    uppmax-2025-04/20250425_day_2__initial_knowledge.csv| Google Forms    | 14×9    | 1   | 13
"""
"""Of each file its tool, rows × columns, the rows of its header, and rows that are responses.

Rows below the header that are none are counted behind a plus.
"""

UNREAD = {
    "attendance/carpentries_attendance_by_day.csv": (299, 9, "file-not-recognised"),
    "carpentries/longterm_October2017.csv": (477, 75, "file-not-recognised"),
    "elixir_tmd/events-template.csv": (1, 15, "file-not-recognised"),
    "elixir_tmd/metrics-demographic-quality-template.csv": (1, 12, "file-not-recognised"),
    "elixir_tmd/metrics-impact-template.csv": (1, 11, "file-not-recognised"),
    "elixir_tmd/tango_demographics.csv": (201, 9, "file-not-recognised"),
    "elixir_tmd/tango_events.csv": (21, 22, "file-not-recognised"),
    "elixir_tmd/tango_impacts.csv": (201, 14, "file-not-recognised"),
    "elixir_tmd/tango_qualities.csv": (201, 10, "file-not-recognised"),
    "qualtrics/Multiple_Answer_Matrix_*": (76, 2, "file-not-recognised"),
    "redcap/checkboxes-1__dictionary.csv": (5, 18, "sheet-explains-another"),
    "redcap/decimal-comma-and-dot__dictionary.csv": (9, 18, "table-without-responses"),
    "redcap/decimal-comma__dictionay.csv": (6, 18, "table-without-responses"),
    "uppmax-2025-04/*_average_confidences.csv": (8, 2, "file-not-recognised"),
    "uppmax-2025-04/20250425_day_2__average_confidences.csv": (9, 2, "file-not-recognised"),
    "uppmax-2025-04/202504_course__confidences_course.csv": (39, 3, "file-not-recognised"),
    "uppmax-2025-04/*_success_score.txt": (1, 1, "file-not-recognised"),
}
"""Tables of no tool: without the questions in a programme workbook nobody knows what they are."""


def pages(text):
    """Return the drawn rows of `text` as tuples of cells."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def list_files():
    """Return every file of the examples that is an export or a table beside one."""
    folders = [one for one in EXAMPLES.iterdir() if one.is_dir() and one.name != "hostile"]
    paths = (path for folder in folders for path in folder.glob("*.*") if path.is_file())
    return tuple(sorted(path.relative_to(EXAMPLES).as_posix() for path in paths))


@pytest.fixture(scope="module")
def examples():
    """Return the files as they were read, their exports and the codes of their problems."""
    read, problems = read_files(EXAMPLES, list_files())
    exports, found = recognise(read, None)
    return read, exports, (*problems, *found)


def fits(pattern, file):
    """Tell whether the file's path is the pattern, in which * stands for other signs."""
    before, star, after = pattern.partition("*")
    return file == pattern if not star else file.startswith(before) and file.endswith(after)


def size_of(read, file):
    """Return rows and columns of the file's one filled sheet."""
    (sheet,) = [s for one in read if one.source.file == file for s in one.sheets if s.rows]
    return sheet.rows[-1].number, max(len(row.values) for row in sheet.rows)


@pytest.mark.parametrize("line", pages(READ), ids=lambda line: line[0])
def test_an_export_is_read_whole(examples, line):
    """Tool, header and every row are what opening the file shows; each row is accounted for."""
    pattern, tool, size, header, rows = line
    read, exports, _problems = examples
    (export,) = [export for export in exports if fits(pattern, export.source.file)]
    responses, _plus, others = rows.partition("+")

    assert export.tool.name == tool
    assert "×".join(map(str, size_of(read, export.source.file))) == size
    assert export.header_rows == ((10,) if header == "10" else tuple(map(int, header)))
    assert len(export.responses) == int(responses)
    assert sum(count for _code, count in export.rows_skipped) == int(others or 0)
    covered = [index for column in export.columns for index in column.indexes]
    assert sorted(covered) == list(range(1, size_of(read, export.source.file)[1] + 1))


def test_a_table_of_no_tool_is_told_of(examples):
    """What no structure tells is refused with a code that fits, and never misread as a tool's."""
    read, _exports, problems = examples
    told = {problem.place.file: problem.code for problem in problems}

    for file in list_files():
        patterns = [pattern for pattern in UNREAD if fits(pattern, file)]
        if patterns:
            rows, columns, code = UNREAD[max(patterns, key=len)]
            assert (*size_of(read, file), told[file]) == (rows, columns, code), file


def test_every_example_is_expected_here():
    """A file that this test does not know would be read unseen."""
    known = [*UNREAD, *(line[0] for line in pages(READ))]

    assert [file for file in list_files() if not any(fits(one, file) for one in known)] == []
