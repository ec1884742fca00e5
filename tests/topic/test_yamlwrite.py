"""The files of data/ are as the writer writes them."""

from macros import yamlio
from macros.model import FOLDERS, Moved
from macros.yamlio.writer import write
from tests.factories import ROOT


def test_the_data_stands_in_its_canonical_form() -> None:
    """A file written anew is the same, and so means the same; otherwise run: .venv/bin/python -m scripts.fmt."""
    for folder, model in FOLDERS.items():
        for file in (ROOT / "data" / folder).glob("*.yml"):
            document = yamlio.read(file, file.name)
            assert isinstance(document, yamlio.Document)
            again = write((Moved if "moved_to" in document.value else model).model_validate(document.value))
            assert again == file.read_text(encoding="utf-8"), f"{file}: run python -m scripts.fmt"
