namespace OpenRouter.Native.Checking;

/// <summary>Runs that belong together: counts them, and keeps what failed.</summary>
internal sealed class Section(string name)
{
    private readonly List<string> _failures = [];

    public string Name => name;

    public int Runs { get; private set; }

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Counts a run; an exception is its failure.</summary>
    public async Task RunAsync(string what, Func<Task> run)
    {
        Runs++;
        try
        {
            await run();
        }
        catch (Exception exception)
        {
            Fail(what, exception);
        }
    }

    /// <summary>Counts a run that waits for nothing; an exception is its failure.</summary>
    public void Check(string what, Action run) => Run(what, () =>
    {
        run();
        return 1;
    });

    /// <summary>Adds as many runs as the call says that it made; an exception is a failure of the last.</summary>
    public void Run(string what, Func<int> run)
    {
        try
        {
            Runs += run();
        }
        catch (Exception exception)
        {
            Runs++;
            Fail(what, exception);
        }
    }

    public void Fail(string what, Exception exception)
        => _failures.Add($"{name}, {what}\n   {(exception is CheckFailedException ? exception.Message : exception)}");
}
