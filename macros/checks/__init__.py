"""Rules across records: one rule, one function, one sentence.

A rule yields findings that name a record and a path in it; the loader adds file and line.
"""

from macros.checks import (
    charts,
    documents,
    numbers,
    prose,
    questions,
    quoted,
    quoteddates,
    quotedpenalties,
    records,
    sources,
)
from macros.checks.finding import Finding, Rule
from macros.checks.sources import unused_paragraphs, unverified_quotes

LINKS: tuple[Rule, ...] = (records.ids_are_unique, records.references_exist, records.moved_records_exist)
"""The rules that hold records together."""
BASIC: tuple[Rule, ...] = (
    *LINKS,
    records.ids_are_not_reserved,
    sources.facts_are_cited,
    charts.charts_have_what_their_mark_draws,
    charts.charts_have_a_number,
    charts.charts_can_mark_their_facts,
    questions.questions_answer_once,
    documents.outlines_hold_their_clauses,
    documents.compared_documents_have_a_page,
)
"""The rules that hold where pages can be made."""
RULES: tuple[Rule, ...] = (
    *BASIC,
    sources.citations_have_a_place,
    sources.quotes_are_translated_where_needed,
    sources.uncited_paragraphs_are_so,
    sources.summaries_are_called_so,
    sources.searches_stand_alone,
    records.names_are_unique,
    records.nothing_happened_in_the_future,
    records.successors_follow,
    records.records_name_others,
    records.kinds_are_known,
    numbers.money_has_a_code,
    numbers.numbers_lie_within_limits,
    numbers.periods_fit_their_series,
    numbers.derived_numbers_recompute,
    numbers.derived_numbers_are_no_surer,
    numbers.comparable_series_share_a_unit,
    numbers.charts_compare_like_with_like,
    quoted.quoted_figures_hold_the_number,
    quoted.quoted_qualifiers_are_kept,
    quoted.linked_qualifiers_are_kept,
    quotedpenalties.penalties_quote_the_law,
    quotedpenalties.quoted_words_hold_the_penalty,
    quoteddates.quoted_dates_hold_the_date,
    quoteddates.quoted_eras_hold_the_year,
    quoteddates.quoted_years_are_as_sure,
    quoteddates.quoted_beginnings_hold,
    quoteddates.quoted_years_that_run_on,
    charts.charts_can_add_up,
    charts.charts_have_letters_that_can_be_drawn,
    questions.questions_ask_every_source,
    questions.differing_answers_say_how,
    questions.one_fact_contradicts_nothing,
    questions.compared_verbs_are_known,
    questions.unread_texts_are_not_judged,
    questions.unread_directives_have_no_force,
    documents.documents_have_an_outline,
    prose.figures_have_facts,
    prose.quotations_are_cited,
    prose.quotation_marks_are_curly,
    prose.wording_is_ours,
)
"""Every rule."""
