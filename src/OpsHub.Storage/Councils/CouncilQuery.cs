using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Councils;

/// <summary>A query that is narrowed condition by condition; newest first.</summary>
internal sealed class CouncilQuery(string text, string condition, (string, object?)[] values)
{
    private readonly List<(string, object?)> _values = [.. values];
    private string _text = $"{text} WHERE {condition}";

    /// <summary>The statement as it stands.</summary>
    public SqlStatement Statement => new(_text, [.. _values]);

    public void And(string condition, params (string, object?)[] values)
    {
        _text += " AND " + condition;
        _values.AddRange(values);
    }

    /// <summary>One row more than a page, from its cursors on. Of an instant the greater id comes first.</summary>
    public void Keyset(string sort, string id, Paging paging)
    {
        if (paging.After is { } after)
            And($"{sort} <= @AfterSort AND ({sort} < @AfterSort OR {id} < @AfterId)", ("@AfterSort", after.Sort), ("@AfterId", after.Id));
        if (paging.Before is { } before)
            And($"{sort} >= @BeforeSort AND ({sort} > @BeforeSort OR {id} > @BeforeId)", ("@BeforeSort", before.Sort), ("@BeforeId", before.Id));
        var order = paging.Backward ? "ASC" : "DESC";
        _text += $" ORDER BY {sort} {order}, {id} {order} LIMIT @Limit";
        _values.Add(("@Limit", paging.Count + 1L));
    }
}
