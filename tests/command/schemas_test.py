"""The schemas against the program and against what was released: records, tables and stores of earlier
versions stay readable. usage: schemas_test.py SOURCE PROGRAM"""
import contextlib, csv, decimal, hashlib, json, pathlib, re, sqlite3, subprocess, sys, tempfile, unittest

import jsonschema

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCHEMAS = SOURCE / "schemas"
ARTICLE = "Ngày 12/1/2023, Hội Phụ nữ xã Tân Lập đã trao 49 suất quà, trị giá hơn 30 triệu đồng, tăng 1,5%.\n"
# Of each released migration the first digits of its SHA-256: it is never edited, a change is a new one.
RELEASED = {"store.sql": {1: "b1df6e2e9667cb56"}, "postgres.sql": {1: "428c1d6c72f8f63d"}}


def migrations(name):
    """What comes before the first migration, and each one's text by its number."""
    parts = re.split(r"(?m)^(?=-- migration \d+: )", (SCHEMAS / name).read_text(encoding="utf-8"))
    return parts[0], {int(re.match(r"-- migration (\d+)", part)[1]): part.strip() for part in parts[1:]}


def extract(*options):
    done = subprocess.run([PROGRAM, "extract", "--quiet", *options], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout


class Schemas(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="solieu-schemas-")
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.article = self.path / "bai.txt"
        self.article.write_text(ARTICLE, encoding="utf-8")

    def test_released_migrations_are_not_edited(self):
        for name, released in RELEASED.items():
            _, texts = migrations(name)
            self.assertEqual(list(texts), list(range(1, len(texts) + 1)), name)
            for version, begin in released.items():
                found = hashlib.sha256(texts[version].encode()).hexdigest()
                self.assertEqual(found[:16], begin, f"migration {version} of {name} was edited")

    def test_a_store_of_the_first_version_is_read_on(self):
        store = self.path / "old.db"
        preamble, texts = migrations("store.sql")
        with contextlib.closing(sqlite3.connect(store)) as old:
            old.executescript(preamble + texts[1])
            old.execute("INSERT INTO migrations VALUES (1, 'articles and their figures', '2024-01-01T00:00:00Z')")
            old.execute("INSERT INTO runs VALUES (1, '0.1.0', 'r', '2024-01-01T00:00:00Z')")
            old.execute("INSERT INTO articles (id, status, uri, sha256, bytes, media_type, encoding, title, language, text, "
                        "signature, run) VALUES ('cu', 'ok', 'cu.txt', 's', 9, 'text/plain', 'utf-8', 'Bài cũ', 'vi', "
                        "'Có 7 hộ.', zeroblob(64), 1)")
            old.execute("INSERT INTO figures (article, id, kind, value, modifier, quote, source_start, source_end, "
                        "text_start, text_end, sentence, status, confidence, rule) VALUES (1, '00000000000000aa', 'count', '7', "
                        "'exact', '7', 4, 5, 3, 4, 'Có 7 hộ.', 'actual', 0.9, 'r')")
            old.commit()
        extract(self.article, "--to", f"sqlite:{store}")
        with contextlib.closing(sqlite3.connect(store)) as now:
            self.assertEqual(now.execute("SELECT max(version) FROM migrations").fetchone()[0], max(texts))
            self.assertEqual(now.execute("SELECT article_id, figure, value FROM facts WHERE article_id = 'cu'").fetchall(),
                             [("cu", 1, "7")])
        done = subprocess.run([PROGRAM, "query", store, "--format", "json"], capture_output=True, text=True, check=True)
        self.assertEqual({row["article_id"] for row in json.loads(done.stdout)["rows"]}, {"cu", "bai"})

    def test_a_record_of_the_first_version_is_still_valid(self):
        schema = json.loads((SCHEMAS / "article.schema.json").read_text(encoding="utf-8"))
        lines = (SOURCE / "tests/golden/article-1.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertTrue(lines)
        for line in lines:
            for validator in (jsonschema.Draft7Validator, jsonschema.Draft202012Validator):
                validator(schema).validate(json.loads(line))

    def test_the_data_package_describes_the_csv(self):
        package = json.loads((SCHEMAS / "datapackage.json").read_text(encoding="utf-8"))
        [resource] = package["resources"]
        fields = resource["schema"]["fields"]
        table = self.path / resource["path"]
        extract(SOURCE / "corpus" / "dev", "--to", f"csv:{table}")
        with open(table, encoding=resource["encoding"], newline="") as stream:
            rows = list(csv.reader(stream, delimiter=resource["dialect"]["delimiter"]))
        self.assertEqual(rows[0], [field["name"] for field in fields])
        self.assertGreater(len(rows), 100)
        kinds = {"string": str, "integer": int, "number": decimal.Decimal}
        keys = set()
        for row in rows[1:]:
            cells = dict(zip(rows[0], row, strict=True))
            keys.add(tuple(cells[name] for name in resource["schema"]["primaryKey"]))
            for field, cell in zip(fields, row, strict=True):
                rules = field.get("constraints", {})
                if cell == "":
                    self.assertFalse(rules.get("required"), field["name"])
                    continue
                value = kinds[field["type"]](cell)
                self.assertTrue(cell in rules.get("enum", [cell]), (field["name"], cell))
                self.assertTrue(rules.get("minimum", value) <= value <= rules.get("maximum", value), (field["name"], cell))
                self.assertRegex(cell, rules.get("pattern", "."))
        self.assertEqual(len(keys), len(rows) - 1, "the primary key is none")


unittest.main(argv=sys.argv[:1])
