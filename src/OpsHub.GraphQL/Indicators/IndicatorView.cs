using System.Globalization;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Indicators;

/// <summary>What an indicator rests on.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Clause">Clause of the policy.</param>
/// <param name="Parameter">Assumed parameter that decides it; null where it follows from the text.</param>
internal sealed record IndicatorBasis(string Rule, string Clause, string? Parameter = null)
{
    public BasisKind Kind => Parameter is null ? BasisKind.Text : BasisKind.Assumed;
}

/// <summary>An indicator: two whole numbers, what they rest on, and which cases are behind them.</summary>
internal sealed record IndicatorView(IndicatorSet Set, long Numerator, long Denominator, IndicatorCount Above, IndicatorCount Below, IndicatorBasis Basis)
{
    /// <summary>The unit whose cases the numerator counts, where that is a smaller one.</summary>
    public UnitCode? Within { get; init; }

    public bool Hidden => Set.Hidden.Contains(Below) || Set.Hidden.Contains(Above);

    public double? Value => Hidden || Denominator == 0 ? null : (double)Numerator / Denominator;

    /// <summary>In per cent to one decimal, half up, from whole numbers.</summary>
    public string? Percent
    {
        get
        {
            if (Hidden || Denominator == 0)
                return null;
            var tenths = ((Numerator * 2000) + Denominator) / (2 * Denominator);
            return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
        }
    }

    /// <summary>The cases that one of its numbers counts, as a filter.</summary>
    public CaseFilter Cases(IndicatorPart part) => new()
    {
        Unit = part == IndicatorPart.Numerator && Within is not null ? Within : Set.Unit,
        Category = Set.Key.Category,
        Behind = new IndicatorCases(part == IndicatorPart.Numerator ? Above : Below, Set.Period, Set.Report.Query.Now, Set.Organ),
    };
}

/// <summary>The indicators there are, and how each comes out of the counts.</summary>
internal static class IndicatorViews
{
    private const string Limits = "CaseSLA";

    private static readonly IndicatorBasis Text = new("G024", "三(五)");

    public static IndicatorView Acceptance(IndicatorSet s) => s.Organ is null
        ? new(s, s.Counts.AcceptedOnTime, s.Counts.Reported, IndicatorCount.AcceptedOnTime, IndicatorCount.Reported, new("SM1.2", "三(四)", Limits))
        : new(s, s.Counts.DispatchesAccepted, s.Counts.Dispatches, IndicatorCount.DispatchesAccepted, IndicatorCount.Dispatches, new("A023", "二(三)", Limits));

    public static IndicatorView? Response(IndicatorSet s) => s.Organ is null
        ? null
        : new(s, s.Counts.DispatchesAnswered, s.Counts.Dispatches, IndicatorCount.DispatchesAnswered, IndicatorCount.Dispatches, new("G050", "五(十四)", Limits));

    public static IndicatorView OnTime(IndicatorSet s) => new(s, s.Counts.OnTime, s.Counts.Due, IndicatorCount.OnTime, IndicatorCount.Due, Text with { Parameter = Limits });

    public static IndicatorView Returns(IndicatorSet s) => s.Organ is null
        ? new(s, s.Counts.Returned, s.Counts.Closed, IndicatorCount.Returned, IndicatorCount.Closed, Text)
        : new(s, s.Counts.DispatchesReturned, s.Counts.Dispatches, IndicatorCount.DispatchesReturned, IndicatorCount.Dispatches, new("A023", "二(三)"));

    public static IndicatorView Reworks(IndicatorSet s) => new(s, s.Counts.Reworked, s.Counts.Closed, IndicatorCount.Reworked, IndicatorCount.Closed, Text);

    public static IndicatorView FirstTime(IndicatorSet s) => new(s, s.Counts.FirstTime, s.Counts.Closed, IndicatorCount.FirstTime, IndicatorCount.Closed, Text);

    public static IndicatorView Reopening(IndicatorSet s) => new(s, s.Counts.Reopened, s.Counts.Closed, IndicatorCount.Reopened, IndicatorCount.Closed, Text);

    public static IndicatorView Satisfaction(IndicatorSet s) =>
        new(s, s.Counts.ScoreSum, s.Counts.Evaluations * 5, IndicatorCount.Evaluated, IndicatorCount.Evaluated, new("G048", "三(四)"));

    /// <summary>Greatest load over mean load: the fullest grid's cases times the number of grids, over the cases of all.</summary>
    public static IndicatorView Load(IndicatorSet s, Domain.Indicators.GridLoad load, UnitCode fullest) =>
        new(s, load.Weighted, load.Cases, IndicatorCount.Load, IndicatorCount.Load, new("G004", "二(一)", "GridBalanceMax")) { Within = fullest };
}
