using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Posts;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Agencies;

/// <summary>An open term of an agency with what it belongs to.</summary>
internal sealed class AgencyDeadlineType : Described<AgencyDeadline>
{
    public AgencyDeadlineType(CaseLoader loader, FreeText text)
        : base("AgencyDeadline", "An open term of an agency (期限): the nearest of a case, or one of its years or people decisions. Exactly one of case, agencyYear and posts is there.")
    {
        One<InstantType>("dueAt", "When it falls due (到期).", d => d.Due);
        AskMaybe<CaseType>("case", "The case (案件).", (context, d) => new(d.Case is { } of ? loader.Complete(context, of) : null));
        Maybe<AgencyYearType>("agencyYear", "The year (年度考核).", d => d.Year);
        Maybe<AgencyPostsType>("posts", "The people decisions (人事事项).", d => d.Posts);
        AskMaybe<TermType>("term", "The term; null when a case's was met in this moment.", (context, d) =>
        {
            if (d.Case is not { } of)
                return new(d.Term);
            var actor = Viewer.Of(context).Actor;
            return new(loader.Stored(context, of.Key).Then(view => view is null ? null : CaseTerms.Nearest(text.Shown(actor, view.Case))));
        });
    }
}

/// <summary>One of a list of such terms.</summary>
internal sealed class AgencyDeadlineEdgeType() : EdgeType<AgencyDeadline, AgencyDeadlineType>("AgencyDeadline", "open terms of an agency (期限)");

/// <summary>A page of such terms.</summary>
internal sealed class AgencyDeadlineConnectionType() : ConnectionType<AgencyDeadline, AgencyDeadlineType, AgencyDeadlineEdgeType>("AgencyDeadline", "open terms of an agency (期限)");
