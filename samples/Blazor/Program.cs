using BlazorChat.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddChat();

var app = builder.Build();
app.UseChat();
await app.RunAsync();
