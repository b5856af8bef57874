-- What was published of consultations, for public lists: a round's notice, or an announcement. Nothing is taken back. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE ConsultationPapers (
  Paper               TEXT    NOT NULL, -- key of the consultation, kind and id
  ConsultationKey     TEXT    NOT NULL,
  Kind                INTEGER NOT NULL, -- 0 for a notice, otherwise the kind of announcement and one
  Id                  INTEGER NOT NULL, -- round of a notice, id of an announcement
  At                  INTEGER NOT NULL,
  Due                 INTEGER NULL,
  Late                INTEGER NOT NULL,
  Version             INTEGER NOT NULL,
  CONSTRAINT PK_ConsultationPapers PRIMARY KEY (Paper)
) WITHOUT ROWID;
CREATE INDEX IX_ConsultationPapers_At ON ConsultationPapers (At, Paper);
CREATE INDEX IX_ConsultationPapers_Consultation ON ConsultationPapers (ConsultationKey);

-- Keys of calendar feeds: each reads one unit's feed and nothing else. Of the secret only a hash is kept. Instants are milliseconds since 1970 UTC.
CREATE TABLE calendar_feeds (
    id          TEXT    NOT NULL PRIMARY KEY,
    secret_hash TEXT    NOT NULL,
    principal   TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    organ       TEXT    NOT NULL,
    unit        TEXT    NOT NULL,
    token_id    TEXT    NULL, -- of the token that it came from, where that is nobody's account
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NULL, -- with that token
    revoked_at  INTEGER NULL
);
CREATE INDEX calendar_feeds_principal ON calendar_feeds (principal, unit);
