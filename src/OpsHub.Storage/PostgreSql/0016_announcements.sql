-- A consultation may owe several announcements, each for itself: all of their due minutes stand in the contribution, as 29600000:1 with blanks between.
-- Names and columns are the same on SQLite.
ALTER TABLE Consultations ADD COLUMN AnnounceDueMinutes text COLLATE "C" NOT NULL DEFAULT '';
UPDATE Consultations SET AnnounceDueMinutes = AnnounceDueMinute::text || ':1' WHERE AnnounceDueMinute > 0;
ALTER TABLE Consultations DROP COLUMN AnnounceDueMinute;

-- Rows know the nearest only: their consultations are published anew at the next start, and their further ones with them.
DELETE FROM Published WHERE Subject IN (SELECT ConsultationKey FROM Consultations WHERE AnnounceDueMinutes <> '');
INSERT INTO Unpublished (Subject, Version, Since)
SELECT ConsultationKey, Version, (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM Consultations WHERE AnnounceDueMinutes <> ''
ON CONFLICT (Subject) DO NOTHING;
UPDATE Consultations SET Version = Version - 1 WHERE AnnounceDueMinutes <> '';
