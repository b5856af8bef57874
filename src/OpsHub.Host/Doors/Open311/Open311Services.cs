using System.Collections.Immutable;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Services: the second-level categories (事项类别) that a caller may report under, grouped by the first level: none that is retired, and of counties' own
/// sub-codes those of its county; all of them for who reports in the whole city. G006, G007, G041, G056.</summary>
internal sealed class Open311Services(IRuleBook rules, HubClock clock)
{
    /// <summary>Code of the attribute that says component or event (G008).</summary>
    public const string Kind = "kind";

    private const string PlaceZh = "地点请用 address_id：网格（15 位）、社区（12 位）或乡镇街道（9 位）代码；也可用 address_string 写明乡镇街道、社区名称。只有坐标定不了网格。";
    private const string PlaceEn = "Give the place as address_id: code of a grid (15 digits), community (12) or township (9); or name township and community in address_string. Coordinates alone tell no grid.";

    /// <summary>All services of a caller; of one without a key the city's own.</summary>
    public Listing All(Actor? actor) => new("services", "service",
        [.. Known(actor).Values.Where(c => IsOpen(c, actor)).OrderBy(c => c.Code, StringComparer.Ordinal).Select(Service)]);

    /// <summary>A service's definition.</summary>
    /// <exception cref="DoorRefusedException">There is no such service.</exception>
    public Thing Definition(Actor? actor, string code) => new("service_definition",
        ("service_code", Find(actor, code).Code),
        ("attributes", new Listing("attributes", "attribute",
        [
            Attribute(true, Kind, "singlevaluelist", 1, "部件或事件", "部件（公共设施）还是事件（G008） / A public facility or something that happens",
                [Value("COMPONENT", "部件 / component"), Value("EVENT", "事件 / event")]),
            Attribute(false, "place", "text", 2, null, $"{PlaceZh} / {PlaceEn}", []),
        ])));

    /// <summary>The category of a service code.</summary>
    /// <exception cref="DoorRefusedException">There is no such service.</exception>
    public CaseCategory Find(Actor? actor, string code) => Known(actor).TryGetValue(code, out var category) && IsOpen(category, actor)
        ? category
        : throw new DoorRefusedException(DoorRefusals.Input("service_code", "没有这个服务代码", "there is no such service_code", "G006", "二(二)"), StatusCodes.Status404NotFound);

    /// <summary>Name of a service; the code where it is no longer known.</summary>
    public string NameOf(string code) => rules.Current.Cases.Categories.GetValueOrDefault(code)?.Name ?? code;

    // As the caller's county has them: what it set for itself outlasts the city's.
    private ImmutableDictionary<string, CaseCategory> Known(Actor? actor) =>
        (CountyOf(actor) is { } county ? rules.On(LocalDay.Of(clock.Now), county) : rules.Current).Cases.Categories;

    private static bool IsOpen(CaseCategory category, Actor? actor) =>
        category is { Parent: not null, Retired: false } && (category.County is not { } own || (actor is not null && (CountyOf(actor) ?? own) == own));

    private static UnitCode? CountyOf(Actor? actor) => actor?.Organ.Unit is { Level: >= UnitLevel.County } unit ? unit.At(UnitLevel.County) : null;

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
