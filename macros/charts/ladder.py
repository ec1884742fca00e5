"""Penalties as a ladder: one row for each tier, under its statute."""

from collections.abc import Sequence

from macros import phrase
from macros.charts.data import Tier
from macros.charts.strips import Strip


def strips(tiers: Sequence[Tier]) -> tuple[Strip, ...]:
    """Return one strip for each tier, in years."""
    return tuple(_strip(tier) for tier in tiers)


def _strip(tier: Tier) -> Strip:
    longest, least = tier.provision.max_prison, phrase.years(tier.provision.min_prison)
    is_extra = longest.startswith("+")
    words = phrase.longest(tier.provision)
    return Strip(
        label=tier.provision.label,
        words=f"{words}; at least {phrase.least(tier.provision)}" if least and not tier.provision.fixed else words,
        value=phrase.years(longest),
        heading=f"{tier.statute.citation}  {tier.statute.heading}",
        look="dashed" if is_extra else "solid",
        end="off" if longest.startswith("life") else "closed",
        tick=least or None,
    )
