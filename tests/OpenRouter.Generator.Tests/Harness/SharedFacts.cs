namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Material that may lie beside the repository. Tests that need it say so when they skip.</summary>
internal static class SharedFacts
{
    public static string OfficialDocument(string ending)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "api", "official.openapi." + ending);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/api/official.openapi.{ending} does not lie beside the repository.");
        return "";
    }
}
