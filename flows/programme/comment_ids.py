"""What a comment is known by: a hash of the question and of the words."""

from hashlib import sha256

from flows.programme.headers import display

ID_CHARACTERS = 16
"""Sixteen hexadecimal signs: two comments of one programme never share them by chance."""


def identify_comment(item_id: str, text: str) -> str:
    """Return the id of what somebody wrote in answer to an item; other words have another one.

    White space and invisible signs have no part in it, because spreadsheet programs change them.
    """
    words = display(text)
    if not words.isprintable():
        words = "".join(sign for sign in words if sign.isprintable())
    return sha256(f"{item_id}\n{words}".encode()).hexdigest()[:ID_CHARACTERS]
