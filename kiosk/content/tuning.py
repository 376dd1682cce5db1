"""What the search weighs and counts: for the engine here, and for the one in the page of a browser.

Factors of a score and shares of one have no unit. The values were tuned on one part of
`tests/search/queries.yaml`, and are judged by the part that was set aside.
"""

# Whole lists.
MOST_FOUND = 5
"""As many as stand on a screen of 24 rows below the numbers, with a line or two under each."""
HEAD = {"title": 2.0, "keywords": 2.0, "summary": 0.5}
"""Where it stands what a topic is about: words, their order and meanings count, by weight."""
TEXT = {"headings": 2.0, "text": 1.0}
"""Where words alone count: every topic mentions what the others are about."""
TEXT_SHARE = 0.25
"""What a word counts in the text, where one in the head counts 1."""
ANSWERS = 24.0
"""What `answered_by` adds: as much as a dozen keywords. With twice as much no more is found."""
SAME_AUDIENCE, OTHER_AUDIENCE = 1.4, 0.5
"""For topics that are for who is typing and not for young people; and for those for others."""
ADULTS_ONLY = 0.7
"""For topics that young people are not meant to read, where nothing tells who is typing."""
URGENT = 1.15
"""For the topics behind the urgent doors: where answers are close, help comes first."""
LEAST_SHARE = 0.25
"""Of the best topic's score: what answers less well is left out."""
BY_WORD = 0.6
"""What a word counts that stands in what a topic is about. As part of a meaning, it counts 1."""
BY_ASKED = 0.3
"""What a word counts that only those have used who asked for it."""
LEAST_UNDERSTOOD = 0.34
"""Of the words typed: where the best three topics are about less, none of them is an answer. More
than a third; a lone misspelt word (0.6 x 0.6) is still answered. Found with 77 questions that
nothing here answers and 463 that something does: 74 and none of them remain without an answer."""

# Words, and what is meant.
IN_ORDER, IN_ORDER_COMMON = 0.7, 0.6
"""What two words weigh, besides each of them, that stand side by side; and two common ones."""
CORRECTED, COMPLETED = 0.6, 0.6
"""What a word weighs that was put right, or whose end was added."""
SHORTEST_TO_COMPLETE = 2
"""Letters from which on the end of a word is looked for."""
SHORTEST_BEGINNING = 6
"""Letters from which on a word that is known whole may be the beginning of others as well."""
MEANT = 1.8
"""What is meant weighs more than any word. From 1.8 to 3.2 the tuned queries are answered alike."""
WHOLE = 2.5
"""What a whole title or keyword weighs, where it is all that was typed."""
MOST_FILLERS = 4
"""How many of them may stand in a row, where the meaning is loose."""
SATURATION = 8.0
"""How often a topic must have a term until more of it says little more."""
MOST_TOPICS = 1000
"""Of the topics that have a term, those that have most of it are kept: search stays quick."""

# What people have asked. Odds are logarithms of them; found with 290 phrases of danger and 770 that
# are none, those measured never being among those counted.
ASKED = 0.5
"""What the questions add for each unit of theirs: a share of the best score."""
CLEAR_ANSWER = 0.9
"""By how much the likeliest answer must be ahead to be taken for one though hardly a word of it was
typed; and a helpline, ahead of all pages, to come first though neither its name was typed nor
`number`."""
IMAGINED_FOR_ANSWER = 60.0
"""Questions imagined for each answer, with the words that all have, so that a rare word proves
nothing."""
IMAGINED_FOR_DANGER = 0.5
"""Likewise, in a thousand questions that tell of danger, and in a thousand that do not."""
IMAGINED_WORDS = 3
"""Words that speak for nothing, imagined in each query, so that a word alone does not decide."""
LEAST_ASKED = 3
"""How often a word must have been asked with to count."""
LIKELY_DANGER, SURE_DANGER = 0.3, 1.5
"""Odds above which the questions tell of danger where no meaning does."""
LIKELY_KIND = 0.75
"""Odds that the likeliest kind must have for itself: what speaks a little for each is none."""
UNLIKELY_DANGER, NO_DANGER = -0.2, -2.0
"""Odds below the second, and danger that a meaning tells is none; below the first likewise, where
the words are most like a question that nothing here answers, as `suicide` is in one on a play."""
FEWEST_WORDS = 3
"""From so many on, the questions may tell of danger, or that there is none, or a clear answer; `my
house` does not. Beside words that sound like danger and are not, common ones do not count."""

# Spelling.
MOST_COMPLETIONS = 12
"""Words that an unfinished one may become: those first in the alphabet."""
MOST_COMPARED = 40
"""Words that sound alike, and as many that look alike, of which the distance is measured."""
SHORTEST_KEY = 3
"""Consonants that a word must have for its sound to tell it from others."""
SHORTEST_WORD = 4
"""Letters that a word must have to be taken for a misspelt one."""
LONG_WORD = 8
"""Letters from which on a word is a long one."""
MOST_WRONG, MOST_WRONG_IN_LONG = 1, 2
"""Letters that may be wrong in a word, and in a long one."""
MOST_WRONG_BY_EAR = 3
"""Letters that may be wrong where a word sounds right."""
MOST_MEANT = 3
"""Words that a misspelt one may stand for, where several are as near."""

# The sentence shown.
LONGEST = 67
"""Characters that fit in one line of a list."""
MOST_CHARACTERS = 20_000
"""Of a page's text: what is looked through for a sentence."""
WORTH_A_WORD, WORTH_A_MEANING = 2, 1
