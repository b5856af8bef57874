using GraphQL.Types;

namespace OpsHub.GraphQL.Describing;

/// <summary>A decimal number with all its digits: scores are compared without rounding, so none is lost on the way.</summary>
internal sealed class DecimalType : DecimalGraphType
{
    public DecimalType()
    {
        Name = "Decimal";
        Description = "A decimal number (小数) with all its digits, at most 28; written as a JSON number. Nothing is rounded.";
    }
}
