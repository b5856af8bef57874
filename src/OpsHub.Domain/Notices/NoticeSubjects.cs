namespace OpsHub.Domain.Notices;

/// <summary>Which of an organ's notices somebody reads, by what they tell of (提醒事项): who reads cases doesn't always read consultations, and the other way round. Part 4.</summary>
[Flags]
public enum NoticeSubjects
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Those of consultations (协商).</summary>
    Consultations = 1,

    /// <summary>Those of cases, and of everything else that has no subject of its own (案件等).</summary>
    Others = 2,

    /// <summary>Those of agencies' years (派驻机构年度考核).</summary>
    Assessments = 4,

    /// <summary>Those of people decisions of stationed agencies (派驻机构人事事项).</summary>
    Posts = 8,

    /// <summary>Those of satisfaction surveys (满意度测评).</summary>
    Surveys = 16,

    /// <summary>Those of townships' rights and duties (乡镇权责).</summary>
    Mandates = 64,

    /// <summary>Filings (制度备案).</summary>
    Filings = 128,

    /// <summary>All of them.</summary>
    All = Consultations | Others | Assessments | Posts | Surveys | Mandates | Filings,
}
