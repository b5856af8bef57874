-- Reminders to the people whose move it is, and the queue of what leaves the hub. Instants are UTC ticks of 100 ns.
-- Names and columns are the same on SQLite; text sorts by code point, as SQLite does.

-- Who is told what. Written with the index publication, once for each key.
CREATE TABLE Notices (
  Position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  NoticeKey text COLLATE "C"    NOT NULL,
  CaseKey   text COLLATE "C"    NOT NULL,
  Sequence  bigint NOT NULL,
  Number    text COLLATE "C"    NOT NULL,
  Recipient text COLLATE "C"    NOT NULL,
  Kind      text COLLATE "C"    NOT NULL,
  Emergency bigint NOT NULL,
  Term      text COLLATE "C"    NULL,
  DueAt     bigint NOT NULL, -- greatest integer when nothing is due
  At        bigint NOT NULL,
  NotBefore bigint NOT NULL,
  Needs     text COLLATE "C"    NULL,     -- what must still hold of the case; null for what always holds
  Zh        text COLLATE "C"    NOT NULL,
  En        text COLLATE "C"    NOT NULL,
  ToldAt    bigint NULL,     -- handed out; null while it waits
  MootAt    bigint NULL,     -- the case no longer waits for the recipient
  ReadAt    bigint NULL
);
CREATE UNIQUE INDEX UX_Notices ON Notices (NoticeKey); -- begins with the case's key, so a case's notices lie together
CREATE INDEX IX_Notices_Recipient ON Notices (Recipient, Position);
CREATE INDEX IX_Notices_Told ON Notices (ToldAt, Position) WHERE ToldAt IS NOT NULL;
CREATE INDEX IX_Notices_Waiting ON Notices (Emergency, NotBefore) WHERE ToldAt IS NULL AND MootAt IS NULL;

-- What goes through a channel: a notice, or a payload that another part of the hub has put there.
CREATE TABLE Deliveries (
  Position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  DeliveryKey text COLLATE "C"    NOT NULL,
  Channel     text COLLATE "C"    NOT NULL,
  Kind        text COLLATE "C"    NOT NULL,
  Emergency   bigint NOT NULL,
  Notice      bigint NULL,     -- position of the notice
  Payload     text COLLATE "C"    NULL,     -- JSON, where it is no notice
  NotBefore   bigint NOT NULL,
  State       bigint NOT NULL, -- 0 waits, 1 sent, 2 given up, 3 moot
  Parcel      text COLLATE "C"    NULL,     -- what it goes out with; the key that the receiver sees
  Attempts    bigint NOT NULL,
  SettledAt   bigint NULL
);
CREATE UNIQUE INDEX UX_Deliveries ON Deliveries (DeliveryKey);
CREATE INDEX IX_Deliveries_Waiting ON Deliveries (Channel, Emergency, Position) WHERE State = 0;
CREATE INDEX IX_Deliveries_Parcel ON Deliveries (Channel, Parcel) WHERE State = 0 AND Parcel IS NOT NULL;
CREATE INDEX IX_Deliveries_Settled ON Deliveries (SettledAt) WHERE SettledAt IS NOT NULL;

CREATE TABLE Channels (
  Id           text COLLATE "C"    NOT NULL PRIMARY KEY,
  Version      bigint NOT NULL,
  Organ        text COLLATE "C"    NOT NULL,
  Kind         text COLLATE "C"    NOT NULL,
  Shown        text COLLATE "C"    NOT NULL, -- the target without what is secret in it
  Target       text COLLATE "C"    NOT NULL, -- encrypted
  Secret       text COLLATE "C"    NULL,     -- encrypted
  Kinds        text COLLATE "C"    NOT NULL, -- kinds of notices between bars, |Due|Overdue|
  Language     text COLLATE "C"    NOT NULL,
  Enabled      bigint NOT NULL,
  ChangedAt    bigint NOT NULL,
  FailingSince bigint NULL,
  Failures     bigint NOT NULL,
  LastError    text COLLATE "C"    NULL,
  NextTry      bigint NOT NULL,
  LastSentAt   bigint NULL
);
CREATE INDEX IX_Channels_Organ ON Channels (Organ, Id);

-- Commands about channels and notices: who, when, what. The same key again changes nothing.
CREATE TABLE NoticeCommands (
  CommandKey text COLLATE "C"    NOT NULL PRIMARY KEY,
  Body       text COLLATE "C"    NOT NULL, -- SHA-256, tells a retry from a conflict
  Stamp      text COLLATE "C"    NOT NULL,
  Subject    text COLLATE "C"    NOT NULL, -- channel or notice
  Version    bigint NOT NULL,
  At         bigint NOT NULL,
  Principal  text COLLATE "C"    NOT NULL,
  Role       text COLLATE "C"    NOT NULL,
  Organ      text COLLATE "C"    NOT NULL,
  Change     text COLLATE "C"    NOT NULL  -- what was done, without secrets
);
CREATE UNIQUE INDEX UX_NoticeCommands ON NoticeCommands (Subject, Version);

-- Whose turn a piece of work is, so that several processes don't do it at once.
CREATE TABLE Turns (
  Name  text COLLATE "C"    NOT NULL PRIMARY KEY,
  Owner text COLLATE "C"    NOT NULL,
  Until bigint NOT NULL
);

-- Nobody is told of what happened before; nought where there was no case yet. One row.
CREATE TABLE NoticeStart (At bigint NOT NULL);
INSERT INTO NoticeStart (At)
SELECT CASE WHEN EXISTS (SELECT 1 FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'case-%') THEN (extract(epoch FROM clock_timestamp()) * 1000)::bigint * 10000 + 621355968000000000 ELSE 0 END;
