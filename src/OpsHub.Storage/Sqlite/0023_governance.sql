-- Grid files of communities, governance files of cities, counties and townships, and townships' analysis reports.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE GovernanceRecords (
  Subject TEXT    NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  Kind    TEXT    NOT NULL, -- Grids, File or Report
  Unit    TEXT    NOT NULL,
  Period  INTEGER NOT NULL, -- of a report the number of the first day of its cycle, else 0
  Stage   TEXT    NOT NULL, -- of a report, else empty
  Content TEXT    NOT NULL -- JSON
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_GovernanceRecords ON GovernanceRecords (Unit, Kind, Period);

-- From when the hub keeps these records: a cycle that began before can't be missed. One row.
CREATE TABLE GovernanceStart (At INTEGER NOT NULL);
INSERT INTO GovernanceStart (At) VALUES (CAST(unixepoch('subsec') * 1000 AS INTEGER) * 10000 + 621355968000000000);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_GovernanceInserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'gridfile-*' OR NEW.GrainIdExtensionString GLOB 'governance-*' OR NEW.GrainIdExtensionString GLOB 'analysis-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_GovernanceUpdated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'gridfile-*' OR NEW.GrainIdExtensionString GLOB 'governance-*' OR NEW.GrainIdExtensionString GLOB 'analysis-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
