namespace OpenRouter.Generated.Tests.Wire;

/// <summary>Recordings and documents that lie beside the repository, in a folder <c>shared</c> somewhere above; not everyone has them.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file or folder below <c>shared</c>; null where there is none.</summary>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The path, or the test is skipped and says why.</summary>
    public static string Require(string relative)
    {
        var path = Find(relative);
        Assert.SkipWhen(path is null, $"There is no shared/{relative} above the tests.");
        return path!;
    }

    /// <summary>Names of the files of a folder, for theories; one row that skips where the folder is missing.</summary>
    public static TheoryData<string> Names(string folder, string pattern)
    {
        var path = Find(folder);
        return path is null
            ? [pattern]
            : [.. Directory.EnumerateFiles(path, pattern).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }
}
