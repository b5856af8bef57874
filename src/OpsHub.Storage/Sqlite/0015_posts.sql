-- People decisions of stationed agencies, and assessment schemes. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE AgencyPosts (
  Subject    TEXT    NOT NULL PRIMARY KEY,
  Version    INTEGER NOT NULL,
  Agency     TEXT    NOT NULL,
  Department TEXT    NOT NULL,
  Host       TEXT    NOT NULL,
  Served     TEXT    NOT NULL,
  Posts      INTEGER NOT NULL,
  Filled     INTEGER NOT NULL,
  DueAt      INTEGER NOT NULL,
  ChangedAt  INTEGER NOT NULL,
  Matters    INTEGER NOT NULL -- how many
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_AgencyPosts ON AgencyPosts (Agency);
CREATE INDEX IX_AgencyPosts_Department ON AgencyPosts (Department, Subject);

-- Townships that the agency serves, the host among them.
CREATE TABLE AgencyPostTownships (
  Township TEXT    NOT NULL,
  Subject  TEXT    NOT NULL,
  County   TEXT    NOT NULL,
  City     TEXT    NOT NULL,
  Version  INTEGER NOT NULL,
  CONSTRAINT PK_AgencyPostTownships PRIMARY KEY (Township, Subject)
) WITHOUT ROWID;
CREATE INDEX IX_AgencyPostTownships_Subject ON AgencyPostTownships (Subject);
CREATE INDEX IX_AgencyPostTownships_County ON AgencyPostTownships (County, Subject);

-- Consultations on heads, inquiries, secondments, changes of staff: stages and instants, no text.
CREATE TABLE PostMatters (
  Matter     TEXT    NOT NULL PRIMARY KEY, -- subject, kind and number
  Subject    TEXT    NOT NULL,
  Version    INTEGER NOT NULL,
  Agency     TEXT    NOT NULL,
  Kind       INTEGER NOT NULL,
  Number     INTEGER NOT NULL,
  Stage      TEXT    NOT NULL,
  At         INTEGER NOT NULL,
  DueAt      INTEGER NOT NULL,
  IsOpen     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IX_PostMatters_Subject ON PostMatters (Subject, At, Matter);
CREATE INDEX IX_PostMatters_At ON PostMatters (At, Matter);

-- One for each county, year and target; it never changes.
CREATE TABLE AssessmentSchemes (
  Subject TEXT    NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  County  TEXT    NOT NULL,
  Year    INTEGER NOT NULL,
  Target  TEXT    NOT NULL,
  Scheme  TEXT    NOT NULL -- JSON
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_AssessmentSchemes ON AssessmentSchemes (County, Year, Target);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_PostsInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'posts-*' OR NEW.GrainIdExtensionString GLOB 'scheme-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_PostsUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'posts-*' OR NEW.GrainIdExtensionString GLOB 'scheme-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
