using OpenRouter.Package.Tests.Documents;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>A class library and a program over it, in a repository with strict habits: nothing implicit, nothing nullable, every rule of .NET on and an error.</summary>
public sealed class LibraryAndAppTests(PackedFeed feed)
{
    private const string Strict =
        """
        <LangVersion>12</LangVersion>
        <ImplicitUsings>disable</ImplicitUsings>
        <Nullable>disable</Nullable>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <NeutralLanguage>en</NeutralLanguage>
        """;

    private const string Library =
        """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenRouter.Core;
        using Parrot;
        using Parrot.Models;
        using Zoo;

        [assembly: CLSCompliant(false)]
        [assembly: System.Runtime.InteropServices.ComVisible(false)]

        namespace Birds
        {
            /// <summary>Asks.</summary>
            public static class Asking
            {
                /// <summary>Asks the parrot.</summary>
                /// <param name="client">The client.</param>
                /// <param name="question">What is asked.</param>
                /// <param name="cancellationToken">Stops it.</param>
                public static async Task<string> AskAsync(IOpenRouterClient client, string question, CancellationToken cancellationToken)
                {
                    ArgumentNullException.ThrowIfNull(client);
                    var answer = await client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage(question).StreamAsync(cancellationToken).CollectAsync(cancellationToken).ConfigureAwait(false);
                    return answer.FinishReason == "stop" ? answer.Text : null;
                }

                /// <summary>Makes a question of the first document and an animal of the second.</summary>
                public static string Both() => new Question { Model = "a/b", Messages = Array.Empty<Message>() }.Model + new Zoo.Models.Meal { Grams = 2 }.Grams.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
        """;

    private const string App =
        """
        using System;
        using System.Threading;
        using Birds;
        using OpenRouter.Core;

        using (var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "none", BaseAddress = new Uri(args[0]) }))
        {
            Console.WriteLine(await Asking.AskAsync(client, Asking.Both(), CancellationToken.None).ConfigureAwait(false));
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StrictProjects_WithTwoDocumentsAndCentralVersions_BuildAndStream()
    {
        using var consumer = Solution();

        await consumer.BuildAsync("app/App.csproj");

        using var server = LoopbackServer.Start(ClientProgram.AnswerAsync, Token);
        var result = await consumer.RunAsync("app/bin/Debug/net10.0/App.dll", server.BaseUrl);
        Assert.Equal((0, "Hello, world", ""), (result.ExitCode, result.Output.TrimEnd(), result.Error));
        Assert.Contains("a/b2", server.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibraryAsAPackage_BringsWhatItNeeds_AndTheRulesToItsUsers()
    {
        using var consumer = Solution();
        var packed = await consumer.TryAsync("pack", "library/Birds.csproj", "-o", consumer["feed"], "--nologo", "-tl:off");
        Assert.True(packed.Succeeded, packed.Text);
        Assert.Empty(packed.Messages);

        consumer
            .Write("user/nuget.config", $"""<configuration><packageSources><add key="birds" value="{consumer["feed"]}" /></packageSources></configuration>""")
            .Write("user/Directory.Packages.props", "<Project />")
            .WriteProject("user/User.csproj", "net8.0", items: """<PackageReference Include="Birds" Version="1.0.0" />""")
            .Write(
                "user/User.cs",
                """
                using OpenRouter.Core;

                public static class User
                {
                    public static async Task<string?> RunAsync(IOpenRouterClient client, CancellationToken token)
                    {
                        _ = new Parrot.Models.Cage { Id = "1" };
                        return await Birds.Asking.AskAsync(client, "Hi", token) + (await client.Chat.CreateStreamingChatCompletion("a/b").StreamAsync().CollectAsync()).FinishReason;
                    }
                }
                """);
        var output = await consumer.TryBuildAsync("user/User.csproj");

        Assert.True(output.Succeeded, output.Text);
        Assert.Contains("OR2001", output.Messages.Select(static message => message.Id));
        Assert.DoesNotContain(output.Messages, static message => message.Id.StartsWith("NU", StringComparison.Ordinal) || message.Id.StartsWith("CS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TooOldLanguage_IsSaidOnce()
    {
        using var consumer = Solution();

        var output = await consumer.TryBuildAsync("library/Birds.csproj", "-p:LangVersion=11");

        Assert.Equal(["ORG0029", "ORG0029"], output.Messages.Where(static message => message.Id.StartsWith("ORG", StringComparison.Ordinal)).Select(static message => message.Id));
    }

    private Consumer Solution() => new Consumer(feed)
        .Write(
            "Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="OpenRouter.Generated" Version="{Repository.Version}" />
                <PackageVersion Include="OpenRouter.Generator" Version="{Repository.Version}" />
              </ItemGroup>
            </Project>
            """)
        .Write("library/Birds.csproj", Project("net8.0", "<PackageReference Include=\"OpenRouter.Generated\" /><PackageReference Include=\"OpenRouter.Generator\" PrivateAssets=\"all\" />"))
        .Write("library/Asking.cs", Library)
        .Write("library/parrot.openapi.json", ChatDocument.Json)
        .Write("library/zoo/zoo.openapi.json", Zoo.Json.Replace("Zoo API", "Zoo", StringComparison.Ordinal))
        .Write("app/App.csproj", Project("net10.0", "<ProjectReference Include=\"../library/Birds.csproj\" /><PackageReference Include=\"OpenRouter.Generated\" />", "<OutputType>Exe</OutputType><GenerateDocumentationFile>false</GenerateDocumentationFile><NoWarn>CA1515;CA1303;CA1014;CA1017;CS1591;EnableGenerateDocumentationFile</NoWarn>"))
        .Write("app/Program.cs", App);

    private static string Project(string framework, string items, string properties = "") =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>{framework}</TargetFramework>{Strict}{properties}</PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;
}
