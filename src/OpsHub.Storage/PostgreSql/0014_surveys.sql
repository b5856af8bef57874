-- Surveys of satisfaction: their rows for lists, one-time tokens, and sums of answers. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on SQLite.
CREATE TABLE Surveys (
  Subject  text COLLATE "C" NOT NULL PRIMARY KEY,
  Version  bigint NOT NULL,
  Agency   text COLLATE "C" NOT NULL,
  Year     bigint NOT NULL,
  Township text COLLATE "C" NOT NULL,
  Host     text COLLATE "C" NOT NULL,
  County   text COLLATE "C" NOT NULL,
  City     text COLLATE "C" NOT NULL,
  Round    bigint NOT NULL,
  Stage    bigint NOT NULL, -- 0 planned, 1 open, 2 closed, 3 delivered
  OpensAt  bigint NOT NULL,
  ClosesAt bigint NOT NULL,
  Least    bigint NOT NULL, -- answers that a group takes to be shown
  Length   bigint NOT NULL,
  Document text COLLATE "C" NOT NULL
);
CREATE INDEX IX_Surveys_Agency ON Surveys (Agency, Year);
CREATE INDEX IX_Surveys_Year ON Surveys (Year, Township);
CREATE INDEX IX_Surveys_Stage ON Surveys (Stage, Subject);

-- A token that may still be used: no holder, no instant, no order. It goes with its answer.
CREATE TABLE SurveyTokens (
  Hash       text COLLATE "C" NOT NULL PRIMARY KEY, -- SHA-256
  Survey     text COLLATE "C" NOT NULL,
  Round      bigint NOT NULL,
  RaterGroup bigint NOT NULL
);
CREATE INDEX IX_SurveyTokens_Survey ON SurveyTokens (Survey, Round);

-- Answers of a group as sums: there is no row of an answer. They go once the survey is closed.
CREATE TABLE SurveyTallies (
  Survey     text COLLATE "C" NOT NULL,
  Round      bigint NOT NULL,
  RaterGroup bigint NOT NULL,
  Closed     bigint NOT NULL DEFAULT 0,
  Ballots    bigint NOT NULL DEFAULT 0,
  DailyManagementSum      bigint NOT NULL DEFAULT 0,
  DailyManagementSquares  bigint NOT NULL DEFAULT 0,
  ProblemHandlingSum      bigint NOT NULL DEFAULT 0,
  ProblemHandlingSquares  bigint NOT NULL DEFAULT 0,
  AttitudeSum      bigint NOT NULL DEFAULT 0,
  AttitudeSquares  bigint NOT NULL DEFAULT 0,
  StyleSum      bigint NOT NULL DEFAULT 0,
  StyleSquares  bigint NOT NULL DEFAULT 0,
  CONSTRAINT PK_SurveyTallies PRIMARY KEY (Survey, Round, RaterGroup)
);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Surveys AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^survey-')
EXECUTE FUNCTION mark_unpublished();
