namespace OpenRouter.Benchmarks.Generation;

/// <summary>The tables of the command <c>generator</c>.</summary>
internal static class GeneratorTables
{
    public static int Print()
    {
        var repository = RepositoryFolder.Find();
        GeneratorTable.Print(Console.Out, repository);
        ConsumerBuild.Print(Console.Out, repository);
        return 0;
    }
}
