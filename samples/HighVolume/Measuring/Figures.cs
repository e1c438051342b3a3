namespace HighVolume.Measuring;

/// <summary>The figures of one way.</summary>
/// <param name="Way">Its name.</param>
/// <param name="Completed">Streams whose finish reason is <c>stop</c>.</param>
/// <param name="CutOff">Streams that ended with another finish reason.</param>
/// <param name="Failed">Streams that failed or broke off.</param>
/// <param name="Bytes">Bytes of text.</param>
/// <param name="Seconds">Seconds in all.</param>
/// <param name="FirstToken">Milliseconds to the first token.</param>
/// <param name="Duration">Milliseconds a stream.</param>
/// <param name="PeakHeap">The largest managed heap after a collection, in bytes.</param>
/// <param name="Allocated">Bytes allocated in all, by the emulator too if it answers.</param>
internal sealed record Figures(string Way, int Completed, int CutOff, int Failed, long Bytes, double Seconds, Percentiles FirstToken, Percentiles Duration, long PeakHeap, long Allocated);
