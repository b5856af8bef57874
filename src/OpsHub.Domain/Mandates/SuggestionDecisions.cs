using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>Suggestions of townships on superiors' major decisions and projects; each is to be answered. T013.</summary>
internal static class SuggestionDecisions
{
    internal static Decision<MandateEvent> Make(MakeSuggestion c, MandateContext x)
    {
        if ((MandateDecisions.Township(x, "T013") ?? Text("title", c.Title, 100, "T013") ?? Text("text", c.Text, 1000, "T013")) is { } refusal)
            return refusal;
        if (c.Subject is not { } subject)
            return Input("subject", "T013", "subject 必填", "subject is required");
        if (c.To.Kind == OrganKind.Agency || c.To.Unit != x.County)
            return Input("to", "T013", "建议向本县市区党委、政府或其职能部门提出", "A suggestion goes to the county or one of its departments");
        return new SuggestionMade(x.Now, new(x.NextSequence, x.Actor.Organ.Unit, subject, c.Title, c.Text, c.To, x.Now),
            [x.Open($"reply-{x.NextSequence}", "答复乡镇建议", c.To, x.Rules.SuggestionReplyLimit, "T013", "SuggestionReplyLimit")]);
    }

    // The county answers for its departments, too.
    internal static Decision<MandateEvent> Reply(CountyMandates s, AnswerSuggestion c, MandateContext x)
    {
        var suggestion = s.Suggestions.Find(g => g.Id == c.Suggestion);
        if (MandateDecisions.DepartmentOrCounty(x, "T013") is { } forbidden)
            return forbidden;
        if (suggestion is null || !MandateAccess.Reads(x.Actor, x.County, suggestion))
            return None("suggestion", "T013", c.Suggestion);
        if (suggestion.Answer is not null)
            return WrongStage("T013", "建议已答复", "The suggestion is answered");
        if (c.Answer is not { } answer)
            return Input("answer", "T013", "answer 必填", "answer is required");
        return Text("text", c.Text, 1000, "T013") is { } refusal ? refusal
            : new SuggestionAnswered(x.Now, suggestion.Id, answer, c.Text, x.IsLate(s, $"reply-{suggestion.Id}"), x.Done(s, $"reply-{suggestion.Id}"));
    }
}
