-- What was published of consultations, for public lists: a round's notice, or an announcement. Nothing is taken back. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on SQLite.
CREATE TABLE ConsultationPapers (
  Paper               text COLLATE "C" NOT NULL, -- key of the consultation, kind and id
  ConsultationKey     text COLLATE "C" NOT NULL,
  Kind                bigint           NOT NULL, -- 0 for a notice, otherwise the kind of announcement and one
  Id                  bigint           NOT NULL, -- round of a notice, id of an announcement
  At                  bigint           NOT NULL,
  Due                 bigint           NULL,
  Late                bigint           NOT NULL,
  Version             bigint           NOT NULL,
  CONSTRAINT PK_ConsultationPapers PRIMARY KEY (Paper)
);
CREATE INDEX IX_ConsultationPapers_At ON ConsultationPapers (At, Paper);
CREATE INDEX IX_ConsultationPapers_Consultation ON ConsultationPapers (ConsultationKey);

-- Keys of calendar feeds: each reads one unit's feed and nothing else. Of the secret only a hash is kept. Instants are milliseconds since 1970 UTC.
CREATE TABLE calendar_feeds (
    id          text    NOT NULL PRIMARY KEY,
    secret_hash text    NOT NULL,
    principal   text    NOT NULL,
    role        text    NOT NULL,
    organ       text    NOT NULL,
    unit        text    NOT NULL,
    token_id    text    NULL, -- of the token that it came from, where that is nobody's account
    created_at  bigint  NOT NULL,
    expires_at  bigint  NULL, -- with that token
    revoked_at  bigint  NULL
);
CREATE INDEX calendar_feeds_principal ON calendar_feeds (principal, unit);
