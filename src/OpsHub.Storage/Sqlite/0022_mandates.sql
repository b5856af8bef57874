-- Townships' rights and duties, one row a county. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE CountyMandates (
  Subject   TEXT    NOT NULL PRIMARY KEY,
  Version   INTEGER NOT NULL,
  County    TEXT    NOT NULL,
  DueAt     INTEGER NOT NULL,
  ChangedAt INTEGER NOT NULL
) WITHOUT ROWID;

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_MandatesInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'mandates-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_MandatesUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'mandates-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
