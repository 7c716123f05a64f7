"""The recipe of schemas/README.md that makes Parquet with DuckDB, run as it stands there. Needs duckdb from
PyPI, which is put beside the build; status 77 (skipped) when it cannot be had. usage: parquet_test.py SOURCE PROGRAM"""
import csv, decimal, os, pathlib, re, subprocess, sys, tempfile, venv

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
CHECK = """
import duckdb, sys
duckdb.execute(sys.argv[1])
query = "SELECT count(*), sum(value), max(typeof(value)), count(published) FROM 'facts.parquet'"
print(*duckdb.execute(query).fetchone())
"""


def python_with_duckdb():
    home = PROGRAM.parent / "duckdb-venv"
    python = home / "bin" / "python"
    if not (home / "complete").exists():
        try:
            venv.create(home, with_pip=True, clear=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", "duckdb"], check=True, capture_output=True, timeout=240)
            (home / "complete").touch()
        except (subprocess.SubprocessError, OSError) as error:
            print("skipped: duckdb cannot be installed:", error)
            sys.exit(77)
    return python


def main():
    text = (SOURCE / "schemas" / "README.md").read_text(encoding="utf-8")
    recipe = re.search(r"```sql\n(COPY .*?)```", text, re.S)[1]
    python = python_with_duckdb()
    with tempfile.TemporaryDirectory(prefix="solieu-parquet-") as folder:
        os.chdir(folder)
        subprocess.run([PROGRAM, "extract", "--quiet", SOURCE / "corpus" / "dev", "--to", "csv:facts.csv"], check=True)
        with open("facts.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        decimal.getcontext().prec = 60
        total = sum(decimal.Decimal(row["value"]) for row in rows if row["value"])
        out = subprocess.run([python, "-c", CHECK, recipe], check=True, capture_output=True, text=True).stdout.split()
        assert int(out[0]) == len(rows), (out, len(rows))
        assert decimal.Decimal(out[1]) == total, (out, total)
        assert out[2].startswith("DECIMAL"), out
        print(f"{len(rows)} rows, their sum is exact")


main()
