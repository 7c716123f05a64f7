"""Makes a store of solieu larger, or hostile, for the tests of the review page.
usage: make_store.py STORE large FIGURES | make_store.py STORE hostile ARTICLES"""
import sqlite3, sys

TEXTS = {
    "articles": ["title", "byline", "site", "url", "uri", "text"],
    "figures": ["unit", "quote", "sentence", "counted", "counted_lemma", "per", "action", "change_baseline", "period",
                "period_basis", "unit_org", "unit_org_mention", "unit_org_basis", "place", "programme", "rule"],
    "units": ["mention", "name"],
    "checks": ["note", "expected", "found"],
}
SCRIPTS = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "\"><svg onload=window.ran=1>",
    "' onmouseover='window.ran = 1",
    "javascript:window.ran=1",
    "</script><script>window.ran = 1</script>",
    "<iframe srcdoc=\"<script>parent.ran = 1</script>\"></iframe>",
    "{{constructor.constructor('window.ran = 1')()}}",
    "<!--<script>window.ran = 1//--></script>",
    "\u202e<style>*{background:url(javascript:window.ran=1)}</style>",
]


def columns(db, table, without=()):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in without]


def copy_articles(db, copies):
    """Copies every article with its figures `copies` times, each copy with numbers and ids of its own."""
    [(articles, figures)] = db.execute("SELECT max(a.article), max(figure) FROM articles a, figures")
    db.execute("CREATE TEMP TABLE k AS WITH RECURSIVE n(k) AS (VALUES (1) UNION ALL SELECT k + 1 FROM n WHERE k < ?)"
               " SELECT k FROM n", (copies,))
    plain = columns(db, "articles", ("article", "id", "sha256"))
    db.execute(f"INSERT INTO articles (article, id, sha256, {', '.join(plain)}) SELECT article + k * {articles},"
               f" id || '~' || k, sha256 || k, {', '.join(plain)} FROM articles, k WHERE article <= {articles}")
    plain = columns(db, "figures", ("figure", "article", "confidence"))
    db.execute(f"INSERT INTO figures (figure, article, confidence, {', '.join(plain)}) SELECT figure + k * {figures},"
               f" article + k * {articles}, abs(random() % 1000) / 1000.0, {', '.join(plain)} FROM figures, k"
               f" WHERE figure <= {figures}")
    plain = columns(db, "checks", ("article",))
    db.execute(f"INSERT INTO checks (article, {', '.join(plain)}) SELECT article + k * {articles},"
               f" {', '.join(plain)} FROM checks, k WHERE article <= {articles}")


def main():
    store, what, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    db = sqlite3.connect(store)
    [(articles, figures)] = db.execute("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM figures)")
    if what == "large":
        copy_articles(db, count // figures)
    else:
        copy_articles(db, count // articles)
        for table, names in TEXTS.items():
            for i, name in enumerate(names):
                for j, script in enumerate(SCRIPTS):
                    where = f"rowid % {len(SCRIPTS)} = {(i + j) % len(SCRIPTS)}"
                    db.execute(f"UPDATE {table} SET {name} = {name} || ? WHERE {where} AND {name} IS NOT NULL", (script,))
                    db.execute(f"UPDATE {table} SET {name} = ? WHERE {where} AND {name} IS NULL", (script,))
    db.commit()
    print(*db.execute("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM figures)").fetchone())


main()
