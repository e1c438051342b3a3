using System.Text.RegularExpressions;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Addresses;

/// <summary>Where the samples listen that are servers.</summary>
public sealed partial class AddressTests
{
    [Fact]
    public void Servers_HaveAnAddressEach_WhichTheirPagesTell()
    {
        string[] settings = ["appsettings.json", "Properties/launchSettings.json"];
        var addresses = new DirectoryInfo(Path.Combine(BuildFacts.RepositoryRoot, "samples")).GetDirectories()
            .SelectMany(sample => settings.Select(file => Path.Combine(sample.FullName, file))
                .Where(File.Exists)
                .SelectMany(static file => Address().Matches(File.ReadAllText(file)))
                .Select(match => (Sample: sample.Name, Port: match.Groups[1].Value)))
            .ToList();

        Assert.Equal(["Blazor", "WebApi", "WebApi.Controller", "Worker"], addresses.Select(static address => address.Sample).Order(StringComparer.Ordinal));
        Assert.Equal(addresses.Count, addresses.Select(static address => address.Port).Distinct().Count());
        Assert.All(addresses, static address =>
        {
            var page = File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "samples", address.Sample, "README.md"));
            Assert.All(Told().Matches(page), match => Assert.Equal(address.Port, match.Groups[1].Value));
            Assert.Matches(Told(), page);
        });
    }

    /// <summary>An address that a server is told by its settings.</summary>
    [GeneratedRegex("\"(?:applicationUrl|Urls)\": \"http://127\\.0\\.0\\.1:([0-9]+)\"")]
    private static partial Regex Address();

    /// <summary>An address of this machine in a page.</summary>
    [GeneratedRegex("(?:127\\.0\\.0\\.1|localhost):([0-9]+)")]
    private static partial Regex Told();
}
