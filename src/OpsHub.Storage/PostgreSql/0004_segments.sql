-- Trace entries that left their subject's document, 64 at a time, insert-only.
CREATE TABLE TraceSegments (
  Subject   text COLLATE "C"    NOT NULL,
  Segment   bigint NOT NULL,
  FirstHash text COLLATE "C"    NOT NULL,
  LastHash  text COLLATE "C"    NOT NULL,
  Entries   text COLLATE "C"    NOT NULL, -- JSON
  CONSTRAINT PK_TraceSegments PRIMARY KEY (Subject, Segment)
);

-- The commands in them: where the last entry of each lies.
CREATE TABLE TraceCommands (
  Subject  text COLLATE "C"    NOT NULL,
  Command  text COLLATE "C"    NOT NULL,
  Segment  bigint NOT NULL,
  Sequence bigint NOT NULL,
  CONSTRAINT PK_TraceCommands PRIMARY KEY (Subject, Command)
);
