using System.Runtime.InteropServices;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>A project of a stranger, in a folder outside of the repository, which knows nothing but the packed feed and the ordinary ones.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openrouter-consumer-");
    private readonly Dictionary<string, string> _environment;

    public Consumer(PackedFeed feed)
    {
        _environment = new() { ["NUGET_PACKAGES"] = feed.Unpacked };
        Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><add key="packed" value="{feed.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{PackedFeed.UserFolder}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The path of a file of the project.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file of the project.</summary>
    public Consumer Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    /// <summary>Writes a project file.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="framework">What it targets.</param>
    /// <param name="properties">XML of further properties.</param>
    /// <param name="items">XML of items.</param>
    /// <param name="sdk">Its SDK.</param>
    /// <param name="packages">The ids of our packages that it references.</param>
    public Consumer WriteProject(string name, string framework, string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk", params IEnumerable<string> packages) => Write(
        name,
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {string.Concat(packages.Select(static id => $"<PackageReference Include=\"{id}\" Version=\"{Repository.Version}\" />"))}
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Builds a project, whatever comes of it.</summary>
    public Task<BuildOutput> TryBuildAsync(string project, params IEnumerable<string> arguments) => TryAsync(["build", project, "--nologo", "-tl:off", .. arguments]);

    /// <summary>Runs a command of .NET, whatever comes of it.</summary>
    public async Task<BuildOutput> TryAsync(params IEnumerable<string> arguments) => new(await DotNet.RunAsync(_folder.FullName, arguments, _environment, Token));

    /// <summary>Builds a project, without an error or a warning.</summary>
    public async Task BuildAsync(string project, params IEnumerable<string> arguments)
    {
        var output = await TryBuildAsync(project, arguments);
        Assert.True(output.Succeeded, output.Text);
        Assert.Empty(output.Messages);
    }

    /// <summary>Runs a command of .NET in a folder of the project, as typed.</summary>
    public Task<ProgramResult> CommandAsync(string folder, IEnumerable<string> arguments, Dictionary<string, string>? environment = null)
        => DotNet.RunAsync(this[folder], arguments, (environment ?? []).Concat(_environment).ToDictionary(), Token);

    /// <summary>Runs a program that was built.</summary>
    public Task<ProgramResult> RunAsync(string assembly, params IEnumerable<string> arguments)
        => DotNet.RunAsync(_folder.FullName, [this[assembly], .. arguments], _environment, Token);

    /// <summary>Publishes a project for this machine, without an error or a warning, and returns the path of the program. Skips, and says why, where that cannot be done.</summary>
    public async Task<string> PublishAsync(string project, params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The program is published for linux-x64.");
        Assert.SkipUnless(Tool.Exists("clang") || Tool.Exists("gcc"), "A native program needs clang (or gcc) to be linked.");
        var output = new BuildOutput(await DotNet.RunAsync(
            _folder.FullName,
            ["publish", project, "-c", "Release", "-r", "linux-x64", "-o", this["published"], "--nologo", "-tl:off", .. arguments],
            _environment,
            Token));
        Assert.SkipWhen(output.Messages.Any(static message => message.Id is "NU1101" or "NU1102" && !message.Text.Contains("OpenRouter", StringComparison.Ordinal)), "The packs for this publish cannot be restored here.");
        Assert.True(output.Succeeded, output.Text);
        Assert.Empty(output.Messages);
        return this[Path.Combine("published", Path.GetFileNameWithoutExtension(project))];
    }

    /// <summary>Runs a published program.</summary>
    public Task<ProgramResult> RunProgramAsync(string program, params IEnumerable<string> arguments)
        => DotNet.RunAsync(program, _folder.FullName, arguments, _environment, Token);

    public void Dispose() => _folder.Delete(recursive: true);
}
