"""Reads the coordinator's texts from texts/<section>.<lang>.md."""

from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from flows.programme.folder import TEXTS
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.texts import REQUIRED_SECTIONS, Section, Text


def read_texts(root: Path, files: tuple[str, ...]) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """Return the texts among `files`, and which of them belong to no section."""
    texts, problems = [], []
    for file in files:
        named = section_and_language(file)
        if named is None:
            problems.append(problem("text-unknown", Place(file), nearest=nearest_section(file)))
            continue
        content = (root / file).read_bytes()
        try:
            body = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            body = content.decode("cp1252", errors="replace")
            problems.append(problem("text-not-utf-8", Place(file)))
        texts.append(Text(*named, file=file, body=body.replace("\r\n", "\n")))
    return tuple(texts), tuple(problems)


def missing_texts(texts: tuple[Text, ...], language: Language) -> tuple[Problem, ...]:
    """Return a problem for each section that needs a text in `language` and has none."""
    written = {text.section for text in texts if text.language is language and text.body.strip()}
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
