using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>What foreign code is compiled against: the framework, ASP.NET Core, our runtime and, with annotations, the clients of others.</summary>
internal static class References
{
    public static ImmutableArray<MetadataReference> Load(bool withClients)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(core));
        var paths = framework.Concat(Directory.Exists(web) ? Directory.GetFiles(web, "Microsoft.*.dll") : []).ToList();
        paths.Add(Path.Combine(AppContext.BaseDirectory, "OpenRouter.Runtime.dll"));
        if (withClients)
        {
            paths.AddRange(AnnotatedClients.Write(Path.Combine(Path.GetTempPath(), "annotated-clients")));
        }

        // The framework's own assembly wins over one of the same name that a package brings.
        return [.. paths.DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
