"""Organisations and administrative units against tests/gold: mentions, fullest names, codes.

Run with the source folder and the program; --show lists the errors of a part: units_test.py SOURCE
PROGRAM [PART] [--show]. Floors are only ever raised; `held` is unread by whoever writes rules, and
`seeds` is scored where ../shared has its articles.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

# part: mention F1, fullest name, code
FLOORS = {"dev": (0.98, 0.98, 0.99), "held": (0.9, 0.98, 0.96), "seeds": (0.98, 0.98, 0.99)}
# The days in tests/gold/README.md.
SEED_DATES = dict(zip(["seed0", "seed1", "seed2", "seed3", "seed4"],
                      ["2022-11-18", "2023-01-04", "2024-01-09", "2023-12-28", "2021-01-04"]))
TONE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
        "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
TYPES = ["thành phố", "thị trấn", "thị xã", "đặc khu", "tp.", "tp", "tỉnh", "quận", "huyện đảo", "huyện",
         "phường", "xã", "thôn", "ấp", "bản", "buôn", "xóm", "tx.", "tx"]


def fold(text):
    text = unicodedata.normalize("NFC", text or "").casefold()
    for old, new in TONE.items():
        text = text.replace(old, new)
    return " ".join("".join(" " if c in "“”\"'‘’,;:()/" else c for c in text).split())


def without_type(text):
    for word in TYPES:
        if text.startswith(word + " "):
            return text[len(word) + 1:]
    return text


def same_name(gold, unit):
    wanted = {fold(n) for n in [gold["name"], *gold.get("accept", [])]}
    got = fold(unit["name"])
    if gold["type"] == "administrative":
        wanted, got = {without_type(n) for n in wanted}, without_type(got)
    return got in wanted


def read(path):
    return {a["id"]: a for a in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def extract(program, source, articles, dates):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as meta:
        meta.write("id\tdate\n" + "".join(f"{i}\t{d}\n" for i, d in dates.items()))
        meta.flush()
        out = subprocess.run([program, "extract", "-q", "--rules", str(source / "rules"), "--meta", meta.name,
                              str(articles)], capture_output=True, text=True, check=True).stdout
    return {a["id"]: a["units"] for a in map(json.loads, out.splitlines())}


def score(gold, units, show):
    matched = predicted = wanted = named = coded = codes = 0
    for article, entry in gold.items():
        left = {(u["start"], u["end"]): u for u in units.get(article, [])}
        for g in entry["units"]:
            hit = left.pop((g["start"], g["end"]), None)
            if g.get("optional"):
                # Whatever meets it is no error.
                for span in [s for s in left if s[0] < g["end"] and g["start"] < s[1]]:
                    del left[span]
                continue
            wanted += 1
            if hit is None:
                if show:
                    near = [u["mention"] for s, u in left.items() if s[0] < g["end"] and g["start"] < s[1]]
                    print(f"missed {article} {g['start']} [{g['mention']}] near {near}")
                continue
            matched += 1
            predicted += 1
            right = same_name(g, hit)
            named += right
            if show and not right:
                print(f"name {article} {g['start']} [{g['mention']}] is {g['name']}, not {hit['name']}")
            if g["ref"] is not None:
                codes += 1
                coded += hit["ref"] == g["ref"]
                if show and hit["ref"] != g["ref"]:
                    print(f"code {article} {g['start']} [{g['mention']}] is {g['ref']}, not {hit['ref']}")
        predicted += len(left)
        if show:
            for u in left.values():
                print(f"false {article} {u['start']} [{u['mention']}]")
    print("  precision {:.3f}, recall {:.3f} of {}".format(matched / max(1, predicted), matched / max(1, wanted),
                                                       wanted))
    return 2 * matched / max(1, predicted + wanted), named / max(1, matched), coded / max(1, codes)


def dates_of(source, part):
    if part == "seeds":
        return SEED_DATES
    return {i: a["date"] for i, a in read(source / "corpus" / part / "gold.jsonl").items() if a.get("date")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("part", nargs="?")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    failed = False
    for part in [options.part] if options.part else FLOORS:
        folder = options.source / ("../shared/articles" if part == "seeds" else "corpus") / part
        if not folder.exists():
            continue
        gold = read(options.source / "tests" / "gold" / f"units_{part}.jsonl")
        dates = dates_of(options.source, part)
        got = score(gold, extract(options.program, options.source, folder, dates), options.show)
        print(part, "mention F1 {:.3f}, name {:.3f}, code {:.3f}".format(*got))
        failed = failed or any(value < floor for value, floor in zip(got, FLOORS.get(part, ())))
    sys.exit(failed)


main()
