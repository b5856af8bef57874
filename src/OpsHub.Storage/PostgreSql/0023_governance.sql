-- Grid files of communities, governance files of cities, counties and townships, and townships' analysis reports.
-- Names and columns are the same on SQLite.
CREATE TABLE GovernanceRecords (
  Subject text COLLATE "C" NOT NULL PRIMARY KEY,
  Version bigint           NOT NULL,
  Kind    text COLLATE "C" NOT NULL, -- Grids, File or Report
  Unit    text COLLATE "C" NOT NULL,
  Period  bigint           NOT NULL, -- of a report the number of the first day of its cycle, else 0
  Stage   text COLLATE "C" NOT NULL, -- of a report, else empty
  Content text COLLATE "C" NOT NULL -- JSON
);
CREATE UNIQUE INDEX UX_GovernanceRecords ON GovernanceRecords (Unit, Kind, Period);

-- From when the hub keeps these records: a cycle that began before can't be missed. One row.
CREATE TABLE GovernanceStart (At bigint NOT NULL);
INSERT INTO GovernanceStart (At) VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint * 10000 + 621355968000000000);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Governance AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^(gridfile|governance|analysis)-')
EXECUTE FUNCTION mark_unpublished();
