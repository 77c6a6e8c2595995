public class MailQueue : BackgroundService
{
    private readonly QueueClient queue;
    private readonly IMailService mailService;
    // clean-next work/in-process-schedule -- the queue gives each message to one replica
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var messages = await queue.ReceiveMessagesAsync(32);
            foreach (var message in messages.Value) await mailService.SendMailAsync(message.MessageText);
            await Task.Delay(TimeSpan.FromSeconds(15), stoppingToken);
        }
    }
}
