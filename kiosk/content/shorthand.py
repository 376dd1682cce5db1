"""Words as they are typed on a phone, and the words that they stand for."""

STANDS_FOR = {
    "any1": "anyone",
    "b4": "before",
    "bout": "about",
    "cud": "could",
    "coz": "because",
    "cuz": "because",
    "dat": "that",
    "dis": "this",
    "every1": "everyone",
    "fone": "phone",
    "hapens": "happens",
    "hav": "have",
    "kno": "know",
    "msg": "message",
    "no1": "nobody",
    "nuffin": "nothing",
    "nufin": "nothing",
    "ppl": "people",
    "scrnshot": "screenshot",
    "sed": "said",
    "shud": "should",
    "skl": "school",
    "skool": "school",
    "sm1": "someone",
    "snt": "sent",
    "som1": "someone",
    "sum1": "someone",
    "sumone": "someone",
    "sumthin": "something",
    "tel": "tell",
    "thru": "through",
    "ud": "would",
    "wat": "what",
    "wen": "when",
    "wiv": "with",
    "wot": "what",
    "wots": "whats",
    "wats": "whats",
    "wud": "would",
    "wnt": "want",
}


def in_full(word: str) -> str:
    """What a folded word stands for; the word itself where it stands for nothing else."""
    return STANDS_FOR.get(word, word)
