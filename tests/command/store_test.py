"""solieu query and solieu export over a store of invented articles. usage: store_test.py SOURCE PROGRAM"""
import csv, io, json, pathlib, re, subprocess, sys, tempfile, unittest

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()

LEAD = """Hội Phụ nữ xã Tân Lập trao quà cho hộ nghèo

Ngày 12/1/2023, Hội Liên hiệp Phụ nữ xã Tân Lập, tỉnh Hòa Bình đã trao 49 suất quà cho hộ nghèo trên địa bàn xã.
Tổng trị giá quà tặng là hơn 30 triệu đồng, do các nhà hảo tâm và hội viên trong xã cùng nhau đóng góp từ đầu năm.
Dịp này, Hội cũng giải ngân 200 triệu đồng vốn vay cho phụ nữ làm kinh tế, mỗi hộ được vay 20 triệu đồng.
Chủ tịch Hội cho biết, phong trào giúp nhau làm kinh tế được chị em hưởng ứng và đạt nhiều kết quả đáng mừng.
Nhiều hội viên đã mạnh dạn chuyển đổi cây trồng, mở rộng chăn nuôi, tạo việc làm cho lao động tại địa phương.
Các chi hội còn thăm hỏi người già neo đơn, đỡ đầu trẻ mồ côi và dọn vệ sinh đường làng vào sáng thứ bảy.
Thời gian tới, Hội tiếp tục vận động chị em tham gia bảo hiểm y tế và giữ gìn nếp sống văn hóa ở khu dân cư.
"""
OTHER = """Nông dân huyện Kim Sơn làm đường

Năm 2023, nông dân huyện Kim Sơn đã góp 500 triệu đồng và hiến 1.200 m2 đất để làm đường liên thôn rộng 5 m.
Huyện phấn đấu đến năm 2025 làm thêm 12 km đường với kinh phí khoảng 3 tỷ đồng 📈 từ nguồn xã hội hóa.
"""


