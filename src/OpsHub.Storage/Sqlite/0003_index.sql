-- The index: what grains publish. Instants are UTC ticks of 100 ns; hours, minutes and days as in CaseContribution.
-- Names and columns are the same on PostgreSQL.

-- The version up to which each subject is published; Rungs is how many rungs that version has.
CREATE TABLE Published (
  Subject TEXT    NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  Rungs   INTEGER NOT NULL,
  Cleared INTEGER NOT NULL -- 1 for a tombstone: the subject's state was cleared
) WITHOUT ROWID;

CREATE TABLE Cases (
  CaseKey       TEXT    NOT NULL,
  Version       INTEGER NOT NULL,
  Number        TEXT    NOT NULL,
  Stage         INTEGER NOT NULL,
  Category      TEXT    NOT NULL,
  Title         TEXT    NOT NULL,
  Grid          TEXT    NOT NULL,
  Community     TEXT    NOT NULL,
  Township      TEXT    NOT NULL,
  County        TEXT    NOT NULL,
  City          TEXT    NOT NULL,
  Holder        TEXT    NOT NULL,
  HolderSince   INTEGER NOT NULL,
  Lead          TEXT    NULL,
  Assists       TEXT    NOT NULL, -- codes separated by a bar
  ReportedAt    INTEGER NOT NULL,
  ClosedAt      INTEGER NULL,
  DueAt         INTEGER NOT NULL, -- greatest integer when nothing is due, so that such cases come last
  Priority      INTEGER NOT NULL,
  Returns       INTEGER NOT NULL,
  ChangedAt     INTEGER NOT NULL,
  CountedStage  INTEGER NOT NULL, -- from here on: the contribution to summaries
  Class         TEXT    NOT NULL,
  ReportedHour  INTEGER NOT NULL,
  ClosedHour    INTEGER NOT NULL,
  DueMinute     INTEGER NOT NULL,
  HandlingDueDay INTEGER NOT NULL,
  FedBack       INTEGER NOT NULL,
  OnTime        INTEGER NULL,
  Emergency     INTEGER NOT NULL,
  UrgedLevel    INTEGER NOT NULL,
  Reopened      INTEGER NOT NULL,
  Provisional   INTEGER NOT NULL,
  CountedUntil  INTEGER NOT NULL, -- last hour in which any summary counts the case; greatest integer while open
  CONSTRAINT PK_Cases PRIMARY KEY (CaseKey)
);
CREATE INDEX IX_Cases_Number ON Cases (Number);
-- What summaries count, by unit; a township's open cases also in the order of their due instants.
CREATE INDEX IX_Cases_City ON Cases (City, CountedUntil);
CREATE INDEX IX_Cases_County ON Cases (County, CountedUntil);
CREATE INDEX IX_Cases_Township ON Cases (Township, CountedUntil, DueAt, CaseKey);
CREATE INDEX IX_Cases_Community ON Cases (Community, CountedUntil);
CREATE INDEX IX_Cases_Grid ON Cases (Grid, CountedUntil);
CREATE INDEX IX_Cases_Holder ON Cases (Holder, CountedUntil, DueAt);
-- The orders of lists. City and county walk them and skip what isn't theirs.
CREATE INDEX IX_Cases_DueAt ON Cases (DueAt, CaseKey);
CREATE INDEX IX_Cases_ReportedAt ON Cases (ReportedAt, CaseKey);
CREATE INDEX IX_Cases_ChangedAt ON Cases (ChangedAt, CaseKey);

-- Who leads or assists a case.
CREATE TABLE CaseParties (
  Organ   TEXT    NOT NULL,
  CaseKey TEXT    NOT NULL,
  Version INTEGER NOT NULL,
  CONSTRAINT PK_CaseParties PRIMARY KEY (Organ, CaseKey)
) WITHOUT ROWID;
CREATE INDEX IX_CaseParties_Case ON CaseParties (CaseKey);

