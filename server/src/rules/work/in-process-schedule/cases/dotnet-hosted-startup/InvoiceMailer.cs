using Microsoft.Extensions.Hosting;

namespace Shop.Workers;

// expect-next work/in-process-schedule error {job=InvoiceMailer (TimeSpan.FromMinutes(5))}
public class InvoiceMailer : BackgroundService
{
    private readonly InvoiceRepository repository;
    private readonly IEmailSender emailSender;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        while (await timer.WaitForNextTickAsync(stop))
        {
            foreach (var invoice in await repository.GetDue())
            {
                if (invoice.Mail is null) continue;
                await emailSender.SendEmailAsync(invoice.Mail);
            }
        }
    }
}
