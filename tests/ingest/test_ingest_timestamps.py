"""Every shape of timestamp that real exports have."""

from datetime import date, datetime

import pytest

from flows.ingest.timestamps import infer_month_first, parse_timestamp


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-05-24 15.21.01", datetime(2024, 5, 24, 15, 21, 1)),
        ("2025/03/19 12:01:14 pm CET", datetime(2025, 3, 19, 12, 1, 14)),
        ("2025/03/19 12:01:14 am CET", datetime(2025, 3, 19, 0, 1, 14)),
        ("2025/05/09 5:02:33 pm EEST", datetime(2025, 5, 9, 17, 2, 33)),
        ("2026/05/22 10:04:59 AM GMT+3", datetime(2026, 5, 22, 10, 4, 59)),
        ("30/08/2024 14:55:45", datetime(2024, 8, 30, 14, 55, 45)),
        ("11/22/2024 15:29:10", datetime(2024, 11, 22, 15, 29, 10)),
        ("4/22/2016 19:57:50", datetime(2016, 4, 22, 19, 57, 50)),
        ("11/11/2024 08:00:00", datetime(2024, 11, 11, 8)),
        ("2016-01-20T16:05:00", datetime(2016, 1, 20, 16, 5)),
        ("2016-01-20T16:05:00+01:00", datetime(2016, 1, 20, 16, 5)),
        ("2016-01-20T16:05:00.123Z", datetime(2016, 1, 20, 16, 5)),
        ("2016-01-20 kl. 16.05", datetime(2016, 1, 20, 16, 5)),
        ("2016-01-20", datetime(2016, 1, 20)),
        ("20.1.2016", datetime(2016, 1, 20)),
        ("20.1.2016 klo 16.05", datetime(2016, 1, 20, 16, 5)),
        ("4.5.2016 16:05", datetime(2016, 5, 4, 16, 5)),
        ("14/11/22, 09:30:46", datetime(2022, 11, 14, 9, 30, 46)),
        ("11/24/26, 6:42:31\u202fPM", datetime(2026, 11, 24, 18, 42, 31)),
        ("03-15-2016", datetime(2016, 3, 15)),
        ("2020-12-12 17:05:03.235413+00:00", datetime(2020, 12, 12, 17, 5, 3)),
        ("2017-05-23T13:35:37.356-04:00", datetime(2017, 5, 23, 13, 35, 37)),
        ("Tuesday, 24 November 2026, 6:42 PM", datetime(2026, 11, 24, 18, 42)),
        ("tisdag, 24 november 2026, 18:42", datetime(2026, 11, 24, 18, 42)),
        ("tisdag 24 november 2026 kl. 18.42", datetime(2026, 11, 24, 18, 42)),
        ("tirsdag, 24. november 2026, 18:42", datetime(2026, 11, 24, 18, 42)),
        ("Dienstag, 3. März 2026, 18:42", datetime(2026, 3, 3, 18, 42)),
        ("tiistai, 24. marraskuuta 2026, 18:42", datetime(2026, 11, 24, 18, 42)),
        ("Nov 24, 2026 06:42:31 PM", datetime(2026, 11, 24, 18, 42, 31)),
        ("November 24, 2026 at 6:42 PM", datetime(2026, 11, 24, 18, 42)),
        ("Tue Nov 24 2026 18:42:31 GMT+0100", datetime(2026, 11, 24, 18, 42, 31)),
        ("2026-11-24 6:42:31 e.m. GMT+1", datetime(2026, 11, 24, 18, 42, 31)),
        ("2026/11/24 12:42:31 a.m. CET", datetime(2026, 11, 24, 0, 42, 31)),
        ("2026/11/24 6.42.31 ip. EET", datetime(2026, 11, 24, 18, 42, 31)),
        ("2026/11/24 6:42:31 nachm. MEZ", datetime(2026, 11, 24, 18, 42, 31)),
        ("2026-11-24 18:42:31 Europe/Stockholm", datetime(2026, 11, 24, 18, 42, 31)),
    ],
)
def test_every_known_shape_is_read(written, moment):
    """The shapes of domain.md are read as the local time that they show."""
    assert parse_timestamp(written) == moment


@pytest.mark.parametrize(
    "written",
    ["4/5/2016 10:00", "igår", "", "31/31/2016", "2016-02-30", "31 februari 2016", "7 saker 2016"],
)
def test_what_is_no_date_or_could_be_two_is_none(written):
    """A date that could be read two ways is not guessed, and nonsense is no date."""
    assert parse_timestamp(written) is None


@pytest.mark.parametrize(("is_month_first", "month"), [(True, 4), (False, 5)])
def test_the_declared_order_decides(is_month_first, month):
    """4/5/2016 is April or May as declared."""
    assert parse_timestamp("4/5/2016 10:00", is_month_first=is_month_first).month == month


@pytest.mark.parametrize(
    ("column", "is_month_first"),
    [
        (["4/5/2016", "4/22/2016"], True),
        (["4/5/2016", "22/4/2016"], False),
        (["4/5/2016", "5/4/2016"], None),
        (["22/4/2016", "4/22/2016"], None),
        (["2016-04-22", None, 7], None),
        (["12/12/2016", "13/12/2016"], False),
    ],
)
def test_one_day_beyond_the_twelfth_settles_the_column(column, is_month_first):
    """The order is inferred from the whole column, and not where it contradicts itself."""
    assert infer_month_first(column) is is_month_first


def test_real_dates_stay_what_they_are():
    """What Excel knows as a date needs no reading."""
    assert parse_timestamp(datetime(2016, 1, 20, 9)) == datetime(2016, 1, 20, 9)
    assert parse_timestamp(date(2016, 1, 20)) == datetime(2016, 1, 20)
