using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Fuzz;

/// <summary>
/// Damaged documents, by the thousand and from a seed: the generator says what is wrong, at a place inside the file, and never
/// fails itself; what it emits nevertheless compiles, and a second run gives the same bytes.
/// </summary>
public sealed class DamagedDocumentTests(ITestOutputHelper output)
{
    /// <summary>Compiling costs fifty times what generating does: one sound document in so many.</summary>
    private const int CompiledEach = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    [Theory]
    [InlineData("nodes", 20261123UL)]
    [InlineData("text", 20261124UL)]
    [InlineData("yaml", 20261125UL)]
    [InlineData("overlay", 20261126UL)]
    public void DamagedDocument_IsReportedAndNeverFatal(string kind, ulong seed)
    {
        var watch = Stopwatch.StartNew();
        var (runs, sound, compiled) = (0, 0, 0);
        var failures = new List<string>();
        var config = Config.QuickThrowOnFailure.WithMaxTest(250).WithQuietOnSuccess(true).WithReplay(seed, 1UL);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), own =>
        {
            if (watch.Elapsed > Limit || failures.Count > 4)
            {
                return;
            }

            var files = Damaged(kind, new Random(own));
            var result = Run(files, out var problem);
            runs++;
            if (problem is null && !result!.Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) && sound++ % CompiledEach == 0)
            {
                compiled++;
                problem = result.CompilerMessages().FirstOrDefault();
            }

            if (problem is not null)
            {
                failures.Add($"{kind}, seed {own.ToString(CultureInfo.InvariantCulture)}: {problem}");
            }
        }).Check(config);

        output.WriteLine($"{kind}: {runs} documents, {compiled} compiled, seed {seed}, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(runs > 20, $"{runs} documents are too few to prove anything.");
    }

    private static GeneratorRun? Run(IReadOnlyList<AdditionalText> files, out string? problem)
    {
        var first = GeneratorRun.Of(files);
        problem = first.Result.Exception is { } exception ? $"the generator failed: {exception}"
            : first.Diagnostics.FirstOrDefault(diagnostic => !IsInside(diagnostic, files)) is { } outside ? $"a diagnostic lies outside of its file: {outside}"
            : !GeneratorRun.Of(files).Sources.SequenceEqual(first.Sources) ? "a second run gave other sources"
            : null;
        return first;
    }

    private static bool IsInside(Diagnostic diagnostic, IReadOnlyList<AdditionalText> files)
    {
        var place = diagnostic.Location.GetLineSpan();
        var file = files.FirstOrDefault(file => file.Path == place.Path);
        if (file is null)
        {
            return false;
        }

        // Lines as JSON and YAML have them: other characters that Unicode calls line ends are text there.
        var lines = file.GetText()!.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return place.StartLinePosition <= place.EndLinePosition
            && place.EndLinePosition.Line < lines.Length
            && place.StartLinePosition.Character <= lines[place.StartLinePosition.Line].Length + 1
            && place.EndLinePosition.Character <= lines[place.EndLinePosition.Line].Length + 1;
    }

    private static IReadOnlyList<AdditionalText> Damaged(string kind, Random random)
    {
        var seeds = SeedDocuments.All;
        var document = seeds[random.Next(seeds.Count)];
        return kind switch
        {
            "text" => [new MemoryText("a.openapi.json", DamageText(document, random))],
            "yaml" => [new MemoryText("a.openapi.yaml", random.Next(2) == 0 ? DamageText(Yaml(DamageNodes(document, random)), random) : Yaml(DamageNodes(document, random)))],
            "overlay" => [new MemoryText("a.openapi.json", seeds[0]), new MemoryText("a.overlay.json", random.Next(4) == 0 ? DamageText(SeedDocuments.OverlayText, random) : DamageNodes(SeedDocuments.OverlayText, random).ToJsonString())],
            _ => [new MemoryText("a.openapi.json", DamageNodes(document, random).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = random.Next(2) == 0, MaxDepth = 4000 }))],
        };
    }

    private static JsonNode DamageNodes(string document, Random random)
    {
        var root = JsonNode.Parse(document)!;
        for (var count = 1 + random.Next(4); count > 0; count--)
        {
            JsonMutation.Apply(root, random);
        }

        return root;
    }

    private static string DamageText(string text, Random random)
    {
        var place = random.Next(text.Length);
        var length = Math.Min(random.Next(30), text.Length - place);
        return random.Next(5) switch
        {
            0 => text[..place],
            1 => text.Remove(place, length),
            2 => text.Insert(place, text.Substring(place, length)),
            3 => text.Insert(place, new[] { "\0", "\ud800", "\t", "\"", "{", "]", "\u2028", ": ", "- ", "&a ", "*a", "#", "\r", "\\u00", "1e999", "[[[[" }[random.Next(16)]),
            _ => new StringBuilder(text) { [place] = (char)random.Next(0x20, 0x7f) }.ToString(),
        };
    }

    /// <summary>Block style for the outer levels, flow style (which is JSON) below: both roads through the reader.</summary>
    private static string Yaml(JsonNode root)
    {
        var yaml = new StringBuilder();
        Write(root, 0, yaml);
        return yaml.ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder yaml)
    {
        if (node is not JsonObject { Count: > 0 } members || depth > 4)
        {
            yaml.Append(' ').Append(node?.ToJsonString() ?? "null").Append('\n');
            return;
        }

        yaml.Append(depth == 0 ? "" : "\n");
        foreach (var (name, value) in members)
        {
            yaml.Append(' ', depth * 2).Append(JsonValue.Create(name).ToJsonString()).Append(':');
            Write(value, depth + 1, yaml);
        }
    }
}
