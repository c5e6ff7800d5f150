"""Text to parsed sentences: blocks, sentence ends, tokens, Universal Dependencies."""

from holdfast.language.identify import identify_language
from holdfast.language.irregular import irregular_lemma, verb_forms
from holdfast.language.pipeline import SHIPPED, load_pipeline, parse
from holdfast.language.syntax import Sentence, Token

__all__ = [
    "SHIPPED",
    "Sentence",
    "Token",
    "identify_language",
    "irregular_lemma",
    "load_pipeline",
    "parse",
    "verb_forms",
]
