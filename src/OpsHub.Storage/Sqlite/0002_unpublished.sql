-- What was written but is not known to be published. The mark is set by the state write's own statement,
-- so that it is exactly as durable as the state. Subject = grain key.
CREATE TABLE Unpublished (
  Subject TEXT    NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  Since   INTEGER NOT NULL -- unix milliseconds by the database's clock; of the oldest version not yet published
) WITHOUT ROWID;

-- Only subjects are published; helper grains (rungs-, numbers-, feeds) leave no mark.
CREATE TRIGGER TR_OrleansStorage_Inserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'case-*' OR NEW.GrainIdExtensionString GLOB 'agency-*'
  OR NEW.GrainIdExtensionString GLOB 'city-*' OR NEW.GrainIdExtensionString GLOB 'county-*'
  OR NEW.GrainIdExtensionString GLOB 'township-*' OR NEW.GrainIdExtensionString GLOB 'community-*'
  OR NEW.GrainIdExtensionString GLOB 'grid-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_Updated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'case-*' OR NEW.GrainIdExtensionString GLOB 'agency-*'
  OR NEW.GrainIdExtensionString GLOB 'city-*' OR NEW.GrainIdExtensionString GLOB 'county-*'
  OR NEW.GrainIdExtensionString GLOB 'township-*' OR NEW.GrainIdExtensionString GLOB 'community-*'
  OR NEW.GrainIdExtensionString GLOB 'grid-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
