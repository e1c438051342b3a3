using Worker;
using Worker.Running;

var app = WorkerProgram.Build(args, Console.Error);

// Taken out before the run, which ends by disposing of everything.
var fault = app.Services.GetRequiredService<WorkerFault>();
await app.RunAsync();
return fault.IsSet ? WorkerFault.ExitCode : 0;
