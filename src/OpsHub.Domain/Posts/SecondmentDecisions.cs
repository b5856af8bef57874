using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Posts.PostRefusals;

namespace OpsHub.Domain.Posts;

/// <summary>Secondments: denied unless the township party committee and the organisation department both consent; one refusal ends it. A014-A016.</summary>
internal static class SecondmentDecisions
{
    internal static Decision<PostEvent> Request(AgencyPosts s, RequestSecondment c, PostContext x)
    {
        if ((PostAccess.Department(x.Actor, s, "A014") ?? Text("need", c.Need, 500, "A014") ?? Text("to", c.To, 100, "A014") ?? Count("count", c.Count, 1, "A014")) is { } refusal)
            return refusal;
        if (c.Until <= LocalDay.Of(x.Now))
            return Input("until", "A014", "借用截止日须在今天之后", "The last day lies after today");
        var id = s.Secondments.Count + 1;
        ImmutableList<Term> terms =
        [
            x.Open($"township-{id}", "答复抽调借用", OrganCode.Of(s.Host), x.Rules.SecondmentReply, "A015", "SecondmentReply"),
            x.Open($"personnel-{id}", "答复抽调借用", PostAccess.County(s), x.Rules.SecondmentReply, "A015", "SecondmentReply"),
        ];
        return new SecondmentRequested(x.Now, new(id, c.Need, c.To, c.Count, c.Until, x.Now, SecondmentStage.Requested, []), terms);
    }

    internal static Decision<PostEvent> Agree(AgencyPosts s, AgreeToSecondment c, PostContext x)
    {
        if ((Found(s, c.Secondment, c, out var away) ?? Side(x, s)) is { } refusal)
            return refusal;
        if (PostAccess.IsOrganisation(x.Actor, s))
            return away.PersonnelAt is not null ? Decision<PostEvent>.Nothing : new SecondmentAgreed(x.Now, away.Id, SecondmentSide.Personnel, null, x.Done(s, $"personnel-{away.Id}"));
        var township = x.Actor.Organ.Unit;
        return away.Agreed.Contains(township) ? Decision<PostEvent>.Nothing
            : new SecondmentAgreed(x.Now, away.Id, SecondmentSide.Township, township, s.Served.TrueForAll(t => t == township || away.Agreed.Contains(t)) ? x.Done(s, $"township-{away.Id}") : []);
    }

    internal static Decision<PostEvent> Refuse(AgencyPosts s, RefuseSecondment c, PostContext x)
    {
        if ((Found(s, c.Secondment, c, out var away) ?? Side(x, s) ?? Text("reason", c.Reason, 500, "A015")) is { } refusal)
            return refusal;
        var personnel = PostAccess.IsOrganisation(x.Actor, s);
        return new SecondmentRefused(x.Now, away.Id, personnel ? SecondmentSide.Personnel : SecondmentSide.Township, c.Reason,
            [.. x.Done(s, personnel ? $"personnel-{away.Id}" : $"township-{away.Id}"), .. x.Lifted(s, "对方不同意", personnel ? $"township-{away.Id}" : $"personnel-{away.Id}")]);
    }

    internal static Decision<PostEvent> Begin(AgencyPosts s, BeginSecondment c, PostContext x)
    {
        if ((Found(s, c.Secondment, c, out var away) ?? PostAccess.Department(x.Actor, s, "A015")) is { } refusal)
            return refusal;
        var open = s.Served.FindAll(t => !away.Agreed.Contains(t)).ConvertAll(x.Name);
        if (!open.IsEmpty || away.PersonnelAt is null)
        {
            return Guard("CONSENTS_MISSING", "A015", $"尚缺{string.Join("、", away.PersonnelAt is null ? open.Add("组织人事部门") : open)}同意，不得抽调借用",
                $"Consents missing: {string.Join(", ", away.PersonnelAt is null ? open.Add("the organisation department") : open)}");
        }

        var today = LocalDay.Of(x.Now);
        if (today > away.Until)
        {
            return Guard("SECONDMENT_LAPSED", "A015", $"同意的借用期限至 {LocalDay.Text(away.Until)}，已过期，须重新申请", $"What was consented to ended on {LocalDay.Text(away.Until)}: ask anew");
        }

        var budget = new TermBudget(Math.Max(1, away.Until.DayNumber - today.DayNumber), BudgetUnit.CalendarDays);
        return new SecondmentBegun(x.Now, away.Id, [x.Open($"away-{away.Id}", "借用返回", s.Department, budget, "A015", "SecondmentUntil")]);
    }

    internal static Decision<PostEvent> End(AgencyPosts s, EndSecondment c, PostContext x) =>
        (Found(s, c.Secondment, c, out var away) ?? PostAccess.Department(x.Actor, s, "A015")) is { } refusal ? refusal : new SecondmentEnded(x.Now, away.Id, x.Done(s, $"away-{away.Id}"));

    private static Refusal? Side(PostContext x, AgencyPosts s) => PostAccess.IsServed(x.Actor, s) || PostAccess.IsOrganisation(x.Actor, s)
        ? null
        : NotAllowed("A015", "由乡镇街道党（工）委和组织人事部门答复", "The township party committee and the organisation department answer");

    private static Refusal? Found(AgencyPosts s, int id, PostCommand command, out Secondment away)
    {
        var rule = PostTransitions.Of(command).Rule;
        away = s.Secondments.Find(a => a.Id == id)!;
        return away is null ? Input("secondment", rule, $"没有抽调借用事项 {id}", $"There is no secondment {id}")
            : PostTransitions.Permits(away.Stage, command) ? null
            : WrongStage(rule, $"{away.Stage}");
    }
}
