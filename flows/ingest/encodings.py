"""From the bytes of a text file to its text, and what had to be assumed or repaired."""

import codecs
import re

from flows.programme.places import Place
from flows.programme.problems import Problem, problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NUL = "\0"
UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
STRAY_BYTES = "stray bytes as Windows-1252"


class NotTextError(ValueError):
    """The file's bytes are no text in any encoding that spreadsheets are saved in."""


def decode(content: bytes, place: Place) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of the file at `place`, with a note where its encoding was not certain.

    A byte order mark decides. Without one the bytes are UTF-8, else UTF-16 where every other
    byte is zero, else Windows-1252, in which Excel saves. Bytes of Windows-1252 in a file of
    UTF-8, as when two files were put together, are read one by one. Raises NotTextError.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return decode_repairing(content.removeprefix(mark), encoding, place)
    try:
        return decode_strictly(content, "utf-8"), ()
    except NotTextError:
        encoding = likely_encoding(content)
    if encoding == "utf-8":
        return decode_repairing(content, encoding, place)
    assumed = problem("encoding-assumed", place, encoding=NAMES[encoding])
    return decode_strictly(content, encoding), (assumed,)


NAMES = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}


def likely_encoding(content: bytes) -> str:
    """Return the encoding of bytes that are not all UTF-8 and have no byte order mark."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if content[first::2].count(0) > len(content) / 4:
            return encoding
    is_mostly_utf8 = len(UTF8_LETTER.findall(content)) > count_stray_bytes(content)
    return "utf-8" if is_mostly_utf8 else "cp1252"


def count_stray_bytes(content: bytes) -> int:
    """Return how many bytes, or cut-off letters, are no UTF-8."""
    replaced = content.decode("utf-8", "replace").count("\ufffd")
    return replaced - content.count("\ufffd".encode())


def decode_strictly(content: bytes, encoding: str) -> str:
    """Return the text. Raises NotTextError where a byte has no meaning, or is zero."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError from error
    if NUL in text:
        raise NotTextError
    return text


def decode_repairing(
    content: bytes, encoding: str, place: Place
) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a known encoding, with a note at the first line that was repaired."""
    try:
        return decode_strictly(content, encoding), ()
    except NotTextError as error:
        fault = error.__cause__
    if not isinstance(fault, UnicodeDecodeError) or encoding != "utf-8":
        raise NotTextError
    text = content.decode(encoding, STRAY_BYTES)
    if NUL in text:
        raise NotTextError
    line = content.count(b"\n", 0, fault.start) + 1
    repaired = problem("text-repaired", place._replace(line=line), count=count_stray_bytes(content))
    return text, (repaired,)


def read_stray_bytes(fault: UnicodeError) -> tuple[str, int]:
    """Return what Windows-1252 makes of bytes that are no UTF-8, and where to go on."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(STRAY_BYTES, read_stray_bytes)
