-- A consultation may owe several announcements, each for itself: all of their due minutes stand in the contribution, as 29600000:1 with blanks between.
-- Names and columns are the same on SQLite.
ALTER TABLE Consultations ADD COLUMN AnnounceDueMinutes text COLLATE "C" NOT NULL DEFAULT '';
UPDATE Consultations SET AnnounceDueMinutes = AnnounceDueMinute::text || ':1' WHERE AnnounceDueMinute > 0;
ALTER TABLE Consultations DROP COLUMN AnnounceDueMinute;

-- How many documents a row's publication wrote beside it: a recount compares them with those that lie there.
ALTER TABLE Consultations ADD COLUMN Papers bigint NOT NULL DEFAULT 0;
UPDATE Consultations SET Papers = (SELECT COUNT(*) FROM ConsultationPapers AS p WHERE p.ConsultationKey = Consultations.ConsultationKey AND p.Version = Consultations.Version);

-- Rows know the nearest only: their consultations are published anew at the next start, and their further ones with them; so are those whose vote is owed,
-- which counts as ahead from now on (session ended, concluded, vote passed).
DELETE FROM Published WHERE Subject IN (SELECT ConsultationKey FROM Consultations WHERE AnnounceDueMinutes <> '' OR (IsOpen = 1 AND Stage IN (6, 7, 9)));
INSERT INTO Unpublished (Subject, Version, Since)
SELECT ConsultationKey, Version, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM Consultations WHERE AnnounceDueMinutes <> '' OR (IsOpen = 1 AND Stage IN (6, 7, 9))
ON CONFLICT (Subject) DO NOTHING;
UPDATE Consultations SET Version = Version - 1 WHERE AnnounceDueMinutes <> '' OR (IsOpen = 1 AND Stage IN (6, 7, 9));

-- The city's open ones, nearest due first, are walked as they lie; their count reads nothing else. Without this the whole table is read and sorted for a page.
DROP INDEX IX_Consultations_City;
CREATE INDEX IX_Consultations_City ON Consultations (City, IsOpen, DueAt, ConsultationKey);

-- Support records of many units are walked in the order of their list, so that a page costs a page however many units there are.
CREATE INDEX IX_SupportRecords_At ON SupportRecords (At, RecordId);
CREATE INDEX IX_SupportRecords_Kind ON SupportRecords (Kind, At, RecordId);
