"""Post a report of a workflow as a comment on a pull request or as an issue, or update the one posted before.

It needs only Python and ``gh``, and treats the report as data, since anybody may have written it.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COMMENT = "<!-- report of the change -->"
"""The start of our comment, by which it is found again."""
MOST = 60_000
"""The longest text that is posted; GitHub accepts 65,536 characters."""
_BOT = "github-actions[bot]"
_NONE = "**No report could be made of this change.** The log of the workflow says why."
_ELSEWHERE = "This is not all of it: the whole is among the artifacts of the workflow."
_FOLD = re.compile(r"(?ms)^ *<details><summary>([^\n]*)</summary>$(?:(?!<details>).)*?^ *</details>$")
"""A folded part that holds no other; its group is what it is called."""
_PICTURE = re.compile(r"(?<!\\)\]\(charts/[a-z0-9-]+\.svg\)")
"""The end of a link to a picture beside the report; a bracket in a text is escaped."""
JOINED = "\u0600-\u06ff\u0750-\u077f\u0900-\u0dff"
_CONTROL = re.compile(
    r"[^\n\t -\ud7ff\ue000-\U0010ffff]|[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    rf"|(?<![{JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{JOINED}])"
)
"""Invisible characters, except joiners between two letters of Arabic or Indian scripts, which change their form."""
_SPAN_OR_MENTION = re.compile(r"\\[^@\n]|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|@(?!<!-- -->)")
"""An escaped character; a code span on one line, which mentions nobody; or an @ that mentions somebody."""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("comment", "issue"))
    parser.add_argument("report", type=Path, metavar="FILE", help="the report, in Markdown")
    parser.add_argument("--repository", required=True, metavar="OWNER/NAME")
    parser.add_argument("--commit", metavar="SHA", help="of a comment: the commit that was reviewed")
    parser.add_argument("--pull", type=int, metavar="NUMBER", help="of a comment: the pull request, which ends in it")
    parser.add_argument("--run", metavar="URL", help="of a comment: the run that has the artifacts")
    parser.add_argument("--title", help="of an issue: its title, by which an open one is found")
    options = parser.parse_args()
    if options.what == "issue" and not options.title:
        parser.error("an issue has a --title")
    try:
        text = _text(options.report, options.run)
        if options.what == "issue":
            return issue(options.repository, options.title, text)
        return comment(options.repository, options.commit or "", options.pull, text)
    except (subprocess.CalledProcessError, OSError) as error:
        print(getattr(error, "stderr", None) or error, file=sys.stderr)
    except (ValueError, TypeError, KeyError) as error:
        print(f"gh answers in another form than expected: {error!r}", file=sys.stderr)
    return 1


def _text(report: Path, run: str | None) -> str:
    """Return what is posted of a report; the pictures beside it are among the artifacts of the run."""
    written = report.read_bytes().decode(errors="replace") if report.exists() else ""
    text = _PICTURE.sub(f"]({run}#artifacts)" if run else "]", harmless(written) or _NONE)
    return f"{text}\n\n[The pages and charts before and after, and the built site]({run}#artifacts)" if run else text


def harmless(text: str) -> str:
    """Return a report that mentions nobody, has no invisible characters, and is not too long.

    The folded parts of a long one are left out, the longest first, and it says where they are; then its end.
    """
    text = _CONTROL.sub("", text)
    text = _SPAN_OR_MENTION.sub(lambda found: "@<!-- -->" if found[0] == "@" else found[0], text).strip()
    if _size(text) <= MOST:
        return text
    for fold in sorted(_FOLD.finditer(text), key=lambda one: len(one[0]), reverse=True):
        if _size(text) > MOST:
            text = text.replace(fold[0], f"*{fold[1]}: among the artifacts*")
    if _size(text) > MOST:
        text = text.encode("utf-16-le")[: 2 * MOST].decode("utf-16-le", "ignore").rpartition("\n")[0]
    ends = "\n\n</details>" * (text.count("<details>") - text.count("</details>"))
    return f"{text}{ends}\n\n{_ELSEWHERE}"


def _size(text: str) -> int:
    """Return the length of a text as GitHub may count it, where some characters count twice."""
    return len(text.encode("utf-16-le")) // 2


def comment(repository: str, commit: str, pull: int | None, text: str) -> int:
    """Write or update our comment on the open pull request whose last commit is ``commit``; return the exit status.

    If GitHub knows no such pull request, or its number is not ``pull``, nothing is posted.
    """
    pulls = _items(f"repos/{repository}/pulls?state=open")
    numbers = (int(item["number"]) for item in pulls if commit and item["head"]["sha"] == commit)
    number = next((number for number in numbers if pull in (None, number)), None)
    if number is None:
        print(f"No open pull request ends in {commit or 'no commit'}")
        return 0
    comments = _our_items(f"repos/{repository}/issues/{number}/comments")
    former = next((item["id"] for item in comments if (item["body"] or "").startswith(COMMENT)), None)
    place = f"issues/comments/{former}" if former else f"issues/{number}/comments"
    _send("PATCH" if former else "POST", f"repos/{repository}/{place}", {"body": f"{COMMENT}\n{text}"})
    print(f"{'Updated' if former else 'Wrote'} the comment of pull request {number}")
    return 0


def issue(repository: str, title: str, text: str) -> int:
    """Open an issue, or update the open one with the same title; return the exit status."""
    issues = (item for item in _our_items(f"repos/{repository}/issues?state=open") if "pull_request" not in item)
    number = next((item["number"] for item in issues if item["title"] == title), None)
    place = f"repos/{repository}/issues" + (f"/{number}" if number else "")
    _send("PATCH" if number else "POST", place, {"title": title, "body": text})
    print(f"{'Updated' if number else 'Opened'} the issue “{title}”")
    return 0


def _our_items(path: str) -> Iterator[dict[str, Any]]:
    """Yield the items of a list that we wrote; those of a deleted account have no user."""
    return (item for item in _items(path) if (item["user"] or {}).get("login") == _BOT)


def _items(path: str) -> list[dict[str, Any]]:
    """Return the items on all pages of a list from GitHub."""
    path += f"{'&' if '?' in path else '?'}per_page=100"
    answer = subprocess.run(  # noqa: S603 - no shell reads the arguments
        ["gh", "api", "--paginate", "--slurp", path],  # noqa: S607 - as it is installed
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return [item for page in json.loads(answer.stdout) for item in page]


def _send(method: str, path: str, content: dict[str, str]) -> None:
    command = ["gh", "api", "--method", method, path, "--input", "-"]
    subprocess.run(command, check=True, capture_output=True, text=True, input=json.dumps(content))  # noqa: S603 - GitHub's own program, its input is JSON


if __name__ == "__main__":
    sys.exit(main())
