-- What indicators count: a row for each cycle of a case and for each dispatch to a lead organ, written by the case's own publication.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE CaseCycles (
  CaseKey        TEXT    NOT NULL,
  Cycle          INTEGER NOT NULL,
  Version        INTEGER NOT NULL,
  Grid           TEXT    NOT NULL,
  Community      TEXT    NOT NULL,
  Township       TEXT    NOT NULL,
  County         TEXT    NOT NULL,
  City           TEXT    NOT NULL,
  Class          TEXT    NOT NULL,
  Lead           TEXT    NULL, -- of the newest dispatch
  Void           INTEGER NOT NULL, -- 1 when it ended without being closed
  StartedDay     INTEGER NOT NULL,
  AcceptBy       INTEGER NOT NULL, -- greatest integer when there is none
  Accepted       INTEGER NOT NULL,
  AcceptedOnTime INTEGER NOT NULL,
  DueAt          INTEGER NOT NULL, -- of the handling term; greatest integer before dispatch
  DueDay         INTEGER NOT NULL, -- days are local day numbers; 0 for none
  Suspended      INTEGER NOT NULL,
  OnTime         INTEGER NULL,
  ClosedDay      INTEGER NOT NULL,
  Returns        INTEGER NOT NULL,
  Reworks        INTEGER NOT NULL,
  Reopened       INTEGER NOT NULL,
  Urges          INTEGER NOT NULL,
  Evaluations    INTEGER NOT NULL,
  ScoreSum       INTEGER NOT NULL,
  WorkMinutes    INTEGER NULL,
  ElapsedMinutes INTEGER NULL,
  UntilDay       INTEGER NOT NULL, -- the last of the days above: an earlier period doesn't count the row
  CONSTRAINT PK_CaseCycles PRIMARY KEY (CaseKey, Cycle)
) WITHOUT ROWID;
-- One index: a township's rows of a period. Counties and the city walk the table, which is narrow.
CREATE INDEX IX_CaseCycles_Township ON CaseCycles (Township, UntilDay);

CREATE TABLE CaseDispatches (
  CaseKey        TEXT    NOT NULL,
  Term           TEXT    NOT NULL,
  Cycle          INTEGER NOT NULL,
  Organ          TEXT    NOT NULL,
  Day            INTEGER NOT NULL,
  AcceptBy       INTEGER NOT NULL,
  Accepted       INTEGER NOT NULL,
  Returned       INTEGER NOT NULL,
  InTime         INTEGER NOT NULL,
  CONSTRAINT PK_CaseDispatches PRIMARY KEY (CaseKey, Term)
) WITHOUT ROWID;
CREATE INDEX IX_CaseDispatches_Organ ON CaseDispatches (Organ, Day);

-- Cases from before are published again at the next start, which makes their rows, and masks their titles.
INSERT INTO Unpublished (Subject, Version, Since)
SELECT GrainIdExtensionString, Version, CAST(unixepoch('subsec') * 1000 AS INTEGER) FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'case-%'
ON CONFLICT (Subject) DO NOTHING;
DELETE FROM Published WHERE Subject LIKE 'case-%';
UPDATE Cases SET Version = 0;
