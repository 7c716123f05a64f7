"""The documents against the program: every option is in the manual page, in the completions and in no
other spelling; the README shows the consumer project as it is tested; the data dictionaries name every
key of the schema. usage: documents_test.py SOURCE PROGRAM"""
import json, pathlib, re, subprocess, sys, unittest

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
CLI = SOURCE / "extractor" / "cli"


def read(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def help_of(*command):
    return subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True, check=True).stdout


def commands():
    listing = help_of().split("Subcommands:")[1]
    return re.findall(r"^  (\w+) ", listing, re.M)


def keys(node):
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


class Documents(unittest.TestCase):
    def test_every_command_and_option_is_documented(self):
        places = {path: (CLI / path).read_text(encoding="utf-8") for path in
                  ("solieu.1", "completions/solieu.bash", "completions/_solieu", "completions/solieu.fish")}
        self.assertIn("extract", commands())
        for command in [None, *commands()]:
            options = set(re.findall(r"--([a-z][a-z-]*)", help_of(*filter(None, [command])).split("Options:")[1]))
            self.assertIn("help", options)
            for path, text in places.items():
                plain = text.replace("\\-", "-")
                if command:
                    self.assertIn(command, plain, path)
                for option in options:
                    spelled = f"-l {option}\\b" if path.endswith(".fish") else f"--{option}\\b"
                    self.assertRegex(plain, spelled, f"{path} lacks --{option} of {command}")

    def test_readme_shows_the_consumer_as_tested(self):
        readme = read("README.md")
        self.assertIn(read("tests/consumer/figures.cpp"), readme)
        project = read("tests/consumer/CMakeLists.txt")
        for line in project.splitlines()[3:]:
            self.assertIn(line, readme)

    def test_readme_shows_real_output(self):
        example = re.search(r"```console\n\$ (echo .*?) \| solieu (extract .*?)\n(.*?)```", read("README.md"), re.S)
        self.assertIsNotNone(example, "no example")
        text = re.search(r'"(.*)"', example[1])[1] + "\n"
        done = subprocess.run([PROGRAM, "extract", "--quiet", "-"], input=text, capture_output=True, text=True)
        [record] = map(json.loads, done.stdout.splitlines())
        shown = [json.loads(line) for line in example[3].splitlines() if line.startswith("{")]
        self.assertTrue(shown)
        real = [{key: figure[key] for key in shown[0]} for figure in record["figures"]]
        self.assertEqual(shown, real)

    def test_readme_lists_every_room(self):
        rooms = [path.parent.name for path in (SOURCE / "extractor").glob("*/CMakeLists.txt")]
        for room in rooms:
            self.assertRegex(read("extractor/README.md"), rf"(?m)^## {room}$")

    def test_dictionaries_name_every_key(self):
        schema = json.loads(read("schemas/article.schema.json"))
        names = set(keys(schema))
        self.assertGreater(len(names), 60)
        for path in ("schemas/README.md", "schemas/README.vi.md"):
            text = read(path)
            for name in names:
                self.assertRegex(text, rf"`{name}`", f"{path} lacks {name}")


unittest.main(argv=sys.argv[:1])
