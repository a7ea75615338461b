"""Inflected word → possible lemmas, without a parser: too many rather than too few."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "met": "meet", "held": "hold", "fought": "fight", "shot": "shoot", "said": "say", "told": "tell", "sent": "send",
    "gave": "give", "given": "give", "took": "take", "taken": "take", "struck": "strike", "stricken": "strike",
    "hit": "hit", "won": "win", "lost": "lose", "left": "leave", "led": "lead", "broke": "break", "broken": "break",
    "began": "begin", "begun": "begin", "brought": "bring", "bought": "buy", "sold": "sell", "paid": "pay", "lent": "lend",
    "withdrew": "withdraw", "withdrawn": "withdraw", "drew": "draw", "drawn": "draw", "flew": "fly", "flown": "fly",
    "fled": "flee", "freed": "free", "fired": "fire", "blew": "blow", "blown": "blow", "tore": "tear", "torn": "tear",
    "threw": "throw", "thrown": "throw", "sought": "seek", "spoke": "speak", "spoken": "speak", "swore": "swear",
    "sworn": "swear", "signed": "sign", "went": "go", "gone": "go", "came": "come", "made": "make", "kept": "keep",
    "laid": "lay", "lay": "lie", "sat": "sit", "stood": "stand", "stuck": "stick", "stole": "steal", "stolen": "steal",
    "beat": "beat", "beaten": "beat", "bit": "bite", "bound": "bind", "built": "build", "burnt": "burn", "caught": "catch",
    "chose": "choose", "chosen": "choose", "dealt": "deal", "drove": "drive", "driven": "drive", "fell": "fall",
    "fallen": "fall", "found": "find", "got": "get", "gotten": "get", "hanged": "hang", "hung": "hang", "heard": "hear",
    "hid": "hide", "hidden": "hide", "knew": "know", "known": "know", "met.": "meet", "overthrew": "overthrow",
    "overthrown": "overthrow", "overran": "overrun", "ran": "run", "rose": "rise", "risen": "rise", "sank": "sink",
    "sunk": "sink", "saw": "see", "seen": "see", "shook": "shake", "shaken": "shake", "slain": "slay", "slew": "slay",
    "strove": "strive", "swept": "sweep", "thought": "think", "understood": "understand", "upheld": "uphold",
    "wept": "weep", "wound": "wound", "wrote": "write", "written": "write", "forgave": "forgive", "forgiven": "forgive",
    "forbade": "forbid", "forbidden": "forbid", "froze": "freeze", "frozen": "freeze", "dug": "dig", "fed": "feed",
    "rebuilt": "rebuild", "retook": "retake", "retaken": "retake", "undertook": "undertake", "undertaken": "undertake",
    "resigned": "resign", "died": "die", "dying": "die", "lying": "lie", "tied": "tie", "men": "man", "women": "woman",
    "were": "be", "was": "be", "is": "be", "are": "be", "been": "be", "has": "have", "had": "have", "did": "do", "done": "do",
    "talks": "talk", "ties": "tie", "forces": "force", "shown": "show", "spent": "spend", "slept": "sleep", "spread": "spread",
    "woke": "wake", "wore": "wear", "worn": "wear", "withheld": "withhold", "misled": "mislead", "foresaw": "foresee",
    "bled": "bleed", "bred": "breed", "crept": "creep", "clung": "cling", "ate": "eat", "arose": "arise", "arisen": "arise",
    "awoke": "awake", "bore": "bear", "borne": "bear", "became": "become", "befell": "befall", "bent": "bend", "felt": "feel",
    "flung": "fling", "grew": "grow", "grown": "grow", "knelt": "kneel", "lit": "light", "meant": "mean", "mowed": "mow",
    "mown": "mow", "rang": "ring", "rode": "ride", "shone": "shine", "sang": "sing", "slid": "slide", "slung": "sling",
    "spun": "spin", "sprang": "spring", "stabbed": "stab", "stung": "sting", "swam": "swim", "swung": "swing",
    "taught": "teach", "trod": "tread", "trodden": "tread", "strode": "stride", "bade": "bid", "bidden": "bid", "forgot": "forget",
    "forgotten": "forget", "overtook": "overtake", "overtaken": "overtake", "mistook": "mistake", "ridden": "ride",
    "sprung": "spring", "leapt": "leap", "forsook": "forsake", "forsaken": "forsake", "overcame": "overcome",
    "crises": "crisis", "lives": "life", "wives": "wife",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, ...]:
    """Possible lemmas of a lower-case word; too many rather than too few."""
    out = [word]
    if word in _IRREGULAR:
        out.append(_IRREGULAR[word])
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + (1 if ending in _SHORT else 2):
            base = word[: -len(ending)]
            out.extend(base + r for r in replacements)
            if ending in ("ed", "ing", "er", "ers") and len(base) > 2 and base[-1] == base[-2]:
                out.append(base[:-1])
    if word.startswith(("re-", "co-")) and len(word) > _PREFIXED:  # "re-examine", "re-elected"
        out.extend(stems(word[3:]))
        out.append(word.replace("-", ""))
    return tuple(out)


_SHORT = frozenset({"ed", "ied", "ies"})
"""Endings of short words too: "tried", "cries"."""
_PREFIXED = 6
"""Letters of a word with its prefix at least."""
_ENDINGS = (
    ("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ("ying", ("ie",)),
)  # fmt: skip


_SAME_IN_THE_PAST = {
    "hit": "struck", "cut": "slashed", "quit": "left", "put": "placed", "set": "placed", "spread": "expanded",
    "shut": "closed", "let": "allowed", "split": "divided", "bar": "barred", "beat": "defeated", "wound": "wounded",
    "free": "freed",
}  # fmt: skip
"""Verbs whose past tense is their own form, or is not the regular one; another of their meaning stands in."""
_PAST = {base: past for past, base in reversed(_IRREGULAR.items()) if past not in ("lay", "lying", "dying")}
_VOWELS = frozenset("aeiou")


def past(base: str) -> str:
    """The past tense of a verb, as a parser would see it in running text."""
    if base in _SAME_IN_THE_PAST or base in _PAST:
        return _SAME_IN_THE_PAST.get(base) or _PAST[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    short = len(base) > 2 and base[-1] not in _VOWELS | set("wxy") and base[-2] in _VOWELS
    if short and base[-3] not in _VOWELS and sum(ch in _VOWELS for ch in base) == 1:
        return base + base[-1] + "ed"
    return base + "ed"
