-- Documents are written whole with each step; the faster compression costs a server less, where it was built with it.
DO $$
BEGIN
  ALTER TABLE OrleansStorage ALTER COLUMN PayloadBinary SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
