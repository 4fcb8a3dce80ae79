"""The French of time: words with a value, and marks that only shape a phrase. Accents and hyphens do not matter."""

from bot.times.lexicon import Marks, Values
from bot.times.parts import PARTS, PLURAL_PARTS

VALUES: Values = {
    "weekday": {
        "lundi|lun": 0,
        "mardi|mar": 1,
        "mercredi|mer|mercr": 2,
        "jeudi|jeu": 3,
        "vendredi|ven|vendr": 4,
        "samedi|sam": 5,
        "dimanche|dim": 6,
    },
    "weekdays": {
        "lundis": 0,
        "mardis": 1,
        "mercredis": 2,
        "jeudis": 3,
        "vendredis": 4,
        "samedis": 5,
        "dimanches": 6,
    },
    "month": {
        "janvier|janv|jan": 1,
        "février|fév|févr|feb": 2,
        "mars": 3,
        "avril|avr|apr": 4,
        "mai": 5,
        "juin": 6,
        "juillet|juil|juill|jul": 7,
        "août": 8,
        "septembre|sept|sep": 9,
        "octobre|oct": 10,
        "novembre|nov": 11,
        "décembre|déc|dec": 12,
    },
    "shift": {
        "aujourd'hui|aujourdhui|ce jour|auj": 0,
        "demain|le lendemain|lendemain|le jour suivant|le jour d'après": 1,
        "après demain|apres demain|surlendemain|le surlendemain": 2,
        "hier|la veille|le jour d'avant|le jour précédent|le dernier jour|dernier jour": -1,
        "avant hier|l'avant veille": -2,
    },
    "unit": {
        "seconde|secondes|sec|secs|s": "second",
        "minute|minutes|min|mins|mn|m": "minute",
        "heure|heures|h|hr|hrs": "hour",
        "jour|jours|j|journée|journées|nuit|nuits": "day",
        "semaine|semaines|sem": "week",
        "quinzaine|quinzaines": "fortnight",
        "mois": "month",
        "trimestre|trimestres": "quarter",
        "semestre|semestres": "semester",
        "an|ans|année|années": "year",
        "décennie|décennies": "decade",
    },
    "grain": {
        "semaine|sem": "week",
        "week end|weekend|we|wk end": "weekend",
        "mois": "month",
        "trimestre": "quarter",
        "semestre": "semester",
        "an|année": "year",
    },
    "ordinal": {
        "premier|première|premiers": 1,
        "deuxième|second|seconde": 2,
        "troisième": 3,
        "quatrième": 4,
        "cinquième": 5,
        "sixième": 6,
        "septième": 7,
        "huitième": 8,
        "neuvième": 9,
        "dixième": 10,
        "dernier|dernière|derniers": -1,
        "avant dernier|avant dernière": -2,
    },
    "unit_ordinal": {
        "unième": 1,
        "deuxième": 2,
        "troisième": 3,
        "quatrième": 4,
        "cinquième": 5,
        "sixième": 6,
        "septième": 7,
        "huitième": 8,
        "neuvième": 9,
    },
    "few": {
        "une paire de|une couple de": 2,
        "quelques|plusieurs": 3,
        "dizaine de|une dizaine de": 10,
        "douzaine de|une douzaine de": 12,
        "quinzaine de|une quinzaine de": 15,
        "vingtaine de|une vingtaine de": 20,
        "trentaine de|une trentaine de": 30,
        "quarantaine de|une quarantaine de": 40,
    },
    "fraction": {
        "demi|demie|moitié|½": 0.5,
        "quart|un quart|le quart|¼": 0.25,
        "trois quarts|3 quarts|¾": 0.75,
    },
    "part": PARTS["fr"],
    "parts": PLURAL_PARTS["fr"],
    "fixed_clock": {"midi": 12, "minuit": 24},
    "feast": {
        "jour de l'an|nouvel an|le jour de l'an|le nouvel an|premier de l'an": (1, 1),
        "saint valentin|la saint valentin": (2, 14),
        "saint patrick|la saint patrick": (3, 17),
        "fête du travail|la fête du travail|fête internationale du travail": (5, 1),
        "fête de la musique|la fête de la musique": (6, 21),
        "fête nationale|la fête nationale": (7, 14),
        "assomption|l'assomption": (8, 15),
        "halloween": (10, 31),
        "toussaint|la toussaint|jour de la toussaint": (11, 1),
        "armistice|l'armistice": (11, 11),
        "réveillon de noël|veille de noël|la veille de noël": (12, 24),
        "noël": (12, 25),
        "saint sylvestre|la saint sylvestre|réveillon du nouvel an|veille du nouvel an|réveillon du jour de l'an": (
            12,
            31,
        ),
    },
    "moving_feast": {
        "vendredi saint|le vendredi saint": -2,
        "pâques|dimanche de pâques": 0,
        "lundi de pâques|le lundi de pâques": 1,
        "ascension|l'ascension|jeudi de l'ascension": 39,
        "pentecôte|la pentecôte": 49,
        "lundi de pentecôte|le lundi de pentecôte": 50,
    },
    "adverb": {
        "quotidiennement|journellement|quotidien|quotidienne": "day",
        "hebdomadaire|hebdomadairement": "week",
        "mensuel|mensuelle|mensuellement": "month",
        "trimestriel|trimestrielle|trimestriellement": "quarter",
        "semestriel|semestrielle": "semester",
        "annuel|annuelle|annuellement": "year",
    },
    "day_sets": {
        "jours ouvrés|jours ouvrables|jours de semaine|jours de la semaine|en semaine": "weekdays",
        "week ends|weekends": "weekend",
    },
    "day_set": {
        "jour ouvré|jour ouvrable|jour de semaine|jour travaillé": "weekdays",
        "week end|weekend": "weekend",
    },
}

