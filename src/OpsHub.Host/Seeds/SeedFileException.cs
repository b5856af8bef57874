namespace OpsHub.Host.Seeds;

/// <summary>A data file can't be used. The message names file, line and what is wrong, in Chinese and English.</summary>
internal sealed class SeedFileException(string message, Exception? inner = null) : Exception(message, inner)
{
    public SeedFileException(string path, long line, string zh, string en)
        : this($"文件 {path} 第 {line} 行：{zh}。请改正后重试，未导入任何内容。\nFile {path}, line {line}: {en}. Correct it and try again; nothing was imported.")
    {
    }

    /// <summary>Opens a file, or says that it can't be opened.</summary>
    public static T Opening<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SeedFileException(
                $"无法读取文件 {path}（{error.Message}）。请检查路径和权限。\nThe file {path} can't be read ({error.Message}). Check its path and permissions.", error);
        }
    }
}
