namespace OpenRouter.Benchmarks.Generation;

/// <summary>Finds the folder of the repository from where this program was built.</summary>
internal static class RepositoryFolder
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenRouter.Generated.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("OpenRouter.Generated.sln is in no folder above this program: run it from the repository.");
    }
}
