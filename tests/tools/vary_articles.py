"""Makes many articles from few: numbers, dates, names of persons and of districts are changed, the rest
stays. The same seed gives the same bytes. usage: vary_articles.py CORPUS OUT COUNT [--seed N] [--jsonl]
    [--empty-every N] [--duplicate-every N]
CORPUS is a folder of *.txt. OUT is a folder, 1000 articles in each of its folders; with --jsonl a file with
an object {"id", "text"} on each line. Every Nth article is empty, or a copy of the one before it."""
import argparse, json, pathlib, random, re

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Văn Thị Hữu Đức Minh Thanh Ngọc Xuân Quang Thu".split()
GIVEN = "An Bình Chi Dũng Giang Hà Hạnh Hòa Hùng Lan Linh Long Mai Nam Nga Phúc Quỳnh Sơn Tâm Thảo Tuấn Yến".split()
DISTRICTS = ["Kim Sơn", "Hải Hậu", "Lục Ngạn", "Quỳnh Lưu", "Krông Pắc", "Cai Lậy", "Đức Hòa", "Vĩnh Linh",
             "Bảo Yên", "Phú Bình", "Tiền Hải", "Mộc Châu", "Cư Jút", "Gò Dầu", "Nghi Lộc", "Ba Tri"]

DAY = r"(?P<day>\d{1,2})(?P<s1>[/-])(?P<month>\d{1,2})(?:(?P<s2>[/-])(?P<year>(?:19|20)\d\d))?(?![\d/%])"
VARIED = re.compile(
    rf"(?P<date>(?<![\d.,/]){DAY})"
    r"|(?P<only_year>(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d))"
    r"|(?P<number>\d+)"
    rf"|(?P<person>\b(?:{'|'.join(SURNAMES)}) (?:{'|'.join(MIDDLE)}) [A-ZĐ]\w+)"
    rf"|(?P<prefix>huyện )(?P<district>{'|'.join(DISTRICTS)})")


def varied(text, chance):
    def replaced(match):
        if match["date"]:
            year = match["s2"] + str(chance.randint(2012, 2024)) if match["year"] else ""
            return f'{chance.randint(1, 28):02}{match["s1"]}{chance.randint(1, 12):02}{year}'
        if match["only_year"]:
            return str(chance.randint(2012, 2024))
        if match["number"]:
            # As many digits, and no new zero in front.
            first, rest = match["number"][0], match["number"][1:]
            return (first if first == "0" else str(chance.randint(1, 9))) + "".join(
                str(chance.randint(0, 9)) for _ in rest)
        if match["person"]:
            return f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
        assert match["district"]
        return match["prefix"] + chance.choice(DISTRICTS)

    return VARIED.sub(replaced, text)


def articles(options):
    """Yields (id, text), `count` of them."""
    models = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(options.corpus.glob("*.txt"))]
    text = ""
    for number in range(options.count):
        name, model = models[number % len(models)]
        if options.empty_every and number % options.empty_every == options.empty_every - 1:
            text = ""
        elif not (text and options.duplicate_every and number % options.duplicate_every == options.duplicate_every - 1):
            # The number belongs to the seed: no two articles are alike by chance of the models.
            text = varied(model, random.Random(f"{options.seed}/{number}"))
        yield f"{number // 1000:03}/{number:06}-{name}", text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jsonl", action="store_true")
    parser.add_argument("--empty-every", type=int, default=0)
    parser.add_argument("--duplicate-every", type=int, default=0)
    options = parser.parse_args()
    if options.jsonl:
        with open(options.out, "w", encoding="utf-8") as out:
            for name, text in articles(options):
                out.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
        return
    for name, text in articles(options):
        path = options.out / (name + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
