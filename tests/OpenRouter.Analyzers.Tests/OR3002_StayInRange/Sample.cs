namespace OpenRouter.Analyzers.Tests.OR3002_StayInRange;

/// <summary>The class around the members that a test shows, with settings of every kind.</summary>
internal static class Sample
{
    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                const double Hot = 2.5;
                static int Read() => 1;

            {{members}}
            }

            class Settings
            {
                [ValueRange(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] public double? Share { get; set; }
                [ValueRange(1, double.PositiveInfinity)] public long? Count { get; set; }
                [ValueRange(-2, 2)] public float Penalty { get; set; }
                [ValueRange(0, 10)] public decimal Price { get; set; }
                [ValueLength(1, 4)] public string[]? Stops { get; set; }
                [ValueLength(2, 3)] public string? Code { get; set; }
                [ValuePattern("^[a-z0-9]+(?:-[a-z0-9]+)*$")] public string? Slug { get; set; }
                [ValuePattern("(?<unfinished")] public string? Odd { get; set; }
                [ValuePattern("^(a+)+$")] public string? Slow { get; set; }
                [ValueLength(1, 2)] public Union Either { get; set; }
                [ValueRange(0, 2)] public Union Number { get; set; }
            }

            record Copied { [ValueRange(0, 2)] public double Temperature { get; init; } }

            readonly record struct Union(object? Value) { public static implicit operator Union(string value) => new(value); public static implicit operator Union(int value) => new(value); }
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    void Run(ChatBuilder chat, Pen pen, Copied copied, double? heat, bool isHot, string[] args) { " + statements + " }");
    }
}
