-- Consultations as lists, summaries and indicators see them. Instants are UTC ticks of 100 ns, minutes as in ConsultationContribution.
-- Names and columns are the same on PostgreSQL.
CREATE TABLE Consultations (
  ConsultationKey     TEXT    NOT NULL,
  Version             INTEGER NOT NULL,
  Number              TEXT    NOT NULL,
  Title               TEXT    NOT NULL,
  Variant             INTEGER NOT NULL,
  Stage               INTEGER NOT NULL,
  Category            INTEGER NOT NULL, -- 0 before a topic was proposed
  Grid                TEXT    NULL, -- of a building or group
  Community           TEXT    NULL, -- null for a cross-community one
  Township            TEXT    NOT NULL,
  County              TEXT    NOT NULL,
  City                TEXT    NOT NULL,
  Lead                TEXT    NOT NULL,
  DelegatedBy         TEXT    NULL,
  Round               INTEGER NOT NULL,
  DueAt               INTEGER NOT NULL, -- greatest integer when nothing is due, so that such come last
  DueDuty             TEXT    NULL,
  AnnounceDueAt       INTEGER NOT NULL, -- greatest integer when nothing is to be announced
  SessionAt           INTEGER NULL,
  BeganAt             INTEGER NOT NULL,
  EndedAt             INTEGER NULL,
  ChangedAt           INTEGER NOT NULL,
  Communities         TEXT    NOT NULL, -- codes separated by a bar
  IsOpen              INTEGER NOT NULL, -- from here on, with stage and round: the contribution to summaries
  PlanDueMinute       INTEGER NOT NULL,
  AnnounceDueMinute   INTEGER NOT NULL,
  HardDueMinute       INTEGER NOT NULL,
  DueMinute           INTEGER NOT NULL,
  Breached            INTEGER NOT NULL,
  VoteAhead           INTEGER NOT NULL,
  SessionMinute       INTEGER NOT NULL,
  Provisional         INTEGER NOT NULL,
  PlansDue            INTEGER NOT NULL, -- from here on: what indicators count
  PlansOnTime         INTEGER NOT NULL,
  AnnouncementsDue    INTEGER NOT NULL,
  AnnouncementsOnTime INTEGER NOT NULL,
  SessionsEnded       INTEGER NOT NULL,
  Agreed              INTEGER NULL,
  CarriedOut          INTEGER NULL,
  Ballots             INTEGER NOT NULL,
  Satisfied           INTEGER NOT NULL,
  CONSTRAINT PK_Consultations PRIMARY KEY (ConsultationKey)
);
CREATE INDEX IX_Consultations_Number ON Consultations (Number);
-- What summaries count, by unit.
CREATE INDEX IX_Consultations_City ON Consultations (City, IsOpen);
CREATE INDEX IX_Consultations_County ON Consultations (County, IsOpen);
CREATE INDEX IX_Consultations_Township ON Consultations (Township, IsOpen);
CREATE INDEX IX_Consultations_Community ON Consultations (Community, IsOpen);
CREATE INDEX IX_Consultations_Grid ON Consultations (Grid) WHERE Grid IS NOT NULL;
CREATE INDEX IX_Consultations_DelegatedBy ON Consultations (DelegatedBy) WHERE DelegatedBy IS NOT NULL;
-- The orders of lists. The city walks them.
CREATE INDEX IX_Consultations_DueAt ON Consultations (DueAt, ConsultationKey);
CREATE INDEX IX_Consultations_ChangedAt ON Consultations (ChangedAt, ConsultationKey);
CREATE INDEX IX_Consultations_BeganAt ON Consultations (BeganAt, ConsultationKey);
CREATE INDEX IX_Consultations_AnnounceDueAt ON Consultations (AnnounceDueAt, ConsultationKey);

-- The communities that a consultation concerns: each has it in its list, and so have the units above it.
CREATE TABLE ConsultationCommunities (
  ConsultationKey     TEXT    NOT NULL,
  Community           TEXT    NOT NULL,
  Township            TEXT    NOT NULL,
  County              TEXT    NOT NULL,
  City                TEXT    NOT NULL,
  Version             INTEGER NOT NULL,
  CONSTRAINT PK_ConsultationCommunities PRIMARY KEY (ConsultationKey, Community)
) WITHOUT ROWID;
CREATE INDEX IX_ConsultationCommunities_Community ON ConsultationCommunities (Community, ConsultationKey);
CREATE INDEX IX_ConsultationCommunities_Township ON ConsultationCommunities (Township, ConsultationKey);
CREATE INDEX IX_ConsultationCommunities_County ON ConsultationCommunities (County, ConsultationKey);

-- Consultations are subjects: what is written of them is marked until it is published.
DROP TRIGGER TR_OrleansStorage_Inserted;
DROP TRIGGER TR_OrleansStorage_Updated;

CREATE TRIGGER TR_OrleansStorage_Inserted AFTER INSERT ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'case-*' OR NEW.GrainIdExtensionString GLOB 'consultation-*' OR NEW.GrainIdExtensionString GLOB 'agency-*'
  OR NEW.GrainIdExtensionString GLOB 'city-*' OR NEW.GrainIdExtensionString GLOB 'county-*'
  OR NEW.GrainIdExtensionString GLOB 'township-*' OR NEW.GrainIdExtensionString GLOB 'community-*'
  OR NEW.GrainIdExtensionString GLOB 'grid-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;

CREATE TRIGGER TR_OrleansStorage_Updated AFTER UPDATE OF Version ON OrleansStorage
WHEN NEW.GrainIdExtensionString GLOB 'case-*' OR NEW.GrainIdExtensionString GLOB 'consultation-*' OR NEW.GrainIdExtensionString GLOB 'agency-*'
  OR NEW.GrainIdExtensionString GLOB 'city-*' OR NEW.GrainIdExtensionString GLOB 'county-*'
  OR NEW.GrainIdExtensionString GLOB 'township-*' OR NEW.GrainIdExtensionString GLOB 'community-*'
  OR NEW.GrainIdExtensionString GLOB 'grid-*'
BEGIN
  INSERT INTO Unpublished (Subject, Version, Since)
  VALUES (NEW.GrainIdExtensionString, NEW.Version, CAST(unixepoch('subsec') * 1000 AS INTEGER))
  ON CONFLICT (Subject) DO UPDATE SET Version = excluded.Version;
END;
