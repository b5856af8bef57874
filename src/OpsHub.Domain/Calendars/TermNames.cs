namespace OpsHub.Domain.Calendars;

/// <summary>What terms (期限) are about, in English; a name not known stays as it is.</summary>
public static class TermNames
{
    /// <summary>The English name of a term's Chinese name, in the glossary's words.</summary>
    public static string English(string name) => name switch
    {
        "受理" => "acceptance",
        "研判" => "triage",
        "接单" => "accepting the dispatch",
        "处置" => "handling",
        "核查" => "verification",
        "派单" => "dispatch",
        "重新派单" => "dispatching again",
        "结案" => "closing",
        "协办" => "assisting part",
        "延期审批" => "deciding the extension",
        "协调" => "coordination",
        "催办回复" => "answering the reminder",
        "督办回复" => "answering the urge",
        _ => name,
    };
}
