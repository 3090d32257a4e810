"""What the tests share: the private PostgreSQL cluster and the record of proven requirements."""
