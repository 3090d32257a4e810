"""Business rules of the hall (业务规则): standard library only; no I/O, no Qt, no SQL, no clock."""
