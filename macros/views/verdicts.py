"""The verdicts that readers see, and silence. Each has one word, one shape and one colour everywhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """A verdict for the eye; its id names the shape, in the template, and the colour, in the style sheet."""

    id: str
    word: str
    meaning: str


MATCHES = Verdict("matches", "matches", "The document says the same.")
PARTLY = Verdict(
    "partly", "partly", "It does in part: something is shortened or left out, or the answer takes in more or less."
)
CONFLICTS = Verdict("conflicts", "conflicts", "The document says something else, or the opposite.")
UNCHECKED = Verdict(
    "unchecked", "cannot be checked", "No document that was read settles it, or it is an opinion. It may be right."
)
SAYS = Verdict("says", "not compared", "The answer is the source's own words, which no document is to confirm.")
SILENT = Verdict("silent", "silent", "The source does not say, or is older than the thing in question.")

KEY = (MATCHES, PARTLY, CONFLICTS, UNCHECKED, SAYS, SILENT)
"""Every verdict that readers see, in the order in which keys explain them."""
VERDICTS = {
    "supported": (MATCHES, ""),
    "supported with caveat": (PARTLY, "With a caveat"),
    "broader": (PARTLY, "Broader"),
    "narrower": (PARTLY, "Narrower"),
    "differs": (CONFLICTS, "Differs"),
    "contradicted": (CONFLICTS, "Contradicted"),
    "not confirmed": (UNCHECKED, "Not confirmed"),
    "opinion": (UNCHECKED, "Opinion"),
    "says": (SAYS, ""),
    "does not say": (SILENT, "Does not say"),
    "silent": (SILENT, ""),
    "before it": (SILENT, "Older than its subject"),
}
"""For each finer verdict, the one that readers see, and the word that begins the reason."""
RELATIONS = {
    "same": "say the same",
    "sums": "give parts and the whole of one sum",
    "rounding": "round one number differently",
    "narrower": "differ in scope: one takes in less",
    "broader": "differ in scope: one takes in more",
    "other definition": "mean different things by one word",
    "other subject": "speak of different things",
    "contradicts": "contradict each other",
    "complements": "complete each other",
}
"""What each relation between answers means: "the answers contradict each other"."""
