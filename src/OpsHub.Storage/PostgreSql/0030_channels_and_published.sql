-- A channel may carry notices of some subjects only: the sum of NoticeSubjects; null for all, those of later versions among them.
ALTER TABLE Channels ADD COLUMN Subjects BIGINT NULL;
-- Whether anything of a consultation was ever published: its plan made anew takes back the notice, yet what hung on the wall has been read.
ALTER TABLE Consultations ADD COLUMN Published bigint NOT NULL DEFAULT 0;
UPDATE Consultations SET Published = 1 WHERE Papers > 0 OR EXISTS (SELECT 1 FROM ConsultationPapers AS p WHERE p.ConsultationKey = Consultations.ConsultationKey);
