namespace Worker.Running;

/// <summary>Where the id of a generation comes from, for those who do not read the stream themselves.</summary>
internal sealed class GenerationSource
{
    private Func<string?>? _read;

    /// <summary>The id, known as soon as the headers of the answer have arrived.</summary>
    public string? Id => Volatile.Read(ref _read)?.Invoke();

    public void Open(Func<string?> read) => Volatile.Write(ref _read, read);
}
