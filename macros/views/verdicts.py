"""The verdicts that readers see, and silence. Each has one word, one shape and one colour everywhere."""

from typing import NamedTuple

from macros.language import marked


class Verdict(NamedTuple):
    """A verdict for the eye; its id names shape and meaning, in templates, and the colour, in the style sheet."""

    id: str
    word: str


MATCHES = Verdict("matches", marked("matches"))
PARTLY = Verdict("partly", marked("partly"))
CONFLICTS = Verdict("conflicts", marked("conflicts"))
UNCHECKED = Verdict("unchecked", marked("cannot be checked"))
SAYS = Verdict("says", marked("not compared"))
SILENT = Verdict("silent", marked("silent"))

KEY = (MATCHES, PARTLY, CONFLICTS, UNCHECKED, SAYS, SILENT)
"""Every verdict that readers see, in the order in which keys explain them."""
VERDICTS = {
    "supported": (MATCHES, ""),
    "supported with caveat": (PARTLY, marked("With a caveat")),
    "broader": (PARTLY, marked("Broader")),
    "narrower": (PARTLY, marked("Narrower")),
    "differs": (CONFLICTS, marked("Differs")),
    "contradicted": (CONFLICTS, marked("Contradicted")),
    "not confirmed": (UNCHECKED, marked("Not confirmed")),
    "opinion": (UNCHECKED, marked("Opinion")),
    "says": (SAYS, ""),
    "does not say": (SILENT, marked("Does not say")),
    "silent": (SILENT, ""),
    "before it": (SILENT, marked("Older than its subject")),
}
"""For each finer verdict, the one that readers see, and the word that begins the reason."""
RELATIONS = {
    "same": marked("say the same"),
    "sums": marked("give parts of one sum, or the whole of it"),
    "rounding": marked("round one number differently"),
    "narrower": marked("differ in scope: one takes in less"),
    "broader": marked("differ in scope: one takes in more"),
    "other definition": marked("use different words or definitions"),
    "other subject": marked("speak of different things"),
    "contradicts": marked("contradict each other"),
    "complements": marked("complete each other"),
}
"""What each relation between answers means: "the answers contradict each other"."""
AGREEING = {"same", "sums", "rounding", "complements"}
"""Relations between answers that neither contradict each other nor differ in scope or meaning."""
GROUPS = {
    "conflict": (marked("Conflicts"), marked("An answer conflicts with another, or with the document")),
    "part": (marked("In part"), marked("The answers differ in scope or in meaning")),
    "open": (marked("Not judged"), marked("Several sources speak, and nobody has judged how their answers relate")),
    "agree": (marked("No conflict"), marked("The sources agree, or add to one another")),
    "alone": (marked("One source, no conflict"), marked("Only one of the sources compared speaks of it")),
}
"""The groups of questions, the most important first: the words of the filter, and the heading."""
