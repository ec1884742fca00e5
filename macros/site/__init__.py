"""The site of a topic: what is being built, its generated pages, and the page for print."""

from macros.site.topic import (
    ADDRESS_VARIABLE,
    TOPIC_VARIABLE,
    TRUSTED_VARIABLE,
    Site,
    current,
    in_language,
    queries,
    reload,
    topic_dir,
    with_address,
)
