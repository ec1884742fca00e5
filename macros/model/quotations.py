"""Quotation marks of any language."""

import re

_MARKS = ("“”", "„“”", "«»", "»«", "‹›", "›‹", "「」", "『』", "””")
"""Opening quotation marks, each with the marks that may close it, of any language."""
QUOTED = re.compile(
    f"[{''.join(pair[0] for pair in _MARKS)}]"
    f"({'|'.join(f'(?<={pair[0]})[^{pair[1:]}]*(?=[{pair[1:]}])' for pair in _MARKS)})."
)
"""Words of prose that are a quotation, whose marks those of their language are."""
QUOTED_EDGE = " .,\u00a0\u202f"
"""What may stand between quotation marks around the quoted words."""
