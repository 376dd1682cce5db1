"""A kiosk's login may do at a hub what a kiosk does, and forms stand in no order.

Whoever takes a kiosk over has its login. With it they can add forms of the sizes that forms have,
and make the numbers of this kiosk larger; they read nothing, and reach no other kiosk's numbers.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_BOUNDS = """
ALTER TABLE forms ADD CONSTRAINT forms_size
    CHECK (octet_length(sealed) IN (1072, 4144, 16432)) NOT VALID;
ALTER TABLE counts ADD CONSTRAINT counts_size
    CHECK (number BETWEEN 0 AND 100000 AND length(topic) <= 255) NOT VALID;
CREATE TABLE kiosk_logins (kiosk uuid PRIMARY KEY, login name NOT NULL);
"""
"""NOT VALID: what is there already stays."""
# A temporary schema comes last, so that the caller's own names stand for nothing.
_PUT_COUNT = """
CREATE FUNCTION put_count(of_kiosk uuid, of_day date, of_topic text, so_many integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
    INSERT INTO kiosk_logins VALUES (of_kiosk, session_user) ON CONFLICT DO NOTHING;
    IF session_user <> (SELECT login FROM kiosk_logins WHERE kiosk = of_kiosk) THEN
        RAISE 'these are the counts of another login' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO counts (kiosk, day, topic, number) VALUES (of_kiosk, of_day, of_topic, so_many)
    ON CONFLICT (kiosk, day, topic)
    DO UPDATE SET number = greatest(counts.number, excluded.number);
END $$
"""
_WITHOUT_ORDER = (
    "CREATE TABLE sorted (id CHAR(32) NOT NULL PRIMARY KEY, sealed BLOB NOT NULL, opened DATE,"
    " arrived DATE) WITHOUT ROWID",
    "INSERT INTO sorted SELECT id, sealed, opened, arrived FROM forms",
    "DROP TABLE forms",
    "ALTER TABLE sorted RENAME TO forms",
)


def upgrade() -> None:
    """Bound what may be added to a hub; have a kiosk's file keep forms by their random numbers."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        schema = connection.scalar(sa.text("SELECT quote_ident(current_schema())"))
        op.execute(_BOUNDS)
        op.execute(_PUT_COUNT.format(schema=schema))
        op.execute("REVOKE ALL ON FUNCTION put_count FROM PUBLIC")
    else:
        for step in _WITHOUT_ORDER:
            op.execute(step)


def downgrade() -> None:
    """Take the bounds away; every form stays, and those of a kiosk's file without an order."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION put_count; DROP TABLE kiosk_logins")
        op.drop_constraint("forms_size", "forms")
        op.drop_constraint("counts_size", "counts")
