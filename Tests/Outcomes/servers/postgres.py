"""A PostgreSQL server with a shop and its library in it: the binaries come with the package `pgserver`."""

import os
import pathlib
import subprocess
import sys
import time

import pgserver

TABLES = """
CREATE TABLE orders (customer integer, price integer);
INSERT INTO orders SELECT number, number * 10 FROM generate_series(0, 999) AS number;
CREATE TABLE jobs (state text);
INSERT INTO jobs VALUES ('new');
CREATE TABLE invoice AS SELECT number AS id, number * 10.5 AS total FROM generate_series(1, 1000) AS number;
CREATE TABLE book AS SELECT number AS id, 'Part ' || number AS title FROM generate_series(1, 1000) AS number;
"""
binaries = pathlib.Path(pgserver.__file__).parent / "pginstall" / "bin"
folder = pathlib.Path.cwd() / "postgres"
folder.mkdir()
as_server = {}
if os.getuid() == 0:
    # PostgreSQL refuses to run as root.
    for path in folder.parents[:2]:
        if not path.stat().st_mode & 1:
            path.chmod(path.stat().st_mode | 0o011)
    os.chown(folder, 65534, 65534)
    as_server = {"user": 65534, "group": 65534}


def run(name, *arguments, **more):
    subprocess.run([binaries / name, *arguments], check=True, stdout=sys.stderr, **as_server, **more)


run("initdb", "--auth=trust", "--username=shop", "--no-sync", "-D", folder / "data")
options = ["-D", folder / "data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
server = subprocess.Popen([binaries / "postgres", *options], stdout=sys.stderr, **as_server)
client = ["--host", folder, "--username", "shop"]
try:
    while subprocess.run([binaries / "pg_isready", *client], stdout=sys.stderr, check=False).returncode:
        if server.poll() is not None:
            sys.exit("postgres did not start")
        time.sleep(0.1)
    run("createdb", *client, "shop")
    run("psql", "--quiet", *client, "shop", input=TABLES, text=True)
    print(folder, flush=True)
    server.wait()
finally:
    server.kill()
