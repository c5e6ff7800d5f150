"""Universal Dependencies treebanks to spaCy documents.

In: CoNLL-U files. Out: lists of `spacy.tokens.Doc`, one a paragraph of the treebank, with gold
words, spaces, UPOS, XPOS, features, lemmas, heads, relations and sentence starts.

A paragraph, not a sentence, is the unit, because the parser also learns where sentences end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import conllu
from spacy.tokens import Doc
from spacy.vocab import Vocab

#: Sentences joined into one training document where a treebank marks no paragraphs (conversations).
MAX_SENTENCES = 8

Sentence = conllu.TokenList


def document_names(listing: Path) -> set[str]:
    """The treebank's official split, as the document names a listing file holds, one a line."""
    return set(listing.read_text(encoding="utf-8").split())


def read_paragraphs(paths: Iterable[Path]) -> Iterator[list[Sentence]]:
    """Sentences grouped by `# newpar`, never across files, at most `MAX_SENTENCES` together."""
    for path in sorted(paths):
        paragraph: list[Sentence] = []
        with path.open(encoding="utf-8") as lines:
            for sentence in conllu.parse_incr(lines):
                starts = "newpar" in sentence.metadata or "newdoc id" in sentence.metadata
                if paragraph and (starts or len(paragraph) >= MAX_SENTENCES):
                    yield paragraph
                    paragraph = []
                paragraph.append(sentence)
        if paragraph:
            yield paragraph


def _words(sentence: Sentence) -> tuple[list[dict], list[bool]] | None:
    """The syntactic words and whether a space follows each.

    Out: None where a contraction's parts do not spell its surface form ("won't" is spelt by "wo"
    and "n't"; a handful of slips are not), since no tokenizer could then align them.
    """
    words = [token for token in sentence if isinstance(token["id"], int)]
    by_id = {token["id"]: i for i, token in enumerate(words)}
    spaces = [(token["misc"] or {}).get("SpaceAfter") != "No" for token in words]
    for token in sentence:
        if isinstance(token["id"], tuple) and token["id"][1] == "-":
            first, last = by_id[token["id"][0]], by_id[token["id"][2]]
            if "".join(w["form"] for w in words[first : last + 1]) != token["form"]:
                return None
            spaces[first:last] = [False] * (last - first)
            spaces[last] = (token["misc"] or {}).get("SpaceAfter") != "No"
    return words, spaces


def to_doc(paragraph: Iterable[Sentence], vocab: Vocab) -> Doc | None:
    """One spaCy document for a paragraph; None where no sentence of it can be aligned."""
    forms: list[str] = []
    spaces: list[bool] = []
    tags, pos, morphs, lemmas, heads, deps, starts = [], [], [], [], [], [], []
    for sentence in paragraph:
        read = _words(sentence)
        if read is None or not read[0]:
            continue
        words, sentence_spaces = read
        offset = len(forms)
        by_id = {token["id"]: offset + i for i, token in enumerate(words)}
        for i, token in enumerate(words):
            forms.append(token["form"])
            spaces.append(sentence_spaces[i])
            tags.append(token["xpos"] or "")
            pos.append(token["upos"])
            feats = token["feats"] or {}
            morphs.append("|".join(f"{k}={v}" for k, v in sorted(feats.items())))
            lemmas.append(token["lemma"])
            heads.append(by_id[token["head"]] if token["head"] else offset + i)
            deps.append("ROOT" if token["deprel"] == "root" else token["deprel"])
            starts.append(i == 0)
        spaces[-1] = True
    if not forms:
        return None
    return Doc(
        vocab, words=forms, spaces=spaces, tags=tags, pos=pos, morphs=morphs,
        lemmas=lemmas, heads=heads, deps=deps, sent_starts=starts,
    )  # fmt: skip


def read_docs(paths: Iterable[Path], vocab: Vocab) -> list[Doc]:
    """Every paragraph of the treebank files that can be aligned, in file order."""
    return [doc for p in read_paragraphs(paths) if (doc := to_doc(p, vocab)) is not None]
