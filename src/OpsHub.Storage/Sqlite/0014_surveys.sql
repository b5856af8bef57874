-- Surveys of satisfaction: their rows for lists, one-time tokens, and sums of answers. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE Surveys (
  Subject  TEXT    NOT NULL PRIMARY KEY,
  Version  INTEGER NOT NULL,
  Agency   TEXT    NOT NULL,
  Year     INTEGER NOT NULL,
  Township TEXT    NOT NULL,
  Host     TEXT    NOT NULL,
  County   TEXT    NOT NULL,
  City     TEXT    NOT NULL,
  Round    INTEGER NOT NULL,
  Stage    INTEGER NOT NULL, -- 0 planned, 1 open, 2 closed, 3 delivered
  OpensAt  INTEGER NOT NULL,
  ClosesAt INTEGER NOT NULL,
  Least    INTEGER NOT NULL, -- answers that a group takes to be shown
  Length   INTEGER NOT NULL,
  Document TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX IX_Surveys_Agency ON Surveys (Agency, Year);
CREATE INDEX IX_Surveys_Year ON Surveys (Year, Township);
CREATE INDEX IX_Surveys_Stage ON Surveys (Stage, Subject);

-- A token that may still be used: no holder, no instant, no order. It goes with its answer.
CREATE TABLE SurveyTokens (
  Hash       TEXT    NOT NULL PRIMARY KEY, -- SHA-256
  Survey     TEXT    NOT NULL,
  Round      INTEGER NOT NULL,
  RaterGroup INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IX_SurveyTokens_Survey ON SurveyTokens (Survey, Round);

-- Answers of a group as sums: there is no row of an answer. They go once the survey is closed.
CREATE TABLE SurveyTallies (
  Survey     TEXT    NOT NULL,
  Round      INTEGER NOT NULL,
  RaterGroup INTEGER NOT NULL,
  Closed     INTEGER NOT NULL DEFAULT 0,
  Ballots    INTEGER NOT NULL DEFAULT 0,
  DailyManagementSum      INTEGER NOT NULL DEFAULT 0,
  DailyManagementSquares  INTEGER NOT NULL DEFAULT 0,
  ProblemHandlingSum      INTEGER NOT NULL DEFAULT 0,
  ProblemHandlingSquares  INTEGER NOT NULL DEFAULT 0,
  AttitudeSum      INTEGER NOT NULL DEFAULT 0,
  AttitudeSquares  INTEGER NOT NULL DEFAULT 0,
  StyleSum      INTEGER NOT NULL DEFAULT 0,
  StyleSquares  INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT PK_SurveyTallies PRIMARY KEY (Survey, Round, RaterGroup)
) WITHOUT ROWID;

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_SurveysInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'survey-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
CREATE TRIGGER TR_OrleansStorage_SurveysUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'survey-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
