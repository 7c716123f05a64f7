#!/usr/bin/env python3
"""Checks that includes point one way: a room sees the public headers, itself and the rooms before it;
that a library is seen only by the rooms that are its users; and that no two headers define a type of one
name, of which the linker would take either. usage: include_direction.py SOURCE"""
import pathlib, re, sys

SEES = {
    "base": [],
    "text": ["base"],
    "source": ["base"],
    "segment": ["base", "text"],
    "page": ["base", "text", "segment"],
    "grammar": ["base", "text", "segment", "page"],
    "mention": ["base", "text", "segment", "grammar"],
    "link": ["base", "text", "segment", "grammar", "mention"],
    "record": ["base"],
    "store": ["base", "text", "record"],
    "sink": ["base", "record", "store"],
    "pipeline": ["base", "text", "segment", "page", "grammar", "mention", "link", "record"],
    "eval": ["base"],
    "review": ["base", "text", "segment", "record", "store"],
}
SEES["cli"] = list(SEES)
USERS = {
    "unicode/": ["text", "eval"],
    "re2/": ["grammar", "mention"],
    "toml": ["base", "grammar"],
    "nettle/": ["base", "review"],
    "simdjson": ["text", "source", "sink", "page", "pipeline", "eval", "review"],
    "libxml/": ["page"],
    "sqlite3.h": ["store"],
    "valijson/": ["record"],
    "libpq": ["sink"],
    "xlsxwriter": ["sink"],
    "rapidjson/": ["record", "store", "pipeline", "cli", "review"],
    "tbb/": ["pipeline"],
    "archive": ["source"],
    "zlib": ["source"],
    "brotli/": ["source"],
    "xxhash": ["source"],
    "sparsehash/": ["source"],
    "httplib": ["review"],
    "spdlog/": ["cli"],
    "CLI/": ["cli"],
}
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)[^;]*?\{", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def problems(room, name):
    first = name.split("/")[0]
    if first in SEES and "/" in name:
        if first != room and first not in SEES.get(room, []):
            yield f"{room or 'the public headers'} must not see {first}"
    elif not (first == "solieu" or room is None):
        for library, users in USERS.items():
            if name.startswith(library) and room not in users:
                yield f"{library} is for {', '.join(users)} only"
    elif room is None and first != "solieu" and any(name.startswith(library) for library in USERS):
        yield f"a public header must not show {name}"


def main():
    extractor = pathlib.Path(sys.argv[1]) / "extractor"
    failed = files = twice = 0
    defined = {}
    for path in sorted(extractor.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        room = path.relative_to(extractor).parts[0]
        files += 1
        text = path.read_text(encoding="utf-8")
        for match in TYPE.finditer(text) if path.suffix == ".h" else ():
            first = defined.setdefault(match[1], path)
            if first != path:
                print(f"{path.relative_to(extractor.parent)}: {match[1]} is also in {first.relative_to(extractor.parent)}")
                twice += 1
        for match in INCLUDE.finditer(text):
            for problem in problems(None if room == "include" else room, match[1]):
                print(f"{path.relative_to(extractor.parent)}: includes {match[1]}: {problem}")
                failed += 1
    print(f"{files} files, {failed} includes in a wrong direction, {twice} types defined twice")
    return 1 if failed or twice or not files else 0


sys.exit(main())
