"""What the press loads before its first part comes: what sets type, where Pango is installed."""

from contextlib import suppress

with suppress(OSError):  # told when a part is to be set
    import flows.render.typesetting  # noqa: F401
