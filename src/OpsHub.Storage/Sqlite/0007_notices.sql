-- Reminders to the people whose move it is, and the queue of what leaves the hub. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on PostgreSQL.

-- Who is told what. Written with the index publication, once for each key.
CREATE TABLE Notices (
  Position  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  NoticeKey TEXT    NOT NULL,
  CaseKey   TEXT    NOT NULL,
  Sequence  INTEGER NOT NULL,
  Number    TEXT    NOT NULL,
  Recipient TEXT    NOT NULL,
  Kind      TEXT    NOT NULL,
  Emergency INTEGER NOT NULL,
  Term      TEXT    NULL,
  DueAt     INTEGER NOT NULL, -- greatest integer when nothing is due
  At        INTEGER NOT NULL,
  NotBefore INTEGER NOT NULL,
  Needs     TEXT    NULL,     -- what must still hold of the case; null for what always holds
  Zh        TEXT    NOT NULL,
  En        TEXT    NOT NULL,
  ToldAt    INTEGER NULL,     -- handed out; null while it waits
  MootAt    INTEGER NULL,     -- the case no longer waits for the recipient
  ReadAt    INTEGER NULL
);
CREATE UNIQUE INDEX UX_Notices ON Notices (NoticeKey); -- begins with the case's key, so a case's notices lie together
CREATE INDEX IX_Notices_Recipient ON Notices (Recipient, Position);
CREATE INDEX IX_Notices_Told ON Notices (ToldAt, Position) WHERE ToldAt IS NOT NULL;
CREATE INDEX IX_Notices_Waiting ON Notices (Emergency, NotBefore) WHERE ToldAt IS NULL AND MootAt IS NULL;

-- What goes through a channel: a notice, or a payload that another part of the hub has put there.
CREATE TABLE Deliveries (
  Position    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  DeliveryKey TEXT    NOT NULL,
  Channel     TEXT    NOT NULL,
  Kind        TEXT    NOT NULL,
  Emergency   INTEGER NOT NULL,
  Notice      INTEGER NULL,     -- position of the notice
  Payload     TEXT    NULL,     -- JSON, where it is no notice
  NotBefore   INTEGER NOT NULL,
  State       INTEGER NOT NULL, -- 0 waits, 1 sent, 2 given up, 3 moot
  Parcel      TEXT    NULL,     -- what it goes out with; the key that the receiver sees
  Attempts    INTEGER NOT NULL,
  SettledAt   INTEGER NULL
);
CREATE UNIQUE INDEX UX_Deliveries ON Deliveries (DeliveryKey);
CREATE INDEX IX_Deliveries_Waiting ON Deliveries (Channel, Emergency, Position) WHERE State = 0;
CREATE INDEX IX_Deliveries_Parcel ON Deliveries (Channel, Parcel) WHERE State = 0 AND Parcel IS NOT NULL;
CREATE INDEX IX_Deliveries_Settled ON Deliveries (SettledAt) WHERE SettledAt IS NOT NULL;

CREATE TABLE Channels (
  Id           TEXT    NOT NULL PRIMARY KEY,
  Version      INTEGER NOT NULL,
  Organ        TEXT    NOT NULL,
  Kind         TEXT    NOT NULL,
  Shown        TEXT    NOT NULL, -- the target without what is secret in it
  Target       TEXT    NOT NULL, -- encrypted
  Secret       TEXT    NULL,     -- encrypted
  Kinds        TEXT    NOT NULL, -- kinds of notices between bars, |Due|Overdue|
  Language     TEXT    NOT NULL,
  Enabled      INTEGER NOT NULL,
  ChangedAt    INTEGER NOT NULL,
  FailingSince INTEGER NULL,
  Failures     INTEGER NOT NULL,
  LastError    TEXT    NULL,
  NextTry      INTEGER NOT NULL,
  LastSentAt   INTEGER NULL
) WITHOUT ROWID;
CREATE INDEX IX_Channels_Organ ON Channels (Organ, Id);

-- Commands about channels and notices: who, when, what. The same key again changes nothing.
CREATE TABLE NoticeCommands (
  CommandKey TEXT    NOT NULL PRIMARY KEY,
  Body       TEXT    NOT NULL, -- SHA-256, tells a retry from a conflict
  Stamp      TEXT    NOT NULL,
  Subject    TEXT    NOT NULL, -- channel or notice
  Version    INTEGER NOT NULL,
  At         INTEGER NOT NULL,
  Principal  TEXT    NOT NULL,
  Role       TEXT    NOT NULL,
  Organ      TEXT    NOT NULL,
  Change     TEXT    NOT NULL  -- what was done, without secrets
) WITHOUT ROWID;
CREATE UNIQUE INDEX UX_NoticeCommands ON NoticeCommands (Subject, Version);

-- Whose turn a piece of work is, so that several processes don't do it at once.
CREATE TABLE Turns (
  Name  TEXT    NOT NULL PRIMARY KEY,
  Owner TEXT    NOT NULL,
  Until INTEGER NOT NULL
) WITHOUT ROWID;

-- Nobody is told of what happened before; nought where there was no case yet. One row.
CREATE TABLE NoticeStart (At INTEGER NOT NULL);
INSERT INTO NoticeStart (At)
SELECT CASE WHEN EXISTS (SELECT 1 FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'case-%') THEN CAST(unixepoch('subsec') * 1000 AS INTEGER) * 10000 + 621355968000000000 ELSE 0 END;
