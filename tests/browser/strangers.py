"""Questions that were written from the one line that says what the site is about, without sight of its data.

The last ten are by someone who had seen the site. Each has the addresses, apart by spaces, of what answers it, or
comes nearest where the data have no answer.
"""

STRANGERS = {
    "what did the memo say": "memo.html",
    "who wrote the memo": "memo.html people/sessions.html timeline.html#memo-issued",
    "when was the memo issued": "timeline.html#memo-issued memo.html",
    "who received the memo": "memo.html people.html#us-attorneys",
    "what is illegal entry": "terms.html#improper-entry statutes/usc-8-1325.html",
    "what is illegal reentry": "terms.html#reentry",
    "how long can you go to jail for crossing the border": (
        "questions/first-entry-a-crime.html statutes/usc-8-1325.html law.html#compared"
    ),
    "is crossing the border a crime": "questions/first-entry-a-crime.html",
    "punishment for harboring immigrants": "statutes/usc-8-1324.html",
    "penalty for smuggling people": "statutes/usc-8-1324.html",
    "what is identity theft": "terms.html#aggravated-identity-theft statutes/usc-18-1028a.html",
    "what is a felony": "terms.html#felony",
    "difference between misdemeanor and felony": "terms.html#misdemeanour statutes/usc-18-3559.html",
    "how many people were prosecuted": "questions/people-or-prosecutions.html numbers/gl-people-prosecuted.html",
    "how many immigrants were arrested at the border": "numbers/border-apprehensions.html",
    "did prosecutions increase after the memo": "timeline.html#gao-report-published",
    "was the memo a law": "questions/memo-within-existing-law.html terms.html#memorandum",
    "does it apply to first time crossers": "questions/memo-and-first-time-entrants.html",
    "what is zero tolerance": "terms.html#zero-tolerance-policy",
    "were children separated from parents": "numbers/children-separated.html terms.html#family-separation",
    "who is the attorney general": "people/sessions.html",
    "what is the department of justice": "people.html#justice-department",
    "how many immigration judges are there": "questions/judge-numbers.html",
    "how long is the backlog in court": "terms.html#court-backlog numbers/trac-court-backlog.html",
    "what did Trump say": "people/trump.html timeline.html#trump-sixty-minutes questions/deportation-goal.html",
    "what did critics say": "opinions.html reasons.html index.html#reasons",
    "did democrats object": "reasons.html index.html#reasons opinions.html",
    "what is a sanctuary city": "terms.html#sanctuary-city",
    "what did the ACLU say": "sources/aclu-statement-2018.html people.html#aclu",
    "where was it announced": "questions/place-of-the-announcement.html",
    "did Obama do the same": "people.html#obama",
    "how many people were deported": "questions/deportation-goal.html numbers/rc-deportation-goal.html",
    "what is a border security coordinator": "terms.html#border-security-coordinator",
    "what about asylum seekers": "terms.html#asylum-seeker",
    "can citizens be charged for helping immigrants": "statutes/usc-8-1324.html",
    "how much does it cost": "numbers/eoir-budget-request.html numbers/improper-entry-civil-fine.html",
    "is the wall part of this": "sources/reuters-2017.html#trump-wants-a-wall timeline.html#guard-pledge",
    "gang members MS-13": "people.html#ms-13",
    "assaulting a federal officer": "statutes/usc-18-111.html",
    "what happened in 2018": "order-2018.html timeline.html#memo-2018-issued",
    "who was Attorney General when it was issued": "people/sessions.html memo.html timeline.html#memo-issued",
    "is the order still in effect": "order-2018.html timeline.html#zero-tolerance-rescinded",
    "when was the zero tolerance order revoked": "order-2018.html timeline.html#zero-tolerance-rescinded",
    "what happened on April 6, 2018": "timeline.html#memo-2018-issued",
    "11 April 2017": "timeline.html#memo-issued",
    "did a court block family separation": "timeline.html#ms-l-injunction",
    "maximum sentence for coming back after deportation": "statutes/usc-8-1326.html",
    "fine for crossing the border": "statutes/usc-8-1325.html questions/first-entry-a-crime.html",
    "was the first crossing already a crime before 2017": "questions/first-entry-a-crime.html",
    "do the reports contradict each other": "who-says-what.html",
}

