using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Limits;

/// <summary>
/// How often a response name comes up in one selection, its fragments followed. Validation compares every pair of them,
/// and every pair of what lies below, which is the one quadratic thing it does.
/// </summary>
internal sealed class ResponseNames(GraphQLDocument document)
{
    private const int Plenty = 1_000_000; // fragments that double must not overflow the count
    private readonly Dictionary<string, Dictionary<string, int>> _fragments = new(StringComparer.Ordinal);

    public int MostRepeated(GraphQLSelectionSet set) => Of(set).Values.DefaultIfEmpty().Max();

    private Dictionary<string, int> Of(GraphQLSelectionSet set)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLField field)
                Add(names, (field.Alias?.Name ?? field.Name).StringValue, 1);
            else if (selection is GraphQLInlineFragment inline)
                AddAll(names, Of(inline.SelectionSet));
            else if (selection is GraphQLFragmentSpread spread)
                AddAll(names, OfFragment(spread.FragmentName.Name.StringValue));
        }
        return names;
    }

    private Dictionary<string, int> OfFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known))
            return known;
        _fragments[name] = []; // a fragment that spreads itself adds nothing; validation refuses it
        var fragment = document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name.StringValue == name);
        return fragment is null ? [] : _fragments[name] = Of(fragment.SelectionSet);
    }

    private static void AddAll(Dictionary<string, int> names, Dictionary<string, int> more)
    {
        foreach (var (name, times) in more)
            Add(names, name, times);
    }

    private static void Add(Dictionary<string, int> names, string name, int times) =>
        names[name] = Math.Min(Plenty, names.GetValueOrDefault(name) + times);
}
