using Microsoft.Extensions.Hosting;

namespace Shop.Workers;

                                                                                           
public class InvoiceMailer
{
    private readonly InvoiceRepository repository;
    private readonly IEmailSender emailSender;

    public async Task RunOnceAsync(CancellationToken stop)
    {
        foreach (var invoice in await repository.GetDue())
        {
            if (invoice.Mail is null) continue;
            await emailSender.SendEmailAsync(invoice.Mail);
        }
    }
}
