"""Words for dates that the CLDR lacks: tables of regular expressions, by language."""

REGIONS = {"ar": ("ar_SY", "ar_IQ", "ar_DZ", "ar_MA"), "de": ("de_AT",), "en": ("en_GB", "en_AU"), "es": ("es_PE",)}
"""Regions of a language whose names of months differ."""
ORDINALS = r"st|nd|rd|th|e|ème|\.?er|\.?[ºª]|°"
"""Endings that make the number of a day an ordinal one, in any language."""
FIRST = "first(?= of )|primero|premier|primeiro|primo|ersten|الأول(?: من)?"
"""Words of any language for the first day of a month."""
CENTURIES = {
    "en": r"(?P<count>\d{1,2})(?:st|nd|rd|th)[ -]century(?: (?P<bce>B\.?C))?",
    "fr": r"(?P<count>\d{1,2}|[IVXivx]+)(?:er|e|ème|ᵉ) siècle(?: (?P<bce>av))?",
    "es": r"siglo (?P<count>\d{1,2}|[IVXivx]+)(?: (?P<bce>a\. ?C|antes de))?",
    "pt": r"século (?P<count>\d{1,2}|[IVXivx]+)(?: (?P<bce>a\. ?C|antes de))?",
    "it": r"(?P<noun>secolo )?(?P<count>\d{1,2}|[IVXivx]+)(?(noun)| secolo)(?: (?P<bce>a\. ?C|avanti))?",
    "de": r"(?P<count>\d{1,2})\. (?:Jahrhunderts?|Jhd?t?\.|Jh\.)(?: (?P<bce>v))?",
    "ar": r"القرن (?P<count>\d{1,2}|\w+(?: عشر| والعشرين| والعشرون)?)(?: (?:الميلادي|(?P<bce>قبل|ق\.)))?",
}
"""A century by its number."""
ARABIC_ORDINALS = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    *("الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر"),
    *("الثامن عشر", "التاسع عشر", "العشرين", "الحادي والعشرين"),
)
"""The ordinal numbers of Arabic, from the first on."""
BEFORE_YEARS = {
    "en": "in|by|early|late|mid",
    "fr": "en|début|fin|d'ici(?: à)?",
    "es": "en|para|año|principios de|comienzos de|mediados de|finales de|fines de",
    "de": "Jahre?|bis",
    "it": "nel|entro il|anno",
    "pt": "em|até|ano de",
    "ar": r"عام|سنة|بحلول|في(?= (?:19|20|١٩|٢٠))",
}
"""Words after which four digits are a year."""
DECADES = (
    r"(?:années|anni|decennio|(?:d[eé]cada|dec[eê]nio) de(?: l?os)?(?: a[nñ]os)?) "
    r"(?P<year>(?P<decade>\d{2}[1-9])0)(?!\w| (?:et|à|ou|e|a|o) |[-–,])"
)
"""A decade by its first year, in any language."""
SEASONS = {
    "en": ("spring", "summer", "autumn|fall", "winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
    "es": ("primavera", "verano", "otoño", "invierno"),
    "pt": ("primavera", "verão", "outono", "inverno"),
    "it": ("primavera", "estate", "autunno", "inverno"),
    "de": ("Frühling|Frühjahr", "Sommer", "Herbst", "Winter"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
}
"""Spring, summer, autumn, winter."""
BEFORE_YEAR = "of |de l'année |de |del año |del |do ano |dell'anno |des Jahres |عام |سنة "
"""What may stand between a season and its year."""
_NOT_AHEAD = r"(?! [2٢][01٠١]\d\d)"  # noqa: RUF001 - letters of another script
"""Excludes a year to come towards which something is heading: hacia 2030."""
ABOUT = {
    "en": r"around|circa|ca\.|c\.|(?:begun|built|born|in|from|since|by) about|about(?= \S+ (?:B\.?C|AD))",
    "fr": rf"vers(?: l'an)?{_NOT_AHEAD}|environ|autour de|aux alentours de",
    "es": rf"hacia(?: el(?: año)?)?{_NOT_AHEAD}|alrededor de(?:l año)?|en torno a(?:l año)?|cerca de(?:l año)?|circa",
    "pt": "por volta de|cerca de",
    "it": "intorno al|circa nel",
    "de": r"um(?= \S+ (?:v|n)\.)|etwa|circa|ca\.",
    "ar": rf"(?:نحو{_NOT_AHEAD}|حوالي|قرابة|زهاء)(?: عام| سنة)?",
}
"""Words before a year that is not exact."""
FIRST_TIME = "first|premi[eè]re?|primer[oa]?|primeir[oa]|prim[oa]|erste[nrs]?|erstmals|أول|الأولى"
"""Words beside which "since 2005" does not say how long something lasts: the first one since then."""
SINCE = "since|depuis|desde(?: el año)?|seit(?: dem Jahre?)?|dal|منذ(?: عام| سنة)?"
"""Words of any language before the year from which on something lasts."""
RANGES = {"en": "to|and|or|nor|but|through|into", "es": "al?|y|o|u", "fr": "à|au|et|ou", "pt": "a|e|ao|ou"}
RANGES |= {"de": "bis|und|bis zum|auf den|zum|oder", "it": "al?|e|o", "ar": "إلى|حتى|و|أو"}
"""Words between the first and the last of several days, years, centuries or numbers; the CLDR has dashes only."""
ARTICLES = "the|le|el|il|o|de[mnr]?"
"""Articles of any language before the last of several days: the 12th or the 13th of May."""
ANY_RANGE = r"\w{1,4}"
"""Such a word of any other language: 3 tot 7 mei, 3 och 7 maj."""
OF_OTHER_TIMES = {
    "en": "before|after|since|from|than|ago|against|as in|versus|built|set|said|reports?|reported|published|earlier|"
    "later|previous|prior|preceding|following|last|next|compared|up|down|rise|fall|change",
    "fr": "avant|après|depuis|que?|contre|comme en|construite?s?|rapport|publiée?s?|hausse|baisse|précédente?|"
    "dernière?|suivante?|tard|tôt|comparé|auparavant",
    "es": "antes|después|desde|que|como en|según|construid[oa]s?|informe|publicad[oa]s?|subida|bajada|aumento|anterior|"
    "pasad[oa]|siguiente|comparado|respecto|frente|previo|últim[oa]|próximo",
    "ar": "قبل|بعد|منذ|عن|مما|عما|بنيت|تقرير|نشر|زيادة|انخفاض|السابقة?|الماضية?|التالية?|مقارنة|المقبلة?",
    "de": "vor|nach|seit|als|Anstieg|Rückgang|vorher|Vorjahre?s?|letzten|nächsten|gegenüber|später|früher|zuvor|"
    "verglichen|gebaut|Bericht|veröffentlicht",
}
"""Words that compare with other times, so that a year or month beside them may not be that of the number."""
