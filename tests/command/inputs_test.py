"""What `solieu extract` reads: folders, lists, JSON Lines, archives, WARC files; and what it does with
whatever is wrong with them. usage: inputs_test.py SOURCE PROGRAM"""
import bz2, gzip, hashlib, io, json, lzma, os, pathlib, shutil, subprocess, sys, tarfile, tempfile, unittest
import zipfile, zlib

PROGRAM = sys.argv[2]


def text(n):
    return f"Xã Tân Lập trao quà Tết\nSáng 5/1/2023, Hội đã trao {n} suất quà cho hộ nghèo.\n"


def page(n):
    return (f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Trao quà lần {n}</title></head><body>"
            f"<h1>Trao quà lần {n}</h1><p>Ngày 5/1/2023, Hội đã trao {n} suất quà cho các hộ nghèo ở xã Tân Lập, "
            f"đại diện lãnh đạo xã đến dự và phát biểu.</p><p>Hội cũng cảm ơn các nhà hảo tâm đã chung tay chăm lo cho "
            f"người nghèo trong dịp Tết cổ truyền của dân tộc, mong nhận thêm nhiều tấm lòng vàng.</p></body></html>")


def tar(members, compression=""):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:" + compression) as archive:
        for name, content in members.items():
            about = tarfile.TarInfo(name)
            content = content.encode() if isinstance(content, str) else content
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return out.getvalue()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def http(body, kind="text/html; charset=utf-8", status="200 OK", more=""):
    body = body.encode() if isinstance(body, str) else body
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def chunked(body):
    body = body.encode()
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:50], body[50:])) + b"0\r\n\r\n"


def record(n, block, kind="response", content_type="application/http; msgtype=response", length=None, more=""):
    block = block.encode() if isinstance(block, str) else block
    length = len(block) if length is None else length
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://bao.example/{n}.html\r\n"
            f"WARC-Date: 2023-01-0{n % 9 + 1}T02:03:04Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n{more}"
            f"Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n").encode() + block + b"\r\n\r\n"


WARCINFO = record(0, "software: test\r\n", "warcinfo", "application/warc-fields")


