"""What a file is, by its ending and its first bytes, before anything opens it."""

import re
import struct
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from flows.ingest.limits import LARGEST_FILE_BYTES, check_packed_size, megabytes
from flows.programme.places import Place
from flows.programme.problems import Problem, problem

XLSX = (".xlsx", ".xlsm")
CALAMINE = (".xls", ".xlsb", ".ods")
CSV = (".csv", ".tsv", ".txt")

BROKEN_ARCHIVE = (BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error, struct.error)
"""What the standard library raises of an archive whose list or whose packed bytes are broken."""

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
ZIP_SIGNATURE = b"PK"
OLDEST_XLS_SIGNATURES = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
XLS_PASSWORD_RECORD = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
"""An xls workbook's first record, followed by FILEPASS. Source: [MS-XLS] 2.1.7.20.3, 2.4.117."""


def refuse_unopened(path: Path, place: Place) -> Problem | None:
    """Return the problem for which the file at `path` must not be opened, or None."""
    ending = path.suffix.casefold()
    if ending not in (*XLSX, *CALAMINE, *CSV):
        return problem("file-type-not-read", place)
    size_bytes = path.stat().st_size
    if size_bytes == 0:
        return problem("file-empty", place)
    if size_bytes > LARGEST_FILE_BYTES:
        return problem("file-too-large", place, limit=megabytes(LARGEST_FILE_BYTES))
    if ending in CSV:
        return None
    return refuse_workbook(path, place, may_be_xls=ending == ".xls")


def refuse_workbook(path: Path, place: Place, *, may_be_xls: bool) -> Problem | None:
    """Return the problem in a workbook's outer shell, or None."""
    content = path.read_bytes()
    if content.startswith(OLE_SIGNATURE):
        if ENCRYPTED_PACKAGE in content or XLS_PASSWORD_RECORD.search(content):
            return problem("file-password-protected", place)
        return None if may_be_xls else problem("file-not-a-spreadsheet", place)
    if may_be_xls and content.startswith(OLDEST_XLS_SIGNATURES):
        return None
    if not content.startswith(ZIP_SIGNATURE):
        return problem("file-not-a-spreadsheet", place)
    try:
        return refuse_archive(path, place)
    except BROKEN_ARCHIVE:
        return problem("file-damaged", place)


def refuse_archive(path: Path, place: Place) -> Problem | None:
    """Return the problem in a zipped workbook's list of parts, or None."""
    with ZipFile(path) as archive:
        names = set(archive.namelist())
        expanded_bytes = sum(entry.file_size for entry in archive.infolist())
        too_large = check_packed_size(path.stat().st_size, expanded_bytes, place)
        if too_large:
            return too_large
        if "META-INF/manifest.xml" in names:
            is_encrypted = b"encryption-data" in archive.read("META-INF/manifest.xml")
            return problem("file-password-protected", place) if is_encrypted else None
    is_workbook = "[Content_Types].xml" in names
    return None if is_workbook else problem("file-not-a-spreadsheet", place)


def is_zipped(path: Path) -> bool:
    """Tell whether the file is an archive of parts, as every newer workbook is."""
    with path.open("rb") as file:
        return file.read(len(ZIP_SIGNATURE)) == ZIP_SIGNATURE
