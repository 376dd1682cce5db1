"""Words as they are typed on a phone, and the words that they stand for."""

_TYPED = {
    "about": "abt bout",
    "anyone": "any1",
    "because": "bc coz cus cuz",
    "before": "b4",
    "could": "cud",
    "everyone": "every1",
    "happens": "hapens",
    "have": "hav",
    "help": "hepl hlep",
    "know": "kno",
    "message": "msg",
    "nobody": "no1",
    "nothing": "nuffin nufin",
    "now": "rn",
    "people": "ppl",
    "phone": "fone",
    "please": "plees plz",
    "said": "sed",
    "school": "skl skool",
    "screenshot": "scrnshot",
    "sent": "snt",
    "should": "shud",
    "someone": "sm1 som1 sum1 sumone",
    "something": "smth sumfin sumn sumthin",
    "tell": "tel",
    "that": "dat",
    "this": "dis",
    "through": "thru",
    "tomorrow": "2moro 2moz tmr tmrw tomoz",
    "tonight": "2nite tn",
    "want": "wnt",
    "what": "wat wot",
    "whats": "wats wots",
    "when": "wen",
    "with": "wiv",
    "would": "ud wud",
}
STANDS_FOR = {typed: word for word, ways in _TYPED.items() for typed in ways.split()}


def in_full(word: str) -> str:
    """What a folded word stands for; the word itself where it stands for nothing else."""
    return STANDS_FOR.get(word, word)
