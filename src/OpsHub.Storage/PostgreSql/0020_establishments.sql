-- Organs, nameplates and posts of a county's townships: one record a county, read whole.
-- Names and columns are the same on SQLite.
CREATE TABLE CountyEstablishments (
  Subject       text COLLATE "C" NOT NULL PRIMARY KEY,
  Version       bigint           NOT NULL,
  Establishment text COLLATE "C" NOT NULL -- JSON
);

-- Its state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Establishment AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^establishment-')
EXECUTE FUNCTION mark_unpublished();
