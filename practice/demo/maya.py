"""What Maya, the invented trainee, wrote in her first five weeks: clumsy at first, then less so.

Scored by the rules of today whenever a demonstration is loaded, so that its pages never show
what the rules no longer say.
"""

from __future__ import annotations

from practice.demo.script import Wrote

HISTORY = (
    Wrote(
        34,
        19,
        "shanice-rota",
        "Have you tried talking to your manager about it? You should get your hours in writing.",
        rating=2,
        seconds=48,
    ),
    Wrote(
        34,
        19,
        "shanice-rota",
        "It sounds like the rota always comes so late that you can’t plan anything, and you want "
        "to know your shifts ahead of time. Is that right?",
        rating=2,
        hint=True,
        seconds=131,
        again=True,
    ),
    Wrote(
        33,
        20,
        "kevin-bread-bin",
        "I’m so sorry to hear that. Don’t worry, lots of people get into debt and it always works "
        "out in the end.",
        rating=3,
        seconds=37,
        stirred="worry",
    ),
    Wrote(
        33,
        20,
        "anton-stamp",
        "Do you like the library? Do you have any friends there?",
        rating=2,
        seconds=29,
    ),
    Wrote(
        31,
        18,
        "callum-roof",
        "So you are good at roofs but typing up the jobs beats you, and the gaffer thinks you’re "
        "just being lazy.",
        rating=1,
        seconds=95,
    ),
    Wrote(
        30,
        21,
        "wanjiru-kettle",
        "You sound really scared.",
        rating=2,
        seconds=22,
        stirred="tenderness",
    ),
    Wrote(
        30,
        21,
        "wanjiru-kettle",
        "It sounds like you’re really frightened of the call, and these last ten minutes feel "
        "endless.",
        rating=2,
        hint=True,
        seconds=88,
        again=True,
    ),
    Wrote(
        27,
        19,
        "rosalind-keys",
        "Why did you give your keys away? Couldn’t you just take a taxi?",
        rating=2,
        seconds=41,
        stirred="impatience",
    ),
    Wrote(
        26,
        19,
        "farida-pharmacist",
        "You trained and worked as a pharmacist for years, and here none of it counts. You heard "
        "the wrong answer being given and had to stay silent.",
        rating=2,
        seconds=118,
    ),
    Wrote(
        24,
        20,
        "lucien-cat",
        "At least she had a long life. You could get another cat when you’re ready.",
        rating=2,
        seconds=44,
        stirred="sadness",
    ),
    Wrote(
        24,
        20,
        "lucien-cat",
        "You’re sad that she’s gone, and a bit ashamed that it’s for her that the tears came.",
        rating=2,
        hint=True,
        seconds=140,
        again=True,
    ),
    Wrote(
        21,
        18,
        "jolene-toast",
        "What worries you most about giving the toast?",
        rating=2,
        seconds=52,
    ),
    Wrote(
        20,
        20,
        "ingeborg-clock",
        "They have taken the pendulum out of your clock, so it hangs there and says twenty past "
        "four.",
        rating=3,
        hint=True,
        seconds=63,
    ),
    Wrote(
        19,
        19,
        "liis-promotion",
        "You must be furious. I would be too, my boss once did exactly the same to me.",
        rating=2,
        seconds=39,
        stirred="anger",
    ),
    Wrote(
        17,
        21,
        "mateus-two-houses",
        "It sounds like whatever you need is always at the other house, and then you’re the one "
        "who gets blamed for forgetting it.",
        rating=2,
        seconds=84,
    ),
    Wrote(
        15,
        19,
        "hassan-roundabout",
        "What goes through you in that second when you hear the tyres?",
        rating=2,
        hint=True,
        seconds=76,
    ),
    Wrote(
        13,
        20,
        "ximena-moon",
        "It sounds as if you feel really hurt that they made a group without you, and kept the old "
        "one going so you wouldn’t see.",
        rating=2,
        seconds=97,
        stirred="close_to_home",
    ),
    Wrote(
        12,
        18,
        "leilani-match",
        "You’d say yes for your brother, but it hurts that everyone has already decided and nobody "
        "has asked you. Have I got that right?",
        rating=2,
        seconds=121,
    ),
    Wrote(
        10,
        20,
        "ravi-third-roti",
        "What is it like for you to eat that third roti in the car?",
        rating=3,
        seconds=58,
    ),
    Wrote(
        8,
        19,
        "paolo-gate",
        "It seems like you feel left out, standing at that gate for two years, and hearing about "
        "the barbecues only by chance.",
        rating=2,
        seconds=102,
    ),
    Wrote(
        6,
        21,
        "hirofumi-necktie",
        "It sounds like since you left the company your days have gone empty, while your wife’s "
        "are full, and you put on the tie with nowhere to go.",
        rating=2,
        seconds=133,
        stirred="tenderness",
    ),
    Wrote(
        4,
        20,
        "kirra-voice",
        "How do you decide which voice to use, and does your Nan mind?",
        rating=3,
        seconds=66,
    ),
    Wrote(
        4,
        20,
        "kirra-voice",
        "What was it like to stop and check which voice was going to come out?",
        rating=2,
        seconds=71,
        again=True,
    ),
    Wrote(
        2,
        19,
        "sunita-sofa",
        "I imagine you feel lonely when the screen goes dark, and a little sad that their words "
        "reach you so shortened.",
        rating=2,
        seconds=109,
        stirred="nothing",
    ),
    Wrote(
        1,
        20,
        "tendai-tony",
        "It sounds like at work you have to be somebody called Tony, and it hurt when your mother "
        "asked for you and was told there’s nobody of that name.",
        rating=2,
        seconds=126,
    ),
)
