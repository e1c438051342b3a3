using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WebApi.Controllers;
using WebApi.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddRelayHost(Console.Error);
builder.Services.AddControllers(static options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true)
    .AddJsonOptions(static options => options.JsonSerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow);
// One shape for all errors, whoever finds them.
builder.Services.Configure<ApiBehaviorOptions>(static options => options.InvalidModelStateResponseFactory = static context => new PublicErrorResult(InvalidModel.Of(context.ModelState)));
try
{
    await using var app = builder.Build();
    app.UseRelayHost();
    app.MapControllers();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    foreach (var failure in exception.Failures)
    {
        Console.Error.WriteLine(failure);
    }

    return 1;
}
