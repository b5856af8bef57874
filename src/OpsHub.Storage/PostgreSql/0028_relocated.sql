-- Cases that were put into another grid: what a unit held at a past instant may lie elsewhere now. Names and columns are the same on SQLite.
CREATE INDEX IX_CaseEvents_Relocated ON CaseEvents (CaseKey) WHERE Event = 'CaseRelocated';
