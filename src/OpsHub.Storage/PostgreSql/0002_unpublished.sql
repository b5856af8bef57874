-- What was written but is not known to be published. The mark is set by the state write's own statement,
-- so that it is exactly as durable as the state. Subject = grain key.
CREATE TABLE Unpublished (
  Subject text COLLATE "C" NOT NULL PRIMARY KEY,
  Version bigint           NOT NULL,
  Since   bigint           NOT NULL -- unix milliseconds by the database's clock; of the oldest version not yet published
);

CREATE FUNCTION mark_unpublished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
  RETURN NULL;
END $$;

-- Only subjects are published; helper grains (rungs-, numbers-, feeds) leave no mark.
CREATE TRIGGER TR_OrleansStorage AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^(case|agency|city|county|township|community|grid)-')
EXECUTE FUNCTION mark_unpublished();
