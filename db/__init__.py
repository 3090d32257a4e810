"""The hall's database (数据库): tables, repositories, journal, change feed and document store.

One store per application, made in its ``main.py``::

    store = open_store("sqlite:////var/lib/hall/hall.db", load_keys(Path("keys.toml")), zone=profile.zone)

SQLite for one machine, PostgreSQL for a hall; nothing else changes.
"""
