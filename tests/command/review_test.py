"""`solieu review` without a browser: who is let in, what is decided and what outlives a run with other
rules, exports, and `solieu report`. usage: review_test.py SOURCE PROGRAM"""
import contextlib, csv, hashlib, html, http.client, io, json, pathlib, re, sqlite3, struct, subprocess, sys, tempfile, threading
import unicodedata, unittest, zipfile
from urllib.parse import quote, urlsplit

import jsonschema

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
SCHEMA = SOURCE / "schemas" / "article.schema.json"
ARTICLES = {
    "a": "Xã Tân Lập trao quà Tết\nSáng 5/1/2023, Hội đã trao 49 suất quà cho hộ nghèo, mỗi suất 300.000 đồng, "
         "tổng trị giá 14.700.000 đồng.\nĐây là năm thứ ba liên tiếp, có 7 xã tham gia.\n",
    "b": "Hòa Bình trồng rừng\nNăm 2023, tỉnh Hòa Bình trồng được 5.200 ha rừng, đạt 104% kế hoạch.\n",
}

DOZENS = '''
[[rule]]
id = "count.dozens_of_gifts"
about = "gifts are handed over by the dozen"
kind = "count"
match = "{number} {noun}"
before = "trao"
value = "number * 12"
accept = [{ text = "Hội đã trao 2 suất quà cho hộ nghèo", quote = "2 suất quà", value = 24 }]
reject = ["Hội đã trao một số quà"]
'''