class Inputs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run_it(self, *args, stdin=b"", status=0):
        done = subprocess.run([PROGRAM, "extract", "--with-text", *map(str, args)], input=stdin, capture_output=True,
                              cwd=self.folder, timeout=60)
        self.errors = [line for line in done.stderr.decode().splitlines() if line.startswith("error")]
        self.assertEqual(done.returncode, status, done.stderr.decode()[-2000:])
        self.records = [json.loads(line) for line in done.stdout.decode().splitlines()]
        return {each["id"]: each for each in self.records}

    def figures(self, *args, **kwargs):
        """id -> the values of its figures in the article's text"""
        return {key: [f["value"] for f in each["figures"]] for key, each in self.run_it(*args, **kwargs).items()}

    def test_folders_are_read_by_content(self):
        self.write("a/mot.txt", text(41))
        self.write("a/hai.html.1", page(42))
        self.write("a/ba", text(43))
        self.write("a/utf16.txt", text(44).encode("utf-16"))
        self.write("a/anh.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100))
        for name in ("style.css", "notes.md", "gold.jsonl", ".hidden.txt", ".git/x.txt", "load.txt.part"):
            self.write("a/" + name, text(99))
        found = self.run_it("a")
        self.assertEqual(list(found), ["ba", "hai.html", "mot", "utf16"])
        self.assertEqual([each["source"]["media_type"] for each in self.records],
                         ["text/plain", "text/html", "text/plain", "text/plain"])
        self.assertEqual([len(each["figures"]) for each in self.records], [1] * 4)
        found = self.run_it("a", "--all", status=1)
        self.assertEqual(list(found), ["ba", "gold", "hai.html", "mot", "notes", "style", "utf16"])
        self.assertEqual(self.errors, ["error: a/anh.html: is no text"])
        self.assertEqual(self.records[1]["status"], "ok")

    def test_links_loops_and_what_cannot_be_read(self):
        self.write("a/mot.txt", text(41))
        os.symlink(".", self.folder / "a" / "loop")
        os.symlink("self", self.folder / "a" / "self")
        os.symlink("nothing", self.folder / "a" / "dangling.txt")
        os.symlink("mot.txt", self.folder / "a" / "same.txt")
        os.mkfifo(self.folder / "a" / "pipe.txt")
        locked = self.write("a/locked.txt", text(1))
        closed = self.folder / "a" / "closed"
        closed.mkdir()
        locked.chmod(0), closed.chmod(0)
        found = self.run_it("a", status=1)
        closed.chmod(0o700)
        if os.geteuid() != 0:
            self.assertIn("error: a/locked.txt: cannot be read: Permission denied; check that the file exists and may be "
                          "read", self.errors)
            self.assertIn("error: a/closed/: cannot be read: Permission denied", self.errors)
        self.assertIn("error: a/dangling.txt: is a link to what does not exist", self.errors)
        self.assertTrue(any(e.startswith("error: a/self: cannot be read: Too many levels") for e in self.errors))
        self.assertIn("mot", found)
        self.assertEqual(found["same"]["duplicate_of"], "mot")

    def test_lists_and_patterns(self):
        for n in (41, 42, 43):
            self.write(f"{n}/bai viết.txt", text(n))
        self.write("list", "./41/bai viết.txt\r\n\n43/bai viết.txt\nnone.txt\n42")
        found = self.run_it("--files-from", "list", status=1)
        self.assertEqual(list(found), ["41/bai viết", "43/bai viết", "bai viết"])
        self.assertEqual(self.errors, ["error: none.txt: does not exist"])
        self.assertEqual(list(self.run_it("--files-from", "-", stdin=b"42/bai vi\xe1\xba\xbft.txt")), ["42/bai viết"])
        self.assertEqual(len(self.run_it("4[13]/*.txt")), 2)
        self.run_it("nothing*", status=1)
        self.run_it(status=2)

    def test_json_lines(self):
        lines = [
            {"id": "a/1", "text": text(41), "date": "2023-01-05 07:30", "url": "https://bao.example/1", "title": "Một"},
            {"id": 7, "html": page(42), "text": "x"},
            {"text": text(43), "date": "hôm qua"},
            {"id": "không", "body": "x"},
            ["x"],
            {"id": "trống", "text": ""},
        ]
        body = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n{\"id\": \"dở\", \"text\n"
        self.write("in.jsonl", body)
        found = self.run_it("--input-format", "jsonl", "in.jsonl", status=1)
        self.assertEqual(list(found), ["a/1", "7", "in!3", "trống"])
        first = found["a/1"]
        self.assertEqual((first["published"], first["url"], first["title"]),
                         ("2023-01-05T07:30:00+07:00", "https://bao.example/1", "Một"))
        self.assertEqual(first["source"]["sha256"], hashlib.sha256(text(41).encode()).hexdigest())
        self.assertEqual(found["7"]["source"]["media_type"], "text/html")
        self.assertEqual(found["7"]["source"]["uri"], "in.jsonl!2")
        self.assertEqual([w["code"] for w in found["in!3"]["warnings"]], ["date"])
        self.assertEqual(found["trống"]["status"], "empty")
        self.assertEqual([e.split(": ")[1] for e in self.errors], ["in.jsonl:4", "in.jsonl:5", "in.jsonl:8"])
        self.assertIn("--text-field", self.errors[0])
        self.assertEqual(list(self.run_it("--input-format", "jsonl", "-", "--text-field", "/doc/body", "--id-field", "key",
                                          stdin=b'{"key": "k", "doc": {"body": "x"}}')), ["k"])
        self.write("f/in.jsonl.gz", gzip.compress(body.encode()))
        self.write("f/README", "Ghi chú.")
        self.assertEqual(len(self.run_it("--input-format", "jsonl", "f", status=1)), 4)
        self.assertEqual(self.run_it("in.jsonl", status=1), {})
        self.assertIn("--input-format jsonl", self.errors[0])

    def test_archives_inside_one_another(self):
        members = {"a/mot.txt": text(41), "./b.html": page(42), "tiếng việt.txt": text(43), "a/.hidden.txt": text(1),
                   "__MACOSX/._b.html": b"\0\0", "site.css": "p{}", "../../etc/ra ngoài.txt": text(44)}
        want = {f"in!{name}": [n] for name, n in
                (("a/mot", 41), ("b", 42), ("tiếng việt", 43), ("../../etc/ra ngoài", 44))}
        packs = {"in.tar": tar(members), "in.tar.gz": tar(members, "gz"), "in.tgz": tar(members, "gz"),
                 "in.tar.bz2": tar(members, "bz2"), "in.tar.xz": tar(members, "xz"), "in.zip": zipped(members),
                 "in.bin": zipped(members, zipfile.ZIP_STORED)}
        if shutil.which("zstd"):
            packs["in.tar.zst"] = subprocess.run(["zstd", "-c"], input=tar(members), capture_output=True).stdout
        for name, content in packs.items():
            with self.subTest(name=name):
                path = self.write(name, content)
                found = self.run_it(path.name)
                want_here = {k.replace("in!", "in.bin!") if name == "in.bin" else k: v for k, v in want.items()}
                self.assertEqual({k: [f["value"] for f in r["figures"]][-1:] for k, r in found.items()}, want_here)
                uris = {r["source"]["uri"] for r in self.records}
                self.assertIn(f"{name}!a/mot.txt", uris)
                with path.open("rb") as stdin:
                    done = subprocess.run([PROGRAM, "extract", "-"], stdin=stdin, capture_output=True)
                self.assertEqual(done.stdout.count(b"\n"), 4, done.stderr)
        inner = tar({"c.html.gz": gzip.compress(page(45).encode()), "d.zip": zipped({"e.txt": text(46)}),
                     "w.warc.gz": gzip.compress(record(1, http(page(47))))}, "xz")
        self.write("outer.zip", zipped({"x/inner.tar.xz": inner}))
        found = self.run_it("outer.zip")
        self.assertEqual(list(found), ["outer!x/inner!c", "outer!x/inner!d!e", "urn:uuid:1"])
        self.assertEqual(found["urn:uuid:1"]["source"]["uri"], "outer.zip!x/inner.tar.xz!w.warc.gz!urn:uuid:1")
        found = self.run_it("outer.zip", "--max-nesting", 2, status=1)
        self.assertEqual(found, {})
        self.assertIn("--max-nesting", self.errors[0])
        self.assertFalse((self.folder.parent / "etc").exists())

    def test_single_compressed_files(self):
        for name, pack in (("bai.txt.gz", gzip.compress), ("bai.txt.bz2", bz2.compress), ("bai.txt.xz", lzma.compress),
                           ("bai.txt", gzip.compress)):
            self.write(name, pack(text(41).encode()))
            [each] = self.run_it(name).values()
            self.assertEqual((each["id"], each["source"]["uri"]), ("bai", name))
            self.assertEqual(each["source"]["bytes"], len(text(41).encode()))
        self.write("hai.txt.gz", gzip.compress(text(41)[:30].encode()) + gzip.compress(text(41)[30:].encode()) + bytes(512))
        self.assertEqual(self.run_it("hai.txt.gz")["hai"]["text"], text(41))
        for name, pack in (("none.gz", gzip.compress), ("none.bz2", bz2.compress), ("none.xz", lzma.compress)):
            self.write(name, pack(b""))
            self.assertEqual(self.run_it(name)["none"]["status"], "empty")

    def test_damaged_compression(self):
        noise = bytes(hashlib.sha256(bytes([n % 256, n // 256])).digest()[0] % 26 + 97 for n in range(60000))
        body = text(41).encode() + noise
        for name, pack in (("a.gz", gzip.compress), ("a.bz2", bz2.compress), ("a.xz", lzma.compress)):
            packed = pack(body)
            self.write(name, packed[:-20])
            found = self.run_it(name, status=None if name != "a.gz" else 0) if name == "a.gz" else self.any_status(name)
            for each in found.values():
                self.assertEqual(each["status"], "truncated")
                self.assertIn("truncated", [w["code"] for w in each["warnings"]])
            self.assertTrue(found or self.errors)
        self.write("t.tar.gz", gzip.compress(tar({"a.txt": text(41), "b.txt": noise, "c.txt": text(43)}))[:-2000])
        found = self.run_it("t.tar.gz", status=1)
        self.assertEqual(found["t!a"]["status"], "ok")
        self.assertTrue(self.errors[0].startswith("error: t.tar.gz: the gzip data end early"))
        for name, pack in (("crc.txt.gz", text(41).encode()), ("crc.tar.gz", tar({"a.txt": text(42)}))):
            wrong = bytearray(gzip.compress(pack))
            wrong[-6] ^= 1
            self.write(name, bytes(wrong))
        found = self.run_it("crc.txt.gz", "crc.tar.gz", status=1)
        self.assertEqual(list(found), ["crc!a"])
        for name, error in zip(("crc.txt.gz", "crc.tar.gz"), self.errors, strict=True):
            self.assertTrue(error.startswith(f"error: {name}: the gzip checksum is wrong"), error)
        wrong = bytearray(gzip.compress(record(1, http(page(41)))))
        wrong[-6] ^= 1
        self.write("crc.warc.gz", bytes(wrong) + gzip.compress(record(2, http(page(42)))))
        self.assertEqual(list(self.run_it("crc.warc.gz", status=1)), ["urn:uuid:2"])
        self.assertTrue(self.errors[0].startswith("error: crc.warc.gz!urn:uuid:1: the gzip checksum is wrong"))
        self.write("cut.warc", record(1, http(page(43)))[:-40])
        self.assertEqual(self.run_it("crc.txt.gz", "cut.warc", status=1)["urn:uuid:1"]["status"], "truncated")
        self.write("cut.tar", tar({"a.txt": text(41), "b.txt": noise})[:20000])
        found = self.run_it("cut.tar", status=1)
        self.assertEqual([found[k]["status"] for k in ("cut!a", "cut!b")], ["ok", "truncated"])

    def any_status(self, *args):
        done = subprocess.run([PROGRAM, "extract", "--with-text", *map(str, args)], capture_output=True, cwd=self.folder)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.errors = done.stderr.decode().splitlines()
        return {each["id"]: each for each in map(json.loads, done.stdout.decode().splitlines())}

    def test_warc(self):
        brotli = b"\x0b\x02\x80" + b"49 ha" + b"\x03"  # one raw metablock
        records = [
            WARCINFO,
            record(1, http(page(41))),
            record(2, http(chunked(page(42)), more="Transfer-Encoding: chunked\r\n")),
            record(3, http(gzip.compress(page(43).encode()), more="Content-Encoding: gzip\r\n")),
            record(4, http(zlib.compress(page(44).encode()), more="Content-Encoding: deflate\r\n")),
            record(5, http(zlib.compress(page(45).encode())[2:-4], more="Content-Encoding: deflate\r\n")),
            record(6, http(page(46), more="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
            record(7, http(brotli, "text/plain", more="Content-Encoding: br\r\n")),
            record(8, http("", status="301 Moved")),
            record(9, http(b"\x89PNG\r\n\0\0", "image/png")),
            record(10, http("p { color: red }", "text/css")),
            record(11, "GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request"),
            record(12, text(52), "conversion", "text/plain"),
            record(13, page(53), "resource", "text/html"),
            record(14, http(page(54).encode("utf-16"), "text/html; charset=utf-16")),
        ]
        want = {f"urn:uuid:{n}": f"{n + 40} suất quà" for n in (1, 2, 3, 4, 5, 6, 12, 13, 14)}
        want["urn:uuid:7"] = "49"
        for name, content in (("in.warc", b"".join(records)), ("in.warc.gz", b"".join(map(gzip.compress, records))),
                              ("one.warc.gz", gzip.compress(b"".join(records)))):
            with self.subTest(name=name):
                self.write(name, content)
                found = self.run_it(name)
                self.assertEqual(sorted(found), sorted(want))
                for key, words in want.items():
                    self.assertIn(words, found[key]["text"])
                first = found["urn:uuid:1"]
                self.assertEqual(first["url"], "https://bao.example/1.html")
                self.assertEqual(first["source"]["captured_at"], "2023-01-02T02:03:04Z")
                self.assertEqual(first["source"]["uri"], name + "!urn:uuid:1")
                self.assertEqual(first["source"]["sha256"], hashlib.sha256(page(41).encode()).hexdigest())
                self.assertEqual(found["urn:uuid:2"]["source"]["sha256"], hashlib.sha256(page(42).encode()).hexdigest())

    def test_broken_warc_goes_on_with_the_next_record(self):
        noise = "".join(chr(97 + hashlib.sha256(bytes([n % 256, n // 256])).digest()[0] % 26) for n in range(9000))
        long = record(2, http(page(42) + noise))
        members = [gzip.compress(r) for r in (record(1, http(page(41))), long, record(3, http(page(43))))]
        flipped = bytearray(members[1])
        for n in range(len(flipped) // 2, len(flipped) // 2 + 64):
            flipped[n] ^= 0xFF
        for name, content in (("cut member", members[0] + members[1][:-3000] + members[2]),
                              ("flipped bits", members[0] + bytes(flipped) + members[2]),
                              ("junk between", members[0] + members[1] + b"junk" * 50 + members[2]),
                              ("cut at the end", members[0] + members[2] + members[1][:-3000])):
            with self.subTest(name=name):
                self.write("in.warc.gz", content)
                found = self.any_status("in.warc.gz")
                self.assertEqual([found[f"urn:uuid:{n}"]["status"] for n in (1, 3)], ["ok", "ok"])
                if name == "flipped bits":  # it unpacks to as many bytes as it should, but to others
                    self.assertEqual(len(found), 2)
                    self.assertIn("in.warc.gz!urn:uuid:2: the gzip checksum is wrong", "".join(self.errors))
                    continue
                self.assertEqual(len(found), 3)
                if name != "junk between":
                    self.assertEqual(found["urn:uuid:2"]["status"], "truncated")
                    if "cut" in name:  # nothing but what was written
                        self.assertTrue((page(42) + noise).encode().startswith(b"<!DOCTYPE"))
                        size = found["urn:uuid:2"]["source"]["bytes"]
                        self.assertEqual(found["urn:uuid:2"]["source"]["sha256"],
                                         hashlib.sha256((page(42) + noise).encode()[:size]).hexdigest())
                        self.assertGreater(size, 1000)
        plain = (record(1, http(page(41))), record(2, http(page(42)), length=100000), record(3, http(page(43))))
        for name, content, status in (("length too large", b"".join(plain), 0),
                                      ("junk", plain[0] + b"\r\njunk\r\n" * 20 + plain[2], 1),
                                      ("no length", plain[0] + b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n" + plain[2], 1),
                                      ("cut", plain[0] + plain[2] + record(2, http(page(42)))[:-40], 0)):
            with self.subTest(name=name):
                self.write("in.warc", content)
                found = self.run_it("in.warc", status=status)
                self.assertEqual([found[f"urn:uuid:{n}"]["status"] for n in (1, 3)], ["ok", "ok"])
                if "urn:uuid:2" in found:
                    self.assertEqual(found["urn:uuid:2"]["status"], "truncated")
                    self.assertIn("42 suất quà", found["urn:uuid:2"]["text"])
                else:
                    self.assertIn("no WARC record", self.errors[0])

    def test_limits_are_told_and_the_rest_goes_on(self):
        big = text(41) + "x" * 3_000_000
        self.write("a/big.txt", big)
        self.write("a/big.jsonl", json.dumps({"id": "big", "text": big}) + "\n" + json.dumps({"id": "j", "text": text(42)}))
        self.write("a/t.tar", tar({"big.txt": big, "t.txt": text(43)}))
        self.write("a/w.warc", record(1, http(big)) + record(2, http(page(44))))
        self.write("a/z.warc", record(3, http(gzip.compress(big.encode()), more="Content-Encoding: gzip\r\n")) +
                   record(4, http(page(45))))
        found = self.run_it("a", "--max-document", "1MB", status=1)
        self.assertEqual(sorted(found), ["t!t", "urn:uuid:2", "urn:uuid:4"])
        self.assertEqual(len(self.errors), 4)
        for error in self.errors:
            self.assertIn("is larger than 1 MiB; if that is right, raise --max-document", error)
        self.assertEqual(list(self.run_it("--input-format", "jsonl", "a/big.jsonl", "--max-document", "1MB", status=1)), ["j"])

    def test_bombs(self):
        bomb = gzip.compress(b"a " * 40_000_000, 9)
        self.write("a/bomb.html.gz", bomb)
        self.write("a/bomb.tar.gz", gzip.compress(tar({"bomb.txt": b"a " * 40_000_000, "after.txt": text(1)}), 9))
        self.write("a/bomb.zip", zipped({"bomb.txt": b"a " * 40_000_000, "after.txt": text(41)}))
        self.write("a/good.txt", text(42))
        packed = bomb
        for _ in range(20):
            packed = gzip.compress(packed)
        self.write("a/onion.gz", packed)
        found = self.run_it("a", status=1)
        self.assertEqual(sorted(found), ["bomb!after", "good"])
        self.assertTrue(any("--max-ratio" in e for e in self.errors), self.errors)
        self.assertTrue(any("--max-nesting" in e for e in self.errors), self.errors)
        many = tar({f"{n}.txt": text(n) for n in range(1, 31)}, "gz")
        self.write("many.tgz", many)
        self.assertEqual(len(self.run_it("many.tgz", "--max-entries", 10, status=1)), 10)
        self.assertIn("--max-entries", self.errors[0])
        self.assertLess(len(self.run_it("many.tgz", "a/good.txt", "--max-total", "10KB", status=1)), 30)
        self.assertIn("good", [r["id"] for r in self.records])
        self.assertIn("--max-total", self.errors[0])

    def test_what_needs_a_converter(self):
        self.write("a/bao cao.pdf", b"%PDF-1.4\n%\xe2\xe3\n" + bytes(100))
        self.write("a/cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        self.write("a/moi.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}))
        self.write("a/mot.txt", text(41))
        self.write("b.zip", zipped({"bao cao.pdf": b"%PDF-1.4\n" + bytes(100), "hai.txt": text(42)}))
        found = self.run_it("a", "b.zip", status=1)
        self.assertEqual(list(found), ["mot", "b!hai"])
        for converter, error in zip(("pdftotext", "catdoc", "pandoc", "pdftotext"), self.errors, strict=True):
            self.assertIn(converter, error)
        self.assertIn("b.zip!bao cao.pdf", self.errors[3])

    def test_duplicates_and_ids(self):
        self.write("a/mot.txt", text(41))
        self.write("b/mot.txt", text(41))
        self.write("c/mot.txt", text(42))
        self.write("d/ba.txt", text(41))
        self.run_it("a/mot.txt", "b/mot.txt", "c/mot.txt", "d/ba.txt")
        tails = [hashlib.sha256(text(n).encode()).hexdigest()[:8] for n in (41, 42)]
        self.assertEqual([(r["id"], r["duplicate_of"]) for r in self.records],
                         [("mot", None), ("mot~" + tails[0], "mot"), ("mot~" + tails[1], None), ("ba", "mot")])
        for n in (1, 2):
            self.assertEqual([w["code"] for w in self.records[n]["warnings"]], ["id_taken"])

    def test_names_are_labels(self):
        odd = os.fsencode(self.folder) + b"/b\xe0i.txt"
        pathlib.Path(os.fsdecode(odd)).write_text(text(41))
        self.write("in.tar", tar({"a\x1b[31m\n.txt": text(42), "/etc/passwd.txt": text(43)}))
        found = self.run_it(".")
        self.assertEqual(list(found), ["b%E0i", "in!a%1B[31m%0A", "in!/etc/passwd"])
        self.assertEqual(found["b%E0i"]["warnings"][0]["code"], "file_name")


unittest.main(argv=sys.argv[:1])
