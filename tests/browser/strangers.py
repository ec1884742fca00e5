"""Questions that were written from the one line that says what the site is about, without sight of its data.

Each has the addresses, apart by spaces, of what answers it, or comes nearest where the data have no answer.
"""

STRANGERS = {
    "what did the memo say": "memo.html",
    "who wrote the memo": "memo.html people.html#sessions timeline.html#memo-issued",
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
    "who is the attorney general": "people.html#sessions",
    "what is the department of justice": "people.html#justice-department",
    "how many immigration judges are there": "questions/judge-numbers.html",
    "how long is the backlog in court": "terms.html#court-backlog numbers/trac-court-backlog.html",
    "what did Trump say": "people.html#trump timeline.html#trump-sixty-minutes questions/deportation-goal.html",
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
    "is the wall part of this": "sources/reuters-2017.html#r17-trump-wall timeline.html#guard-pledge",
    "gang members MS-13": "people.html#ms-13",
    "assaulting a federal officer": "statutes/usc-18-111.html",
    "what happened in 2018": "order-2018.html timeline.html#memo-2018-issued",
}
