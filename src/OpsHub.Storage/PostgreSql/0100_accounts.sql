-- Accounts, bearer tokens and what the host remembers of its own work. Instants are milliseconds since 1970 UTC.
CREATE TABLE accounts (
    id                   text    NOT NULL PRIMARY KEY,
    user_name            text    NOT NULL,
    normalized_user_name text    NOT NULL UNIQUE,
    password_hash        text    NULL,
    security_stamp       text    NULL,
    concurrency_stamp    text    NULL,
    access_failed_count  integer NOT NULL,
    lockout_enabled      boolean NOT NULL,
    lockout_end          bigint  NULL,
    role                 text    NOT NULL,
    organ                text    NOT NULL,
    language             text    NULL
);

-- Every token that was issued, by its id; the token itself is not kept.
CREATE TABLE access_tokens (
    id         text    NOT NULL PRIMARY KEY,
    principal  text    NOT NULL,
    role       text    NOT NULL,
    organ      text    NOT NULL,
    backdates  boolean NOT NULL,
    issued_at  bigint  NOT NULL,
    expires_at bigint  NOT NULL,
    revoked_at bigint  NULL
);
CREATE INDEX access_tokens_revoked ON access_tokens (expires_at) WHERE revoked_at IS NOT NULL;

-- One key for all processes on this database.
CREATE TABLE signing_keys (
    id         text    NOT NULL PRIMARY KEY,
    secret     text    NOT NULL,
    created_at bigint  NOT NULL
);

-- Seed files as last loaded, so that a later start need not compare them again.
CREATE TABLE loaded_seeds (
    name      text    NOT NULL PRIMARY KEY,
    hash      text    NOT NULL,
    loaded_at bigint  NOT NULL
);

-- Periods that a job has done, for one unit or for all (''): gaps after downtime show and are filled.
CREATE TABLE job_periods (
    job     text    NOT NULL,
    period  text    NOT NULL,
    unit    text    NOT NULL,
    content text    NULL,
    done_at bigint  NOT NULL,
    PRIMARY KEY (job, period, unit)
);
