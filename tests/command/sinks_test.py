"""Every output of `extract --to` gets the same figures, cell by cell; a second run changes nothing; a changed
article changes its rows only. Articles are made from corpus/; SOLIEU_ARTICLES says how many.
usage: sinks_test.py SOURCE PROGRAM"""
import csv, decimal, hashlib, json, os, pathlib, random, sqlite3, subprocess, sys, tempfile, time, unittest, zipfile
import xml.etree.ElementTree as ElementTree

import postgres_server

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ARTICLES = int(os.environ.get("SOLIEU_ARTICLES", "150"))
ARTICLE = ["article_id", "title", "published", "site", "url", "uri", "duplicate_of"]
FIGURE = """id kind value min_value max_value of_value unit modifier modifier_text quote source_start source_end
    text_start text_end sentence counted counted_lemma per table_row table_column action status change
    change_baseline change_baseline_value period period_basis unit_org unit_org_mention unit_org_ref unit_org_basis
    place programme figure_group confidence rule""".split()
COLUMNS = ARTICLE + FIGURE
NUMBERS = {"value", "min_value", "max_value", "of_value", "source_start", "source_end", "text_start", "text_end",
           "change_baseline_value", "figure_group", "confidence"}
FROM_STORE = (f"SELECT {', '.join('f.article_id' if c == 'article_id' else 'a.' + c if c in ARTICLE else 'f.' + c for c in COLUMNS)} "
              "FROM facts f JOIN articles a USING (article)")
LISTS = ["figures", "units", "dates", "checks", "warnings"]


def extract(folder, *options):
    started = time.monotonic()
    done = subprocess.run([PROGRAM, "extract", "--quiet", folder, *options], capture_output=True, text=True)
    return done.returncode, done.stderr, time.monotonic() - started


def canonical(row):
    """Cells as texts: numbers without exponent and trailing zeros, null as an empty one."""
    out = []
    for name, cell in zip(COLUMNS, row, strict=True):
        if cell is None or cell == "":
            out.append("")
        elif name in NUMBERS:
            out.append(format(decimal.Decimal(str(cell)).normalize(), "f"))
        else:
            out.append(cell)
    return out


def digest(rows):
    """How many rows, and a hash of them in which their order does not count."""
    count = total = 0
    for row in rows:
        cells = "\x1f".join(canonical(row)).encode()
        total += int.from_bytes(hashlib.blake2b(cells, digest_size=15).digest(), "big")
        count += 1
    return count, total % (1 << 120)


def from_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line, parse_float=str, parse_int=str)
            article = [record["id"], *(record[c] for c in ARTICLE[1:5]), record["source"]["uri"], record["duplicate_of"]]
            for figure in record["figures"]:
                flat = dict(figure, of_value=figure["of"], source_start=figure["start"], source_end=figure["end"],
                            figure_group=figure["group"])
                for key, inner in (("counted", {"": "text", "_lemma": "lemma"}), ("table", {"_row": "row", "_column": "column"}),
                                   ("change", {"": "direction", "_baseline": "baseline", "_baseline_value": "baseline_value"}),
                                   ("unit_org", {"": "name", "_mention": "mention", "_ref": "ref", "_basis": "basis"})):
                    value = figure[key] or {}
                    flat.update({key + suffix: value.get(name) for suffix, name in inner.items()})
                yield article + [flat[c] for c in FIGURE]


def from_flat(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line, parse_float=str, parse_int=str)
            assert list(row) == COLUMNS, row
            yield list(row.values())


def from_csv(path, comma_decimals=False):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines, delimiter=";" if comma_decimals else ",")
        assert next(rows) == COLUMNS
        for row in rows:
            for i, cell in enumerate(row):
                if COLUMNS[i] in NUMBERS:
                    row[i] = cell.replace(",", ".") if comma_decimals else cell
                else:
                    assert cell[:1] not in "=+-@\t\r\n" or not cell, cell
                    row[i] = cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r\n＝＋－＠") else cell
            yield row