MARKS: Marks = {
    "the": "le|la|les|l'|un|une|au|ma|mon|notre",
    "of": "de|du|des|d'|de la|de l'|dans|en",
    "at": "à|a|au|aux",
    "on": "le|sur|pour",
    "in": "dans",
    "ilya": "il y a|il ya|y a|ilya|il y à",
    "ago": "plus tôt|auparavant",
    "later": "plus tard|après",
    "now": "maintenant|en ce moment|tout de suite|immédiatement|de suite|à l'instant|là maintenant",
    "next": "prochain|prochaine|prochains|prochaines|pro|à venir|qui vient|qui arrive",
    "following": "suivant|suivante|suivants|suivantes|qui suit|d'après",
    "current": "en cours|courant|courante",
    "a": "un|une",
    "more": "de plus|encore|petite|petit|bonne|bon",
    "same_hour": "même heure|à la même heure|à cette heure ci",
    "sharp": "pile|précise|précises|tapantes|exactement",
    "iso_t": "t",
    "ever_since": "depuis",
    "within_the": "dans le|dans la|dans l'",
    "the_day": "le|pour le|au|du",
    "day_start": "début de journée|en début de journée|début de la journée|au début de la journée",
    "day_end": "fin de journée|en fin de journée|fin de la journée|la fin de journée|la fin de la journée"
    "|à la fin de la journée|fin de cette journée",
    "q": "t|trimestre",
    "from_day": "du",
    "to_day": "au|jusqu'au",
    "here": "ci",
    "rest": "reste|le reste",
    "gone": "dernier|dernière|derniers|dernières|passés|passées",
    "to_come": "prochains|prochaines|suivant|suivants|suivantes|à venir|qui viennent",
    "h_word": "heure|heures",
    "span_back": "depuis",
    "last": "d'avant|dernier|dernière|derniers|dernières|passé|passée|précédent|précédente",
    "this": "ce|cet|cette|ces|de ce|de cette|de cet",
    "every": "tous les|toutes les|tout les|chaque|tous|toutes|à chaque|chacun des",
    "each": "de chaque|de tous les|chaque",
    "plural_the": "les|le",
    "once": "une fois|1 fois",
    "per": "par",
    "other": "autre",
    "un": "un|une",
    "out_of_two": "sur deux|sur 2",
    "and": "et|&",
    "before": "avant",
    "until": "d'ici|d'ici à|au plus tard|au plus tard à|jusqu'|jusqu'à|jusque|pas plus tard que|pour au plus tard"
    "|aussi tard que",
    "no_later": "au plus tard|dernier délai|grand maximum|maximum|max",
    "within": "sous|d'ici|en moins de|dans les|pendant les|au cours des|durant les|d'ici les",
    "after": "après|plus tard que",
    "since": "pas avant|au plus tôt|à partir|à partir de|à compter|à compter de|depuis|dès",
    "or_later": "et après|ou après|ou plus tard|et plus|ou plus|et au delà",
    "ahead_of": "avant",
    "counted_from": "après|à partir de|à partir du|à compter de|à compter du|à partir d'|à compter d'",
    "between": "entre|de|du|d'|des|depuis|dans",
    "up_to": "à|au|a|jusqu'|jusqu'à",
    "around": "courant|vers|environ|autour de|aux alentours de|à environ|à peu près|approximativement|peu près"
    "|vers les|à vers"
    "|aux environs de",
    "for": "moins d'|pour une durée de|pour|pendant|durant|encore|plus de|plus d'|moins de|environ|au moins|au plus",
    "whole": "toute|tout|plein|pleine",
    "entire": "entier|entière",
    "h": "h|heure|heures|hr|hrs",
    "m": "m|min|mn|minute|minutes|mins",
    "s": "s|sec|seconde|secondes",
    "am": "am|a m",
    "pm": "pm|p m",
    "minus": "moins",
    "past": "passé de|passée de|passées de",
    "th": "er|e|ème|eme|ère|ième",
    "in_eight": "en huit|en 8",
    "in_fifteen": "en quinze|en 15",
    "early": "tôt|très tôt|début|début de|en début de|au début de|debut du|début d'|en début d'|au début de l'"
    "|au début de la|plus tôt|de bonne heure|tôt dans|plus tôt dans|grand|au début du|en début du|tot de",
    "mid": "milieu de|en milieu de|au milieu de|milieu d'|en milieu d'|au milieu de l'|milieu de l'|mi|milieu du"
    "|au milieu du|à la mi|au milieu de la",
    "late": "fin|fin de|en fin de|à la fin de|fin d'|en fin d'|tard|plus tard|tard dans|plus tard dans|fin du"
    "|à la fin du"
    "|la fin de|la fin du|à la fin de la|en fin du|fin de la|à la fin de l'|fin de l'|la fin d'|un peu plus tard dans"
    "|la fin|pour la fin du|pour la fin de|à la fin|la fin de la|la fin de l'",
    "week_of": "semaine du|la semaine du|semaine de|semaine commençant le|semaine commençant",
    "day_word": "jour|jours",
    "month_word": "mois",
    "month_start": "début|premier",
    "month_end": "fin|dernier",
    "year_word": "année|an|l'année|de l'année|de l'an",
    "winter": "heure d'hiver",
    "ish": "et quelques",
}

NUMBER_WORDS = (
    "zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts"
    " trente quarante cinquante soixante septante octante huitante nonante cent cents mille et"
)

# Words that are too common, or too many things, to be a time by themselves in a message.
EVERYDAY = (
    "soiree matinee sept mar mer sam dim jeu ven lun second seconde an mai mars quotidien quotidienne annuel"
    " annuelle mensuel mensuelle nuit demi"
)

# Words that may follow an hour ("à 10 avec Paul"); any other makes the number count it ("à 10 clients").
JOINING = (
    "avec chez si car mais on je tu il elle nous vous ils et ou pour par de du des en sur sans au aux a le la les"
    " dans afin c ca est sera merci stp svp que qui pile precises max maxi"
)
