"""Changing parses: whatever the repairs do, a tree stays a tree, and names are parsed as names."""

from __future__ import annotations

from dragoman.coding import Coder
from dragoman.coding import grammar as g
from dragoman.coding.trees import attach
from dragoman.language import Name, Parser, Piece, Sentence, embedding
from dragoman.records import Document


def _sentence(heads: list[int]) -> Sentence:
    words = ["They", "came", "saw", "left"][: len(heads)]
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    ends = [a + len(w) for a, w in zip(starts, words, strict=True)]
    return Sentence(
        " ".join(words), 0, "text", words, [w.lower() for w in words], ["PRON", "VERB", "VERB", "VERB"],
        ["PRP", "VBD", "VBD", "VBD"], ["nsubj", "ROOT", "conj", "conj"], heads, starts, ends,
    )  # fmt: skip


def test_no_ring_is_made() -> None:
    s = _sentence([1, 1, 1, 1])
    attach(s, 2, 3, "conj")
    attach(s, 3, 2, "conj")  # what stood below takes the other's place
    assert s.heads == [1, 1, 1, 2]
    assert [list(s.ancestors(i))[-1] for i in (0, 2, 3)] == [1, 1, 1]
    assert s.children == [[], [0, 2], [3], []]


def test_what_the_root_is_hung_under_becomes_the_root() -> None:
    s = _sentence([1, 1, 1])
    attach(s, 1, 2, "conj")
    assert (s.root, s.heads, s.deps[2]) == (2, [1, 2, 2], "ROOT")


def test_names_are_shown_as_others_and_put_back() -> None:
    text = "ECOWAS lifts sanctions on Mali"
    names = (Name(10, 16, "org"), Name(36, 40, "country"))
    (s,) = Parser().parse([Piece(text, 10, "title", 0, names)])
    assert s.words == text.split()
    assert [text[a - 10 : b - 10] for a, b in zip(s.starts, s.ends, strict=True)] == s.words
    assert s.lemmas[0] == "ecowas"
    assert s.pos[0] == "PROPN"


def test_forms_are_those_of_the_models_own_steps() -> None:
    parser = Parser()
    texts = [
        "Let's say they ain't gonna leave; there's been talk that troops've got to withdraw.",
        "The ministers met in Rome, were told of the attacks and left.",
        "Left alone, they left what was left.",
    ]
    parsed = parser.parse([Piece(t, 0, "text") for t in texts])
    for sentence, doc in zip(parsed, parser._nlp.pipe(texts), strict=True):
        assert sentence.pos == [t.pos_ for t in doc]
        assert sentence.lemmas == [t.lemma_.lower() for t in doc]


def test_many_reports_are_coded_as_each_alone(coder: Coder) -> None:
    texts = ["Kenya met Uganda in Kampala.", "It rained.", "Rebels, the army said, shelled Goma on Monday."]
    documents = [Document(f"d{n}", text * 30) for n, text in enumerate(texts)]
    assert list(coder.code_many(documents)) == [coder.code(d) for d in documents]


def test_a_settled_tree_gives_each_asker_a_list_of_its_own() -> None:
    s = _sentence([1, 1, 1, 1])
    s.asked = {}
    g.subjects(s, 1).append(99)
    assert g.subjects(s, 1) == [0]


def test_vectors_that_are_kept_are_those_of_the_model() -> None:
    import numpy as np

    nlp = Parser()._nlp
    kept = embedding.of(nlp.get_pipe("tok2vec"))
    assert isinstance(kept, embedding.Embedding)
    assert kept._quick is not None
    docs = [nlp.make_doc(t) for t in ("The army shelled Goma on Monday.", "It rained.", "Goma, it rained.")]
    for _ in range(2):  # learnt, then known
        for ours, theirs in zip(kept.predict(docs), nlp.get_pipe("tok2vec").predict(docs), strict=True):
            assert np.allclose(ours, theirs, atol=1e-4)
