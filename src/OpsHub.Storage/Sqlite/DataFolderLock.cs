namespace OpsHub.Storage.Sqlite;

/// <summary>Keeps a second process out of the data folder. The kernel releases it when the process dies, however it dies.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string folder)
    {
        var full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DataFolderFailures.NotWritable(full, error);
        }

        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (IsTaken(error))
        {
            throw DataFolderFailures.InUse(full, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DataFolderFailures.NotWritable(full, error);
        }
    }

    public void Dispose() => _file.Dispose();

    // .NET reports a lock that another has as a plain IOException with the system's number: EWOULDBLOCK, or Windows' sharing violation.
    private static bool IsTaken(IOException error)
    {
        var taken = OperatingSystem.IsWindows() ? 32 : OperatingSystem.IsLinux() ? 11 : 35;
        return (error.HResult & 0xFFFF) == taken;
    }
}
