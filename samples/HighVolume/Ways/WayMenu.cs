namespace HighVolume.Ways;

/// <summary>The ways by name.</summary>
internal static class WayMenu
{
    public static IReadOnlyList<string> Names { get; } = ["values", "utf8", "batch", "relay", "file", "database"];

    public static async Task<IWay> OpenAsync(string name, string folder, CancellationToken cancellationToken) => name switch
    {
        "values" => new ValuesWay(),
        "utf8" => new Utf8Way(),
        "batch" => new BatchWay(),
        "relay" => new RelayWay(),
        "file" => new FileWay(folder),
        "database" => await DatabaseWay.OpenAsync(Path.Combine(folder, "answers.db"), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such way."),
    };
}
