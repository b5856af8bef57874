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
            throw NotWritable(full, error);
        }

        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw NotWritable(full, error);
        }
        catch (IOException error) when (IsReadOnly(error))
        {
            throw NotWritable(full, error);
        }
        catch (IOException error)
        {
            throw new DataFolderException(
                $"数据目录 {full} 正被另一个 OpsHub 进程使用。请先停止该进程，或用 OpsHub:DataFolder 指定另一个目录。\n"
                + $"The data folder {full} is in use by another OpsHub process. Stop that process, or choose another folder with OpsHub:DataFolder.", error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static DataFolderException NotWritable(string folder, Exception error) => new(
        $"无法写入数据目录 {folder}（{error.Message}）。请检查该路径是否为目录、磁盘是否只读，以及运行 OpsHub 的用户是否有写权限。\n"
        + $"The data folder {folder} can't be written ({error.Message}). Check that the path is a folder, that the disk is not read-only, and that the user who runs OpsHub may write there.", error);

    // EROFS; .NET reports it as a plain IOException with the system's number.
    private static bool IsReadOnly(IOException error) => (error.HResult & 0xFFFF) == 30 || error.Message.Contains("Read-only", StringComparison.OrdinalIgnoreCase);
}
