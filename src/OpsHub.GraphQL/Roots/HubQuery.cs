using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Roots;

/// <summary>The root of queries: each subject adds its own.</summary>
internal sealed class HubQuery : Described<object?>
{
    public HubQuery(IEnumerable<IRootFields<HubQuery>> subjects)
        : base("Query", "Everything that can be read (查询). Scope follows role and unit, rules part 4; what lies outside answers as if it weren't there.")
    {
        foreach (var subject in subjects)
            subject.AddTo(this);
    }

    public FieldBuilder<object?, object> Ask<TGraph>(string name, string description, Func<IResolveFieldContext, Viewer, ValueTask<object?>> ask)
        where TGraph : IGraphType => Field<TGraph>(name).Description(description).Resolve(new Ask<object?>((context, _) => ask(context, Viewer.Of(context))));

    public FieldBuilder<object?, object> AskOne<TGraph>(string name, string description, Func<IResolveFieldContext, Viewer, ValueTask<object?>> ask)
        where TGraph : IGraphType => Ask<NonNullGraphType<TGraph>>(name, description, ask);
}
