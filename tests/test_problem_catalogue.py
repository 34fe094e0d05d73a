"""Every problem that is made has its words, and every word is said of some problem."""

import ast
from pathlib import Path

from flows.programme.languages import Language
from flows.programme.places import NOWHERE
from flows.programme.problem_catalogue import CATALOGUE, describe
from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import problem
from tests.messages import named_places

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE_FOLDER = ROOT / "flows" / "programme" / "problem_catalogue"
TREES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(ROOT.glob("flows/**/*.py"))
    if path.parent != CATALOGUE_FOLDER
}


def places_of(entry: Entry) -> set[str]:
    """Return the names of the values that the words of `entry` need."""
    return named_places(f"{entry.title}{entry.found}{entry.expected}{entry.remedy}")


def made_problems():
    """Yield each call of `problem` whose code is written out: where, code and parameters."""
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "problem" and node.args:
                code, parameters = node.args[0], {keyword.arg for keyword in node.keywords}
                if isinstance(code, ast.Constant) and None not in parameters:
                    yield f"{module}:{node.lineno}", code.value, parameters


def test_a_problem_that_is_made_is_in_the_catalogue():
    """A code without an entry would stop the program where it should speak."""
    assert [made for made in made_problems() if made[1] not in CATALOGUE] == []


def test_a_problem_has_the_values_that_its_words_need():
    """A missing value would stop the program; one too many was meant to be said."""
    unlike = [
        (where, code, parameters ^ places_of(CATALOGUE[code]))
        for where, code, parameters in made_problems()
        if code in CATALOGUE and parameters != places_of(CATALOGUE[code])
    ]

    assert unlike == []


def test_every_entry_is_of_a_problem_that_can_be_made():
    """Words that no code can lead to would be translated for nobody."""
    written = {
        node.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert sorted(CATALOGUE.keys() - written) == []


def test_every_entry_says_what_was_found_and_what_to_do():
    """A coordinator needs both; what was expected may go without saying."""
    silent = [
        code
        for code, entry in CATALOGUE.items()
        if not (entry.title and entry.found and entry.remedy)
    ]

    assert silent == []


def test_every_problem_can_be_told_in_both_languages():
    """A value may be called what it is, also "language": telling it must never stop the program."""
    for code, entry in CATALOGUE.items():
        found = problem(code, NOWHERE, **dict.fromkeys(places_of(entry), "x"))

        assert all(describe(found, language).found for language in Language), code
