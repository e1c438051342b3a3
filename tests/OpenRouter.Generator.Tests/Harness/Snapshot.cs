using System.Runtime.CompilerServices;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>
/// Snapshots by the conventions of Verify: <c>Name.verified.cs</c> is the truth, <c>Name.received.cs</c> appears beside it
/// when they differ, and VERIFY_ACCEPT=1 accepts. Moving to Verify means deleting this file.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string received, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(testFile))!, "Snapshots");
        var verifiedPath = Path.Combine(folder, name + ".verified.cs");
        var receivedPath = Path.Combine(folder, name + ".received.cs");
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(verifiedPath, received);
            File.Delete(receivedPath);
            return;
        }

        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{name} differs from its snapshot; VERIFY_ACCEPT=1 accepts it.\n{Differences(verified, received)}");
    }

    private static string Differences(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines
            .Where(static line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Take(40)
            .Select(static line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}
