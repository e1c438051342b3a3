using OpenRouter.Benchmarks.Generation;
using OpenRouter.Benchmarks.Loopback;
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

    // The words by which this program starts itself.
    case ["serve", var port]:
        return await LoopbackServer.RunAsync(port);

    case ["first-chunk", var contender]:
        return await FirstChunk.RunAsync(contender);

    default:
        Console.Error.WriteLine("usage: dotnet run -c Release -- table [chunks] [memory | loopback | paced | inline | requests | answers | start] | generator | native [folder]");
        return 2;
}
