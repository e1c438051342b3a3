using Recovery;
using Recovery.Faults;
using Recovery.Policies;

// Faults cannot be ordered from the service, so an emulator plays them; the client and what it does about them are the real ones.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

try
{
    switch (args)
    {
        case ["--help" or "-h"]:
            Console.WriteLine("recovery [fault|all] [policy|all]\n");
            Menu();
            return 0;
        case []:
            Menu();
            if (Console.IsInputRedirected)
            {
                Console.Error.WriteLine("Name a fault and a policy, or \"all\".");
                return 2;
            }

            return await AskAsync(stop.Token);
        case [var fault]:
            return await PlayAsync(fault, "surface", stop.Token);
        case [var fault, var policy]:
            return await PlayAsync(fault, policy, stop.Token);
        default:
            Console.Error.WriteLine("A fault and a policy are all that can be named. Try --help.");
            return 2;
    }
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}

static void Menu()
{
    Console.WriteLine("Faults:");
    foreach (var fault in FaultMenu.All)
    {
        Console.WriteLine($"  {fault.Name,-12} {fault.Description}");
    }

    Console.WriteLine("Policies:");
    foreach (var policy in PolicyMenu.All)
    {
        Console.WriteLine($"  {policy.Name,-12} {policy.Description}");
    }
}

static async Task<int> AskAsync(CancellationToken cancellationToken)
{
    while (true)
    {
        Console.Write("fault [policy], or nothing to leave> ");
        if (Console.ReadLine()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } words)
        {
            return 0;
        }

        await PlayAsync(words[0], words.Length > 1 ? words[1] : "surface", cancellationToken);
    }
}

static async Task<int> PlayAsync(string faultName, string policyName, CancellationToken cancellationToken)
{
    var faults = FaultMenu.All.Where(fault => faultName == "all" || fault.Name == faultName).ToList();
    var policies = PolicyMenu.All.Where(policy => policyName == "all" || policy.Name == policyName).ToList();
    if (faults.Count == 0 || policies.Count == 0)
    {
        Console.Error.WriteLine(faults.Count == 0 ? $"There is no fault '{faultName}'. Try --help." : $"There is no policy '{policyName}'. Try --help.");
        return 2;
    }

    foreach (var (fault, policy) in faults.SelectMany(fault => policies.Select(policy => (fault, policy))))
    {
        await Scene.PlayAsync(fault, policy, Console.Out, cancellationToken);
        Console.WriteLine();
    }

    return 0;
}
