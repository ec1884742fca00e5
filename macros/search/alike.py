"""Everyday words with about the same meaning: a search for one also finds the others, with less weight.

Only words of any topic stand here; those of one topic are in its topic.yml, under 'alike'.
"""

import re

from macros import language

_ENGLISH = (
    "jail prison imprisonment imprisoned",
    "penalty penalties punishment punished punishable fine",
    "arrest arrests arrested detention detain detained caught hold holding held custody",
    "lie lies lied lying false falsely falsehood fake faked forged",
    "help helping helps assist assisting aid",
    "why reason reasons justification justifications",
    "people person persons individual individuals",
    (
        "critic critics criticism criticise criticised criticize criticized oppose opposed opponents object objected "
        "objections objection"
    ),
    "opinion opinions advocacy",
    "wrote written writer author issued signed",
    "received recipients addressed addressees sent",
    "apply applies applied valid force effect binding bind",
    (
        "end ended ends replace replaced superseded rescind rescinded revoked revoke repealed repeal cancelled "
        "withdrawn withdrawal reversed"
    ),
    "announced announce announcement announces presented",
    "speak spoke speech speeches remarks address addressed spoken announce announced",
    "rise rose rising increase increased increases grow grew growth up upswing",
    "fall fell falling decrease decreased decline declined drop dropped down",
    "article articles story stories news press journalist journalists reporter reporters",
    "cost costs price prices",
    "compare compared comparison difference differences differ",
    "stop stopped stops block blocked halt halted enjoin enjoined injunction",
    "where place places",
    "judge court ruling",
    "danger dangers dangerous unsafe safe safer safety",
    "mistake mistakes error errors wrong incorrect correction corrections corrected",
    "contradict contradicts contradiction disagree disagrees disagreement conflict conflicts",
)
"""Groups of words that mean about the same; a word may be in several groups."""
_SPANISH = (
    "cárcel prisión encarcelamiento encarcelado encarcelada",
    "pena penas castigo castigado sanción sanciones multa",
    "detención detenciones detenido detenidos arresto arrestos arrestado",
    "ayudar ayuda ayudó asistir asistencia",
    "porqué razón razones motivo motivos propósito objetivo finalidad",
    "crítico críticos crítica críticas criticó oponerse opositores objeción objeciones",
    "opinión opiniones",
    "escribió escrito autor emitió emitido firmó firmado",
    "recibió destinatario destinatarios dirigido enviado",
    "aplicar aplica aplicado vigente vigencia vigor efecto vinculante",
    "derogado derogar derogación revocado revocar anulado cancelado retirado",
    "anunció anunciar anuncio anunciado presentó",
    "hablar discurso discursos declaraciones palabras dijo",
    "subir subió aumento aumentos aumentó aumentar creció crecimiento incremento",
    "bajar bajó descenso descensos disminuyó disminución cayó caída reducción",
    "artículo artículos noticia noticias prensa periodista periodistas reportero reporteros",
    "costo costos coste costes precio precios",
    "comparar comparado comparación diferencia diferencias difieren",
    "detener detuvo frenar frenó bloquear bloqueó paralizar paralizó suspendió",
    "dónde donde lugar lugares",
    "juez jueza tribunal tribunales corte cortes juzgado juzgados fallo",
    "peligro peligros peligroso peligrosa peligrosas seguro segura seguros seguras seguridad",
    "equivocación equivocaciones error errores equivocado corrección correcciones corregido",
    "periódico periódicos diario diarios medio medios",
    "contradecir contradice contradicen contradicción discrepar discrepan discrepancia desacuerdo",
)
_SPELLED = {"en": (("our", "or"), ("ence", "ense"), ("is", "iz"), ("ys", "yz"))}
"""Letters near the end of a word that can be spelled in two ways."""
_ALIKE = {"en": _ENGLISH, "es": _SPANISH}


def alike() -> tuple[str, ...]:
    """Return the groups of words in the language in use; () if there are none for it."""
    return _ALIKE.get(language.own().language, ())


def spellings(word: str) -> set[str]:
    """Return other possible spellings of a word, such as "offense" for "offence"; not all of them are words."""
    others = set()
    for pair in _SPELLED.get(language.own().language, ()):
        for letters, other in (pair, pair[::-1]):
            others.add(re.sub(rf"(?<=\w{{3}}){letters}(?=(?:e|ed|es|ing|ations?|s)?$)", other, word))
    return others - {word}
