"""Serve a topic's site, and show each change as soon as it is saved, and each mistake in terminal and browser.

Data and prose are read and checked whenever a file changes; a page is built when a browser asks for it, and kept
until the next change. Links are checked only on pages that are opened; ``scripts.build`` checks them all.
"""

import argparse
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog import events
from watchdog.observers import Observer, polling

from scripts.arguments import ROOT, UsageError, argument, command, hint, say
from scripts.faults import explain
from scripts.git import TRUST, trusted_commit, write_records

_CHANGES = [events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent]
"""Events after which the site is read again; opening and closing files is not among them, since we do so ourselves."""
_HOME = "EXPLAINER_PREVIEW"
"""The environment variable with the folder of a preview, which it keeps when it restarts."""
_IGNORED = ["*/__pycache__/*", "*/.*", "*~"]
_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)


class Preview(LiveReloadServer):
    """A server that builds requested pages into ``site``, from the topic's files as they are now."""

    def __init__(self, topic: Path, site: Path, port: int) -> None:
        super().__init__(self.reload, "127.0.0.1", port, str(site))
        self.build_delay = 0.03  # seconds without a further change before the topic is read again
        self.error_handler = self._error_page
        self._site, self._docs = site, topic / "docs"
        self._has_new_code = self._is_whole = False
        self._fresh: set[str] = set()  # the files that were built since the last change
        self._former: set[str] = set()  # those that were built before it
        self._faults: tuple[str, ...] = ()
        self._problems: tuple[str, ...] = ()
        self._page_faults: dict[str, tuple[str, ...]] = {}
        self._building = threading.RLock()
        self._request = threading.local()
        try:
            self._observe(topic, Observer())  # the system reports changes; MkDocs's own looks twice a second
        except OSError as error:
            self.observer.unschedule_all()
            print(f"The system reports no changes ({error.strerror}): files are looked at each second instead")
            self._observe(topic, polling.PollingObserver())

    def _observe(self, topic: Path, observer: Any) -> None:
        self.observer = observer
        for folder in (topic / "data", topic / "docs", ROOT / "macros"):
            self.watch(str(folder))
        self.watch(str(ROOT), recursive=False)
        observer.start()
        observer.start = lambda: None  # MkDocs starts it once more

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Read the topic again whenever a file in a folder changes."""
        handler = events.PatternMatchingEventHandler(ignore_patterns=_IGNORED, ignore_directories=True)
        handler.on_any_event = self._changed  # type: ignore[method-assign] # one method for every event
        self.observer.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)
        self._watched_paths[path] = 1

    def _changed(self, event: events.FileSystemEvent) -> None:
        with self._rebuild_cond:
            self._has_new_code |= str(event.src_path).endswith(".py")
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def reload(self) -> None:
        """Read the topic again, and keep its problems; if code changed, restart this process instead."""
        if self._has_new_code:
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:], "--port", str(self.server_port)])  # noqa: S606 - ourselves
        started = time.monotonic()
        with self._building:
            self._former |= self._fresh
            self._fresh.clear()
            self._page_faults.clear()
            self._is_whole = False
            try:
                self._problems, self._faults = _read_topic(), ()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever is wrong is shown, and the server goes on
                self._problems, self._faults = (), tuple(explain(error))
        _print_outcome((*self._problems, *self._faults), f"read in {time.monotonic() - started:.2f} s")

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request; its page is built first if it was not since the last change."""
        if environ.get("HTTP_HOST", "").partition(":")[0] not in ("127.0.0.1", "localhost"):
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"Open the address that the preview printed"]  # a page of another site may have led here
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/")
        environ["PATH_INFO"] = f"/{path}".encode().decode("latin-1")  # MkDocs would leave out what is no letter
        if "\0" in path:
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"No file has such a name"]
        self._request.epoch = self._visible_epoch
        self._request.name = path if path and not path.endswith("/") else f"{path}index.html"
        if not path.startswith("livereload/"):
            with self._building:
                self._build_if_needed(self._request.name)
        return super().serve_request(environ, start_response)

    def _build_if_needed(self, name: str) -> None:
        """Build the page ``name``, or everything if it is a file of no single page, once after each change."""
        if self._faults or name in self._fresh or name in self._page_faults:
            return
        if name.endswith(".html"):
            self._build_file(name, {f"{name.removesuffix('.html')}.md"})
            return
        if not self._fresh:
            self._build_file("index.html", {"index.md"})
        if name not in self._fresh and "/" in name and not self._is_whole:  # others are asked for by browsers, not us
            self._build_file(name, None)
            self._is_whole = True

    def _build_file(self, name: str, only: set[str] | None) -> None:
        """Build the pages of which ``name`` is one, or everything if None; delete it if its source was deleted."""
        started = time.monotonic()
        faults = self._build(only)
        if faults:
            self._page_faults[name] = faults
        elif name in self._former - self._fresh:  # its source was deleted
            (self._site / name).unlink(missing_ok=True)
        _print_outcome(faults, f"{name if only else 'everything'} in {time.monotonic() - started:.2f} s")

    def _build(self, only: set[str] | None) -> tuple[str, ...]:
        """Build some pages, or everything if None, copy them into the site, and return the problems."""
        warnings = _Warnings()
        logging.getLogger("mkdocs").addHandler(warnings)
        with tempfile.TemporaryDirectory() as scratch:
            try:
                file = str(ROOT / "mkdocs.yml")
                config = load_config(file, docs_dir=str(self._docs), site_dir=scratch, strict=False)
                config.validation.links.not_found = logging.DEBUG  # the check has it too, with its line and a remedy
                config.extra |= {"preview": True, "only": only}
                config.plugins["macros"].config["on_error_fail"] = True  # so that we see what a macro raises
                build(config)
            except SystemExit as error:  # MkDocs exits so after a mistake or warnings
                return tuple(explain(error.__context__ or error))
            except Exception as error:  # noqa: BLE001 - as above
                return tuple(explain(error))
            finally:
                logging.getLogger("mkdocs").removeHandler(warnings)
            shutil.copytree(scratch, self._site, dirs_exist_ok=True)
            self._fresh |= {file.relative_to(scratch).as_posix() for file in Path(scratch).rglob("*")}
        return tuple(warnings.messages)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Return a page with its problems and the script that reloads it; an older page is reloaded at once."""
        content = content.replace(b"</body>", f"{self._banner(has_page=True)}</body>".encode())
        script: bytes = super()._inject_js_into_html(content, min(epoch, self._request.epoch))  # type: ignore[no-untyped-call] # MkDocs
        return script

    def _error_page(self, _: int) -> bytes | None:
        """Return a page with the problems instead of a missing page; without any, the site's own 404 page."""
        banner = self._banner(has_page=False)
        file = self._site / "404.html"
        if not banner:
            return file.read_bytes() if file.is_file() else None
        page = (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><body>{banner}</body></html>'
        )
        return super()._inject_js_into_html(page.encode(), self._request.epoch)  # type: ignore[no-untyped-call,no-any-return] # as above

    def _banner(self, *, has_page: bool) -> str:
        faults = (*self._problems, *self._faults, *self._page_faults.get(self._request.name, ()))
        if not faults:
            return ""
        return _TEMPLATES.get_template("preview.html.jinja").render(faults=faults, has_page=has_page)

    def server_activate(self) -> None:
        """Start to listen, and say where."""
        super().server_activate()
        print(f"Preview: http://127.0.0.1:{self.server_port}/ (Ctrl+C ends it)", flush=True)


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _read_topic() -> tuple[str, ...]:
    """Read the topic, and return its problems; the library is imported here, so that mistakes in it are shown too."""
    from macros import site  # noqa: PLC0415 - as above

    return tuple(hint(problem, site.topic_dir()) for problem in site.reload().problems)


