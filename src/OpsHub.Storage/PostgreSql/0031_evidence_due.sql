-- Which agencies' handling falls due from one look to the next: their evidence is counted again within minutes.
CREATE INDEX IX_CaseCycles_DueAt ON CaseCycles (DueAt);
