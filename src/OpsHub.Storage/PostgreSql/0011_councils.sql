-- Opinion ledgers, councils and support records. Days are local day numbers, instants UTC ticks of 100 ns.
-- Names and columns are the same on SQLite.
CREATE TABLE OpinionLedgers (
  Subject   text COLLATE "C" NOT NULL PRIMARY KEY,
  Version   bigint           NOT NULL,
  Community text COLLATE "C" NOT NULL,
  Entries   bigint           NOT NULL,
  LastVisit bigint           NULL
);
CREATE UNIQUE INDEX UX_OpinionLedgers ON OpinionLedgers (Community);

-- An entry is written once; only its consultation changes.
CREATE TABLE Opinions (
  EntryId      text COLLATE "C" NOT NULL PRIMARY KEY,
  Community    text COLLATE "C" NOT NULL,
  Source       text COLLATE "C" NOT NULL,
  Kind         text COLLATE "C" NULL,
  Text         text COLLATE "C" NOT NULL, -- as it was written; masked on its way out
  Day          bigint           NOT NULL,
  At           bigint           NOT NULL,
  Ticket       text COLLATE "C" NULL,
  Role         text COLLATE "C" NOT NULL,
  Consultation text COLLATE "C" NULL,
  LinkedAt     bigint           NULL
);
CREATE INDEX IX_Opinions_Community ON Opinions (Community, At, EntryId);

CREATE TABLE Councils (
  Subject       text COLLATE "C" NOT NULL PRIMARY KEY,
  Version       bigint           NOT NULL,
  Community     text COLLATE "C" NOT NULL,
  EstablishedOn bigint           NOT NULL,
  TermEnd       bigint           NULL
);
CREATE UNIQUE INDEX UX_Councils ON Councils (Community);

CREATE TABLE SupportFiles (
  Subject text COLLATE "C" NOT NULL PRIMARY KEY,
  Version bigint           NOT NULL,
  Unit    text COLLATE "C" NOT NULL,
  Records bigint           NOT NULL
);

-- A record is written once; only its ending is added.
CREATE TABLE SupportRecords (
  RecordId     text COLLATE "C" NOT NULL PRIMARY KEY,
  Unit         text COLLATE "C" NOT NULL,
  Kind         text COLLATE "C" NOT NULL,
  Day          bigint           NOT NULL,
  Text         text COLLATE "C" NOT NULL, -- as it was written; masked on its way out
  At           bigint           NOT NULL,
  Role         text COLLATE "C" NOT NULL,
  Quantity     bigint           NULL,
  Post         text COLLATE "C" NULL,
  About        text COLLATE "C" NULL,
  Consultation text COLLATE "C" NULL,
  Risk         text COLLATE "C" NULL,
  Unconsulted  bigint           NOT NULL,
  EndedAt      bigint           NULL,
  Reason       text COLLATE "C" NULL
);
CREATE INDEX IX_SupportRecords_Unit ON SupportRecords (Unit, Kind, At, RecordId);

-- From when the hub keeps these records: a cycle that began before can't be missed. One row.
CREATE TABLE CouncilStart (At bigint NOT NULL);
INSERT INTO CouncilStart (At) VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint * 10000 + 621355968000000000);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Councils AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^(ledger|council|support)-')
EXECUTE FUNCTION mark_unpublished();
