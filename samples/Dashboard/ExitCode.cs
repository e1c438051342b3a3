namespace Dashboard;

/// <summary>How the program tells its caller what became of the call.</summary>
internal static class ExitCode
{
    public const int Answered = 0;
    public const int Failed = 1;
    public const int CalledWrongly = 2;

    /// <summary>What shells report for a program that SIGINT ended.</summary>
    public const int Stopped = 130;
}
