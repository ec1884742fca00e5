"""Rules across records: one rule, one function, one sentence.

A rule yields findings that name a record and a path in it; the loader adds file and line. Rules about the
words of prose are in ``prose``.
"""

from macros.checks.charts import (
    charts_can_add_up,
    charts_can_mark_their_facts,
    charts_have_a_number,
    charts_have_letters_that_can_be_drawn,
    charts_have_what_their_mark_draws,
)
from macros.checks.documents import (
    compared_documents_have_a_page,
    documents_have_an_outline,
    outlines_hold_their_clauses,
)
from macros.checks.finding import Finding, Rule
from macros.checks.kinds import kinds_are_known
from macros.checks.numbers import (
    charts_compare_like_with_like,
    comparable_series_share_a_unit,
    derived_numbers_are_no_surer,
    derived_numbers_recompute,
    numbers_lie_within_limits,
    periods_fit_their_series,
)
from macros.checks.questions import (
    differing_answers_say_how,
    questions_answer_once,
    questions_ask_every_source,
    unread_directives_have_no_force,
    unread_texts_are_not_judged,
)
from macros.checks.quoted import (
    quoted_dates_hold_the_date,
    quoted_eras_hold_the_year,
    quoted_figures_hold_the_number,
    quoted_qualifiers_are_kept,
    quoted_words_hold_the_penalty,
)
from macros.checks.records import (
    ids_are_unique,
    moved_records_exist,
    names_are_unique,
    nothing_happened_in_the_future,
    references_exist,
    successors_follow,
)
from macros.checks.sources import (
    all_citations,
    citations_have_a_place,
    facts_are_cited,
    quotes_are_translated_where_needed,
    searches_stand_alone,
    summaries_are_called_so,
    uncited_paragraphs_are_so,
    unused_paragraphs,
    unverified_quotes,
)

LINKS: tuple[Rule, ...] = (ids_are_unique, references_exist, moved_records_exist)
"""The rules that hold records together."""
BASIC: tuple[Rule, ...] = (
    *LINKS,
    facts_are_cited,
    charts_have_what_their_mark_draws,
    charts_have_a_number,
    charts_can_mark_their_facts,
    questions_answer_once,
    outlines_hold_their_clauses,
    compared_documents_have_a_page,
)
"""The rules that hold where pages can be made."""
RULES: tuple[Rule, ...] = (
    *BASIC,
    citations_have_a_place,
    quotes_are_translated_where_needed,
    uncited_paragraphs_are_so,
    summaries_are_called_so,
    searches_stand_alone,
    names_are_unique,
    kinds_are_known,
    numbers_lie_within_limits,
    quoted_figures_hold_the_number,
    quoted_qualifiers_are_kept,
    quoted_words_hold_the_penalty,
    quoted_dates_hold_the_date,
    quoted_eras_hold_the_year,
    periods_fit_their_series,
    derived_numbers_recompute,
    derived_numbers_are_no_surer,
    nothing_happened_in_the_future,
    successors_follow,
    comparable_series_share_a_unit,
    charts_compare_like_with_like,
    charts_can_add_up,
    charts_have_letters_that_can_be_drawn,
    questions_ask_every_source,
    differing_answers_say_how,
    unread_texts_are_not_judged,
    unread_directives_have_no_force,
    documents_have_an_outline,
)
"""Every rule, in the order in which its findings are made."""

__all__ = ["BASIC", "LINKS", "RULES", "Finding", "Rule", "all_citations", "unused_paragraphs", "unverified_quotes"]
