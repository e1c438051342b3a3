namespace OpenRouter.Benchmarks.Goals;

/// <summary>The ratios to the expert that the tables of a run had, by what was measured.</summary>
internal sealed class Results
{
    private readonly Dictionary<(string Measure, string Contender), double> _ratios = [];

    /// <summary>Keeps a ratio; a later one, of a longer body, takes the place of an earlier.</summary>
    public void Set(string measure, string contender, double ratio) => _ratios[(measure, contender)] = ratio;

    public double? Of(string measure, string contender) => _ratios.TryGetValue((measure, contender), out var ratio) ? ratio : null;
}
