"""The committed gazetteer: what build/check.mjs says of it, its coverage on four days, and the official
list of July 2026 where ../shared has it. The check needs node; without it that part is left out."""
import collections
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import unicodedata

SOURCE = pathlib.Path(sys.argv[1])
SHARED = SOURCE.parent / "shared"
# day: provinces, districts and communes that there were, and the share that must be known
DAYS = {
    "2019-06-01": ((63, 713, 11162), 0.94),
    "2022-07-01": ((63, 705, 10599), 0.99),
    "2025-03-01": ((63, 696, 10035), 0.98),
    "2026-07-15": ((34, 0, 3321), 1.0),
}


def fold(name):
    """Letters and tones in any order: "Hoà" and "Hòa" are one."""
    name = unicodedata.normalize("NFD", name.casefold().replace("’", "'").replace("-", " "))
    return " ".join("".join(sorted(word)) for word in name.split())


def in_force(unit, day):
    return unit["valid_from"] <= day and (not unit["valid_to"] or day < unit["valid_to"])


def main():
    lines = (line for line in open(SOURCE / "rules/gazetteer/units.tsv", encoding="utf-8") if line[0] != "#")
    units = list(csv.DictReader(lines, delimiter="\t"))
    problems = []
    for day, (official, least) in DAYS.items():
        known = [sum(u["level"] == level and in_force(u, day) for u in units)
                 for level in ("province", "district", "commune")]
        print(day, *(f"{level} {k}/{o}" for level, k, o in zip(("provinces", "districts", "communes"), known, official)))
        for k, o in zip(known, official):
            if k < least * o:
                problems.append(f"{day}: {k} of {o} units")
    listed = SHARED / "units/gazetteer/units-2026-07.json"
    if listed.exists():
        provinces = json.load(open(listed, encoding="utf-8"))
        # By name: of one commune the lists give different codes (build/check.mjs tells it).
        want = collections.Counter(fold(u["FullName"]) for p in provinces for u in [p, *p["Wards"]])
        got = collections.Counter(fold(u["type"] + " " + u["name"]) for u in units if in_force(u, "2026-07-15"))
        problems += [f"2026-07: {name} is not known" for name in (want - got).elements()]
        problems += [f"2026-07: {name} is offered, but gone" for name in (got - want).elements()]
    if shutil.which("node"):
        check = subprocess.run(["node", str(SOURCE / "rules/gazetteer/build/check.mjs"), str(SHARED)],
                               capture_output=True, text=True)
        print(check.stdout.strip()[-2000:])
        if check.returncode != 0:
            problems.append("build/check.mjs finds errors")
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
