"""Reads the coordinator's texts from texts/<section>.<lang>.md.

What stands between <!-- and --> is help to the writer and never printed.
"""

import re
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from flows.programme.folder import TEXTS
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.texts import REQUIRED_SECTIONS, Section, Text

HELP = re.compile(r"<!--.*?-->", re.DOTALL)
HELP_BEGINS = "<!--"
ENDING = ".md"


def read_texts(root: Path, files: tuple[str, ...]) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """Return the texts among `files` that say anything, and what is wrong with the files."""
    texts: list[Text] = []
    problems: list[Problem] = []
    for file in files:
        named = section_and_language(file)
        if named is None:
            code = "text-unknown" if file.endswith(ENDING) else "text-not-markdown"
            problems.append(problem(code, Place(file), nearest=nearest_section(file)))
            continue
        written, found = read_text_file(root, file)
        body = remove_help(written)
        if HELP_BEGINS in body:
            line = body[: body.index(HELP_BEGINS)].count("\n") + 1
            found.append(problem("text-help-unclosed", Place(file, line=line)))
        if body.strip():
            texts.append(Text(*named, file=file, body=body))
        problems += found
    return tuple(texts), tuple(problems)


def read_text_file(root: Path, file: str) -> tuple[str, list[Problem]]:
    """Return what the file says, with plain line ends; Windows-1252 is read with a note."""
    content = (root / file).read_bytes()
    problems = []
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        written = content.decode("cp1252", errors="replace")
        problems.append(problem("text-not-utf-8", Place(file)))
    return written.replace("\r\n", "\n").replace("\r", "\n"), problems


def remove_help(written: str) -> str:
    """Return the text without its help; its lines keep their numbers."""
    return HELP.sub(lambda help_text: "\n" * help_text[0].count("\n"), written)


def missing_texts(texts: tuple[Text, ...], language: Language) -> tuple[Problem, ...]:
    """Return a problem for each section that needs a text in `language` and has none."""
    written = {text.section for text in texts if text.language is language}
    missing = (
        f"{TEXTS}/{section}.{language}.md"
        for section in REQUIRED_SECTIONS
        if section not in written
    )
    return tuple(problem("text-missing", Place(file), file=file) for file in missing)


def section_and_language(file: str) -> tuple[Section, Language] | None:
    """Return what the file's name says, or None where it is no section's."""
    stem, _dot, ending = PurePosixPath(file).name.partition(".")
    language, _dot, kind = ending.partition(".")
    if kind != "md" or stem not in set(Section) or language not in set(Language):
        return None
    return Section(stem), Language(language)


def nearest_section(file: str) -> str:
    """Return the section whose name is nearest to the file's."""
    stem = PurePosixPath(file).name.partition(".")[0]
    return get_close_matches(stem, [section.value for section in Section], 1, 0.0)[0]
