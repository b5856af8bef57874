-- A consultation may owe several announcements, each for itself: all of their due minutes stand in the contribution, as 29600000:1 with blanks between.
-- Names and columns are the same on PostgreSQL.
ALTER TABLE Consultations ADD COLUMN AnnounceDueMinutes TEXT NOT NULL DEFAULT '';
UPDATE Consultations SET AnnounceDueMinutes = CAST(AnnounceDueMinute AS TEXT) || ':1' WHERE AnnounceDueMinute > 0;
ALTER TABLE Consultations DROP COLUMN AnnounceDueMinute;

-- Rows know the nearest only: their consultations are published anew at the next start, and their further ones with them.
DELETE FROM Published WHERE Subject IN (SELECT ConsultationKey FROM Consultations WHERE AnnounceDueMinutes <> '');
INSERT INTO Unpublished (Subject, Version, Since)
SELECT ConsultationKey, Version, CAST(unixepoch('subsec') * 1000 AS INTEGER) FROM Consultations WHERE AnnounceDueMinutes <> ''
ON CONFLICT (Subject) DO NOTHING;
UPDATE Consultations SET Version = Version - 1 WHERE AnnounceDueMinutes <> '';
