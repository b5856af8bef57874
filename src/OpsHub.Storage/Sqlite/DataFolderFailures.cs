using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite;

/// <summary>Says why the data folder can't be used and what to do. Only damage is called damage: whoever reads that restores a backup.</summary>
internal static class DataFolderFailures
{
    // SQLite's result codes.
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    public static DataFolderException InUse(string folder, Exception error) => new(
        $"数据目录 {folder} 正被另一个 OpsHub 进程使用。请先停止该进程，或用 OpsHub:DataFolder 指定另一个目录。\n"
        + $"The data folder {folder} is in use by another OpsHub process. Stop that process, or choose another folder with OpsHub:DataFolder.", error);

    public static DataFolderException NotWritable(string path, Exception error) => new(
        $"无法写入数据目录或文件 {path}（{error.Message}）。请检查该路径、磁盘是否已满或只读，以及运行 OpsHub 的用户对目录和其中的文件是否有写权限。\n"
        + $"The data folder or file {path} can't be written ({error.Message}). Check the path, that the disk is neither full nor read-only, and that the user who runs OpsHub may write the folder and the files in it.", error);

    public static DataFolderException Damaged(string file, string finding, Exception? inner) => new(
        $"数据库文件 {file} 已损坏（{finding}）。请保留该目录的副本，然后从备份恢复，或用 OpsHub:DataFolder 指定一个空目录。\n"
        + $"The database file {file} is damaged ({finding}). Keep a copy of the folder, then restore a backup, or choose an empty folder with OpsHub:DataFolder.", inner);

    /// <summary>What SQLite complains of.</summary>
    public static DataFolderException Of(string file, SqliteException error) => error.SqliteErrorCode switch
    {
        Permission or ReadOnly or Full or CannotOpen => NotWritable(file, error),
        Corrupt or NoDatabase => Damaged(file, error.Message, error),
        Busy or Locked => new(
            $"数据库文件 {file} 被另一个程序锁定（{error.Message}）。请关闭打开它的程序后重试。\n"
            + $"The database file {file} is locked by another program ({error.Message}). Close what has it open, then try again.", error),
        _ => new(
            $"无法读写数据库文件 {file}（{error.Message}）。请检查磁盘和系统日志；文件本身未必损坏。\n"
            + $"The database file {file} can't be read or written ({error.Message}). Check the disk and the system's log; the file itself need not be damaged.", error),
    };
}
