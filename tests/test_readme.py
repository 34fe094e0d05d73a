"""The README tells the truth about commands, folders, words and exit codes."""

import re
from pathlib import Path

import pytest

from flows.programme.exceptions import RunStoppedError
from flows.programme.indicator_names import Measure

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONVENTIONAL = {
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "publiccode.yml",
    ".gitignore",
    ".gitattributes",
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-bench.lock",
    "requirements-validator.lock",
}
"""Files at the top that everybody knows, which the tree need not explain."""


def section(title: str) -> str:
    """Return the README's section called `title`."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def tree() -> dict[str, str]:
    """Return the paths in the README's tree, each with what is said about it."""
    drawn = section("The tree and the data chain").split("```")[1]
    folder, explained = "", {}
    for line in drawn.strip().splitlines():
        name, _, meaning = line.strip().partition(" ")
        path = f"{folder}{name}" if line.startswith(" ") else name
        explained[path] = meaning.strip()
        folder = folder if line.startswith(" ") else name
    return explained


def table(title: str, header: str) -> dict[str, str]:
    """Return the first two columns of the table under `header` in the section `title`."""
    rows = section(title).split(f"| {header} |")[1].split("\n\n")[0].splitlines()[2:]
    cells = ([cell.strip() for cell in row.strip("|").split("|")] for row in rows)
    return {first.strip("`"): second for first, second, *_ in cells}


def make_targets() -> set[str]:
    """Return the targets that the Makefile declares as commands."""
    declared = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    return set(declared[1].split()) if declared else set()


def test_every_measure_is_named():
    """A problem sends whoever mistyped the name of a figure here."""
    named = set(re.findall(r"`(\w+)`", section("How figures are calculated")))

    assert set(Measure) - named == set()


def test_every_make_target_that_is_shown_exists():
    """A newcomer types what the README shows."""
    shown = re.findall(
        r"^make (?:\w+=\S+ )?([a-z-]+)|`make (?:\w+=\S+ )?([a-z-]+)", README, re.MULTILINE
    )

    assert shown
    assert {first or second for first, second in shown} - make_targets() == set()


def test_every_command_that_is_shown_exists_and_none_is_missing():
    """The README's list of commands is the program's list of commands."""
    from flows.__main__ import app  # noqa: PLC0415  # the other tests need no command line

    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    shown = set(re.findall(r"slutrapport ([a-z]+)[ `]", README))

    assert shown - known == set()
    assert {command.split()[1] for command in table("What comes out", "Command")} == known


def test_the_tree_shows_what_is_there():
    """Every path in the tree exists, and every file and folder of the project is in it."""
    shown = set(tree())
    top = {path.name + "/" * path.is_dir() for path in ROOT.iterdir() if is_ours(path)}
    flows = {f"flows/{path.name}{'/' * path.is_dir()}" for path in (ROOT / "flows").iterdir()}
    there = top | {path for path in flows if "__pycache__" not in path}

    assert {path for path in shown if not (ROOT / path).exists()} - {"outputs/"} == set()
    assert there - shown - CONVENTIONAL == set()


def is_ours(path: Path) -> bool:
    """Tell whether `path` at the top belongs to the project and not to git or a tool."""
    return path.name == ".ci" or not path.name.startswith(".") or path.name in CONVENTIONAL


def test_everything_in_the_tree_is_explained():
    """A path without a word beside it explains nothing."""
    assert [path for path, meaning in tree().items() if not meaning] == []


def test_every_exit_code_is_told():
    """A script that reads an exit code finds it in the README."""
    told = set(table("What comes out", "Code"))
    codes = {str(kind.exit_code) for kind in RunStoppedError.__subclasses__()}

    assert told == codes | {"0", "1", "2", "70"}


@pytest.mark.parametrize("word", table("Glossary", "Word"))
def test_every_word_of_the_glossary_is_used_in_the_code(word):
    """The glossary binds: what it calls a thing, the code calls it too."""
    written = word.replace(" ", "_"), word.title().replace(" ", "")
    sources = [path.read_text("utf-8") for path in ROOT.glob("flows/**/*.py")]

    assert any(name in source for source in sources for name in written)


def test_every_file_that_is_linked_exists():
    """A link or a picture that leads nowhere is worse than none."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_prose_has_one_sentence_a_line():
    """A change to one sentence is a change to one line."""
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL).splitlines()

    assert [
        line for line in prose if line[:1] != "|" and re.search(r"[a-zåäö%]\. [A-Z]", line)
    ] == []


def test_the_example_of_a_tool_is_that_tool():
    """What the README shows of a module stands in it word for word."""
    example = section("Adding a survey tool").split("```python\n")[1].split("```")[0]

    assert example in (ROOT / "flows" / "ingest" / "tools" / "indico.py").read_text("utf-8")
