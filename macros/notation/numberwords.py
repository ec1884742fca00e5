"""Words for numbers that the CLDR lacks: tables, by language."""
# ruff: noqa: RUF001 - letters of other scripts

MORE_SCALES = {
    "en": {"thousands": 3, "millions": 6, "billions": 9, "m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}
    | {"lakh crore": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "milliard": 9, "milliards": 9, "MM": 6},
    "fr": {"milliers": 3, "Mds": 9},
    "es": {"miles": 3, "k": 3, "mill": 6, "millón": 6, "millardo": 9, "millardos": 9, "MM": 6} | {"mdp": 6, "mdd": 6},
    "pt": {"mil milhões": 9, "biliões": 12, "k": 3, "M": 6},
    "de": {"Mill": 6, "Md": 9, "Tsd": 3, "T": 3, "k": 3, "M": 6},
    "ar": {"بليون": 9, "بلايين": 9, "تريليون": 12},
    "he": {"אלפים": 3, "אלפי": 3, "מיליונים": 6, "מיליוני": 6, "מיליארדים": 9, "מיליארדי": 9},
    "el": {"χιλιάδων": 3, "εκατομμυρίων": 6, "εκατ": 6, "δισεκατομμυρίων": 9, "δισ": 9},
    "ne": {"करोड": 7},
    "bn": {"কো": 7},
}
"""Words of scale that the CLDR lacks, or has with two values, and the number of their zeros."""
ONE_LETTER = "ሺ"
"""Words of scale of one letter that are no abbreviation, and stand after a space."""
ENDS = frozenset({"en", "fr", "es", "pt", "de", "nl", "it", "ar"})
"""The languages whose words of scale have no endings but those that are listed."""
ARTICLES = {"en": "an?", "de": "ein(?:e[mnrs]?)?", "fr": "(?:d')?une?", "es": "una?", "pt": "uma?", "it": "un[ao]?"}
"""The article that also means one: "bis zu einem Jahr"."""
UNITS = frozenset({"m", "k", "b", "t", "mn", "mi", "tn", "mm"})
"""Words of scale, in lower case, that may be a unit of length, weight, temperature or time instead."""
ENDINGS = {"ar": ("ات", "ا", "اً", "ًا")}
"""Endings of words of scale that the CLDR lacks: the plural and the accusative of Arabic."""
QUALIFIERS = {
    "en": {
        "up to": "up to|as (?:many|much) as|at (?:the )?most|not? (?:more|greater) than|not exceeding",
        "at least": "at least|not? (?:less|fewer) than",
        "more than": "more than|over|upwards? of|in excess of|greater than|exceeding",
        "about": r"about|around|roughly|approximately|approx\.|some|circa|an estimated",
        "nearly": "nearly|almost|close to",
        "under": "under|fewer than|less than",
        "nearly or under": "(?:just|slightly|a little) under|just below|just short of|slightly fewer than|"
        "(?:slightly|a little) less than",
        "more than or about": "(?:just|slightly|a little) over|(?:slightly|a little) more than",
    },
    "es": {
        "up to": "hasta|como máximo|como mucho|a lo sumo|no más de|no superior a|que no exceda de",
        "at least": "(?:al|a lo|por lo|cuando) menos|como mínimo|no menos de|no inferior a",
        "more than": "más de|por encima de|superior a|que supera l[oa]s",
        "about": r"un[oa]s|cerca de|alrededor de|en torno a|aproximadamente|aprox\.|hacia|más o menos|del orden de",
        "nearly": "casi",
        "under": "menos de|por debajo de|inferior a",
        "nearly or under": "(?:poco|algo) menos de",
        "more than or about": "(?:poco|algo) más de",
    },
    "fr": {
        "up to": "jusqu'à|(?:tout )?au plus|au maximum|pas plus d(?:e|')|n'excédant pas|ne dépassant pas",
        "at least": "au moins|au minimum|au bas mot|pas moins d(?:e|')",
        "more than": "plus d(?:e|')|supérieure? à|au-delà de|dépassant|excédant",
        "about": r"environ|env\.|autour de|aux alentours de|de l'ordre de|quelques?|approximativement|à peu près|"
        "plus ou moins",
        "nearly": "près d(?:e|')|presque",
        "under": "moins d(?:e|')|inférieure? à",
        "nearly or under": "un peu moins d(?:e|')",
        "more than or about": "un peu plus d(?:e|')",
    },
    "ar": {
        "up to": "(?:ما )?لا [يت]زيد ع(?:لى|ن)|لا [يت]تجاوز|حتى|ما يصل إلى|على الأكثر|بحد أقصى",
        "at least": "(?:ما )?لا [يت]قل عن|على الأقل|بحد أدنى",
        "more than": "أكثر من|أزيد من|ما يزيد ع(?:لى|ن)|ما يربو على",
        "about": "نحو|حوالي|زهاء|ما يناهز|تقريب(?:ا|اً|ًا)",
        "nearly": "ما يقرب من|ما يقارب|قرابة",
        "under": "أقل من",
    },
}
"""Words before a number for its exactness, by language and by the model's word."""
PREFIXES = {"ar": "و?ب?"}
"""Words of one letter that are written together with the next word: with, and."""
SYMBOLS = {"~": "about", "≈": "about", "∼": "about", ">": "more than", "<": "under", "≥": "at least", "≤": "up to"}
"""Signs before a number for its exactness, in any language."""
QUALIFIERS_AFTER = {
    "at least": "or more|at least|o más|al menos|por lo menos|como mínimo|ou plus|au moins|au minimum|"
    "على الأقل|أو أكثر|فأكثر|كحد أدنى",
    "up to": "or fewer|or less|at most|o menos|como máximo|como mucho|a lo sumo|ou moins|(?:tout )?au plus|au maximum|"
    "على الأكثر|أو أقل|فأقل|كحد أقصى",
    "about": "or so|or thereabouts|more or less|give or take|aproximadamente|más o menos|environ|plus ou moins|"
    "à peu près|approximativement|تقريب(?:ا|اً|ًا)",
}
"""Words of any language behind a number for its exactness, by word of the model."""
NEGATIONS = {
    "en": r"no|not|never|none|nobody|nothing|neither|nor|cannot|whether|without|\w+n't|forbids?|forbidden|prohibits?",
    "es": "no|nunca|jamás|ningún|ninguna?|nadie|nada|ni|sin|tampoco|prohíbe|prohibido",
    "fr": "ne|n'\\w+|non|jamais|aucune?|nul|nulle|personne|rien|ni|sans|interdit",
    "ar": "لا|لم|لن|ليس|ليست|دون|بدون|غير|ما",
}
"""Words beside which a qualifier may mean its opposite: "none above 500"."""
NOT_AFTER = "than|that|of|de|des|du|que|tard|tôt|tarde|temprano|pronto|من"
"""Words after which a qualifier before them does not belong to a number: "au plus tard", "or more than"."""
MINUS = (
    r"(?<!\d )(?:minus|negative(?= \S+ (?:degrees|percent|per cent)\b)|(?<!\bau )(?<!\bdu )moins|"
    r"menos?(?= \S+ ?(?:(?:grad[oi]s?|graus|p[oe]r cent[oi]?|por ciento)\b|[°º%])))|"
    "(?:ناقص|سالب)(?= \\S+ (?:درج|في المئة|في المائة|بالمئة|بالمائة))"
)
"""Words of any language for a minus sign before a number, where they mean nothing else: not "todos menos tres"."""
BELOW_ZERO = (
    "below (?:zero|0)|(?:sous|(?:au|en)[ -]dessous de) (?:zéro|0)|bajo (?:cero|0)|unter (?:Null|0)|"
    "abaixo de (?:zero|0)|sotto (?:lo )?(?:zero|0)|تحت الصفر"
)
"""Words of any language behind a number of degrees for its minus sign."""
DEGREES = (
    "[°º] ?[CF]?|(?:degr[eé]e?s?|grados?|Grad|graus?|gradi|درجات|درجة)(?: (?:Celsius|Fahrenheit|C|F|cent\\w+|مئوية))?"
)
"""Names of degrees, with or without their scale."""
ARABIC = "ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مئ|مائ|ألف|آلاف|بضع"
"""Beginnings of number words of Arabic, which are not read."""
_OF_TIME = {
    "en": "years?|months?|weeks?|days?|nights?|times?|seasons?|winter|spring|summer|autumn|fall|same|previous|"
    "following|next|last|first|other",
    "fr": "même|an\\b|années?|mois|semaines?|jour|nuit|lendemain|veille|saison|dernière|première",
    "es": "mism[oa]|año|mes|semana|día|noche|pasad[oa]|últim[oa]|primer|primera|temporada|siguiente",
}
"""Words of time behind an article, with which "times" counts and compares nothing: seven times the year before."""
UNREAD = {
    "en": r"\w*dozens?|scores? of|\d+ score|a score and|doubled?|tripled?|(?:tens|hundreds|100|1000) of|"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold|all but \d+|"
    r"\d+ times (?:as|more|less|fewer|greater|higher|larger|bigger|longer|heavier|faster|stronger|likelier|better|"
    rf"worse|smaller|lower|what|its|their|(?:the|that)(?! *(?:{_OF_TIME['en']})\b|  ))|"
    r"(?:by|grew|grown|rose|risen|increased|multiplied)(?: \w+)? \d+ times",
    "es": r"docenas?|decenas?|centenar(?:es)?|millar(?:es)?|(?:100|1000) de|doble|duplic\w+|triplic\w+|"
    r"\d+ veces (?:más|menos|mayor(?:es)?|menor(?:es)?|superior(?:es)?|inferior(?:es)?|mejor|peor|tant?[oa]?s?|sus?|"
    rf"(?:el|l[ao]s?|es[ae]|aquell?[oa]?s?)(?! *(?:{_OF_TIME['es']})\b|  ))|multiplic\w+ por|"
    r"tod[ao]s menos \d+|\w*veintiún",
    "fr": r"milliers?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|cent)aines?|doubl\w+|tripl\w+|"
    r"(?:divis|multipli)ée?s? par|"
    r"\d+ fois (?:plus|moins|supérieure?s?|inférieure?s?|autant|davantage|mieux|celles?|celui|ceux|sa|son|ses|leurs?|"
    rf"(?:l[ae]s?|l'|ce|cette)(?! *(?:{_OF_TIME['fr']})\b|  ))",
    "ar": r"(?:ثلاث|أربع|خمس|سبع|ثمان|تسع|عشر)\w*|ستة?|ستون|ستين|من كل|\d+ (?:ألف|مليون)\w* و\d+",
    "nl": r"(?!behalve)\w*hal(?:f|ve)|dozijn|(?:tien|honderd|duizend)tal(?:len)?|dubbele?|verdubbel\w*",
    "de": r"dutzende?|hunderte|tausende|doppelt\w*|verdoppel\w*|(?:\d+ mal|\w+mal) (?:so|mehr|weniger|höher)",
    "pt": r"dúzias?|dezenas?|centenas?|milhar(?:es)?|dobr\w+",
    "it": r"dozzin[ae]|decin[ae]|centinai[ao]|migliai[ao]|doppio|raddoppi\w+",
}
"""Words, with other number words in digits, that may give a number and are not read: dozens, 3 times as many."""
FRACTIONS = {
    "en": r"half|(?:a|one|two|three|\d+)[ -](?:third|3rd|quarter|fifth|5th|tenth|10th)s?(?! of an? )|"
    r"(?:one|\d+) (?:\w+ )?(?:in|out of) (?:every )?\d+|per 1000",
    "es": r"mitad|\d+ (?:tercios|4ᵒˢ)|(?:tercera|\dª|\dᵃˢ) partes?|un cuarto|cuarta parte|de cada|por 1000",
    "fr": r"moitié|tiers|un quart|\d+ quarts|(?:un|\d+) (?:cinquième|5ème|dixième|10ème)s?|"
    r"(?:une?|\d+) (?:\w+ )?sur \d+|pour 1000",
    "nl": "helft|kwart",
    "de": r"hälfte|(?:drei)?viertel|\w*drittel",
    "pt": r"metade|(?:um|\d+) (?:terço|quarto)s?",
    "it": r"metà|(?:un|\d+) (?:terz|quart)[oi]",
}
"""Words, with number words in digits, for a part of a number: half of the boats, 1 in 5."""
CENTS = {"en": r"\d+(?: pence| cents?|[p¢])", "es": "céntimos?|centavos?", "fr": "centimes?"}
"""Words for the hundredth of a sum, which the unit of a sum does not count."""
NOTHING = {"en": "zero|no(?! (?:less|fewer|more|later|earlier) )|none|nobody|nothing|never"}
NOTHING |= {"es": "cero|ningún|ninguna?|nadie|nada", "fr": "zéro|aucune?|personne|nul|rien", "ar": "لا|لم|أي"}
"""Words for nothing: the number 0."""
PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
"""English words for a part of a number, and how many of them make one."""
AND_HALF = "and[ -](?:a|one)[ -]half|et demie?|[ye] medi[oa]|e mei[oa]|e mezz[oa]|ونصف|וחצי"
"""What adds a half to the number before it, in any language."""
AFTER_NOUN = {"fr": r"[^\w-]|$", "es": r"[.,;:)]|$| (?:de|del|en|después|antes|más|por|para)\b"}
"""What stands behind the half of a noun that is counted: "trois ans et demi"."""
HALF_OF = (
    r"(?<!and )(?<!and a )(?<!first )(?<!second )half(?:[ -]a[ -])?|demi|(?<!\b[ye] )(?:medi|mei|mezz)[oa]|halbe[nr]?|"
    "نصف(?: ال)?|חצי"
)
"""What halves the word of scale behind it, in any language."""
_GERMAN = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")
WITH_HALF = {"anderthalb": "1.5"} | {f"{one}einhalb": f"{number}.5" for number, one in enumerate(_GERMAN, 1)}
"""German words for a number and a half."""
FROM_A_DAY = {
    "en": "later|after|before|earlier|ago|since|from|prior",
    "es": "después|antes|más tarde|desde",
    "fr": "plus tard|après|avant|auparavant|depuis",
    "de": "später|nach|danach|vor|zuvor|davor|seit",
    "pt": "depois|antes|mais tarde|atrás|desde",
    "it": "dopo|prima|fa|più tardi|da",
    "nl": "later|na|voor|eerder|geleden|sinds",
}
"""Words behind a length of time that counts from a day, by language."""
