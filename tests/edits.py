"""Changes of files for tests, and commits of them: all by one person, at a time that the test chooses."""

import os
import subprocess
from pathlib import Path


def change(file: Path, old: str, new: str) -> None:
    """Replace words that stand once in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands once in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def append(file: Path, text: str) -> None:
    """Add a text at the end of a file."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def git(folder: Path, *arguments: str, day: str = "2001-01-01") -> str:
    """Run git in a folder, on a day or at "@SECONDS +0000" since 1970, and return what it prints."""
    someone = {f"GIT_{who}_{what}": "a@gull.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    moment = day if day.startswith("@") else f"{day}T00:00:00Z"
    dates = {f"GIT_{who}_DATE": moment for who in ("AUTHOR", "COMMITTER")}
    command = ["git", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false", *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ | someone | dates, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(folder: Path, day: str = "2001-01-01") -> str:
    """Commit every change in a folder, or that there is none, and return the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x", day=day)
    return git(folder, "rev-parse", "HEAD")


def begin(folder: Path) -> str:
    """Make a folder a repository with the branch main, and return its first commit."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return commit(folder)
