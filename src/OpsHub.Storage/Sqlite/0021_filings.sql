-- What counties and townships have on file, and what they owe. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE UnitFilings (
  Subject       TEXT    NOT NULL PRIMARY KEY,
  Version       INTEGER NOT NULL,
  Unit          TEXT    NOT NULL,
  County        TEXT    NOT NULL,
  City          TEXT    NOT NULL,
  MeasuresFiled INTEGER NOT NULL, -- with both organs of the city
  DueAt         INTEGER NOT NULL,
  ChangedAt     INTEGER NOT NULL,
  Obligations   INTEGER NOT NULL  -- how many
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_UnitFilings ON UnitFilings (Unit);
CREATE INDEX IX_UnitFilings_City ON UnitFilings (City, MeasuresFiled);

-- What is owed, was met, or fell away; no text of a document.
CREATE TABLE FilingObligations (
  Obligation TEXT    NOT NULL PRIMARY KEY, -- subject and term
  Subject    TEXT    NOT NULL,
  Version    INTEGER NOT NULL,
  Unit       TEXT    NOT NULL,
  County     TEXT    NOT NULL,
  City       TEXT    NOT NULL,
  Holder     TEXT    NOT NULL,
  Term       TEXT    NOT NULL,
  Kind       INTEGER NOT NULL,
  Since      INTEGER NOT NULL,
  DueAt      INTEGER NOT NULL,
  Nearness   INTEGER NOT NULL, -- DueAt negated: the nearest is the greatest
  DoneAt     INTEGER NOT NULL,
  IsLifted   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IX_FilingObligations_Subject ON FilingObligations (Subject);
CREATE INDEX IX_FilingObligations_Unit ON FilingObligations (Unit, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_County ON FilingObligations (County, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_City ON FilingObligations (City, Nearness, Obligation);
CREATE INDEX IX_FilingObligations_Holder ON FilingObligations (Holder, Nearness, Obligation);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_FilingsInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'filings-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_FilingsUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'filings-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
