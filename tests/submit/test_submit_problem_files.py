"""problems.json is for programs: one object a problem, with every key."""

import json

from flows.programme.places import Place
from flows.programme.problems import problem
from flows.submit.problem_files import make_problem_list


def test_each_problem_has_its_place_and_its_words_in_both_languages():
    """What a place has not is null; problems stand in the order of their places."""
    empty = problem("file-empty", Place("sessions/02/svar.csv"))
    unclosed = problem("placeholder-unclosed", Place("texts/mal.sv.md", line=7))

    listed = json.loads(make_problem_list([unclosed], [empty]).content)

    assert [entry["file"] for entry in listed] == ["sessions/02/svar.csv", "texts/mal.sv.md"]
    assert [entry["acknowledged"] for entry in listed] == [True, False]
    assert listed[0] == {
        "code": "file-empty",
        "severity": "file rejected",
        "acknowledged": True,
        "file": "sessions/02/svar.csv",
        "sheet": None,
        "cell": None,
        "line": None,
        "found": {"sv": "Filen har inga rader.", "en": "The file has no rows."},
        "expected": {
            "sv": "En rubrikrad och minst en rad med data.",
            "en": "One header row and at least one row of data.",
        },
        "remedy": {
            "sv": "Exportera filen på nytt från enkätverktyget.",
            "en": "Export the file again from the survey tool.",
        },
    }
    assert listed[1]["line"] == 7
