using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OpenRouter.Runtime.Tests.Docs;

/// <summary>The page of promises names tests that exist, and what it says of the whole source holds.</summary>
public sealed partial class ReliabilityPageTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    [Fact]
    public void EveryPromise_NamesTestsThatExist()
    {
        var page = File.ReadAllLines(Path.Combine(Root, "runtime/OpenRouter.Runtime/docs/reliability.md"));
        var rows = page.Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| promise", StringComparison.Ordinal)).ToList();
        var tests = Sources("tests").SelectMany(static file => TestName().Matches(File.ReadAllText(file))).Select(static match => match.Groups[1].Value).ToHashSet();

        Assert.True(rows.Count > 30, $"Only {rows.Count} rows were found.");
        foreach (var row in rows)
        {
            var proofs = Name().Matches(row.Split('|')[^2]).Select(static match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(proofs);
            Assert.All(proofs, proof => Assert.True(tests.Contains(proof), $"There is no test {proof}."));
        }
    }

    [Fact]
    public void Certificates_AreJudgedByThePlatformAlone()
    {
        string[] loopholes = ["CertificateCustomValidationCallback", "RemoteCertificateValidationCallback", "DangerousAcceptAny", "CertificateRevocationCheckMode", "ServicePointManager"];
        var files = Sources("runtime").Concat(Sources("samples")).ToList();

        Assert.True(files.Count > 100, $"Only {files.Count} files were found.");
        Assert.All(files, file => Assert.All(loopholes, loophole => Assert.DoesNotContain(loophole, File.ReadAllText(file), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Sources(string folder)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void|ValueTask) (\w+_\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex("`([A-Za-z0-9_]+_[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
