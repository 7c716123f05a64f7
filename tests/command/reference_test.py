"""Holds `solieu eval` against the reference scorer ../shared/eval/score.py: over perturbed gold both
print the same report. Skipped when the scorer is not there. usage: reference_test.py SOURCE PROGRAM"""
import json, pathlib, random, subprocess, sys, tempfile, unicodedata

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
SHARED = SOURCE.parent / "shared"
SCORER = SHARED / "eval" / "score.py"


def perturbed(figure, pick):
    """The figure as a record has it, with something wrong now and then."""
    out = {key: value for key, value in figure.items() if key not in ("optional", "counted", "unit_org")}
    if "low" in out:
        out["min_value"], out["max_value"], out["value"] = out.pop("low"), out.pop("high"), None
    if counted := figure.get("counted"):
        text = pick.choice([counted["head"], counted["max"], counted["max"] + " khác", counted["max"].upper(),
                            unicodedata.normalize("NFD", counted["max"]), counted["head"][:-1]])
        out["counted"] = {"text": text, "lemma": counted["head"]}
    if name := figure.get("unit_org"):
        out["unit_org"] = {"name": pick.choice([name, name.replace("òa", "oà"), "Hội khác"]),
                           "mention": pick.choice([name, "Hội", None])}
    change = pick.randrange(20)
    if change == 0:
        out["start"] += 1
    elif change == 1:
        out["kind"] = pick.choice(["count", "money", "age"])
    elif change == 2 and out.get("value"):
        out["value"] += 1
    elif change == 3:
        out["modifier"] = "approx"
    elif change == 4:
        out["period"] = pick.choice([None, "", "2023"])
    elif change == 5:
        out["programme"] = f'“{out.get("programme") or "Mái ấm"}”.'
    elif change == 6:
        out["change"] = pick.choice([None, {"direction": "increase", "baseline": None}])
    elif change == 7:
        out["unit"] = ""
    elif change == 8:
        out["per"] = (out.get("per") or "x").upper()
    elif change == 9:
        out["of"] = 7
    return out


def main():
    golds = [gold for gold in (SHARED / "gold" / "seeds.jsonl", SHARED / "gold" / "real.jsonl") if gold.exists()]
    if not SCORER.exists() or not golds:
        sys.exit(77)
    golds += [SOURCE / "corpus" / part / "gold.jsonl" for part in ("dev", "held")]
    pick = random.Random(20230112)
    for gold in golds:
        for _ in range(2):
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
                for line in gold.read_text(encoding="utf-8").splitlines():
                    article = json.loads(line)
                    if pick.random() < 0.05:
                        continue
                    figures = [perturbed(figure, pick) for figure in article["figures"] if pick.random() < 0.9]
                    figures += [dict(f, kind="money", value=7) for f in figures if pick.random() < 0.05]
                    predictions.write(json.dumps({"id": article["id"], "figures": figures}, ensure_ascii=False) + "\n")
                predictions.flush()
                run = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
                want = run(sys.executable, SCORER, gold, predictions.name)
                got = run(PROGRAM, "eval", gold, predictions.name)
            if want != got:
                print(f"{gold}: the reference says\n{want}\nsolieu eval says\n{got}")
                sys.exit(1)
    print(f"{2 * len(golds)} reports are equal")


main()
