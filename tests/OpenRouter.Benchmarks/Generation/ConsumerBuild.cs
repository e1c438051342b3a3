using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenRouter.Benchmarks.Measuring;

namespace OpenRouter.Benchmarks.Generation;

/// <summary>Measures what the generator adds to a clean build of a project that takes chat completions from our document.</summary>
internal static class ConsumerBuild
{
    private const int Runs = 5;

    public static void Print(TextWriter output, string repository)
    {
        var folder = Directory.CreateTempSubdirectory("consumer").FullName;
        try
        {
            Write(folder, repository);
            Build(folder, "restore", generates: true);
            var without = new List<double>();
            var with = new List<double>();
            for (var run = 0; run <= Runs; run++)
            {
                var plain = Build(folder, "build --no-restore --no-incremental", generates: false);
                var generated = Build(folder, "build --no-restore --no-incremental", generates: true);
                if (run > 0)
                {
                    without.Add(plain);
                    with.Add(generated);
                }
            }

            output.WriteLine();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Clean build of a project with /chat/completions: {Measurement.Median(with):F1} s, without the generator {Measurement.Median(without):F1} s; it adds {Measurement.Median(with.Zip(without, static (a, b) => a - b)):F1} s (medians of {Runs})."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string repository)
    {
        // The assemblies that this program itself was built with: no second build of the generator is needed.
        var here = AppContext.BaseDirectory;
        var schema = Path.Combine(repository, "runtime", "OpenRouter.Generated", "schema");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine();");
        foreach (var file in Directory.EnumerateFiles(schema))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var project = new StringBuilder()
            .AppendLine("<Project Sdk=\"Microsoft.NET.Sdk\">")
            .AppendLine(CultureInfo.InvariantCulture, $"  <Import Project=\"{Path.Combine(repository, "generator", "OpenRouter.Generator", "build", "OpenRouter.Generator.props")}\" />")
            .AppendLine("  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .AppendLine("    <OpenRouterNamespace>Consumer.Client</OpenRouterNamespace><OpenRouterOperations>/chat/completions</OpenRouterOperations></PropertyGroup>")
            .AppendLine(CultureInfo.InvariantCulture, $"  <ItemGroup><Reference Include=\"{Path.Combine(here, "OpenRouter.Runtime.dll")}\" /></ItemGroup>")
            .AppendLine("  <ItemGroup Condition=\"'$(Generates)' == 'true'\">")
            .AppendLine(CultureInfo.InvariantCulture, $"    <Analyzer Include=\"{Path.Combine(here, "OpenRouter.Generator.dll")};{Path.Combine(here, "YamlDotNet.dll")}\" />")
            .AppendLine("  </ItemGroup>")
            .AppendLine("</Project>");
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), project.ToString());
    }

    private static double Build(string folder, string command, bool generates)
    {
        var start = new ProcessStartInfo("dotnet", $"{command} -nologo -v q -p:Generates={(generates ? "true" : "false")}") { WorkingDirectory = folder, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException(said);
    }
}
