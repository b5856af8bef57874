using GraphQLParser;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Limits;

/// <summary>
/// What can be counted without a schema. Tokens are counted before parsing, the rest before validation:
/// validation itself is what a hostile document wants to make slow.
/// </summary>
internal sealed class DocumentShape(ResponseNames names)
{
    private int _aliases, _directives, _fragments, _repeats;

    public static void CheckText(string text, GraphQLLimits limits)
    {
        if (text.Length > limits.MaxDocumentCharacters)
            throw new LimitError("DOCUMENT_TOO_LONG", "Characters in the document", text.Length, limits.MaxDocumentCharacters);
        var source = new ROM(text.AsMemory());
        var (position, tokens) = (0, 0);
        for (var token = Lexer.Lex(source, 0); token.Kind != TokenKind.EOF; token = Lexer.Lex(source, position))
        {
            if (++tokens > limits.MaxTokens)
                throw new LimitError("TOO_MANY_TOKENS", "Tokens in the document", tokens, limits.MaxTokens);
            position = token.End;
        }
    }

    public static void Check(GraphQLDocument document, GraphQLLimits limits)
    {
        var shape = new DocumentShape(new ResponseNames(document));
        foreach (var definition in document.Definitions)
            shape.Count(definition);
        Require("TOO_MANY_ALIASES", "Aliases", shape._aliases, limits.MaxAliases);
        Require("TOO_MANY_DIRECTIVES", "Directives", shape._directives, limits.MaxDirectives);
        Require("TOO_MANY_FRAGMENTS", "Fragments and their uses", shape._fragments, limits.MaxFragments);
        Require("TOO_MANY_REPEATS", "Repeats of one name in one selection", shape._repeats, limits.MaxRepeats);
    }

    private static void Require(string code, string what, int found, int allowed)
    {
        if (found > allowed)
            throw new LimitError(code, what, found, allowed);
    }

    // The parser has bounded the depth of the tree, so plain recursion is safe.
    private void Count(ASTNode node)
    {
        _directives += (node as IHasDirectivesNode)?.Directives?.Count ?? 0;
        switch (node)
        {
            case GraphQLOperationDefinition operation:
                foreach (var variable in operation.Variables?.Items ?? [])
                    Count(variable);
                Count(operation.SelectionSet);
                break;
            case GraphQLFragmentDefinition fragment:
                _fragments++;
                Count(fragment.SelectionSet);
                break;
            case GraphQLField field:
                _aliases += field.Alias is null ? 0 : 1;
                if (field.SelectionSet is not null)
                    Count(field.SelectionSet);
                break;
            case GraphQLInlineFragment inline:
                Count(inline.SelectionSet);
                break;
            case GraphQLFragmentSpread:
                _fragments++;
                break;
            case GraphQLSelectionSet set:
                _repeats = Math.Max(_repeats, names.MostRepeated(set));
                foreach (var selection in set.Selections)
                    Count(selection);
                break;
        }
    }
}
