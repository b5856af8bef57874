using OpsHub.Contracts.Indicators;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Indicators;

/// <summary>Which of an indicator's two numbers.</summary>
internal enum IndicatorPart
{
    Numerator,
    Denominator,
}

/// <summary>Parts.</summary>
internal sealed class IndicatorPartType() : EnumType<IndicatorPart>("IndicatorPart", "Which of an indicator's two numbers (分子、分母).",
    ("NUMERATOR", IndicatorPart.Numerator, "Cases that the numerator counts (分子)."),
    ("DENOMINATOR", IndicatorPart.Denominator, "Cases that the denominator counts (分母)."));

/// <summary>Dimensions.</summary>
internal sealed class IndicatorDimensionType() : EnumType<IndicatorDimension>("IndicatorDimension", "By what indicators are told apart (分组维度).",
    ("GRID", IndicatorDimension.Grid, "By grid (网格)."),
    ("COMMUNITY", IndicatorDimension.Community, "By community or village (社区、村)."),
    ("TOWNSHIP", IndicatorDimension.Township, "By township or subdistrict (乡镇、街道)."),
    ("COUNTY", IndicatorDimension.County, "By county (县市区)."),
    ("AGENCY", IndicatorDimension.Agency, "By lead organ (牵头单位): agencies, departments, and units that lead themselves."),
    ("CATEGORY", IndicatorDimension.Category, "By first-level category (一级类别). G006, G007."),
    ("MONTH", IndicatorDimension.Month, "By month (月): each indicator by the day that counts its cases into the period."));
