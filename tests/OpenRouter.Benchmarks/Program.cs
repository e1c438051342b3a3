using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Generation;
using OpenRouter.Benchmarks.Measuring;

if (args is ["generator"])
{
    var repository = RepositoryFolder.Find();
    GeneratorTable.Print(Console.Out, repository);
    ConsumerBuild.Print(Console.Out, repository);
    return 0;
}

if (args is ["native", ..]) { return await OpenRouter.Benchmarks.Native.NativeSize.PrintAsync(Console.Out, RepositoryFolder.Find(), args.ElementAtOrDefault(1)); }

if (args is not ["table", ..])
{
    Console.Error.WriteLine("usage: dotnet run -c Release -- table [chunks] | generator | native [folder]");
    return 2;
}

var chunks = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
const int RoundCount = 9;
var expert = new Expert();
IContender[] contenders = [expert, new OurClient(), new OpenAIClientContender()];
Console.WriteLine($"{chunks} chunks, {RoundCount} rounds, in memory, .NET {Environment.Version}, {Environment.ProcessorCount} cores; ratios are medians within the rounds.");
Console.WriteLine();
Table.PrintHeader(Console.Out);
foreach (var body in new[] { BodyWriter.Text(chunks), BodyWriter.Tools(chunks), BodyWriter.Reasoning(chunks) })
{
    Table.Print(Console.Out, body.Name, await Rounds.RunAsync(body, contenders, RoundCount), expert.Name);
}

return 0;
