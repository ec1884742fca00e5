"""Words for numbers that are in use in a language and not in the CLDR: tables, by language."""

MORE_SCALES = {
    "en": {"thousands": 3, "millions": 6, "billions": 9, "m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}
    | {"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "milliard": 9, "milliards": 9, "MM": 6},
    "fr": {"milliers": 3, "Mds": 9},
    "es": {"k": 3, "mill": 6, "millón": 6, "millardo": 9, "millardos": 9, "MM": 6},
    "pt": {"mil milhões": 9, "biliões": 12, "k": 3, "M": 6},
    "de": {"Mill": 6, "Md": 9, "Tsd": 3, "T": 3, "k": 3, "M": 6},
    "ar": {"بليون": 9, "بلايين": 9, "تريليون": 12},
}
"""Words of scale that are in use and not in the CLDR, with the number of their zeros."""
UNITS = frozenset({"m", "k", "b", "t", "mn", "mi", "tn", "mm"})
"""Words of scale, in lower case, that may be a unit instead: of length, of weight, of temperature, of time."""
ENDINGS = {"ar": ("ات", "ا", "اً", "ًا")}  # noqa: RUF001 - letters of Arabic
"""What grammar adds to words of scale, and the CLDR does not: the plural and the accusative of Arabic."""
QUALIFIERS = {
    "en": {
        "up to": ("up to", "as many as", "not more than", "no more than"),
        "at least": ("at least", "not less than", "no less than", "no fewer than"),
        "more than": ("more than", "over"),
        "about": ("about", "around", "roughly", "approximately", "some"),
        "nearly": ("nearly", "almost"),
        "under": ("under", "fewer than", "less than"),
    },
    "es": {
        "up to": ("hasta", "como máximo", "a lo sumo", "no más de", "no superior a"),
        "at least": ("al menos", "por lo menos", "como mínimo", "no menos de", "no inferior a"),
        "more than": ("más de", "por encima de", "superior a"),
        "about": ("unos", "unas", "cerca de", "alrededor de", "en torno a", "aproximadamente", "hacia"),
        "nearly": ("casi",),
        "under": ("menos de", "por debajo de", "inferior a"),
    },
    "fr": {
        "up to": ("jusqu'à", "au plus", "au maximum", "pas plus de", "n'excédant pas"),
        "at least": ("au moins", "au minimum", "pas moins de"),
        "more than": ("plus de", "plus d'", "supérieur à", "supérieure à"),
        "about": ("environ", "autour de", "quelque", "approximativement", "à peu près"),
        "nearly": ("près de", "près d'", "presque"),
        "under": ("moins de", "moins d'", "inférieur à", "inférieure à"),
    },
    "ar": {
        "up to": ("ما لا يزيد على", "لا يزيد على", "لا يتجاوز", "حتى"),
        "at least": ("ما لا يقل عن", "لا يقل عن", "لا تقل عن", "على الأقل"),
        "more than": ("أكثر من", "ما يزيد على", "ما يزيد عن"),
        "about": ("نحو", "بنحو", "حوالي", "بحوالي", "زهاء"),
        "nearly": ("ما يقرب من", "قرابة"),
        "under": ("أقل من",),
    },
}
"""By language and word of the model, the words of sources for the exactness of a number."""
PARTS = {"en": {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}}
JOINTS = {"en": "to|and", "fr": "à|et", "es": "a|y", "de": "bis|und", "it": "a|e", "pt": "a|e"}
AND_HALF = {
    "en": "and[ -](?:a|one)[ -]half",
    "fr": "et demie?",
    "es": "y medi[oa]",
    "pt": "e mei[oa]",
    "it": "e mezz[oa]",
    "ar": "ونصف",
}
"""What adds a half to the number before it."""
AFTER_NOUN = {"fr": r"[^\w-]|$", "es": r"[.,;:)]|$| (?:de|del|en|después|antes|más|por|para)\b"}
"""What stands behind the half of a noun that is counted: "trois ans et demi"."""
HALF_OF = {
    "en": r"(?<!and )(?<!and a )(?<!first )(?<!second )half(?:[ -]a[ -])?",
    "fr": "demi",
    "es": r"(?<!\by )medi[oa]",
    "pt": r"(?<!\be )mei[oa]",
    "it": r"(?<!\be )mezz[oa]",
    "de": "halbe[nr]?",
    "ar": "نصف(?: ال)?",
}
"""What halves the word of scale behind it."""
_GERMAN = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
WITH_HALF = {"anderthalb": "1.5"} | {f"{one}einhalb": f"{number}.5" for number, one in enumerate(_GERMAN, 1)}
"""German words for a number and a half."""
ARABIC = "ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مئ|مائ|ألف|آلاف|بضع"
"""Beginnings of number words of Arabic, which are not read."""
