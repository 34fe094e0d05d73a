"""How the comments were coded: the list of themes, and what two people read out of each comment.

The workbook is prepared by the program and filled in here, as a person does.
"""

from collections.abc import Iterator
from pathlib import Path

from flows.chain.stages import Request, examine, read
from flows.programme.coding_layouts import COMMENTS, FIRST_MARKS, SECOND_MARKS
from flows.programme.decision_drawings import make_coding_workbook
from flows.programme.decisions import Theme
from flows.programme.languages import Bilingual, Language
from flows.programme.sheets import CellValue
from flows.submit.proposal_workbooks import list_coding
from flows.validate.coding import propose_coding
from flows.validate.proposals import CodingProposal
from tests.sample_programme.comments import (
    BEGUN_TO_DO,
    COULD_BE_BETTER,
    MOST_VALUABLE,
    NEED_TO_MOVE_ON,
)

THEMES = (
    Theme(
        "metod",
        Bilingual("Metoder och övningar", "Methods and exercises"),
        "En namngiven metod eller övning, vid träffen eller hemma.",
        "Brainwriting. De tysta i gruppen hade de bästa idéerna.",
    ),
    Theme(
        "prova",
        Bilingual("Att våga prova", "Daring to try"),
        "Att visa halvfärdigt, prova i liten skala eller tåla att något misslyckas.",
        "Att visa något halvfärdigt utan att skämmas.",
    ),
    Theme(
        "användare",
        Bilingual("Användarna", "The users"),
        "Brukare, anhöriga och användare: att möta dem, fråga dem och ha dem med.",
        "Mötet med användarpanelen. Jag kommer aldrig mer att gissa.",
    ),
    Theme(
        "ledning",
        Bilingual("Chefer och politiker", "Managers and politicians"),
        "Chefens, ledningens eller politikernas stöd och närvaro.",
        "Att ledningen tål att något misslyckas.",
    ),
    Theme(
        "kollegor",
        Bilingual("Kollegor och nätverk", "Colleagues and networks"),
        "Utbyte med andra deltagare och kollegor, också efter utbildningen.",
        "Nätverket. Nu vet jag vem jag ska ringa.",
    ),
    Theme(
        "tid",
        Bilingual("Tid", "Time"),
        "Tid till övning och förändring, vid träffarna eller i vardagen.",
        "Tid. Inte mycket, men den måste stå i schemat.",
    ),
    Theme(
        "upplägg",
        Bilingual("Träffarnas upplägg", "How the sessions were run"),
        "Lokal, material, tempo, exempel och begrepp vid träffarna.",
        "Lite väl många bilder före lunch.",
    ),
    Theme(
        "annat",
        Bilingual("Annat", "Other"),
        "Det som inte hör till något annat tema.",
        "Inget. Fortsätt så här!",
    ),
)

MOST_VALUABLE_THEMES = {
    1: ("ledning", "kollegor prova", "kollegor", "upplägg"),
    2: ("metod", "metod kollegor", "metod", "metod"),
    3: ("metod", "användare", "tid"),
    4: ("metod", "metod", "upplägg", "metod"),
    5: ("metod prova", "prova", "metod användare ledning", "upplägg"),
    6: ("upplägg", "metod prova", "prova"),
    7: ("användare", "upplägg", "användare metod", "användare"),
    8: ("ledning", "metod ledning", "prova"),
    9: ("annat", "kollegor metod", "metod"),
    10: ("ledning", "kollegor", "kollegor", "kollegor"),
}
COULD_BE_BETTER_THEMES = {
    1: ("upplägg", "upplägg", "ledning"),
    2: ("tid metod", "upplägg"),
    3: ("tid upplägg", "upplägg", "upplägg"),
    4: ("annat", "metod upplägg"),
    5: ("tid metod", "metod"),
    6: ("upplägg", "upplägg metod", "tid", "upplägg"),
    7: ("användare tid", "upplägg"),
    8: ("ledning", "upplägg"),
    9: ("ledning", "metod"),
    10: ("kollegor", "ledning"),
}
BEGUN_TO_DO_THEMES = (
    *("användare", "metod", "prova", "metod"),
    *("kollegor", "kollegor", "metod användare", "annat"),
    *("metod", "prova", "tid", "användare"),
    *("ledning prova", "metod kollegor", "användare", "prova"),
)
NEED_TO_MOVE_ON_THEMES = (
    *("tid", "ledning", "annat", "kollegor"),
    *("kollegor", "ledning", "kollegor", "användare tid"),
    *("kollegor", "ledning", "ledning prova", "annat"),
    *("kollegor", "metod"),
)
FIRST_CODER = {
    **{
        text: themes
        for written, coded in (
            (MOST_VALUABLE, MOST_VALUABLE_THEMES),
            (COULD_BE_BETTER, COULD_BE_BETTER_THEMES),
        )
        for session, texts in written.items()
        for text, themes in zip(texts, coded[session], strict=True)
    },
    **dict(zip(BEGUN_TO_DO, BEGUN_TO_DO_THEMES, strict=True)),
    **dict(zip(NEED_TO_MOVE_ON, NEED_TO_MOVE_ON_THEMES, strict=True)),
}
OTHER_OPINIONS = {
    BEGUN_TO_DO[3]: "annat",
    BEGUN_TO_DO[4]: "kollegor metod",
    BEGUN_TO_DO[5]: "prova",
    BEGUN_TO_DO[11]: "användare kollegor",
    BEGUN_TO_DO[12]: "ledning",
    NEED_TO_MOVE_ON[4]: "annat",
    NEED_TO_MOVE_ON[7]: "användare",
    NEED_TO_MOVE_ON[9]: "annat",
}
SECOND_CODER = {text: FIRST_CODER[text] for text in (*BEGUN_TO_DO, *NEED_TO_MOVE_ON)}
SECOND_CODER |= OTHER_OPINIONS
"""A second person read what was written half-way, and saw some of it in another way."""


def write_coding(folder: Path) -> None:
    """Write the filled-in coding workbook of the comments in the programme folder `folder`."""
    request = Request(folder.name, folder.parent, folder.parent / "nowhere")
    proposals = propose_coding(examine(read(request)).dataset)
    rows = tuple(map(fill_in, proposals.codings))
    workbook = make_coding_workbook(THEMES, rows, Language.SV)
    (folder / "decisions" / "themes.xlsx").write_bytes(workbook)


def fill_in(proposal: CodingProposal) -> tuple[CellValue, ...]:
    """Return a row of the coding workbook with the themes of both coders."""
    marks = dict(
        (
            *name_marks(FIRST_MARKS, FIRST_CODER[proposal.text]),
            *name_marks(SECOND_MARKS, SECOND_CODER.get(proposal.text, "")),
        )
    )
    cells = list_coding(proposal, Language.SV)
    return tuple(
        marks.get(column.name, cell) for column, cell in zip(COMMENTS.columns, cells, strict=True)
    )


def name_marks(columns: tuple[str, ...], keys: str) -> Iterator[tuple[str, str]]:
    """Yield a column and the Swedish name of a theme for each of `keys`."""
    names = {theme.key: theme.name.sv for theme in THEMES}
    yield from ((column, names[key]) for column, key in zip(columns, keys.split(), strict=False))
