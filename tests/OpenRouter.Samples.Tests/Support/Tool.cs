namespace OpenRouter.Samples.Tests.Support;

/// <summary>Finds programs that are installed.</summary>
internal static class Tool
{
    /// <summary>The folders in which programs are looked for.</summary>
    public static IReadOnlyList<string> Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static bool Exists(string name) => Find(name) is not null;

    /// <summary>Where a program is; null when it is not installed.</summary>
    public static string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(IsThere);

    /// <summary>Whether a file is there. A link that a removed installation left behind is none.</summary>
    public static bool IsThere(string file) => File.Exists(file) && (new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.Exists ?? true);
}
