using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1009_CheckErrorChunk;

/// <summary>The client of our own names throws its errors, so both misuses are of the other one.</summary>
public sealed class CheckErrorChunkFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new CheckErrorChunkAnalyzer();

    protected override string Statements => """
        await foreach (var scrap in pen.Note(text).[|ScribbleAsync|]())
        {
            Console.Write(scrap.Strips[0].Words);
        }
        """;

    protected override string OtherStatements => "foreach (var scrap in await pen.[|ScribbleAsync|]().ToListAsync()) { Console.Write(scrap.Strips[0].Words); }";
}
