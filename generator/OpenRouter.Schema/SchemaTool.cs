using System.CommandLine;
using System.CommandLine.Invocation;
using OpenRouter.Schema.Check;
using OpenRouter.Schema.Diff;
using OpenRouter.Schema.Emitting;
using OpenRouter.Schema.List;
using OpenRouter.Schema.Overlays;

namespace OpenRouter.Schema;

/// <summary>The program: its commands, and what becomes of a failure.</summary>
internal static class SchemaTool
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Checks, lists, compares and emits what OpenRouter.Generated makes of an OpenAPI document.")
        {
            CheckCommand.Create(),
            ListCommand.Create(),
            EmitCommand.Create(),
            DiffCommand.Create(),
            OverlayCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
            return parsed.Action is ParseErrorAction ? ExitCodes.BadInput : code;
        }
        catch (BadInputException exception)
        {
            await error.WriteLineAsync("error: " + exception.Message).ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
    }
}
