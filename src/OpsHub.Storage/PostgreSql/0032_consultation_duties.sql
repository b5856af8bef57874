-- Lists show what is owed and where a report up stands without reading whole documents: open duties as JSON, as the document has them, nearest due first.
ALTER TABLE Consultations ADD COLUMN OpenDuties TEXT NOT NULL DEFAULT '[]';
ALTER TABLE Consultations ADD COLUMN DelegatedStage BIGINT NULL;

-- Those that owe something and entrusted ones are published anew at the next start, and both with them.
DELETE FROM Published WHERE Subject IN (SELECT ConsultationKey FROM Consultations WHERE DueAt <> 9223372036854775807 OR DelegatedBy IS NOT NULL);
INSERT INTO Unpublished (Subject, Version, Since)
SELECT ConsultationKey, Version, CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) FROM Consultations WHERE DueAt <> 9223372036854775807 OR DelegatedBy IS NOT NULL
ON CONFLICT (Subject) DO NOTHING;
UPDATE Consultations SET Version = Version - 1 WHERE DueAt <> 9223372036854775807 OR DelegatedBy IS NOT NULL;
