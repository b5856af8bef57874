-- Organs, nameplates and posts of a county's townships: one record a county, read whole.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE CountyEstablishments (
  Subject       TEXT    NOT NULL PRIMARY KEY,
  Version       INTEGER NOT NULL,
  Establishment TEXT    NOT NULL -- JSON
) WITHOUT ROWID;

-- Its state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_EstablishmentInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'establishment-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_EstablishmentUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'establishment-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
