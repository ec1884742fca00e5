"""The numbers of series whose files are at hand are those of the files, month by month and year by year."""

import csv
import os
import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from macros.model import dates
from tests.factories import ROOT, loaded

FILES = Path(os.environ.get("FIGURES", ROOT.parent / "shared" / "data"))
"""The folder of the files that numbers come from, beside that of the texts; they are not part of this repository."""

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason=f"the files of the figures are not at hand in {FILES}")

MONTHS = [name.lower() for name in (*dates.months()[9:], *dates.months()[:9])]
"""The months of a fiscal year, which is named after the year in which it ends."""


def _month(fiscal_year: int, place: int) -> str:
    return f"{fiscal_year - 1}-{place + 10}" if place < 3 else f"{fiscal_year}-{place - 2:02}"


def _values(series: str) -> dict[str, Decimal]:
    """Return the numbers of a series by their period; gaps are left out."""
    return {one.period.text: one.value for one in loaded(ROOT).series[series].observations if one.value is not None}


def _differences(series: str, file: dict[str, Decimal]) -> dict[str, tuple[Decimal, Decimal | None]]:
    """Return by period the numbers of a series that are not those of the file, each with that of the file."""
    return {at: (value, file.get(at)) for at, value in _values(series).items() if value != file.get(at)}


@cache
def _border() -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """Return the southwest border's apprehensions by month and by year, from the official table of every sector."""
    months: dict[str, Decimal] = {}
    years: dict[str, Decimal] = {}
    text = (FILES / "cbp/usbp_monthly_apprehensions_fy2000-fy2019.txt").read_text(encoding="utf-8")
    for page in text.split("October November December")[1:]:
        rows = re.findall(r"^(?:[\d,]+ ){12}[\d,]+ *$", page, re.MULTILINE)
        year = int(re.findall(r"By Month - FY (\d{4})", page)[0])
        *counts, total = (Decimal(cell.replace(",", "")) for cell in rows[-2].split())  # the last row is nationwide
        assert sum(counts) == total
        months |= {_month(year, place): count for place, count in enumerate(counts)}
        years[str(year)] = total
    return months, years


def _part(column: str) -> dict[str, Decimal]:
    """Return a part of the apprehensions at the southwest border by month, from the copy of the tables."""
    with (FILES / "cbp/family_child_total_monthly_2000_2019.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["sector"] == "southwest border" and row["month"] in MONTHS]
    return {
        _month(int(row["fiscal_year"]), MONTHS.index(row["month"])): Decimal(row[column])
        for row in rows
        if row[column].isdigit()
    }


def _sheet(column: int) -> dict[str, Decimal]:
    """Return a column by fiscal year (pending, received, completed), from the sheet of the immigration courts."""
    text = next((FILES / "eoir").glob("EOIR_Pending*.txt")).read_text(encoding="utf-8")
    rows = re.findall(r"^(20\d\d) (?:\(Third \nQuarter\) )?([\d,]+) ([\d,]+) ([\d,]+)$", text, re.MULTILINE)
    return {year: Decimal(counts[column].replace(",", "")) for year, *counts in rows}


def test_apprehensions_are_those_of_the_official_table() -> None:
    """Each month as revised, and each year, is as the table of every sector has it, none left out."""
    months, years = _border()
    assert len(months) == 12 * 20
    assert _values("border-apprehensions-revised") == months
    assert _values("apprehensions-by-year") == years


def test_apprehensions_published_within_the_year_differ_only_where_they_were_revised() -> None:
    """Fiscal 2017 stands as it was published; single months of fiscal 2018 were revised, by at most 25."""
    revised = _differences("border-apprehensions", _border()[0])
    assert min(revised) == "2017-10"
    assert max(abs(ours - (theirs or 0)) for ours, theirs in revised.values()) == 25


def test_a_fall_called_the_largest_and_a_month_called_the_lowest_are() -> None:
    """What notes and questions say of the whole table: no earlier month is lower, no earlier fall is larger."""
    months = _values("border-apprehensions-revised")
    for low in ("2011-12", "2017-03"):
        assert all(count > months[low] for month, count in months.items() if month < low)
    assert all(count > months["2011-12"] for month, count in months.items() if "2011-12" < month <= "2016-12")
    falls = {month: months[month] / months[before] for before, month in pairwise(months)}
    assert min(falls, key=lambda month: falls[month]) == "2017-02"


def test_families_and_children_are_those_of_the_copy() -> None:
    """Each revised month of family members, and of children alone, is as the copy of the official tables has it."""
    assert _differences("family-apprehensions-revised", _part("family_apprehensions")) == {}
    assert _differences("children-apprehensions-revised", _part("unaccompanied_child_apprehension")) == {}


def test_restated_cases_are_those_of_the_sheet() -> None:
    """Each year of pending, received and completed cases is as the later sheet of the courts has it, none left out."""
    for column, series in enumerate(("pending", "receipts", "completions")):
        assert _values(f"eoir-{series}-restated") == _sheet(column)
