"""Everyday words that readers use for one another: a search for one also finds the others, with less weight."""

ALIKE = (
    "jail prison imprisonment imprisoned",
    "penalty penalties punishment punished punishable fine",
    "arrest arrests arrested apprehension apprehensions apprehended caught",
    "deport deported deportation deportations removal removals removed",
    "help helping helps assist assisting aid harbour harbouring harbor harboring",
    "immigrant immigrants migrant migrants aliens noncitizens",
    "why reason reasons purpose aim aims because",
    "critic critics criticism criticised oppose opposed opponents object objected objections objection",
    "opinion opinions advocacy",
    "wrote written writer author issued signed",
    "received recipients addressed addressees sent",
    "apply applies applied valid force effect binding bind withdrawn withdrawal rescinded",
    "rescinded rescind revoked revoke repealed repeal cancelled withdrawn withdrawal reversed",
    "announced announce announcement announces presented",
    "speak spoke speech speeches remarks address addressed spoken",
    "rise rose rising increase increased increases grow grew growth up upswing",
    "fall fell falling decrease decreased decline declined drop dropped down",
    "child children parent parents family families",
    "cost costs dollars",
    "compare compared comparison difference differences differ",
)
"""Words that mean about the same, a group a line; a word of several groups has the others of all."""
