using OpenRouter.Schema;

return await SchemaTool.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
