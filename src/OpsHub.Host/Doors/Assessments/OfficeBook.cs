using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>Writes sheets as an Excel file (工作簿): A4 landscape, headings frozen and repeated on every printed page, pages numbered.</summary>
internal static class OfficeBook
{
    /// <summary>Rows before the first of the table: title, line, headings.</summary>
    public const int HeadRows = 3;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static byte[] Of(string title, DateTimeOffset made, IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = title;
            document.PackageProperties.Creator = "OpsHub";
            document.PackageProperties.Created = made.UtcDateTime;
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = OfficeStyles.Sheet();
            var (tabs, names) = (new Sheets(), new DefinedNames());
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Written(sheets[i]);
                tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = sheets[i].Name });
                names.Append(new DefinedName($"'{sheets[i].Name}'!$1:${HeadRows}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            book.Workbook = new Workbook(tabs, names);
        }

        return stream.ToArray();
    }

    private static Worksheet Written(Sheet sheet)
    {
        var last = Letter(sheet.Columns.Count);
        var data = new SheetData();
        data.Append(Head(1, sheet.Title, OfficeStyles.Title, 30), Head(2, sheet.Line, OfficeStyles.Line, 20));
        data.Append(Row(HeadRows, sheet.Columns.Select((c, i) => Text(i, HeadRows, c.Header, OfficeStyles.Heading)), 32));
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var at = HeadRows + 1 + r;
            data.Append(Row(at, sheet.Rows[r].Select((value, i) => Cell(i, at, value, sheet.Columns[i].Format))));
        }

        var columns = new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true }));
        var view = new SheetView(new Pane { VerticalSplit = HeadRows, TopLeftCell = $"A{HeadRows + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        var written = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }), new SheetViews(view), new SheetFormatProperties { DefaultRowHeight = 18 }, columns, data);
        if (sheet.Rows.Count > 0)
            written.Append(new AutoFilter { Reference = $"A{HeadRows}:{last}{HeadRows + sheet.Rows.Count}" });
        written.Append(
            new MergeCells(new MergeCell { Reference = $"A1:{last}1" }, new MergeCell { Reference = $"A2:{last}2" }),
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        return written;
    }

    private static Row Head(int at, string text, uint style, double height) => Row(at, [Text(0, at, text, style)], height);

    private static Row Row(int at, IEnumerable<Cell> cells, double? height = null)
    {
        var row = new Row(cells) { RowIndex = (uint)at };
        if (height is { } high)
            (row.Height, row.CustomHeight) = (high, true);
        return row;
    }

    private static Cell Cell(int column, int row, object? value, CellFormat format) => value switch
    {
        null => new Cell { CellReference = Letter(column + 1) + row, StyleIndex = OfficeStyles.Of(format) },
        int number => Number(column, row, number.ToString(CultureInfo.InvariantCulture), format),
        decimal number => Number(column, row, number.ToString(CultureInfo.InvariantCulture), format),
        DateTimeOffset at => Number(column, row, (LocalDay.Local(at).DateTime - Epoch).TotalDays.ToString("R", CultureInfo.InvariantCulture), format),
        string text => Text(column, row, text, OfficeStyles.Of(format)),
        _ => throw new InvalidOperationException($"No cell for {value.GetType().Name}."),
    };

    private static Cell Number(int column, int row, string value, CellFormat format) =>
        new(new CellValue(value)) { CellReference = Letter(column + 1) + row, StyleIndex = OfficeStyles.Of(format), DataType = CellValues.Number };

    // Inline text is never a formula, whatever people called their unit.
    private static Cell Text(int column, int row, string text, uint style) =>
        new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = Letter(column + 1) + row, StyleIndex = style, DataType = CellValues.InlineString };

    // What XML can't hold would break the whole file, not a cell.
    private static string Writable(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((c, i) =>
        XmlConvert.IsXmlChar(c) || (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) || (i > 0 && char.IsSurrogatePair(text[i - 1], c))));

    private static string Letter(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letter((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
