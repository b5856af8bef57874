-- The head of a shard, emergencies first, without a look at what other shards have: after a long stop hundreds of thousands of rungs have passed.
DROP INDEX IX_Rungs_At;
CREATE INDEX IX_Rungs_Head ON Rungs (Shard, Emergency, At);
