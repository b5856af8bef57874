-- Agencies' years as scoreboards see them. The row itself is kept as JSON; columns are what it is found by. Counties and the city are found by the host's
-- code, as the right to read them goes. Instants are UTC ticks of 100 ns, days local day numbers.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE AgencyYears (
  YearKey          TEXT    NOT NULL,
  Version          INTEGER NOT NULL,
  Agency           TEXT    NOT NULL,
  Year             INTEGER NOT NULL,
  Department       TEXT    NOT NULL,
  Host             TEXT    NOT NULL,
  Stage            INTEGER NOT NULL,
  DueAt            INTEGER NOT NULL, -- greatest integer when nothing is due
  SharedTownship   INTEGER NULL, -- when the result was fed into the host's own assessment
  SharedDepartment INTEGER NULL, -- the same of the department
  Content          TEXT    NOT NULL,
  CONSTRAINT PK_AgencyYears PRIMARY KEY (YearKey)
) WITHOUT ROWID;
CREATE INDEX IX_AgencyYears_Agency ON AgencyYears (Agency, Year);
CREATE INDEX IX_AgencyYears_Department ON AgencyYears (Department, Year);
CREATE INDEX IX_AgencyYears_Host ON AgencyYears (Host, Year);
CREATE INDEX IX_AgencyYears_Stage ON AgencyYears (Stage, YearKey);

-- The townships that an agency serves in a year: each has it on its scoreboard.
CREATE TABLE AgencyYearServed (
  YearKey          TEXT    NOT NULL,
  Township         TEXT    NOT NULL,
  Year             INTEGER NOT NULL,
  Version          INTEGER NOT NULL,
  CONSTRAINT PK_AgencyYearServed PRIMARY KEY (YearKey, Township)
) WITHOUT ROWID;
CREATE INDEX IX_AgencyYearServed_Township ON AgencyYearServed (Township, Year, YearKey);

-- Years as they stood at the ends of months and quarters. Of a period the first one taken stays.
CREATE TABLE AgencyYearSnapshots (
  Agency           TEXT    NOT NULL,
  Year             INTEGER NOT NULL,
  Period           TEXT    NOT NULL,
  EndsAt           INTEGER NOT NULL,
  Content          TEXT    NOT NULL,
  Taken            INTEGER NOT NULL, -- how often it was taken
  CONSTRAINT PK_AgencyYearSnapshots PRIMARY KEY (Agency, Year, Period)
) WITHOUT ROWID;

-- Who was urged in a cycle of a case, and called to a coordination meeting, by day: evidence of an agency's year. Written by the case's own publication.
CREATE TABLE CaseParticipations (
  CaseKey          TEXT    NOT NULL,
  Cycle            INTEGER NOT NULL,
  Organ            TEXT    NOT NULL,
  Day              INTEGER NOT NULL,
  Urges            INTEGER NOT NULL,
  MeetingsCalled   INTEGER NOT NULL,
  MeetingsAttended INTEGER NOT NULL,
  CONSTRAINT PK_CaseParticipations PRIMARY KEY (CaseKey, Cycle, Organ, Day)
) WITHOUT ROWID;
CREATE INDEX IX_CaseParticipations_Organ ON CaseParticipations (Organ, Day);

-- State writes of years leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_YearsInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'year-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_YearsUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'year-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

-- Cases that were urged or met about before are published again at the next start, which makes their rows; the others have none.
INSERT INTO Unpublished (Subject, Version, Since)
SELECT GrainIdExtensionString, Version, CAST(unixepoch('subsec') * 1000 AS INTEGER) FROM OrleansStorage
 WHERE GrainIdExtensionString LIKE 'case-%' AND (
   instr(PayloadBinary, CAST('"urges":[{' AS BLOB)) > 0 OR instr(PayloadBinary, CAST('"meetings":[{' AS BLOB)) > 0)
ON CONFLICT (Subject) DO NOTHING;
DELETE FROM Published WHERE Subject LIKE 'case-%' AND Subject IN (SELECT Subject FROM Unpublished);
UPDATE Cases SET Version = 0 WHERE CaseKey IN (SELECT Subject FROM Unpublished);
