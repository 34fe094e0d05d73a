"""How xlsx files store a text: signs that XML cannot hold, and what looks like them, as escapes."""

import re

LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def spell_text(text: str) -> str:
    """Return `text` as it is stored, so that whoever reads it reads every sign of it.

    A bell is written "_x0007_". Somebody's own "_x0041_" would be shown as "A", so that its
    first sign is stored as an escape itself.
    Source: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring).
    """
    return NOT_XML.sub(escape_sign, LOOKS_ESCAPED.sub("_x005F_", text))


def escape_sign(match: re.Match[str]) -> str:
    """Return the escape of one sign."""
    return f"_x{ord(match[0]):04X}_"
