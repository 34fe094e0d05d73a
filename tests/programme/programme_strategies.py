"""Programmes of all kinds, for properties of the workbook that must hold of every one."""

from datetime import date

from hypothesis import strategies as st

from flows.programme.goals import Comparison, Goal
from flows.programme.headers import display, normalise
from flows.programme.indicator_names import Group, IndicatorName, Measure
from flows.programme.items import Instrument, Item, ItemKind, KirkpatrickLevel, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import (
    BudgetLine,
    ExportDeclaration,
    ExportKind,
    Participant,
    Profile,
    Programme,
    Project,
    Session,
)
from flows.programme.scales import MissingKind, Scale, ScaleLabel

WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12
)
TEXTS = (WORDS | st.sampled_from(["=1+1", "-3", "@ada", "#N/A", "007", "2016-01-20", "å"])).map(
    display
)
FILLED = TEXTS.filter(
    lambda text: text and not normalise(text).startswith(("exempel:", "example:"))
)
"""Texts as the reader returns them: on one line, never empty and not marked as an example."""

MAYBE = FILLED | st.just("")
CODES = st.text("abcåäö0123456789-", min_size=1, max_size=8)
LISTS = st.lists(FILLED.map(lambda text: text.replace(";", ",")), max_size=3, unique=True).map(
    tuple
)
BILINGUAL = st.builds(Bilingual, FILLED, MAYBE) | st.builds(Bilingual, st.just(""), FILLED)
DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))
AMOUNTS = st.integers(0, 10**9)
SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
NUMBERS = st.integers(-(10**6), 10**6).map(lambda hundredths: hundredths / 100)
"""Numbers that people type; Excel keeps fifteen digits."""

PROJECTS = st.builds(
    Project,
    title=st.builds(Bilingual, FILLED, MAYBE),
    registration_number=MAYBE,
    funder=MAYBE,
    coordinator=MAYBE,
    parties=LISTS,
    grant_sek=AMOUNTS,
    co_funding_sek=AMOUNTS,
    starts_on=DATES,
    ends_on=DATES,
    status=st.builds(Bilingual, MAYBE, MAYBE),
    language=st.sampled_from(Language),
    data_note=st.builds(Bilingual, MAYBE, MAYBE),
)
SESSIONS = st.builds(
    Session,
    number=st.integers(0, 99),
    held_on=DATES,
    theme=st.builds(Bilingual, MAYBE, MAYBE),
    invited_groups=LISTS,
)
PARTICIPANTS = st.builds(Participant, FILLED, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)
ITEMS = st.builds(
    Item,
    FILLED,
    BILINGUAL,
    st.sampled_from(ItemKind),
    st.sampled_from(Instrument),
    scale_id=MAYBE,
    level=st.none() | st.sampled_from(KirkpatrickLevel),
    index_id=MAYBE,
    other_wordings=st.lists(FILLED, max_size=2).map(tuple),
)
LABELS = st.builds(
    ScaleLabel, BILINGUAL, st.none() | NUMBERS, is_favourable=st.booleans()
) | st.builds(ScaleLabel, BILINGUAL, st.none(), st.sampled_from(MissingKind))
SCALES = st.builds(Scale, FILLED, st.lists(LABELS, min_size=1, max_size=3).map(tuple))
DECLARATIONS = st.builds(
    ExportDeclaration,
    FILLED,
    sheet=MAYBE,
    kind=st.none() | st.sampled_from(ExportKind),
    session=st.none() | st.integers(0, 99),
    wave=st.none() | st.sampled_from(Wave),
    header_row=st.none() | st.integers(1, 99),
    is_month_first=st.none() | st.booleans(),
    are_positions=st.booleans(),
)
INDICATORS = st.builds(
    IndicatorName,
    st.sampled_from(Measure),
    item=CODES | st.just(""),
    answer=CODES | st.just(""),
    group=st.builds(
        Group,
        session=st.none() | st.integers(0, 99),
        role=CODES | st.just("ledare i kommun") | st.just(""),
        wave=st.none() | st.sampled_from(Wave),
        party=CODES | st.just(""),
    ),
)
GOALS = st.builds(
    Goal,
    FILLED,
    BILINGUAL,
    st.none() | INDICATORS,
    st.sampled_from(Comparison),
    st.none() | NUMBERS,
    st.none() | NUMBERS,
    st.none() | NUMBERS,
    period=MAYBE,
)
BUDGET_LINES = st.builds(BudgetLine, FILLED, FILLED, AMOUNTS, st.none() | AMOUNTS)
PROFILES = st.builds(
    Profile,
    suppression_threshold=st.integers(0, 99),
    hides_telling_totals=st.booleans(),
    summary_limit_characters=st.integers(0, 9999),
    budget_deviation_limit_share=SHARES,
    indirect_cost_limit_share=SHARES,
    acknowledgement=st.builds(Bilingual, MAYBE, MAYBE),
    valid_from=st.none() | DATES,
)
PROGRAMMES = st.builds(
    Programme,
    name=st.just("kurs"),
    project=PROJECTS,
    sessions=st.lists(SESSIONS, min_size=1, max_size=3, unique_by=lambda row: row.number).map(
        lambda sessions: tuple(sorted(sessions, key=lambda row: row.number))
    ),
    participants=st.lists(PARTICIPANTS, max_size=3).map(tuple),
    items=st.lists(ITEMS, max_size=3).map(tuple),
    scales=st.lists(SCALES, max_size=2, unique_by=lambda scale: scale.scale_id).map(tuple),
    declarations=st.lists(DECLARATIONS, max_size=2).map(tuple),
    goals=st.lists(GOALS, max_size=2).map(tuple),
    budget=st.lists(BUDGET_LINES, max_size=2).map(tuple),
    profile=PROFILES,
    words=st.lists(BILINGUAL, max_size=2).map(tuple),
)
