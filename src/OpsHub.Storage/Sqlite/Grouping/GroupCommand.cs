using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite.Grouping;

/// <summary>A command whose execution is one entry of the writer's queue, or a read.</summary>
internal sealed class GroupCommand(GroupConnection connection, SqliteStore store) : DbCommand
{
    private readonly SqliteCommand _parameters = new(); // only for its parameter collection, which can't be made alone

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private bool OnlyReads => CommandText.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);

    // A queued write can't be taken back: it may be in a group already.
    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => Execute(default).GetAwaiter().GetResult().RecordsAffected;

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteDbDataReader(CommandBehavior.Default);
        return reader.Read() ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        new BufferedReader(await Execute(cancellationToken));

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new BufferedReader(Execute(default).GetAwaiter().GetResult());

    // Of each of Orleans' queries one statement at most changes a row; see script 0001.
    private Task<BufferedResult> Execute(CancellationToken cancel)
    {
        var values = _parameters.Parameters.Cast<SqliteParameter>().Select(p => (p.ParameterName, p.Value)).ToArray();
        return OnlyReads
            ? Task.FromResult(store.Readers.Use(reader => BufferedResult.Of(reader.Of(CommandText, values))))
            : store.Writer.WriteSingle(session => BufferedResult.Of(session.Command(CommandText, values)), cancel);
    }
}
