namespace OpenRouter.Samples.Tests.Support;

/// <summary>Tells whether a program is installed.</summary>
internal static class Tool
{
    public static bool Exists(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => IsThere(Path.Combine(folder, name)));

    /// <summary>A link that a removed installation left behind is no program.</summary>
    private static bool IsThere(string file) => File.Exists(file) && (new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.Exists ?? true);
}
