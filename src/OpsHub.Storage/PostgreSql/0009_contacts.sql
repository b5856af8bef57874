-- Reporters' contacts, apart from cases and traces so that they can be erased, and encrypted.
-- Names and columns are the same on SQLite.
CREATE TABLE ReporterContacts (
  CaseKey   text COLLATE "C" NOT NULL,
  Command   text COLLATE "C" NOT NULL, -- of the report with which it came: the case's own where the case began with it
  KeyId     text COLLATE "C" NOT NULL,
  Sealed    text COLLATE "C" NOT NULL, -- base64 of nonce, tag and ciphertext; AES-256-GCM, bound to case and command
  KeptAt    bigint           NOT NULL, -- UTC ticks of 100 ns
  Settled   bigint           NOT NULL, -- 1 once the report is known to be carried out
  Requested bigint           NOT NULL, -- 1 when it is to be erased
  CONSTRAINT PK_ReporterContacts PRIMARY KEY (CaseKey, Command)
);
