"""Each criterion, cap and fault, on one invented client."""

from __future__ import annotations

from dataclasses import replace

import pytest

from practice.rules.rubric.together import TOGETHER
from practice.scoring import Strategy, Task, UnknownStrategyError, score
from tests.scoring.cases import NOOR, found, scored, task

GOOD: dict[Strategy, str] = {
    "paraphrase": "It sounds like you’re losing your home in June, and you’re hiding the packing "
    "from your children.",
    "open_question": "What is it like to pack the flat while the kids are asleep?",
    "reflect_emotions": "It sounds like you’re so scared of the day the kids notice the drawers.",
}


@pytest.mark.parametrize("strategy", GOOD)
@pytest.mark.parametrize("notes", [True, False], ids=["with notes", "bare statement"])
def test_a_good_reply(strategy: Strategy, notes: bool) -> None:
    card = scored(GOOD[strategy], strategy, notes=notes)
    assert card.score is not None
    assert card.score >= (90 if notes else 75)
    assert {one.id for one in card.caps} <= {TOGETHER} or not notes
    assert card.abstained is None
    assert card.worked is not None
    assert card.change_next is not None


@pytest.mark.parametrize(
    ("strategy", "reply", "fault", "limit"),
    [
        ("paraphrase", NOOR.statement, "copied_statement", 20),
        ("paraphrase", NOOR.models[0], "copied_model", 40),
        ("paraphrase", NOOR.models[0].upper().replace("’", ""), "copied_model", 40),
        (
            "paraphrase",
            "Your landlord wants the flat back in June and you haven’t told the kids.",
            "echo",
            45,
        ),
        ("paraphrase", "It sounds like you feel that way.", "stem_without_content", 20),
        ("paraphrase", "landlord, flat, June, kids, packing", "keyword_list", 35),
        ("paraphrase", "You’re packing one drawer at a time.", "main_point_missing", 75),
        ("paraphrase", "It sounds like the band plays at the harbour.", "off_topic", 45),
        (
            "paraphrase",
            "Since your divorce the landlord is putting you out, and you hide it from the kids.",
            "invented_detail",
            50,
        ),
        ("paraphrase", "The landlord does not care about the flat.", "about_someone_else", 50),
        (
            "paraphrase",
            "You are obviously hiding the packing from your kids, with June coming.",
            "too_certain",
            50,
        ),
        ("paraphrase", "How long have you lived in the flat?", "question_instead", 45),
        ("paraphrase", "You should tell your children tonight.", "advising", 30),
        ("paraphrase", "At least the landlord gave you until June.", "minimising", 45),
        (
            "paraphrase",
            "It sounds like you’re losing your home in June, but you should be glad it is not "
            "tomorrow.",
            "yes_but",
            45,
        ),
        ("open_question", "You’re packing while they sleep.", "no_question", 30),
        ("open_question", "Have you told the kids?", "closed_question", 50),
        ("open_question", "When is the landlord coming?", "fact_question", 45),
        (
            "open_question",
            "What is it like to pack at night, and how do you face the kids in the morning?",
            "several_questions",
            50,
        ),
        ("open_question", "Why haven’t you told the kids?", "blaming_why", 45),
        ("open_question", "Don’t you think the kids ought to know?", "leading_question", 45),
        ("open_question", "Have you tried talking to the landlord?", "advice_in_question", 45),
        ("open_question", "How does that make you feel?", "off_topic", 45),
        ("open_question", "What was it like to win the swimming cup?", "off_topic", 45),
        ("open_question", "kids, packing, drawers, landlord", "keyword_list", 35),
        ("open_question", NOOR.statement, "copied_statement", 20),
        ("reflect_emotions", NOOR.statement, "copied_statement", 20),
        ("reflect_emotions", "You have to be out of the flat by June.", "no_feeling", 40),
        ("reflect_emotions", "You sound thrilled about June.", "wrong_feeling", 45),
        ("reflect_emotions", "You’re a bit uneasy about the kids and June.", "too_weak", 50),
        ("reflect_emotions", "I feel so sad about your flat.", "helpers_own_feeling", 40),
        ("reflect_emotions", "You feel scared.", "feeling_untied", 60),
        (
            "reflect_emotions",
            "You feel sad, angry, hurt, lonely, guilty and tired.",
            "feeling_salad",
            40,
        ),
    ],
)
def test_a_fault_is_found_and_caps(strategy: Strategy, reply: str, fault: str, limit: int) -> None:
    card = scored(reply, strategy)
    assert fault in card.faults
    assert card.score is not None
    assert card.score <= limit