CREATE TABLE CaseEvents (
  Position  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  CaseKey   TEXT    NOT NULL,
  Sequence  INTEGER NOT NULL,
  Number    TEXT    NOT NULL,
  At        INTEGER NOT NULL,
  Event     TEXT    NOT NULL,
  Stage     INTEGER NOT NULL,
  Category  TEXT    NOT NULL,
  Grid      TEXT    NOT NULL,
  Community TEXT    NOT NULL,
  Township  TEXT    NOT NULL,
  County    TEXT    NOT NULL,
  City      TEXT    NOT NULL,
  Organ     TEXT    NOT NULL
);
CREATE UNIQUE INDEX UX_CaseEvents ON CaseEvents (CaseKey, Sequence);
CREATE INDEX IX_CaseEvents_Grid ON CaseEvents (Grid, Position);
CREATE INDEX IX_CaseEvents_Community ON CaseEvents (Community, Position);
CREATE INDEX IX_CaseEvents_Township ON CaseEvents (Township, Position);
CREATE INDEX IX_CaseEvents_County ON CaseEvents (County, Position);

CREATE TABLE Rungs (
  Subject   TEXT    NOT NULL,
  Term      TEXT    NOT NULL,
  Kind      INTEGER NOT NULL,
  Shard     INTEGER NOT NULL,
  At        INTEGER NOT NULL,
  Emergency INTEGER NOT NULL,
  Version   INTEGER NOT NULL,
  CONSTRAINT PK_Rungs PRIMARY KEY (Subject, Term, Kind)
) WITHOUT ROWID;
-- By instant first: cases reported together fall due together, so their rungs share pages.
CREATE INDEX IX_Rungs_At ON Rungs (At, Shard);

CREATE TABLE Units (
  Code          TEXT    NOT NULL,
  Version       INTEGER NOT NULL,
  Kind          TEXT    NOT NULL,
  Name          TEXT    NOT NULL,
  Parent        TEXT    NULL,
  EffectiveFrom INTEGER NOT NULL, -- day number
  EndedOn       INTEGER NULL,
  MergedInto    TEXT    NULL,
  Generated     INTEGER NOT NULL,
  Subject       TEXT    NOT NULL,
  CONSTRAINT PK_Units PRIMARY KEY (Code)
);
CREATE INDEX IX_Units_Parent ON Units (Parent, Code);
CREATE INDEX IX_Units_Subject ON Units (Subject);

CREATE TABLE Agencies (
  Code       TEXT    NOT NULL,
  Version    INTEGER NOT NULL,
  Name       TEXT    NOT NULL,
  Department TEXT    NOT NULL,
  Host       TEXT    NOT NULL,
  Served     TEXT    NOT NULL, -- codes separated by a bar
  Generated  INTEGER NOT NULL,
  Powers     TEXT    NOT NULL, -- category codes separated by a bar
  Subject    TEXT    NOT NULL,
  CONSTRAINT PK_Agencies PRIMARY KEY (Code)
);
CREATE INDEX IX_Agencies_Subject ON Agencies (Subject);

-- Hourly readings of units.
CREATE TABLE SummaryHistory (
  Unit          TEXT    NOT NULL,
  Hour          INTEGER NOT NULL,
  OpenCases     INTEGER NOT NULL,
  Overdue       INTEGER NOT NULL,
  DueToday      INTEGER NOT NULL,
  ReportedToday INTEGER NOT NULL,
  ClosedToday   INTEGER NOT NULL,
  CONSTRAINT PK_SummaryHistory PRIMARY KEY (Unit, Hour)
) WITHOUT ROWID;

-- The highest epoch that may have been given out; one row.
CREATE TABLE Epoch (Id INTEGER NOT NULL PRIMARY KEY CHECK (Id = 1), Reserved INTEGER NOT NULL);
INSERT INTO Epoch (Id, Reserved) VALUES (1, 0);

CREATE TABLE Numbers (Series TEXT NOT NULL PRIMARY KEY, Taken INTEGER NOT NULL) WITHOUT ROWID;
