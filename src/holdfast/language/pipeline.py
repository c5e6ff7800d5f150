"""From a document to parsed sentences, through a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.language.blocks import Block, split_blocks
from holdfast.language.irregular import irregular_lemma
from holdfast.language.repair import repair
from holdfast.language.syntax import Sentence, Token
from holdfast.language.view import View, show
from holdfast.model import Document
from holdfast.model.errors import MissingPart

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

#: The pipeline shipped with the package.
SHIPPED = "holdfast-en"
#: Where it lies.
SHIPPED_PATH = Path(str(resources.files("holdfast.language") / "models" / "en"))
#: Blocks parsed together; larger gains nothing.
BATCH = 64
#: A block longer than this many characters is a table or a dump; it is parsed in pieces, since
#: memory grows with the longest block of a batch.
MAX_BLOCK = 20_000
#: A sentence with more tokens than this is a list without full stops.
MAX_SENTENCE = 300


@lru_cache(maxsize=2)
def load_pipeline(name: str = SHIPPED) -> Language:
    """The shipped pipeline, or another one by the name or path that spaCy knows it by.

    Raises:
        MissingPart: where it is not installed, or has no parser, with the next step.

    """
    import spacy

    if name == SHIPPED and not (SHIPPED_PATH / "meta.json").exists():
        raise MissingPart(
            f"the English pipeline is missing from {SHIPPED_PATH}; install Holdfast again"
        )
    try:
        pipeline = spacy.load(SHIPPED_PATH if name == SHIPPED else name)
    except OSError as error:
        raise MissingPart(
            f"no spaCy pipeline {name!r} is installed; install it, or remove the key "
            f"language.pipeline from holdfast.toml to use the shipped one"
        ) from error
    needed = {"parser", "tagger"} - set(pipeline.pipe_names)
    if needed:
        raise MissingPart(f"the spaCy pipeline {name!r} lacks {', '.join(sorted(needed))}")
    return pipeline


#: Which of a document's blocks to parse.
Gate = Callable[[Document, Sequence[Block]], Sequence[Block]]


def parse(
    documents: Iterable[Document], *, pipeline: str = SHIPPED, gate: Gate | None = None
) -> Iterator[list[Sentence]]:
    """The sentences of each document in order, without furniture.

    In: documents whose language the pipeline reads; with a `gate`, only the blocks that it lets
    pass are parsed. Out: one list a document, of sentences whose token offsets point into the
    document's own text. Documents are parsed a few blocks at a time, so a long stream needs no more
    memory than its longest document.
    """
    nlp = load_pipeline(pipeline)
    for document in documents:
        whole = split_blocks(document)
        passed = whole if gate is None else gate(document, whole)
        blocks = [(b, v) for b in passed for v in _views(document.text, b) if v.text]
        docs = nlp.pipe((view.text for _, view in blocks), batch_size=BATCH)
        sentences: list[Sentence] = []
        for number, ((block, view), doc) in enumerate(zip(blocks, docs, strict=True)):
            for span in (piece for whole in doc.sents for piece in _pieces(whole)):
                tokens = repair(list(_tokens(span, view, document.text)))
                if tokens:
                    sentences.append(
                        Sentence(
                            tokens,
                            index=len(sentences),
                            block=number,
                            heading=block.heading,
                            dateline=block.dateline,
                        )
                    )
        yield sentences


def _views(text: str, block: Block) -> Iterator[View]:
    start = block.span.start
    while block.span.end - start > MAX_BLOCK:
        cut = text.rfind(" ", start + MAX_BLOCK // 2, start + MAX_BLOCK)
        cut = cut if cut > 0 else start + MAX_BLOCK
        yield show(text, start, cut)
        start = cut
    yield show(text, start, block.span.end)


def _pieces(span: Span) -> Iterator[Span]:
    """A sentence; in stretches where it is longer than any that was written as one."""
    for start in range(0, len(span), MAX_SENTENCE):
        yield span[start : start + MAX_SENTENCE]


def _tokens(span: Span, view: View, text: str) -> Iterator[Token]:
    """The tokens of one sentence without white space; what hung on white space hangs on its head."""
    kept = [t for t in span if not t.is_space]
    index = {t.i: i for i, t in enumerate(kept)}
    for i, t in enumerate(kept):
        head = t.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        at = index.get(head.i, i)
        start, end = view.original(t.idx, t.idx + len(t.text))
        yield Token(
            i=i,
            start=start,
            end=end,
            text=text[start:end],
            lemma=_lemma(t.lemma_, t.text, t.pos_),
            upos=t.pos_,
            xpos=t.tag_,
            head=at,
            dep="root" if at == i else t.dep_,
            feats=t.morph.to_dict(),
        )


def _lemma(lemma: str, text: str, upos: str) -> str:
    if upos in {"VERB", "AUX"} and (irregular := irregular_lemma(text.lower())) is not None:
        return irregular
    return (lemma or text) if upos == "PROPN" else (lemma or text).lower()
