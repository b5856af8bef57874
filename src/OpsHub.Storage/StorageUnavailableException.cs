namespace OpsHub.Storage;

/// <summary>The hub can't start because its database can't be used. The message says, in Chinese and English, what is wrong and what to do.</summary>
public class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The data folder is in use, can't be written, or holds a damaged database.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : StorageUnavailableException(message, inner);
