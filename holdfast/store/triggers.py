"""The triggers that keep the record as it was written.

On every table: no row is changed or deleted (nor, on PostgreSQL, the table emptied), and no row comes in under an
entry that is not the newest. On the entries: each is numbered one more than the one before. Only whoever may drop
triggers can go behind them; what was done there the chain of digests shows (``holdfast.store.chain``).
"""

ENTRIES = "store_entry"
LOOKS = "store_look"
BELONGS_TO = {"store_lookedat": (LOOKS, "look_id")}
"""Tables whose rows belong to something else than an entry: to what, and by which column."""
NEVER = "The record is only ever added to: a row is never changed or deleted. Save a new version instead."
NEWEST = "A row must belong to the newest entry: nothing can be slipped into the past."
NUMBERED = "Entries are numbered one after the other: this number is not the next."


def _newest(table: str) -> str:
    return f"(SELECT coalesce(max(position), 0) FROM {table})"  # noqa: S608


def guards(vendor: str, table: str) -> list[str]:
    """The statements that guard one table; ValueError for a database that is neither SQLite nor PostgreSQL."""
    if vendor == "sqlite":
        return _sqlite(table)
    if vendor == "postgresql":
        return _postgresql(table)
    raise ValueError(f"The record can be kept in SQLite or PostgreSQL; this database is {vendor}.")


def unguard(vendor: str, table: str) -> list[str]:
    """The statements that take the guards of one table away, for a migration that is undone."""
    names = [
        f"{table}_{name}" for name in ("never_changed", "never_deleted", "never_emptied", "in_order", "replaced_once")
    ]
    if vendor == "sqlite":
        return [f'DROP TRIGGER IF EXISTS "{name}"' for name in names]
    return [f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"' for name in names]


def _sqlite(table: str) -> list[str]:
    # A write that replaces on conflict deletes without asking the trigger, so a row that is there is asked for here.
    twice = ""
    if table in (ENTRIES, LOOKS):
        late, words = f"NEW.position IS NOT {_newest(table)} + 1", NUMBERED
    else:
        owner, column = BELONGS_TO.get(table, (ENTRIES, "entry_id"))
        late, words = f"NEW.{column} IS NOT {_newest(owner)}", NEWEST
        twice = f'OR EXISTS (SELECT 1 FROM "{table}" WHERE "row" = NEW."row") '  # noqa: S608
    never = f"BEGIN SELECT RAISE(ABORT, '{NEVER}'); END"
    return [
        f'CREATE TRIGGER "{table}_never_changed" BEFORE UPDATE ON "{table}" {never}',
        f'CREATE TRIGGER "{table}_never_deleted" BEFORE DELETE ON "{table}" {never}',
        f'CREATE TRIGGER "{table}_in_order" BEFORE INSERT ON "{table}" WHEN {late} {twice}'
        f"BEGIN SELECT RAISE(ABORT, '{words}'); END",
    ]


def replaced_once(vendor: str, table: str) -> list[str]:
    """For a table of facts on SQLite: a version that replaces what another replaces is refused, whatever the write."""
    if vendor != "sqlite":
        return []
    taken = f'SELECT 1 FROM "{table}" WHERE replaces = NEW.replaces'  # noqa: S608
    return [
        f'CREATE TRIGGER "{table}_replaced_once" BEFORE INSERT ON "{table}" WHEN NEW.replaces IS NOT NULL '
        f"AND EXISTS ({taken}) BEGIN SELECT RAISE(ABORT, '{NEVER}'); END"
    ]


ON_OUR_TABLES = f"""DO $$ DECLARE guard regprocedure; place oid; BEGIN
SELECT relnamespace INTO place FROM pg_class WHERE oid = '{ENTRIES}'::regclass;
FOR guard IN SELECT DISTINCT tgfoid FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = place AND starts_with(relname, 'store_')
LOOP EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', guard, place::regnamespace); END LOOP;
IF guard IS NULL THEN RAISE EXCEPTION 'No guard of the record was found, so none could be told where to look.'; END IF;
END $$"""  # noqa: S608
"""Every guard looks for its tables where ours are and nowhere else: a table of the same name that somebody has in a
schema of their own would otherwise be asked in place of ours."""


def _postgresql(table: str) -> list[str]:
    return [*_triggers_of(table), ON_OUR_TABLES]


def _triggers_of(table: str) -> list[str]:
    never = f"FOR EACH STATEMENT EXECUTE FUNCTION {ENTRIES}_never()"
    made = [
        _function("never", f"RAISE EXCEPTION '{NEVER}';"),
        f'CREATE TRIGGER "{table}_never_changed" BEFORE UPDATE ON "{table}" {never}',
        f'CREATE TRIGGER "{table}_never_deleted" BEFORE DELETE ON "{table}" {never}',
        f'CREATE TRIGGER "{table}_never_emptied" BEFORE TRUNCATE ON "{table}" {never}',
    ]
    if table in (ENTRIES, LOOKS):
        asked = f"IF NEW.position <> {_newest(table)} + 1 THEN RAISE EXCEPTION '{NUMBERED}'; END IF; RETURN NEW;"
        when = f'BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION {table}_next()'
        return [*made, _function("next", asked, table), f'CREATE TRIGGER "{table}_in_order" {when}']
    # Once for each statement, not for each row: a first import writes millions of rows.
    owner, column = BELONGS_TO.get(table, (ENTRIES, "entry_id"))
    late = f"SELECT 1 FROM coming WHERE {column} IS DISTINCT FROM {_newest(owner)}"  # noqa: S608
    asked = f"IF EXISTS ({late}) THEN RAISE EXCEPTION '{NEWEST}'; END IF; RETURN NULL;"
    when = f'AFTER INSERT ON "{table}" REFERENCING NEW TABLE AS coming'
    run = f"FOR EACH STATEMENT EXECUTE FUNCTION {owner}_newest()"
    return [*made, _function("newest", asked, owner), f'CREATE TRIGGER "{table}_in_order" {when} {run}']


def _function(name: str, does: str, of: str = ENTRIES) -> str:
    return f"CREATE OR REPLACE FUNCTION {of}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {does} END $$"
