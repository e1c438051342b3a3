namespace OpenRouter.Runtime.Tests.Support;

/// <summary>Finds the recorded streams beside the repository; a bare machine has none.</summary>
internal static class SharedStreams
{
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "streams");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        Assert.Skip("The recorded streams (shared/streams) are not on this machine.");
        return "";
    }

    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder(), path));
}
