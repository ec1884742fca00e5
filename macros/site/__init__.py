"""The site of a topic: what is being built, and the pages that are made from data alone."""

from macros.site.topic import TOPIC_VARIABLE, TRUSTED_VARIABLE, Site, current, queries, topic_dir

__all__ = ["TOPIC_VARIABLE", "TRUSTED_VARIABLE", "Site", "current", "queries", "topic_dir"]