SECOND = {
    "is it a crime to cross the border without papers": "questions/first-entry-a-crime.html statutes/usc-8-1325.html",
    "section 1325 improper entry": "statutes/usc-8-1325.html",
    "8 U.S.C. § 1326(b)(2)": "statutes/usc-8-1326.html",
    "how many years in prison for coming back after deportation": (
        "statutes/usc-8-1326.html questions/return-after-removal.html"
    ),
    "family separation numbers": "numbers/children-separated.html",
    "how many kids were taken from parents": "numbers/children-separated.html",
    "zero tolerence": "terms.html#zero-tolerance-policy order-2018.html",
    "Jeff Sesions": "people/sessions.html",
    "nogales speech": (
        "timeline.html#nogales-visit questions/place-of-the-announcement.html "
        "sources/nogales-prepared.html sources/nogales-delivered.html"
    ),
    "what did the attorney general say in arizona": (
        "timeline.html#nogales-visit sources/nogales-prepared.html sources/nogales-delivered.html"
    ),
    "who is the coordinator in each US attorney office": (
        "terms.html#border-security-coordinator "
        "questions/coordinator-and-duties.html questions/naming-of-coordinators.html"
    ),
    "125 immigration judges": (
        "questions/judge-numbers.html questions/judges-to-be-hired.html "
        "numbers/r17-judges-planned.html numbers/rf-judges-to-be-hired.html numbers/judges-planned.html"
    ),
    "court delay backlog of cases": (
        "terms.html#court-backlog questions/court-backlog-size.html numbers/trac-court-backlog.html"
    ),
    "how many cases are waiting in immigration court": (
        "questions/court-backlog-size.html numbers/trac-court-backlog.html "
        "numbers/eoir-pending.html numbers/rc-backlog.html numbers/r17-backlog.html"
    ),
    "harboring an illegal alien punishment": "statutes/usc-8-1324.html",
    "smuggling three or more aliens": "statutes/usc-8-1324.html memo.html#section-1",
    "identity theft aggravated 1028A": "statutes/usc-18-1028a.html",
    "mandatory minimum two years": (
        "terms.html#mandatory-minimum statutes/usc-18-1028a.html questions/two-year-minimum.html"
    ),
    "fake papers to work": (
        "statutes/usc-18-1546.html questions/document-or-travel-document-fraud.html terms.html#document-fraud"
    ),
    "marriage fraud": "terms.html#marriage-fraud statutes/usc-8-1325.html",
    "assault on border agent": "statutes/usc-18-111.html memo.html#section-6 questions/resisting-officers.html",
    "is the memo still in force": "memo.html",
    "rescinded january 2021": "timeline.html#zero-tolerance-rescinded",
    "can they put my husband in jail for overstaying a visa": (
        "statutes/usc-8-1325.html questions/first-entry-a-crime.html"
    ),
    "felony vs misdemeanor": "terms.html#felony terms.html#misdemeanour statutes/usc-18-3559.html",
    "asylum seekers prosecuted": "questions/asylum-and-prosecution.html",
    "Operation Streamline": "timeline.html#operation-streamline-begins",
    "prosecutions 2018 vs 2017": (
        "numbers/trac-immigration-prosecutions.html numbers/gao-border-improper-entry.html "
        "numbers/trac-improper-entry.html timeline.html#gao-report-published numbers/trac-monthly-prosecutions.html"
    ),
    "TRAC Syracuse": "people.html#trac",
    "Ms. L v ICE": "timeline.html#ms-l-injunction sources/ms-l-injunction.html sources/ms-l-v-ice.html",
    "do immigrants commit more crime": (
        "questions/whom-the-priority-concerns.html questions/sanctuary-cities-safer.html terms.html#criminal-alien"
    ),
    "MS-13 gangs cartels": "people.html#ms-13 questions/reasons-of-the-attorney-general.html memo.html#section-4",
    "border apprehensions march 2017 lowest in 17 years": (
        "numbers/rf-march-low-age.html timeline.html#kelly-testifies numbers/border-apprehensions-revised.html"
    ),
    "what is aggravated felony": "terms.html#aggravated-felony",
    "how do I cite this page": "about/index.html#cite",
    "donde puedo leer en español": "es-US/index.html",
    "catch and release": "terms.html#catch-and-release",
    "supervisory approval not to prosecute": "questions/force-of-the-memo.html memo.html",
    "who wrote the news stories": (
        "sources.html sources/reuters-2017.html sources/roll-call-2017.html sources/route-fifty-2017.html"
    ),
    "statute of limitations illegal entry": (
        "statutes/usc-8-1325.html questions/first-entry-a-crime.html terms.html#improper-entry"
    ),
}
"""Searches that another reader wrote, misspelt words, citations and Spanish among them."""
