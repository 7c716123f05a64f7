"""Whether two programs make the same records, byte for byte: what a change for speed must keep.
usage: same_records.py OLD NEW [--rules DIR] [PATH...]      (default: corpus, tests/golden, ../shared/articles)
Each folder is read as it is, in NFD, in capitals, and all its articles as one."""
import argparse, pathlib, subprocess, sys, tempfile, unicodedata

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def variants(path, folder):
    """The folder itself, its articles in NFD, and all of them in one file."""
    yield path
    texts = {p.relative_to(path): p.read_text(encoding="utf-8", errors="replace") for p in sorted(path.rglob("*.txt"))}
    for name, change in (("nfd", lambda t: unicodedata.normalize("NFD", t)), ("upper", str.upper)):
        for relative, text in texts.items():
            file = folder / name / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(change(text), encoding="utf-8")
        yield folder / name
    (folder / "joined").mkdir()
    (folder / "joined" / "all.txt").write_text("\n\n".join(texts.values()), encoding="utf-8")
    yield folder / "joined"


def records(program, path, rules, out):
    subprocess.run([program, "extract", str(path), "--rules", rules, "-o", str(out), "--quiet"], check=True)
    return out.read_bytes()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--rules", default=str(SOURCE / "rules"))
    parser.add_argument("paths", nargs="*", type=pathlib.Path)
    given = parser.parse_intermixed_args()
    paths = given.paths or [SOURCE / "corpus", SOURCE / "tests/golden", SOURCE.parent / "shared/articles"]
    different = 0
    for path in filter(pathlib.Path.exists, paths):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for variant in variants(path, folder):
                old, new = (records(p, variant, given.rules, folder / f"{i}.jsonl")
                            for i, p in enumerate((given.old, given.new)))
                same = old == new
                different += not same
                name = path.name if variant == path else f"{path.name} {variant.name}"
                print(f"{'same' if same else 'DIFFERENT':10}{name}: {len(new)} bytes")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
