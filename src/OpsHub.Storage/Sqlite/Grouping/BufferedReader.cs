using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace OpsHub.Storage.Sqlite.Grouping;

/// <summary>Reads a <see cref="BufferedResult"/>.</summary>
internal sealed class BufferedReader(BufferedResult result) : DbDataReader
{
    private int _table;
    private int _row = -1;
    private bool _closed;

    public override int Depth => 0;

    public override int FieldCount => Table.Names.Length;

    public override bool HasRows => Table.Rows.Count > 0;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => result.RecordsAffected;

    private BufferedTable Table => _table < result.Tables.Count ? result.Tables[_table] : BufferedTable.None;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < Table.Rows.Count;

    public override bool NextResult()
    {
        _row = -1;
        return ++_table < result.Tables.Count;
    }

    public override void Close() => _closed = true;

    public override object GetValue(int ordinal) => Table.Rows[_row][ordinal];

    public override string GetName(int ordinal) => Table.Names[ordinal];

    public override int GetOrdinal(string name)
    {
        var ordinal = Array.FindIndex(Table.Names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0 ? ordinal : throw new IndexOutOfRangeException($"No column is named {name}.");
    }

    public override Type GetFieldType(int ordinal) => _row >= 0 && _row < Table.Rows.Count ? GetValue(ordinal).GetType() : typeof(object);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        Array.Copy(Table.Rows[_row], values, count);
        return count;
    }

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override double GetDouble(int ordinal) => Convert.ToDouble(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal));

    public override DateTime GetDateTime(int ordinal) =>
        DateTime.Parse(GetString(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private static long Copy<T>(T[] from, long offset, T[]? to, int at, int length)
    {
        if (to is null)
            return from.Length;
        var count = (int)Math.Max(0, Math.Min(length, from.Length - offset));
        Array.Copy(from, offset, to, at, count);
        return count;
    }
}
