-- Consultations as lists, summaries and indicators see them. Instants are UTC ticks of 100 ns, minutes as in ConsultationContribution.
-- Names and columns are the same on SQLite.
CREATE TABLE Consultations (
  ConsultationKey     text COLLATE "C" NOT NULL,
  Version             bigint           NOT NULL,
  Number              text COLLATE "C" NOT NULL,
  Title               text COLLATE "C" NOT NULL,
  Variant             bigint           NOT NULL,
  Stage               bigint           NOT NULL,
  Category            bigint           NOT NULL, -- 0 before a topic was proposed
  Grid                text COLLATE "C" NULL, -- of a building or group
  Community           text COLLATE "C" NULL, -- null for a cross-community one
  Township            text COLLATE "C" NOT NULL,
  County              text COLLATE "C" NOT NULL,
  City                text COLLATE "C" NOT NULL,
  Lead                text COLLATE "C" NOT NULL,
  DelegatedBy         text COLLATE "C" NULL,
  Round               bigint           NOT NULL,
  DueAt               bigint           NOT NULL, -- greatest integer when nothing is due, so that such come last
  DueDuty             text COLLATE "C" NULL,
  AnnounceDueAt       bigint           NOT NULL, -- greatest integer when nothing is to be announced
  SessionAt           bigint           NULL,
  BeganAt             bigint           NOT NULL,
  EndedAt             bigint           NULL,
  ChangedAt           bigint           NOT NULL,
  Communities         text COLLATE "C" NOT NULL, -- codes separated by a bar
  IsOpen              bigint           NOT NULL, -- from here on, with stage and round: the contribution to summaries
  PlanDueMinute       bigint           NOT NULL,
  AnnounceDueMinute   bigint           NOT NULL,
  HardDueMinute       bigint           NOT NULL,
  DueMinute           bigint           NOT NULL,
  Breached            bigint           NOT NULL,
  VoteAhead           bigint           NOT NULL,
  SessionMinute       bigint           NOT NULL,
  Provisional         bigint           NOT NULL,
  PlansDue            bigint           NOT NULL, -- from here on: what indicators count
  PlansOnTime         bigint           NOT NULL,
  AnnouncementsDue    bigint           NOT NULL,
  AnnouncementsOnTime bigint           NOT NULL,
  SessionsEnded       bigint           NOT NULL,
  Agreed              bigint           NULL,
  CarriedOut          bigint           NULL,
  Ballots             bigint           NOT NULL,
  Satisfied           bigint           NOT NULL,
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
  ConsultationKey     text COLLATE "C" NOT NULL,
  Community           text COLLATE "C" NOT NULL,
  Township            text COLLATE "C" NOT NULL,
  County              text COLLATE "C" NOT NULL,
  City                text COLLATE "C" NOT NULL,
  Version             bigint           NOT NULL,
  CONSTRAINT PK_ConsultationCommunities PRIMARY KEY (ConsultationKey, Community)
);
CREATE INDEX IX_ConsultationCommunities_Community ON ConsultationCommunities (Community, ConsultationKey);
CREATE INDEX IX_ConsultationCommunities_Township ON ConsultationCommunities (Township, ConsultationKey);
CREATE INDEX IX_ConsultationCommunities_County ON ConsultationCommunities (County, ConsultationKey);

-- Consultations are subjects: what is written of them is marked until it is published.
DROP TRIGGER TR_OrleansStorage ON OrleansStorage;
CREATE TRIGGER TR_OrleansStorage AFTER INSERT OR UPDATE OF Version ON OrleansStorage
FOR EACH ROW WHEN (NEW.GrainIdExtensionString ~ '^(case|consultation|agency|city|county|township|community|grid)-')
EXECUTE FUNCTION mark_unpublished();
