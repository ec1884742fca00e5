"""Commands in processes forked from one that has done what each would do first, which takes longer than many of them.

It has imported everything, compiled the templates of pages, made the schemas, and read the settings of Markdown and
the styles of citation. Each process has its own environment, streams and end, as one of ``python -m`` has. The first
that needs Vega bundles it for all.
"""

import atexit
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.factories import ROOT

STARTING = frozenset({"HOME", "LC_ALL", "PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONPATH"})
"""Variables that Python and libraries read when they start or are imported: with these a process has to be fresh."""
_WAITING = """import json, os, runpy, sys
from pathlib import Path
import altair, material, mkdocs.__main__, mkdocs.commands.build, mkdocs_macros.plugin, vl_convert
from macros.pages import settings
from macros.exports import cite
from macros.load import load
from macros.model.schema import schemas
from macros.render import jinja
from scripts import build
del sys.modules["scripts.build"]
templates = jinja._environment()
for name in templates.list_templates(filter_func=lambda name: name.endswith(".html.jinja")):
    templates.get_template(name)
load(Path("tests/broken/good"))
schemas(), settings.markdown(), [cite._rules(style, "en") for style in cite.STYLES.values()]
bundle, kept = vl_convert.javascript_bundle, Path(sys.argv[1], "bundle.js")
def bundled_once(module):
    if not kept.exists():
        kept.write_text(bundle(module), encoding="utf-8")
    return kept.read_text(encoding="utf-8")
vl_convert.javascript_bundle = bundled_once
for line in sys.stdin:
    environment, first, arguments, *streams = json.loads(line)
    if not (child := os.fork()):
        for number, file in enumerate(streams):
            os.dup2(os.open(file, os.O_RDWR), number)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv[1:] = arguments[1:]
        exec(first, {})
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
        sys.exit()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@functools.cache
def _waiting() -> subprocess.Popen[str]:
    """Return the process that is forked, which ends with this one."""
    folder = tempfile.mkdtemp()
    command = [sys.executable, "-c", _WAITING, folder]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(shutil.rmtree, folder)
    atexit.register(process.communicate)
    return process


def run(*arguments: str, first: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module with these arguments and exactly these variables, after the code ``first``."""
    waiting = _waiting()
    assert waiting.stdin
    assert waiting.stdout
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as error:
        job = (environment, first, arguments, os.devnull, out.name, error.name)
        print(json.dumps(job), file=waiting.stdin, flush=True)
        status = int(waiting.stdout.readline())
        said = (Path(file.name).read_text(encoding="utf-8") for file in (out, error))
        return subprocess.CompletedProcess(arguments, status, *said)
