using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator;

/// <summary>Reads the settings of a document: metadata of the file first, then properties of the project.</summary>
internal sealed class SettingsReader
{
    private readonly AnalyzerConfigOptions _project;
    private readonly AnalyzerConfigOptions _file;
    private readonly List<string> _misunderstood = [];

    private SettingsReader(AnalyzerConfigOptionsProvider options, AdditionalText file)
    {
        _project = options.GlobalOptions;
        _file = options.GetOptions(file);
    }

    public static ApiSettings Read(AnalyzerConfigOptionsProvider options, AdditionalText file) => new SettingsReader(options, file).Read();

    private ApiSettings Read()
    {
        _ = Choice("OpenRouterInput", InputKindReader.Words);
        return ReadSettings();
    }

    private ApiSettings ReadSettings() => new(
        Text("OpenRouterNamespace"),
        Text("OpenRouterClientName"),
        Text("OpenRouterOperations"),
        Choice("OpenRouterJsonDirections", ["needed", "both"]) == 1,
        Choice("OpenRouterJsonContext", ["true", "false"]) == 0)
    {
        Style = new OutputStyle(Choice("OpenRouterAccessibility", ["public", "internal"]) == 1, Choice("OpenRouterDocumentation", ["true", "false"]) == 0),
        MissingMembersAreNull = Choice("OpenRouterMissingMembers", ["throw", "null"]) == 1,
        Problems = (ProblemPolicy)Choice("OpenRouterDiagnostics", ["all", "warnings", "errors", "none", "strict"]),
        Misunderstood = new EquatableList<string>(_misunderstood),
    };

    private string Text(string name) =>
        _file.TryGetValue("build_metadata.AdditionalFiles." + name, out var own) && own.Length > 0 ? own
        : _project.TryGetValue("build_property." + name, out var shared) ? shared
        : "";

    /// <summary>The position of the value among the choices; the first one is the default.</summary>
    private int Choice(string name, string[] choices)
    {
        var value = Text(name).Trim();
        var position = Array.FindIndex(choices, choice => string.Equals(choice, value, StringComparison.OrdinalIgnoreCase));
        if (position < 0 && value.Length > 0)
        {
            _misunderstood.Add($"The setting {name} has the value '{value}'; it can be {string.Join(" or ", choices)}. '{choices[0]}' is used.");
        }

        return Math.Max(position, 0);
    }
}
