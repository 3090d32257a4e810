"""The private PostgreSQL cluster of the test session."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres


def plain(url: str) -> str:
    return url.replace("+psycopg", "")


def tables(url: str) -> int:
    with psycopg.connect(plain(url)) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("round_", [1, 2])
def test_each_test_gets_an_empty_database(postgres_url: str, round_: int) -> None:
    assert tables(postgres_url) == 0
    with psycopg.connect(plain(postgres_url)) as connection:
        connection.execute(f"CREATE TABLE left_by_{round_} (n int)")
    assert tables(postgres_url) == 1


def test_the_server_keeps_utf8_and_utc(postgres_url: str) -> None:
    with psycopg.connect(plain(postgres_url)) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
        assert connection.execute("SELECT '䶮'::text").fetchone() == ("䶮",)


def test_a_database_can_be_copied_from_a_template(postgres_cluster: postgres.PostgresCluster) -> None:
    first = postgres_cluster.create()
    with psycopg.connect(plain(postgres_cluster.url(first))) as connection:
        connection.execute("CREATE TABLE kept (n int)")
    second = postgres_cluster.create(template=first)
    try:
        assert tables(postgres_cluster.url(second)) == 1
    finally:
        postgres_cluster.drop(second)
        postgres_cluster.drop(first)


def test_the_wrong_password_is_refused(postgres_cluster: postgres.PostgresCluster) -> None:
    wrong = postgres.PostgresCluster(port=postgres_cluster.port, user="hall", password="wrong")
    with pytest.raises(psycopg.OperationalError, match="password"):
        wrong.create()


def run_pytest_without_postgres(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    """Run one test that wants a database on a machine where no server program is found."""
    (folder / "conftest.py").write_text(
        "from tests.support import postgres\n"
        "def missing():\n"
        "    raise postgres.PostgresMissing('none here')\n"
        "postgres.programs = missing\n"
        "pytest_plugins = ['tests.support.postgres']\n"
    )
    (folder / "test_it.py").write_text("def test_it(postgres_url):\n    pass\n")
    root = Path(postgres.__file__).parents[2]
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", f"--rootdir={folder}", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment)


def test_a_missing_server_fails_under_ci_and_skips_with_the_reason_elsewhere(tmp_path: Path) -> None:
    strict = run_pytest_without_postgres(tmp_path, "true")
    assert strict.returncode == 1
    assert "PostgreSQL is needed under CI" in strict.stdout
    lenient = run_pytest_without_postgres(tmp_path, "")
    assert lenient.returncode == 0
    assert "PostgreSQL is not installed: none here" in lenient.stdout
