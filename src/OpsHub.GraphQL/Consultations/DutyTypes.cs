using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A duty.</summary>
internal sealed class DutyType : Described<Duty>
{
    public DutyType(IRuleBook rules, IHubDirectory directory, HubClock clock) : base("Duty", "An open duty of a consultation, or one that was kept, late or not (义务). Hard ones can be breached, and the breach stays visible.")
    {
        One<StringGraphType>("id", "Id of its term, unique within its consultation, e.g. `announce-2`.", d => d.Term.Id);
        One<StringGraphType>("stem", "What it is: `meeting`, `council`, `take`, `plan`, `announce`, `explain`, `report`, `answer`, `progress`, `milestone`, `feedback`, `survey`, `archive` or `step` (the next step where no other duty asks for it).", d => d.Stem);
        One<TermType>("term", "Its term (期限): due, done, late, ledger, rule and clause.", d => d.Term);
        One<BooleanGraphType>("hard", "True where the text gives the figure and lateness is a violation (违规); otherwise lateness is flagged (提示).", d => d.Hard);
        One<BooleanGraphType>("breached", "True when it is hard and was kept late, or its due has passed (违规).", d => d.IsBreached(clock.Now));
        Maybe<IntGraphType>("session", "Number of the session that opened it, for announcements (场次); null otherwise.", d => d.Session);
        Maybe<AnnouncementSubjectType>("announces", "What an announcement has to tell (公告对象); null for other duties.", d => d.Stem == DutyStems.Announce ? d : null);
        Maybe<IntGraphType>("milestone", "Number of the milestone to reach, 1 for the first (节点); null otherwise.", d => d.Milestone);
        Maybe<IntGraphType>("dissent", "Number of the dissent that it explains; null otherwise.", d => d.Dissent);
        AskOne<StringGraphType>("explain", "One paragraph that says why it is due then (期限说明).",
                (context, d) => new(d.Term.Explained(rules, directory, context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language)))
            .Argument<LanguageType>("language", "Language of the paragraph; the viewer's own when left out.");
    }
}

/// <summary>What an announcement has to tell.</summary>
internal sealed class AnnouncementSubjectType : Described<Duty>
{
    public AnnouncementSubjectType(IHubDirectory directory) : base("AnnouncementSubject", "What an announcement has to tell (公告对象): of which session, vote or correction. C007, C040, C054.")
    {
        One<AnnouncementKindType>("kind", "What kind (公告类别).", d => d.Announces ?? AnnouncementKind.Session);
        Maybe<IntGraphType>("session", "Number of the session (场次); null otherwise.", d => d.Session);
        Maybe<IntGraphType>("vote", "Number of the vote, 1 for the first (第几次表决); null otherwise.", d => d.Vote);
        Maybe<UnitType>("community", "The community whose own meeting voted (社区、村); null otherwise. C007.", d => d.Community is { } community ? directory.Node(community) : null);
        Maybe<IntGraphType>("correction", "Number of the correction, 1 for the first (第几次纠正); null otherwise.", d => d.Correction);
    }
}

/// <summary>What a consultation waits for.</summary>
internal sealed class ConsultationWaitType : Described<ConsultationWait>
{
    public ConsultationWaitType(HubClock clock) : base("ConsultationWait", "What a consultation waits for (等待事项): whose move, since when, until when.")
    {
        One<OrganType>("organ", "Whose move it is (在谁手里).", w => w.Organ);
        Maybe<RoleType>("role", "The role in which that organ makes it, e.g. the council or the party organisation of one community (角色); null where nobody may by office.", w => w.Office?.Role);
        One<StringGraphType>("what", "What is awaited, in Chinese (等待事项), e.g. 制定协商方案.", w => w.Zh);
        One<StringGraphType>("whatEn", "The same in English.", w => w.En);
        One<InstantType>("since", "Since when (开始时间).", w => w.Since);
        Maybe<InstantType>("until", "Until when (截止时间); null where no term runs.", w => w.Until);
        One<BooleanGraphType>("late", "True when a duty's due has passed (逾期).", w => w.Duty?.Term.IsLate(clock.Now) ?? false);
        One<BooleanGraphType>("hard", "True when lateness is a violation (违规).", w => w.Duty?.Hard ?? false);
        Maybe<DutyType>("duty", "The duty (义务); null for a step that no term bounds.", w => w.Duty);
    }
}

/// <summary>A soft rule that was not kept.</summary>
internal sealed class ConsultationWarningType : Described<ConsultationWarning>
{
    public ConsultationWarningType(IRuleBook rules) : base("ConsultationWarning", "A soft rule that was not kept (提示): shown, nothing is blocked.")
    {
        One<StringGraphType>("rule", "Rule id, e.g. `C016`.", w => w.Rule);
        Maybe<StringGraphType>("clause", "Clause of the policy (条款); null where the catalogue has none.", w => rules.Catalogue.GetValueOrDefault(w.Rule)?.Clause);
        One<InstantType>("at", "When it was seen.", w => w.At);
        One<StringGraphType>("note", "What exactly, e.g. the kind not heard; may be empty (说明).", w => w.Note);
        AskOne<StringGraphType>("text", "What the rule asks for, and what was noted (提示内容).", (context, w) => new(
                Text(rules, w, context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language)))
            .Argument<LanguageType>("language", "Language of the text; the viewer's own when left out.");
    }

    private static string Text(IRuleBook rules, ConsultationWarning warning, Language language)
    {
        var rule = rules.Catalogue.GetValueOrDefault(warning.Rule);
        var asked = rule is null ? warning.Rule : language == Language.Zh && rule.Quote.Length > 0 ? $"{rule.Clause}“{rule.Quote}”" : $"{rule.Clause}: {rule.Statement}";
        return ConsultationWording.Of(warning) is not { } noted ? asked : language == Language.Zh ? $"{asked}。{noted.Zh}" : $"{asked} {noted.En}";
    }
}
