using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Posts;

namespace OpsHub.GraphQL.Posts;

/// <summary>People decisions of an agency that the viewer may read: whole, or posts and counts alone.</summary>
/// <param name="View">The record.</param>
/// <param name="IsWhole">Consultations, inquiries, secondments and changes may be read, too. Part 4.</param>
internal sealed record PostsNode(PostsView View, bool IsWhole)
{
    public AgencyPosts State => View.State;

    /// <summary>The node of a record for an actor; null for those who read nothing of it.</summary>
    public static PostsNode? Of(Actor actor, PostsView? view) => view is not null && PostAccess.ReadsCounts(actor, view.State) ? new(view, PostAccess.Reads(actor, view.State)) : null;
}

/// <summary>A matter with the record that it belongs to.</summary>
internal sealed record PostMatterNode<T>(PostsNode Of, T Matter, string[] TermIds)
{
    /// <summary>Its terms, in order of opening.</summary>
    public IEnumerable<Term> Terms => Of.State.Terms.Where(t => TermIds.Contains(t.Id));
}

/// <summary>Matters as nodes.</summary>
internal static class PostMatterNodes
{
    public static PostMatterNode<HeadConsultation> Node(this PostsNode of, HeadConsultation h) => new(of, h, [$"opinion-{h.Id}", $"unanimity-{h.Id}"]);

    public static PostMatterNode<HeadInquiry> Node(this PostsNode of, HeadInquiry i) => new(of, i, [$"inquiry-{i.Id}"]);

    public static PostMatterNode<Secondment> Node(this PostsNode of, Secondment a) => new(of, a, [$"township-{a.Id}", $"personnel-{a.Id}", $"away-{a.Id}"]);

    public static PostMatterNode<StaffChange> Node(this PostsNode of, StaffChange c) => new(of, c, [$"notice-{c.Id}"]);
}
