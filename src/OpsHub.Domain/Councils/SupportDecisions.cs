using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What a decision about support records rests on besides state and command.</summary>
/// <param name="Unit">Whose file.</param>
/// <param name="InForce">The unit is in force.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When.</param>
/// <param name="CommandId">Id of the command.</param>
/// <param name="IsWithin">Parents in force.</param>
/// <param name="Indexed">The record named, as the index has it, where the document no longer keeps it.</param>
/// <param name="Consultation">The consultation named; null where there is none that concerns the unit.</param>
/// <param name="Rules">The rules that the consultation goes by; null for the defaults.</param>
public sealed record SupportFacts(
    UnitCode Unit, bool InForce, Actor Actor, DateTimeOffset Now, string CommandId, IsWithin IsWithin, SupportMark? Indexed = null, Consultation? Consultation = null,
    ConsultationRules? Rules = null)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => LocalDay.Of(Now);
}

/// <summary>Decides commands to support files (协商保障规则). Pure.</summary>
public static class SupportDecisions
{
    /// <summary>The greatest quantity of a record.</summary>
    public const int MostQuantity = 100_000;

    private static readonly Decision<SupportEvent> Nothing = Decision<SupportEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<SupportEvent> Decide(SupportFile? file, SupportCommand command, SupportFacts facts) => !facts.InForce
        ? CouncilRefusals.NoUnit("unit", facts.Unit)
        : command switch
        {
            RecordSupport c => Record(c, facts),
            EndSupport c => End(file, c, facts),
            TellSupport c => Tell(file, c, facts),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };

    /// <summary>The earliest day that a record may name: ten years back.</summary>
    public static DateOnly Earliest(DateOnly today) => today.AddYears(-10);

    private static Decision<SupportEvent> Record(RecordSupport c, SupportFacts facts)
    {
        var rule = SupportRule.Of(c.Kind);
        if (SupportAccess.Record(facts.Actor, facts.Unit, rule, facts.IsWithin) is { } no)
            return no;
        if ((CouncilRefusals.Text("text", c.Text, 2000, rule.Rule, rule.Clause) ?? Day(c, rule, facts) ?? Fields(c, rule, facts) ?? Precondition(c, facts)) is { } bad)
            return bad;
        var about = c.Kind == SupportKind.LawPublicity ? facts.Actor.Organ : c.About;
        return new SupportRecorded(facts.Unit, new(
            SupportRecord.IdOf(facts.Unit, facts.Actor.Principal, facts.CommandId), c.Kind, c.On, c.Text.Trim(), facts.Now, facts.Actor.Role, c.Quantity, c.Post, about,
            c.Consultation, c.Risk, Behind(c, facts)?.Warning is not null));
    }

    private static Refusal? Day(RecordSupport c, SupportRule rule, SupportFacts facts) =>
        c.On > facts.Today ? CouncilRefusals.Input("on", rule.Rule, rule.Clause, "日期不能晚于今天", "The day lies in the future")
        : c.On < Earliest(facts.Today) ? CouncilRefusals.Input("on", rule.Rule, rule.Clause, "日期早于十年前", "The day lies more than ten years back")
        : null;

    // A field that a kind has no use for is refused: it would be read by nobody.
    private static Refusal? Fields(RecordSupport c, SupportRule rule, SupportFacts facts)
    {
        var kind = c.Kind;
        var counts = kind is SupportKind.MediationAward or SupportKind.FixedDay;
        if (kind == SupportKind.FixedDay ? c.Quantity is not (>= 1 and <= 31) : counts ? c.Quantity is not (>= 1 and <= MostQuantity) : c.Quantity is < 0 or > MostQuantity)
            return Bad("quantity", kind == SupportKind.FixedDay ? "固定日为每月 1 至 31 日" : $"数量须为 1 至 {MostQuantity}", kind == SupportKind.FixedDay ? "A fixed day is 1 to 31" : $"The quantity is 1 to {MostQuantity}");
        if (kind == SupportKind.MediationAward ? !IsPost(c.Post) : c.Post is not null)
            return Bad("post", "须填岗位编号（字母、数字和短横线），不填姓名", "Takes the number of a post in letters, digits and dashes, never a name; for awards only");
        if (kind is SupportKind.DemonstrationSite or SupportKind.DemocracyLawSite
            ? c.About is not { Kind: OrganKind.Unit } site || site.Unit.Level != UnitLevel.Community || !facts.IsWithin(site.Unit, facts.Unit)
            : c.About is not null)
            return Bad("about", "示范点须为本县市区的社区或村；其他事项不填", "A site is a community of this county; other kinds take none");
        if (kind == SupportKind.DisputeRisk ? c.Risk is null : c.Risk is not null)
            return Bad("risk", "矛盾纠纷风险须注明风险类别；其他事项不填", "A dispute at risk names the kind of risk; other kinds take none");
        return kind != SupportKind.MajorDecision && (c.Consultation is not null || c.Flagged)
            ? Bad("consultationId", "只有重大事项决定关联协商", "Only a major decision names a consultation")
            : null;

        Refusal Bad(string field, string zh, string en) => CouncilRefusals.Input(field, rule.Rule, rule.Clause, zh, en);
    }

    private static Refusal? Precondition(RecordSupport c, SupportFacts facts) => c.Consultation is not null && facts.Consultation is null
        ? CouncilRefusals.NotFound("consultationId", "C006", "二(一)", "没有这项协商，或与本单位无关", "There is no such consultation that concerns this unit")
        : Behind(c, facts)?.Refusal is { } refusal ? refusal with { Field = "consultationId" } : null;

    // A decision recorded here is of a major matter; whether the township must lead its consultation, the township says, and what the named one knows of the matter says it too. C006, T087, T088.
    private static ConsultationPrecondition? Behind(RecordSupport c, SupportFacts facts)
    {
        if (c.Kind != SupportKind.MajorDecision)
            return null;
        var known = facts.Consultation?.Matter ?? new();
        return ConsultationPrecondition.Of(
            known with { Major = true, PublicConcern = c.Flagged || known.PublicConcern }, facts.Consultation?.Communities.Count ?? 1, facts.Consultation, facts.Now, facts.Rules);
    }

    private static Decision<SupportEvent> End(SupportFile? file, EndSupport c, SupportFacts facts)
    {
        var mark = file?.Newest.Find(m => m.Id == c.Id) ?? facts.Indexed;
        if (mark is null)
            return CouncilRefusals.NotFound("recordId", "HUB", "", "没有这条记录", "There is no such record");
        var rule = SupportRule.Of(mark.Kind);
        return (SupportAccess.End(facts.Actor, facts.Unit, rule, facts.IsWithin) ?? CouncilRefusals.Text("reason", c.Reason, 500, rule.Rule, rule.Clause)) is { } no ? no
            : mark.Ended ? Nothing
            : new SupportEnded(facts.Unit, c.Id, mark.Kind, facts.Now, c.Reason.Trim());
    }

    private static Decision<SupportEvent> Tell(SupportFile? file, TellSupport c, SupportFacts facts)
    {
        if (facts.Actor.Role != Role.Scheduler)
            return CouncilRefusals.NotAllowed("HUB", "", "由系统提醒", "The hub itself tells");
        var news = c.Reminders.FindAll(r => file?.Told.TryGetValue(r.Key, out var told) != true || told < r.Period);
        return news.IsEmpty ? Nothing : new SupportTold(facts.Unit, news);
    }

    private static bool IsPost(string? post) => post is { Length: >= 1 and <= 20 } && post.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && post.Any(char.IsAsciiDigit);
}
