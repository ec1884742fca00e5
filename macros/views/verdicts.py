"""The verdicts that readers see, and silence. Each has one word, one shape and one colour everywhere."""

from typing import NamedTuple

from macros.language import marked


class Verdict(NamedTuple):
    """A verdict for the eye; its id names the shape, in the template, and the colour, in the style sheet."""

    id: str
    word: str
    meaning: str


MATCHES = Verdict("matches", marked("matches"), marked("The document says the same."))
PARTLY = Verdict(
    "partly",
    marked("partly"),
    marked("It does in part: something is shortened or left out, or the answer takes in more or less."),
)
CONFLICTS = Verdict("conflicts", marked("conflicts"), marked("The document says something else, or the opposite."))
UNCHECKED = Verdict(
    "unchecked",
    marked("cannot be checked"),
    marked("No document that was read settles it, or it is an opinion. It may be right."),
)
SAYS = Verdict(
    "says",
    marked("not compared"),
    marked("The answer is the source's own words, which no document is to confirm."),
)
SILENT = Verdict("silent", marked("silent"), marked("The source does not say, or is older than the thing in question."))

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
