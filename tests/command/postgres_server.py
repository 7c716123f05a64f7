"""A PostgreSQL server of one's own for as long as a test: Debian's program, in a temporary folder, on a
socket there, without a network. The server refuses to run as root; then it runs as the user postgres."""
import contextlib, os, pathlib, shutil, subprocess, tempfile


def programs():
    """The folder with initdb and pg_ctl, or None."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = [path for path in folders if (path / "initdb").exists()]
    return found[-1] if found else None


@contextlib.contextmanager
def server():
    """Gives a connection string of libpq."""
    root = os.geteuid() == 0
    identity = {"user": "postgres", "group": "postgres", "extra_groups": []} if root else {}
    folder = pathlib.Path(tempfile.mkdtemp(prefix="solieu-pg-"))
    if root:
        shutil.chown(folder, "postgres", "postgres")
        folder.chmod(0o755)

    def run(program, *options):
        done = subprocess.run([programs() / program, *options], cwd="/", capture_output=True, text=True, **identity)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    data = folder / "data"
    try:
        run("initdb", "-D", data, "-U", "solieu", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        # pg_ctl's own output goes to a file: the server would keep a pipe open.
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=64MB"
        with open(folder / "log", "w") as log:
            subprocess.run([programs() / "pg_ctl", "-D", data, "-w", "-l", folder / "server.log", "-o", options, "start"],
                           cwd="/", stdout=log, stderr=log, check=True, **identity)
        yield f"host={folder} user=solieu dbname=postgres"
    finally:
        with contextlib.suppress(RuntimeError):
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def ask(connection, sql):
    """The rows of a query, as lists of texts."""
    done = subprocess.run([programs() / "psql", connection, "-X", "-q", "-A", "-t", "-F", "\x1f", "-R", "\x1e", "-c", sql],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    out = done.stdout.rstrip("\n")
    return [row.split("\x1f") for row in out.split("\x1e")] if out else []
