-- Nightly seals over the heads of all chains, linked to each other. Instants are UTC ticks of 100 ns, days are day numbers.
CREATE TABLE TraceSeals (
  Number      bigint           NOT NULL,
  Day         bigint           NOT NULL, -- the local day it closes; one seal a day
  Run         bigint           NOT NULL, -- key of its heads
  SealedAt    bigint           NOT NULL,
  Algorithm   text COLLATE "C" NOT NULL,
  Chains      bigint           NOT NULL,
  Root        text COLLATE "C" NOT NULL,
  Changed     bigint           NOT NULL,
  ChangedRoot text COLLATE "C" NOT NULL,
  Previous    text COLLATE "C" NOT NULL,
  Hash        text COLLATE "C" NOT NULL,
  CONSTRAINT PK_TraceSeals PRIMARY KEY (Number)
);
CREATE UNIQUE INDEX UX_TraceSeals_Day ON TraceSeals (Day);
CREATE UNIQUE INDEX UX_TraceSeals_Run ON TraceSeals (Run);

-- The heads that changed since the seal before. Those of a run without a seal belong to one that was never closed.
CREATE TABLE TraceSealHeads (
  Subject text COLLATE "C" NOT NULL,
  Run     bigint           NOT NULL,
  Length  bigint           NOT NULL,
  Head    text COLLATE "C" NOT NULL,
  CONSTRAINT PK_TraceSealHeads PRIMARY KEY (Subject, Run)
);

-- Insert-only, whoever comes by; but for heads of a run that was never closed, which nothing stands on.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'seals are insert-only';
END $$;
CREATE TRIGGER TR_TraceSeals BEFORE UPDATE OR DELETE OR TRUNCATE ON TraceSeals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM TraceSeals AS s WHERE s.Run = OLD.Run) THEN
    RAISE EXCEPTION 'seals are insert-only';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER TR_TraceSealHeads BEFORE UPDATE OR TRUNCATE ON TraceSealHeads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER TR_TraceSealHeads_Deleted BEFORE DELETE ON TraceSealHeads FOR EACH ROW EXECUTE FUNCTION refuse_sealed();

-- Documents in the order of their keys, and single ones: Orleans finds its rows by hashes.
CREATE INDEX IX_OrleansStorage_Key ON OrleansStorage (GrainIdExtensionString COLLATE "C");

-- Highest level to which a case was escalated; 0 for none. Rows from before are written again once 0008 has run.
ALTER TABLE Cases ADD COLUMN Escalation bigint NOT NULL DEFAULT 0;

-- Hour in which the newest trace entry was recorded: before it a case was what its trace tells, since then it is what its row says.
-- Greatest integer where it isn't known.
ALTER TABLE Cases ADD COLUMN RecordedHour bigint NOT NULL DEFAULT 9223372036854775807;
-- The few that ended, by what was entered later, before the hour of that entry: no window of what they count tells that they were open until then.
CREATE INDEX IX_Cases_RecordedHour ON Cases (RecordedHour) WHERE RecordedHour > CountedUntil;