def solieu(*args):
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Server:
    """A running `solieu review`, and requests as a browser of the page makes them."""

    def __init__(self, store, *options):
        self.process = subprocess.Popen([PROGRAM, "review", str(store), *options], stdout=subprocess.PIPE, text=True)
        self.address = urlsplit(self.process.stdout.readline().strip())
        self.host = self.address.netloc
        answer = self.ask("GET", f"/?{self.address.query}", cookie=None)
        self.cookie = answer.getheader("Set-Cookie", "").split(";")[0]

    def ask(self, method, path, body=None, cookie=True, **headers):
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=20)
        sent = {"Host": self.host, "Accept-Encoding": "gzip"}
        if cookie:
            sent["Cookie"] = self.cookie if cookie is True else cookie
        if method == "POST":
            sent |= {"Origin": f"http://{self.host}", "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        data = json.dumps(body).encode() if body is not None else b""
        if method == "POST":
            sent["Content-Length"] = str(len(data))
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(data)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def get(self, path):
        answer = self.ask("GET", path)
        assert answer.status == 200, (path, answer.status, answer.body)
        return json.loads(answer.body) if "json" in answer.getheader("Content-Type") else answer.body

    def post(self, path, body, status=200):
        answer = self.ask("POST", path, body)
        assert answer.status == status, (path, answer.status, answer.body)
        return json.loads(answer.body)

    def rows(self, search=""):
        generation, *numbers = struct.unpack(f"<{len(data) // 4}I", data) if (data := self.get(f"/api/list?{search}")) else ()
        return self.get(f"/api/rows?generation={generation}&rows={','.join(map(str, numbers))}")

    def figure(self, article, text):
        [found] = [f for f in self.get(f"/api/article?article={article}")["figures"] if f["quote"] == text]
        return found

    def decide(self, action, article, figure, status=200, **more):
        body = {"action": action, "article": article, "figure": figure["id"], "before": figure["before"], **more}
        return self.post("/api/decisions", body, status)

    def stop(self):
        self.process.terminate()
        assert self.process.wait(10) == 0
        self.process.stdout.close()


def old_letters(text):
    """As windows-1258 has them: the letter with its hat, then the tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    split = lambda c: (lambda d: unicodedata.normalize("NFC", "".join(m for m in d if m not in tones))
                       + "".join(m for m in d if m in tones))(unicodedata.normalize("NFD", c))
    return "".join(split(c) for c in text)


FIELDS = ("kind", "value", "min_value", "max_value", "of", "unit", "modifier", "counted", "per", "unit_org", "place",
          "period", "programme", "status", "change")


def edited(figure, **changes):
    return {name: figure[name] for name in FIELDS} | changes


class Review(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.articles = self.folder / "articles"
        self.articles.mkdir()
        for name, text in ARTICLES.items():
            (self.articles / f"{name}.txt").write_text(text, encoding="utf-8")
        self.store = self.folder / "store.db"
        self.extract()

    def extract(self, *options):
        solieu("extract", "--quiet", self.articles, "--to", f"sqlite:{self.store}", *options)

    def serve(self, *options):
        server = Server(self.store, *(options or ("--reviewer", "lan")))
        self.addCleanup(lambda: server.process.poll() is None and server.stop())
        return server

    def test_who_is_let_in(self):
        server = self.serve()
        refused = lambda **request: self.assertEqual(server.ask(**{"method": "GET", "path": "/api/session", **request}).status, 403)
        self.assertEqual(server.ask("GET", "/api/session").status, 200)
        refused(cookie=None)
        refused(cookie=server.cookie[:-1] + "x")
        refused(path="/?token=" + "0" * 64)
        refused(Host="evil.example:80")
        refused(Host=f"evil.example:{server.address.port}", path="/")
        refused(Origin="http://evil.example")
        refused(Origin="null")
        refused(Sec_Fetch_Site="cross-site")
        post = {"method": "POST", "path": "/api/undo", "body": {}}
        self.assertEqual(server.ask(**post).status, 200)
        refused(**post, Origin="http://evil.example")
        refused(**post, Origin=None)
        refused(**post, Content_Type="text/plain")
        refused(**post, cookie=None)
        refused(method="DELETE")
        set_cookie = server.ask("GET", f"/?{server.address.query}", cookie=None).getheader("Set-Cookie")
        self.assertIn("HttpOnly", set_cookie)
        self.assertIn("SameSite=Strict", set_cookie)

    def test_who_is_let_in_from_elsewhere(self):
        process = subprocess.Popen([PROGRAM, "review", self.store, "--host", "0.0.0.0", "--allow-host", "bao.example",
                                    "--allow-host", "proxy.example"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(lambda: (process.terminate(), process.wait(10), process.stdout.close()))
        address = urlsplit(process.stdout.readline().strip())
        self.assertEqual(address.hostname, "bao.example")
        status = lambda host: self.status(address, host)
        for host in (f"bao.example:{address.port}", "proxy.example", f"127.0.0.1:{address.port}", f"192.0.2.7:{address.port}"):
            self.assertEqual(status(host), 303, host)
        for host in (f"evil.example:{address.port}", "192.0.2.7", f"bao.example.evil:{address.port}"):
            self.assertEqual(status(host), 403, host)
        wrong = subprocess.run([PROGRAM, "review", self.store, "--allow-host", "http://x/"], capture_output=True, text=True)
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("as it stands in the address", wrong.stderr)

    @staticmethod
    def status(address, host):
        connection = http.client.HTTPConnection("127.0.0.1", address.port, timeout=20)
        connection.request("GET", f"/?{address.query}", headers={"Host": host})
        with contextlib.closing(connection):
            return connection.getresponse().status

    def test_headers_and_limits(self):
        server = self.serve()
        page = server.ask("GET", "/", cookie=None)
        self.assertEqual(page.status, 200)
        policy = page.getheader("Content-Security-Policy")
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(page.getheader("X-Content-Type-Options"), "nosniff")
        self.assertEqual(page.getheader("Cache-Control"), "no-store")
        self.assertEqual(server.ask("POST", "/api/decisions", {"action": "x" * 300_000}).status, 413)
        for body in ({}, {"action": "drop"}, [], {"action": "add", "article": "a", "after": {}}):
            self.assertEqual(server.ask("POST", "/api/decisions", body).status, 400, body)

    def test_search_filters_and_order(self):
        server = self.serve()
        self.assertEqual({row["article"] for row in server.rows("q=" + quote("hoa binh"))}, {"b"})
        self.assertEqual({row["article"] for row in server.rows("q=" + quote("Tết"))}, {"a"})
        self.assertEqual(server.rows("q=" + quote('" OR title:*')), [])
        self.assertEqual({row["kind"] for row in server.rows("kind=money")}, {"money"})
        values = [float(row["value"]) for row in server.rows("sort=value&down=1")]
        self.assertEqual(values, sorted(values, reverse=True))
        facets = server.get("/api/facets?kind=money")["facets"]
        self.assertEqual(dict(facets["kind"])["money"], len(server.rows("kind=money")))
        self.assertIn("measure", dict(facets["kind"]), "a facet does not filter itself")

    def test_marks_stand_where_the_figures_are(self):
        # NFD and figures beyond the basic plane: offsets are not those of UTF-16.
        text = "Tin ngắn 😀\n" + unicodedata.normalize("NFD", "Hội đã tặng 12 chiếc xe đạp, trị giá 30 triệu đồng.") + "\n"
        (self.articles / "nfd.txt").write_text(text, encoding="utf-8")
        self.extract()
        article = self.serve().get("/api/article?article=nfd")
        self.assertTrue(article["figures"])
        for number, figure in enumerate(article["figures"]):
            marked = "".join(text for text, *figures in article["segments"] if number in figures)
            self.assertEqual(marked, figure["quote"])

    def test_a_decision_outlives_other_rules(self):
        server = self.serve()
        gifts, price, total = (server.figure("a", q) for q in ("49", "300.000 đồng", "14.700.000 đồng"))
        server.decide("accept", "a", gifts)
        server.decide("edit", "a", price, after=edited(price, value="350000"))
        server.decide("reject", "a", total)
        # Other rules read another value there: that record is open again, the others stay decided.
        rules = self.folder / "rules"
        rules.mkdir()
        (rules / "dozens.toml").write_text(DOZENS, encoding="utf-8")
        self.extract("--rules-extra", rules)
        states = {f["quote"]: (f["state"], f["value"]) for f in server.get("/api/article?article=a")["figures"]}
        self.assertEqual(states["300.000 đồng"], ("edited", "350000"))
        self.assertEqual(states["14.700.000 đồng"][0], "rejected")
        self.assertEqual(states["49 suất quà"], ("reopened", "588"))
        self.extract()
        self.assertEqual(server.figure("a", "49")["state"], "accepted")

    def test_a_changed_value_opens_the_record_again(self):
        server = self.serve()
        server.decide("accept", "a", server.figure("a", "49"))
        subprocess.run([sys.executable, "-c", f"""
import sqlite3
with sqlite3.connect({str(self.store)!r}) as db:
    db.execute("UPDATE figures SET value = '50', min_value = '50', max_value = '50' WHERE quote = '49'")
"""], check=True)
        figure = server.figure("a", "49")
        self.assertEqual((figure["state"], figure["value"], figure["was"]["value"]), ("reopened", "50", "49"))
        server.decide("reject", "a", figure)
        self.assertEqual(server.figure("a", "49")["state"], "rejected")
        self.assertEqual(server.post("/api/undo", {})["undone"], 1)
        self.assertEqual(server.figure("a", "49")["state"], "reopened")

    def test_undo_takes_back_and_the_log_keeps_all(self):
        server = self.serve()
        figure = server.figure("a", "49")
        server.decide("edit", "a", figure, after=edited(figure, value="48"))
        self.assertEqual(server.figure("a", "49")["value"], "48")
        self.assertEqual(server.post("/api/undo", {})["undone"], 1)
        self.assertEqual((server.figure("a", "49")["value"], server.figure("a", "49")["state"]), ("49", "open"))
        self.assertEqual(server.post("/api/undo", {})["undone"], 0)
        log = server.get("/api/log")
        self.assertEqual([entry["action"] for entry in log], ["undo", "edit"])
        self.assertEqual(log[0]["undoes"], log[1]["decision"])
        self.assertEqual((log[1]["before"]["value"], log[1]["after"]["value"], log[1]["reviewer"]), ("49", "48", "lan"))
        with sqlite3.connect(self.store) as db:
            for sql in ("DELETE FROM decisions", "UPDATE decisions SET reviewer = 'x'"):
                with self.assertRaisesRegex(sqlite3.DatabaseError, "only added"):
                    db.execute(sql)

    def test_what_is_typed_is_checked(self):
        server = self.serve()
        figure = server.figure("a", "300.000 đồng")
        for wrong in ({"value": "1e5"}, {"value": "'; DROP"}, {"kind": "gold"}, {"unit": None}, {"period": "năm 2023"},
                      {"place": "Hà Nội"}, {"value": None, "min_value": None, "max_value": None}, {"modifier": ""}):
            answer = server.decide("edit", "a", figure, 400, after=edited(figure, **wrong))
            self.assertIn(next(iter(wrong)), answer["error"])
        server.decide("edit", "a", figure, after=edited(figure, value="300000.50", modifier="at_least"))
        now = server.figure("a", "300.000 đồng")
        self.assertEqual((now["value"], now["min_value"], now["max_value"]), ("300000.5", "300000.5", None))
        stale = dict(figure, before=figure["before"].replace("300000", "1"))
        server.decide("accept", "a", stale, 409)

    def test_accept_all_and_undo(self):
        server = self.serve()
        count = server.get("/api/facets?kind=money")["open"]
        server.post("/api/accept-all?kind=money&expected=99", {}, 409)
        self.assertEqual(server.post(f"/api/accept-all?kind=money&expected={count}", {})["accepted"], count)
        self.assertEqual({row["kind"] for row in server.rows("state=accepted")}, {"money"})
        self.assertEqual(server.post("/api/undo", {})["undone"], count)
        self.assertEqual(server.rows("state=accepted"), [])

    def add(self, server, article, words, **values):
        shown = server.get(f"/api/article?article={article}")
        [(number, at)] = [(n, text.find(words)) for n, (text, *_) in enumerate(shown["segments"]) if words in text]
        units = lambda text: len(text.encode("utf-16-le")) // 2
        begin = units(shown["segments"][number][0][:at])
        body = {"action": "add", "article": article, "after": edited(dict.fromkeys(FIELDS), **values),
                "selection": {"start": {"segment": number, "unit": begin}, "end": {"segment": number, "unit": begin + units(words)}}}
        return server.post("/api/decisions", body)["figure"]

    def test_a_figure_is_added_on_any_article(self):
        # Pages, archives and old encodings: the map from the clean text to the source's bytes is in the store.
        text = "Tin xã Tân Lập\nSáng 5/1/2023, Hội đã trao 49 suất quà. Đây là đợt thứ chín của chương trình \U0001F600.\n"
        told = ("Sáng 5/1/2023, Hội Phụ nữ xã Tân Lập đã trao 49 suất quà cho hộ nghèo trên địa bàn xã, mỗi suất trị giá 300.000 đồng.",
                "Phát biểu tại buổi lễ, bà Chủ tịch Hội cho biết các chi hội đã vận động hội viên góp tiền, góp gạo từ nhiều tháng trước.",
                "Sau buổi lễ, đoàn đã đến thăm những gia đình ở xa, chúc họ sang năm mới mạnh khỏe và làm ăn được nhiều hơn năm cũ.")
        page = ("<html><head><meta charset='{0}'><title>Tin xã</title></head><body><nav>Trang chủ</nav><article><h1>Tin xã Tân Lập</h1>"
                + "".join(f"<p>{each}</p>\n" for each in told) + "<p>Đây là đợt &#116;h&#7913;&nbsp;<b>ch&iacute;</b>n của chương trình.</p></article></body></html>")
        sources = {"nfd.txt": unicodedata.normalize("NFD", text).encode(), "utf16.txt": text.encode("utf-16"),
                   "page.html": page.format("utf-8").encode(), "crlf.txt": ("\ufeff" + text).replace("\n", "\r\n").encode()}
        sources["legacy.txt"] = old_letters(text.replace("\U0001F600", "")).encode("cp1258")
        with zipfile.ZipFile(self.articles / "packed.zip", "w") as archive:
            for name, source in sources.items():
                archive.writestr(name, source)
        self.extract()
        server = self.serve()
        with contextlib.closing(sqlite3.connect(self.store)) as db:
            stored = db.execute("SELECT id, uri, text, sha256 FROM articles WHERE uri LIKE '%!%'").fetchall()
        self.assertEqual(len(stored), len(sources))
        for name, uri, clean, sha in stored:
            source = sources[uri.split("!")[1]]
            with self.subTest(uri):
                self.assertEqual(hashlib.sha256(source).hexdigest(), sha)
                self.add(server, name, "thứ chín", kind="count", value="9", modifier="exact", status="actual")
                [entry] = [json.loads(line) for line in solieu("review", self.store, "--export", "log").splitlines()][-1:]
                with contextlib.closing(sqlite3.connect(self.store)) as db:
                    [(begin, end)] = db.execute("SELECT text_start, text_end FROM decisions WHERE decision = ?", (entry["decision"],))
                self.assertEqual(clean[begin:end], "thứ chín")
                piece = source[entry["start"]:entry["end"]]
                encoding = {"utf16.txt": "utf-16-le", "legacy.txt": "cp1258"}.get(uri.split("!")[1], "utf-8")
                readable = html.unescape(re.sub("<[^>]*>", "", piece.decode(encoding))).replace("\xa0", " ")
                self.assertEqual(unicodedata.normalize("NFC", readable), "thứ chín")

    def test_gold_of_a_reviewed_article_scores_one(self):
        server = self.serve()
        shown = server.get("/api/article?article=b")["figures"]
        self.assertTrue(shown)
        for figure in shown:
            server.decide("accept", "b", figure)
        server.decide("accept", "a", server.figure("a", "49"))  # not the whole article: no gold
        gold = self.folder / "gold.jsonl"
        solieu("review", self.store, "--export", "gold", "-o", gold)
        [line] = map(json.loads, gold.read_text().splitlines())
        self.assertEqual((line["id"], len(line["figures"])), ("b", len(shown)))
        source = (self.articles / "b.txt").read_bytes()
        for figure in line["figures"]:
            self.assertEqual(source[figure["start"]:figure["end"]].decode(), figure["quote"])
        score = solieu("eval", gold, "--articles", self.articles, "--quiet", "--at-least", "1")
        attributes = re.findall(r"^attr (\w+) +(\d+)/(\d+) ", score, re.M)
        self.assertGreater(len(attributes), 5)
        for name, right, scored in attributes:
            self.assertEqual(right, scored, name)

    def test_gold_of_what_was_decided_judges_only_that(self):
        server = self.serve()
        for figure in server.get("/api/article?article=b")["figures"]:
            server.decide("accept", "b", figure)
        for words, action in (("49", "accept"), ("7", "reject")):
            server.decide(action, "a", server.figure("a", words))
        gold = self.folder / "gold.jsonl"
        solieu("review", self.store, "--export", "gold-decided", "-o", gold)
        lines = {line["id"]: line for line in map(json.loads, gold.read_text().splitlines())}
        self.assertNotIn("judged", lines["b"], "all of it was")
        source = ARTICLES["a"].encode()
        self.assertEqual([source[begin:end].decode() for begin, end in lines["a"]["judged"]], ["49", "7"])
        self.assertEqual([f["quote"] for f in lines["a"]["figures"]], ["49"])
        score = solieu("eval", gold, "--articles", self.articles, "--quiet", "--errors", "9")
        gold_count, predicted = map(int, re.search(r"^ALL +gold +(\d+) pred +(\d+)", score, re.M).groups())
        self.assertEqual(gold_count, len(lines["b"]["figures"]) + 1)
        self.assertEqual(predicted, gold_count + 1, "the rejected one is wrong, the open ones are not")

    def test_added_corrected_and_rejected_figures_become_gold(self):
        server = self.serve()
        added = self.add(server, "a", "thứ ba", kind="count", value="3", modifier="exact", status="actual", counted="năm")
        for figure in server.get("/api/article?article=a")["figures"]:
            if figure["quote"] == "7":
                server.decide("reject", "a", figure)
            elif figure["quote"] == "49":
                server.decide("edit", "a", figure, after=edited(figure, modifier="above"))
            elif figure["state"] == "open":
                server.decide("accept", "a", figure)
        [line] = map(json.loads, solieu("review", self.store, "--export", "gold").splitlines())
        figures = {f["quote"]: f for f in line["figures"]}
        self.assertEqual(figures["thứ ba"]["value"], 3)
        self.assertEqual(ARTICLES["a"].encode()[figures["thứ ba"]["start"]:figures["thứ ba"]["end"]].decode(), "thứ ba")
        self.assertEqual(figures["49"]["modifier"], "above")
        self.assertNotIn("7", figures)
        records = [json.loads(each) for each in solieu("review", self.store, "--export", "records").splitlines()]
        self.assertIn((added, "added"), [(r["id"], r["review"]) for r in records])
        self.assertNotIn("7", [r["quote"] for r in records if r["article"] == "a"])
        rules = solieu("review", self.store, "--export", "rules")
        self.assertIn('quote = "thứ ba", value = "3"', rules)
        self.assertIn(": reject", rules)
        table = list(csv.DictReader(io.StringIO(solieu("review", self.store, "--export", "csv"))))
        self.assertEqual([row["id"] for row in table], [r["id"] for r in records])
        copy = self.folder / "corrected.db"
        solieu("review", self.store, "--to", f"sqlite:{copy}", "--to", f"jsonl:{copy}.jsonl", "--to", f"csv:{copy}.csv")
        with contextlib.closing(sqlite3.connect(copy)) as db:
            stored = dict(db.execute("SELECT quote, value || modifier FROM figures JOIN articles a USING (article) WHERE a.id = 'a'"))
        self.assertEqual((stored["thứ ba"], stored["49"]), ("3exact", "49above"))
        self.assertNotIn("7", stored)
        validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
        lines = [json.loads(each) for each in pathlib.Path(f"{copy}.jsonl").read_text(encoding="utf-8").splitlines()]
        for each in lines:
            validator.validate(each)
        [article] = [each for each in lines if each["id"] == "a"]
        self.assertEqual({f["quote"]: str(f["value"]) + f["modifier"] for f in article["figures"]}, stored)
        self.assertFalse([check for check in article["checks"] if set(check["figures"]) - {f["id"] for f in article["figures"]}])
        with open(f"{copy}.csv", encoding="utf-8", newline="") as table:
            self.assertEqual({row["id"] for row in csv.DictReader(table)}, {f["id"] for each in lines for f in each["figures"]})
        log = [json.loads(each) for each in solieu("review", self.store, "--export", "log").splitlines()]
        self.assertEqual([entry["decision"] for entry in log], list(range(1, len(log) + 1)))
        server.post("/api/undo", {})

    def refused(self, *options, command="review"):
        done = subprocess.run([PROGRAM, command, self.store, *options], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (2, ""), options)
        return done.stderr

    def test_no_output_takes_the_place_of_the_store(self):
        server = self.serve()
        server.decide("accept", "a", server.figure("a", "49"))
        server.stop()
        before = self.store.read_bytes()
        link = self.folder / "link.db"
        link.symlink_to(self.store)
        for file in (self.store, self.folder / "articles" / ".." / "store.db", link):
            for form in ("sqlite", "jsonl", "flat", "csv", "csv+bom", "xlsx"):
                self.assertIn("is the file that is read", self.refused("--to", f"{form}:{file}"))
            for form in ("log", "csv", "gold"):
                self.assertIn("is the file that is read", self.refused("--export", form, "-o", file))
            self.assertIn("is the file that is read", self.refused("-o", file, command="report"))
            self.assertIn("is the file that is read", self.refused("--as", "doccano", "-o", file, command="export"))
        self.assertEqual(self.store.read_bytes(), before)

    def test_options_that_do_not_go_together_are_refused(self):
        to = f"jsonl:{self.folder / 'out.jsonl'}"
        for options in (("--to", to, "--export", "gold"), ("--with-text",), ("--with-text", "--export", "gold"),
                        ("-o", "x"), ("--to", to, "-o", "x")):
            self.assertRegex(self.refused(*options), "requires|excludes")
        self.assertFalse((self.folder / "out.jsonl").exists())

    def test_checks_over_corrected_numbers_are_left_out(self):
        server = self.serve()

        def checks():
            lines = [json.loads(each) for each in solieu("review", self.store, "--to", "jsonl:-").splitlines()]
            [article] = [each for each in lines if each["id"] == "a"]
            return [(check["kind"], check["holds"]) for check in article["checks"]]

        self.assertEqual(checks(), [("product", True)])
        total = server.figure("a", "14.700.000 đồng")
        server.decide("edit", "a", total, after=edited(total, programme="Tết vì người nghèo"))
        self.assertEqual(checks(), [("product", True)], "the number is the same")
        server.decide("edit", "a", server.figure("a", "14.700.000 đồng"), after=edited(total, value="14800000"))
        self.assertEqual(checks(), [])

    def test_a_copy_knows_no_source_offsets_that_the_store_does_not_know(self):
        (self.articles / "b.txt").write_bytes(("\ufeff" + ARTICLES["b"]).replace("\n", "\r\n").encode())
        self.extract()
        with contextlib.closing(sqlite3.connect(self.store)) as db, db:
            db.execute("UPDATE articles SET offsets = NULL")
        copy = self.folder / "copy.db"
        solieu("review", self.store, "--to", f"sqlite:{copy}")
        self.store = copy
        with self.assertRaisesRegex(AssertionError, "without source offsets"):
            self.add(self.serve(), "b", "trồng rừng", kind="count", value="1", modifier="exact", status="actual")

    def test_without_decisions_the_records_come_out_as_they_went_in(self):
        lines, again = self.folder / "lines.jsonl", self.folder / "again.jsonl"
        for folder in ("dev", "pages"):
            store = self.folder / f"{folder}.db"
            solieu("extract", "--quiet", SOURCE / "corpus" / folder, "--with-text", "-o", lines, "--to", f"sqlite:{store}")
            solieu("review", store, "--with-text", "--to", f"jsonl:{again}")
            self.assertEqual(again.read_bytes(), lines.read_bytes())

    def test_two_reviewers(self):
        lan, minh = self.serve("--reviewer", "lan"), self.serve("--reviewer", "minh", "--blind")
        for quote_, second in (("49", "accept"), ("300.000 đồng", "accept"), ("14.700.000 đồng", "reject")):
            lan.decide("accept", "a", lan.figure("a", quote_))
            figure = minh.figure("a", quote_)
            self.assertEqual(figure["state"], "open", "blind: what lan decided is not shown")
            minh.decide(second, "a", figure)
        quality = lan.get("/api/quality")
        [verdict] = [row for row in quality["agreement"] if row["field"] == "verdict"]
        self.assertEqual((verdict["a"], verdict["b"], verdict["common"], verdict["agreed"]), ("lan", "minh", 3, 2))
        self.assertEqual(verdict["kappa"], 0)
        self.assertEqual(sum(row["decided"] for row in quality["rules"]), 6)
        self.assertEqual(sum(row["right"] for row in quality["rules"]), 5)

    def test_what_another_decides_leaves_the_list_as_it_is(self):
        lan, minh = self.serve("--reviewer", "lan"), self.serve("--reviewer", "minh")
        generation, *numbers = struct.unpack(f"<{len(data) // 4}I", data) if (data := lan.get("/api/list?")) else ()
        rows = f"/api/rows?generation={generation}&rows={','.join(map(str, numbers))}"
        before = [(row["article"], row["id"]) for row in lan.get(rows)]
        minh.decide("accept", "a", minh.figure("a", "49"))
        added = self.add(minh, "a", "thứ ba", kind="count", value="3", modifier="exact", status="actual")
        after = lan.get(rows)
        self.assertEqual([(row["article"], row["id"]) for row in after], before)
        self.assertEqual([row["reviewer"] for row in after if row["state"] == "accepted"], ["minh"])
        self.assertIn(added, [row["id"] for row in lan.rows()])
        (self.articles / "b.txt").write_text(ARTICLES["a"], encoding="utf-8")
        self.extract()
        self.assertEqual(lan.ask("GET", rows).status, 409, "these numbers name other records now")

    def test_read_only(self):
        server = self.serve("--read-only")
        self.assertTrue(server.get("/api/session")["read_only"])
        answer = server.decide("accept", "a", server.figure("a", "49"), 403)
        self.assertIn("read-only", answer["error"])

    def test_explain(self):
        server = self.serve()
        figure = server.figure("a", "49")
        text = server.get(f"/api/explain?article=a&figure={figure['id']}")["text"]
        self.assertIn("wins", text)
        self.assertIn(figure["rule"], text)

    def test_many_at_once(self):
        server = self.serve()
        failures = []

        def work():
            for _ in range(20):
                if server.ask("GET", "/api/facets?q=hoa").status != 200:
                    failures.append(1)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])

    def test_report_of_store_and_file_are_the_same(self):
        lines = self.folder / "records.jsonl"
        solieu("extract", "--quiet", "--with-text", self.articles, "-o", lines)
        pages = []
        for source in (self.store, lines):
            page = self.folder / "report.html"
            solieu("report", source, "-o", page)
            text = page.read_text(encoding="utf-8")
            self.assertNotRegex(text, r"""(src|href)=["']?http""")
            pages.append(json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1]))
        for article in pages[0] + pages[1]:
            article.pop("uri")
        self.assertEqual(pages[0], pages[1])
        self.assertEqual([a["id"] for a in pages[0]], ["a", "b"])
        without = self.folder / "without.jsonl"
        solieu("extract", "--quiet", self.articles, "-o", without)
        done = subprocess.run([PROGRAM, "report", without], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("--with-text", done.stderr)


unittest.main(argv=sys.argv[:1])
