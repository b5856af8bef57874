namespace OpsHub.Domain.Calendars;

/// <summary>The festivals (节日) of the yearly notices in English; a name not known stays as it is.</summary>
internal static class FestivalNames
{
    internal static string English(string name) => name switch
    {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        "国庆节、中秋节" or "中秋节、国庆节" => "National Day and Mid-Autumn Festival",
        _ => name,
    };
}
