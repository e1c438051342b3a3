namespace WebApi.Web;

/// <summary>Finds the folder of settings and pages.</summary>
internal static class ContentRoot
{
    /// <summary>The current folder, as <c>dotnet run</c> sets it, or that of the program once it is published.</summary>
    public static string Find()
    {
        var current = Directory.GetCurrentDirectory();
        return Directory.Exists(Path.Combine(current, "wwwroot")) ? current : AppContext.BaseDirectory;
    }
}
