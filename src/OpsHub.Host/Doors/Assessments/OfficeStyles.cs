using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using CellStyle = DocumentFormat.OpenXml.Spreadsheet.CellFormat;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>How cells of an office's table look (单元格样式).</summary>
internal static class OfficeStyles
{
    public const uint Title = 1;
    public const uint Line = 2;
    public const uint Heading = 3;

    private const uint FirstFormat = 4;
    private const uint ScoreDigits = 164;
    private const uint ShareDigits = 165;
    private const uint InstantDigits = 166;

    /// <summary>The style of a column's cells.</summary>
    public static uint Of(CellFormat format) => FirstFormat + (uint)format;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = ScoreDigits, FormatCode = "0.00########" },
            new NumberingFormat { NumberFormatId = ShareDigits, FormatCode = "0.00########%" },
            new NumberingFormat { NumberFormatId = InstantDigits, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }),
        new Fonts(Letters(11), Letters(16, bold: true), Letters(10, "FF595959"), Letters(11, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEFEBE3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellStyle()),
        new CellFormats(
            new CellStyle(),
            Cells(0, 1, 0, 0, HorizontalAlignmentValues.Center),
            Cells(0, 2, 0, 0, HorizontalAlignmentValues.Center),
            Cells(0, 3, 2, 1, HorizontalAlignmentValues.Center),
            Cells(0, 0, 0, 1, HorizontalAlignmentValues.Left),
            Cells(0, 0, 0, 1, HorizontalAlignmentValues.Center),
            Cells(1, 0, 0, 1, HorizontalAlignmentValues.Right),
            Cells(ScoreDigits, 0, 0, 1, HorizontalAlignmentValues.Right),
            Cells(ShareDigits, 0, 0, 1, HorizontalAlignmentValues.Right),
            Cells(InstantDigits, 0, 0, 1, HorizontalAlignmentValues.Center)));

    private static Font Letters(double size, string? colour = null, bool bold = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "宋体" });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellStyle Cells(uint digits, uint font, uint fill, uint border, EnumValue<HorizontalAlignmentValues> across) =>
        new(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            NumberFormatId = digits, FontId = font, FillId = fill, BorderId = border,
            ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
        };
}
