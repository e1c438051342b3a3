using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenRouter.Generator.Api;

namespace OpenRouter.Generator;

/// <summary>Reads the settings of a document: metadata of the file first, then properties of the project.</summary>
internal static class SettingsReader
{
    public static ApiSettings Read(AnalyzerConfigOptionsProvider options, AdditionalText file)
    {
        var metadata = options.GetOptions(file);
        string Get(string name) =>
            metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out var own) && own.Length > 0 ? own
            : options.GlobalOptions.TryGetValue("build_property." + name, out var shared) ? shared
            : "";

        return new ApiSettings(
            Get("OpenRouterNamespace"),
            Get("OpenRouterClientName"),
            Get("OpenRouterOperations"),
            string.Equals(Get("OpenRouterJsonDirections"), "both", StringComparison.OrdinalIgnoreCase),
            !string.Equals(Get("OpenRouterJsonContext"), "false", StringComparison.OrdinalIgnoreCase));
    }
}
