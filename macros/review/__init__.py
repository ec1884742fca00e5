"""What differs between two states of the data, in words for a reviewer who opens no file.

``published`` holds the rule about corrections; ``report`` is what a reviewer reads: ``compare`` finds what differs,
``reach`` what that touches, ``approval`` what a second person has to see, ``wording`` the words, ``touched`` all files.
"""

from macros.review.published import PUBLISHED_FIELDS, Change, changes, corrected
from macros.review.report import Report, report
from macros.review.state import State
from macros.review.touched import Made, Touched, sections

__all__ = [
    "PUBLISHED_FIELDS",
    "Change",
    "Made",
    "Report",
    "State",
    "Touched",
    "changes",
    "corrected",
    "report",
    "sections",
]