def test_too_strong() -> None:
    mild = Task(
        strategy="reflect_emotions",
        statement="I’m a bit annoyed that the bus was late again.",
        client_name="Ines",
    )
    assert "too_strong" in score("You’re furious about the bus.", mild).faults
    assert "too_strong" not in score("You’re a little annoyed about the bus.", mild).faults


def test_a_thought_is_no_feeling() -> None:
    card = scored("You feel that he wants the flat for his own son.", "reflect_emotions")
    assert "thought_as_feeling" in card.faults
    assert found(card, "feeling_not_thought").verdict == "not_yet"


def test_a_denied_feeling_is_not_the_clients() -> None:
    client = Task(
        strategy="reflect_emotions",
        statement="I’m not angry with him. I just miss how we used to cook together.",
    )
    assert found(score("You’re furious with him.", client), "right_feeling").verdict == "not_yet"


def test_negation_names_the_other_feeling() -> None:
    card = scored(
        "You’re not angry about the flat, you’re scared the kids notice.", "reflect_emotions"
    )
    assert found(card, "right_feeling").verdict == "met"


def test_the_same_opening_every_time() -> None:
    reply = GOOD["paraphrase"]
    habit = ["It sounds like you’re tired of the bus.", "It sounds like you’re glad of the rain."]
    alone = score(reply, NOOR)
    card = score(reply, NOOR, earlier=habit)
    assert "same_formula" in card.faults
    assert "same_formula" not in alone.faults
    assert card.score is not None
    assert alone.score is not None
    assert card.score < alone.score
    assert "same_formula" not in score(reply, NOOR, earlier=habit[:1]).faults


def test_a_long_summary() -> None:
    short = Task(
        strategy="paraphrase", statement="The shop closes on Friday and I am nearly sixty."
    )
    reply = (
        "It sounds like the shop is closing this Friday, which is very soon, and that you are "
        "nearly sixty, which is an age at which closing a shop may feel different from how it "
        "would have felt to you at thirty or even at forty or fifty."
    )
    assert "too_long" in score(reply, short).faults
    assert found(score("You’re losing the shop.", short), "not_longer").verdict == "met"


def test_a_roadblock_beside_a_reflection_caps_it() -> None:
    card = scored(GOOD["paraphrase"] + " You should call a lawyer.", "paraphrase")
    assert "advising" in {cap.id for cap in card.caps}
    assert card.depth == 2


def test_what_is_missing_is_shown_in_the_statement() -> None:
    card = scored("You’re losing your home in June.", "paraphrase")
    spans = found(card, "main_points").statement_spans
    assert [NOOR.statement[one.start : one.end] for one in spans] == ["I haven’t told the kids"]


def test_evidence_stands_in_the_reply() -> None:
    reply = GOOD["reflect_emotions"]
    named = found(scored(reply, "reflect_emotions"), "names_feeling")
    assert [reply[one.start : one.end] for one in named.reply_spans] == ["scared"]


@pytest.mark.parametrize(
    ("reply", "depth"),
    [
        ("You should tell them.", 1),
        ("Okay.", 2),
        (NOOR.statement.replace("My", "Your").replace("I ", "you "), 3),
        (GOOD["paraphrase"], 4),
    ],
)
def test_the_ladder(reply: str, depth: int) -> None:
    card = scored(reply, "paraphrase")
    assert card.depth is not None
    assert card.depth == depth
    assert card.depth_reason


def test_open_questions_have_no_depth() -> None:
    assert scored(GOOD["open_question"], "open_question").depth is None


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", "empty"),
        ("   \n ", "empty"),
        ("…?!", "empty"),
        ("Es klingt, als ob Sie große Angst vor dem Umzug haben.", "not_english"),
        ("Parece que tienes miedo de que los niños lo noten.", "not_english"),
        ("Похоже, тебе страшно.", "not_english"),
        ("qzxv plorft wimbx", "no_known_words"),
    ],
)
def test_it_says_when_it_cannot_judge(reply: str, reason: str) -> None:
    card = scored(reply, "paraphrase")
    assert card.abstained in (reason, "not_english")
    assert card.score is None
    assert card.depth is None
    assert card.criteria == ()
    assert card.abstained_reason
    assert "wrong" not in card.abstained_reason


