"""The style sheet of the site: what its pages use of the theme's, then our own.

Four fifths of the theme's rules are for components that our pages never show (its header, navigation, tabs, footnotes),
and a browser reads and sorts them all before it can paint anything.
"""

import re

_RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
_LIST = re.compile(r",(?![^()]*\))")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_VARIABLE = re.compile(r'(?<=[{;])(--md-[\w-]+):(?:"[^"]*"|[^;}"])*(?:;|(?=\}))')
_SHOWN = re.compile(
    "md-typeset|md-grid|md-content__inner|headerlink|admonition(-title)?"
    "|note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|inline|end"
)
"""The classes that our templates and the Markdown extensions of ``mkdocs.yml`` write."""
_FOREIGN = re.compile(r"\[(?:data-|dir=)")
"""What the theme's own scripts and templates set, which we do without."""


def joined(theme: str, own: str) -> str:
    """Return both in one, without the theme's rules and variables that no page can use; the theme's is minified."""
    kept = _shown(theme.removeprefix('@charset "UTF-8";'))
    used = set(re.findall(r"var\((--md-[\w-]+)", kept + own))
    return _VARIABLE.sub(lambda found: found[0] if found[1] in used else "", kept) + "\n" + own


def _shown(rules: str) -> str:
    kept = (_kept(head, body) for head, body in _RULE.findall(rules))
    return "".join(f"{head}{{{body}}}" for head, body in kept if head)


def _kept(head: str, body: str) -> tuple[str, str]:
    """Return a rule, or a group of rules, with what is left of it; no head where that is nothing."""
    if head.startswith(("@media", "@supports")):
        body = _shown(body)
        return head if body else "", body
    if head.startswith("@"):
        return head, body
    return ",".join(filter(_is_shown, _LIST.split(head))), body


def _is_shown(selector: str) -> bool:
    return not _FOREIGN.search(selector) and all(map(_SHOWN.fullmatch, _CLASS.findall(selector)))
