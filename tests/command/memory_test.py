"""A mixed archive in bounded memory: a tar of pages, texts, tar.xz, zip, WARC and JSON Lines, read through once as
a file and once through a pipe; and small articles, of which a twentieth takes hardly less memory than all. 24 MB of
each, or SOLIEU_SOAK_MB. usage: memory_test.py SOURCE PROGRAM"""
import gzip, io, json, os, pathlib, random, resource, subprocess, sys, tarfile, tempfile, time, zipfile

PROGRAM = sys.argv[2]
MEGABYTES = int(os.environ.get("SOLIEU_SOAK_MB", "24"))
LIMIT_MB = 250  # rules, some hundred articles on their way, and no more
GROWTH = 1.2
WORDS = "hội phụ nữ xã vùng cao thăm hỏi hộ nghèo làng bản trường học mùa vụ lúa nước đường mới cầu chợ dân".split()
random.seed(7)


def words(n):
    return " ".join(random.choices(WORDS, k=n))


def article(n):
    lines = [f"{words(9).capitalize()}: {n} suất quà cho hộ nghèo, {words(60)}." for _ in range(random.randint(2, 30))]
    return f"Trao quà lần {n}\n" + "\n".join(lines) + "\n"


def page(n):
    body = "".join(f"<p>{line}</p>\n" for line in article(n).splitlines())
    return f"<!DOCTYPE html><html><head><title>Lần {n}</title></head><body>{body}</body></html>"


def record(n):
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page(n)}".encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bao.example/{n}\r\nWARC-Date: "
            f"2023-01-05T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nContent-Length: {len(body)}\r\n\r\n")
    return gzip.compress(head.encode() + body + b"\r\n\r\n", 1)


def tar_xz(numbers):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz", preset=0) as archive:
        for n in numbers:
            add(archive, f"{n}.txt", article(n).encode())
    return out.getvalue()


def zipped(numbers):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for n in numbers:
            archive.writestr(f"{n}.html", page(n))
    return out.getvalue()


def add(archive, name, content):
    about = tarfile.TarInfo(name)
    about.size = len(content)
    archive.addfile(about, io.BytesIO(content))


def write(path):
    """Returns how many articles are in it."""
    n = 0
    with tarfile.open(path, "w") as archive:
        while archive.offset < MEGABYTES << 20:
            for pack, name in ((tar_xz, "a.tar.xz"), (zipped, "b.zip")):
                add(archive, f"{n}/{name}", pack(range(n, n + 40)))
                n += 40
            add(archive, f"{n}/c.warc.gz", b"".join(map(record, range(n, n + 40))))
            n += 40
            for n in range(n, n + 200):
                add(archive, f"{n}/d.{'html' if n % 2 else 'txt'}", (page(n) if n % 2 else article(n)).encode())
            n += 1
    return n


def write_lines(path, megabytes):
    """JSON Lines of articles of 3 KB."""
    n = 0
    with open(path, "w", encoding="utf-8") as out:
        while out.tell() < megabytes << 20:
            n += 1
            body = "\n".join(f"{words(9).capitalize()}: {n} suất quà cho hộ nghèo, {words(60)}." for _ in range(7))
            out.write(json.dumps({"id": f"{n // 1000:03}/{n:06}", "text": body}, ensure_ascii=False) + "\n")
    return n


def run(path, piped, *more):
    begin = time.monotonic()
    # The allocator of the sanitizers keeps what was freed.
    options = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=8"}
    with open(path, "rb") as stdin, tempfile.TemporaryFile() as out:
        child = subprocess.Popen([PROGRAM, "extract", "--quiet", "-" if piped else path, *more],
                                 stdin=stdin if piped else subprocess.DEVNULL, stdout=out, env=options)
        _, status, usage = os.wait4(child.pid, 0)
        out.seek(0)
        articles = sum(1 for _ in out)
    return os.waitstatus_to_exitcode(status), articles, usage.ru_maxrss / 1024, time.monotonic() - begin


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "mixed.tar"
        want = write(path)
        for piped in (False, True):
            status, articles, peak, seconds = run(path, piped)
            print(f"{path.stat().st_size / 1e6:.0f} MB {'piped' if piped else 'as a file'}: {articles} of {want} "
                  f"articles, status {status}, peak {peak:.0f} MB, {seconds:.0f} s", flush=True)
            failed |= status != 0 or articles != want or peak > LIMIT_MB
        path.unlink()
        peaks = []
        for megabytes in (max(8, MEGABYTES // 20), MEGABYTES):
            want = write_lines(path, megabytes)
            status, articles, peak, seconds = run(path, False, "--input-format", "jsonl")
            print(f"{megabytes} MB of small articles: {articles} of {want}, status {status}, peak {peak:.0f} MB, "
                  f"{seconds:.0f} s", flush=True)
            failed |= status != 0 or articles != want
            peaks.append(peak)
        failed |= peaks[1] > GROWTH * peaks[0]
    sys.exit(1 if failed else 0)


main()