def _print_outcome(faults: tuple[str, ...], done: str) -> None:
    """Print the problems; if there are none, print what was done (in a terminal only)."""
    for fault in faults:
        print(fault, flush=True)
    if not faults:
        say(f"{time.strftime('%H:%M:%S')} {done}")


@command(
    __doc__, argument("--port", type=int, default=8000, help="where to listen (default: 8000; 0: any free one)"), TRUST
)
def main(options: argparse.Namespace) -> int:
    """Serve the topic until Ctrl+C, and return the exit status."""
    if not 0 <= options.port < 2**16:
        raise UsageError(f"port {options.port}: ports are whole numbers from 0 to 65535")
    sys.dont_write_bytecode = True  # bytecode misses a second change of a file within a second
    os.environ |= {"EXPLAINER_TOPIC": str(options.topic), "NO_MKDOCS_2_WARNING": "1"}
    home = Path(os.environ.get(_HOME) or tempfile.mkdtemp(prefix="preview."))
    os.environ[_HOME] = str(home)
    (home / "site").mkdir(exist_ok=True)
    try:
        records = write_records(options.topic, trusted_commit(options.topic, options.trust), home)
        os.environ["EXPLAINER_TRUSTED"] = str(records)
        return _serve(Preview(options.topic, home / "site", options.port))
    except OSError as error:
        raise UsageError(f"port {options.port}: {error.strerror}; another one: --port 8001") from error
    finally:
        shutil.rmtree(home)


def _serve(server: Preview) -> int:
    server.reload()
    try:
        server.serve()  # type: ignore[no-untyped-call] # as above
    finally:
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
