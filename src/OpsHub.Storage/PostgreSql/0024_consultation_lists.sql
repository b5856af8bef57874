-- Lists of what waits for a decision: another way proposed, a review that a dissent opened.
ALTER TABLE Consultations ADD COLUMN Proposed BIGINT NULL;
ALTER TABLE Consultations ADD COLUMN ReviewOpen BIGINT NOT NULL DEFAULT 0;

-- Open ones are published anew at the next start, and both with them.
DELETE FROM Published WHERE Subject IN (SELECT ConsultationKey FROM Consultations WHERE IsOpen = 1);
INSERT INTO Unpublished (Subject, Version, Since)
SELECT ConsultationKey, Version, CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) FROM Consultations WHERE IsOpen = 1
ON CONFLICT (Subject) DO NOTHING;
UPDATE Consultations SET Version = Version - 1 WHERE IsOpen = 1;
