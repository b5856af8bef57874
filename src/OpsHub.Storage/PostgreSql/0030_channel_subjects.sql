-- A channel may carry notices of some subjects only: the sum of NoticeSubjects; null for all, those of later versions among them.
ALTER TABLE Channels ADD COLUMN Subjects BIGINT NULL;
