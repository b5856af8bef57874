-- Opinion ledgers, councils and support records. Days are local day numbers, instants UTC ticks of 100 ns.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE OpinionLedgers (
  Subject   TEXT    NOT NULL PRIMARY KEY,
  Version   INTEGER NOT NULL,
  Community TEXT    NOT NULL,
  Entries   INTEGER NOT NULL,
  LastVisit INTEGER NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_OpinionLedgers ON OpinionLedgers (Community);

-- An entry is written once; only its consultation changes.
CREATE TABLE Opinions (
  EntryId      TEXT    NOT NULL PRIMARY KEY,
  Community    TEXT    NOT NULL,
  Source       TEXT    NOT NULL,
  Kind         TEXT    NULL,
  Text         TEXT    NOT NULL, -- as it was written; masked on its way out
  Day          INTEGER NOT NULL,
  At           INTEGER NOT NULL,
  Ticket       TEXT    NULL,
  Role         TEXT    NOT NULL,
  Consultation TEXT    NULL,
  LinkedAt     INTEGER NULL
) WITHOUT ROWID;
CREATE INDEX IX_Opinions_Community ON Opinions (Community, At, EntryId);

CREATE TABLE Councils (
  Subject       TEXT    NOT NULL PRIMARY KEY,
  Version       INTEGER NOT NULL,
  Community     TEXT    NOT NULL,
  EstablishedOn INTEGER NOT NULL,
  TermEnd       INTEGER NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_Councils ON Councils (Community);

CREATE TABLE SupportFiles (
  Subject TEXT    NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  Unit    TEXT    NOT NULL,
  Records INTEGER NOT NULL
) WITHOUT ROWID;

-- A record is written once; only its ending is added.
CREATE TABLE SupportRecords (
  RecordId     TEXT    NOT NULL PRIMARY KEY,
  Unit         TEXT    NOT NULL,
  Kind         TEXT    NOT NULL,
  Day          INTEGER NOT NULL,
  Text         TEXT    NOT NULL, -- as it was written; masked on its way out
  At           INTEGER NOT NULL,
  Role         TEXT    NOT NULL,
  Quantity     INTEGER NULL,
  Post         TEXT    NULL,
  About        TEXT    NULL,
  Consultation TEXT    NULL,
  Risk         TEXT    NULL,
  Unconsulted  INTEGER NOT NULL,
  EndedAt      INTEGER NULL,
  Reason       TEXT    NULL
) WITHOUT ROWID;
CREATE INDEX IX_SupportRecords_Unit ON SupportRecords (Unit, Kind, At, RecordId);

-- From when the hub keeps these records: a cycle that began before can't be missed. One row.
CREATE TABLE CouncilStart (At INTEGER NOT NULL);
INSERT INTO CouncilStart (At) VALUES (CAST(unixepoch('subsec') * 1000 AS INTEGER) * 10000 + 621355968000000000);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_CouncilsInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'ledger-*' OR NEW.GrainIdExtensionString GLOB 'council-*' OR NEW.GrainIdExtensionString GLOB 'support-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_CouncilsUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'ledger-*' OR NEW.GrainIdExtensionString GLOB 'council-*' OR NEW.GrainIdExtensionString GLOB 'support-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
