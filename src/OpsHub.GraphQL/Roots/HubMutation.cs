using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Roots;

/// <summary>The root of mutations: each subject adds its own.</summary>
internal sealed class HubMutation : Described<object?>
{
    public HubMutation(IEnumerable<IRootFields<HubMutation>> subjects)
        : base("Mutation", "Everything that can be done (办理). Each command carries an id of the caller's choice; the same id again changes nothing and gives the first answer. "
            + "Expected refusals come in the payload's errors; nothing has changed then.")
    {
        foreach (var subject in subjects)
            subject.AddTo(this);
    }

    public FieldBuilder<object?, object> Do<TInput, TPayload>(
        string name, string description, Func<IResolveFieldContext, IDictionary<string, object?>, ValueTask<object?>> act)
        where TInput : IGraphType where TPayload : IGraphType =>
        Field<NonNullGraphType<TPayload>>(name).Description(description)
            .Argument<NonNullGraphType<TInput>>("input", "What is asked for; bounds stand at its fields.")
            .Resolve(new Ask<object?>((context, _) => act(context, context.GetArgument<IDictionary<string, object?>>("input"))));
}
