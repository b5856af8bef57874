-- People decisions of stationed agencies, and assessment schemes. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on SQLite.
CREATE TABLE AgencyPosts (
  Subject    text COLLATE "C" NOT NULL PRIMARY KEY,
  Version    bigint           NOT NULL,
  Agency     text COLLATE "C" NOT NULL,
  Department text COLLATE "C" NOT NULL,
  Host       text COLLATE "C" NOT NULL,
  Served     text COLLATE "C" NOT NULL,
  Posts      bigint           NOT NULL,
  Filled     bigint           NOT NULL,
  DueAt      bigint           NOT NULL,
  ChangedAt  bigint           NOT NULL,
  Matters    bigint           NOT NULL -- how many
);
CREATE UNIQUE INDEX UX_AgencyPosts ON AgencyPosts (Agency);
CREATE INDEX IX_AgencyPosts_Department ON AgencyPosts (Department, Subject);

-- Townships that the agency serves, the host among them.
CREATE TABLE AgencyPostTownships (
  Township text COLLATE "C" NOT NULL,
  Subject  text COLLATE "C" NOT NULL,
  County   text COLLATE "C" NOT NULL,
  City     text COLLATE "C" NOT NULL,
  Version  bigint           NOT NULL,
  CONSTRAINT PK_AgencyPostTownships PRIMARY KEY (Township, Subject)
);
CREATE INDEX IX_AgencyPostTownships_Subject ON AgencyPostTownships (Subject);
CREATE INDEX IX_AgencyPostTownships_County ON AgencyPostTownships (County, Subject);

-- Consultations on heads, inquiries, secondments, changes of staff: stages and instants, no text.
CREATE TABLE PostMatters (
  Matter     text COLLATE "C" NOT NULL PRIMARY KEY, -- subject, kind and number
  Subject    text COLLATE "C" NOT NULL,
  Version    bigint           NOT NULL,
  Agency     text COLLATE "C" NOT NULL,
  Kind       bigint           NOT NULL,
  Number     bigint           NOT NULL,
  Stage      text COLLATE "C" NOT NULL,
  At         bigint           NOT NULL,
  DueAt      bigint           NOT NULL,
  IsOpen     bigint           NOT NULL
);
CREATE INDEX IX_PostMatters_Subject ON PostMatters (Subject, At, Matter);
CREATE INDEX IX_PostMatters_At ON PostMatters (At, Matter);

-- One for each county, year and target; it never changes.
CREATE TABLE AssessmentSchemes (
  Subject text COLLATE "C" NOT NULL PRIMARY KEY,
  Version bigint           NOT NULL,
  County  text COLLATE "C" NOT NULL,
  Year    bigint           NOT NULL,
  Target  text COLLATE "C" NOT NULL,
  Scheme  text COLLATE "C" NOT NULL -- JSON
);
CREATE UNIQUE INDEX UX_AssessmentSchemes ON AssessmentSchemes (County, Year, Target);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Posts AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^(posts|scheme)-')
EXECUTE FUNCTION mark_unpublished();
