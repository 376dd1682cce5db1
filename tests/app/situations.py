"""Real situations, a sentence each, and the answers that somebody in them would choose."""

from dataclasses import dataclass

THREAT, PICTURE = "Someone is threatening me", "A picture of me is out there"
UNSAFE = "I don't feel safe"
YOUNG, PARENT, STAFF = "I am a young person", "I am a parent or carer", "I work with young people"
SAFE = "I am safe for now"
ONLINE = "Someone I met online wants money or pictures"
NO_THREAT = "I am safe, and nobody is threatening me"


@dataclass(frozen=True)
class Situation:
    """What somebody comes with, what they choose, and the plan that fits."""

    told: str
    chosen: tuple[str, ...]
    plan: str
    says: str
    """Words that must stand on the plan's first screen."""


SITUATIONS = [
    Situation(
        "My ex says he will send it to my mum. I am 16.",
        (THREAT, SAFE, "Under 18", "It is someone I know, or an ex"),
        "help-threatened/under-18-known",
        "Don't meet them alone.",
    ),
    Situation(
        "I am 14. Someone from an app wants money, or he posts it in ten minutes.",
        (THREAT, SAFE, "Under 18", ONLINE),
        "help-threatened/under-18",
        "Don't pay, and don't send more.",
    ),
    Situation(
        "I am 15. A girl filmed our video call. I have no picture.",
        (THREAT, SAFE, "Under 18", "They recorded me, or I don't have the picture"),
        "help-threatened/under-18-recorded",
        "You don't need the picture to get help.",
    ),
    Situation(
        "I blocked him, and now he writes from another account.",
        (THREAT, SAFE, "Under 18", "They are back, from a new account"),
        "help-threatened/under-18-back",
        "Then report the new account",
    ),
    Situation(
        "He wants my bank details, and to meet me next week.",
        (THREAT, SAFE, "Under 18", "They want something else: to meet, sexual things, my bank"),
        "help-threatened/under-18-demand",
        "Don't take or pass on money for them.",
    ),
    Situation(
        "Someone I don't know sent me my own picture, and nothing else.",
        (THREAT, SAFE, "Under 18", "They sent me my own picture"),
        "help-threatened/under-18-own",
        "Don't answer, don't pay",
    ),
    Situation(
        "I am 18. They blackmail me with a picture from when I was 16.",
        (THREAT, SAFE, "18 or over", ONLINE, "Under 18, or I am not sure"),
        "help-threatened/then-under-18",
        "Take It Down",
    ),
    Situation(
        "I am 20. I paid them 300 pounds.",
        (THREAT, SAFE, "18 or over", "I have paid them"),
        "help-threatened/over-18-paid",
        "Call your bank",
    ),
    Situation(
        "I'm 19 but I was 16 in it. It is in a group chat.",
        (
            PICTURE,
            NO_THREAT,
            "18 or over, but in the picture under 18, or not sure",
            "In a group chat, on a phone, or I don't know",
        ),
        "help-picture-out/then-private",
        "Take It Down",
    ),
    Situation(
        "A girl in my class showed me one. It is of somebody else.",
        (
            YOUNG,
            "Someone sent me a picture",
            "Someone about my age",
            "Someone else's, or I don't know",
        ),
        "help-sent-one/someone-elses",
        "Don't send it on.",
    ),
    Situation(
        "My son is being blackmailed. He is in his room.",
        (
            PARENT,
            "My child told me, or I found out",
            "They are safe for now",
            "Someone threatens them, for money or more pictures",
        ),
        "help-my-child/threats",
        "Do not write to the blackmailer.",
    ),
    Situation(
        "I found the chat at midnight. My son does not know that I know.",
        (
            PARENT,
            "My child told me, or I found out",
            "They are safe for now",
            "I found something, and we have not talked yet",
        ),
        "help-my-child/found-out",
        "You are not in trouble with me.",
    ),
    Situation(
        "My daughter sent a gift card, and they want another.",
        (PARENT, "My child told me, or I found out", "They are safe for now", "They have paid"),
        "help-my-child/paid",
        "Do not pay again",
    ),
    Situation(
        "My son is being blackmailed, and I took the first door I saw.",
        (THREAT, SAFE, "It is not me. It is my child, a pupil or a friend"),
        "help-threatened/for-another",
        "Choose your plan below:",
    ),
    Situation(
        "I teach in Leeds, and a girl in year 9 told me that her picture goes round.",
        (
            STAFF,
            "A pupil told me, or I saw a picture",
            "No",
            "Young people only, or I do not know",
            "In a school in England",
        ),
        "help-a-pupil/school",
        "Tell the DSL straight away",
    ),
    Situation(
        "I teach in Cardiff, and a boy told me that his picture goes round.",
        (
            STAFF,
            "A pupil told me, or I saw a picture",
            "No",
            "Young people only, or I do not know",
            "In a school in Wales",
        ),
        "help-a-pupil/school-wales",
        "Tell the DSP straight away",
    ),
    Situation(
        "I took a pupil's phone, and there was the picture.",
        (
            STAFF,
            "A pupil told me, or I saw a picture",
            "No",
            "I saw the picture, or I have the phone",
        ),
        "help-a-pupil/saw-it",
        "Do not delete it",
    ),
    Situation(
        "A pupil told me about another teacher.",
        (STAFF, "A pupil told me, or I saw a picture", "No", "A colleague may be involved"),
        "help-a-pupil/colleague",
        "Do not speak to the colleague",
    ),
    Situation(
        "I am 15. I paid them, and now they want more.",
        (THREAT, SAFE, "Under 18", "I have paid them"),
        "help-threatened/under-18-paid",
        "Anyone who asks for money to fix it is not helping you.",
    ),
    Situation(
        "He is outside my school and says that I must come out.",
        (THREAT, "I am in danger, or they want to meet me now"),
        "help-threatened/danger-now",
        "Call 999 now.",
    ),
    Situation(
        "They threaten me, and I don't want to live any more.",
        (THREAT, "I can't keep myself safe"),
        "help-threatened/keep-safe",
        "Samaritans 116 123",
    ),
    Situation(
        "I sent her picture to two friends, and I feel bad about it.",
        (
            YOUNG,
            "I passed one on, or I made one",
            "I sent it on, or showed it",
            "Under 18, or I don't know",
        ),
        "help-passed-on/under-18",
        "Stop here.",
    ),
    Situation(
        "We made a fake nude of a girl in my class, for a laugh.",
        (YOUNG, "I passed one on, or I made one", "I made a fake of someone"),
        "help-passed-on/made-a-fake",
        "Don't make more.",
    ),
    Situation(
        "Some stranger sent me a picture, and it is me.",
        (YOUNG, "Someone sent me a picture", "Anyone: it is a picture of me, or a fake of me"),
        "help-sent-one/of-me",
        "Don't pay, don't send anything, don't answer.",
    ),
    Situation(
        "A guy from a game asks for nudes every day. I never met him.",
        (
            YOUNG,
            "Someone keeps asking me",
            "No, but they keep asking",
            "Someone I only know online",
        ),
        "help-asked/adult",
        "CEOP",
    ),
    Situation(
        "My picture is on a page with my name. I am 14 and want it taken down.",
        (PICTURE, NO_THREAT, "Under 18", "On a website, or in an app where others can see it"),
        "help-picture-out/under-18-public",
        "Report Remove",
    ),
    Situation(
        "I am 13. Everyone in our year's chat has my picture.",
        (PICTURE, NO_THREAT, "Under 18", "In a group chat, or going round school"),
        "help-picture-out/under-18-private",
        "Tell an adult at school",
    ),
    Situation(
        "I am 17. Someone made a fake nude of me.",
        (PICTURE, NO_THREAT, "Under 18", "It is a fake of me, wherever it is"),
        "help-picture-out/under-18-fake",
        "You never took it.",
    ),
    Situation(
        "Someone sent me my own picture. I think that it goes round.",
        (PICTURE, NO_THREAT, "Under 18", "Someone sent me my own picture"),
        "help-picture-out/under-18-own",
        "before anyone posts it",
    ),
    Situation(
        "My friend's picture is out. She won't stop crying.",
        (PICTURE, NO_THREAT, "It is not me. It is a friend, my child or a pupil"),
        "help-picture-out/for-another",
        "Don't look at the picture",
    ),
    Situation(
        "I sent one to my boyfriend. Nobody has posted it, but we broke up.",
        (PICTURE, NO_THREAT, "Under 18", "Nowhere yet, on someone's phone, or I don't know"),
        "help-picture-out/under-18-not-yet",
        "before anybody posts the picture",
    ),
    Situation(
        "I saw a picture of a child on a website. I don't know who it is.",
        (YOUNG, "Someone sent me a picture", "Nobody. I saw it on a website"),
        "help-sent-one/website",
        "report.iwf.org.uk",
    ),
    Situation(
        "I was raped.",
        (UNSAFE, "I was hurt, touched or forced"),
        "help-not-safe/hurt-or-forced",
        "Whoever did this is responsible.",
    ),
    Situation(
        "My friend says that she wants to die.",
        (UNSAFE, "It is about someone else", "They may end their life, or hurt themselves"),
        "help-not-safe/their-life",
        "Are you thinking about suicide?",
    ),
    Situation(
        "I am deaf, and he is coming.",
        (UNSAFE, "Danger from someone", "I am in danger right now"),
        "help-not-safe/danger-now",
        "999 BSL",
    ),
    Situation(
        "I have no phone of my own, and nobody to ask.",
        (
            YOUNG,
            "Who should I tell?",
            "Today, or when I am ready",
            "I am under 18",
            "I just want to talk",
        ),
        "help-who-to-tell/listen",
        "No phone of your own?",
    ),
]
