using Worker;
using Worker.Running;

await using var app = WorkerProgram.Build(args, Console.Error);
await app.RunAsync();
return app.Services.GetRequiredService<WorkerFault>().IsSet ? WorkerFault.ExitCode : 0;