def solieu(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class Store(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="solieu-store-")
        cls.path = pathlib.Path(cls.folder.name)
        cls.store = cls.path / "facts.db"
        texts = {"a-goc": LEAD, "b-dang-lai": "Theo báo bạn\n\n" + LEAD + "Ảnh có 1 người.\n", "c-khac": OTHER}
        for name, text in texts.items():
            (cls.path / f"{name}.txt").write_text(text, encoding="utf-8")
        status, _, errors = solieu("extract", "--quiet", *sorted(cls.path.glob("*.txt")), "--to", f"sqlite:{cls.store}")
        assert status == 0, errors

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def query(self, *options):
        status, out, errors = solieu("query", self.store, "--format", "json", *options)
        self.assertEqual(status, 0, errors)
        answer = json.loads(out)
        for note in answer["notes"]:
            self.assertIn(note, errors)
        return answer["rows"], answer["notes"]

    def test_copies_count_once_and_that_is_said(self):
        once, notes = self.query("--kind", "count", "--counted", "suất quà")
        self.assertEqual([(row["article_id"], row["value"]) for row in once], [("a-goc", 49)])
        self.assertTrue(any("copies" in note for note in notes), notes)
        twice, notes = self.query("--kind", "count", "--counted", "suất quà", "--copies")
        self.assertEqual([row["article_id"] for row in twice], ["a-goc", "b-dang-lai"])
        self.assertFalse(notes)
        # What only the copy says is not lost.
        own, _ = self.query("--kind", "count", "--counted", "người", "--article", "b-dang-lai")
        everywhere, _ = self.query("--kind", "count", "--counted", "người")
        self.assertEqual(len([row for row in everywhere if row["article_id"] == "b-dang-lai"]), len(own))

    def test_sums_respect_modifiers_and_say_so(self):
        rows, notes = self.query("--kind", "money", "--status", "actual", "--sum")
        self.assertEqual([(row["unit"], row["total"], row["reading"], row["more_than"]) for row in rows],
                         [("VND", 30_000_000 + 200_000_000 + 500_000_000, "more than", 1)])
        self.assertTrue(any("for one of something" in note for note in notes), notes)
        rows, _ = self.query("--kind", "money", "--status", "target", "--sum")
        self.assertEqual([(row["total"], row["reading"], row["about"]) for row in rows], [(3_000_000_000, "about", 1)])

    def test_sums_by_a_column(self):
        rows, _ = self.query("--kind", "money", "--by", "article_id")
        self.assertEqual({row["article_id"] for row in rows}, {"a-goc", "c-khac"})
        status, _, errors = solieu("query", self.store, "--by", "colour")
        self.assertEqual(status, 2)
        self.assertIn("place", errors)

    def test_filters(self):
        def articles(*options):
            return {row["article_id"] for row in self.query(*options, "--copies")[0]}

        self.assertEqual(articles("--text", "hien 1.200 m2 dat"), {"c-khac"})
        self.assertEqual(articles("--text", "HỘ NGHÈO"), {"a-goc", "b-dang-lai"})
        self.assertEqual(articles("--text", "đường", "--unit", "VND"), {"c-khac"})
        self.assertEqual(articles("--text", "nghe"), set(), "parts of words are no words")
        self.assertEqual(articles("--text", "\" OR 1 --"), set())
        self.assertEqual(articles("--org", "phu nu"), {"a-goc", "b-dang-lai"})
        self.assertEqual(articles("--period", "2025"), {"c-khac"})
        self.assertIn("c-khac", articles("--period", "2023"))
        self.assertEqual(articles("--kind", "money", "--min-confidence", "1"), set())
        self.assertEqual(articles("--article", "c-khac"), {"c-khac"})
        self.assertEqual(len(self.query("--limit", "2")[0]), 2)

    def test_notations_of_the_answer(self):
        status, out, _ = solieu("query", self.store, "--kind", "money", "--article", "c-khac", "--format", "csv")
        self.assertEqual(status, 0)
        rows = list(csv.DictReader(io.StringIO(out)))
        self.assertEqual([row["value"] for row in rows], ["500000000", "3000000000"])
        status, out, errors = solieu("query", self.store, "--kind", "money", "--sum")
        self.assertIn("730 000 000", out)
        self.assertIn("left out", errors)
        self.assertNotIn("left out", out)

    def test_what_is_no_store_is_told(self):
        for path in (self.path / "none.db", self.path / "a-goc.txt"):
            status, out, errors = solieu("query", path)
            self.assertEqual((status, out), (1, ""))
            self.assertIn(str(path), errors)
        self.assertFalse((self.path / "none.db").exists())

    def export(self, notation):
        status, out, errors = solieu("export", self.store, "--as", notation)
        self.assertEqual(status, 0, errors)
        return out

    def records(self):
        files = sorted(self.path.glob("*.txt"))
        out = solieu("extract", "--quiet", "--with-text", *files)[1]
        return {record["id"]: record for record in map(json.loads, out.splitlines())}

    def test_web_annotations_point_at_their_quotes(self):
        records = self.records()
        pages = [json.loads(line) for line in self.export("web-annotation").splitlines()]
        self.assertEqual(len(pages), 3)
        for page in pages:
            record = records[page["id"].removeprefix("urn:solieu:")]
            self.assertEqual([item["id"].split("#")[1] for item in page["items"]], [f["id"] for f in record["figures"]])
            for item in page["items"]:
                position, quote = item["target"]["selector"]
                text = record["text"]
                self.assertEqual(text[position["start"]:position["end"]], quote["exact"])
                around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
                self.assertIn(around, text)

    def test_label_studio_and_doccano_count_as_python_does(self):
        records = self.records()
        tasks = json.loads(self.export("label-studio"))
        self.assertEqual(len(tasks), 3)
        for task in tasks:
            text = task["data"]["text"]
            result = task["predictions"][0]["result"]
            self.assertEqual(len(result), len(records[task["data"]["article_id"]]["figures"]))
            for region in result:
                value = region["value"]
                self.assertEqual(text[value["start"]:value["end"]], value["text"])
                self.assertTrue(0 <= region["score"] <= 1)
        lines = [json.loads(line) for line in self.export("doccano").splitlines()]
        self.assertEqual([line["article_id"] for line in lines], sorted(records))
        for line in lines:
            figures = records[line["article_id"]]["figures"]
            self.assertEqual([line["text"][begin:end] for begin, end, _ in line["label"]], [f["quote"] for f in figures])
            self.assertEqual([label for _, _, label in line["label"]], [f["kind"] for f in figures])

    def test_brat_folder(self):
        folder = self.path / "brat"
        self.assertEqual(solieu("export", self.store, "--as", "brat", "-o", folder)[0], 0)
        kinds = (folder / "annotation.conf").read_text(encoding="utf-8").split("[relations]")[0].split()
        seen = 0
        for annotations in sorted(folder.glob("*.ann")):
            text = annotations.with_suffix(".txt").read_text(encoding="utf-8")
            for line in annotations.read_text(encoding="utf-8").splitlines():
                if found := re.fullmatch(r"T\d+\t(\w+) (\d+) (\d+)\t(.*)", line):
                    self.assertIn(found[1], kinds)
                    self.assertEqual(text[int(found[2]):int(found[3])].replace("\n", " "), found[4])
                    seen += 1
        self.assertEqual(seen, sum(len(record["figures"]) for record in self.records().values()))
        status, _, errors = solieu("export", self.store, "--as", "brat", "-o", folder)
        self.assertEqual(status, 4)
        self.assertIn("not empty", errors)

    def test_schema_org(self):
        articles = {a["identifier"]: a for a in map(json.loads, self.export("schema-org").splitlines())}
        self.assertEqual(set(articles), set(self.records()))
        [money] = [m for m in articles["c-khac"]["mentions"] if m.get("value") == 500_000_000]
        self.assertEqual((money["@type"], money["currency"], money["name"]), ("MonetaryAmount", "VND", "500 triệu đồng"))
        self.assertNotIn("minValue", money)
        [gifts] = [m for m in articles["a-goc"]["mentions"] if m.get("value") == 30_000_000]
        self.assertEqual(gifts["minValue"] if "minValue" in gifts else gifts["value"], 30_000_000)


unittest.main(argv=sys.argv[:1])
