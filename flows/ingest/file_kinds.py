"""What a file is, by its ending and its first bytes, before anything opens it."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

XLSX = (".xlsx", ".xlsm")
CALAMINE = (".xls", ".xlsb", ".ods")
CSV = (".csv", ".tsv", ".txt")

LARGEST_FILE_BYTES = 50_000_000
LARGEST_EXPANDED_BYTES = 500_000_000

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
ZIP_SIGNATURE = b"PK"
OLDEST_XLS_SIGNATURES = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
XLS_PASSWORD_RECORD = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)
"""An xls workbook's first record, followed by FILEPASS. Source: [MS-XLS] 2.1.7.20.3, 2.4.117."""


def refusal(path: Path) -> str:
    """Return the code of the problem for which `path` must not be opened, or ""."""
    ending = path.suffix.casefold()
    if ending not in (*XLSX, *CALAMINE, *CSV):
        return "file-type-not-read"
    size_bytes = path.stat().st_size
    if size_bytes == 0:
        return "file-empty"
    if size_bytes > LARGEST_FILE_BYTES:
        return "file-too-large"
    if ending in CSV:
        return ""
    return workbook_refusal(path, may_be_xls=ending == ".xls")


def workbook_refusal(path: Path, *, may_be_xls: bool) -> str:
    """Return the code of the problem in a workbook's outer shell, or ""."""
    content = path.read_bytes()
    if content.startswith(OLE_SIGNATURE):
        if ENCRYPTED_PACKAGE in content or XLS_PASSWORD_RECORD.search(content):
            return "file-password-protected"
        return "" if may_be_xls else "file-not-a-spreadsheet"
    if may_be_xls and content.startswith(OLDEST_XLS_SIGNATURES):
        return ""
    if not content.startswith(ZIP_SIGNATURE):
        return "file-not-a-spreadsheet"
    try:
        return archive_refusal(path)
    except (BadZipFile, OSError, EOFError, ValueError):
        return "file-damaged"


def archive_refusal(path: Path) -> str:
    """Return the code of the problem in a zipped workbook's list of parts, or ""."""
    with ZipFile(path) as archive:
        names = set(archive.namelist())
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_EXPANDED_BYTES:
            return "file-too-large"
        if "META-INF/manifest.xml" in names:
            is_encrypted = b"encryption-data" in archive.read("META-INF/manifest.xml")
            return "file-password-protected" if is_encrypted else ""
    return "" if "[Content_Types].xml" in names else "file-not-a-spreadsheet"


def is_zipped(path: Path) -> bool:
    """Tell whether the file is an archive of parts, as every newer workbook is."""
    with path.open("rb") as file:
        return file.read(len(ZIP_SIGNATURE)) == ZIP_SIGNATURE
