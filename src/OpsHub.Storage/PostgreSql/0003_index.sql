-- The index: what grains publish. Instants are UTC ticks of 100 ns; hours, minutes and days as in CaseContribution.
-- Names and columns are the same on SQLite; text sorts by code point, as SQLite does.

-- The version up to which each subject is published; Rungs is how many rungs that version has.
CREATE TABLE Published (
  Subject text COLLATE "C"    NOT NULL PRIMARY KEY,
  Version bigint NOT NULL,
  Rungs   bigint NOT NULL,
  Cleared bigint NOT NULL -- 1 for a tombstone: the subject's state was cleared
);

CREATE TABLE Cases (
  CaseKey       text COLLATE "C"    NOT NULL,
  Version       bigint NOT NULL,
  Number        text COLLATE "C"    NOT NULL,
  Stage         bigint NOT NULL,
  Category      text COLLATE "C"    NOT NULL,
  Title         text COLLATE "C"    NOT NULL,
  Grid          text COLLATE "C"    NOT NULL,
  Community     text COLLATE "C"    NOT NULL,
  Township      text COLLATE "C"    NOT NULL,
  County        text COLLATE "C"    NOT NULL,
  City          text COLLATE "C"    NOT NULL,
  Holder        text COLLATE "C"    NOT NULL,
  HolderSince   bigint NOT NULL,
  Lead          text COLLATE "C"    NULL,
  Assists       text COLLATE "C"    NOT NULL, -- codes separated by a bar
  ReportedAt    bigint NOT NULL,
  ClosedAt      bigint NULL,
  DueAt         bigint NOT NULL, -- greatest integer when nothing is due, so that such cases come last
  Priority      bigint NOT NULL,
  Returns       bigint NOT NULL,
  ChangedAt     bigint NOT NULL,
  CountedStage  bigint NOT NULL, -- from here on: the contribution to summaries
  Class         text COLLATE "C"    NOT NULL,
  ReportedHour  bigint NOT NULL,
  ClosedHour    bigint NOT NULL,
  DueMinute     bigint NOT NULL,
  HandlingDueDay bigint NOT NULL,
  FedBack       bigint NOT NULL,
  OnTime        bigint NULL,
  Emergency     bigint NOT NULL,
  UrgedLevel    bigint NOT NULL,
  Reopened      bigint NOT NULL,
  Provisional   bigint NOT NULL,
  CountedUntil  bigint NOT NULL, -- last hour in which any summary counts the case; greatest integer while open
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
  Organ   text COLLATE "C"    NOT NULL,
  CaseKey text COLLATE "C"    NOT NULL,
  Version bigint NOT NULL,
  CONSTRAINT PK_CaseParties PRIMARY KEY (Organ, CaseKey)
);
CREATE INDEX IX_CaseParties_Case ON CaseParties (CaseKey);

CREATE TABLE CaseEvents (
  Position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  CaseKey   text COLLATE "C"    NOT NULL,
  Sequence  bigint NOT NULL,
  Number    text COLLATE "C"    NOT NULL,
  At        bigint NOT NULL,
  Event     text COLLATE "C"    NOT NULL,
  Stage     bigint NOT NULL,
  Category  text COLLATE "C"    NOT NULL,
  Grid      text COLLATE "C"    NOT NULL,
  Community text COLLATE "C"    NOT NULL,
  Township  text COLLATE "C"    NOT NULL,
  County    text COLLATE "C"    NOT NULL,
  City      text COLLATE "C"    NOT NULL,
  Organ     text COLLATE "C"    NOT NULL
);
CREATE UNIQUE INDEX UX_CaseEvents ON CaseEvents (CaseKey, Sequence);
CREATE INDEX IX_CaseEvents_Grid ON CaseEvents (Grid, Position);
CREATE INDEX IX_CaseEvents_Community ON CaseEvents (Community, Position);
CREATE INDEX IX_CaseEvents_Township ON CaseEvents (Township, Position);
CREATE INDEX IX_CaseEvents_County ON CaseEvents (County, Position);

CREATE TABLE Rungs (
  Subject   text COLLATE "C"    NOT NULL,
  Term      text COLLATE "C"    NOT NULL,
  Kind      bigint NOT NULL,
  Shard     bigint NOT NULL,
  At        bigint NOT NULL,
  Emergency bigint NOT NULL,
  Version   bigint NOT NULL,
  CONSTRAINT PK_Rungs PRIMARY KEY (Subject, Term, Kind)
);
-- By instant first: cases reported together fall due together, so their rungs share pages.
CREATE INDEX IX_Rungs_At ON Rungs (At, Shard);

CREATE TABLE Units (
  Code          text COLLATE "C"    NOT NULL,
  Version       bigint NOT NULL,
  Kind          text COLLATE "C"    NOT NULL,
  Name          text COLLATE "C"    NOT NULL,
  Parent        text COLLATE "C"    NULL,
  EffectiveFrom bigint NOT NULL, -- day number
  EndedOn       bigint NULL,
  MergedInto    text COLLATE "C"    NULL,
  Generated     bigint NOT NULL,
  Subject       text COLLATE "C"    NOT NULL,
  CONSTRAINT PK_Units PRIMARY KEY (Code)
);
CREATE INDEX IX_Units_Parent ON Units (Parent, Code);
CREATE INDEX IX_Units_Subject ON Units (Subject);

CREATE TABLE Agencies (
  Code       text COLLATE "C"    NOT NULL,
  Version    bigint NOT NULL,
  Name       text COLLATE "C"    NOT NULL,
  Department text COLLATE "C"    NOT NULL,
  Host       text COLLATE "C"    NOT NULL,
  Served     text COLLATE "C"    NOT NULL, -- codes separated by a bar
  Generated  bigint NOT NULL,
  Powers     text COLLATE "C"    NOT NULL, -- category codes separated by a bar
  Subject    text COLLATE "C"    NOT NULL,
  CONSTRAINT PK_Agencies PRIMARY KEY (Code)
);
CREATE INDEX IX_Agencies_Subject ON Agencies (Subject);

-- Hourly readings of units.
CREATE TABLE SummaryHistory (
  Unit          text COLLATE "C"    NOT NULL,
  Hour          bigint NOT NULL,
  OpenCases     bigint NOT NULL,
  Overdue       bigint NOT NULL,
  DueToday      bigint NOT NULL,
  ReportedToday bigint NOT NULL,
  ClosedToday   bigint NOT NULL,
  CONSTRAINT PK_SummaryHistory PRIMARY KEY (Unit, Hour)
);

-- Epochs of activations. Prepare lifts it above the clock's microseconds, so that it also grows after a restore.
CREATE SEQUENCE Epoch AS bigint;

CREATE TABLE Numbers (Series text COLLATE "C" NOT NULL PRIMARY KEY, Taken bigint NOT NULL);
