using System.Text;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.PublicApi;

/// <summary>
/// The public surface of each package is checked in beside this file, so that a change of it is seen in review. <c>VERIFY_ACCEPT=1</c> writes the listings anew.
/// </summary>
public sealed class PublicApiTests(PackedFeed feed)
{
    private const string OtherFramework = "as on net8.0";

    public static TheoryData<string, string> Surfaces => new MatrixTheoryData<string, string>(["OpenRouter.Runtime", "OpenRouter.Generated", "OpenRouter.Extensions", "OpenRouter.Testing"], ["net8.0", "net10.0"]);

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Surface_IsAsListed(string id, string framework)
    {
        var path = Path.Combine(Repository.Root, "tests", "OpenRouter.Package.Tests", "PublicApi", $"{id}.{framework}.txt");
        var surface = Surface(id, framework);
        TestContext.Current.SendDiagnosticMessage(
            "{0} on {1}: {2} types, {3} members.", id, framework, surface.Count(static line => line[0] != ' '), surface.Count(static line => line[0] == ' '));
        if (framework != "net8.0" && surface.SequenceEqual(Surface(id, "net8.0"), StringComparer.Ordinal))
        {
            surface = [OtherFramework];
        }

        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            File.WriteAllText(path, string.Join('\n', surface) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        var listed = File.Exists(path) ? File.ReadAllLines(path) : [];
        var added = surface.Except(listed, StringComparer.Ordinal).ToList();
        var removed = listed.Except(surface, StringComparer.Ordinal).ToList();

        Assert.True(
            surface.SequenceEqual(listed, StringComparer.Ordinal),
            $"The public surface of {id} on {framework} is not as listed. With VERIFY_ACCEPT=1 this test writes the listing anew.\n{string.Join('\n', added.Select(static line => "+ " + line.Trim()).Concat(removed.Select(static line => "- " + line.Trim())).Take(50))}");
    }

    private IReadOnlyList<string> Surface(string id, string framework)
    {
        string[] ours = ["OpenRouter.Runtime", "OpenRouter.Generated", "OpenRouter.Testing"];
        return PublicSurface.Of(Assembly(id), ours.Where(other => other != id).Select(Assembly));

        byte[] Assembly(string name)
        {
            using var package = feed.Open(name);
            return package.Read($"lib/{framework}/{name}.dll");
        }
    }
}
