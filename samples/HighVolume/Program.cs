using System.CommandLine;
using System.Text.Json;
using HighVolume;
using HighVolume.Measuring;
using HighVolume.Ways;

var streams = new Option<int>("--streams") { Description = "How many answers are read, each way.", DefaultValueFactory = static _ => 1000 };
var parallel = new Option<int>("--parallel") { Description = "How many at one time.", DefaultValueFactory = static _ => 100 };
var way = new Option<string>("--way") { Description = "values, utf8, batch, relay, file, database, or all of them.", DefaultValueFactory = static _ => "all" };
way.AcceptOnlyFromAmong(["all", .. WayMenu.Names]);
var pace = new Option<int>("--pace") { Description = "Milliseconds between the pieces that the emulator sends.", DefaultValueFactory = static _ => 1 };
var model = new Option<string>("--model") { Description = "The model; each answer of OpenRouter is billed.", DefaultValueFactory = static _ => "openrouter/auto" };
var folder = new Option<string?>("--folder") { Description = "Where files and the database are kept; a temporary folder that is deleted, if not given." };
var json = new Option<bool>("--json") { Description = "The table as JSON." };
foreach (var count in (Option<int>[])[streams, parallel])
{
    count.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000)
        {
            result.AddError($"{count.Name} is between 1 and 1,000,000.");
        }
    });
}

pace.Validators.Add(static result =>
{
    if (result.GetValueOrDefault<int>() is < 0 or > 60_000)
    {
        result.AddError("--pace is between 0 and 60,000.");
    }
});

var root = new RootCommand("Reads many streams through one client, in several ways, and says what that costs.") { streams, parallel, way, pace, model, folder, json };
root.SetAction(async (parsed, cancellationToken) =>
{
    var options = new RunOptions(
        parsed.GetValue(streams),
        parsed.GetValue(parallel),
        parsed.GetValue(way)!,
        TimeSpan.FromMilliseconds(parsed.GetValue(pace)),
        parsed.GetValue(model)!,
        parsed.GetValue(folder),
        parsed.GetValue(json));
    return await RunAsync(options, cancellationToken);
});
var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? Math.Max(2, await parsed.InvokeAsync()) : await parsed.InvokeAsync();

static async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
{
    using var client = ClientChoice.Make(options, Console.Error);
    var folder = options.Folder is { } kept ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("high-volume-");
    var all = new List<Figures>();
    try
    {
        foreach (var name in WayMenu.Names.Where(name => options.Way == "all" || options.Way == name))
        {
            all.Add(await Load.RunAsync(client, name, folder.FullName, options, Console.Error, cancellationToken));
        }
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped; what was done so far:");
    }
    finally
    {
        if (options.Folder is null)
        {
            folder.Delete(recursive: true);
        }
    }

    if (options.Json)
    {
        Console.WriteLine(JsonSerializer.Serialize(all, FiguresJson.Default.IReadOnlyListFigures));
    }
    else
    {
        Table.Write(all, Console.Out);
    }

    return cancellationToken.IsCancellationRequested ? 130 : all.Any(static figures => figures.Failed > 0) ? 1 : 0;
}
