-- Trace entries that left their subject's document, 64 at a time, insert-only.
CREATE TABLE TraceSegments (
  Subject   TEXT    NOT NULL,
  Segment   INTEGER NOT NULL,
  FirstHash TEXT    NOT NULL,
  LastHash  TEXT    NOT NULL,
  Entries   TEXT    NOT NULL, -- JSON
  CONSTRAINT PK_TraceSegments PRIMARY KEY (Subject, Segment)
);

-- The commands in them: where the last entry of each lies.
CREATE TABLE TraceCommands (
  Subject  TEXT    NOT NULL,
  Command  TEXT    NOT NULL,
  Segment  INTEGER NOT NULL,
  Sequence INTEGER NOT NULL,
  CONSTRAINT PK_TraceCommands PRIMARY KEY (Subject, Command)
) WITHOUT ROWID;
