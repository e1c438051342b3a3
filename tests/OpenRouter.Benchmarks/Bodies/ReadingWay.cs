namespace OpenRouter.Benchmarks.Bodies;

/// <summary>In which pieces a body in memory is read.</summary>
internal enum ReadingWay
{
    /// <summary>As much as the reader asks for.</summary>
    Whole,

    /// <summary>One event a read.</summary>
    EventByEvent,

    /// <summary>Seven bytes a read; only to verify.</summary>
    SevenBytes,
}