def test_nothing_to_compare_with() -> None:
    card = score("It sounds hard.", Task(strategy="paraphrase", statement="…"))
    assert card.abstained == "nothing_to_compare"


@pytest.mark.parametrize("strategy", ["show_understanding", "full_attention"])
def test_a_strategy_without_a_rubric(strategy: Strategy) -> None:
    with pytest.raises(UnknownStrategyError):
        score("I see.", task(strategy))


def test_the_sum_is_what_the_criteria_earned() -> None:
    card = scored("You’re losing your home in June and hiding it from the kids.", "paraphrase")
    judged = [one for one in card.criteria if one.verdict != "not_judged"]
    whole = 100 * sum(one.earned for one in judged) / sum(one.weight for one in judged)
    assert card.score == min([round(whole), *(cap.limit for cap in card.caps)])


def test_the_words_of_the_learner_are_quoted() -> None:
    card = scored("You should tell your children tonight.", "paraphrase")
    assert card.change_next is not None
    assert "“You should tell your children tonight”" in card.change_next.text
    assert "Noor" in card.change_next.text
    assert card.change_next.roadblock


def test_a_client_without_a_name_is_the_client() -> None:
    nameless = replace(NOOR, client_name="")
    card = score("You should tell your children tonight.", nameless)
    assert card.change_next is not None
    assert "the client" in card.change_next.text


def test_a_roadblock_is_never_held_up_as_what_worked() -> None:
    card = scored("Why don’t you just ring a lawyer?", "open_question")
    assert found(card, "one_at_a_time").verdict == "met"
    assert found(card, "no_roadblock").verdict == "not_yet"
    assert card.worked is not None
    assert (card.worked.criterion, card.worked.reply_spans) == ("", ())
    card = scored("How about just ringing a lawyer, what do you think?", "open_question")
    assert found(card, "is_open").verdict == "met"
    assert found(card, "no_roadblock").verdict == "not_yet"
    assert card.worked is not None
    assert (card.worked.criterion, card.worked.reply_spans) == ("", ())


BEES = Task(
    strategy="paraphrase",
    statement="Frost took most of my bees. My uncle kept them on that slope and I am the one who "
    "lost them. My wife says it is only insects.",
)


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        # in the trainee's own words, with one or two of the client's to hold on to
        (
            "What your uncle built up went under while it was yours to look after, and at home "
            "nobody sees why that stings.",
            "met",
        ),
        ("You had a hard winter.", "partly"),
        ("What I’m hearing is that there’s quite a lot going on there.", "not_yet"),
        ("You should move house and call the council about the drains.", "not_yet"),
    ],
)
def test_own_words_stand_for_the_clients_in_a_reflection(reply: str, verdict: str) -> None:
    assert found(score(reply, BEES), "main_points").verdict == verdict


@pytest.mark.parametrize(
    ("reply", "off"),
    [
        ("What are your plans for the summer?", True),
        ("What do you do for a living?", True),
        ("What do you do with the slope now?", False),
        ("What were your plans for the slope?", False),
    ],
)
def test_small_talk_follows_nothing(reply: str, off: bool) -> None:
    card = score(reply, replace(BEES, strategy="open_question"))
    assert ("off_topic" in card.faults) is off


@pytest.mark.parametrize(
    ("reply", "several"),
    [
        ("What keeps you walking up there, do you think?", False),
        ("What is it like up there now, would you say?", False),
        ("What keeps you walking up there, do you think she knows?", True),
        ("What keeps you up there, is it the bees?", True),
    ],
)
def test_do_you_think_is_no_second_question(reply: str, several: bool) -> None:
    card = score(reply, replace(BEES, strategy="open_question"))
    assert ("several_questions" in card.faults) is several


@pytest.mark.parametrize(
    ("tail", "taken_back"),
    [
        ("but she only said it because she loves you.", True),
        ("but it can be replaced.", True),
        ("but worrying won’t bring them back.", True),
        ("but nobody at home sees it.", False),
        ("but you still walk up there.", False),
    ],
)
def test_what_comes_after_but(tail: str, taken_back: bool) -> None:
    card = score(f"It sounds as though losing the bees broke something in you, {tail}", BEES)
    assert ("yes_but" in card.faults) is taken_back
