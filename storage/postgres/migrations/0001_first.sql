-- The tables, as `storage.sqlite.schema` tells them, with PostgreSQL's own types: an instant is a timestamptz, a day a
-- date. Instants are always bound from the caller's clock: no default asks the server's.

CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    language text,
    zone text,
    country text,
    silent_since timestamptz
);

CREATE TABLE addresses (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform text NOT NULL,
    account text NOT NULL,
    person_id bigint NOT NULL REFERENCES people,
    chat text NOT NULL,
    used_at timestamptz NOT NULL,
    unreachable_since timestamptz,
    UNIQUE (platform, account)
);
CREATE INDEX ON addresses (person_id);

CREATE TABLE handled (
    key text PRIMARY KEY,
    at timestamptz NOT NULL
);

CREATE TABLE lines (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    version bigint NOT NULL,
    target text NOT NULL,
    feel text NOT NULL,
    messages text NOT NULL,
    expertise text NOT NULL,
    created_at timestamptz NOT NULL,
    key text NOT NULL,
    UNIQUE (person_id, version),
    UNIQUE (person_id, key)
);

CREATE TABLE goals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    network text NOT NULL,
    purpose text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    extended boolean NOT NULL DEFAULT FALSE,
    outcome text,
    closed_at timestamptz,
    key text NOT NULL,
    UNIQUE (person_id, key)
);
CREATE INDEX ON goals (person_id, starts_at);
CREATE UNIQUE INDEX goals_open ON goals (person_id) WHERE outcome IS NULL;

CREATE TABLE ledger (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    goal_id bigint NOT NULL UNIQUE REFERENCES goals,
    seconds bigint NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX ON ledger (person_id, at);

CREATE TABLE clients (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    name text NOT NULL,
    firm text NOT NULL,
    phone text NOT NULL,
    note text NOT NULL,
    met_on date,
    created_at timestamptz NOT NULL,
    removed_at timestamptz,
    key text NOT NULL,
    UNIQUE (person_id, key)
);

CREATE TABLE calls (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id bigint NOT NULL REFERENCES clients,
    outcome text NOT NULL,
    at timestamptz NOT NULL,
    note text NOT NULL DEFAULT '',
    key text NOT NULL,
    UNIQUE (client_id, key)
);
CREATE INDEX ON calls (client_id, at);

CREATE TABLE drafts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    line_id bigint REFERENCES lines,
    network text NOT NULL,
    text text NOT NULL,
    reviewed_at timestamptz NOT NULL,
    previous_id bigint REFERENCES drafts,
    kept_at timestamptz,
    reason text NOT NULL DEFAULT '',
    key text NOT NULL,
    UNIQUE (person_id, key)
);

CREATE TABLE flags (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draft_id bigint NOT NULL REFERENCES drafts,
    name text NOT NULL,
    UNIQUE (draft_id, name)
);

CREATE TABLE posts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    text text NOT NULL,
    added_at timestamptz NOT NULL,
    key text NOT NULL
);
-- Of the text only the hash: an entry of an index holds 2,704 bytes at most.
CREATE UNIQUE INDEX posts_once ON posts (person_id, key, hashtextextended(text, 0));

CREATE TABLE interviews (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    chat text NOT NULL,
    name text NOT NULL,
    form text NOT NULL,
    answers text NOT NULL,
    UNIQUE (person_id, chat, name)
);

CREATE TABLE dues (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    kind text NOT NULL,
    subject bigint NOT NULL,
    at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'pending',
    owner text,
    claim_number bigint NOT NULL DEFAULT 0,
    lease_ends_at timestamptz,
    closed_at timestamptz
);
-- However many rows are over, a claim reads what is still to be said, soonest first, and stops at its limit.
CREATE INDEX dues_to_say ON dues (at, id) WHERE state IN ('pending', 'claimed');
CREATE INDEX dues_lent ON dues (lease_ends_at) WHERE state = 'claimed';
CREATE UNIQUE INDEX dues_once ON dues (person_id, kind, subject) WHERE state IN ('pending', 'claimed');

CREATE TABLE due_keys (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES people,
    kind text NOT NULL,
    subject bigint NOT NULL,
    key text NOT NULL,
    due_id bigint NOT NULL REFERENCES dues,
    UNIQUE (person_id, kind, subject, key)
);

-- Wakes the deliveries that sleep until the next row, when a row comes before all others that are pending. Not for every
-- row: commits that notify wait for each other, and those of a morning's herd must not. The channel is named in
-- `storage.postgres.news`.
CREATE FUNCTION wake_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM dues
        WHERE state IN ('pending', 'claimed') AND state = 'pending' AND at <= NEW.at AND id <> NEW.id
    ) THEN
        NOTIFY comptoir_dues;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER dues_wake AFTER INSERT OR UPDATE OF at, state ON dues
    FOR EACH ROW WHEN (NEW.state = 'pending') EXECUTE FUNCTION wake_deliveries();
