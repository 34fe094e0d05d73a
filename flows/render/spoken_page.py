"""What of a page its PDF does not carry over: words of links, language of quotes, contents."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>([^<]*)</a>')
CONTENTS = re.compile(r'<nav\b[^>]*\bclass="contents".*?</nav>', re.DOTALL)
QUOTE = re.compile(r'<blockquote\b(?:[^>]*?\blang="([^"]*)")?')


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """`words_of_links` are by where the links lead, of several different ones all.

    `language_of_quotes` is empty where quotes are in the page's own language. `contents` is
    where the entries of its table of contents lead; most pages have none.
    """

    words_of_links: Mapping[str, str]
    language_of_quotes: str
    contents: frozenset[str] = frozenset()


def listen_to(html: str) -> SpokenPage:
    """Return what the PDF of the page `html` must be told."""
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for address, text in LINK.findall(html):
        words[unescape(address)][" ".join(unescape(text).split())] = None
    languages = set(QUOTE.findall(html))
    return SpokenPage(
        {address: " · ".join(texts) for address, texts in words.items()},
        languages.pop() if len(languages) == 1 else "",
        frozenset(
            unescape(address)
            for nav in CONTENTS.findall(html)
            for address, _text in LINK.findall(nav)
        ),
    )
