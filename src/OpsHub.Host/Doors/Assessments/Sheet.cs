namespace OpsHub.Host.Doors.Assessments;

/// <summary>How a column's cells are written (单元格格式).</summary>
internal enum CellFormat
{
    /// <summary>Text, to the left.</summary>
    Text,

    /// <summary>Text, centred.</summary>
    Centred,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A score: two digits at least, and all that there are, so that none seems rounded up to a bar.</summary>
    Score,

    /// <summary>A share in per cent, likewise.</summary>
    Share,

    /// <summary>An instant, by the local clock.</summary>
    Instant,
}

/// <summary>A column (列).</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="Format">How its cells are written.</param>
internal sealed record SheetColumn(string Header, int Width, CellFormat Format = CellFormat.Text);

/// <summary>A sheet as offices lay it out (工作表): a title and a line below it over all columns, frozen headings, rows. A cell is text, a number, an instant, or null for empty.</summary>
/// <param name="Name">Name on its tab, at most 31 characters.</param>
/// <param name="Title">Title (表名).</param>
/// <param name="Line">Unit, year, when it was made (单位、年度、制表时间).</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows, each with a cell for every column.</param>
internal sealed record Sheet(string Name, string Title, string Line, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
