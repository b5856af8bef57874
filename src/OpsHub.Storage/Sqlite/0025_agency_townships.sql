-- Townships that agencies serve, the host among them: written with the agency, so that what is found by them follows it at once.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE AgencyTownships (
  Township TEXT    NOT NULL,
  Agency   TEXT    NOT NULL,
  Subject  TEXT    NOT NULL, -- grain key of the agency
  Version  INTEGER NOT NULL,
  CONSTRAINT PK_AgencyTownships PRIMARY KEY (Township, Agency)
) WITHOUT ROWID;
CREATE INDEX IX_AgencyTownships_Agency ON AgencyTownships (Agency, Version);
CREATE INDEX IX_AgencyTownships_Subject ON AgencyTownships (Subject);
CREATE INDEX IX_Agencies_Department ON Agencies (Department);

-- Codes of nine digits, separated by a bar.
INSERT INTO AgencyTownships (Township, Agency, Subject, Version)
WITH RECURSIVE Served(Agency, Subject, Version, Codes, At) AS (
  SELECT Code, Subject, Version, Served, 1 FROM Agencies WHERE Served <> ''
  UNION ALL
  SELECT Agency, Subject, Version, Codes, At + 10 FROM Served WHERE At + 10 <= length(Codes)
)
SELECT substr(Codes, At, 9), Agency, Subject, Version FROM Served;

-- People decisions held a copy that was as old as their last step.
DROP TABLE AgencyPostTownships;
DROP INDEX IX_AgencyPosts_Department;
ALTER TABLE AgencyPosts DROP COLUMN Department;
ALTER TABLE AgencyPosts DROP COLUMN Host;
ALTER TABLE AgencyPosts DROP COLUMN Served;
CREATE INDEX IX_PostMatters_Agency ON PostMatters (Agency, At, Matter);
