-- Reporters' contacts, apart from cases and traces so that they can be erased, and encrypted.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE ReporterContacts (
  CaseKey   TEXT             NOT NULL,
  Command   TEXT             NOT NULL, -- of the report with which it came: the case's own where the case began with it
  KeyId     TEXT             NOT NULL,
  Sealed    TEXT             NOT NULL, -- base64 of nonce, tag and ciphertext; AES-256-GCM, bound to case and command
  KeptAt    INTEGER          NOT NULL, -- UTC ticks of 100 ns
  Settled   INTEGER          NOT NULL, -- 1 once the report is known to be carried out
  CONSTRAINT PK_ReporterContacts PRIMARY KEY (CaseKey, Command)
) WITHOUT ROWID;

-- Commands by which one is to be erased. They stand until it is, or until the command is refused: each takes back its own only.
CREATE TABLE ContactRequests (
  CaseKey   TEXT             NOT NULL,
  Command   TEXT             NOT NULL,
  AskedBy   TEXT             NOT NULL, -- stored key of the command that asks
  CONSTRAINT PK_ContactRequests PRIMARY KEY (CaseKey, Command, AskedBy)
) WITHOUT ROWID;
