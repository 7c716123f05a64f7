"""Batches from the command line: jobs, dead letters, summaries, signals, kills, resume, incremental runs, verify.
usage: batch_test.py SOURCE PROGRAM"""
import contextlib, io, json, os, pathlib, shlex, signal, sqlite3, subprocess, sys, tarfile, tempfile, time, unittest

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
COUNT = 300


def solieu(*args, **more):
    return subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, **more)


class Batches(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.home.cleanup)
        cls.articles = pathlib.Path(cls.home.name) / "articles"
        subprocess.run([sys.executable, SOURCE / "tests/tools/vary_articles.py", SOURCE / "corpus/dev", cls.articles,
                        str(COUNT), "--empty-every", "50"], check=True)
        # One that cannot be read: a link to nowhere, named on the command line.
        (cls.articles.parent / "gone.txt").symlink_to("nowhere.txt")
        cls.inputs = [cls.articles, cls.articles.parent / "gone.txt"]
        cls.whole = pathlib.Path(cls.home.name) / "whole"
        cls.whole.mkdir()
        done = cls.extract(cls.whole)
        assert done.returncode == 1, done.stderr

    @classmethod
    def command(cls, folder, *more):
        return [PROGRAM, "extract", *map(str, cls.inputs), "-o", str(folder / "out.jsonl"), "--dead-letter",
                str(folder / "dead.jsonl"), "--summary", str(folder / "summary.json"), *map(str, more)]

    @classmethod
    def extract(cls, folder, *more):
        return subprocess.run(cls.command(folder, *more), capture_output=True, text=True)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def check_same_as_whole(self):
        for name in ("out.jsonl", "dead.jsonl"):
            self.assertEqual((self.folder / name).read_bytes(), (self.whole / name).read_bytes(), name)
        self.assertEqual(sorted(os.listdir(self.folder)), ["dead.jsonl", "out.jsonl", "summary.json"])

    def test_jobs_change_nothing(self):
        for jobs in (1, 3):
            self.assertEqual(self.extract(self.folder, "--jobs", jobs).returncode, 1)
            self.check_same_as_whole()

    def test_summary_counts_every_input(self):
        summary = json.loads((self.whole / "summary.json").read_text())
        self.assertEqual(summary["ended"], "complete")
        self.assertEqual({key: summary[key] for key in ("inputs", "records", "empty", "duplicates", "dead_letters")},
                         {"inputs": COUNT + 1, "records": COUNT - 6, "empty": 6, "duplicates": 0, "dead_letters": 1})
        records = list(map(json.loads, (self.whole / "out.jsonl").read_text().splitlines()))
        self.assertEqual(summary["figures"], sum(len(record["figures"]) for record in records))
        [letter] = map(json.loads, (self.whole / "dead.jsonl").read_text().splitlines())
        self.assertTrue(letter["place"].endswith("gone.txt"))
        self.assertIn("does not exist", letter["reason"])
        self.assertIn("gone.txt'", letter["retry"])

    def test_signals_stop_and_resume_goes_on(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number):
                status_seen = self.interrupt(number)
                self.assertEqual(status_seen, status)
                self.assertFalse((self.folder / "out.jsonl").exists())
                self.assertEqual(json.loads((self.folder / "summary.json").read_text())["ended"], "stopped")
                again = self.extract(self.folder)
                self.assertEqual(again.returncode, 2)
                self.assertIn("--resume", again.stderr)
                self.assertEqual(self.extract(self.folder, "--resume").returncode, 1)
                self.check_same_as_whole()
                for path in self.folder.iterdir():
                    path.unlink()

    def test_resume_takes_the_same_metadata_only(self):
        meta = self.folder / "meta.tsv"
        meta.write_text("id\tdate\nx\t2023-01-05\n")
        self.assertEqual(self.interrupt(signal.SIGTERM, "--meta", meta), 143)
        meta.write_text("id\tdate\nx\t2023-01-06\n")
        for options, said in ((["--meta", meta], "meta.tsv: the interrupted run had other metadata"),
                              ([], "out.jsonl.checkpoint: the interrupted run was given metadata")):
            done = self.extract(self.folder, "--resume", *options)
            self.assertEqual(done.returncode, 2)
            self.assertIn(said, done.stderr)
        meta.write_text("id\tdate\nx\t2023-01-05\n")
        self.assertEqual(self.extract(self.folder, "--resume", "--meta", meta).returncode, 1)

    def interrupt(self, number, *more):
        """Sends a signal as soon as the run has begun to write, and returns the exit status."""
        run = subprocess.Popen(self.command(self.folder, "--jobs", 1, "--checkpoint-every", 0, *more),
                               stderr=subprocess.DEVNULL)
        while not (self.folder / "out.jsonl.checkpoint").exists():
            self.assertIsNone(run.poll(), "the run ended before it could be interrupted")
            time.sleep(0.005)
        run.send_signal(number)
        return run.wait()

    def test_kills(self):
        for _ in range(3):
            self.assertEqual(self.interrupt(signal.SIGKILL), -signal.SIGKILL)
            self.assertEqual(self.extract(self.folder, "--resume", "--jobs", 2).returncode, 1)
            self.check_same_as_whole()
            for path in self.folder.iterdir():
                path.unlink()

    def test_a_full_disk_is_told(self):
        # Of the file size that a process may write, the kernel says EFBIG; the remedy is the same.
        limit = 'ulimit -f 500; trap "" XFSZ; exec "$@"'
        done = subprocess.run(["sh", "-c", limit, "-", *self.command(self.folder, "--checkpoint-every", 0)],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("out.jsonl: cannot write", done.stderr)
        self.assertIn("--resume", done.stderr)
        self.assertEqual(self.extract(self.folder, "--resume").returncode, 1)
        self.check_same_as_whole()

    def test_incremental(self):
        self.assertEqual(self.extract(self.folder, "--incremental").returncode, 1)
        again = self.extract(self.folder, "--incremental")
        self.assertIn(f"{COUNT} unchanged", again.stderr)
        self.assertEqual((self.folder / "out.jsonl").read_bytes(), (self.whole / "out.jsonl").read_bytes())
        rules = self.folder / "rules"
        (rules / "lexicon").mkdir(parents=True)
        (rules / "lexicon" / "mine.tsv").write_text("surface\tconcept\nquả cam sành\tnoun\n", encoding="utf-8")
        changed = self.extract(self.folder, "--incremental", "--rules-extra", rules)
        self.assertEqual(changed.returncode, 1, changed.stderr)
        self.assertNotIn("unchanged", changed.stderr)

    def test_options_that_need_a_file(self):
        for options in (["--resume"], ["--incremental"], ["--checkpoint", self.folder / "c"], ["--prune"]):
            done = solieu("extract", self.articles, *options)
            self.assertEqual((done.returncode, done.stdout), (2, ""), options)

    def test_deadline(self):
        (self.folder / "a.txt").write_text("Hội đã trao 49 suất quà. " * 200000, encoding="utf-8")
        done = solieu("extract", "--deadline", "0.005", self.folder / "a.txt")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("deadline", done.stderr)


class Verify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        home = tempfile.TemporaryDirectory()
        cls.addClassCleanup(home.cleanup)
        cls.folder = pathlib.Path(home.name)
        cls.articles = cls.folder / "articles"
        cls.articles.mkdir()
        for number in range(20):
            (cls.articles / f"bai{number:02}.txt").write_text(f"Hội đã trao {number + 2} suất quà.\n")
        (cls.articles / "empty.txt").touch()
        cls.none = cls.articles / "none.txt"
        cls.out, cls.dead, cls.summary = (cls.folder / name for name in ("o.jsonl", "d.jsonl", "s.json"))
        done = solieu("extract", cls.articles, cls.none, "-o", cls.out, "--dead-letter", cls.dead,
                      "--summary", cls.summary)
        assert done.returncode == 1, done.stderr
        cls.lines = cls.out.read_text().splitlines(keepends=True)

    def verify(self, lines=None, paths=None, dead=True):
        self.out.write_text("".join(self.lines if lines is None else lines))
        paths = [self.articles, self.none] if paths is None else paths
        return solieu("verify", self.out, *paths, "--summary", self.summary,
                      *(["--dead-letter", self.dead] if dead else []))

    def test_a_whole_run(self):
        for paths in (None, []):
            done = self.verify(paths=paths)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(done.stdout, "22 inputs = 20 records + 1 empty + 0 duplicates + 1 dead letters; 0 problems\n")

    def test_retry_does_what_failed_and_only_that(self):
        text = "Hội đã trao {} suất quà.\n"
        folder = self.folder / "retry"
        folder.mkdir()
        (folder / "a.txt").write_text(text.format(11))
        lines = [json.dumps({"id": "b-1", "text": text.format(12)}), "{", json.dumps({"id": "b-3", "text": text.format(13)})]
        (folder / "b.jsonl").write_text("\n".join(lines) + "\n")
        with tarfile.open(folder / "c.tar", "w") as archive:
            for name, body in (("x.txt", text.format(14)), ("y.txt", text.format(15) * 40000)):
                about = tarfile.TarInfo(name)
                about.size = len(body.encode())
                archive.addfile(about, io.BytesIO(body.encode()))
        store, dead = folder / "o.db", folder / "dead.jsonl"
        run = ["extract", folder / "a.txt", folder / "none.txt", folder / "c.tar", "--to", f"sqlite:{store}"]
        done = solieu(*run, "--dead-letter", dead, "--max-document", "1MB")
        self.assertEqual(done.returncode, 1)
        letters = list(map(json.loads, dead.read_text().splitlines()))
        self.assertEqual([letter["place"] for letter in letters], [f"{folder}/none.txt", f"{folder}/c.tar!y.txt"])
        command = shlex.split(letters[1]["retry"])
        self.assertEqual(command[-4:], ["--only", f"{folder}/c.tar!y.txt", "--", f"{folder}/c.tar"])
        done = solieu(*command[1:], "--quiet")
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["c!y"], done.stderr)
        # All at once, into the store; what fails again stays a dead letter.
        done = solieu(*run, "--retry", dead, "--dead-letter", dead, "--summary", folder / "s.json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([json.loads(line)["place"] for line in dead.read_text().splitlines()], [f"{folder}/none.txt"])
        self.assertEqual(json.loads((folder / "s.json").read_text())["inputs"], 2)
        with contextlib.closing(sqlite3.connect(store)) as opened:
            ids = [row[0] for row in opened.execute("SELECT id FROM articles ORDER BY id")]
        self.assertEqual(ids, ["a", "c!x", "c!y"])
        done = solieu("extract", "--quiet", "--input-format", "jsonl", "--only", f"{folder}/b.jsonl:3", folder / "b.jsonl")
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["b-3"])
        done = solieu("extract", "--only", "elsewhere.txt", folder / "a.txt")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("elsewhere.txt: is in none of the inputs", done.stderr)
        (folder / "old.jsonl").touch()
        for more in (["-o", folder / "old.jsonl"], ["-o", folder / "new.jsonl", "--incremental"],
                     ["-o", folder / "new.jsonl", "--retry", folder / "a.txt"]):
            done = solieu("extract", folder / "a.txt", "--retry", dead, *more)
            self.assertEqual(done.returncode, 2, more)

    def test_retry_of_no_dead_letters_does_nothing(self):
        none, new = self.folder / "none.jsonl", self.folder / "none.out"
        none.touch()
        done = solieu("extract", self.articles, "--retry", none, "-o", new)
        self.assertEqual((done.returncode, new.read_text()), (0, ""), done.stderr)
        self.assertEqual(solieu("extract", self.articles, "--retry", none, "-o", new).returncode, 2)  # it is there

    def test_retry_loses_no_dead_letter(self):
        gone, dead = self.folder / "gone.tar", self.folder / "gone.jsonl"
        places = [f"{gone}!a.txt", f"{self.folder}/elsewhere.txt"]
        letters = [{"schema": "solieu.dead_letter/1", "place": place} for place in places]
        dead.write_text("".join(json.dumps(letter) + "\n" for letter in letters))
        done = solieu("extract", gone, self.articles, "--retry", dead, "--dead-letter", dead)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual([json.loads(line)["place"] for line in dead.read_text().splitlines()], [str(gone), places[1]])

    def test_only_takes_names_that_look_like_lines(self):
        folder = self.folder / "news:2023"
        folder.mkdir()
        (folder / "a.txt").write_text("Hội đã trao 11 suất quà.\n")
        done = solieu("extract", "--quiet", "--only", folder, folder)
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], ["a"], done.stderr)

    def test_a_resumed_run_has_the_same_places(self):
        many, out = self.folder / "many", self.folder / "many.out"
        many.mkdir()
        for number in range(3):
            (many / f"{number}.txt").write_text(f"Hội đã trao {number + 2} suất quà.\n")
        os.mkfifo(self.folder / "wait.txt")
        run = ["extract", many, self.folder / "wait.txt", "-o", out, "--checkpoint-every", "0"]
        child = subprocess.Popen([PROGRAM, *map(str, run), "--only", str(many)], stderr=subprocess.PIPE, text=True)
        with open(self.folder / "wait.txt", "w") as pipe:
            child.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            pipe.write("Hội đã trao 11 suất quà.\n")
        self.assertIn("stopped", child.communicate()[1])
        self.assertEqual(child.returncode, 128 + signal.SIGTERM)  # though there was nothing left but what is passed over
        done = solieu(*run, "--only", many / "1.txt", "--resume")
        self.assertEqual(done.returncode, 2)
        self.assertIn("other rules or options", done.stderr)

    def test_a_dead_letter_can_be_pasted_into_a_shell(self):
        meta, lines = self.folder / "Lan's; touch x", self.folder / "lines.jsonl"
        meta.write_text("id\tdate\n")
        good = {"id": "b-2", "lời": "Hội đã trao 12 suất quà.", "text": ""}
        lines.write_text("{\n" + json.dumps(good) + "\n")
        dead = self.folder / "shell.jsonl"
        run = ["extract", "--meta", meta, "--input-format", "jsonl", "--text-field", "lời", "--max-ratio", "900"]
        solieu(*run, lines, "--dead-letter", dead)
        [letter] = map(json.loads, dead.read_text().splitlines())
        self.assertEqual(shlex.split(letter["retry"]), ["solieu", *map(str, run), "--only", f"{lines}:1", "--", str(lines)])
        solieu("extract", "--input-format", "jsonl", "-", "--dead-letter", dead, input="{\n")
        [letter] = map(json.loads, dead.read_text().splitlines())
        self.assertEqual(shlex.split(letter["retry"])[-4:], ["--only", "-:1", "--", "-"])

    def test_an_output_through_a_pipe_is_read_whole(self):
        done = solieu("verify", "/dev/stdin", self.articles, self.none, "--dead-letter", self.dead,
                      input="".join(self.lines))
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_store(self):
        store, other = self.folder / "o.db", self.folder / "other.txt"
        done = solieu("extract", self.articles, self.none, "--to", f"sqlite:{store}", "--to", f"csv:{self.folder}/o.csv",
                      "--to", f"flat:{self.folder}/o.flat", "--dead-letter", self.dead, "--summary", self.summary)
        self.assertEqual(done.returncode, 1, done.stderr)
        paths = [self.articles, self.none, "--dead-letter", self.dead]
        for more in ([*paths, "--summary", self.summary], ["--summary", self.summary, "--dead-letter", self.dead]):
            done = solieu("verify", store, *more)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(done.stdout, "22 inputs = 20 records + 1 empty + 0 duplicates + 1 dead letters; 0 problems\n")
        other.write_text("Hội đã trao 90 suất quà.\n")
        self.check_wrong(solieu("verify", store, *paths, other), "other.txt: has neither")
        self.assertEqual(solieu("extract", other, "--to", f"sqlite:{store}").returncode, 0)
        self.assertEqual(solieu("verify", store, *paths).returncode, 0)  # what others wrote is let be
        with contextlib.closing(sqlite3.connect(store)) as opened, opened:
            opened.execute("DELETE FROM figures WHERE id IN (SELECT id FROM figures LIMIT 1)")
            opened.execute("DELETE FROM articles WHERE id = 'bai07'")
            opened.execute("UPDATE articles SET sha256 = 'x' WHERE id = 'bai08'")
        self.check_wrong(solieu("verify", store, *paths, "--summary", self.summary), "bai07.txt: has neither",
                         "bai08.txt: has changed", "20 figures, there are")
        for name, said in (("o.csv", "neither JSON Lines nor a store"), ("o.flat", "holds figures")):
            done = solieu("verify", self.folder / name, *paths)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"{name}: ", done.stderr)
            self.assertIn(said, done.stderr)
            self.assertIn("--to sqlite:", done.stderr)

    def check_wrong(self, done, *said):
        self.assertEqual(done.returncode, 1, done.stderr)
        for words in said:
            self.assertIn(words, done.stderr)

    def test_lost(self):
        self.check_wrong(self.verify(self.lines[:3] + self.lines[4:]), "bai03.txt: has neither", "tells of 20 records")
        self.check_wrong(self.verify(dead=False), "none.txt: has neither")

    def test_doubled(self):
        self.check_wrong(self.verify(self.lines + self.lines[:1]), "has a record already")

    def test_broken(self):
        self.check_wrong(self.verify(self.lines[:-1] + [self.lines[-1][:100]]), "is no record")

    def test_changed_and_foreign(self):
        text = (self.articles / "bai05.txt").read_text()
        (self.articles / "bai05.txt").write_text("khác")
        self.check_wrong(self.verify(), "bai05.txt: has changed")
        (self.articles / "bai05.txt").write_text(text)
        foreign = self.lines[0].replace('"id":"bai00"', '"id":"lạ"')
        self.check_wrong(self.verify(self.lines + [foreign]), 'record of "lạ" is of none')

    def test_unfinished(self):
        part = self.folder / "o.jsonl.part"
        part.touch()
        done = self.verify()
        part.unlink()
        self.assertEqual(done.returncode, 2)
        self.assertIn("--resume", done.stderr)


