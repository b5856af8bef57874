-- Townships that agencies serve, the host among them: written with the agency, so that what is found by them follows it at once.
-- Names and columns are the same on SQLite.
CREATE TABLE AgencyTownships (
  Township text COLLATE "C" NOT NULL,
  Agency   text COLLATE "C" NOT NULL,
  Subject  text COLLATE "C" NOT NULL, -- grain key of the agency
  Version  bigint           NOT NULL,
  CONSTRAINT PK_AgencyTownships PRIMARY KEY (Township, Agency)
);
CREATE INDEX IX_AgencyTownships_Agency ON AgencyTownships (Agency, Version);
CREATE INDEX IX_AgencyTownships_Subject ON AgencyTownships (Subject);
CREATE INDEX IX_Agencies_Department ON Agencies (Department);

-- Codes of nine digits, separated by a bar.
INSERT INTO AgencyTownships (Township, Agency, Subject, Version)
SELECT t.Code, a.Code, a.Subject, a.Version FROM Agencies AS a CROSS JOIN LATERAL unnest(string_to_array(a.Served, '|')) AS t(Code) WHERE a.Served <> '';

-- People decisions held a copy that was as old as their last step.
DROP TABLE AgencyPostTownships;
DROP INDEX IX_AgencyPosts_Department;
ALTER TABLE AgencyPosts DROP COLUMN Department;
ALTER TABLE AgencyPosts DROP COLUMN Host;
ALTER TABLE AgencyPosts DROP COLUMN Served;
CREATE INDEX IX_PostMatters_Agency ON PostMatters (Agency, At, Matter);
