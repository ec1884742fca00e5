"""The verdicts that readers see, silence among them. Each has one word, one shape and one colour everywhere."""

from typing import NamedTuple

from macros.language import gettext_noop


class Verdict(NamedTuple):
    """A verdict; templates choose its shape by its id, the style sheet its colour."""

    id: str
    word: str
    meaning: str


MATCHES = Verdict("matches", gettext_noop("matches"), gettext_noop("The document says the same."))
PARTLY = Verdict(
    "partly",
    gettext_noop("partly"),
    gettext_noop("It does in part: something is shortened or left out, or the answer takes in more or less."),
)
CONFLICTS = Verdict(
    "conflicts", gettext_noop("conflicts"), gettext_noop("The document says something else, or the opposite.")
)
UNCHECKED = Verdict(
    "unchecked",
    gettext_noop("cannot be checked"),
    gettext_noop("No document that was read settles it, or it is an opinion. It may be right."),
)
SAYS = Verdict(
    "says",
    gettext_noop("not compared"),
    gettext_noop("The answer is the source's own words, which no document is to confirm."),
)
SILENT = Verdict(
    "silent",
    gettext_noop("silent"),
    gettext_noop("The source does not say, or is older than the thing in question."),
)

COMPARED = (MATCHES, PARTLY, CONFLICTS, UNCHECKED)
"""The verdicts on answers that a document is to confirm."""
KEY = (*COMPARED, SAYS, SILENT)
"""Every verdict that readers see, in the order in which legends explain them."""
VERDICTS = {
    "supported": (MATCHES, ""),
    "supported with caveat": (PARTLY, gettext_noop("With a caveat")),
    "broader": (PARTLY, gettext_noop("Broader")),
    "narrower": (PARTLY, gettext_noop("Narrower")),
    "differs": (CONFLICTS, gettext_noop("Differs")),
    "contradicted": (CONFLICTS, gettext_noop("Contradicted")),
    "not confirmed": (UNCHECKED, gettext_noop("Not confirmed")),
    "opinion": (UNCHECKED, gettext_noop("Opinion")),
    "says": (SAYS, ""),
    "does not say": (SILENT, gettext_noop("Does not say")),
    "silent": (SILENT, ""),
    "before it": (SILENT, gettext_noop("Older than its subject")),
}
"""For each verdict of the data, the verdict that readers see, and the words that begin its reason, or ""."""
RELATIONS = {
    "same": gettext_noop("say the same"),
    "sums": gettext_noop("give parts of one sum, or the whole of it"),
    "rounding": gettext_noop("round one number differently"),
    "narrower": gettext_noop("differ in scope: one takes in less"),
    "broader": gettext_noop("differ in scope: one takes in more"),
    "other definition": gettext_noop("use different words or definitions"),
    "other subject": gettext_noop("speak of different things"),
    "contradicts": gettext_noop("contradict each other"),
    "complements": gettext_noop("complete each other"),
}
"""What each relation between answers means: "the answers contradict each other"."""
AGREEING = {"same", "sums", "rounding", "complements"}
"""Relations between answers that neither contradict each other nor differ in scope or meaning."""
GROUPS = {
    "conflict": (gettext_noop("Conflicts"), gettext_noop("An answer conflicts with another, or with the document")),
    "part": (gettext_noop("In part"), gettext_noop("The answers differ in scope or in meaning")),
    "open": (
        gettext_noop("Not judged"),
        gettext_noop("Several sources speak, and nobody has judged how their answers relate"),
    ),
    "agree": (gettext_noop("No conflict"), gettext_noop("The sources agree, or add to one another")),
    "alone": (gettext_noop("One source, no conflict"), gettext_noop("Only one of the sources compared speaks of it")),
}
"""The groups of questions, the most important first, each with its words in the filter and its heading."""