def from_xlsx(path):
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        sheets = sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet"))
        for sheet in sheets:
            with book.open(sheet) as stream:
                first = True
                for _, element in ElementTree.iterparse(stream):
                    if element.tag != name + "row":
                        continue
                    row = [None] * len(COLUMNS)
                    for cell in element:
                        letters = cell.get("r").rstrip("0123456789")
                        index = sum((ord(c) - 64) * 26 ** k for k, c in enumerate(reversed(letters))) - 1
                        texts = [t.text or "" for t in cell.iter(name + "t")]
                        # A number is a double, of which spreadsheets show and use 15 digits.
                        row[index] = "".join(texts) if texts else f'{float(cell.find(name + "v").text):.15g}'
                        if not first:
                            assert (cell.get("t") == "inlineStr") == (COLUMNS[index] not in NUMBERS) or len(row[index]) > 15
                    element.clear()
                    if first:
                        assert row == COLUMNS, row
                    else:
                        yield row
                    first = False


def from_sqlite(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        yield from store.execute(FROM_STORE)


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Sinks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="solieu-sinks-")
        cls.path = pathlib.Path(cls.folder.name)
        cls.articles = cls.path / "articles"
        subprocess.run([sys.executable, SOURCE / "tests/tools/vary_articles.py", SOURCE / "corpus" / "dev", cls.articles,
                        str(ARTICLES), "--empty-every", "50"], check=True)
        # What spreadsheets would run, and what has to be quoted.
        (cls.articles / "odd.txt").write_text(
            '=HYPERLINK("x")\n\n-17,69% là mức giảm; "giá" còn 2.500,5 đồng/kg, tăng 1,5%.\n', encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_all_outputs_have_the_same_figures_and_a_second_run_changes_nothing(self):
        self.assertIsNotNone(postgres_server.programs(), "PostgreSQL is not installed: sh .ci/setup")
        files = {name: self.path / name for name in ("a.jsonl", "a.flat", "a.csv", "b.csv", "a.xlsx", "a.db")}
        with postgres_server.server() as connection:
            options = ["-o", files["a.jsonl"], "--to", f'flat:{files["a.flat"]}', "--to", f'csv:{files["a.csv"]}',
                       "--to", f'csv+bom+semicolon:{files["b.csv"]}', "--to", f'xlsx:{files["a.xlsx"]}',
                       "--to", f'sqlite:{files["a.db"]}', "--to", f"postgres:{connection}"]
            status, errors, first = extract(self.articles, *options)
            self.assertEqual((status, errors), (0, ""))
            left = {p.name for p in self.path.iterdir()} - {"articles", "some", "whole", "killed"}
            self.assertEqual(left, set(files), "left-overs")

            expected = digest(from_jsonl(files["a.jsonl"]))
            self.assertGreater(expected[0], ARTICLES * 10)
            self.assertEqual(digest(from_flat(files["a.flat"])), expected, "flat")
            self.assertEqual(digest(from_csv(files["a.csv"])), expected, "csv")
            self.assertEqual(digest(from_csv(files["b.csv"], comma_decimals=True)), expected, "csv+bom+semicolon")
            self.assertTrue(files["b.csv"].read_bytes().startswith(b"\xef\xbb\xbf"))
            self.assertEqual(digest(from_xlsx(files["a.xlsx"])), expected, "xlsx")
            self.assertEqual(digest(from_sqlite(files["a.db"])), expected, "sqlite")
            self.assertEqual(digest(postgres_server.ask(connection, FROM_STORE)), expected, "postgres")

            self.same_lists(files["a.jsonl"], files["a.db"], connection)
            with sqlite3.connect(files["a.db"]) as store:
                [[wrong]] = store.execute("SELECT count(*) FROM figures f JOIN articles a USING (article) "
                                          "WHERE substr(a.text, f.text_start + 1, f.text_end - f.text_start) <> f.quote")
                self.assertEqual(wrong, 0, "the stored text is not what offsets count in")

            before = {name: hash_of(path) for name, path in files.items()}
            rows = self.row_versions(connection)
            status, errors, second = extract(self.articles, *options)
            self.assertEqual((status, errors), (0, ""))
            for name, path in files.items():
                self.assertEqual(hash_of(path), before[name], f"{name} changed in the second run")
            self.assertEqual(self.row_versions(connection), rows, "PostgreSQL's rows changed in the second run")
            print(f"{ARTICLES + 1} articles, {expected[0]} figures: {first:.1f} s, again {second:.1f} s", file=sys.stderr)

            self.one_changed_article(options, files, connection)

    def same_lists(self, jsonl, database, connection):
        """The lists of the records are as long in both databases."""
        counts = dict.fromkeys(["articles", *LISTS], 0)
        with open(jsonl, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                counts["articles"] += 1
                for name in LISTS:
                    counts[name] += len(record[name])
        self.assertEqual(counts["articles"], ARTICLES + 1)
        store = sqlite3.connect(database)
        for name, count in counts.items():
            sql = f"SELECT count(*) FROM {name}"
            self.assertEqual(store.execute(sql).fetchone()[0], count, name)
            self.assertEqual(int(postgres_server.ask(connection, sql)[0][0]), count, name)
        store.close()

    def row_versions(self, connection, but="-"):
        """Which version of a row PostgreSQL has where: any update or delete shows."""
        parts = [f"SELECT '{name}', t.ctid::text, t.xmin::text FROM {name} t JOIN articles a USING (article) "
                 f"WHERE a.id <> '{but}'" for name in ["articles", *LISTS]]
        return sorted(postgres_server.ask(connection, " UNION ALL ".join(parts)))

    def one_changed_article(self, options, files, connection):
        changed = "odd"
        rows = self.row_versions(connection, changed)
        (self.articles / "odd.txt").write_text("Xã đã trao 12 suất quà.\n", encoding="utf-8")
        status, errors, _ = extract(self.articles, *options)
        self.assertEqual((status, errors), (0, ""))
        expected = digest(from_jsonl(files["a.jsonl"]))
        self.assertEqual(digest(from_sqlite(files["a.db"])), expected)
        self.assertEqual(digest(postgres_server.ask(connection, FROM_STORE)), expected)
        self.assertEqual(self.row_versions(connection, changed), rows, "rows of other articles changed")
        self.assertNotEqual(self.row_versions(connection), rows)

    def test_a_killed_run_goes_on_in_all_outputs(self):
        def outputs(folder):
            folder.mkdir()
            return ["-o", folder / "a.jsonl", "--to", f"flat:{folder}/a.flat", "--to", f"csv:{folder}/a.csv",
                    "--to", f"xlsx:{folder}/a.xlsx", "--to", f"sqlite:{folder}/a.db"]

        articles = self.path / "some"
        subprocess.run([sys.executable, SOURCE / "tests/tools/vary_articles.py", SOURCE / "corpus" / "dev", articles, "200"],
                       check=True)
        whole, killed = self.path / "whole", self.path / "killed"
        status, errors, seconds = extract(articles, *outputs(whole))
        self.assertEqual((status, errors), (0, ""))
        options = outputs(killed)
        chance = random.Random(8)
        kills = 0
        for attempt in range(12):
            run = subprocess.Popen([PROGRAM, "extract", "--quiet", articles, *options, "--resume", "--checkpoint-every", "0"],
                                   stderr=subprocess.PIPE, text=True)
            try:
                # The last one is left alone.
                _, errors = run.communicate(timeout=None if attempt == 11 else chance.uniform(0.3, 0.9) * seconds)
                self.assertEqual((run.returncode, errors), (0, ""))
                break
            except subprocess.TimeoutExpired:
                run.kill()
                run.communicate()
                kills += 1
        for name in ("a.jsonl", "a.flat", "a.csv", "a.xlsx"):
            self.assertEqual(hash_of(killed / name), hash_of(whole / name), f"{name} after {kills} kills")
        self.assertEqual(digest(from_sqlite(killed / "a.db")), digest(from_sqlite(whole / "a.db")))
        self.assertEqual(sorted(p.name for p in killed.iterdir()), sorted(p.name for p in whole.iterdir()), "left-overs")
        print(f"killed {kills} times", file=sys.stderr)

    def test_what_cannot_be_opened_is_told(self):
        for target, status, words in (("parquet:x", 2, "no such format"), ("csv", 2, "does not say where"),
                                      ("csv+tab:x", 2, "no option tab"), (f"sqlite:{self.path}", 4, "unable to open"),
                                      ("postgres:host=/nowhere dbname=x password=hidden", 4, "/nowhere"),
                                      (f"xlsx:{self.path}", 4, "is no file"), ("csv:/no/folder/x.csv", 4, "/no/folder")):
            code, errors, _ = extract(SOURCE / "corpus" / "dev", "--to", target)
            self.assertEqual(code, status, errors)
            self.assertIn(words, errors)
            self.assertNotIn("hidden", errors)

    def test_a_file_is_written_by_one_output_only(self):
        code, errors, _ = extract(self.articles, "--to", "csv:x.csv", "--to", "flat:x.csv")
        self.assertEqual(code, 2)
        self.assertIn("another output", errors)


unittest.main(argv=sys.argv[:1] + sys.argv[3:])
