using OpenRouter.Benchmarks.Generation;
using OpenRouter.Benchmarks.Loopback;
using OpenRouter.Benchmarks.Start;
using OpenRouter.Benchmarks.Tables;

switch (args)
{
    case ["table", .. var words]:
        return await TableWords.PrintAsync(words);

    case ["generator"]:
        return GeneratorTables.Print();

    // The words by which this program starts itself.
    case ["serve", var port]:
        return await LoopbackServer.RunAsync(port);

    case ["first-chunk", var contender]:
        return await FirstChunk.RunAsync(contender);

    default:
        Console.Error.WriteLine("usage: dotnet run -c Release -- table [chunks] [memory | loopback | paced | inline | requests | answers | start] | generator");
        return 2;
}
