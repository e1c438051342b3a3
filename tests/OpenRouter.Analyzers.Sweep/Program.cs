using OpenRouter.Analyzers.Sweep;

if (args is not [("foreign" or "clients") and var mode, var report, _, ..])
{
    Console.Error.WriteLine("usage: foreign|clients <report file> <folder>...");
    return 2;
}

var references = References.Load(mode == "clients");
await using var output = new StreamWriter(report);
var totals = new Totals();
foreach (var folder in args[2..])
{
    var result = await FolderSweep.RunAsync(folder, references);
    await result.WriteAsync(output);
    Console.WriteLine(result.Line);
    totals.Add(result);
}

Console.WriteLine(totals);
return totals.Crashes == 0 ? 0 : 1;