class Streams(unittest.TestCase):
    def start(self, *more):
        run = subprocess.Popen([PROGRAM, "extract", "--stream", "--quiet", *more], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self.addCleanup(lambda: (run.kill(), run.wait(), run.stdin.close(), run.stdout.close(), run.stderr.close()))
        return run

    def ask(self, run, line):
        run.stdin.write(line + "\n")
        run.stdin.flush()
        return json.loads(run.stdout.readline())  # waits for ever when the line is not flushed

    def test_a_line_in_a_line_out_at_once(self):
        for jobs in ("1", "2"):
            run = self.start("--jobs", jobs)
            article = {"id": "a-1", "text": "Hội đã trao 49 suất quà.", "date": "2023-01-05", "site": "bao.example"}
            for _ in range(3):
                record = self.ask(run, json.dumps(article))
                self.assertEqual([record[key] for key in ("id", "status", "published", "site")],
                                 ["a-1", "ok", "2023-01-05", "bao.example"])
                self.assertEqual([figure["value"] for figure in record["figures"]], [49])
            self.assertEqual(self.ask(run, '{"text": ""}')["status"], "empty")
            for line, reason in (("{", "JSON"), ("", "JSON"), ("[]", "object"), ('{"id": "b"}', "text")):
                failure = self.ask(run, line)
                self.assertEqual((failure["schema"], failure["status"]), ("solieu.failure/1", "failed"))
                self.assertIn(reason, failure["reason"])
            self.assertEqual(failure["line"], 8)
            run.stdin.close()
            self.assertEqual((run.wait(), run.stdout.read(), run.stderr.read()), (0, "", ""))

    def test_order_and_last_line_without_end(self):
        lines = [json.dumps({"id": str(number), "text": "Hội đã trao 49 suất quà. " * (number % 50)})
                 for number in range(400)]
        done = subprocess.run([PROGRAM, "extract", "--stream", "--jobs", "3"], input="\n".join(lines),
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([json.loads(line)["id"] for line in done.stdout.splitlines()], list(map(str, range(400))))

    def test_signals_end_a_stream_that_waits(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            run = self.start()
            self.ask(run, '{"text": "Hội đã trao 49 suất quà."}')
            run.send_signal(number)
            self.assertEqual(run.wait(timeout=60), status)

    def test_a_deadline_is_a_failure_with_the_id(self):
        line = json.dumps({"id": "dài", "text": "Hội đã trao 49 suất quà. " * 200000})
        run = self.start("--deadline", "0.005")
        failure = self.ask(run, line)
        self.assertEqual((failure["id"], failure["status"]), ("dài", "failed"))

    def test_a_stream_takes_no_files(self):
        for more in (["-o", "x"], ["--resume"], ["x.txt"]):
            self.assertEqual(solieu("extract", "--stream", *more, stdin=subprocess.DEVNULL).returncode, 2)


unittest.main(argv=sys.argv[:1])
