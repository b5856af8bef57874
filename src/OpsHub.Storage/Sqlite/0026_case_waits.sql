-- For whom an open case waits besides its holder: who owes a part or an answer, who decides an extension.
CREATE TABLE CaseWaits (
  Organ   TEXT    NOT NULL,
  CaseKey TEXT    NOT NULL,
  Version INTEGER NOT NULL,
  CONSTRAINT PK_CaseWaits PRIMARY KEY (Organ, CaseKey)
) WITHOUT ROWID;
CREATE INDEX IX_CaseWaits_Case ON CaseWaits (CaseKey);

-- Open cases that were dispatched are published anew at the next start, and whom they wait for with them.
DELETE FROM Published WHERE Subject IN (SELECT CaseKey FROM Cases WHERE Lead IS NOT NULL AND CountedUntil = 9223372036854775807);
INSERT INTO Unpublished (Subject, Version, Since)
SELECT CaseKey, Version, CAST(unixepoch('subsec') * 1000 AS INTEGER) FROM Cases WHERE Lead IS NOT NULL AND CountedUntil = 9223372036854775807
ON CONFLICT (Subject) DO NOTHING;
UPDATE Cases SET Version = Version - 1 WHERE Lead IS NOT NULL AND CountedUntil = 9223372036854775807;
