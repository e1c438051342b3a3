namespace OpenRouter.Schema;

/// <summary>What the program says to the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Done; nothing is wrong and nothing breaks.</summary>
    public const int Success = 0;

    /// <summary>A document has errors.</summary>
    public const int Problems = 1;

    /// <summary>A change breaks source that uses the client.</summary>
    public const int Breaking = 2;

    /// <summary>The command line or a file cannot be understood.</summary>
    public const int BadInput = 3;

    /// <summary>Ended from the keyboard.</summary>
    public const int Cancelled = 130;
}
