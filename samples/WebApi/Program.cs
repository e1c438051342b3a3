using Microsoft.Extensions.Options;
using WebApi.Accounts;
using WebApi.Chat;
using WebApi.Web;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
builder.WebHost.UseKestrelHttpsConfiguration();
builder.AddRelayHost(Console.Error);
builder.Services.AddSingleton<ChatEndpoint>();
try
{
    await using var app = builder.Build();
    app.UseRelayHost();
    app.MapSession();
    ChatEndpoint.Map(app);
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    // What is wrong, and not where in the code it was noticed.
    foreach (var failure in exception.Failures)
    {
        Console.Error.WriteLine(failure);
    }

    return 1;
}
