-- Accounts, bearer tokens and what the host remembers of its own work. Instants are milliseconds since 1970 UTC.
CREATE TABLE accounts (
    id                   TEXT    NOT NULL PRIMARY KEY,
    user_name            TEXT    NOT NULL,
    normalized_user_name TEXT    NOT NULL UNIQUE,
    password_hash        TEXT    NULL,
    security_stamp       TEXT    NULL,
    concurrency_stamp    TEXT    NULL,
    access_failed_count  INTEGER NOT NULL,
    lockout_enabled      INTEGER NOT NULL,
    lockout_end          INTEGER NULL,
    role                 TEXT    NOT NULL,
    organ                TEXT    NOT NULL,
    language             TEXT    NULL
);

-- Every token that was issued, by its id; the token itself is not kept.
CREATE TABLE access_tokens (
    id         TEXT    NOT NULL PRIMARY KEY,
    principal  TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    organ      TEXT    NOT NULL,
    backdates  INTEGER NOT NULL,
    issued_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER NULL
);
CREATE INDEX access_tokens_revoked ON access_tokens (expires_at) WHERE revoked_at IS NOT NULL;

-- One key for all processes on this database.
CREATE TABLE signing_keys (
    id         TEXT    NOT NULL PRIMARY KEY,
    secret     TEXT    NOT NULL,
    created_at INTEGER NOT NULL
);

-- Seed files as last loaded, so that a later start need not compare them again.
CREATE TABLE loaded_seeds (
    name      TEXT    NOT NULL PRIMARY KEY,
    hash      TEXT    NOT NULL,
    loaded_at INTEGER NOT NULL
);

-- Periods that a job has done, for one unit or for all (''): gaps after downtime show and are filled.
CREATE TABLE job_periods (
    job     TEXT    NOT NULL,
    period  TEXT    NOT NULL,
    unit    TEXT    NOT NULL,
    content TEXT    NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (job, period, unit)
);
