"""Penalties as a ladder: one row for each tier, under its statute, in years."""

from collections.abc import Sequence

import altair as alt

from macros import phrase
from macros.charts import rows
from macros.charts.data import Tier
from macros.charts.theme import Form


def draw(tiers: Sequence[Tier], form: Form) -> alt.LayerChart:
    """Return one bar for each tier, under its statute."""
    return rows.chart([_entry(tier) for tier in tiers], form)


def _entry(tier: Tier) -> rows.Entry:
    provision, term, least = tier.provision, tier.provision.max_prison, phrase.years(tier.provision.min_prison)
    also = f"; at least {phrase.least(provision)}" if least and not provision.fixed else ""
    return {
        "label": provision.label,
        "words": phrase.longest(provision) + also,
        "value": phrase.years(term),
        "heading": f"{tier.statute.citation}  {tier.statute.heading}",
        "look": "dashed" if term.startswith("+") else "solid",
        "end": "off" if term.startswith("life") else "closed",
        "tick": least or None,
        "low": None,
    }
