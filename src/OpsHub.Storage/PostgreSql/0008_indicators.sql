-- What indicators count: a row for each cycle of a case and for each dispatch to a lead organ, written by the case's own publication.
-- Names and columns are the same on SQLite.
CREATE TABLE CaseCycles (
  CaseKey        text COLLATE "C" NOT NULL,
  Cycle          bigint           NOT NULL,
  Version        bigint           NOT NULL,
  Grid           text COLLATE "C" NOT NULL,
  Community      text COLLATE "C" NOT NULL,
  Township       text COLLATE "C" NOT NULL,
  County         text COLLATE "C" NOT NULL,
  City           text COLLATE "C" NOT NULL,
  Class          text COLLATE "C" NOT NULL,
  Lead           text COLLATE "C" NULL, -- of the newest dispatch
  Void           bigint           NOT NULL, -- 1 when it ended without being closed
  StartedDay     bigint           NOT NULL,
  AcceptBy       bigint           NOT NULL, -- greatest integer when there is none
  Accepted       bigint           NOT NULL,
  AcceptedOnTime bigint           NOT NULL,
  DueAt          bigint           NOT NULL, -- of the handling term; greatest integer before dispatch
  DueDay         bigint           NOT NULL, -- days are local day numbers; 0 for none
  Suspended      bigint           NOT NULL,
  OnTime         bigint           NULL,
  ClosedDay      bigint           NOT NULL,
  Returns        bigint           NOT NULL,
  Reworks        bigint           NOT NULL,
  Reopened       bigint           NOT NULL,
  Urges          bigint           NOT NULL,
  Evaluations    bigint           NOT NULL,
  ScoreSum       bigint           NOT NULL,
  WorkMinutes    bigint           NULL,
  ElapsedMinutes bigint           NULL,
  UntilDay       bigint           NOT NULL, -- the last of the days above: an earlier period doesn't count the row
  CONSTRAINT PK_CaseCycles PRIMARY KEY (CaseKey, Cycle)
);
-- One index: a township's rows of a period. Counties and the city walk the table, which is narrow.
CREATE INDEX IX_CaseCycles_Township ON CaseCycles (Township, UntilDay);

CREATE TABLE CaseDispatches (
  CaseKey        text COLLATE "C" NOT NULL,
  Term           text COLLATE "C" NOT NULL,
  Cycle          bigint           NOT NULL,
  Organ          text COLLATE "C" NOT NULL,
  Day            bigint           NOT NULL,
  AcceptBy       bigint           NOT NULL,
  Accepted       bigint           NOT NULL,
  Returned       bigint           NOT NULL,
  InTime         bigint           NOT NULL,
  CONSTRAINT PK_CaseDispatches PRIMARY KEY (CaseKey, Term)
);
CREATE INDEX IX_CaseDispatches_Organ ON CaseDispatches (Organ, Day);

-- Cases from before are published again at the next start, which makes their rows, and masks their titles.
INSERT INTO Unpublished (Subject, Version, Since)
SELECT GrainIdExtensionString, Version, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'case-%'
ON CONFLICT (Subject) DO NOTHING;
DELETE FROM Published WHERE Subject LIKE 'case-%';
UPDATE Cases SET Version = 0;
