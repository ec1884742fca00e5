"""Finds syntax that would show as typed, or do nothing, since pages load none of the theme's scripts."""

import re
from collections.abc import Iterator

from macros.problems import LineMistake, Mistake, line_at

_FENCED = re.compile(r"^([ >]*(`{3,}|~{3,})[^\n]*\n)(.*?)(^[ >]*\2[^\n]*|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")

_SCRIPT = "needs a script, and pages load none of the theme's"
_MATH = (f"mathematics {_SCRIPT}", "write it in words and signs, such as x² ≤ y, or show a picture of it")
_NOTE = (f"an annotation {_SCRIPT}", "write a footnote: [^1] in the text, and [^1]: with the note below it")
_DRAWING = (f"a diagram {_SCRIPT}", "show a drawing: ![what it shows](drawing.svg)")
_BUTTON = (f"what this asks for {_SCRIPT}", "take it out")
_FILE = ("a page includes no other file", "write the text here")
_BAR = ("a progress bar needs a style in the page, which the policy forbids", "write the number, or show a chart")
_BOX = ("no box or tab opens so", 'write !!! note or === "Title", and its text below it, indented by four spaces')
_LINK = ("no link is written so, or it lacks its words or its address", "write [words](page.md)")
_FOOTNOTE = ("there is no such footnote", "write [^1] here, and [^1]: with the note below it")
_ICON = ("there is no such icon or emoji", "take its name from Material's list")
_INSIDE = ("inside of an element of HTML, Markdown is not read", "write <div markdown>, with the attribute")
_FLANK = (
    "a mark between a letter and another sign neither begins nor ends what is bold",
    "put that sign outside of the marks, or write <strong>words</strong>",
)
_FENCE = ("the block of code is not closed", "write the same signs on a line of their own below it")
_COMMENT = ("the comment is not closed", "write --> at its end")
_BREAK = ("a line is not broken so", "write <br>, or two spaces at the end of the line")
_KEY = ("there is no such key", 'write its name as Material lists it, or any words in quotation marks: ++"words"++')
_REMARK = ("a remark is not hidden so", "write {#- before it and -#} behind it")
_STRAY = ("nothing stands before it to have this", "write it right behind its text, or on the line below a paragraph")

_IN_SOURCE = {
    r"^[ ;>]*(-+8<-+)": _FILE,
    r"(?:#|//|--|;|<!--|/\*|%) ?(\(\d+\)!)": _NOTE,
}
"""Syntax that stands in code too, each with the reason why it does not work and the remedy; group 1 is shown."""
_OUTSIDE_CODE = {
    r"^[ >]*((?:```+|~~~+) *\{? *\.?math)\b": _MATH,
    r"(\$``\$)": _MATH,
    r"(\\\((?![\w.]{1,4}\\\))[^\n]+?\\\))": _MATH,
    r"^ *(\\\[) *$": _MATH,
    r"^[ >]*((?:```+|~~~+) *\{? *\.?mermaid)\b": _DRAWING,
    r"^[ >]*((?:!!!|\?\?\?\+?) [^\"\n]*\bannotate)\b": _NOTE,
    r"(\{[^{}\n]*\.annotate)\b": _NOTE,
    r"class[=:] ?[\"']?[^\"'>}\n]*\b(annotate)\b": _NOTE,
    r"(\{[^{}\n]*\.(?:copy|select)) ": _BUTTON,
    r"\b(data-preview|data-search-exclude)\b": _BUTTON,
    r"((?<!!)\[\s*\]\([^()\n]*\)|\[[^\[\]\n]*\]\( *(?:<>)? *\))": _LINK,
}
"""Syntax that Markdown turns into something else; the first line of code, which names its language, is not code."""
_IN_WORDS = {
    r"(\$\$)(?:(?!\n\n).)+?\$\$": _MATH,
    r"(?<!\$)(\$(?! )[^$\n]*[\\^_={}][^$\n]*(?<! )\$)(?!\d)": _MATH,
    r"(\$[a-zA-Z]\$)": _MATH,
    r"(\\begin\{\w+\*?\})": _MATH,
    r"(\{!\s*[\w./-]+\s*!\})": _FILE,
    r"(\[(?:==|=\s*[\d.]+[%/]))": _BAR,
    r"(\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])": _BOX,
    r"^((?::::|///|!!!|\?\?\?\+?) ?[a-z]+|===[!+]? ?\"[^\n]*)": _BOX,
    r"(\[\[[^\[\]\n]+\]\]|\[(?:[^\[\]\n]|\n(?!\n))+\]\[[^\[\]\n]*\])": _LINK,
    r"(\^?\[\^[^\[\]\n]+\]|\^\[[^\[\]\n]+\])": _FOOTNOTE,
    r"(?<![\w:])(:[a-z][\w+-]*:)(?![\w:])": _ICON,
    r"(?<!\w)(\+\+[a-z][\w+-]*\+\+)(?!\w)": _KEY,
    r"(\{#(?!-) [^{}\n]*#\})": _REMARK,
    r"(\{:? ?[.#][a-zA-Z][^{}\n]*\})": _STRAY,
    r"((?<=\w)\*\*[^\w\s*][^*\n]*\*\*|\*\*(?! )[^*\n]*[^\w\s*]\*\*(?=\w))": _FLANK,
    r"((?!(?<=\w)\*\*[^\w\s*])\*\*(?! )[^*\n]*(?:\w\*\*|[^\w\s*]\*\*(?!\w))|\[[^\[\]\n]+\]\([\w./#-]+\))": _INSIDE,
    r"(\\)\n(?=\S)": _BREAK,
    r"^ *(`{3,}|~{3,})[\w ]*$": _FENCE,
    "(<!--)": _COMMENT,
}
"""Syntax that Markdown leaves among the words of a page."""


def literals(source: str, words: str) -> Iterator[LineMistake]:
    """Yield each syntax that cannot work on a page: the line where it stands first, and the mistake.

    ``words`` are the words of the page outside of code.
    """
    outside = without_code(source)
    searched = ((source, source, _IN_SOURCE), (outside, outside, _OUTSIDE_CODE), (words, outside, _IN_WORDS))
    for text, written, syntaxes in searched:
        for pattern, (reason, remedy) in syntaxes.items():
            if match := re.search(pattern, text, re.MULTILINE | re.DOTALL):
                place = match.start(1) if text is written else written.find(match[1])
                message = f"“{match[1]}” does not work: {reason}"
                yield line_at(written, place), Mistake(message, "syntax", remedy)


def without_code(source: str) -> str:
    """Return a page without its code, but with as many lines."""
    lines = _FENCED.sub(lambda match: match[1] + "\n" * match[3].count("\n") + match[4], source)
    return _CODE.sub("``", lines)
