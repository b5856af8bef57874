-- Agencies' years as scoreboards see them. The row itself is kept as JSON; columns are what it is found by. Counties and the city are found by the host's
-- code, as the right to read them goes. Instants are UTC ticks of 100 ns, days local day numbers.
-- Names and columns are the same on SQLite.
CREATE TABLE AgencyYears (
  YearKey          text COLLATE "C" NOT NULL,
  Version          bigint           NOT NULL,
  Agency           text COLLATE "C" NOT NULL,
  Year             bigint           NOT NULL,
  Department       text COLLATE "C" NOT NULL,
  Host             text COLLATE "C" NOT NULL,
  Stage            bigint           NOT NULL,
  DueAt            bigint           NOT NULL, -- greatest integer when nothing is due
  SharedTownship   bigint           NULL, -- when the result was fed into the host's own assessment
  SharedDepartment bigint           NULL, -- the same of the department
  Content          text COLLATE "C" NOT NULL,
  CONSTRAINT PK_AgencyYears PRIMARY KEY (YearKey)
);
CREATE INDEX IX_AgencyYears_Agency ON AgencyYears (Agency, Year);
CREATE INDEX IX_AgencyYears_Department ON AgencyYears (Department, Year);
CREATE INDEX IX_AgencyYears_Host ON AgencyYears (Host, Year);
CREATE INDEX IX_AgencyYears_Stage ON AgencyYears (Stage, YearKey);

-- The townships that an agency serves in a year: each has it on its scoreboard.
CREATE TABLE AgencyYearServed (
  YearKey          text COLLATE "C" NOT NULL,
  Township         text COLLATE "C" NOT NULL,
  Year             bigint           NOT NULL,
  Version          bigint           NOT NULL,
  CONSTRAINT PK_AgencyYearServed PRIMARY KEY (YearKey, Township)
);
CREATE INDEX IX_AgencyYearServed_Township ON AgencyYearServed (Township, Year, YearKey);

-- Years as they stood at the ends of months and quarters. Of a period the first one taken stays.
CREATE TABLE AgencyYearSnapshots (
  Agency           text COLLATE "C" NOT NULL,
  Year             bigint           NOT NULL,
  Period           text COLLATE "C" NOT NULL,
  EndsAt           bigint           NOT NULL,
  Content          text COLLATE "C" NOT NULL,
  Taken            bigint           NOT NULL, -- how often it was taken
  CONSTRAINT PK_AgencyYearSnapshots PRIMARY KEY (Agency, Year, Period)
);

-- Who was urged in a cycle of a case, and called to a coordination meeting, by day: evidence of an agency's year. Written by the case's own publication.
CREATE TABLE CaseParticipations (
  CaseKey          text COLLATE "C" NOT NULL,
  Cycle            bigint           NOT NULL,
  Organ            text COLLATE "C" NOT NULL,
  Day              bigint           NOT NULL,
  Urges            bigint           NOT NULL,
  MeetingsCalled   bigint           NOT NULL,
  MeetingsAttended bigint           NOT NULL,
  CONSTRAINT PK_CaseParticipations PRIMARY KEY (CaseKey, Cycle, Organ, Day)
);
CREATE INDEX IX_CaseParticipations_Organ ON CaseParticipations (Organ, Day);

-- State writes of years leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Years AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^year-')
EXECUTE FUNCTION mark_unpublished();

-- Cases that were urged or met about before are published again at the next start, which makes their rows; the others have none.
INSERT INTO Unpublished (Subject, Version, Since)
SELECT GrainIdExtensionString, Version, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM OrleansStorage
 WHERE GrainIdExtensionString LIKE 'case-%' AND (
   position('"urges":[{'::bytea IN PayloadBinary) > 0 OR position('"meetings":[{'::bytea IN PayloadBinary) > 0)
ON CONFLICT (Subject) DO NOTHING;
DELETE FROM Published WHERE Subject LIKE 'case-%' AND Subject IN (SELECT Subject FROM Unpublished);
UPDATE Cases SET Version = 0 WHERE CaseKey IN (SELECT Subject FROM Unpublished);
