"""The codes of the data that readers see: kinds and statuses, which are English in the files of every language."""

from macros.language import marked

CODES = {
    # kinds of statements, and of facts in a list
    marked("directive"),
    marked("plan"),
    marked("justification"),
    marked("criticism"),
    marked("explanation"),
    marked("background"),
    marked("opinion"),
    marked("allegation"),
    marked("response"),
    marked("speech"),
    marked("event"),
    marked("number"),
    # what became of an event
    marked("happened"),
    marked("due"),
    marked("planned"),
    marked("in force"),
    marked("suspended"),
    marked("rescinded"),
    marked("revoked"),
    # how exact and how firm a number is
    marked("published"),
    marked("partial"),
    marked("projected"),
    marked("announced"),
    marked("proposed"),
    marked("gap"),
    # what a number holds for
    marked("calendar year"),
    marked("fiscal year"),
    marked("school year"),
    marked("month"),
    marked("point in time"),
    marked("span"),
    marked("not stated"),
    # how a date is known
    marked("stated"),
    marked("inferred"),
    # how strongly a directive binds
    marked("shall"),
    marked("directed"),
    marked("shall consider"),
    marked("should"),
    marked("may"),
    marked("asked"),
    # kinds of corrections
    marked("correction"),
    marked("clarification"),
    marked("update"),
    # kinds of laws and of sources
    marked("constitution"),
    marked("treaty"),
    marked("act"),
    marked("offence"),
    marked("procedure"),
    marked("regulation"),
    marked("decision"),
    marked("order"),
    marked("judgment"),
    marked("wire report"),
    marked("news report"),
    marked("trade press"),
    marked("press release"),
    marked("government document"),
    marked("standard"),
    marked("statute"),
    marked("dataset"),
    marked("report"),
    marked("paper"),
    marked("book"),
}
"""They are translated where they are shown: with ``message``, in templates with ``_``."""
