-- Reporters' contacts, apart from cases and traces so that they can be erased, and encrypted.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE ReporterContacts (
  CaseKey   TEXT             NOT NULL,
  Command   TEXT             NOT NULL, -- of the report with which it came: the case's own where the case began with it
  KeyId     TEXT             NOT NULL,
  Sealed    TEXT             NOT NULL, -- base64 of nonce, tag and ciphertext; AES-256-GCM, bound to case and command
  KeptAt    INTEGER          NOT NULL, -- UTC ticks of 100 ns
  Settled   INTEGER          NOT NULL, -- 1 once the report is known to be carried out
  Requested INTEGER          NOT NULL, -- 1 when it is to be erased
  CONSTRAINT PK_ReporterContacts PRIMARY KEY (CaseKey, Command)
) WITHOUT ROWID;
