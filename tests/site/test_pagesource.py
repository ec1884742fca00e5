"""Text of a topic on its built pages."""

import base64
import zlib
from pathlib import Path

from tests import sites
from tests.edits import change

_COMMAND = "{{ cycler.__init__.__globals__.os.popen(config.site_name[:0] ~ chr) }}{{ 7*7 }}"


_ESCAPED = "\\x7b\\x7b 7*7 \\x7d\\x7d"


def test_text_of_the_topic_is_never_a_template(tmp_path: Path) -> None:
    """Braces in labels of the navigation and in settings of pages are shown; a forged token is only its letters."""
    topic = sites.small_topic(tmp_path / "topic")
    change(topic / "data" / "topic.yml", "label: Timeline", f"label: '{_COMMAND}'")
    token = f"⟦{base64.b64encode(zlib.compress(b'<b id=forged></b>')).decode()}⟧"
    head = f'---\ntitle: "{_ESCAPED}"\ndescription: "{_ESCAPED} <b>"\n---\n\n'
    text = f"# The lamp {{% raw %}}{{{{ 7*7 }}}}{{% endraw %}}\n\n`{token}`\n"
    (topic / "docs" / "index.md").write_text(head + text, encoding="utf-8")
    done = sites.build("--topic", topic, guard=tmp_path / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    home = sites.pages(topic / "site")["index.html"]
    assert _COMMAND in home.root.words()
    assert "The lamp {{ 7*7 }}" in home.root.words()
    assert "49" not in home.root.words()
    (description,) = home.root.all("meta", name="description")
    assert description.attributes["content"] == "{{ 7*7 }} <b>"
    assert "forged" not in home.ids
    assert token in home.root.words()
