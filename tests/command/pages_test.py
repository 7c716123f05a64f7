"""Pages against their gold: what is extracted from corpus/pages (and from ../shared/html, when it is there)
must be the article, by 4-grams of words; titles, dates, authors must be right; and pages without an article
must have none. usage: pages_test.py SOURCE PROGRAM"""
import collections, datetime, json, pathlib, re, subprocess, sys, unicodedata, unittest

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
SETS = [
    (SOURCE / "corpus/pages", SOURCE / "corpus/pages/gold.jsonl"),
    (SOURCE / "../shared/html", SOURCE / "../shared/gold/html.jsonl"),
]
WORD = re.compile(r"\w+")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad\u2060"))


def words(text):
    return WORD.findall(unicodedata.normalize("NFC", (text or "").translate(INVISIBLE)))


def folded(text):
    return " ".join(words((text or "").casefold()))


def shingles(tokens):
    return collections.Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def f1(gold, found):
    a, b = shingles(gold), shingles(found)
    both = sum((a & b).values())
    return 1.0 if not a and not b else 2 * both / (sum(a.values()) + sum(b.values()))


def body_of(gold):
    return "\n".join(([gold["lead"]] if gold.get("lead") else []) + gold["body"])


# Lines that are no body but do no harm: headline, captions, byline, table rows and the like.
def without_tolerated(gold, text):
    tolerated = [gold["title"], gold.get("byline") or "", *gold.get("captions", []), *gold.get("tolerated", [])]
    for row in gold.get("tables", []):
        tolerated += [" ".join(row), *row]
    body = words(body_of(gold))
    keep = {" ".join(words(line)) for line in body_of(gold).split("\n")}
    drop = {" ".join(words(line)) for line in tolerated} - keep
    tokens = [word for line in text.split("\n") if " ".join(words(line)) not in drop for word in words(line)]
    joined = " " + " ".join(tokens) + " "
    for line in sorted(map(words, tolerated), key=len, reverse=True):
        run = " " + " ".join(line) + " "
        if len(line) >= 6 and run not in " " + " ".join(body) + " ":
            joined = joined.replace(run, " ")
    return joined.split()


def day(date):
    if not date:
        return None
    if len(date) == 10:
        return date
    zone = datetime.timezone(datetime.timedelta(hours=7))
    time = datetime.datetime.fromisoformat(date.replace("Z", "+00:00"))
    return (time.astimezone(zone) if time.tzinfo else time).date().isoformat()


def extracted(folder):
    done = subprocess.run([PROGRAM, "extract", "--quiet", "--with-text", folder], capture_output=True, text=True)
    return {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}


class Pages(unittest.TestCase):
    def check(self, folder, gold_file):
        records = extracted(folder)
        golds = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
        scores = collections.defaultdict(list)
        for gold in golds:
            record = records[gold["id"]]
            text = record["text"] or ""
            if gold.get("negative"):
                self.assertEqual((record["status"], text), ("no_article", ""), gold["id"])
                continue
            tokens = without_tolerated(gold, text)
            if gold.get("empty_body"):
                scores["empty"].append((gold["id"], not tokens))
            else:
                scores["f1"].append((gold["id"], f1(words(body_of(gold)), tokens)))
            scores["title"].append((gold["id"], " ".join(gold["title"].split()) == " ".join((record["title"] or "").split())))
            key = "date" if gold.get("published") else "no date"
            scores[key].append((gold["id"], day(record["published"]) == day(gold.get("published"))))
            scores["byline"].append((gold["id"], folded(record["byline"]) == folded(gold.get("byline"))))
            line = " " + folded(text) + " "
            leaked = [x for x in gold.get("not_body", []) if f" {folded(x)} " in line]
            scores["clean"].append((gold["id"], 1 - len(leaked) / max(1, len(gold.get("not_body", [])))))
        for name, floor in (("f1", 0.97), ("title", 0.95), ("date", 0.95), ("no date", 1), ("byline", 0.85),
                            ("clean", 0.98)):
            values = [value for _, value in scores[name]]
            if not values:
                continue
            mean = sum(values) / len(values)
            print(f"{folder.name}: {name} {mean:.3f} of {len(values)}")
            self.assertGreaterEqual(mean, floor, [name] + [(i, v) for i, v in scores[name] if v < floor])

    def test_pages(self):
        there = [(folder, gold) for folder, gold in SETS if gold.exists()]
        if not there:
            sys.exit(77)
        for folder, gold in there:
            with self.subTest(folder=folder.name):
                self.check(folder, gold)

    # The slice of the source, without markup, decoded and normalised, is the quote.
    def test_quotes_are_their_bytes(self):
        import html
        for folder, gold in SETS:
            if not gold.exists():
                continue
            for record in extracted(folder).values():
                source = pathlib.Path(record["source"]["uri"]).read_bytes()
                for figure in record["figures"]:
                    if record["source"]["encoding"] != "utf-8" or "mojibake_repaired" in {w["code"] for w in record["warnings"]}:
                        continue
                    slice_ = source[figure["start"]:figure["end"]].decode("utf-8")
                    plain = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", slice_, flags=re.S))
                    same = lambda s: re.sub(r"\s", "", unicodedata.normalize("NFC", s.translate(INVISIBLE)))
                    self.assertEqual(same(plain), same(figure["quote"]), (record["id"], figure["start"]))
                    self.assertEqual(record["text"][figure["text_start"]:figure["text_end"]], figure["quote"])


unittest.main(argv=sys.argv[:1])
