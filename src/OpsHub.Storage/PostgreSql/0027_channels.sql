-- A webhook's former secret signs beside the new one for a while; messages that were given up can be listed and sent again.
ALTER TABLE Channels ADD COLUMN FormerSecret TEXT NULL; -- encrypted
ALTER TABLE Channels ADD COLUMN FormerUntil BIGINT NULL;
CREATE INDEX IX_Deliveries_GivenUp ON Deliveries (Channel, Position) WHERE State = 2;
CREATE INDEX IX_Channels_Failing ON Channels (FailingSince) WHERE FailingSince IS NOT NULL;
