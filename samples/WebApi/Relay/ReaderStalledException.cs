namespace WebApi.Relay;

/// <summary>The caller keeps the connection and takes nothing.</summary>
internal sealed class ReaderStalledException() : IOException("The reader takes nothing.");
