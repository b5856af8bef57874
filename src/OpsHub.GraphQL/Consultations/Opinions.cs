using System.Globalization;
using GraphQL;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Pages of a consultation's opinions, by their place; only the page's are masked.</summary>
internal static class Opinions
{
    public static Connection<ConsultationOpinion> Page(IResolveFieldContext context, ConsultationText text, string key, Consultation s)
    {
        var (actor, places) = (Viewer.Of(context).Actor, Enumerable.Range(0, s.Opinions.Count).ToList());
        var page = ListPages.Of("opinions-" + key, places, i => i.ToString("D6", CultureInfo.InvariantCulture), Paging.Read(context), s.ChangedAt);
        var shown = text.Opinions(actor, s);
        return new([.. page.Edges.Select(e => new Edge<ConsultationOpinion>(e.Cursor, shown(s.Opinions[e.Node])))], page.HasNext, page.HasPrevious, page.AsOf);
    }
}
