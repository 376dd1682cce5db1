"""Words that say little by themselves: those of English, as stems.

Another language adds its own under `@common` in its `meanings.yaml`.
"""

from kiosk.content.folding import stem

COMMON_SET = "@common"
"""The entry of `meanings.yaml` with a language's own common words; each is a filler, too."""
COMMON = frozenset(
    map(
        stem,
        "2 4 a about am an and are as at be been but by can could cos did do does dont find for "
        "from get gonna got had has have he help her hes him his how i if ill im in into is "
        "it its ive just lol me my n need of omg on or our please pls r she should so some "
        "someone somebody that thats the their them there they this to u up us want was we were "
        "what whats when which who will with would you your ur w y".split(),
    )
)
"""They stand in nearly every question and tell nothing about it."""
FILLERS = frozenset(
    map(
        stem,
        "2 a about actually all also always am an and anymore are at be been being bit bloody "
        "both but constantly even ever for from fully fuckin fucking fkn genuinely going gonna "
        "gunna had has have he hes honestly i ill im imma in is it its ive just keep keeps kind "
        "kinda legit like literally lot loads maybe might must now of often on only or proper "
        "quite rather really right rly said say says she shes simply so some sometimes sort "
        "still straight such that the their then there they theyre this times to tonight too "
        "totally very was were when will with would".split(),
    )
)
"""They may stand between the words of a way to say something without changing it."""
