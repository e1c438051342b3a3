using OpenRouter.Benchmarks.Generation;
using OpenRouter.Benchmarks.Loopback;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Native;
using OpenRouter.Benchmarks.Start;
using OpenRouter.Benchmarks.Tables;

switch (args)
{
    case ["table", .. var words]:
        return await TableWords.PrintAsync(words);

    case ["generator"]:
        return GeneratorTables.Print();

    case ["native", .. var rest]:
        return await NativeSize.PrintAsync(Console.Out, RepositoryFolder.Find(), rest.ElementAtOrDefault(0));

    case ["loop", var contender, var body, .. var way]:
        return await ProfilerLoop.RunAsync(contender, body, way.ElementAtOrDefault(0) ?? "whole");

    // The words by which this program starts itself.
    case ["serve", var port]:
        return await LoopbackServer.RunAsync(port);

    case ["first-chunk", var name]:
        return await FirstChunk.RunAsync(name);

    default:
        Console.Error.WriteLine("usage: dotnet run -c Release -- table [chunks] [memory | loopback | paced | inline | requests | answers | start] | generator | native [folder] | loop <contender> <body> [whole | event]");
        return 2;
}
