using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenRouter.Native.Checking;
using OpenRouter.Native.Sections;

// The streaming tests once more, in a program that can be compiled to native code. The first argument names a folder of
// recorded streams; without it they are left out.
Console.Out.WriteLine($"{RuntimeInformation.FrameworkDescription}, {(RuntimeFeature.IsDynamicCodeCompiled ? "compiled as it runs" : "native")}");
var report = new Report(Console.Out);
await report.RunAsync("sse", SseSection.Run);
await report.RunAsync("utf8", Utf8Section.Run);
await report.RunAsync("endings", EndingSection.RunAsync);
await report.RunAsync("accumulation", AccumulationSection.RunAsync);
await report.RunAsync("retries", RetrySection.RunAsync);
await report.RunAsync("clocks", ClockSection.RunAsync);
await report.RunAsync("recovery", RecoverySection.RunAsync);
await report.RunAsync("events", EventSection.RunAsync);
await report.RunAsync("sockets", SocketSection.RunAsync);
await report.RunAsync("batches", BatchSection.RunAsync);
await report.RunAsync("shares", ShareSection.RunAsync);
await report.RunAsync("relays", RelaySection.RunAsync);
if (args is [var folder, ..])
{
    await report.RunAsync("recordings", section => RecordingSection.RunAsync(section, folder));
}

report.End();
return report.ExitCode;
