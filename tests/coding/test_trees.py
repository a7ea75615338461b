"""Changing parses: whatever the repairs do, a tree stays a tree, and names are parsed as names."""

from __future__ import annotations

from dragoman.coding.trees import attach, keep_a_tree
from dragoman.language import Name, Parser, Piece, Sentence


def _sentence(heads: list[int]) -> Sentence:
    words = ["They", "came", "saw", "left"][: len(heads)]
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    ends = [a + len(w) for a, w in zip(starts, words, strict=True)]
    return Sentence(
        " ".join(words), 0, "text", words, [w.lower() for w in words], ["PRON", "VERB", "VERB", "VERB"],
        ["PRP", "VBD", "VBD", "VBD"], ["nsubj", "ROOT", "conj", "conj"], heads, starts, ends,
    )  # fmt: skip


def test_a_ring_is_cut_and_hung_under_the_root() -> None:
    s = _sentence([1, 1, 1, 1])
    attach(s, 2, 3, "conj")
    attach(s, 3, 2, "conj")
    assert list(zip(range(3), s.ancestors(2), strict=False))[-1][0] == 2  # round and round
    keep_a_tree(s)
    assert [list(s.ancestors(i))[-1] for i in (0, 2, 3)] == [1, 1, 1]


def test_a_ring_of_all_tokens_gets_a_root() -> None:
    s = _sentence([1, 1, 1])
    attach(s, 1, 2, "conj")
    keep_a_tree(s)
    assert s.heads[s.root] == s.root
    assert {list(s.ancestors(i))[-1] for i in range(3) if i != s.root} == {s.root}


def test_a_tree_is_left_as_it_is() -> None:
    s = _sentence([1, 1, 1, 2])
    keep_a_tree(s)
    assert s.heads == [1, 1, 1, 2]


def test_names_are_shown_as_others_and_put_back() -> None:
    text = "ECOWAS lifts sanctions on Mali"
    names = (Name(10, 16, "org"), Name(36, 40, "country"))
    (s,) = Parser().parse([Piece(text, 10, "title", 0, names)])
    assert s.words == text.split()
    assert [text[a - 10 : b - 10] for a, b in zip(s.starts, s.ends, strict=True)] == s.words
    assert s.lemmas[0] == "ecowas"
    assert s.pos[0] == "PROPN"
