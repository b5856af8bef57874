-- Nightly seals over the heads of all chains, linked to each other. Instants are UTC ticks of 100 ns, days are day numbers.
CREATE TABLE TraceSeals (
  Number      INTEGER NOT NULL,
  Day         INTEGER NOT NULL, -- the local day it closes; one seal a day
  Run         INTEGER NOT NULL, -- key of its heads
  SealedAt    INTEGER NOT NULL,
  Algorithm   TEXT    NOT NULL,
  Chains      INTEGER NOT NULL,
  Root        TEXT    NOT NULL,
  Changed     INTEGER NOT NULL,
  ChangedRoot TEXT    NOT NULL,
  Previous    TEXT    NOT NULL,
  Hash        TEXT    NOT NULL,
  CONSTRAINT PK_TraceSeals PRIMARY KEY (Number)
);
CREATE UNIQUE INDEX UX_TraceSeals_Day ON TraceSeals (Day);
CREATE UNIQUE INDEX UX_TraceSeals_Run ON TraceSeals (Run);

-- The heads that changed since the seal before. Those of a run without a seal belong to one that was never closed.
CREATE TABLE TraceSealHeads (
  Subject TEXT    NOT NULL,
  Run     INTEGER NOT NULL,
  Length  INTEGER NOT NULL,
  Head    TEXT    NOT NULL,
  CONSTRAINT PK_TraceSealHeads PRIMARY KEY (Subject, Run)
) WITHOUT ROWID;

-- Insert-only, whoever comes by; but for heads of a run that was never closed, which nothing stands on.
CREATE TRIGGER TR_TraceSeals_Updated BEFORE UPDATE ON TraceSeals BEGIN SELECT RAISE(ABORT, 'seals are insert-only'); END;
CREATE TRIGGER TR_TraceSeals_Deleted BEFORE DELETE ON TraceSeals BEGIN SELECT RAISE(ABORT, 'seals are insert-only'); END;
CREATE TRIGGER TR_TraceSealHeads_Updated BEFORE UPDATE ON TraceSealHeads BEGIN SELECT RAISE(ABORT, 'seals are insert-only'); END;
CREATE TRIGGER TR_TraceSealHeads_Deleted BEFORE DELETE ON TraceSealHeads WHEN EXISTS (SELECT 1 FROM TraceSeals AS s WHERE s.Run = OLD.Run)
BEGIN SELECT RAISE(ABORT, 'seals are insert-only'); END;

-- Documents in the order of their keys, and single ones: Orleans finds its rows by hashes.
CREATE INDEX IX_OrleansStorage_Key ON OrleansStorage (GrainIdExtensionString);

-- Highest level to which a case was escalated; 0 for none. Rows from before are written again once 0008 has run.
ALTER TABLE Cases ADD COLUMN Escalation INTEGER NOT NULL DEFAULT 0;

-- Hour in which the newest trace entry was recorded: before it a case was what its trace tells, since then it is what its row says.
-- Greatest integer where it isn't known.
ALTER TABLE Cases ADD COLUMN RecordedHour INTEGER NOT NULL DEFAULT 9223372036854775807;
-- The few that ended, by what was entered later, before the hour of that entry: no window of what they count tells that they were open until then.
CREATE INDEX IX_Cases_RecordedHour ON Cases (RecordedHour) WHERE RecordedHour > CountedUntil;
