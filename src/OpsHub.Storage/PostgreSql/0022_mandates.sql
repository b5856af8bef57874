-- Townships' rights and duties, one row a county. Instants are UTC ticks of 100 ns, the largest number for none.
-- Names and columns are the same on SQLite.
CREATE TABLE CountyMandates (
  Subject   text COLLATE "C" NOT NULL PRIMARY KEY,
  Version   bigint           NOT NULL,
  County    text COLLATE "C" NOT NULL,
  DueAt     bigint           NOT NULL,
  ChangedAt bigint           NOT NULL
);

-- Their state writes leave a mark as those of cases do.
CREATE TRIGGER TR_OrleansStorage_Mandates AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^mandates-')
EXECUTE FUNCTION mark_unpublished();
