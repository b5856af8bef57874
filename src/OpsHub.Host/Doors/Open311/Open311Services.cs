using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Services: the second-level categories (事项类别), grouped by the first level. G006, G007, G041.</summary>
internal sealed class Open311Services(IRuleBook rules)
{
    /// <summary>Code of the attribute that says component or event (G008).</summary>
    public const string Kind = "kind";

    private const string PlaceZh = "地点请用 address_id：网格（15 位）、社区（12 位）或乡镇街道（9 位）代码；也可用 address_string 写明乡镇街道、社区名称。只有坐标定不了网格。";
    private const string PlaceEn = "Give the place as address_id: code of a grid (15 digits), community (12) or township (9); or name township and community in address_string. Coordinates alone tell no grid.";

    /// <summary>All services.</summary>
    public Listing All() => new("services", "service",
        [.. rules.Current.Cases.Categories.Values.Where(c => c.Parent is not null).OrderBy(c => c.Code, StringComparer.Ordinal).Select(Service)]);

    /// <summary>A service's definition.</summary>
    /// <exception cref="DoorRefusedException">There is no such service.</exception>
    public Thing Definition(string code) => new("service_definition",
        ("service_code", Find(code).Code),
        ("attributes", new Listing("attributes", "attribute",
        [
            Attribute(true, Kind, "singlevaluelist", 1, "部件或事件", "部件（公共设施）还是事件（G008） / A public facility or something that happens",
                [Value("COMPONENT", "部件 / component"), Value("EVENT", "事件 / event")]),
            Attribute(false, "place", "text", 2, null, $"{PlaceZh} / {PlaceEn}", []),
        ])));

    /// <summary>The category of a service code.</summary>
    /// <exception cref="DoorRefusedException">There is no such service.</exception>
    public CaseCategory Find(string code) => rules.Current.Cases.Categories.TryGetValue(code, out var category) && category.Parent is not null
        ? category
        : throw new DoorRefusedException(DoorRefusals.Input("service_code", "没有这个服务代码", "there is no such service_code", "G006", "二(二)"), StatusCodes.Status404NotFound);

    /// <summary>Name of a service; the code where it is no longer known.</summary>
    public string NameOf(string code) => rules.Current.Cases.Categories.GetValueOrDefault(code)?.Name ?? code;

    private Thing Service(CaseCategory category)
    {
        var group = rules.Current.Cases.Categories.GetValueOrDefault(category.Class);
        return new("service",
            ("service_code", category.Code),
            ("service_name", category.Name),
            ("description", $"{category.Name} / {category.NameEn}"),
            ("metadata", true),
            ("type", "realtime"),
            ("keywords", string.Join(", ", new[] { category.NameEn, group?.NameEn, category.Class }.Where(w => !string.IsNullOrEmpty(w)).Select(w => w!.Replace(',', ' ')))),
            ("group", group?.Name ?? category.Class));
    }

    private static Thing Attribute(bool asked, string code, string datatype, int order, string? hint, string description, Thing[] values) => new("attribute",
        ("variable", asked), ("code", code), ("datatype", datatype), ("required", asked), ("datatype_description", hint), ("order", order), ("description", description),
        ("values", new Listing("values", "value", values)));

    private static Thing Value(string key, string name) => new("value", ("key", key), ("name", name));
}
