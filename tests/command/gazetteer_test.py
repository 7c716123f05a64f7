"""The committed gazetteer: what build/check.mjs says of it, its coverage on four days, and the official
list of July 2026 where ../shared has it. The check needs node; without it that part is left out."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(sys.argv[1])
SHARED = SOURCE.parent / "shared"
# day: provinces, districts and communes that there were, and the share that must be known
DAYS = {
    "2019-06-01": ((63, 713, 11162), 0.94),
    "2022-07-01": ((63, 705, 10599), 0.99),
    "2025-03-01": ((63, 696, 10035), 0.98),
    "2026-07-15": ((34, 0, 3321), 1.0),
}


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
        want = {p["Code"] for p in json.load(open(listed, encoding="utf-8"))}
        want |= {w["Code"] for p in json.load(open(listed, encoding="utf-8")) for w in p.get("Wards") or []}
        got = {u["code"] for u in units if in_force(u, "2026-07-15")}
        problems += [f"2026-07: {code} is not known" for code in sorted(want - got)]
        problems += [f"2026-07: {code} is offered, but gone" for code in sorted(got - want)]
    if shutil.which("node"):
        check = subprocess.run(["node", str(SOURCE / "rules/gazetteer/build/check.mjs"), str(SHARED)],
                               capture_output=True, text=True)
        print(check.stdout.strip()[-2000:])
        if check.returncode != 0:
            problems.append("build/check.mjs finds errors")
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
