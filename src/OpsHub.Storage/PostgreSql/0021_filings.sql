-- What counties and townships have on file, and what they owe. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on SQLite.
CREATE TABLE UnitFilings (
  Subject       text COLLATE "C" NOT NULL PRIMARY KEY,
  Version       bigint           NOT NULL,
  Unit          text COLLATE "C" NOT NULL,
  County        text COLLATE "C" NOT NULL,
  City          text COLLATE "C" NOT NULL,
  MeasuresFiled bigint           NOT NULL, -- with both organs of the city
  DueAt         bigint           NOT NULL,
  ChangedAt     bigint           NOT NULL,
  Obligations   bigint           NOT NULL  -- how many
);
CREATE UNIQUE INDEX UX_UnitFilings ON UnitFilings (Unit);
CREATE INDEX IX_UnitFilings_City ON UnitFilings (City, MeasuresFiled);

-- What is owed, was met, or fell away; no text of a document.
CREATE TABLE FilingObligations (
  Obligation text COLLATE "C" NOT NULL PRIMARY KEY, -- subject and term
  Subject    text COLLATE "C" NOT NULL,
  Version    bigint           NOT NULL,
  Unit       text COLLATE "C" NOT NULL,
  County     text COLLATE "C" NOT NULL,
  City       text COLLATE "C" NOT NULL,
  Holder     text COLLATE "C" NOT NULL,
  Term       text COLLATE "C" NOT NULL,
  Kind       bigint           NOT NULL,
  Since      bigint           NOT NULL,
  DueAt      bigint           NOT NULL,
  Nearness   bigint           NOT NULL, -- DueAt negated: the nearest is the greatest
  DoneAt     bigint           NOT NULL,
  IsLifted   bigint           NOT NULL
);
CREATE INDEX IX_FilingObligations_Subject ON FilingObligations (Subject);
CREATE INDEX IX_FilingObligations_Unit ON FilingObligations (Unit, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_County ON FilingObligations (County, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_City ON FilingObligations (City, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_Holder ON FilingObligations (Holder, Nearness, Obligation);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Filings AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^filings-')
EXECUTE FUNCTION mark_unpublished();
