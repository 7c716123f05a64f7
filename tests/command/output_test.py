"""Real output against the JSON Schema (read as draft-07 and as 2020-12) and against the promises that
a schema cannot express: every figure is found again in the source bytes and in the clean text.
Runs over corpus/, and over ../shared/articles and ../shared/html when they are there. usage: output_test.py SOURCE PROGRAM"""
import decimal, hashlib, json, pathlib, re, subprocess, sys, unicodedata

import jsonschema

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
# What cleaning may drop or unify; folded away on both sides before they are compared.
DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
UNIFIED = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"})


def normalised(text):
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text.translate(DROPPED).translate(UNIFIED)))


def words_of(slices, record):
    """The slices of a source as solieu reads them, one by one: markup off, decoded, normalised."""
    html = record["source"]["media_type"] == "text/html"
    if not slices:
        return []
    if not html and record["source"]["encoding"] == "utf-8":
        return [piece.decode("utf-8", "replace") for piece in slices]
    if html:
        slices = [re.sub(rb"<!--.*?-->|<[^>]*>", b" ", piece, flags=re.S) for piece in slices]
    # One call for all of them; a slice has no empty line once its line ends are blanks.
    joined = b"\n\n".join(re.sub(rb"[\r\n]+", b" ", piece) for piece in slices)
    done = subprocess.run([PROGRAM, "text", "--encoding", record["source"]["encoding"], "-"],
                          input=joined, capture_output=True, check=True)
    return done.stdout.decode("utf-8").rstrip("\n").split("\n\n")


def same_words(slice_text, quote):
    def bare(text):
        return re.sub(r"\s+", "", normalised(text))
    return bare(slice_text) == bare(quote)


def problems(record, source):
    text = record["text"]
    if hashlib.sha256(source).hexdigest() != record["source"]["sha256"] or len(source) != record["source"]["bytes"]:
        yield "the source's hash or size is wrong"
    ids = [figure["id"] for figure in record["figures"]]
    if len(set(ids)) != len(ids):
        yield "a figure's id is given twice"
    end = 0
    for figure in record["figures"]:
        name = f'{figure["start"]} [{figure["quote"]}]'
        if figure["start"] < end:
            yield f"{name} overlaps the one before or stands before it"
        end = figure["end"]
        if normalised(figure["quote"]) not in normalised(figure["sentence"]):
            yield f"{name} is not in its sentence"
        if figure["modifier"] == "exact" and figure["value"] is not None:
            if not figure["value"] == figure["min_value"] == figure["max_value"]:
                yield f"{name} is exact, but its bounds are not its value"
        low, high = figure["min_value"], figure["max_value"]
        if low is not None and high is not None and low > high:
            yield f"{name} has bounds in the wrong order"
    for kind in ("figures", "dates", "units"):
        slices = words_of([source[item["start"]:item["end"]] for item in record[kind]], record)
        for item, words in zip(record[kind], slices, strict=True):
            quote = item["mention" if kind == "units" else "quote"]
            if text[item["text_start"]:item["text_end"]] != quote:
                yield f'{kind} {item["text_start"]} [{quote}] is not the slice of the text'
            if not same_words(words, quote):
                yield f'{kind} {item["start"]} [{quote}] is not the slice of the source: [{words}]'
    for check in record["checks"]:
        if not set(check["figures"]) <= set(ids):
            yield "a check names a figure that is not there"


def main():
    schema = json.loads((SOURCE / "schemas" / "article.schema.json").read_text(encoding="utf-8"))
    validators = [jsonschema.Draft7Validator, jsonschema.Draft202012Validator]
    for validator in validators:
        validator.check_schema(schema)
    folders = [SOURCE / "corpus"]
    shared = SOURCE.parent / "shared"
    folders += [shared / part for part in ("articles", "html") if (shared / part).is_dir()]
    done = subprocess.run([PROGRAM, "extract", "--quiet", "--with-text", *folders], capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    articles = figures = failed = 0
    for line in done.stdout.decode("utf-8").splitlines():
        if re.search(r':-?\d+(\.\d+)?[eE]', re.sub(r'"(\\.|[^"\\])*"', '""', line)):
            print("a number is written with an exponent")
            failed += 1
        record = json.loads(line, parse_float=decimal.Decimal)
        articles += 1
        figures += len(record["figures"])
        found = list(problems(record, pathlib.Path(record["source"]["uri"]).read_bytes()))
        for validator in validators:
            errors = validator(schema).iter_errors(record)
            found += [f'{"/".join(map(str, e.absolute_path))}: {e.message[:200]}' for e in errors]
        for problem in found:
            print(f'{record["id"]}: {problem}')
        failed += len(found)
    print(f"{articles} articles, {figures} figures, {failed} problems")
    sys.exit(1 if failed or not figures else 0)


main()
