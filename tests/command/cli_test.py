"""The command line: what goes where, and the exit statuses. usage: cli_test.py SOURCE PROGRAM"""
import json, os, pathlib, subprocess, sys, tempfile, unittest

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
TEXT = "Xã Tân Lập trao quà Tết\nSáng 5/1/2023, Hội đã trao 49 suất quà cho hộ nghèo.\n"


def solieu(*args, stdin=None):
    return subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, text=True)


def records(text):
    return [json.loads(line) for line in text.splitlines()]


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "a.txt").write_text(TEXT, encoding="utf-8")

    def test_standard_input_to_standard_output(self):
        done = solieu("extract", "-", stdin=TEXT)
        self.assertEqual(done.returncode, 0, done.stderr)
        [record] = records(done.stdout)
        self.assertEqual(record["id"], "stdin")
        self.assertEqual(record["source"]["bytes"], len(TEXT.encode()))
        self.assertIn("1 articles", done.stderr)
        self.assertIsNone(record["text"])

    def test_with_text_and_quiet(self):
        done = solieu("extract", "--with-text", "--quiet", "-", stdin=TEXT)
        self.assertIn("49 suất quà", records(done.stdout)[0]["text"])
        self.assertEqual(done.stderr, "")

    def test_output_file_is_complete_or_absent(self):
        out = self.folder / "out.jsonl"
        done = solieu("extract", self.folder, "-o", out)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual([r["id"] for r in records(out.read_text())], ["a"])
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt", "out.jsonl"])

    def test_metadata_beats_the_text(self):
        meta = self.folder / "meta.tsv"
        meta.write_text("id\tdate\tsite\ttitle\turl\na\t2020-02-03\tbao.example\tNhan đề\thttps://x.example/1\n")
        done = solieu("extract", "--meta", meta, self.folder / "a.txt")
        [record] = records(done.stdout)
        self.assertEqual(record["published"], "2020-02-03")
        self.assertEqual(record["site"], "bao.example")
        self.assertEqual(record["title"], "Nhan đề")
        self.assertEqual(record["url"], "https://x.example/1")

    def test_some_articles_failed(self):
        done = solieu("extract", self.folder / "none.txt", self.folder / "a.txt")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([r["id"] for r in records(done.stdout)], ["a"])
        self.assertIn("none.txt: does not exist", done.stderr)

    def test_usage_errors(self):
        for args in ([], ["extract"], ["nonsense"], ["extract", "--nonsense", "-"],
                     ["extract", "--meta", self.folder / "none.tsv", "-"], ["eval", self.folder / "a.txt"]):
            with self.subTest(args=args):
                done = solieu(*args, stdin="")
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertNotEqual(done.stderr, "")

    def test_rules_errors(self):
        done = solieu("extract", "--rules", self.folder / "none", "-", stdin=TEXT)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        bad = self.folder / "rules"
        bad.mkdir()
        (bad / "broken.toml").write_text("[[rule]\n")
        done = solieu("extract", "--rules-extra", bad, "-", stdin=TEXT)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("broken.toml", done.stderr)

    def test_output_errors(self):
        self.assertEqual(solieu("extract", "-o", self.folder / "no" / "out", "-", stdin=TEXT).returncode, 4)
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "extract", self.folder], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)

    def test_eval_reads_predictions_or_extracts(self):
        gold = SOURCE / "corpus" / "dev" / "gold.jsonl"
        articles = gold.parent
        out = self.folder / "out.jsonl"
        self.assertEqual(solieu("extract", articles, "-o", out).returncode, 0)
        given = solieu("eval", gold, out)
        fresh = solieu("eval", gold, "--articles", articles)
        self.assertEqual(given.returncode, 0, given.stderr)
        self.assertEqual(given.stdout, fresh.stdout)
        self.assertRegex(given.stdout, r"(?m)^ALL +gold +\d+ pred")
        same = solieu("eval", gold, out, "--diff", out)
        self.assertTrue(same.stdout.startswith("no score changed\nnew errors: 0\nerrors gone: 0\n"))

    def test_eval_as_a_gate(self):
        gold = SOURCE / "corpus" / "dev" / "gold.jsonl"
        self.assertEqual(solieu("eval", gold, gold, "--at-least", "1").returncode, 0)
        self.assertEqual(solieu("eval", gold, "/dev/null", "--at-least", "0.1").returncode, 1)
        none = solieu("eval", gold, "/dev/null", "--errors", "3")
        self.assertEqual(none.stdout.count("MISSED"), 3)

    def test_version_and_help_are_data(self):
        self.assertRegex(solieu("--version").stdout, r"^solieu \d+\.\d+\.\d+\n$")
        self.assertIn("--rules-extra", solieu("extract", "--help").stdout)


unittest.main(argv=sys.argv[:1])
