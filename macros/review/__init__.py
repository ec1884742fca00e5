"""Reports what differs between two states of the data, in words, for reviewers who open no file.

``published`` has the rule about corrections. ``report`` makes the report: ``compare`` finds what differs, ``reach``
what that touches, ``approval`` what a second person must approve, ``wording`` the words, ``emphasis`` those in bold,
``touched`` all files. ``page`` shows it before and after.
"""

from macros.review.published import PUBLISHED_FIELDS, corrected
from macros.review.report import Report, report
from macros.review.state import State
from macros.review.touched import Touched
